"""What was found, as listings: every reading and every headline, with the sentence that the pages show.

In: an extract. Out: one listing each. Numbers that are worked out here (paces and their ratios) have six
significant digits; the figures of sources stand as published.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from metrics.exports.cell import Cell
from metrics.exports.extract import Extract
from metrics.exports.listings.listing import Field, Listing, closed, fields, row, worked_out
from metrics.progress.result import (
    Headline,
    NotCounted,
    Pace,
    Path,
    Reading,
    Reason,
    Refusal,
    Status,
    Verdict,
)
from metrics.records.interval import interval
from metrics.records.vocabulary import Bound, Comparator, Independence

GROUPS = ("all", "independent", "state")
_NUMBERS = ("ratio", "actual", "required", "needed", "value_at_due")


def _pace_fields(path: Path) -> tuple[Field, ...]:
    return (
        closed(f"{path}_verdict", Verdict, required=False, of=f"{path}.verdict"),
        closed(f"{path}_refusal", Refusal, required=False, of=f"{path}.refusal"),
        *fields(" ".join(f"{path}_{name}={path}.{name}" for name in _NUMBERS), "number"),
        *fields(f"{path}_arrival={path}.arrival", "whole"),
    )


_TARGET = (
    *fields("plan=target.plan", required=True, listing="plans"),
    *fields("target=target.id", required=True, listing="targets"),
    *fields("statement", required=True),
    closed("comparator", Comparator, of="target.comparator"),
    *fields("target_value=target.value", "number", required=True),
    *fields("target_value_high=target.value_high", "number"),
    *fields("target_unit=target.unit", required=True, listing="units"),
    *fields("due=target.due", "day", required=True),
)
READING = (
    *_TARGET,
    *fields("series=series.id", required=True, listing="series"),
    *fields("series_label", required=True),
    closed("independence", Independence, of="series.independence"),
    closed("verdict", Verdict),
    *fields("rule=case", "whole", required=True),
    *fields("counts", "truth", required=True),
    closed("not_counted", NotCounted, required=False),
    closed("reason", Reason, required=False),
    *fields("sentence", required=True),
    *fields("observation=observation.id", listing="observations"),
    *fields("period=observation.period", "period"),
    *fields("period_end=observation.period.end", "day"),
    closed("bound", Bound, required=False, of="observation.bound"),
    *fields("value=observation.value interval_low=ends.low interval_high=ends.high", "number"),
    *fields("published=observation.published", "period"),
    *fields("source=observation.source", listing="sources"),
    *fields("unit=series.unit", required=True, listing="units"),
    *_pace_fields(Path.LINEAR),
    *_pace_fields(Path.COMPOUND),
)
HEADLINE = (
    *_TARGET,
    closed("group", GROUPS),
    closed("verdict", Verdict),
    *fields("k n", "whole", required=True),
    *fields("contested", "truth", required=True),
    *fields("tally sentence"),
)


def readings(taken: Extract) -> Listing:
    """Each target compared with each series of its indicator that has published a figure."""
    every = ((status, one) for status in taken.statuses for one in status.readings)
    rows = (_reading(one, status, taken) for status, one in every if one.series.id in taken.records.series)
    return Listing("readings", ("target", "series"), READING, tuple(rows))


def headlines(taken: Extract) -> Listing:
    """What the readings of each target say together: all of them, and the two groups of reporters."""
    rows = (row for status in taken.statuses for row in _headlines(status, taken))
    return Listing("headlines", ("target", "group"), HEADLINE, tuple(rows))


PLANNED = (
    *fields("target=target.id", required=True, listing="targets"),
    *fields("series=series.id", required=True, listing="series"),
    *fields("period=asked.period", "period", required=True),
    *fields("period_end=asked.period.end", "day", required=True),
    *fields("asked=asked.value", "number", required=True),
    *fields("target_unit=target.unit", required=True, listing="units"),
    *fields("observation=figure.id", listing="observations"),
    *fields("kept=passes", "truth"),
)


def planned(taken: Extract) -> Listing:
    """What each series says of each value that a plan itself gives on the way to a target."""
    rows = (
        row(one, PLANNED, target=status.target, series=reading.series)
        for status in taken.statuses
        for reading in status.readings
        if reading.series.id in taken.records.series
        for one in reading.planned
    )
    return Listing("planned", ("target", "series", "period"), PLANNED, tuple(rows))


JUDGED = (("readings", readings), ("headlines", headlines))


def _reading(reading: Reading, status: Status, taken: Extract) -> tuple[Cell, ...]:
    paces = {pace.path: _rounded(pace) for pace in reading.paces}
    return row(
        reading,
        READING,
        target=status.target,
        statement=taken.words.text(status.target.statement),
        series_label=taken.words.text(reading.series.label),
        sentence=taken.words.reading(reading, status, taken.known),
        ends=reading.observation and interval(reading.observation),
        **{path.value: paces.get(path) for path in Path},
    )


def _rounded(pace: Pace) -> Pace:
    numbers: dict[str, Any] = {name: worked_out(getattr(pace, name)) for name in _NUMBERS}
    return replace(pace, **numbers)


def _headlines(status: Status, taken: Extract) -> Iterator[tuple[Cell, ...]]:
    words = taken.words
    groups: tuple[Headline | None, ...] = (status.headline, status.independent, status.state)
    for group, headline in zip(GROUPS, groups, strict=True):
        if headline is not None:
            whole = group == GROUPS[0]
            yield row(
                headline,
                HEADLINE,
                target=status.target,
                statement=words.text(status.target.statement),
                group=group,
                tally=" ".join(f"{verdict.value}:{count}" for verdict, count in headline.tally) or None,
                sentence=words.headline_full(status) if whole else words.group_headline(headline),
            )
