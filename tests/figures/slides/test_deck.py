"""The deck: made from the plan, in the usual order or the one chosen, of what was known on the day and nothing later."""

import re
from collections import Counter
from dataclasses import asdict, replace
from datetime import date
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docs.examples import EXAMPLES
from metrics.figures.slides.choice import Choice, SlideChoice
from metrics.figures.slides.deck import WHOLE, deck
from metrics.figures.slides.slide import Lanes, Rows, SlideKind, Statement, Trend
from metrics.figures.slides.subject import subject
from metrics.figures.slides.texts import AGENDA
from metrics.progress import as_known_on, assess
from metrics.progress.result import Path, Verdict
from metrics.records import load
from metrics.records.load import SHIPPED
from metrics.records.vocabulary import Independence
from metrics.words import languages, words_for
from tests.later import DAYS, days_allowed, days_named, later
from tests.progress import build

HELD = load()
TODAY = date(2026, 11, 28)
WORDS = words_for("en")


def link(page, /, **params):
    return page + "".join(f"?{name}={value}" for name, value in params.items())


@lru_cache
def told(day=TODAY, language="en", plans=(), targets=()):
    known = as_known_on(HELD, day)
    return subject(known, assess(known, day), words_for(language), link, plans=plans, targets=targets)


@lru_cache
def made(day=TODAY, language="en", plans=(), choice=WHOLE):
    return deck(told(day, language, plans), choice)


def texts(slide):
    """Everything that a slide says, its notes and table included."""

    def inner(value):
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            for one in value.values():
                yield from inner(one)
        elif isinstance(value, (list, tuple)):
            for one in value:
                yield from inner(one)

    return list(inner(asdict(slide)))


def test_deck_of_the_first_page_tells_the_three_steps_and_what_stands_beside_them():
    assert [
        "title",
        "how",
        "aidp-2020-core",
        "aidp-2025-core",
        "aidp-2030-core",
        "moe-2020-centres",
        "ai_patent_grants",
        "ai_private_investment",
        "method",
        "unknown",
        "sources",
    ] == list(dict.fromkeys(slide.id for slide in made().slides))


def test_keys_are_unlike_each_other():
    keys = [slide.key for slide in made(plans=tuple(HELD.plans)).slides]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("language", languages())
def test_every_slide_carries_finding_source_rule_and_address(language):
    for slide in made(language=language).slides:
        for carried in (slide.kicker, slide.title, slide.sources, slide.rule, slide.address, slide.alt):
            assert carried.strip()
        assert not set("{}") & set("".join(texts(slide)))


def test_slides_stand_in_the_order_chosen_and_unknown_ids_are_passed_over():
    wanted = ("sources", "aidp-2030-core", "nothing", "title")
    chosen = Choice(tuple(SlideChoice(one) for one in wanted))
    ids = list(dict.fromkeys(slide.id for slide in made(choice=chosen).slides))
    assert ["sources", "aidp-2030-core", "title"] == ids


@pytest.mark.parametrize(("language", "mark"), [("en", "Title by the presenter"), ("zh", "报告人自拟标题")])
def test_title_of_the_presenter_stands_beside_the_generated_one_and_is_marked(language, mark):
    plain = made(language=language, choice=Choice((SlideChoice("aidp-2025-core"),))).slides[0]
    own = made(language=language, choice=Choice((SlideChoice("aidp-2025-core", "Half way"),))).slides[0]
    assert (plain.title, plain.key) == (own.title, own.key)
    assert mark in own.kicker
    assert "Half way" in own.kicker
    assert plain.kicker in own.kicker
    assert mark not in plain.kicker


def test_slide_of_an_indicator_is_narrowed_to_a_place_and_to_years():
    chosen = Choice((SlideChoice("ai_private_investment", place="USA", years=(2015, 2017)),))
    slides = made(choice=chosen).slides
    assert slides
    for slide in slides:
        assert "United States" in slide.title
        assert isinstance(slide.body, Trend)
        assert {2015, 2016, 2017} >= {point.day.year for line in slide.body.lines for point in line.points}
    assert () == made(choice=Choice((SlideChoice("ai_private_investment", years=(1901, 1902)),))).slides


