"""Where the targets stand, as JSON for other programs.

In: the results of a day and the records known on it. Out: the document that docs/command-line.md describes.
Ids instead of labels, ISO dates, numbers as numbers, ``null`` for what is not there: an open end of an
interval, a pace that was refused. The order is that of the data files; the same input gives the same bytes.
"""

import json

from metrics.exports.cell import raw
from metrics.progress.result import Headline, Pace, Progress, Reading, Status
from metrics.records.interval import interval
from metrics.records.model import Plan
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
    return {
        "known_on": progress.known_on.isoformat(),
        "plans": [_plan(plan, words) for plan in records.plans.values()],
        "targets": [_target(status, words) for status in progress.statuses.values()],
    }


def _plan(plan: Plan, words: Words) -> Json:
    return {
        "id": plan.id,
        "title": words.text(plan.title),
        "issuer": words.text(plan.issuer),
        "published": str(plan.published),
        "source": plan.source,
    }


def _target(status: Status, words: Words) -> Json:
    target = status.target
    high = {} if target.value_high is None else {"value_high": raw(target.value_high)}
    return {
        "id": target.id,
        "plan": target.plan,
        "indicator": target.indicator,
        "comparator": target.comparator.value,
        "value": raw(target.value),
        **high,
        "unit": target.unit,
        "due": target.due.isoformat(),
        "headline": {
            **_headline(status.headline, words.headline_full(status)),
            "by_independence": {
                "independent": _group(status.independent, words),
                "state": _group(status.state, words),
            },
        },
        "readings": [_reading(reading) for reading in status.readings],
    }


def _headline(headline: Headline, sentence: str) -> Json:
    return {
        "verdict": headline.verdict.value,
        "k": headline.k,
        "n": headline.n,
        "contested": headline.contested,
        "tally": {verdict.value: count for verdict, count in headline.tally},
        "sentence": sentence,
    }


def _group(headline: Headline | None, words: Words) -> Json | None:
    return None if headline is None else _headline(headline, words.group_headline(headline))


def _reading(reading: Reading) -> Json:
    observation = reading.observation
    ends = None if observation is None else interval(observation)
    return {
        "series": reading.series.id,
        "unit": reading.series.unit,
        "verdict": reading.verdict.value,
        "counts": reading.counts,
        "observation": observation and observation.id,
        "period": observation and str(observation.period),
        "low": ends and raw(ends.low),
        "high": ends and raw(ends.high),
        "bound": observation and observation.bound.value,
        "published": observation and str(observation.published),
        "source": observation and observation.source,
        "paths": [_path(pace) for pace in reading.paces],
    }


def _path(pace: Pace) -> Json:
    return {
        "path": pace.path.value,
        "verdict": pace.verdict and pace.verdict.value,
        "refusal": pace.refusal and pace.refusal.value,
        "ratio": raw(pace.ratio),
        "actual": raw(pace.actual),
        "required": raw(pace.required),
        "needed": raw(pace.needed),
        "value_at_due": raw(pace.value_at_due),
        "arrival": pace.arrival,
    }
