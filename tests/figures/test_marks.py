"""The marks: what each kind of figure looks like."""

from datetime import date, datetime
from itertools import pairwise
from math import cos, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.figures.drawing import Drawing
from metrics.figures.frame import Frame
from metrics.figures.glyphs import CHEVRON, FADE, FADES, WIDE_ONLY
from metrics.figures.labels import Spot
from metrics.figures.marks import (
    APART,
    BAR_LENGTH,
    DASHED,
    DOTTED,
    SHORTEST_BAR,
    Mark,
    footprint,
    moved_apart,
)
from metrics.figures.palette import DARK, LIGHT
from metrics.figures.plotly_figure import MOST_SHAPES
from metrics.figures.template import CLEAR, faded, mixed

FRAME = Frame(1000, 400, 30, 30, 50, 50, date(2018, 1, 1), date(2028, 1, 1), 0, 1000)
GOV = LIGHT.gov


def mark(**more) -> Mark:
    return Mark(
        **({"id": "a", "day": date(2024, 12, 31), "value": 400.0, "colour": GOV, "hover": "?"} | more)
    )


def drawn(*marks, mode="light"):
    drawing = Drawing(FRAME, mode)
    drawing.marks(marks, "series")
    return drawing.over_years([]).figure


def trace(figure, role):
    return next((one for one in figure.data if one.meta["role"] == role), None)


def points(figure):
    return trace(figure, "marks")


def test_an_exact_figure_is_a_filled_mark_with_a_paper_edge():
    one = points(drawn(mark())).marker
    assert ("circle", 12, GOV, LIGHT.paper) == (one.symbol, one.size, one.color, one.line.color)


def test_a_forecast_is_hollow():
    one = points(drawn(mark(hollow=True))).marker
    assert (LIGHT.paper, GOV, 2) == (one.color, one.line.color, one.line.width)


def test_a_provisional_figure_is_filled_at_38_percent_with_a_full_edge():
    one = points(drawn(mark(provisional=True))).marker
    assert (mixed(GOV, LIGHT.paper, 0.38), GOV) == (one.color, one.line.color)


def test_about_is_a_halo_at_30_percent():
    figure = drawn(mark(about=True))
    halo = trace(figure, "under").marker
    assert (faded(GOV, 0.3), 20, 11) == (halo.color, halo.size, points(figure).marker.size)


def strokes(figure):
    """What lies below the marks: where, in which direction, from and to which px from there, and in which colour."""
    one = trace(figure, "under")
    marker = one.marker
    for i, y in enumerate(one.y):
        angle, size, off = (
            values[i] if isinstance(values, (list, tuple)) else values
            for values in (marker.angle, marker.size, marker.standoff)
        )
        middle, half = off, size * 1.4 / 2
        colour = marker.color[i] if isinstance(marker.color, (list, tuple)) else marker.color
        yield y, (angle + 180) % 360, middle - half, middle + half, colour


@pytest.mark.parametrize(("opening", "way"), [("up", 0), ("right", 90), ("down", 180), ("left", 270)])
def test_an_open_end_is_a_bar_that_fades_to_the_open_side(opening, way):
    bars = [one for one in strokes(drawn(mark(opening=opening))) if one[-1] == faded(GOV, FADE)]
    assert {(400, way)} == {one[:2] for one in bars}
    assert [0] * FADES == pytest.approx([start for _, _, start, _, _ in bars], abs=0.02)
    lengths = [stop for _, _, _, stop, _ in bars]
    assert lengths == pytest.approx([BAR_LENGTH * n / FADES for n in range(FADES, 0, -1)], abs=0.02)
    assert 1 - (1 - FADE) ** FADES == pytest.approx(0.72, abs=0.01)


def test_an_open_end_ends_in_a_chevron():
    tips = [one for one in strokes(drawn(mark(opening="up"))) if one[-1] == GOV]
    middles = [((start + stop) / 2, radians(angle)) for _, angle, start, stop, _ in tips]
    along = [pytest.approx(far * cos(angle), abs=0.02) for far, angle in middles]
    aside = [pytest.approx(far * sin(angle), abs=0.04) for far, angle in middles]
    assert [BAR_LENGTH - CHEVRON / 2] * 2 == along
    assert [-CHEVRON / 2, CHEVRON / 2] == aside


def test_a_range_is_a_bar_between_two_ticks_whose_ends_the_pointer_finds():
    figure = drawn(mark(spread=(300.0, 500.0)))
    bar, *ticks = strokes(figure)
    assert (300, FRAME.up(500) - FRAME.up(300)) == (bar[0], pytest.approx(bar[3], abs=0.02))
    assert [300, 500] == [y for y, *_ in ticks]
    assert ([300, 500], CLEAR) == (list(points(figure).y), points(figure).marker.color)


def test_bars_and_halos_lie_below_marks():
    figure = drawn(mark(opening="up", about=True))
    assert ["under", "marks"] == [one.meta["role"] for one in figure.data]


def test_marks_carry_their_id_and_what_to_say():
    one = points(drawn(mark(id="x-2024", hover="words")))
    assert (("x-2024",), ("words",)) == (tuple(one.customdata), tuple(one.hovertext))


def test_dark_marks_have_a_dark_edge():
    assert DARK.paper == points(drawn(mark(), mode="dark")).marker.line.color