def test_brief_slide_leaves_out_what_was_not_counted_and_the_notes_on_method():
    chosen = Choice((SlideChoice("aidp-2020-core", detail="brief"), SlideChoice("aidp-2025-core")))
    brief, full = (slide for slide in made(choice=chosen).slides if not slide.facet)
    assert isinstance(brief.body, Lanes)
    assert () == brief.body.listed
    assert ("", ()) == (brief.rule, brief.notes.caveats)
    assert full.rule
    assert full.notes.caveats


def test_hidden_detail_keeps_verdict_and_tally():
    full, bare = made(), made(choice=Choice(contested=False))
    slides = {slide.key: slide for slide in bare.slides}
    one = slides["aidp-2020-core"]
    assert isinstance(one.body, Lanes)
    assert () == one.body.listed
    before = next(slide for slide in full.slides if slide.key == one.key)
    assert (before.title, before.stand) == (one.title, one.stand)
    assert isinstance(before.body, Lanes)
    assert before.body.listed


def test_every_target_is_either_measured_or_among_those_that_cannot_be_checked():
    plans = tuple(HELD.plans)
    of_all = told(plans=plans)
    slides = made(plans=plans).slides
    shown = {slide.id for slide in slides if slide.kind is SlideKind.TARGET}
    assert {one.target.id for one in of_all.measured} == shown
    lines = [
        line
        for slide in slides
        if slide.kind is SlideKind.UNKNOWN and isinstance(slide.body, Statement)
        for line in slide.body.lines
    ]
    assert len(of_all.unknown) == len(lines)
    assert len(of_all.statuses) == len(shown) + len(lines)


FOLDERS = (SHIPPED, *sorted(EXAMPLES.iterdir()))
ASKED = (date(2018, 6, 30), date(2021, 12, 31), date(2025, 6, 30), TODAY)


@lru_cache
def decks(folder, language="en"):
    """The deck of the first page, of all plans and of each plan alone, on several days."""
    held, words = load(folder), words_for(language)
    found = []
    for day in ASKED:
        known = words.in_own_units(as_known_on(held, day))
        results = assess(known, day)
        every = tuple(known.plans)
        for plans in ((), every, *((one,) for one in every)):
            about = subject(known, results, words, link, plans=plans)
            found.append((about, deck(about), words))
    return tuple(found)


def agrees(about, made, words):
    """The first slide and those that go on with it list each target that the sentence counts, or say what they leave out."""
    slides = [one for one in made.slides if one.kind is SlideKind.TITLE]
    stood = Counter(one.headline.verdict for one in about.statuses)
    fits = len(about.statuses) <= AGENDA or not about.measured
    unknown = Counter() if fits else Counter(one.headline.verdict for one in about.unknown)
    seen = Counter()
    for number, slide in enumerate(slides, 1):
        assert slide.part == number
        assert len(slide.body.lines) <= AGENDA
        seen += Counter(verdict for verdict, _ in slide.body.lines if verdict)
        left = stood - seen
        said = [text for verdict, text in slide.body.lines if verdict is None]
        if number < len(slides):
            left -= unknown
        assert bool(left) == bool(said)
        for verdict, n in left.items():
            assert words.say("slide.tally", n=n, verdict=words.verdict_inside(verdict)) in said[0]
    assert stood - seen == unknown
    assert len(slides) == 1 or len(about.statuses) > AGENDA


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda one: one.name)
def test_first_slide_and_those_that_go_on_with_it_list_as_many_targets_of_each_verdict_as_there_are(folder):
    for about, made, words in decks(folder):
        agrees(about, made, words)


#: For each target of a random plan: its value, and the figures of its own series by year.
PROMISES = st.lists(
    st.tuples(st.integers(1, 400), st.dictionaries(st.integers(2018, 2026), st.integers(0, 600), max_size=3)),
    max_size=24,
)


