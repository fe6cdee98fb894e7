"""The address of a deck: what is written is read again, and what cannot be read is told."""

from urllib.parse import parse_qs, urlencode

from hypothesis import given
from hypothesis import strategies as st

from metrics.figures.slides.choice import Choice, SlideChoice
from metrics.figures.slides.choice_address import LONGEST_TITLE, Unused, slides_of, slides_text
from metrics.figures.slides.named import choice_of, deck_parameters, named_choice, slide_ids
from metrics.records import SHIPPED, load
from metrics.words import languages, words_for

HELD = load()
TOWN = load(SHIPPED / "metrics" / "examples" / "quillhaven")
EN = words_for("en")
PLACES = ("CHN", "USA", "a+b")
IDS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_+-]{0,20}", fullmatch=True)
YEARS = st.tuples(st.integers(1900, 2199), st.integers(1900, 2199)).map(lambda two: (min(two), max(two)))
TITLES = st.text(max_size=LONGEST_TITLE).map(lambda text: " ".join(text.split())).filter(str.isprintable)
SLIDES = st.lists(
    st.builds(
        SlideChoice,
        IDS,
        own_title=TITLES,
        place=st.sampled_from(PLACES) | st.none(),
        years=YEARS | st.none(),
        detail=st.sampled_from(["full", "brief"]),
    ),
    unique_by=lambda one: one.id,
    max_size=6,
)


@given(SLIDES)
def test_what_is_written_is_read_again_through_a_whole_address(slides):
    query = urlencode({"slides": slides_text(slides), "lang": "zh"})
    text = parse_qs(query).get("slides", [""])[0]
    assert (tuple(slides), ()) == slides_of(text, [one.id for one in slides], PLACES)


@given(SLIDES)
def test_no_value_holds_a_sign_of_the_form(slides):
    for item, slide in zip(slides_text(slides).split(",") if slides else [], slides, strict=True):
        name, *fields = item.split(";")
        assert slide.id == name
        assert [1] * len(fields) == [field.count("=") for field in fields]


@given(st.text(st.sampled_from("ab,;=%2. éx"), max_size=40))
def test_any_text_is_read_and_each_item_and_field_is_used_or_told(text):
    slides, unused = slides_of(text, ["a", "b", "ab"], PLACES)
    items = [item.split(";") for item in text.split(",") if item]
    kept = [item for item in items if item[0].strip() in {one.id for one in slides}]
    assert len(items) == len(slides) + sum(one.reason in ("slide", "twice") for one in unused)
    assert len({item[0].strip() for item in kept}) == len(slides)
    for one in unused:
        assert one.said(EN)


def test_address_of_the_documents_is_read():
    text = "title,aidp-2020-core;title=Our%20view,patents;place=USA;years=2015..2024"
    wanted = (
        SlideChoice("title"),
        SlideChoice("aidp-2020-core", own_title="Our view"),
        SlideChoice("patents", place="USA", years=(2015, 2024)),
    )
    assert (wanted, ()) == slides_of(text, ["title", "aidp-2020-core", "patents"], HELD.places)


def test_old_address_of_ids_alone_goes_on_working():
    assert (SlideChoice("sources"), SlideChoice("title")) == slides_of(
        "sources,title", ["title", "sources"], ()
    )[0]


def test_each_part_that_cannot_be_used_is_told_once_and_the_rest_is_used():
    text = "a;title=;place=MOON;years=2024..2015;detail=long;colour=red;alone,nothing,a,b;years=20..21"
    slides, unused = slides_of(text, ["a", "b"], PLACES)
    assert (SlideChoice("a"), SlideChoice("b")) == slides
    assert [
        Unused("title", "", "a"),
        Unused("place", "MOON", "a"),
        Unused("years", "2024..2015", "a"),
        Unused("detail", "long", "a"),
        Unused("field", "colour=red", "a"),
        Unused("field", "alone", "a"),
        Unused("slide", "nothing", "nothing"),
        Unused("twice", "a", "a"),
        Unused("years", "20..21", "b"),
    ] == list(unused)
    for language in languages():
        assert len(unused) == len({one.said(words_for(language)) for one in unused})


def test_note_repeats_no_more_than_the_beginning_of_a_part():
    (one,) = slides_of("x" * 5000, ["a"], ())[1]
    assert 120 > len(one.said(EN))


def test_deck_of_a_file_becomes_a_choice_in_the_language():
    deck = HELD.decks["core-industry"]
    choice = named_choice(deck, words_for("zh"))
    assert [one.about for one in deck.slides] == [one.id for one in choice.slides]
    assert "一个产业，三步目标，多种统计" == choice.slides[0].own_title
    assert "brief" == choice.slides[3].detail
    assert set() == {one.id for one in choice.slides} - {*slide_ids(HELD)}


def test_slides_of_an_address_override_those_of_its_deck():
    asked = {"deck": "core-industry", "slides": "title,nothing", "contested": "hide"}
    choice, notes = choice_of(asked, "core-industry", HELD, EN)
    assert Choice((SlideChoice("title"),), contested=False) == choice
    assert ["There is no slide “nothing” here; it is left out."] == list(notes)
    assert named_choice(HELD.decks["core-industry"], EN) == choice_of({}, "core-industry", HELD, EN)[0]
    assert (Choice(), ()) == choice_of({}, None, HELD, EN)


def test_minutes_of_an_address_override_those_of_its_deck_and_stay_with_its_own_slides():
    deck = next(iter(TOWN.decks))
    assert 10 == TOWN.decks[deck].minutes
    asked = [
        choice_of(given, deck, TOWN, EN)[0].minutes
        for given in ({"minutes": "25"}, {}, {"slides": "title"}, {"slides": "title", "minutes": "600"})
    ]
    assert [25, None, 10, 600] == asked
    assert {"deck": deck, "minutes": "25"} == deck_parameters(choice_of({"minutes": "25"}, deck, TOWN, EN)[0])
    for odd in ("0", "601", "1.5", "-3", "٣"):
        choice, (note,) = choice_of({"minutes": odd}, deck, TOWN, EN)
        assert choice.minutes is None
        assert f"“{odd}” is not a number of minutes from 1 to 600" in note