def test_lines_of_one_colour_are_one_trace_with_gaps():
    drawing = Drawing(FRAME, "light")
    days = [date(year, 12, 31) for year in (2019, 2020, 2022, 2023)]
    drawing.line([(days[0], 1), (days[1], 2)], GOV)
    drawing.line([(days[2], 3), (days[3], 4)], GOV)
    (line,) = drawing.over_years([]).figure.data
    written = [day.isoformat() for day in days]
    assert ((*written[:2], None, *written[2:]), False) == (tuple(line.x), line.connectgaps)


def test_dashes_that_are_no_shape_are_cut_into_strokes_of_their_px():
    drawing = Drawing(FRAME, "light")
    for width in range(MOST_SHAPES + 1):
        drawing.line([(date(2019, 1, 1), 0), (date(2020, 1, 1), 0)], GOV, width + 1, DASHED)
    figure = drawing.over_years([]).figure
    assert [DASHED] * MOST_SHAPES == [one.line.dash for one in figure.layout.shapes]
    (line,) = figure.data
    ends = [datetime.fromisoformat(x) for x in line.x if x]
    px = [(b - a).total_seconds() / 86_400 / FRAME.days(1) for a, b in pairwise(ends)]
    assert px[:-1:2] == pytest.approx([5] * len(px[:-1:2]), rel=0.1)
    assert px[1:-1:2] == pytest.approx([4] * len(px[1:-1:2]), rel=0.1)
    assert ("2019-01-01", None) == (line.x[0], line.x[2])


@pytest.mark.parametrize("dash", [DOTTED, DASHED])
def test_dots_and_dashes_are_one_shape_for_each_look(dash):
    drawing = Drawing(FRAME, "light")
    for value in (1.0, 2.0):
        drawing.line([(date(2019, 1, 1), value), (date(2020, 1, 1), value)], GOV, dash=dash)
    figure = drawing.over_years([]).figure
    (shape,) = figure.layout.shapes
    assert ("M2019-01-01,1L2020-01-01,1M2019-01-01,2L2020-01-01,2", dash) == (shape.path, shape.line.dash)
    assert () == figure.data


def test_two_marks_on_one_place_are_set_side_by_side():
    assert [-APART / 2, APART / 2] == [m.aside for m in moved_apart([mark(), mark(id="b")], FRAME)]


def test_a_bar_stops_below_the_mark_over_it():
    low, high = moved_apart([mark(opening="up"), mark(id="b", value=500.0)], FRAME)
    assert SHORTEST_BAR <= low.bar < FRAME.up(high.value) - FRAME.up(low.value)


values = st.floats(0, 1000)
days = st.dates(date(2018, 1, 1), date(2028, 1, 1))


@given(st.lists(st.tuples(days, values), max_size=15))
def test_marks_are_moved_sideways_and_never_by_value(places):
    before = [mark(id=str(i), day=d, value=v) for i, (d, v) in enumerate(places)]
    after = moved_apart(before, FRAME)
    assert [(m.id, m.day, m.value) for m in before] == [(m.id, m.day, m.value) for m in after]


def test_a_mark_with_an_open_end_takes_the_room_of_its_bar():
    bare, barred = footprint(mark(), FRAME), footprint(mark(opening="up"), FRAME)
    assert len(bare) < len(barred)
    assert max(box.head for box in bare) < max(box.head for box in barred)


def test_the_time_after_the_known_on_day_has_a_ground_of_its_own():
    drawing = Drawing(FRAME, "light")
    drawing.not_due(date(2024, 6, 30))
    (ground,), (line,) = drawing.bands, drawing.strokes
    assert (date(2024, 6, 30), date(2028, 1, 1), LIGHT.not_due) == (ground.x0, ground.x1, ground.fill)
    assert (date(2024, 6, 30), LIGHT.focus, 1.5) == (line.x, line.colour, line.width)


def test_a_known_on_day_after_the_axis_draws_nothing():
    drawing = Drawing(FRAME, "light")
    drawing.not_due(date(2030, 1, 1))
    assert ([], [], None) == (drawing.bands, drawing.strokes, drawing.known_on)


def test_a_text_stands_beside_an_unseen_marker_of_its_distance():
    drawing = Drawing(FRAME, "light")
    drawing.write("a", date(2024, 1, 1), 500, Spot(9, 34, "left"))
    drawing.write("b", date(2024, 1, 1), 500, Spot(-9, 0, "right"), wide_only=True)
    (over,) = drawing.over_years([]).figure.data
    assert (("middle right", "middle left"), 12.8, CLEAR) == (
        tuple(over.textposition),
        over.marker.size,
        over.marker.color,
    )
    assert FRAME.up(over.y[0]) == pytest.approx(FRAME.up(500) + 34)
    assert ["a", f'<span style="{WIDE_ONLY}">b</span>'] == list(over.text)


def test_only_what_stands_beyond_the_axis_is_an_annotation():
    drawing = Drawing(FRAME, "light")
    drawing.write("name", FRAME.first, 500, Spot(-50, 0, "left"))
    drawing.write("day", FRAME.last, 500, Spot(40, 0, "right"))
    drawing.write("in", FRAME.last, 500, Spot(-2, 0, "left"))
    figure = drawing.over_years([]).figure
    assert ["name", "day"] == [one.text for one in figure.layout.annotations]
    assert ["in"] == list(figure.data[0].text)
