"""Alternatives: what would flip the headline of a target, in words.

In: alternatives. Out: those in the order in which they are listed. Series that would bring the same with the same
figure, or that leave the same when they are left out, share one.
"""

import math
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from metrics.progress.alternatives import Alternatives, LeftOut, OtherDay, OtherFigure, OtherPath
from metrics.progress.result import Headline, Status
from metrics.records.interval import Interval
from metrics.records.model import Series, Unit
from metrics.records.store import Records
from metrics.records.vocabulary import Bound
from metrics.words.headlines import group_headline
from metrics.words.numbers import displayed, displayed_above, displayed_below
from metrics.words.phrases import Phrases

Same = TypeVar("Same", OtherFigure, LeftOut)


@dataclass(frozen=True, slots=True)
class Alternative:
    """One alternative: what is changed, to any one of which series, and the headline that would come of it."""

    text: str  # "A figure of at most RMB 400 bn for 2025 from iResearch"
    any_of: tuple[Series, ...]  # where the text ends on "any one of these"; else empty
    of: OtherFigure | LeftOut | OtherPath | OtherDay  # of several that share the text, the first
    headline: Headline
    said: str  # the headline in words; the verdict alone where the tally depends on the figure


def alternatives(
    words: Phrases, found: Alternatives, status: Status, records: Records
) -> tuple[Alternative, ...]:
    """Every alternative of a target: figures, series, paths, days."""
    unit = records.units[status.target.unit]

    def figure_key(one: OtherFigure) -> Hashable:
        return one.period, one.values, one.counts, one.revises, one.headline.verdict, _headline(words, one)

    def figure(one: OtherFigure) -> tuple[str, dict[str, str]]:
        texts = {"figure": range_of(words, one.values, unit), "period": words.period(one.period)}
        return "revised" if one.revises else "published", texts

    def series_key(one: LeftOut) -> Hashable:
        return one.headline.verdict, _headline(words, one)

    def plain(one: OtherPath | OtherDay, text: str) -> Alternative:
        return Alternative(text, (), one, one.headline, _headline(words, one))

    return (
        *_shared(words, found.figures, figure_key, figure),
        *_shared(words, found.left_out, series_key, lambda _: ("left_out", {})),
        *(plain(one, words.say(f"alternative.path.{one.path or 'both'}")) for one in found.paths),
        *(plain(one, _day(words, one, status)) for one in found.days),
    )


def _shared(
    words: Phrases,
    found: Iterable[Same],
    key: Callable[[Same], Hashable],
    texts_of: Callable[[Same], tuple[str, dict[str, str]]],
) -> Iterator[Alternative]:
    """One alternative for all that have the same key."""
    groups: dict[Hashable, list[Same]] = {}
    for one in found:
        groups.setdefault(key(one), []).append(one)
    for same in groups.values():
        first = same[0]
        name, texts = texts_of(first)
        if len(same) == 1:
            text = words.say(f"alternative.one.{name}", series=words.text(first.series.short), **texts)
        else:
            text = words.say(f"alternative.any.{name}", **texts)
        any_of = tuple(one.series for one in same) if len(same) > 1 else ()
        yield Alternative(text, any_of, first, first.headline, _headline(words, first))


def _headline(words: Phrases, one: OtherFigure | LeftOut | OtherPath | OtherDay) -> str:
    if not isinstance(one, OtherFigure) or not one.varies:
        return group_headline(words, one.headline)
    verdict = words.say(f"verdict.{one.headline.verdict}")
    key = "alternative.varies_contested" if one.headline.contested else "alternative.varies"
    return words.say(key, verdict=verdict)


def _day(words: Phrases, one: OtherDay, status: Status) -> str:
    if not one.later:
        return words.say("alternative.earlier", day=one.day)
    return words.say("alternative.due" if one.day == status.target.due else "alternative.later", day=one.day)


def range_of(words: Phrases, values: Interval, unit: Unit) -> str:
    """A range of values as a figure would be worded, rounded so that every value it names lies inside.

    A lowest end of zero is not said: ``at most RMB 400 bn``.
    """
    low, low_bound = _end(values.low, values.low_open, Bound.MORE_THAN, Bound.AT_LEAST, displayed_above)
    high, high_bound = _end(values.high, values.high_open, Bound.LESS_THAN, Bound.AT_MOST, displayed_below)
    if low > high or values.low == values.high:
        middle = values.low + (values.high - values.low) / 2
        return _worded(words, middle, Bound.EXACT if values.low == values.high else Bound.ABOUT, unit)
    ends = [_worded(words, low, low_bound, unit)] if math.isfinite(low) and (low or math.isinf(high)) else []
    if math.isfinite(high):
        ends.append(_worded(words, high, high_bound, unit))
    if len(ends) < 2:
        return "".join(ends)
    return words.say("alternative.between", low=ends[0], high=ends[1])


def _end(
    value: float, open_end: bool, without: Bound, with_it: Bound, inwards: Callable[[float], float]
) -> tuple[float, Bound]:
    """An end as it can be displayed; where that takes rounding, the rounded value lies inside."""
    if math.isinf(value) or float(displayed(value)) == value:
        return value, without if open_end else with_it
    return inwards(value), with_it


def _worded(words: Phrases, value: float, bound: Bound, unit: Unit) -> str:
    return words.say(f"figure_long.{bound}", figure=words.amount(value, unit))
