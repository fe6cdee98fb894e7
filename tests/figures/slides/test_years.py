"""The years on the screen: the same pages, lines and names as in a file, none over another, none left out in silence."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.figures.points import joins
from metrics.figures.slides.pages import Look, pages
from metrics.figures.slides.stage import stage
from metrics.figures.slides.trend import marks_note
from metrics.figures.slides.years import BESIDE, ROW, WHOLE, years
from metrics.records.vocabulary import Bound, Kind
from metrics.words import words_for
from tests.exports.powerpoint.trends import FLOORS, TREND, line, point, with_trend

WORDS = words_for("en")


@given(st.lists(st.integers(1, 1000), min_size=1, max_size=30), st.sampled_from([WHOLE, *BESIDE.values()]))
def test_names_stand_a_row_apart_and_inside_and_those_without_room_are_counted(values, height):
    lines = tuple(line(f"Series {n}", point(2020 + n % 3, one)) for n, one in enumerate(values))
    drawn = years(replace(TREND, lines=lines, dues=()), WORDS, height)
    heights = [one.y for one in drawn.names]
    assert all(b - a >= ROW - 0.2 for a, b in pairwise(heights))
    assert all(0 < one <= height for one in heights)
    assert len(values) == len(drawn.names) + drawn.nameless


def test_every_figure_has_its_mark_and_every_promise_its_bar_and_name():
    drawn = years(TREND, WORDS)
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


def test_screen_shows_the_years_on_the_pages_on_which_a_file_shows_them():
    """On the screen an indicator was one dot in an empty page; its file had the line."""
    deck = with_trend(TREND)
    shown = [one.slide.key for one in pages(deck, WORDS) if one.look in {Look.YEARS, Look.LANES_AND_YEARS}]
    html = stage(deck, WORDS, "light")
    assert shown
    assert len(shown) == html.count('<svg class="mps-years"')
    assert all(f'data-key="{key}"' in html for key in shown)


def test_how_marks_are_read_is_said_only_of_marks_that_are_drawn():
    """A slide of exact figures alone explained a hollow mark with an arrow."""
    bound, dashed = (WORDS.say(f"slide.trend.{name}") for name in ("bound", "dashed"))
    exact = line("Exact", point(2020, 10), point(2021, 20), point(2022, 30))
    floor = line("Floor", point(2020, 10), point(2021, 20), point(2022, 30, Bound.MORE_THAN))
    forecast = line("Forecast", point(2020, 10), point(2021, 20), point(2022, 30, kind=Kind.FORECAST))
    far = line("Far", point(2020, 10), point(2021, 20), point(2030, 30, kind=Kind.FORECAST))
    uncounted = replace(floor, counts=False)
    said = {}
    for one in (exact, floor, forecast, far, uncounted):
        trend = replace(TREND, lines=(exact, one))
        (page,) = [p for p in pages(with_trend(trend), WORDS) if p.trend]
        said[one] = page.trend.note
    assert {exact: "", floor: bound, forecast: dashed, far: "", uncounted: ""} == said
    assert f"{bound} {dashed}" == marks_note((floor, forecast), WORDS)


def test_a_slide_without_such_marks_has_no_line_about_them():
    exact = replace(TREND, lines=(line("Exact", point(2020, 10), point(2021, 20)),))
    html = stage(with_trend(exact), WORDS, "light")
    assert '<svg class="mps-years"' in html
    assert "mps-below" not in html


@pytest.mark.parametrize(("language", "word"), [("en", "line"), ("zh", "连线")])
def test_no_slide_says_of_open_ends_that_they_must_not_be_joined_as_the_page_joins_them(language, word):
    """The page joined two floors of one series by the rule, and the slide said that such a line would mislead."""
    ends = [(date(2021, 12, 31), True), (date(2022, 12, 31), True)]
    assert ((0, 1),) == joins(ends)[0]
    words = words_for(language)
    (page,) = [p for p in pages(with_trend(FLOORS), words) if p.look is Look.YEAR_TABLE]
    said = " ".join((page.slide.title, *page.slide.notes.caveats[:1], words.say("powerpoint.why_table")))
    assert word not in said
