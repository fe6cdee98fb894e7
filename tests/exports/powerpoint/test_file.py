"""The PowerPoint file: whole, titled, footed, noted, described, the same each time, and only in fonts that are everywhere."""

import re
from dataclasses import replace
from datetime import date, datetime

import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE

from metrics.exports.extract import extract
from metrics.exports.files import pptx
from metrics.exports.powerpoint.file import powerpoint
from metrics.exports.powerpoint.lanes import lanes
from metrics.exports.powerpoint.places import FOOT_RULE
from metrics.exports.powerpoint.xml import EMU
from metrics.figures.signs import TEXT
from metrics.progress import as_known_on, assess
from metrics.progress.result import Verdict
from metrics.words import languages, words_for
from tests.exports.powerpoint.opened import (
    A,
    C,
    P,
    cells,
    documents,
    kind,
    parts,
    presentation,
    texts,
    told,
    workbooks,
)
from tests.exports.powerpoint.trends import FLOORS, TREND, with_trend
from tests.figures.slides.made import DECK, LANES
from tests.later import HELD
from tests.latin import foreign

WORDS = words_for("en")
DAY = date(2026, 11, 28)
FONTS = {"Arial", "Microsoft YaHei", "+mn-lt", "+mn-ea", "+mn-cs", "+mj-lt", "+mj-ea", "+mj-cs"}
MADE = with_trend(TREND)


#: An address in the lines of a footer.
ADDRESS = re.compile(r"(?<=：) ?[a-z]+ ?(?=\?)|[?&][a-z-]+=\S*")


def of_the_day(day=DAY, language="en", **only):
    known = as_known_on(HELD, day)
    return extract(known, assess(known, day), words_for(language), **only)


@pytest.fixture(scope="module", params=["shipped", "made"])
def held(request):
    """The slides of a deck and its file."""
    if request.param == "made":
        return MADE.slides, powerpoint(MADE, WORDS)
    from metrics.exports.slides import deck_of

    deck = deck_of(of_the_day())
    return deck.slides, powerpoint(deck, WORDS)


def test_every_slide_has_the_finding_as_its_title(held):
    wanted, data = held
    slides = presentation(data).slides
    assert [one.title for one in wanted] == [one.shapes.title.text_frame.text for one in slides]


def test_every_slide_carries_sources_rule_day_address_and_number(held):
    wanted, data = held
    for number, (page, slide) in enumerate(zip(wanted, presentation(data).slides, strict=True), 1):
        (footer,), (known,), (counted,) = kind(slide, "ftr"), kind(slide, "dt"), kind(slide, "sldNum")
        assert page.sources[:40] in footer
        assert page.rule[:40] in footer
        assert "Known on 28 Nov 2026" in known
        assert page.address in known
        assert str(number) == counted


def test_every_slide_has_notes_with_questions_answers_and_caveats(held):
    wanted, data = held
    for page, slide in zip(wanted, presentation(data).slides, strict=True):
        said = slide.notes_slide.notes_text_frame.text
        notes = page.notes
        for text in (*notes.say, *notes.caveats, *(part for pair in notes.asked for part in pair)):
            assert text in said
        assert said


def test_every_chart_table_and_group_has_a_text_alternative(held):
    _, data = held
    found = [
        (node.get("name"), node.get("descr"))
        for name, tree in documents(data).items()
        if name.startswith("ppt/slides/slide")
        for holder in tree.iter(f"{P}nvGraphicFramePr", f"{P}nvGrpSpPr")
        for node in holder.iter(f"{P}cNvPr")
        if node.get("id") != "1"  # the slide itself
    ]
    assert len(found) > 10
    assert [] == [name for name, alt in found if not alt]


def test_slides_are_read_as_they_are_seen(held):
    wanted, data = held
    for page, slide in zip(wanted, presentation(data).slides, strict=True):
        read = texts(slide)
        order = [read.index(page.title), next(i for i, one in enumerate(read) if "Sources:" in one)]
        assert page.kicker.startswith(read[0].rstrip("…"))
        assert sorted(order) == order
        assert len(read) - 3 == order[1]  # footer, day and number come last


def test_only_fonts_that_are_everywhere_are_named(held):
    _, data = held
    named = {
        node.get("typeface")
        for tree in documents(data).values()
        for node in tree.iter(f"{A}latin", f"{A}ea", f"{A}cs", f"{A}sym", f"{A}buFont")
    }
    assert set() == named - FONTS - {""}


def test_no_letter_is_smaller_than_fourteen_points(held):
    """28 px on a screen of 1920."""
    _, data = held
    sizes = {
        int(node.get("sz"))
        for name, tree in documents(data).items()
        if name.startswith(("ppt/slides/", "ppt/charts/", "ppt/slideLayouts/", "ppt/slideMasters/"))
        for node in tree.iter(f"{A}rPr", f"{A}defRPr")
        if node.get("sz")
    }
    assert min(sizes) >= 1400


