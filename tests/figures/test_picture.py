"""A chart as a picture: everything that belongs to it inside, all lengths enlarged alike."""

from datetime import date

import pytest

from metrics.figures.frame import WIDTH
from metrics.figures.palette import PALETTES
from metrics.figures.picture import MARGIN, enlarged, picture
from metrics.words import words_for
from tests.figures.test_target_chart import chart as target_chart
from tests.figures.test_timeline_chart import shipped as timeline
from tests.figures.written import texts
from tests.progress.build import figure

WORDS = words_for("en")
SIZE = (1600, 900)
TIMES = SIZE[0] / (WIDTH + 2 * MARGIN)
CHART = target_chart(figure("2025", 450), known_on=date(2026, 6, 30))


def test_title_subtitle_source_and_known_on_stand_inside():
    said = " ".join(texts(picture(CHART, WORDS, SIZE, "light")))
    assert all(words in said for words in (CHART.title, CHART.subtitle, CHART.source))


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_picture_is_of_the_size_asked_for_on_opaque_paper(mode):
    layout = picture(CHART, WORDS, SIZE, mode).layout
    assert (1600, 900, PALETTES[mode].paper) == (layout.width, layout.height, layout.paper_bgcolor)


def test_a_chart_with_many_rows_makes_the_picture_higher():
    assert SIZE[1] < picture(timeline()[0], WORDS, SIZE, "light").layout.height


def test_rows_are_never_stretched():
    chart = timeline(plans=("aidp-2017",), categories=())[0]
    made, was = picture(chart, WORDS, SIZE, "light").layout, chart.figure.layout
    plot = made.height - made.margin.t - made.margin.b
    assert pytest.approx((was.height - was.margin.t - was.margin.b) * TIMES, abs=1) == plot


def test_marks_and_letters_grow_with_the_picture():
    made = picture(CHART, WORDS, SIZE, "light")
    before, after = (
        next(t for t in one.data if t.meta["role"] == "mark").marker.size[0] for one in (CHART.figure, made)
    )
    assert pytest.approx(before * TIMES) == after


def test_the_chart_itself_is_not_changed():
    before = CHART.figure.to_json()
    picture(CHART, WORDS, SIZE, "dark")
    assert before == CHART.figure.to_json()


def test_places_in_the_units_of_an_axis_stay():
    bar = {"type": "bar", "width": [86_400_000], "marker": {"line": {"width": 1}}}
    shape = {
        "xsizemode": "pixel",
        "x0": -10,
        "x1": 10,
        "y0": 0,
        "y1": 1,
        "line": {"width": 2, "dash": "4px,3px"},
    }
    assert {"type": "bar", "width": [86_400_000], "marker": {"line": {"width": 2}}} == enlarged(bar, 2)
    grown = enlarged(shape, 2)
    assert (-20, 20, 0, 1, "8.00px,6.00px") == (
        *(grown[k] for k in ("x0", "x1", "y0", "y1")),
        grown["line"]["dash"],
    )
