"""The shipped files hold what they are said to hold."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from metrics.records import Records, load
from metrics.records.model import Goal, Promise
from metrics.records.vocabulary import Comparator, PriceBasis

DATA = Path(__file__).parents[2] / "metrics" / "data"
OVERALL = ["aidp-2020-parity", "aidp-2025-some-leading", "aidp-2030-leading"]
READ_IN_THE_PLAN = {
    "moe-2020-system",
    "moe-2025-quality",
    "moe-2030-core-force",
    "most-2023-zones",
    "mfg-2027-secure-supply",
    "compute-2025-total",
    "compute-2025-intelligent-share",
    "ipai-2018-market",
    "fyp15-2030-digital-core",
}


@pytest.fixture(scope="module")
def records() -> Records:
    return load()


@pytest.fixture(scope="module")
def promises(records: Records) -> list[Promise]:
    return [*records.targets.values(), *records.goals.values()]


@pytest.fixture(scope="module")
def benchmarked(records: Records) -> list[Goal]:
    return [goal for goal in records.goals.values() if goal.benchmarks]


def test_every_kind_of_record_is_held_in_full(records: Records) -> None:
    expected = {
        "plans": 11,
        "targets": 45,
        "goals": 24,
        "indicators": 83,
        "series": 167,
        "observations": 707,
        "sources": 231,
        "events": 69,
        "claims": 102,
        "rates": 16,
        "prices": 59,
        "families": 10,
        "categories": 7,
    }
    assert expected == {name: len(getattr(records, name)) for name in expected}


def test_the_first_page_opens_on_the_main_plan_and_the_universities_plan(records: Records) -> None:
    assert ("aidp-2017", "moe-ai-2018") == records.glance.plans
    assert records.glance.indicator == "core_ai_industry_size"
    assert date(2026, 11, 28) == records.as_of


def test_families_begin_with_industry_patents_research_centres_and_investment(records: Records) -> None:
    assert ["industry", "patents", "research_centres", "investment"] == list(records.families)[:4]


def test_every_observation_cites_a_source_that_is_held(records: Records) -> None:
    cited = {observation.source for observation in records.observations.values()}
    assert set() == cited - set(records.sources)


def test_every_observation_is_in_the_unit_of_its_series(records: Records) -> None:
    astray = [o.id for o in records.observations.values() if o.unit != records.series[o.series].unit]
    assert [] == astray


def test_every_observation_stands_in_the_file_of_its_family(records: Records) -> None:
    astray = []
    for path in sorted((DATA / "observations").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        astray += [r["id"] for r in rows if records.indicators[r["indicator"]].family != path.stem]
    assert [] == astray


def test_a_figure_is_never_known_later_than_its_source(records: Records) -> None:
    late = [o.id for o in records.observations.values() if o.known > records.sources[o.source].published.end]
    assert [] == late


def test_no_series_is_marked_as_a_repeat(records: Records) -> None:
    assert [] == [series.id for series in records.series.values() if series.repeats]


def test_short_names_tell_the_series_of_an_indicator_apart(records: Records) -> None:
    doubled = {
        (indicator.id, name)
        for indicator in records.indicators.values()
        for name, n in Counter(series.short.en for series in indicator.series).items()
        if n > 1
    }
    assert set() == doubled


def test_short_names_fit_on_a_lane(records: Records) -> None:
    assert [] == [s.id for s in records.series.values() if len(s.short.en) > 26]


def test_real_and_nominal_dollars_are_two_units(records: Records) -> None:
    units = {
        basis: {s.unit for s in records.series.values() if s.price_basis is basis} for basis in PriceBasis
    }
    assert {"usd_bn_2021"} == units[PriceBasis.REAL_2021_USD]
    assert {"cny_bn", "usd_bn", "percent_of_gdp"} == units[PriceBasis.NOMINAL]
    assert ("USD", "2021") == (records.units["usd_bn_2021"].currency, records.units["usd_bn_2021"].prices)
    assert ("CNY", 1e9, "nominal") == (
        records.units["cny_bn"].currency,
        records.units["cny_bn"].scale,
        records.units["cny_bn"].prices,
    )


def test_main_plan_asks_for_more_than_150_400_and_1000(records: Records) -> None:
    asked = [
        (target.due, target.comparator, target.value, target.unit, target.source)
        for milestone in records.plans["aidp-2017"].milestones
        for target in milestone.targets
        if target.indicator == "core_ai_industry_size"
    ]
    assert [
        (date(2020, 12, 31), Comparator.MORE, 150, "cny_bn", "aidp-2017"),
        (date(2025, 12, 31), Comparator.MORE, 400, "cny_bn", "aidp-2017"),
        (date(2030, 12, 31), Comparator.MORE, 1000, "cny_bn", "aidp-2017"),
    ] == asked


def test_main_plan_states_no_baseline(records: Records) -> None:
    stated = [
        t.id for t in records.targets.values() if t.plan == "aidp-2017" and t.baseline_value is not None
    ]
    assert [] == stated


def test_every_promise_cites_the_document_of_its_plan(records: Records, promises: list[Promise]) -> None:
    assert [] == [p.id for p in promises if p.source != records.plans[p.plan].source]


def test_a_promise_read_through_another_page_names_that_page(
    records: Records, promises: list[Promise]
) -> None:
    assert READ_IN_THE_PLAN == {p.id for p in promises if p.read_through is None}
    assert set() == {p.read_through for p in promises if p.read_through} - set(records.sources)
    assert records.targets["aidp-2020-core"].read_through == "chinamoneynetwork-2017-07-21"


def test_every_promise_is_due_with_its_milestone(records: Records) -> None:
    astray = [
        promise.id
        for plan in records.plans.values()
        for milestone in plan.milestones
        for promise in (*milestone.targets, *milestone.goals)
        if promise.due != milestone.due
    ]
    assert [] == astray


def test_every_title_and_statement_stands_in_both_languages(
    records: Records, promises: list[Promise]
) -> None:
    texts = {
        **{plan.id: plan.title for plan in records.plans.values()},
        **{plan.id + " label": plan.label for plan in records.plans.values()},
        **{promise.id: promise.statement for promise in promises},
        **{indicator.id: indicator.label for indicator in records.indicators.values()},
        **{indicator.id + " short": indicator.short for indicator in records.indicators.values()},
        **{event.id: event.title for event in records.events.values()},
    }
    assert [] == [name for name, text in texts.items() if not text.zh]


def test_each_of_the_three_overall_goals_has_three_to_six_benchmarks(benchmarked: list[Goal]) -> None:
    assert OVERALL == [goal.id for goal in benchmarked if 3 <= len(goal.benchmarks) <= 6]


def test_the_other_goals_that_a_series_throws_light_on_have_one_benchmark_or_two(
    benchmarked: list[Goal],
) -> None:
    expected = {
        "moe-2020-system": ["majors_cset"],
        "aidp-2025-breakthrough": ["aiindex_top100_2026ed"],
        "aidp-2025-main-driver": ["digital_core_official"],
        "aidp-2025-intelligent-society": ["cnnic_genai_rate"],
        "aidp-2025-law": ["cac_services"],
        "moe-2025-quality": ["aiindex_citshare_2026ed"],
        "aidp-2030-centre": ["wipo_genai", "quid_genai"],
        "moe-2030-core-force": ["macropolo_undergrad"],
        "aiplus-2030-growth": ["digital_core_official"],
    }
    assert expected == {
        goal.id: [one.series for one in goal.benchmarks] for goal in benchmarked if goal.id not in OVERALL
    }


def test_every_benchmark_gives_its_reason_in_both_languages(benchmarked: list[Goal]) -> None:
    bare = [
        b.id
        for goal in benchmarked
        for b in goal.benchmarks
        if not all((b.reason.en, b.reason.zh, b.statement.en, b.statement.zh))
    ]
    assert [] == bare


def test_benchmarks_of_a_goal_draw_on_several_series(benchmarked: list[Goal]) -> None:
    assert all(len({b.series for b in goal.benchmarks}) == len(goal.benchmarks) for goal in benchmarked)


def test_every_benchmark_has_figures_for_each_place_it_compares(
    records: Records, benchmarked: list[Goal]
) -> None:
    held = {(o.series, o.geography) for o in records.observations.values() if o.judged}
    asked = {
        (b.series, place)
        for goal in benchmarked
        for b in goal.benchmarks
        for place in (b.place, b.other_place)
        if place
    }
    assert set() == asked - held
