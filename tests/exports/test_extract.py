"""The extract: what was asked for and everything that it names, and nothing else."""

from datetime import date

import pytest

from metrics.exports.extract import extract
from metrics.progress import as_known_on, assess
from metrics.records import load
from metrics.records.model import Text
from metrics.words import languages, words_for
from tests.exports.conftest import KNOWN_ON

TARGET = "aidp-2025-core"


def test_whole_extract_keeps_everything_known(shipped):
    taken = shipped()
    for group in ("plans", "targets", "goals", "observations", "sources", "events", "claims", "indicators"):
        assert list(getattr(taken.known, group)) == list(getattr(taken.records, group))


def test_plan_keeps_its_promises_and_the_figures_that_bear_on_them(shipped):
    taken = shipped(plan="moe-ai-2018")
    held = taken.records
    assert ["moe-ai-2018"] == list(held.plans)
    assert {"moe-ai-2018"} == {one.plan for one in (*held.targets.values(), *held.goals.values())}
    assert list(held.targets) == list(taken.progress.statuses)
    assert {one.indicator for one in held.observations.values()} <= set(held.indicators)
    assert 0 < len(held.observations) < len(taken.known.observations)
    assert {} == dict(held.events)


def test_target_keeps_its_indicator_alone(shipped):
    taken = shipped(target=TARGET)
    held = taken.records
    assert [TARGET] == list(held.targets)
    assert [] == list(held.goals)
    assert ["core_ai_industry_size"] == list(held.indicators)
    assert {"core_ai_industry_size"} == {one.indicator for one in held.observations.values()}


def test_every_source_of_a_selection_is_cited_in_it(shipped):
    held = shipped(target=TARGET).records
    cited = {one.source for one in (*held.observations.values(), *held.targets.values(), *held.rates)}
    assert cited <= set(held.sources)
    assert len(held.sources) < 60


def test_goal_keeps_the_series_of_its_benchmarks(shipped):
    taken = shipped(target="aidp-2020-parity")
    assert {} == dict(taken.progress.statuses)
    goal = taken.records.goals["aidp-2020-parity"]
    assert {one.series for one in goal.benchmarks} <= set(taken.records.series)


@pytest.mark.parametrize("plan", ["fyp15-2026", "nowhere"])
def test_plan_that_did_not_exist_yet_is_empty(shipped, plan):
    held = shipped(date(2018, 12, 31), plan=plan).records
    assert ({}, {}, {}) == (dict(held.plans), dict(held.targets), dict(held.observations))


def test_series_is_there_from_its_first_figure_on(shipped):
    early, late = shipped(date(2018, 12, 31)).records.series, shipped().records.series
    assert "miit_2025" in late
    assert "miit_2025" not in early
    assert [] == [one for one in early if not shipped(date(2018, 12, 31)).known.observations_of(one)]


def test_extract_changes_nothing_that_it_is_made_from(records, progress, words):
    before = list(records.plans), list(progress.statuses), list(records.sources)
    extract(records, progress, words, target="core-2025")
    assert before == (list(records.plans), list(progress.statuses), list(records.sources))


def test_day_before_the_data_were_brought_up_to_date_is_an_earlier_one(shipped):
    as_of = shipped().known.as_of
    assert (True, False) == (shipped(date(2020, 12, 31)).is_earlier, shipped(as_of).is_earlier)
    assert KNOWN_ON == as_of


def test_text_that_names_a_later_year_stays_out_on_an_earlier_day_only():
    records, text = load(), Text(en="As measured until 2024, against 2099.")
    early, late = Text(en="As measured until 2024."), date(2100, 1, 1)

    def shown(day: date, one: Text) -> Text | None:
        known = as_known_on(records, day)
        return extract(known, assess(known, day), words_for("en")).as_then(one)

    assert [None, early] == [shown(day, early) for day in (date(2020, 12, 31), date(2024, 1, 1))]
    assert [None, text] == [shown(date(2024, 1, 1), text), shown(late, text)]
    assert text == shown(records.as_of, text)


@pytest.mark.parametrize("language", languages())
def test_what_is_drawn_counts_in_the_sizes_of_its_language_and_tables_stay_as_published(language):
    held = load()
    day = date(2026, 11, 28)
    known = as_known_on(held, day)
    taken = extract(known, assess(held, day), words_for(language), target="aidp-2025-core")
    told = taken.in_own_units
    assert ("cny_bn", 400.0) == (taken.statuses[0].target.unit, taken.statuses[0].target.value)
    unit = told.records.units[told.statuses[0].target.unit]
    assert 400e9 == told.statuses[0].target.value * unit.scale
    assert (taken.plan, taken.target, taken.chosen) == (told.plan, told.target, told.chosen)
    assert held.digest == told.known.digest
