"""The headline: sides, k of n, contested, tally, and what is said where nothing counts."""

import pytest

from metrics.progress import side_of
from metrics.progress.headline import headline
from metrics.progress.result import NotCounted, Reading, Side, Verdict
from tests.progress.build import EARLIER, LATER, figure, series, status, target

V = Verdict


def readings(*verdicts, listed=()):
    """Counted readings with these verdicts, then listed ones (verdict, why)."""
    counted = [Reading(target(), series(), verdict, 1, True, None, None) for verdict in verdicts]
    return counted + [Reading(target(), series(), verdict, 1, False, why, None) for verdict, why in listed]


def said(*verdicts, due=True, listed=()):
    found = headline(readings(*verdicts, listed=listed), due=due)
    return found.verdict, found.k, found.n, found.contested


def test_each_verdict_stands_on_its_side():
    sides = {side: {v for v in V if side_of(v) is side} for side in Side}
    assert {V.MET, V.MET_EARLY, V.ON_TRACK} == sides[Side.MET]
    assert {V.MISSED, V.MET_LATE, V.GOING_BACKWARDS, V.FAR_BEHIND, V.BEHIND} == sides[Side.OTHER]


def test_more_than_half_on_one_side_decides():
    assert (V.MET, 2, 3, False) == said(V.MET, V.MET, V.INCONCLUSIVE)


def test_exactly_half_does_not_decide():
    assert (V.INCONCLUSIVE, 0, 4, False) == said(V.MET, V.MET, V.UNVERIFIED, V.INCONCLUSIVE)


def test_when_due_the_strongest_verdict_of_the_side_is_the_headline():
    assert (V.MET, 5, 6, False) == said(V.MET_EARLY, V.MET, V.MET, V.MET, V.MET_EARLY, V.UNVERIFIED)
    assert (V.MISSED, 2, 2, False) == said(V.MET_LATE, V.MISSED)


def test_when_not_yet_due_the_weakest_verdict_of_the_side_is_the_headline():
    assert (V.ON_TRACK, 3, 3, False) == said(V.MET_EARLY, V.ON_TRACK, V.ON_TRACK, due=False)
    assert (V.BEHIND, 3, 3, False) == said(V.GOING_BACKWARDS, V.BEHIND, V.FAR_BEHIND, due=False)
    assert (V.FAR_BEHIND, 2, 2, False) == said(V.GOING_BACKWARDS, V.FAR_BEHIND, due=False)


def test_the_side_of_a_majority_is_named_and_undecided_without_one():
    found = [headline(readings(*vs), due=True).side for vs in ([V.MET], [V.MISSED], [V.MET, V.MISSED], [])]
    assert [Side.MET, Side.OTHER, Side.UNDECIDED, Side.UNDECIDED] == found


def test_both_sides_present_is_contested_with_or_without_a_majority():
    assert (V.MET, 2, 3, True) == said(V.MET, V.MISSED, V.MET)
    assert (V.INCONCLUSIVE, 0, 2, True) == said(V.MET, V.MISSED)


def test_undecided_readings_do_not_contest():
    assert (V.MET, 2, 3, False) == said(V.MET, V.MET, V.UNVERIFIED)


@pytest.mark.parametrize("reason", [V.UNVERIFIED, V.TOO_EARLY, V.INCONCLUSIVE])
def test_all_undecided_for_one_reason_is_that_reason(reason):
    assert (reason, 0, 3, False) == said(reason, reason, reason)


def test_undecided_for_several_reasons_is_inconclusive():
    assert (V.INCONCLUSIVE, 0, 2, False) == said(V.UNVERIFIED, V.TOO_EARLY)


def test_depends_on_path_alone_is_the_headline_and_not_contested():
    assert (V.DEPENDS_ON_PATH, 0, 1, False) == said(V.DEPENDS_ON_PATH, due=False)


def test_depends_on_path_never_adds_to_a_majority():
    assert (V.INCONCLUSIVE, 0, 2, True) == said(V.ON_TRACK, V.DEPENDS_ON_PATH, due=False)


def test_depends_on_path_stands_on_both_sides_where_two_or_more_count():
    assert (V.ON_TRACK, 2, 3, True) == said(V.ON_TRACK, V.ON_TRACK, V.DEPENDS_ON_PATH, due=False)
    assert (V.DEPENDS_ON_PATH, 0, 2, True) == said(V.DEPENDS_ON_PATH, V.DEPENDS_ON_PATH, due=False)