def test_no_shape_leaves_the_slide(held):
    _, data = held
    file = presentation(data)
    assert (12192000, 6858000) == (file.slide_width, file.slide_height)
    for slide in file.slides:
        for node in slide.shapes._spTree.iter(f"{A}xfrm", f"{P}xfrm"):
            off, ext = node.find(f"{A}off"), node.find(f"{A}ext")
            assert int(off.get("x")) >= 0
            assert int(off.get("y")) >= 0
            assert int(off.get("x")) + int(ext.get("cx")) <= file.slide_width
            assert int(off.get("y")) + int(ext.get("cy")) <= file.slide_height


def test_nothing_needs_repair(held):
    _, data = held
    files, trees = parts(data), documents(data)
    assert len(files) == len({name.lower() for name in files})
    types = trees["[Content_Types].xml"]
    overrides = {node.get("PartName").lstrip("/") for node in types if node.tag.endswith("Override")}
    endings = {node.get("Extension") for node in types if node.tag.endswith("Default")}
    assert set() == overrides - set(files)
    unlisted = {name for name in files if name not in overrides and name.rpartition(".")[2] not in endings}
    assert {"[Content_Types].xml"} >= unlisted
    assert not any("thumbnail" in name or "printer" in name for name in files)
    for name, tree in trees.items():
        if name.startswith(
            ("ppt/slides/slide", "ppt/slideLayouts/", "ppt/slideMasters/", "ppt/notesSlides/")
        ):
            ids = [node.get("id") for node in tree.iter(f"{P}cNvPr")]
            assert len(ids) == len(set(ids)), name
    for name, tree in trees.items():
        if name.endswith(".rels"):
            targets = [node.get("Target") for node in tree if node.get("TargetMode") != "External"]
            folder = name.replace("_rels/", "").rpartition("/")[0].split("/")
            for target in targets:
                assert resolved(folder, target) in files, (name, target)
            assert [] == [node for node in tree if node.get("TargetMode") == "External"]


def resolved(folder, target):
    if target.startswith("/"):
        return target[1:]
    path = [one for one in folder if one]
    for step in target.split("/"):
        path = path[:-1] if step == ".." else [*path, step]
    return "/".join(path)


def test_same_deck_gives_the_same_bytes(held, monkeypatch):
    _, data = held
    monkeypatch.setattr("time.time", lambda: 2e9)
    assert data in {powerpoint(MADE, WORDS), pptx(of_the_day())}


def test_file_is_dated_by_the_known_on_day():
    about = presentation(powerpoint(DECK, WORDS)).core_properties
    assert {datetime(2026, 11, 28)} == {about.created, about.modified}
    assert ("Milepost", DECK.title, "en-US") == (about.author, about.title, about.language)
    assert "Known on 28 Nov 2026" in about.subject


@pytest.mark.parametrize("sign", ["=1+1", "+86", "-5", "@SUM(A1)", "＝1"])
def test_no_text_of_the_data_is_a_formula_or_a_link(sign):
    trend = replace(TREND, lines=tuple(replace(one, name=f"{sign} {one.name}") for one in TREND.lines))
    data = powerpoint(with_trend(trend), WORDS)
    (book,) = workbooks(data).values()
    named = [cell for cell in cells(book) if str(cell.value).startswith(sign)]
    assert len(named) > 5
    assert {("s", True)} == {(cell.data_type, bool(cell.style and cell.quotePrefix)) for cell in named}
    assert [] == [cell for cell in cells(book) if cell.data_type == "f" or cell.hyperlink]


def test_texts_of_the_data_are_never_markup():
    hostile = '<a:t>&amp;"]]>\x00\x0b\ud83d</a:t>'.encode("utf-16", "surrogatepass").decode(
        "utf-16", "replace"
    )
    slides = tuple(
        replace(one, title=hostile, alt=hostile, sources=hostile, kicker=hostile) for one in DECK.slides
    )
    data = powerpoint(replace(DECK, slides=slides, title=hostile), WORDS)
    shown = {one.shapes.title.text_frame.text for one in presentation(data).slides}
    assert {'<a:t>&amp;"]]>\ufffd</a:t>'} == {one.replace("\x0b", "") for one in shown}


def test_a_deck_of_nothing_is_a_file_without_slides():
    assert [] == list(presentation(powerpoint(replace(DECK, slides=()), WORDS)).slides)


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_can_be_drawn_and_written(verdict):
    from metrics.exports.powerpoint.sign import sign

    for hollow in (False, True):
        group = sign(verdict, WORDS.verdict(verdict), 100, 100, 20, hollow=hollow)
        assert 89 <= group.box.x <= group.box.right <= 111
        assert 89 <= group.box.y <= group.box.foot <= 111
    assert TEXT[verdict]


