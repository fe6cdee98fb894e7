"""A small plan, made by hand, with the results that exports must be able to write."""

from dataclasses import replace
from datetime import date
from math import inf
from types import MappingProxyType

import pytest

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
from metrics.records.model import (
    Family,
    Glance,
    Indicator,
    Milestone,
    Observation,
    Place,
    Plan,
    QualityNote,
    Series,
    Source,
    Target,
    Text,
    Unit,
)
from metrics.records.period import Period
from metrics.records.store import Records
from metrics.records.vocabulary import (
    Access,
    Bound,
    Comparability,
    Comparator,
    Direction,
    Independence,
    Kind,
    Measure,
    PriceBasis,
    Quality,
    SourceKind,
    Usable,
    Verification,
)
from metrics.words import Words, words_for

KNOWN_ON = date(2026, 11, 22)


def _series(name: str, independence: Independence) -> Series:
    text = Text(en=f"Count by {name}", zh="统计")
    return Series(
        id=name,
        indicator="size",
        reporter=text,
        label=text,
        short=text,
        definition=text,
        comparability=Comparability.SAME,
        independence=independence,
        unit="cny_bn",
        price_basis=PriceBasis.NOMINAL,
    )


def _observation(series: str, value: float, bound: Bound) -> Observation:
    return Observation(
        id=f"{series}-2025",
        indicator="size",
        series=series,
        geography="CHN",
        period=Period.parse("2025"),
        value=value,
        bound=bound,
        kind=Kind.ACTUAL,
        provisional=False,
        unit="cny_bn",
        published=Period.parse("2026-03"),
        source="report",
        verification=Verification.VERIFIED,
        usable=Usable.YES,
    )


def _target(name: str, comparator: Comparator, value: float, high: float | None, due: date) -> Target:
    return Target(
        id=name,
        plan="small-plan",
        due=due,
        statement=Text(en="An industry of that size."),
        source="plan-text",
        verification=Verification.VERIFIED,
        indicator="size",
        comparator=comparator,
        value=value,
        value_high=high,
        unit="cny_bn",
        place="CHN",
    )


STATE = _series("ministry", Independence.SELF_REPORTED)
FREE = _series("institute", Independence.INDEPENDENT)
CORE = _target("core-2025", Comparator.MORE, 400, None, date(2025, 12, 31))
RANGE = _target("range-2030", Comparator.ABOUT, 0.5, 1000, date(2030, 12, 31))


@pytest.fixture
def words() -> Words:
    return words_for("en")


@pytest.fixture
def records() -> Records:
    plan = Plan(
        id="small-plan",
        title=Text(en="A Small Plan – “für alle”", zh="小计划"),
        label=Text(en="Small plan"),
        issuer=Text(en="The council"),
        published=Period.parse("2017-07-20"),
        source="plan-text",
        place="CHN",
        milestones=(
            Milestone(due=date(2025, 12, 31), targets=(CORE,)),
            Milestone(due=date(2030, 12, 31), targets=(RANGE,)),
        ),
    )
    indicator = Indicator(
        id="size",
        label=Text(en="Size of the industry"),
        short=Text(en="Size"),
        unit="cny_bn",
        measure=Measure.FLOW,
        direction=Direction.UP,
        family="industry",
        description=Text(en="Revenue in a year."),
        quality=QualityNote(verified=Quality.PARTLY),
        series=(STATE, FREE),
    )
    observations = (
        _observation("ministry", 1200.0, Bound.MORE_THAN),
        _observation("institute", 269.7, Bound.EXACT),
    )
    sources = tuple(
        Source(
            id=name,
            publisher="A publisher",
            title="A title",
            published=Period.parse("2017"),
            kind=SourceKind.OFFICIAL,
            access=Access.PRIMARY,
            independence=Independence.SELF_REPORTED,
        )
        for name in ("plan-text", "report")
    )
    unit = Unit(id="cny_bn", label=Text(en="RMB bn"), currency="CNY", scale=1e9, prices="nominal")
    return Records(
        as_of=KNOWN_ON,
        glance=Glance(plans=("small-plan",), indicator="size"),
        plans=MappingProxyType({plan.id: plan}),
        units=MappingProxyType({"cny_bn": unit}),
        families=MappingProxyType({"industry": Family(id="industry", label=Text(en="Industry"))}),
        places=MappingProxyType({"CHN": Place(id="CHN", label=Text(en="China"))}),
        indicators=MappingProxyType({"size": indicator}),
        observations=MappingProxyType({o.id: o for o in observations}),
        sources=MappingProxyType({s.id: s for s in sources}),
        categories=MappingProxyType({}),
        events=MappingProxyType({}),
        claims=MappingProxyType({}),
        rates=(),
        prices=(),
    )


@pytest.fixture
def progress(records: Records) -> Progress:
    """One target met on one of two readings, and one too early with a path refused and one running away."""
    core_readings = (
        Reading(CORE, STATE, Verdict.MET, 3, True, None, records.observations["ministry-2025"]),
        Reading(CORE, FREE, Verdict.MISSED, 6, True, None, records.observations["institute-2025"]),
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
