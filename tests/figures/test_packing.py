"""Packing: plans and events in rows, nothing on anything else."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.figures.labels import Edges, overlap
from metrics.figures.timeline.packing import (
    FEW,
    Bar,
    Pin,
    crossing,
    depth,
    label_box,
    pack_bars,
    pack_pins,
    stem_box,
    stem_head,
    touching,
)

WIDTHS = (1000.0, 1700.0)
EDGES = Edges(left=0, right=4, foot=-1, head=1000)

pins = st.builds(Pin, st.floats(0, 0.7), st.floats(20, 230))
bars = st.builds(
    lambda start, length, label: Bar(start, min(start + length, 1), label),
    st.floats(0, 0.9),
    st.floats(0.01, 0.9),
    st.floats(20, 220),
)


@given(st.lists(pins, max_size=18))
def test_no_two_events_touch(some):
    seats = pack_pins(some, EDGES, WIDTHS)
    placed = list(zip(some, seats, strict=True))
    for width in (1000.0, 1300.0, 1700.0):
        assert not any(touching(a, b, (width, width)) for a, b in combinations(placed, 2))


@given(st.lists(pins, max_size=18))
def test_no_stem_crosses_a_label(some):
    seats = pack_pins(some, EDGES, WIDTHS)
    for i, (pin, seat) in enumerate(zip(some, seats, strict=True)):
        stem = stem_box(pin, seat)
        drawn = type(stem)(stem.at, stem.left, stem.right, stem_head(some, seats, i, WIDTHS), stem.head)
        labels = [label_box(p, s) for j, (p, s) in enumerate(zip(some, seats, strict=True)) if j != i]
        assert not any(overlap(drawn, one, WIDTHS) for one in labels if drawn.foot < drawn.head)


def test_in_a_run_of_close_events_the_earliest_takes_the_lowest_row():
    run = [Pin(0.10, 200), Pin(0.15, 200), Pin(0.20, 200)]
    assert [2, 1, 0] == [seat.row for seat in pack_pins(run, EDGES, WIDTHS)]


def test_events_far_apart_share_a_row():
    assert [0, 0] == [seat.row for seat in pack_pins([Pin(0.1, 100), Pin(0.5, 100)], EDGES, WIDTHS)]


def test_many_events_take_fewer_rows_than_events():
    run = [Pin(0.05 * i, 180) for i in range(FEW + 4)]
    assert depth(pack_pins(run, EDGES, WIDTHS)) < 6


def test_a_label_wider_than_the_plot_is_refused():
    with pytest.raises(ValueError, match="no room between the edges"):
        pack_pins([Pin(0.5, 3000)], EDGES, WIDTHS)


def test_no_events_need_no_row():
    assert 0 == depth(pack_pins([], EDGES, WIDTHS))


@given(st.lists(bars, max_size=14))
def test_no_two_plans_overlap(some):
    ordered = sorted(some, key=lambda bar: bar.start)
    rows = pack_bars(ordered, WIDTHS)
    for width in (1000.0, 1700.0):
        ends = [max(b.end * width, b.start * width + b.label) for b in ordered]
        for (i, one), (j, other) in combinations(enumerate(ordered), 2):
            assert rows[i] != rows[j] or ends[i] <= other.start * width or ends[j] <= one.start * width


def test_crossing_is_seen_from_both_sides():
    upper, lower = (Pin(0.1, 300), pack_pins([Pin(0.1, 300)], EDGES, WIDTHS)[0]), (Pin(0.2, 50), None)
    seat = type(upper[1])(1, "right")
    assert crossing(upper, (lower[0], seat), WIDTHS)
    assert crossing((lower[0], seat), upper, WIDTHS)
