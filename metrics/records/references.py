"""References: every id that a record names must be the id of another record.

In: a :class:`RecordSet`. Out: problems. Where a file could not be read, it is not known which ids it holds,
and references into it are let pass.
"""

import re

from metrics.records.calculations import calculated_series
from metrics.records.contents import name_of
from metrics.records.detail import Detail, either
from metrics.records.entry import YamlList
from metrics.records.folder import OBSERVED, PROMISED
from metrics.records.model import (
    Benchmark,
    Calculation,
    Category,
    Claim,
    DeckSlide,
    Deliverable,
    DeliveryReport,
    Edition,
    Event,
    ExchangeRate,
    Family,
    Glance,
    Goal,
    Group,
    Indicator,
    Observation,
    Place,
    PlaceName,
    Plan,
    PriceIndex,
    Question,
    Rating,
    RatingLevel,
    Record,
    Release,
    ReleaseMapping,
    Series,
    SeriesRule,
    Source,
    Target,
    Unit,
)
from metrics.records.model.fields import ID
from metrics.records.problem import Report, shown
from metrics.records.record_set import RecordSet

_ANYTHING = (Target, Goal, Observation, Event)
_MEASURED = (Target, Goal, Indicator)

REFERENCES: dict[type[Record], dict[str, tuple[type[Record], ...]]] = {
    Plan: {"source": (Source,), "place": (Place,)},
    Target: {
        "indicator": (Indicator,),
        "unit": (Unit,),
        "place": (Place,),
        "source": (Source,),
        "read_through": (Source,),
    },
    Edition: {"source": (Source,), "superseded_by": (Target,), "split_into": (Target,)},
    Goal: {"indicator": (Indicator,), "source": (Source,), "read_through": (Source,)},
    Deliverable: {"source": (Source,), "read_through": (Source,)},
    DeliveryReport: {"deliverable": (Deliverable,), "source": (Source,)},
    Rating: {"promise": (Target, Goal, Deliverable), "rating": (RatingLevel,), "source": (Source,)},
    Benchmark: {"series": (Series,), "place": (Place,), "other_place": (Place,)},
    Calculation: {"of": (Indicator,), "group": (Group,), "groups": (Group,)},
    Indicator: {"unit": (Unit,), "family": (Family,)},
    Series: {"unit": (Unit,), "repeats": (Series,), "overlaps": (Series,)},
    Event: {"category": (Category,), "geography": (Place,), "source": (Source,)},
    Observation: {
        "indicator": (Indicator,),
        "series": (Series,),
        "geography": (Place,),
        "unit": (Unit,),
        "source": (Source,),
        "group": (Group,),
    },
    Claim: {"source": (Source,), "indicator": (Indicator,), "maps_to": _ANYTHING},
    ExchangeRate: {"source": (Source,)},
    PriceIndex: {"geography": (Place,), "source": (Source,)},
    Glance: {
        "plans": (Plan,),
        "indicator": (Indicator,),
        "families": (Family,),
        "slides": (Indicator,),
    },
    Question: {"about": _MEASURED},
    ReleaseMapping: {"source": (Source,), "in_place": (Place,)},
    SeriesRule: {"series": (Series,), "after_break": (Series,)},
    PlaceName: {"place": (Place,)},
    Release: {"source": (Source,)},
    DeckSlide: {"target": (Target,), "indicator": (Indicator,), "place": (Place,)},
}
_HOME = {
    Plan: PROMISED,
    Target: PROMISED,
    Deliverable: PROMISED,
    RatingLevel: PROMISED,
    Source: "sources.yaml",
    Category: "events.yaml",
    Observation: OBSERVED,
}


def check_references(record_set: RecordSet, report: Report) -> None:
    """Report every id that names nothing."""
    for model, fields in REFERENCES.items():
        for field, named in fields.items():
            if all(record_set.is_whole(other) for other in named):
                _check(record_set, report, model, field, named)


def _check(
    record_set: RecordSet, report: Report, model: type[Record], field: str, named: tuple[type[Record], ...]
) -> None:
    known = set().union(*(record_set.ids(other) for other in named))
    if model is Benchmark and Series in named:
        known |= calculated_series(record_set)
    what = either([name_of(one) for one in named])
    home = Detail("record.files") if len(named) > 1 else _HOME.get(named[0], "indicators.yaml")
    accepted = ((getattr(record, field), entry) for record, entry in record_set.of(model))
    refused = ((_ids(entry.get(field)), entry) for entry in record_set.refused(model))
    for value, entry in (*accepted, *refused):
        if value is None or value in known or field not in entry:  # not in entry: reported where it stands
            continue
        items = (value,) if isinstance(value, str) else value
        for item, at in zip(items, entry.spots(field), strict=True):
            if item and item not in known:
                guess = report.nearest(item, known)
                report.add(
                    "unknown_id", entry.file, at, field, what=what, found=shown(item), guess=guess, home=home
                )


def _ids(value: object) -> str | tuple[str, ...] | None:
    """The ids that stand in a field of an entry that is not in order; "" for what is none, which is reported already."""
    if isinstance(value, YamlList):
        return tuple(item if isinstance(item, str) and re.fullmatch(ID, item) else "" for item in value)
    return value if isinstance(value, str) and re.fullmatch(ID, value) else None
