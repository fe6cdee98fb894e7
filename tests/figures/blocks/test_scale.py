from hypothesis import given
from hypothesis import strategies as st

from metrics.figures.blocks.scale import LONGEST, SHORTEST, Scale, scale_for

FINITE = st.floats(-1e9, 1e9)


def test_the_target_tick_of_the_shipped_core_targets_stands_where_the_design_has_it():
    assert 28.169 == scale_for([3.0, 0.67]).place(1)


def test_a_value_at_the_right_end_is_not_cut_off_and_one_beyond_it_is():
    assert (False, True) == (Scale(5.0).beyond(5.0), Scale(5.0).beyond(5.01))


@given(st.lists(FINITE))
def test_every_place_lies_on_the_track(multiples):
    scale = scale_for(multiples)
    assert SHORTEST <= scale.end <= LONGEST
    assert all(0 <= scale.place(multiple) <= 100 for multiple in multiples)


@given(FINITE, FINITE)
def test_a_larger_value_never_stands_further_left(a, b):
    low, high = sorted((a, b))
    assert Scale(3.0).place(low) <= Scale(3.0).place(high)


def test_ticks_are_whole_multiples_inside_the_scale():
    assert (0, 1) == Scale(1.5).ticks()
    assert (0, 1, 2, 3, 4, 5) == Scale(5.0).ticks()
