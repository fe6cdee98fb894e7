"""A small plan, made by hand, with the results that exports must be able to write."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from math import inf
from types import MappingProxyType

import pytest

from metrics.exports.extract import Extract, extract
from metrics.progress import as_known_on, assess
from metrics.progress.result import (
    Headline,
    NotCounted,
    Pace,
    Path,
    Progress,
    Reading,
    Reason,
    Refusal,
    Side,
    Status,
    Verdict,
)
from metrics.records import load
from metrics.records.model import Text
from metrics.records.store import Records
from metrics.words import Words, words_for
from tests.progress import build

KNOWN_ON = date(2026, 11, 28)

STATE = build.series("ministry", independence="self_reported")
FREE = build.series("institute", independence="independent")
CORE = build.target(">", 400, id="core-2025", plan="small-plan")
RANGE = build.target("~", 0.5, value_high=1000, id="range-2030", plan="small-plan", due=date(2030, 12, 31))
MORE = build.figure("2025", 1200.0, "more_than", series="ministry", published="2026-03", source="report")
EXACT = build.figure("2025", 269.7, series="institute", published="2026-03", source="report")


@pytest.fixture
def words() -> Words:
    return words_for("en")


@pytest.fixture
def records() -> Records:
    plan = build.plan(
        CORE,
        RANGE,
        id="small-plan",
        title=Text(en="A Small Plan – “für alle”", zh="小计划"),
        published="2017-07-20",
    )
    return build.records(
        MORE,
        EXACT,
        series=(STATE, FREE),
        plans=build.by_id([plan]),
        sources=build.by_id([build.source("paper"), build.source("report")]),
    )


@pytest.fixture
def progress() -> Progress:
    """One target met on one of two readings, and one too early with a path refused and one running away."""
    core_readings = (
        Reading(CORE, STATE, Verdict.MET, 3, True, None, MORE),
        Reading(CORE, FREE, Verdict.MISSED, 6, True, None, EXACT),
    )
    met = Headline(Verdict.MET, 1, 1, False, Side.MET, ((Verdict.MET, 1),))
    missed = replace(met, verdict=Verdict.MISSED, side=Side.OTHER, tally=((Verdict.MISSED, 1),))
    split = Headline(
        Verdict.INCONCLUSIVE, 0, 2, True, Side.UNDECIDED, ((Verdict.MET, 1), (Verdict.MISSED, 1))
    )
    core = Status(CORE, KNOWN_ON, True, core_readings, split, missed, met, True)
    paces = (
        Pace(Path.LINEAR, None, Refusal.FEW_POINTS),
        Pace(
            Path.COMPOUND,
            Verdict.ON_TRACK,
            ratio=1.5,
            actual=0.3,
            required=0.2,
            needed=-0.0,
            value_at_due=inf,
            arrival=2028,
        ),
    )
    range_readings = (
        Reading(
            RANGE,
            STATE,
            Verdict.NO_DATA,
            1,
            False,
            NotCounted.NO_FIGURE,
            None,
            reason=Reason.NOTHING_PUBLISHED,
            paces=paces,
        ),
    )
    none = Headline(Verdict.NO_DATA, 0, 0, False, Side.UNDECIDED, ())
    later = Status(RANGE, KNOWN_ON, False, range_readings, none, None, none, False)
    return Progress(KNOWN_ON, None, MappingProxyType({CORE.id: core, RANGE.id: later}))


@pytest.fixture
def taken(records: Records, progress: Progress, words: Words) -> Extract:
    return extract(records, progress, words)


@pytest.fixture(scope="session")
def shipped() -> Callable[..., Extract]:
    """The shipped files as an extract: ``shipped(day, plan=..., target=...)``."""
    held = load()

    def on(day: date = KNOWN_ON, plan: str | None = None, target: str | None = None) -> Extract:
        known = as_known_on(held, day)
        return extract(known, assess(known, day), words_for("en"), plan, target)

    return on
