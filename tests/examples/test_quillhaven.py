"""The made-up town, and beside it the made-up country, use every field, every word of every list, every verdict and every reason."""

import csv
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Any, get_args

import pytest

from docs.examples import EXAMPLES
from metrics.progress import assess, goal_results
from metrics.progress.result import Answer, NotCounted, Reason, Refusal, Side, Verdict
from metrics.progress.result import Path as Route
from metrics.records import load, vocabulary
from metrics.records.calculated import CalculatedObservation, CalculationDone
from metrics.records.contents import CSV, YAML
from metrics.records.expectation import expectations
from metrics.records.model import Calculation, Record, Theme
from metrics.records.model.promises import OwnYear
from metrics.records.period import Form, Period

TOWN = load(EXAMPLES / "quillhaven")
KINDS = load(EXAMPLES / "kinds")
TODAY = date(2026, 11, 28)
DAYS = sorted(
    {o.known for o in TOWN.observations.values()} | {p.published.end for p in TOWN.plans.values()} | {TODAY}
)
TABLE = Path(__file__).with_name("quillhaven_headlines.csv")

#: No set of files leads there: a path needs a point a year after the start and before the due date.
OUT_OF_REACH = {Refusal.DUE_AT_START, Refusal.EQUAL_DATES}


def every_record() -> list[Record]:
    """All records of both, those inside others too, and of what is calculated that of which it was worked out."""
    held: list[Record] = []
    for records in (TOWN, KINDS):
        for one in fields(records):
            kind = getattr(records, one.name)
            every = (
                kind.values() if isinstance(kind, Mapping) else kind if isinstance(kind, tuple) else (kind,)
            )
            held += [part for part in every if isinstance(part, Record)]
    found = list(chain.from_iterable(map(with_inner, held)))
    return [_as_written(one) for one in found if not isinstance(one, CalculatedObservation)]


def _as_written(record: Record) -> Record:
    """A calculation without what was added when it was done."""
    if not isinstance(record, CalculationDone):
        return record
    return Calculation.model_construct(**{name: getattr(record, name) for name in Calculation.model_fields})


def with_inner(record: Record) -> list[Record]:
    found = [record]
    for name in type(record).model_fields:
        value = getattr(record, name)
        for inner in value if isinstance(value, tuple) else (value,):
            found += with_inner(inner) if isinstance(inner, Record) else []
    return found


RECORDS = every_record()
MODELS = sorted({type(one) for one in RECORDS}, key=lambda model: model.__name__)


def values(model: type[Record], field: str) -> list[Any]:
    return [getattr(one, field) for one in RECORDS if type(one) is model]


def inside(model: type[Record]) -> set[type[Record]]:
    """A class of records, and those that stand in its fields."""
    found = {model}
    for wanted in expectations(model).values():
        for one in (wanted, wanted.item):
            if one and one.record:
                found |= inside(one.record)
    return found


STATUSES = [status for day in DAYS for status in assess(TOWN, day).statuses.values()]
KINDS_DAYS = sorted({o.known for o in KINDS.observations.values()} | {TODAY})
OTHERS = [status for day in KINDS_DAYS for status in assess(KINDS, day).statuses.values()]
READINGS = [reading for status in (*STATUSES, *OTHERS) for reading in status.readings]


def test_every_kind_of_record_is_there():
    declared = set().union(*(inside(model) for model in (*YAML.values(), *CSV.values())))
    whole = {*YAML.values(), OwnYear} - {Theme}  # the one file that is a record itself
    assert {model.__name__ for model in declared - whole} == {model.__name__ for model in MODELS}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_is_filled_in_somewhere(model):
    empty = (None, ())
    assert [] == [name for name in model.model_fields if all(one in empty for one in values(model, name))]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_word_that_a_field_may_hold_is_used(model):
    """Words that mean the same in two fields are used in one of them."""
    used = {str(one) for other in RECORDS for one in vars(other).values() if isinstance(one, (str, StrEnum))}
    unused = [
        (name, word)
        for name, wanted in expectations(model).items()
        for word in wanted.words
        if word not in used
    ]
    assert [] == unused


