"""A chart as a picture: everything that belongs to it inside, laid out for each of the three sizes."""

import json
import re
from datetime import date
from functools import lru_cache
from html import unescape

import pytest

from metrics.exports.extract import extract
from metrics.exports.gallery import gallery
from metrics.exports.pictures import asked_of
from metrics.figures.palette import PALETTES
from metrics.figures.picture import MARGIN, SIZES, address_of, picture
from metrics.figures.typesetting import text_width
from metrics.progress import as_known_on, assess
from metrics.records import load
from metrics.words import words_for
from tests.figures.written import plain_text

DAY = date(2026, 11, 28)
WORDS = words_for("en")
KNOWN = as_known_on(load(), DAY)
TAKEN = extract(KNOWN, assess(KNOWN, DAY), WORDS)
PRINT = {"square": 150, "column": 160}  # mm
CHARTS = ["target-aidp-2020-core", "target-aidp-2025-core", "target-aidp-2030-core"]
CHARTS += [f"{kind}-core_ai_industry_size" for kind in ("indicator", "panels", "spread")]
CHARTS += ["timeline", "goal-bm-parity-patents"]


@lru_cache
def made(chart, size, mode="light"):
    one = gallery(TAKEN, mode)[chart]
    drawn = one.draw(SIZES[size].width, 0)
    return drawn, picture(drawn, one.draw, SIZES[size], mode, address=one.address)


def letters(figure):
    """Every size of letters that is drawn."""
    layout = figure.layout.to_plotly_json()
    found = [note.get("font", {}).get("size", 13.5) for note in layout["annotations"]]
    found += [axis.get("tickfont", {}).get("size", 13) for name, axis in layout.items() if "axis" in name]
    sizes = [trace.textfont.size for trace in figure.data if trace.textfont.size]
    return found + [size for one in sizes for size in (one if isinstance(one, (list, tuple)) else (one,))]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("chart", CHARTS)
def test_title_subtitle_source_day_and_address_stand_inside(chart, size):
    drawn, figure = made(chart, size)
    lines = (line for note in figure.layout.annotations for line in note.text.split("<br>"))
    text = " ".join(map(plain_text, lines))
    flat = text.replace(" ", "")
    for words in (drawn.title, drawn.subtitle, drawn.source, "known-on=2026-11-28"):
        assert words.replace(" ", "") in flat
    assert "Known on 28 Nov 2026" in text


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("chart", CHARTS)
def test_lines_of_the_frame_fit_and_do_not_touch(chart, size):
    _, figure = made(chart, size)
    frame = [
        one for one in figure.layout.annotations if one.name in ("title", "subtitle", "source", "address")
    ]
    plain = {id(one): texts_of(one) for one in frame}
    assert (
        max(
            text_width(line, one.font.size, 600 if one.name == "title" else 400)
            for one in frame
            for line in plain[id(one)]
        )
        <= SIZES[size].width - 2 * MARGIN
    )
    for edge in (0, 1):
        heights = [one.yshift for one in frame if one.y == edge]
        assert sorted(heights, reverse=True) == heights
    layout = figure.layout
    lowest = min(one.yshift for one in frame if one.y == 0)
    assert layout.margin.b + lowest > 0


def texts_of(note):
    return [unescape(re.sub(r"<[^>]+>", "", line)) for line in note.text.split("<br>")]


@pytest.mark.parametrize(
    "chart", [one for one in CHARTS if one != "timeline" and not one.startswith("panels")]
)
@pytest.mark.parametrize("size", SIZES)
def test_the_picture_has_the_proportions_of_its_size(chart, size):
    layout = made(chart, size)[1].layout
    assert (SIZES[size].width, SIZES[size].height) == (layout.width, layout.height)


def test_a_chart_with_many_rows_makes_the_picture_higher():
    assert SIZES["slide"].height < made("timeline", "slide")[1].layout.height


@pytest.mark.parametrize("chart", CHARTS)
def test_letters_on_a_slide_are_a_sixtieth_of_its_height(chart):
    assert min(letters(made(chart, "slide")[1])) >= SIZES["slide"].height / 60


@pytest.mark.parametrize("size", PRINT)
@pytest.mark.parametrize("chart", CHARTS)
def test_letters_in_print_are_about_seven_points(chart, size):
    points = min(letters(made(chart, size)[1])) * PRINT[size] / SIZES[size].width / 25.4 * 72
    assert points >= 6.9


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_paper_is_opaque(mode):
    assert PALETTES[mode].paper == made(CHARTS[0], "square", mode)[1].layout.paper_bgcolor


@pytest.mark.parametrize("chart", ["target-aidp-2025-core", "panels-core_ai_industry_size"])
def test_the_same_extract_gives_the_same_picture(chart):
    one, other = (asked_of(gallery(TAKEN, "light")[chart], "column", "light") for _ in range(2))
    assert json.dumps(one) == json.dumps(other)


def test_an_address_that_is_too_long_tells_page_and_day():
    assert "target?known-on=2026-11-28" == address_of("target", {"x": "y" * 400}, DAY)
