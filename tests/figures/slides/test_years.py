"""The years on the screen: the same pages, lines and names as in a file, none over another, none left out in silence."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from metrics.figures.slides.pages import Look, pages
from metrics.figures.slides.stage import stage
from metrics.figures.slides.years import BESIDE, ROW, WHOLE, years
from metrics.words import words_for
from tests.exports.powerpoint.trends import TREND, line, point, with_trend

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