def test_a_listed_reading_makes_no_second_that_counts():
    listed = [(V.STALE, NotCounted.TOO_OLD)]
    assert (V.DEPENDS_ON_PATH, 0, 1, False) == said(V.DEPENDS_ON_PATH, due=False, listed=listed)


def test_the_tally_counts_each_verdict_strongest_first():
    found = headline(
        readings(V.TOO_EARLY, V.MET_EARLY, V.DEPENDS_ON_PATH, V.TOO_EARLY, V.MET_EARLY), due=False
    )
    assert ((V.MET_EARLY, 2), (V.DEPENDS_ON_PATH, 1), (V.TOO_EARLY, 2)) == found.tally
    assert (V.INCONCLUSIVE, 0, 5, True) == (found.verdict, found.k, found.n, found.contested)


def test_listed_readings_are_neither_counted_nor_tallied():
    found = headline(readings(V.MET, listed=[(V.MISSED, NotCounted.REPEATS)]), due=True)
    assert (1, 1, ((V.MET, 1),), False) == (found.k, found.n, found.tally, found.contested)


@pytest.mark.parametrize("why", [NotCounted.TOO_OLD, NotCounted.AFTER_DUE, NotCounted.REPEATS])
def test_nothing_counts_but_a_comparable_series_has_a_figure(why):
    listed = [(V.NOT_COMPARABLE, NotCounted.NOT_COMPARABLE), (V.MET_EARLY, why)]
    assert (V.UNVERIFIED, 0, 0, False) == said(listed=listed)
    assert (V.STALE, 0, 0, False) == said(listed=listed, due=False)


def test_nothing_counts_and_only_series_that_cannot_be_compared_have_figures():
    listed = [(V.NO_DATA, NotCounted.NO_FIGURE), (V.NOT_COMPARABLE, NotCounted.NOT_COMPARABLE)]
    assert (V.NOT_COMPARABLE, 0, 0, False) == said(listed=listed)


def test_nothing_counts_and_there_is_no_figure_at_all():
    assert (V.NO_DATA, 0, 0, False) == said(listed=[(V.NO_DATA, NotCounted.NO_FIGURE)])
    assert (V.NO_DATA, 0, 0, False) == said()


# By independence

ROWS = [
    figure("2025", 500, series="ministry"),
    figure("2025", 500, series="institute"),
    figure("2025", 300, series="firm"),
]
SERIES = [
    series("ministry", independence="self_reported"),
    series("institute", independence="state_affiliated"),
    series("firm", independence="independent"),
]


def test_independent_series_and_those_of_the_state_have_headlines_of_their_own():
    found = status(*ROWS, series=SERIES)
    assert (V.MISSED, 1, 1) == (found.independent.verdict, found.independent.k, found.independent.n)
    assert (V.MET, 2, 2) == (found.state.verdict, found.state.k, found.state.n)
    assert (V.MET, True, True) == (found.headline.verdict, found.headline.contested, found.differ)


def test_a_group_without_a_series_has_no_headline_and_nothing_differs():
    found = status(*ROWS[:2], series=SERIES[:2])
    assert (None, False) == (found.independent, found.differ)
    assert None is status(ROWS[2], series=SERIES[2:]).state


def test_a_group_whose_series_have_no_figure_says_so():
    found = status(*ROWS[:2], series=SERIES)
    assert (V.NO_DATA, 0) == (found.independent.verdict, found.independent.n)


def test_groups_differ_only_where_each_has_a_reading_that_counts():
    silent = status(*ROWS[:2], series=SERIES)
    old = status(*ROWS[:2], figure("2020", 300, series="firm"), series=SERIES)
    assert (V.NO_DATA, False) == (silent.independent.verdict, silent.differ)
    assert (V.UNVERIFIED, 0, False) == (old.independent.verdict, old.independent.n, old.differ)


def test_groups_that_say_the_same_do_not_differ():
    rows = [*ROWS[:2], figure("2025", 600, series="firm")]
    assert not status(*rows, series=SERIES).differ


@pytest.mark.parametrize(("known_on", "due"), [(EARLIER, False), (LATER, True)])
def test_a_status_says_whether_its_target_is_due(known_on, due):
    assert due is status(known_on=known_on).due