@settings(max_examples=60, deadline=None)
@given(PROMISES, st.sampled_from(languages()))
def test_title_and_list_of_the_first_slide_agree_for_any_plan(promises, language):
    """Each target has an indicator and a series of its own."""
    words, base = words_for(language), build.records()
    size = base.indicators["size"]
    indicators, targets, figures = [], [], []
    for n, (value, values) in enumerate(promises):
        own = build.series(f"count{n}", indicator=f"size{n}")
        indicators.append(size.model_copy(update={"id": f"size{n}", "series": (own,)}))
        targets.append(build.target(id=f"target{n}", indicator=f"size{n}", value=value))
        figures += [
            build.figure(str(year), one, series=own.id, indicator=f"size{n}") for year, one in values.items()
        ]
    known = replace(
        base,
        plans=build.by_id([build.plan(*targets)]),
        indicators=build.by_id(indicators),
        observations=build.by_id(figures),
        glance=base.glance.model_copy(update={"indicator": None}),
    )
    known = as_known_on(known, TODAY)
    about = subject(known, assess(known, TODAY), words, link)
    made = deck(about)
    agrees(about, made, words)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda one: one.name)
def test_no_two_slides_have_one_title_and_each_names_its_subject(folder, language):
    for about, made, words in decks(folder, language):
        shown = made.slides
        titles = [one.title for one in shown]
        assert [] == [one for one, n in Counter(titles).items() if n > 1]
        for slide in shown:
            if slide.kind in (SlideKind.TARGET, SlideKind.INDICATOR):
                target = about.known.targets.get(slide.id)
                one = about.known.indicators[target.indicator if target else slide.id]
                assert words.text(one.short) in slide.title or words.text(one.label) in slide.title


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda one: one.name)
def test_title_and_headline_beside_it_say_one_verdict_and_one_count(folder, language):
    for about, made, words in decks(folder, language):
        for slide in made.slides:
            if slide.kind is not SlideKind.TARGET:
                continue
            said = about.progress.statuses[slide.id].headline
            assert said.verdict is slide.stand.verdict
            assert words.verdict_inside(said.verdict) in slide.title
            assert words.verdict(said.verdict).lower() in slide.stand.text.lower()
            ended = said.verdict is Verdict.ENDED  # the tally is that of its last day
            if not slide.facet and not ended and said.n > 1 and said.k == 0 and len(said.tally) > 1:
                tally = slide.stand.text.replace("：", ": ").split(": ")[-1]
                assert tally in slide.title


def test_rule_of_a_slide_names_only_the_paths_that_were_computed():
    """Both paths were said to be tried for shares, of which compound is refused, and for targets already met."""
    for folder in FOLDERS:
        for about, made, words in decks(folder):
            for slide in made.slides:
                if slide.kind is SlideKind.TARGET:
                    status = about.progress.statuses[slide.id]
                    paths = {p.path for r in status.counted for p in r.paces if p.verdict is not None}
                    told = {name: words.say(f"slide.rule.{name}", rule="") for name in (*Path, "both")}
                    shown = {name for name, text in told.items() if text in slide.rule}
                    assert shown == ({"both"} if len(paths) > 1 else paths if not status.due else set())


def test_independence_is_counted_of_series_and_documents_are_only_counted():
    """A slide counted two independent readings, another of the same deck no independent document."""
    titles = {slide.id: slide.title for slide in made().slides if slide.part == 1}
    counted = [r for one in told().statuses for r in one.counted]
    mine = sum(r.series.independence is Independence.INDEPENDENT for r in counted)
    bodies = len({r.series.reporter.en for r in counted})
    assert f"{len(counted)} readings of twelve bodies decide here, three of them independent" == titles["how"]
    assert (12, 3) == (bodies, mine)
    assert "15 documents stand behind these slides" == titles["sources"]


