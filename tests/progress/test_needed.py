"""Needed from here: from the latest figure of a series to its target, for every target that is still open."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.progress import assess
from metrics.progress.needed import needed, needed_of
from metrics.progress.result import Path, Verdict
from metrics.records import load
from metrics.words import words_for
from tests.progress.build import EARLIER, LATER, figure, records, series, status, target

DAY = date(2026, 11, 29)
SHIPPED = load()
ENGLISH, CHINESE = words_for("en"), words_for("zh")


def way(*figures, path=None, known_on=EARLIER, **more):
    """The way of the only series, and the records it was found in."""
    held = more.pop("against", None) or target()
    of = status(*figures, against=held, known_on=known_on, **more)
    found = records(*figures, target=held, **more)
    (only,) = of.readings
    return needed(found, only, known_on, path), found


def test_steps_and_growth_run_from_the_latest_figure_to_the_due_date():
    found, _ = way(figure("2021", 100), figure("2023", 200))
    assert (100.0, pytest.approx(2**0.5 - 1, abs=1e-3)) == (pytest.approx(found.steps, abs=0.2), found.growth)


def test_it_is_told_where_the_verdict_is_too_early():
    (reading,) = (of := status(figure("2023", 200), known_on=EARLIER)).readings
    assert Verdict.TOO_EARLY is reading.verdict
    assert (("linear", pytest.approx(100, abs=0.2)),) == tuple(
        (path.value, speed)
        for path, speed in needed_of(records(figure("2023", 200), target=of.target), of)[0].speeds[:1]
    )


def test_a_target_that_is_due_needs_nothing_any_more():
    found, _ = way(figure("2023", 200), known_on=LATER)
    assert found is None


def test_a_figure_past_the_target_needs_nothing():
    found, held = way(figure("2023", 401, "at_least"))
    assert found.reached
    assert () == found.speeds
    assert "At least RMB 401 bn in 2023 passes the target already." == ENGLISH.needed(found, held)


@pytest.mark.parametrize(
    ("bound", "comparator", "value", "limit"),
    [
        ("exact", ">", 200, "exact"),
        ("about", ">", 200, "about"),
        ("more_than", ">", 200, "at_most"),
        ("less_than", ">", 200, "at_least"),
        ("less_than", "<", 900, "at_most"),
        ("more_than", "<", 900, "at_least"),
    ],
)
def test_an_open_end_makes_a_limit_of_the_way(bound, comparator, value, limit):
    found, _ = way(figure("2023", value, bound), against=target(comparator))
    assert limit == found.limit


def test_a_share_needs_percentage_points_and_no_growth():
    asked = target(unit="percent", value=12.5)
    found, held = way(
        figure("2023", 10.5, unit="percent"),
        against=asked,
        measure="ratio",
        series=[series(unit="percent", price_basis="n/a")],
    )
    assert (
        "From 10.5% in 2023 to more than 12.5% by the end of 2025: 1 percentage points a year."
        == ENGLISH.needed(found, held).replace("0.999", "1")
    )


def test_a_chosen_path_is_told_alone():
    found, _ = way(figure("2023", 200), path=Path.COMPOUND)
    assert ["compound"] == [path.value for path, _ in found.speeds]


def test_nothing_starts_from_a_figure_that_cannot_be_compared():
    found, _ = way(figure("2023", 200), series=[series(comparability="different")])
    assert found is None


@given(low=st.floats(1, 399), more=st.floats(0, 100))
def test_a_better_latest_figure_never_needs_more(low, more):
    better = min(low + more, 399.5)
    first, second = (way(figure("2023", value))[0] for value in (low, better))
    assert second.steps <= first.steps
    assert second.growth <= first.growth


@given(low=st.floats(1, 399))
def test_the_way_that_is_needed_ends_at_the_target(low):
    found, _ = way(figure("2023", low))
    time = 731 / 365.25
    assert 400 == pytest.approx(low + found.steps * time)
    assert 400 == pytest.approx(low * (1 + found.growth) ** time)


def test_every_open_shipped_target_with_a_comparable_figure_is_told_in_both_languages():
    told = {}
    for one in assess(SHIPPED, DAY).statuses.values():
        ways = needed_of(SHIPPED, one)
        assert bool(ways) == (
            not one.due
            and any(r.observation is not None and r.not_counted in (None, "too_old") for r in one.readings)
        )
        told |= {(one.target.id, way.reading.series.id): way for way in ways}
    ndrc, ccid = told["aidp-2030-core", "ndrc_statements"], told["aidp-2030-core", "ccid"]
    assert (
        "From about RMB 600 bn on 30 Apr 2025 to more than RMB 1,000 bn by the end of 2030: "
        "about RMB 70.5 bn a year, or 9.4% growth a year." == ENGLISH.needed(ndrc, SHIPPED)
    )
    assert "at most RMB 50 bn a year" in ENGLISH.needed(ccid, SHIPPED)
    in_chinese = CHINESE.in_own_units(SHIPPED)
    again = needed_of(in_chinese, assess(in_chinese, DAY).statuses["aidp-2030-core"])
    assert "从2025年4月30日的约6000亿元，到2030年底超过1万亿元：大约每年增加705亿元，即年均增长9.4%。" in [
        CHINESE.needed(one, in_chinese) for one in again
    ]


def test_one_line_holds_every_counted_reading():
    status_ = assess(SHIPPED, DAY).statuses["aidp-2030-core"]
    counted = [one for one in needed_of(SHIPPED, status_) if one.reading.counts]
    assert (
        "Needed from here, RMB bn a year: NDRC about 70.5, CCID at most 50, iResearch 122. "
        "Two of five readings pass the target already." == ENGLISH.needed_line(counted, SHIPPED)
    )
