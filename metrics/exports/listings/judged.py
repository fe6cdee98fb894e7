"""What was found, as listings: every reading and every headline, with the sentence that the pages show.

In: an extract. Out: one listing each. Numbers that are worked out here (paces and their ratios) have six
significant digits; the figures of sources stand as published.
"""

from metrics.exports.cell import Cell
from metrics.exports.extract import Extract
from metrics.exports.listings.listing import Field, Listing, closed, fields, plain, row, worked_out
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
from metrics.records.model import Observation
from metrics.records.vocabulary import Bound, Comparator, Independence

GROUPS = ("all", "independent", "state")
_NUMBERS = ("ratio", "actual", "required", "needed", "value_at_due")


def _pace_fields(path: Path) -> tuple[Field, ...]:
    return (
        closed(f"{path}_verdict", (v.value for v in Verdict), required=False),
        closed(f"{path}_refusal", (r.value for r in Refusal), required=False),
        *fields(" ".join(f"{path}_{name}" for name in _NUMBERS), "number"),
        *fields(f"{path}_arrival", "whole"),
    )


_TARGET = (
    *fields("plan", required=True, listing="plans"),
    *fields("target", required=True, listing="targets"),
    *fields("statement", required=True),
    closed("comparator", Comparator),
    *fields("target_value", "number", required=True),
    *fields("target_value_high", "number"),
    *fields("target_unit", required=True, listing="units"),
    *fields("due", "day", required=True),
)
_FIGURE = (
    *fields("observation", listing="observations"),
    *fields("period", "period"),
    *fields("period_end", "day"),
    closed("bound", Bound, required=False),
    *fields("value interval_low interval_high", "number"),
    *fields("published", "period"),
    *fields("source", listing="sources"),
)
READING = (
    *_TARGET,
    *fields("series", required=True, listing="series"),
    *fields("series_label", required=True),
    closed("independence", Independence),
    closed("verdict", Verdict),
    *fields("rule", "whole", required=True),
    *fields("counts", "truth", required=True),
    closed("not_counted", NotCounted, required=False),
    closed("reason", Reason, required=False),
    *fields("sentence", required=True),
    *_FIGURE,
    *fields("unit", required=True, listing="units"),
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
    there = taken.records.series
    rows = tuple(
        _reading(one, status, taken)
        for status in taken.statuses
        for one in status.readings
        if one.series.id in there
    )
    return Listing("readings", ("target", "series"), READING, rows)


def headlines(taken: Extract) -> Listing:
    """What the readings of each target say together: all of them, and the two groups of reporters."""
    rows = []
    for status in taken.statuses:
        said = taken.words.headline_full(status)
        rows.append(_headline(status.headline, "all", said, status, taken))
        for group, headline in (("independent", status.independent), ("state", status.state)):
            if headline is not None:
                said = taken.words.group_headline(headline)
                rows.append(_headline(headline, group, said, status, taken))
    return Listing("headlines", ("target", "group"), HEADLINE, tuple(rows))


def _target(status: Status, taken: Extract) -> dict[str, Cell]:
    target = status.target
    return {
        "plan": target.plan,
        "target": target.id,
        "statement": taken.words.text(target.statement),
        "comparator": target.comparator.value,
        "target_value": target.value,
        "target_value_high": target.value_high,
        "target_unit": target.unit,
        "due": target.due,
    }


def _reading(reading: Reading, status: Status, taken: Extract) -> tuple[Cell, ...]:
    series = reading.series
    cells: dict[str, Cell] = {
        **_target(status, taken),
        "series": series.id,
        "series_label": taken.words.text(series.label),
        "independence": series.independence.value,
        "verdict": reading.verdict.value,
        "rule": reading.case,
        "counts": reading.counts,
        "not_counted": plain(reading.not_counted),
        "reason": plain(reading.reason),
        "sentence": taken.words.reading(reading, status, taken.known),
        **_figure(reading.observation),
        "unit": series.unit,
    }
    for path in Path:
        cells.update(_pace(path, next((one for one in reading.paces if one.path is path), None)))
    return row(reading, READING, **cells)


def _figure(figure: Observation | None) -> dict[str, Cell]:
    if figure is None:
        return dict.fromkeys(field.name for field in _FIGURE)
    ends = interval(figure)
    return {
        "observation": figure.id,
        "period": str(figure.period),
        "period_end": figure.period.end,
        "bound": figure.bound.value,
        "value": figure.value,
        "interval_low": ends.low,
        "interval_high": ends.high,
        "published": str(figure.published),
        "source": figure.source,
    }


def _pace(path: Path, pace: Pace | None) -> dict[str, Cell]:
    numbers = {name: worked_out(getattr(pace, name, None)) for name in _NUMBERS}
    said = {name: plain(getattr(pace, name, None)) for name in ("verdict", "refusal", "arrival")}
    return {f"{path}_{name}": value for name, value in (said | numbers).items()}


def _headline(
    headline: Headline, group: str, sentence: str, status: Status, taken: Extract
) -> tuple[Cell, ...]:
    cells: dict[str, Cell] = {
        **_target(status, taken),
        "group": group,
        "verdict": headline.verdict.value,
        "k": headline.k,
        "n": headline.n,
        "contested": headline.contested,
        "tally": " ".join(f"{verdict.value}:{count}" for verdict, count in headline.tally) or None,
        "sentence": sentence,
    }
    return row(headline, HEADLINE, **cells)
