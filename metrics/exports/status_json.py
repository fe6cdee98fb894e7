"""Where the targets stand, as JSON for other programs.

In: the results of a day and the records known on it. Out: the document that docs/command-line.md describes.
Ids instead of labels, ISO dates, numbers as numbers, ``null`` for what is not there: an open end of an
interval, a pace that was refused. The order is that of the data files; the same input gives the same bytes.
"""

import json
from datetime import date

from metrics.exports.cell import raw
from metrics.progress.deliveries import Delivery, delivery, own_ratings
from metrics.progress.result import Headline, Progress, Reading, Status
from metrics.records.interval import interval
from metrics.records.model import Edition, Plan
from metrics.records.store import Records
from metrics.words import Words

Json = dict[str, object]


def status_json(progress: Progress, records: Records, words: Words, ascii_only: bool = False) -> str:
    r"""The document of :func:`status_document` as text, indented by two blanks.

    ``ascii_only`` writes every other sign as ``\uXXXX``: the same document for a terminal without UTF-8.
    """
    document = status_document(progress, records, words)
    return json.dumps(document, ensure_ascii=ascii_only, indent=2, allow_nan=False)


def status_document(progress: Progress, records: Records, words: Words) -> Json:
    """The plans of ``records`` (those known on the day of ``progress``) and the targets of ``progress``."""
    deliverables = [
        _deliverable(delivery(records, one, progress.known_on), words)
        for one in records.deliverables.values()
    ]
    return {
        "known_on": progress.known_on.isoformat(),
        "plans": [_plan(plan, words) for plan in records.plans.values()],
        "targets": [
            _target(status, words)
            | _editions(status, words)
            | _ratings(status.target.id, records, progress.known_on)
            for status in progress.statuses.values()
        ],
        **({"deliverables": deliverables} if deliverables else {}),
    }


def _deliverable(found: Delivery, words: Words) -> Json:
    promise = found.deliverable
    return {
        "id": promise.id,
        "plan": promise.plan,
        "due": promise.due.isoformat(),
        "result": found.result.value,
        "done": found.n,
        "of": found.all,
        "by_independence": {"independent": found.independent, "state": found.state},
        "sentence": words.delivery(found),
        "parts": [
            {
                "name": part.name and words.text(part.name),
                "state": part.report and part.report.state.value,
                "date": part.report and part.report.date and str(part.report.date),
                "published": part.report and str(part.report.published),
                "source": part.report and part.report.source,
            }
            for part in found.parts
        ],
    }


def _ratings(promise: str, records: Records, day: date) -> Json:
    """How the body rates its own promise, newest first; nothing where it does not. No verdict counts it."""
    found = [
        {"rating": one.rating, "published": str(one.published), "source": one.source}
        for one in own_ratings(records, promise, day)
    ]
    return {"own_ratings": found} if found else {}


def _plan(plan: Plan, words: Words) -> Json:
    texts = {"title": words.text(plan.title), "issuer": words.text(plan.issuer)}
    return {"id": plan.id, **texts, **_picked(plan, "published source")}


def _target(status: Status, words: Words) -> Json:
    target = status.target
    groups = {
        name: one and _headline(one, words.group_headline(one))
        for name, one in (("independent", status.independent), ("state", status.state))
    }
    return {
        **_picked(target, "id plan indicator comparator value"),
        **({} if target.value_high is None else _picked(target, "value_high")),
        **_picked(target, "unit due"),
        "headline": {
            **_headline(status.headline, words.headline_full(status)),
            "by_independence": groups,
        },
        "readings": [_reading(reading) for reading in status.readings],
    }


def _editions(status: Status, words: Words) -> Json:
    """Each form that the promise had, the first one first; nothing where it stands as its plan made it."""
    found = [
        {
            **_picked(one.edition, "published"),
            "source": (one.edition or one.target).source,
            **_picked(one.target, "comparator value"),
            **({} if one.target.value_high is None else _picked(one.target, "value_high")),
            **_picked(one.target, "due"),
            **_end(one.edition),
            "headline": _headline(one.headline, words.group_headline(one.headline)),
        }
        for one in status.editions
    ]
    return {"editions": found} if found else {}


def _end(edition: Edition | None) -> Json:
    how, into = (edition and edition.end) or (None, ())
    return {"ended": how, "replaced_by": list(into)} if how else {}


def _headline(headline: Headline, sentence: str) -> Json:
    tally = {verdict.value: count for verdict, count in headline.tally}
    return {**_picked(headline, "verdict k n contested"), "tally": tally, "sentence": sentence}


def _reading(reading: Reading) -> Json:
    observation = reading.observation
    return {
        "series": reading.series.id,
        "unit": reading.series.unit,
        **_picked(reading, "verdict counts"),
        "observation": observation and observation.id,
        **_picked(observation, "period"),
        **_picked(observation and interval(observation), "low high"),
        **_picked(observation, "bound published source"),
        "paths": [
            _picked(pace, "path verdict refusal ratio actual required needed value_at_due arrival")
            for pace in reading.paces
        ],
        **_planned(reading),
    }


def _planned(reading: Reading) -> Json:
    """What a series says of each value that the plan gives on the way; nothing where it gives none."""
    found = [
        {
            **_picked(one.asked, "period value"),
            "observation": one.figure and one.figure.id,
            "kept": one.passes,
        }
        for one in reading.planned
    ]
    return {"planned": found} if found else {}


def _picked(record: object, names: str) -> Json:
    """These attributes of a record as values of JSON; all ``null`` where there is no record."""
    return {name: _value(getattr(record, name, None) if record else None) for name in names.split()}


def _value(value: object) -> object:
    if value is None or isinstance(value, bool):
        return value
    return raw(value) if isinstance(value, (int, float)) else str(value)