def test_target_alone_has_no_slides_of_other_targets_or_indicators():
    one = deck(told(targets=("compute-2025-total",)))
    kinds = [slide.id for slide in one.slides if slide.kind in (SlideKind.TARGET, SlideKind.INDICATOR)]
    assert {"compute-2025-total"} == set(kinds)


def test_before_the_first_plan_there_is_one_slide_that_says_so():
    slides = made(date(2014, 12, 31)).slides
    assert ["title"] == [slide.id for slide in slides]
    assert "On 31 Dec 2014 there was no plan yet." == slides[0].title


def test_every_document_behind_a_counted_figure_is_listed():
    rows = [row for s in made().slides if isinstance(s.body, Rows) for row in s.body.rows]
    cited = {
        HELD.sources[r.observation.source].title
        for one in told().measured
        for r in one.counted
        if r.observation is not None
    }
    assert cited <= {row[1] for row in rows}


def test_questions_of_the_plan_stand_with_their_slides_only():
    notes = {slide.id: {question for question, _ in slide.notes.asked} for slide in made().slides}
    mine = "Are these patents granted, or only filed?"
    assert mine in notes["ai_patent_grants"]
    assert mine not in notes["aidp-2020-core"]
    for question in HELD.questions.values():
        assert set(question.about) <= {*HELD.targets, *HELD.goals, *HELD.indicators}


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_no_slide_tells_of_a_later_day(day):
    said = "\n".join(text for slide in made(day, plans=tuple(HELD.plans)).slides for text in texts(slide))
    assert [] == [one for one in later(day) if one in said]
    assert set() == {one for one in days_named(said) if one > day} - days_allowed(day)
    assert [] == [one for q in HELD.questions.values() if (one := q.answer.en) in said]


def test_planted_later_sentence_would_be_found():
    day = date(2020, 12, 31)
    slide = made(day).slides[0]
    sentence = later(day)[0]
    assert sentence in texts(replace(slide, subtitle=sentence))


def test_same_deck_twice():
    assert made() == deck(told())


def test_slide_of_an_open_target_says_what_is_needed_from_here_and_that_of_a_due_one_does_not():
    slides = {slide.key: slide for slide in made().slides}
    assert slides["aidp-2030-core"].body.needed.startswith("Needed from here, RMB bn a year: ")
    assert "iResearch 122" in slides["aidp-2030-core"].body.needed
    assert "" == slides["aidp-2025-core"].body.needed


@pytest.mark.parametrize(
    ("language", "one_after", "two_after"),
    [("en", "on the next slide: ", "on the next two slides: "), ("zh", "见下一页：", "见后2页：")],
)
def test_first_slide_says_over_how_many_slides_the_other_targets_go_on(language, one_after, two_after):
    """Fourteen more were said to be on the next slide, which lists five."""
    found = 0
    for _, made, _ in decks(FOLDERS[-1], language):
        slides = [one for one in made.slides if one.kind is SlideKind.TITLE]
        for number, slide in enumerate(slides, 1):
            last = slide.body.lines[-1][1] if slide.body.lines else ""
            after = len(slides) - number
            assert (one_after in last) == (after == 1)
            assert (two_after in last) == (after == 2)
            found += after == 2
    assert found


def test_title_of_one_series_says_on_a_day_and_in_a_year():
    """It said "in 31 Dec 2020"."""
    titles = [slide.title for _, made, _ in decks(FOLDERS[-1]) for slide in made.slides]
    assert any("on 31 Dec 2020" in one for one in titles)
    assert [] == [one for one in titles if re.search(r"\bin \d{1,2} [A-Z]", one)]


@pytest.mark.parametrize(("language", "last"), [("en", "The figure is"), ("zh", "数据性质")])
def test_slide_of_the_sources_tells_the_independence_of_the_figure_and_not_of_the_publisher(language, last):
    """A newspaper that printed a ministry's figure was called self-reported."""
    headers = {s.body.header[-1] for s in made(language=language).slides if s.kind is SlideKind.SOURCES}
    assert {last} == headers