def whole(data):
    """Everything that a file says, in one piece wherever a line is broken."""
    return "".join(told(data)).replace(" ", "")


def test_slides_carry_the_address_of_the_dashboard_where_it_is_known_and_else_name_the_page():
    """ "glance" alone stood on slides: photographed, it led nowhere."""
    known = whole(pptx(replace(of_the_day(), base="https://example.org/milepost")))
    assert "example.org/milepost/?known-on=2026-11-28" in known
    assert "example.org/milepost/target?target=moe-2020-centres&known-on=2026-11-28" in known
    unknown = whole(pptx(of_the_day()))
    assert "Page“Ataglance”:?known-on=2026-11-28" in unknown
    assert "Page“Target”:target?target=moe-2020-centres&known-on=2026-11-28" in unknown


def test_only_the_targets_asked_for_have_slides():
    taken = replace(of_the_day(), chosen=("moe-2020-centres", "aidp-2025-core"))
    shown = " ".join(told(pptx(taken)))
    assert "?target=aidp-2025-core" in shown
    assert "?target=moe-2020-centres" in shown
    assert "?target=aidp-2020-core" not in shown


@pytest.mark.parametrize("language", languages())
def test_file_speaks_each_language(language):
    data = pptx(of_the_day(language=language))
    langs = {
        node.get("lang")
        for name, tree in documents(data).items()
        if name.startswith("ppt/slides/slide")
        for node in tree.iter(f"{A}rPr")
    }
    assert {words_for(language).say("powerpoint.language")} == langs
    if language == "zh":
        said = [text for slide in presentation(data).slides for text in texts(slide)]
        assert set() == {word for text in said for word in foreign(ADDRESS.sub("", text))}
    assert len(list(presentation(data).slides)) > 10


def test_charts_are_native_and_hold_their_data(held):
    _, data = held
    charts = [one.chart for slide in presentation(data).slides for one in slide.shapes if one.has_chart]
    assert charts
    books = workbooks(data)
    assert len(charts) == len(books)
    for chart in charts:
        assert chart.part.chart_workbook.xlsx_part is not None
    for tree in (tree for name, tree in documents(data).items() if name.startswith("ppt/charts/chart")):
        assert list(tree.iter(f"{C}externalData"))


def test_years_stand_below_the_lanes_where_these_are_few():
    few = replace(LANES, counted=LANES.counted[:1], listed=())
    slides = [replace(one, body=few, trend=TREND) for one in DECK.slides if one.key == "aidp-2025-core"]
    (slide,) = presentation(powerpoint(replace(DECK, slides=tuple(slides)), WORDS)).slides
    (chart,) = [one for one in slide.shapes if one.has_chart]
    lanes_of = [one for one in slide.shapes if one.shape_type == MSO_SHAPE_TYPE.GROUP]
    assert max(one.top + one.height for one in lanes_of) <= chart.top


def test_names_with_who_counts_stand_beside_the_chart():
    slide = presentation(powerpoint(MADE, WORDS)).slides[3]
    (chart,) = [one for one in slide.shapes if one.has_chart]
    names = {
        one.name: one for one in slide.shapes if one.has_text_frame and one.left >= chart.left + chart.width
    }
    assert {"Ministry", "=Institute", "Consultancy", "> 400 by the end of 2022"} <= set(names)
    assert "Consultancy  270\nindependent · 2021" == names["Consultancy"].text_frame.text


@pytest.mark.parametrize("deck", [MADE, with_trend(FLOORS)], ids=["trend", "floors"])
def test_lanes_and_tables_stay_above_the_footer(deck):
    for slide in presentation(powerpoint(deck, WORDS)).slides:
        shown = [one for one in slide.shapes if not one.is_placeholder]
        assert all(one.top + one.height <= FOOT_RULE * EMU for one in shown)


@pytest.mark.parametrize("day", [date(2010, 1, 1), date(2017, 12, 31), date(2019, 6, 30)], ids=str)
@pytest.mark.parametrize("plan", [None, "aidp-2017", "fyp15-2026"])
def test_every_day_and_plan_has_slides(day, plan):
    data = pptx(of_the_day(day, plan=plan))
    titles = [one.shapes.title.text_frame.text for one in presentation(data).slides]
    assert titles
    assert all(titles)


def test_a_note_that_is_too_long_for_its_line_begins_beside_the_name():
    note = "independent, for the first half of 2019, none since"
    long = replace(LANES.counted[0], name="Nikkei", note=note)
    (group,) = [one for one in lanes(replace(LANES, counted=(long,)), WORDS) if one.name == "Nikkei"]
    (name, *beside), (below,) = next(part.paragraphs for part in group.parts if len(part.paragraphs) == 2)
    assert ("Nikkei", note) == (name.text, f"{beside[0].text.strip()} {below.text}")
