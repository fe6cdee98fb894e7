"""Laws that hold for any figures."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from metrics.progress import as_known_on
from metrics.progress.assess import judge
from metrics.progress.evidence import evidence
from metrics.progress.headline import headline
from metrics.progress.pace import pace
from metrics.progress.result import Path, Point, Verdict
from tests.progress.build import DUE, figure, reading, records, series, target

VALUES = st.floats(1, 1000).map(lambda v: round(v, 1))
BOUNDS = st.sampled_from(["exact", "at_least", "more_than", "at_most", "less_than", "about"])
KINDS = st.sampled_from(["actual", "estimate", "forecast", "derived"])
YEARS = st.integers(2016, 2026)
DAYS = st.dates(date(2016, 1, 1), date(2028, 12, 31))
PUBLISHED = st.dates(date(2017, 1, 1), date(2027, 12, 31)).map(str)
MEASURES = st.sampled_from(["flow", "stock", "ratio"])


@st.composite
def figures(draw, name="count"):
    forms = ["{}", "{}-H1", "{}-Q3", "{}-06", "{}-06-30", "{}-12-31"]
    periods = draw(st.lists(st.tuples(YEARS, st.sampled_from(forms)), max_size=8))
    return [
        figure(
            form.format(year),
            draw(VALUES),
            draw(BOUNDS),
            kind=draw(KINDS),
            published=draw(PUBLISHED),
            series=name,
        )
        for year, form in periods
    ]


@st.composite
def worlds(draw):
    """Records of one target and three series."""
    names = ("a", "b", "c")
    rows = [row for name in names for row in draw(figures(name))]
    held = target(draw(st.sampled_from([">", ">=", "<", "<=", "~"])), draw(VALUES))
    counted = [
        series(name, comparability=c) for name, c in zip(names, ["same", "wider", "different"], strict=True)
    ]
    return records(*rows, target=held, series=counted, measure=draw(MEASURES))


# From worst to best. A reading that depends on the path lies between its two paths.
BEFORE_DUE = [
    Verdict.GOING_BACKWARDS,
    Verdict.FAR_BEHIND,
    Verdict.BEHIND,
    Verdict.ON_TRACK,
    Verdict.MET_EARLY,
]
AFTER_DUE = [Verdict.MISSED, Verdict.INCONCLUSIVE, Verdict.MET]


def worst_and_best(one):
    classes = [one.verdict] if one.verdict in BEFORE_DUE else [p.verdict for p in one.paces if p.verdict]
    ranks = [BEFORE_DUE.index(verdict) for verdict in classes]
    return min(ranks), max(ranks)


@given(VALUES, VALUES, VALUES, VALUES, st.sampled_from([">", ">=", "<", "<="]))
def test_a_better_latest_value_never_worsens_a_reading_that_is_not_yet_due(
    start, one, other, value, comparator
):
    held = target(comparator, value)
    up = comparator in (">", ">=")
    worse, better = (min(one, other), max(one, other)) if up else (max(one, other), min(one, other))
    read = [
        reading(figure("2021", start), figure("2023", latest), against=held, known_on=date(2024, 6, 30))
        for latest in (worse, better)
    ]
    assume(all(r.verdict is not Verdict.TOO_EARLY for r in read))
    (low, high), (better_low, better_high) = map(worst_and_best, read)
    assert low <= better_low
    assert high <= better_high


@given(VALUES, VALUES, VALUES, BOUNDS, st.sampled_from([">", ">=", "<", "<="]))
def test_a_better_latest_value_never_worsens_a_reading_that_is_due(one, other, value, bound, comparator):
    up = comparator in (">", ">=")
    worse, better = (min(one, other), max(one, other)) if up else (max(one, other), min(one, other))
    ranks = [
        AFTER_DUE.index(reading(figure("2025", v, bound), against=target(comparator, value)).verdict)
        for v in (worse, better)
    ]
    assert ranks[0] <= ranks[1]


@given(worlds(), DAYS, st.integers(0, 1500))
def test_a_later_known_on_day_never_forgets_an_observation(held, day, more):
    then, later = as_known_on(held, day), as_known_on(held, day + timedelta(more))
    assert set(then.observations) <= set(later.observations)
    assert set(then.sources) <= set(later.sources)
    for name in ("a", "b", "c"):
        periods = [
            {o.period for o in evidence(held, name, "CHN", d).figures} for d in (day, day + timedelta(more))
        ]
        assert periods[0] <= periods[1]


@given(worlds(), DAYS)
def test_known_on_keeps_exactly_what_was_published_by_the_day(held, day):
    expected = [name for name, row in held.observations.items() if row.published.end <= day]
    assert expected == list(as_known_on(held, day).observations)


@given(worlds(), DAYS)
def test_knowing_the_same_day_twice_changes_nothing(held, day):
    once = as_known_on(held, day)
    assert once == as_known_on(once, day)


POINTS = st.floats(-1000, 1000).map(lambda v: round(v, 2))


@given(POINTS, POINTS, POINTS, st.sampled_from([0.001, 0.1, 3, 10, 1000]))
def test_linear_pace_is_unchanged_by_a_change_of_unit(start, latest, value, factor):
    def paced(scale):
        ends = (Point(date(y, 12, 31), v * scale, None) for y, v in ((2020, start), (2023, latest)))
        return pace(Path.LINEAR, target(">", value * scale), *ends)

    one, other = paced(1), paced(factor)
    assert one.refusal is other.refusal
    if one.ratio is not None:
        assert pytest.approx(one.ratio, rel=1e-9, abs=1e-9) == other.ratio
        assert one.arrival == other.arrival
        assert one.verdict is other.verdict


@given(VALUES, VALUES, VALUES)
def test_both_paths_agree_on_the_sign_and_on_arriving_in_time(start, latest, value):
    held = target(">=", value)
    ends = Point(date(2020, 12, 31), start, None), Point(date(2023, 12, 31), latest, None)
    linear, compound = (pace(path, held, *ends) for path in Path)
    if linear.ratio is not None and compound.ratio is not None:
        assert (linear.ratio < 0) is (compound.ratio < 0)
        for one in (linear, compound):
            assume(abs(one.ratio - 1) > 1e-6)
            in_time = one.arrival is not None and one.arrival <= DUE.year
            assert in_time is (one.ratio > 1)


@given(worlds(), DAYS, st.sampled_from([None, *Path]), st.randoms(use_true_random=False))
def test_the_headline_does_not_depend_on_the_order_of_the_series(held, day, path, random):
    found = judge(held, held.targets["the-target"], day, path)
    shuffled = list(found.readings)
    random.shuffle(shuffled)
    assert found.headline == headline(shuffled, due=found.due)


@given(worlds(), DAYS, st.sampled_from([None, *Path]))
def test_a_verdict_on_the_same_day_is_always_the_same(held, day, path):
    known = as_known_on(held, day)
    aim = held.targets["the-target"]
    assert judge(held, aim, day, path) == judge(known, aim, day, path)


@given(worlds(), DAYS)
def test_every_reading_and_headline_keeps_the_house_rules(held, day):
    found = judge(held, held.targets["the-target"], day)
    for one in found.readings:
        assert (one.verdict is Verdict.NO_DATA) is (one.observation is None)
        assert one.counts is (one.not_counted is None)
        assert found.due is (one.case in range(3, 9)) or one.case in (1, 2)
        assert not (one.verdict is Verdict.STALE and one.counts)
    said = found.headline
    assert said.n == len(found.counted) == sum(count for _, count in said.tally)
    assert said.k == 0 or 2 * said.k > said.n


@given(st.lists(DAYS, min_size=2, max_size=12, unique=True))
def test_a_target_once_met_on_a_figure_stays_met_while_nothing_is_published(days):
    held = records(figure("2025", 500), target=target())
    verdicts = [judge(held, held.targets["the-target"], day).headline.verdict for day in sorted(days)]
    ranks = [[Verdict.NO_DATA, Verdict.MET].index(verdict) for verdict in verdicts]
    assert all(a <= b for a, b in pairwise(ranks))