@pytest.mark.parametrize(
    ("words", "model", "field"),
    [
        (vocabulary.Comparator, "Target", "comparator"),
        (vocabulary.Measure, "Indicator", "measure"),
        (vocabulary.Direction, "Indicator", "direction"),
        (vocabulary.Comparability, "Series", "comparability"),
        (vocabulary.Independence, "Series", "independence"),
        (vocabulary.PriceBasis, "Series", "price_basis"),
        (vocabulary.Bound, "Observation", "bound"),
        (vocabulary.Kind, "Observation", "kind"),
        (vocabulary.Usable, "Observation", "usable"),
        (vocabulary.Verification, "Observation", "verification"),
        (vocabulary.SourceKind, "Source", "kind"),
        (vocabulary.Access, "Source", "access"),
        (vocabulary.Assessment, "Claim", "assessment"),
        (vocabulary.ClaimKind, "Claim", "kind"),
    ],
)
def test_every_word_of_a_list_stands_where_it_matters_most(words, model, field):
    (kind,) = (one for one in MODELS if one.__name__ == model)
    assert {*words} == {*values(kind, field)}


def test_every_form_of_a_period_has_a_figure():
    """All but those in which only a due date may be written."""
    found = {one.period.form for plan in (TOWN, KINDS) for one in plan.observations.values()}
    assert {*get_args(Form)} - {"mid", "decade"} == found


def test_days_known_only_to_the_month_or_year_are_there():
    known = {one.form for record in RECORDS for one in vars(record).values() if isinstance(one, Period)}
    assert {*get_args(Form)} == known


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_is_the_headline_of_a_target_on_some_day(verdict):
    assert verdict in {status.headline.verdict for status in (*STATUSES, *OTHERS)}


@pytest.mark.parametrize("verdict", [one for one in Verdict if one is not Verdict.ENDED])
def test_every_verdict_is_that_of_a_reading_on_some_day(verdict):
    assert verdict in {reading.verdict for reading in READINGS}


def test_every_one_of_the_cases_decides_somewhere():
    assert {*range(1, 21)} == {reading.case for reading in READINGS}


def test_every_reason_and_every_way_not_to_count_is_given_somewhere():
    assert set() == {*Reason} - {reading.reason for reading in READINGS}
    assert set() == {*NotCounted} - {reading.not_counted for reading in READINGS}


def test_every_refusal_of_a_path_is_given_somewhere():
    chosen = [one for route in Route for one in assess(TOWN, TODAY, route).statuses.values()]
    refused = {
        pace.refusal
        for status in (*STATUSES, *chosen)
        for reading in status.readings
        for pace in reading.paces
    }
    assert set() == {*Refusal} - OUT_OF_REACH - refused


def test_headlines_stand_on_every_side_and_some_are_contested_or_differ():
    today = assess(TOWN, TODAY).statuses.values()
    assert {*Side} == {status.headline.side for status in today}
    assert any(status.headline.contested for status in today)
    assert any(status.differ for status in today)


def test_benchmarks_give_every_answer():
    results = [one for goal in TOWN.goals.values() for one in goal_results(TOWN, goal, TODAY)]
    assert {*Answer} == {one.at_milestone for one in results} | {one.now for one in results}


def test_some_figures_were_revised_and_some_come_as_estimates_first():
    rows = [(one.series, one.geography, one.period.text) for one in TOWN.observations.values()]
    assert 2 == len({row for row in rows if rows.count(row) > 1})


def test_headlines_of_the_town_stand_in_a_table():
    """After a change on purpose, correct tests/examples/quillhaven_headlines.csv by hand: it is there to be read."""
    with TABLE.open(encoding="utf-8", newline="") as opened:
        expected = list(csv.DictReader(opened))
    days = [name for name in expected[0] if name != "target"]
    found = {day: assess(TOWN, date.fromisoformat(day)).statuses for day in days}
    assert expected == [
        {"target": target, **{day: told(found[day].get(target)) for day in days}} for target in TOWN.targets
    ]


def told(status: Any) -> str:
    """A headline in a cell: the verdict, on how many of how many readings, and whether it is contested."""
    if status is None:
        return "no plan yet"
    one = status.headline
    return f"{one.verdict} {one.k}/{one.n}" + (" contested" if one.contested else "")
