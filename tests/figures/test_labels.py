"""The placer: no label on another, on an obstacle or over the edge, at any width between the two given."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from metrics.figures.labels import Box, Edges, Label, Spot, around, inside, overlap, place

WIDTHS = (600.0, 1000.0)
EDGES = Edges(left=40, right=90, foot=0, head=300)

shares = st.floats(0, 1)
heights = st.floats(0, 300)


@st.composite
def label_sets(draw):
    count = draw(st.integers(1, 12))
    return [
        Label(
            key=str(i),
            at=draw(shares),
            height=draw(heights),
            width=draw(st.floats(10, 220)),
            spots=around(6, reach=(22.0, 40.0)),
            rank=draw(st.integers(0, 3)),
            must=draw(st.booleans()),
        )
        for i in range(count)
    ]


@st.composite
def obstacles(draw):
    at, height = draw(shares), draw(heights)
    return Box(at, -6, 6, height - 6, height + 6)


@given(label_sets(), st.lists(obstacles(), max_size=12), st.lists(obstacles(), max_size=12))
def test_no_label_touches_another_an_obstacle_or_the_edge(labels, hard, soft):
    taken = place(labels, hard, EDGES, WIDTHS, soft)
    boxes = {one.key: one.box(taken[one.key]) for one in labels if one.key in taken}
    for width in (600.0, 700.0, 850.0, 1000.0):
        fixed = (width, width)
        assert not any(overlap(a, b, fixed) for a, b in combinations(boxes.values(), 2))
        assert not any(overlap(box, wall, fixed) for box in boxes.values() for wall in hard)
        assert all(inside(box, EDGES, fixed) for box in boxes.values())


@given(label_sets(), st.lists(obstacles(), max_size=8))
def test_the_same_labels_come_out_the_same_way(labels, hard):
    assert place(labels, hard, EDGES, WIDTHS) == place(list(labels), list(hard), EDGES, WIDTHS)


def test_labels_that_need_not_stand_avoid_lines():
    label = Label("a", 0.5, 100, 40, (Spot(0, 0, "center"),))
    assert {} == place([label], [], EDGES, WIDTHS, soft=[Box(0.5, -5, 5, 90, 110)])


def test_a_label_that_must_stand_may_stand_on_a_line():
    label = Label("a", 0.5, 100, 40, (Spot(0, 0, "center"),), must=True)
    assert {"a": Spot(0, 0, "center")} == place([label], [], EDGES, WIDTHS, [Box(0.5, -5, 5, 90, 110)])


def test_better_ranks_choose_first():
    spots = (Spot(0, 0, "center"),)
    labels = [Label("late", 0.5, 100, 40, spots, rank=2), Label("early", 0.5, 100, 40, spots, rank=1)]
    assert ["early"] == list(place(labels, [], EDGES, WIDTHS))


def test_only_one_label_of_a_group_is_set():
    spots = (Spot(0, 0, "center"),)
    labels = [Label("a", 0.2, 100, 40, spots, group="g"), Label("b", 0.8, 100, 40, spots, group="g")]
    assert ["a"] == list(place(labels, [], EDGES, WIDTHS))
