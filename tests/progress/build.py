"""Records made by hand: one plan, one indicator, and the series and figures a test asks for.

Every function takes only what the test is about; the rest stands for "nothing special".
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Protocol, TypeVar

from metrics.progress.assess import judge
from metrics.progress.result import Reading, Status
from metrics.records.model import (
    Benchmark,
    Deliverable,
    DeliveryReport,
    Family,
    Glance,
    Goal,
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

DUE = date(2025, 12, 31)
LATER = date(2026, 6, 30)  # a known-on day after the due date
EARLIER = date(2024, 6, 30)  # a known-on day before it


class _WithId(Protocol):
    @property
    def id(self) -> str: ...


Kept = TypeVar("Kept", bound=_WithId)


def text(words: str) -> Text:
    return Text(en=words)


def by_id(rows: Iterable[Kept]) -> Mapping[str, Kept]:
    return MappingProxyType({row.id: row for row in rows})


def target(comparator: str = ">", value: float = 400, **more: Any) -> Target:
    fields = {
        "id": "the-target",
        "plan": "the-plan",
        "due": DUE,
        "statement": text("Much of it."),
        "source": "paper",
        "verification": "verified",
        "indicator": "size",
        "unit": "cny_bn",
        "place": "CHN",
    }
    return Target.model_validate(fields | {"comparator": comparator, "value": value} | more)


def series(name: str = "count", **more: Any) -> Series:
    fields = {
        "id": name,
        "indicator": "size",
        "reporter": text("Somebody"),
        "label": text(name),
        "short": text(name),
        "definition": text("As they count."),
        "comparability": "same",
        "independence": "independent",
        "unit": "cny_bn",
        "price_basis": "nominal",
    }
    return Series.model_validate(fields | more)


def figure(period: str, value: float, bound: str = "exact", **more: Any) -> Observation:
    """A figure of the series ``count`` for China, published at the end of its period."""
    own = Period.parse(period)
    published = more.pop("published", period if own.is_simple else own.end.isoformat())
    ends = {"H1": "06", "H2": "12", "Q1": "03", "Q2": "06", "Q3": "09", "Q4": "12"}
    year, _, part = str(published).partition("-")
    fields = {
        "indicator": "size",
        "series": "count",
        "geography": "CHN",
        "period": period,
        "value": value,
        "bound": bound,
        "kind": "actual",
        "provisional": False,
        "unit": "cny_bn",
        "published": f"{year}-{ends[part]}" if part in ends else published,
        "source": "paper",
        "verification": "verified",
        "usable": "yes",
    } | more
    name = "_".join(str(fields[k]) for k in ("series", "geography", "period", "kind", "published"))
    return Observation.model_validate(fields | {"id": re.sub("[ /]", "-", name)})


def source(name: str = "paper", published: str = "2010") -> Source:
    return Source.model_validate(
        {
            "id": name,
            "publisher": "Somebody",
            "title": "A paper",
            "published": published,
            "kind": "press",
            "access": "primary",
            "independence": "independent",
        }
    )


def goal(*benchmarks: Benchmark, **more: Any) -> Goal:
    fields = {
        "id": "the-goal",
        "plan": "the-plan",
        "due": DUE,
        "statement": text("Be among the first."),
        "source": "paper",
        "verification": "verified",
    }
    return Goal.model_validate(fields | {"benchmarks": benchmarks} | more)


def benchmark(comparator: str, **more: Any) -> Benchmark:
    fields = {
        "id": "the-benchmark",
        "series": "count",
        "place": "CHN",
        "statement": text("More than the others."),
        "reason": text("It can be counted."),
    }
    return Benchmark.model_validate(fields | {"comparator": comparator} | more)


def deliverable(**more: Any) -> Deliverable:
    fields = {
        "id": "the-deliverable",
        "plan": "the-plan",
        "due": DUE,
        "statement": text("A law adopted."),
        "source": "paper",
        "verification": "verified",
    }
    return Deliverable.model_validate(fields | more)


def report(state: str, **more: Any) -> DeliveryReport:
    """A document about the deliverable, published in March 2026."""
    fields = {
        "deliverable": "the-deliverable",
        "state": state,
        "published": "2026-03",
        "source": "paper",
        "verification": "verified",
    } | more
    name = "_".join(str(fields.get(k, "")) for k in ("step", "item", "state", "published", "source"))
    return DeliveryReport.model_validate(fields | {"id": "e" + re.sub("[ /]", "-", name)})


def plan(*promises: Target | Goal | Deliverable, **more: Any) -> Plan:
    milestone = Milestone(
        due=DUE,
        targets=tuple(p for p in promises if isinstance(p, Target)),
        goals=tuple(p for p in promises if isinstance(p, Goal)),
        deliverables=tuple(p for p in promises if isinstance(p, Deliverable)),
    )
    fields = {
        "id": "the-plan",
        "title": text("The plan"),
        "label": text("Plan"),
        "issuer": text("Somebody"),
        "published": "2015-01-01",
        "source": "paper",
        "place": "CHN",
        "milestones": (milestone,),
    }
    return Plan.model_validate(fields | more)


UNITS = (
    Unit(id="cny_bn", label=text("RMB bn"), currency="CNY", scale=1e9, prices="nominal"),
    Unit(id="usd_bn", label=text("US$ bn"), currency="USD", scale=1e9, prices="nominal"),
    Unit(id="usd_bn_2021", label=text("US$ bn of 2021"), currency="USD", scale=1e9, prices="2021"),
    Unit(id="percent", label=text("%")),
)


def records(
    *figures: Observation,
    target: Target | None = None,
    series: Iterable[Series] = (),
    measure: str = "flow",
    **more: Any,
) -> Records:
    """Records of one plan with one target and one indicator; ``series`` defaults to one named ``count``."""
    counted = tuple(series) or (_count(),)
    indicator = Indicator.model_validate(
        {
            "id": "size",
            "label": text("Size"),
            "short": text("Size"),
            "unit": "cny_bn",
            "measure": measure,
            "direction": "up",
            "family": "industry",
            "description": text("How much there is."),
            "quality": QualityNote.model_validate({"verified": "yes"}),
            "series": counted,
        }
    )
    promises = () if target is None else (target,)
    fields: dict[str, Any] = {
        "as_of": date(2026, 11, 28),
        "glance": Glance(plans=("the-plan",), indicator="size"),
        "plans": by_id([plan(*promises)]),
        "units": by_id(UNITS),
        "families": by_id([Family(id="industry", label=text("Industry"))]),
        "places": by_id(
            [Place(id=p, label=text(p), currency=c) for p, c in (("CHN", "CNY"), ("USA", "USD"))]
        ),
        "indicators": by_id([indicator]),
        "observations": by_id(figures),
        "sources": by_id([source()]),
        "categories": by_id([]),
        "events": by_id([]),
        "claims": by_id([]),
        "rates": (),
        "prices": (),
    }
    return Records(**(fields | more))


_count = series


def status(
    *figures: Observation,
    against: Target | None = None,
    known_on: date = LATER,
    path: Any = None,
    **more: Any,
) -> Status:
    """Where a target (more than 400 by the end of 2025) stands."""
    held = target() if against is None else against
    return judge(records(*figures, target=held, **more), held, known_on, path)


def reading(*figures: Observation, **more: Any) -> Reading:
    """The reading of a target against its only series."""
    (only,) = status(*figures, **more).readings
    return only
