"""A path that the plan itself gives: each value on the way, and what follows from the last, worked out by hand."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.progress import alternatives, as_known_on, assess
from metrics.progress.planned import planned_values
from metrics.progress.result import Reading
from metrics.progress.sizes import resized, resized_progress
from metrics.records.model import Observation, Target
from metrics.records.vocabulary import Measure
from tests.progress.build import EARLIER, LATER, figure, reading, records, target

ASKED = {"2021": 100, "2022": 150, "2023": 220}


def planned(**more: object) -> Target:
    values = [{"period": period, "value": value} for period, value in ASKED.items()]
    return target(path_values=values, **more)


def of(*figures: Observation, known_on: date = EARLIER, **more: object) -> Reading:
    return reading(*figures, against=planned(), known_on=known_on, **more)


@pytest.mark.parametrize(
    ("values", "verdict", "case", "decided", "kept"),
    [
        ({"2021": 90, "2022": 140, "2023": 221}, "on_track", 18, "2023", [False, False, True]),
        ({"2021": 101, "2022": 151, "2023": 219}, "behind", 19, "2023", [True, True, False]),
        ({"2021": 101, "2022": 151}, "on_track", 18, "2022", [True, True, None]),
        ({"2021": 101, "2023": 220}, "behind", 19, "2023", [True, None, False]),  # more than 220 was asked
    ],
)
def test_the_last_value_on_the_way_decides(
    values: dict, verdict: str, case: int, decided: str, kept: list
) -> None:
    found = of(*(figure(period, value) for period, value in values.items()), known_on=EARLIER)
    assert (verdict, case, decided) == (found.verdict, found.case, found.observation.period.text)
    assert kept == [one.passes for one in found.planned]
    assert () == found.paces


def test_a_floor_below_the_value_cannot_tell() -> None:
    found = of(figure("2023", 200, "more_than"))
    assert ("inconclusive", 20) == (found.verdict, found.case)


def test_nothing_is_filled_in_between_two_values() -> None:
    found = reading(
        figure("2022", 300),
        against=target(path_values=[{"period": "2021", "value": 100}, {"period": "2023", "value": 220}]),
        known_on=EARLIER,
    )
    assert ("too_early", 11, "no_planned_yet") == (found.verdict, found.case, found.reason)


def test_what_passes_the_target_itself_is_met_early_and_silence_is_stale() -> None:
    assert ("met_early", 9) == (of(figure("2023", 401)).verdict, of(figure("2023", 401)).case)
    assert "stale" == of(figure("2021", 101)).verdict


def test_once_it_is_due_the_values_are_told_and_decide_nothing() -> None:
    found = of(figure("2023", 100), figure("2025", 401), known_on=LATER)
    assert ("met", [None, None, False]) == (found.verdict, [one.passes for one in found.planned])


def test_of_a_flow_the_figure_is_that_of_just_the_period_and_of_a_count_the_last_in_it() -> None:
    rows = [figure("2023-06-30", 230), figure("2023-12-31", 210)]
    flow, stock = (planned_values(planned(), rows, one)[2].figure for one in (Measure.FLOW, Measure.STOCK))
    assert (None, 210) == (flow, stock.value)


def test_what_would_change_it_names_the_value_on_the_way() -> None:
    held = records(figure("2022", 151), figure("2023", 219), target=planned())
    found = alternatives(held, assess(held, EARLIER).statuses["the-target"])
    assert (220, True) in [(one.values.low, one.values.low_open) for one in found.figures]


def test_values_are_shown_in_units_of_another_size() -> None:
    held = as_known_on(records(figure("2023", 219), target=planned()), EARLIER)
    unit = held.units["cny_bn"].model_copy(update={"id": "yi", "scale": 1e8})
    sized = resized(held, {"cny_bn": unit})
    (found,) = resized_progress(assess(held, EARLIER), held, sized).statuses["the-target"].readings
    assert [(1000, None), (1500, None), (2200, 2190)] == [
        (one.asked.value, one.figure and one.figure.value) for one in found.planned
    ]


@given(st.lists(st.one_of(st.none(), st.floats(0, 399)), min_size=3, max_size=3), st.floats(0, 50))
def test_a_higher_figure_never_breaks_what_a_lower_one_kept(values: list, more: float) -> None:
    """A law: where more is asked for, a higher figure of any period never makes the verdict worse."""
    rows = [(period, value) for period, value in zip(ASKED, values, strict=True) if value is not None]
    if not rows or rows[-1][0] == "2021":  # silent for more than 24 months
        return
    rank = {"behind": 0, "on_track": 1, "met_early": 2}
    lower, higher = (of(*(figure(p, v + plus) for p, v in rows)) for plus in (0, more))
    assert rank[lower.verdict.value] <= rank[higher.verdict.value]
