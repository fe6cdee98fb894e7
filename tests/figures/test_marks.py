"""The marks: what each kind of figure looks like."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.figures.drawing import Drawing
from metrics.figures.frame import Frame
from metrics.figures.marks import APART, SHORTEST_BAR, Mark, footprint, moved_apart
from metrics.figures.palette import DARK, LIGHT
from metrics.figures.template import mixed

FRAME = Frame(1000, 400, 30, 30, 50, 50, date(2018, 1, 1), date(2028, 1, 1), 0, 1000)
GOV = LIGHT.gov


def mark(**more) -> Mark:
    return Mark(
        **({"id": "a", "day": date(2024, 12, 31), "value": 400.0, "colour": GOV, "hover": "?"} | more)
    )


def drawn(*marks, mode="light"):
    drawing = Drawing(FRAME, mode)
    drawing.figures(marks, name="series", meta={"series": "series"})
    return drawing.figure()


def points(figure):
    return next(trace for trace in figure.data if trace.meta["role"] == "mark")


def test_an_exact_figure_is_a_filled_mark_with_a_paper_edge():
    one = points(drawn(mark())).marker
    assert ("circle", 12, GOV, LIGHT.paper) == (one.symbol[0], one.size[0], one.color[0], one.line.color[0])


def test_a_forecast_is_hollow():
    one = points(drawn(mark(hollow=True))).marker
    assert (LIGHT.paper, GOV, 2) == (one.color[0], one.line.color[0], one.line.width[0])


def test_a_provisional_figure_is_filled_at_38_percent_with_a_full_edge():
    one = points(drawn(mark(provisional=True))).marker
    assert (mixed(GOV, LIGHT.paper, 0.38), GOV) == (one.color[0], one.line.color[0])


def test_about_is_a_halo_at_30_percent():
    figure = drawn(mark(about=True))
    halo = next(trace for trace in figure.data if trace.meta["role"] == "halo")
    assert (0.3, 20, 11) == (halo.marker.opacity, halo.marker.size[0], points(figure).marker.size[0])


@pytest.mark.parametrize(("opening", "way"), [("up", 1), ("down", -1)])
def test_an_open_end_is_a_bar_that_fades_to_the_open_side(opening, way):
    figure = drawn(mark(opening=opening))
    bar = next(trace for trace in figure.data if trace.meta["role"] == "open end")
    far = max(bar.y, key=lambda y: abs(y - 400))
    shades = [shade for _, shade in sorted(bar.fillgradient.colorscale)]
    assert way == (far > 400) - (far < 400)
    assert ("0.72)", ",0)") == tuple(
        s[-len(e) :] for s, e in zip(shades[::way], ("0.72)", ",0)"), strict=True)
    )


def test_an_open_end_ends_in_a_chevron():
    figure = drawn(mark(opening="up"))
    bar = next(trace for trace in figure.data if trace.meta["role"] == "open end")
    assert [max(bar.y)] == [shape.yanchor for shape in figure.layout.shapes if shape.type == "path"]


def test_a_range_is_a_bar_between_two_ticks_without_a_mark():
    figure = drawn(mark(spread=(300.0, 500.0)))
    assert [("range", (300.0, 500.0))] == [(t.meta["role"], tuple(t.y)) for t in figure.data]


def test_bars_and_halos_lie_below_marks():
    figure = drawn(mark(opening="up", about=True))
    assert ["open end", "halo", "mark"] == [trace.meta["role"] for trace in figure.data]


def test_marks_carry_their_id_and_what_to_say():
    one = points(drawn(mark(id="x-2024", hover="words")))
    assert (("x-2024",), ("words",)) == (tuple(one.customdata), tuple(one.hovertext))


def test_dark_marks_have_a_dark_edge():
    assert DARK.paper == points(drawn(mark(), mode="dark")).marker.line.color[0]


def test_a_line_leaves_a_gap_between_two_stretches():
    drawing = Drawing(FRAME, "light")
    drawing.join([[("2019", 1), ("2020", 2)], [("2022", 3), ("2023", 4)]], name="", meta={}, colour=GOV)
    (line,) = drawing.figure().data
    assert (("2019", "2020", None, "2022", "2023"), False) == (tuple(line.x), line.connectgaps)


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
    ground, line = drawing.shapes
    assert ("2024-06-30", "2028-01-01", LIGHT.not_due) == (ground["x0"], ground["x1"], ground["fillcolor"])
    assert ("2024-06-30", LIGHT.focus, 1.5) == (line["x0"], line["line"]["color"], line["line"]["width"])


def test_a_known_on_day_after_the_axis_draws_nothing():
    drawing = Drawing(FRAME, "light")
    drawing.not_due(date(2030, 1, 1))
    assert [] == drawing.shapes
