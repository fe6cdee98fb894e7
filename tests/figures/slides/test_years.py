"""The years on the screen: the same pages, lines and names as in a file, none over another, none left out in silence."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from metrics.figures.slides.stage import BESIDE, WHOLE, stage
from metrics.figures.slides.trend import marks_note
from metrics.figures.slides.years import ROW, years
from metrics.records.vocabulary import Bound, Kind
from metrics.words import words_for
from tests.exports.powerpoint.trends import TREND, line, point, with_trend

WORDS = words_for("en")


@given(st.lists(st.integers(1, 1000), min_size=1, max_size=30), st.sampled_from([WHOLE, *BESIDE.values()]))
def test_names_stand_a_row_apart_and_inside_and_those_without_room_are_counted(values, height):
    lines = tuple(line(f"Series {n}", point(2020 + n % 3, one)) for n, one in enumerate(values))
    drawn = years(replace(TREND, lines=lines, dues=()), WORDS, height)
    heights = [one.y for one in drawn.names]
    assert all(b - a >= ROW - 0.2 for a, b in pairwise(heights))
    assert all(0 <= one <= height - ROW for one in heights)
    assert len(values) == len(drawn.names) + drawn.nameless


def test_every_figure_has_its_mark_and_every_promise_its_bar_and_name():
    drawn = years(TREND, WORDS, WHOLE)
    assert [len(one.points) for one in TREND.lines] == [len(one.marks) for one in drawn.lines]
    assert {one.name for one in TREND.lines} | {one.label for one in TREND.dues} == {
        one.name for one in drawn.names
    }
    assert len(TREND.dues) == len(drawn.dues)


def test_promises_and_the_longest_lines_are_named_first():
    few = tuple(line(f"Short {n}", point(2020, 10 * n + 10)) for n in range(20))
    drawn = years(replace(TREND, lines=(*few, TREND.lines[0])), WORDS, BESIDE[2])
    named = {one.name for one in drawn.names}
    assert {TREND.lines[0].name, *(one.label for one in TREND.dues)} <= named


def test_how_marks_are_read_is_said_only_of_marks_that_are_drawn():
    """A slide of exact figures alone explained a hollow mark with an arrow."""
    bound, dashed = (WORDS.say(f"slide.trend.{name}") for name in ("bound", "dashed"))
    exact = line("Exact", point(2020, 10), point(2021, 20), point(2022, 30))
    floor = line("Floor", point(2020, 10), point(2021, 20), point(2022, 30, Bound.MORE_THAN))
    forecast = line("Forecast", point(2020, 10), point(2021, 20), point(2022, 30, kind=Kind.FORECAST))
    far = line("Far", point(2020, 10), point(2021, 20), point(2030, 30, kind=Kind.FORECAST))
    said = {one: marks_note((exact, one), WORDS) for one in (exact, floor, forecast, far)}
    assert {exact: "", floor: bound, forecast: dashed, far: ""} == said
    assert f"{bound} {dashed}" == marks_note((floor, forecast), WORDS)


def test_a_slide_without_such_marks_has_no_line_about_them():
    exact = replace(TREND, lines=(line("Exact", point(2020, 10), point(2021, 20)),), note="")
    html = stage(with_trend(exact), WORDS, "light")
    assert '<svg class="mps-years"' in html
    assert "mps-below" not in html
