"""Calculated indicators, each with values worked out by hand, and laws that hold for any figures."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.progress.assess import judge
from metrics.records.calculated import CalculatedObservation, with_calculated
from metrics.records.interval import interval
from metrics.records.model import Calculation, Observation
from metrics.records.store import Records
from tests.progress.build import by_id, figure, records, series, target


def worked(how: str, *figures: Observation, measure: str = "flow", **more: Any) -> Records:
    """Records with an indicator ``worked`` beside ``size``, of which it is calculated."""
    bare = records(*figures, measure=measure)
    size = bare.indicators["size"]
    calculation = Calculation.model_validate({"of": "size", "how": how} | more)
    unit = "cny_bn" if how in ("difference", "total", "group", "gap", "lowest", "highest") else "percent"
    made = size.model_copy(
        update={"id": "worked", "unit": unit, "measure": "ratio", "calculation": calculation, "series": ()}
    )
    return with_calculated(records(*figures, measure=measure, indicators=by_id([size, made])))


def said(how: str, *figures: Observation, **more: Any) -> dict[str, tuple[str, float]]:
    """What the newest vintage of each calculated figure says, by period."""
    rows = worked(how, *figures, **more).observations_of("count--worked")
    return {row.period.text: (row.bound.value, row.value) for row in rows}


FIGURES = (figure("2019", 200), figure("2020", 210), figure("2021", 189), figure("2022", 240))


@pytest.mark.parametrize(
    ("how", "more", "expected"),
    [
        ("change", {"base": "2019"}, {"2019": 0, "2020": 5, "2021": -5.5, "2022": 20}),
        ("difference", {"base": "2019"}, {"2019": 0, "2020": 10, "2021": -11, "2022": 40}),
        ("times", {"base": "2019"}, {"2019": 1, "2020": 1.05, "2021": 0.945, "2022": 1.2}),
        ("index", {"base": "2019"}, {"2019": 100, "2020": 105, "2021": 94.5, "2022": 120}),
        ("yearly_growth", {}, {"2020": 5, "2021": -10, "2022": pytest.approx(26.984126984126984)}),
        ("total", {"since": "2020"}, {"2020": 210, "2021": 399, "2022": 639}),
    ],
)
def test_each_calculation_is_what_it_is_by_hand(how: str, more: dict, expected: dict) -> None:
    assert {period: ("exact", value) for period, value in expected.items()} == said(how, *FIGURES, **more)


def test_mean_growth_is_that_of_compound_interest() -> None:
    found = said("average_growth", figure("2019", 100), figure("2021", 121), base="2019")
    assert {"2021"} == set(found)  # the base itself has no years behind it
    assert pytest.approx(10) == found["2021"][1]


def test_open_ends_and_ranges_stay_open() -> None:
    base, low = figure("2019", 100, "about", low=80, high=125), figure("2020", 60, "more_than")
    (_, row) = worked("change", base, low, base="2019").observations_of("count--worked")
    assert ("more_than", -52.0) == (row.bound.value, row.value)  # 60 of 125 at the least
    (_, row) = worked("difference", base, figure("2020", 90), base="2019").observations_of("count--worked")
    assert (-35.0, -10.0, 10.0) == (row.low, row.value, row.high)


def test_a_share_of_what_is_not_above_zero_is_not_worked_out() -> None:
    assert {} == said("change", figure("2019", 0), figure("2020", 5), base="2019")
    assert {} == said("times", figure("2019", 5, "less_than"), figure("2020", 5), base="2019")


def test_a_part_of_a_year_is_never_compared_with_a_year_of_a_flow() -> None:
    assert {"2019"} == set(said("change", figure("2019", 100), figure("2020-H1", 70), base="2019"))
    found = said("change", figure("2019", 100), figure("2020-06-30", 70), base="2019", measure="stock")
    assert ("exact", -30.0) == found["2020-06-30"]


def test_a_quarter_grows_from_the_same_quarter() -> None:
    quarters = figure("2019-Q1", 50), figure("2019-Q4", 80), figure("2020-Q1", 60)
    assert {"2020-Q1": ("exact", 20.0)} == said("yearly_growth", *quarters)


def test_a_total_with_a_year_missing_is_no_less_than_the_others() -> None:
    rows = worked("total", figure("2020", 30), figure("2022", 50), since="2020").observations_of(
        "count--worked"
    )
    assert [("exact", 30.0, ()), ("at_least", 80.0, (2021,))] == [
        (row.bound.value, row.value, row.missing) for row in rows if isinstance(row, CalculatedObservation)
    ]


def test_a_total_with_a_year_missing_says_nothing_where_years_may_be_negative() -> None:
    assert {"2020"} == set(said("total", figure("2020", -3), figure("2022", 50), since="2020"))


def test_a_figure_is_known_with_the_last_of_those_that_it_rests_on() -> None:
    """A base that is revised makes new vintages of everything that is compared with it."""
    rows = worked(
        "change",
        figure("2019", 100, published="2021-05-01"),
        figure("2020", 120, published="2021-03-01"),
        figure("2019", 96, published="2022-05-01"),
        base="2019",
    ).observations_of("count--worked")
    found = [(row.published.text, row.value) for row in rows if row.period.text == "2020"]
    assert [("2021-05-01", 20.0), ("2022-05-01", 25.0)] == found
    assert len(rows) == len({row.id for row in rows})


def test_a_forecast_stays_one_and_is_no_base() -> None:
    rows = figure("2019", 100, kind="forecast"), figure("2019", 80), figure("2025", 160, kind="forecast")
    found = worked("change", *rows, base="2019").observations_of("count--worked")
    assert [("2019", "actual", 0.0), ("2019", "forecast", 25.0), ("2025", "forecast", 100.0)] == sorted(
        (row.period.text, row.kind.value, row.value) for row in found
    )


GROUPS = (
    figure("2020", 70, group="women", id="w"),
    figure("2020", 84, group="men", id="m"),
    figure("2020", 154, id="all"),
)


@pytest.mark.parametrize(
    ("how", "more", "value"),
    [
        ("group", {"group": "women"}, 70),
        ("gap", {"groups": ["men", "women"]}, 14),
        ("group_ratio", {"groups": ["men", "women"]}, 1.2),
        ("lowest", {"groups": ["men", "women"]}, 70),
        ("highest", {"groups": ["men", "women"]}, 84),
    ],
)
def test_groups_are_compared_inside_one_series(how: str, more: dict, value: float) -> None:
    rows = [row.model_copy(update={"id": name}) for row, name in zip(GROUPS, "wma", strict=True)]
    found = worked(how, *rows, **more)
    assert [value] == [row.value for row in found.observations_of("count--worked")]
    assert [154] == [row.value for row in found.observations_of("count")]  # the whole stands by itself


def test_figures_of_groups_are_never_taken_for_those_of_all() -> None:
    """Also where no indicator is worked out from them."""
    rows = [row.model_copy(update={"id": name}) for row, name in zip(GROUPS, "wma", strict=True)]
    assert [154] == [row.value for row in with_calculated(records(*rows)).observations_of("count")]


def test_a_gap_can_be_halved() -> None:
    """A calculation may rest on another."""
    rows = [
        figure(year, value, group=group).model_copy(update={"id": f"{year}-{group}"})
        for year, group, value in (
            ("2020", "men", 84),
            ("2020", "women", 70),
            ("2025", "men", 90),
            ("2025", "women", 83),
        )
    ]
    bare = records(*rows)
    size = bare.indicators["size"]

    def made(name: str, unit: str, **calculation: Any) -> Any:
        asked = Calculation.model_validate(calculation)
        return size.model_copy(update={"id": name, "unit": unit, "calculation": asked, "series": ()})

    halved = made("halved", "percent", of="gap", how="change", base="2020")
    gap = made("gap", "cny_bn", of="size", how="gap", groups=["men", "women"])
    promise = target("<=", -50, indicator="halved", unit="percent")
    every = records(*rows, target=promise, indicators=by_id([size, halved, gap]))
    found = with_calculated(every)
    assert [0, -50] == [row.value for row in found.observations_of("count--gap--halved")]
    status = judge(found, promise, date(2026, 6, 30))
    assert "met" == status.headline.verdict


def test_a_series_in_another_currency_is_compared_with_itself() -> None:
    """A change has no currency, a difference keeps it."""
    rows = (
        figure("2019", 10, series="dollars", unit="usd_bn"),
        figure("2025", 14, series="dollars", unit="usd_bn"),
    )
    bare = records(*rows, series=[series("dollars", unit="usd_bn")])
    size = bare.indicators["size"]
    for how, unit, verdict in (("change", "percent", "met"), ("difference", "cny_bn", "not_comparable")):
        calculation = Calculation.model_validate({"of": "size", "how": how, "base": "2019"})
        made = size.model_copy(
            update={"id": "worked", "unit": unit, "calculation": calculation, "series": ()}
        )
        promise = target(">=", 3, indicator="worked", unit=unit)
        found = with_calculated(records(*rows, target=promise, indicators=by_id([size, made])))
        assert verdict == judge(found, promise, date(2026, 6, 30)).headline.verdict


VALUES = st.floats(1, 1000).map(lambda value: round(value, 2))
ROWS = st.lists(
    st.tuples(st.integers(2015, 2024), VALUES, st.sampled_from(["exact", "about", "at_least", "less_than"])),
    min_size=1,
    max_size=8,
    unique_by=lambda row: row[0],
)


@given(ROWS, st.floats(0.01, 100).map(lambda factor: round(factor, 2)))
def test_what_is_relative_does_not_depend_on_the_unit(rows: list, factor: float) -> None:
    """A law: a series counted in another unit has the same changes, and every change allows what its figures do."""
    before, after = (
        worked(
            "change",
            *(figure(str(year), value * times, bound) for year, value, bound in rows),
            base=str(rows[0][0]),
        ).observations_of("count--worked")
        for times in (1, factor)
    )
    assert [(row.period, row.bound) for row in before] == [(row.period, row.bound) for row in after]
    for one, other in zip(before, after, strict=True):
        assert pytest.approx(one.value, rel=1e-9, abs=1e-7) == other.value
        reach = interval(one)
        assert reach.low <= one.value <= reach.high
