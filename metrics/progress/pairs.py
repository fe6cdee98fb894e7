"""Pairs: one count of two places for one period, the only figures of two places that may stand against each other.

In: records, a known-on day, and the two places that are compared. Out: for each indicator of a family the count that
says most now, in the latest period for which it has both places, and what other reporters count for that very period;
and for one year every count of an indicator, of either place, with those that can be told apart once each.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from metrics.progress.evidence import evidence
from metrics.progress.known import newest, order
from metrics.progress.lead import ranked_series
from metrics.progress.spread import Spread
from metrics.records.model import Indicator, Observation, Series
from metrics.records.period import never_judged
from metrics.records.store import Records
from metrics.records.vocabulary import Bound, Kind, PriceBasis

_CLOSED = frozenset({Bound.EXACT, Bound.ABOUT})

#: In the short name of a series, what begins to say which count of its reporter it is: its edition, prices or scope.
_WHICH = re.compile(r", |[(（]| \d{4}\b")


@dataclass(frozen=True, slots=True)
class Pair:
    """What one series says of two places for one period; of the year of a spread, one may be missing."""

    series: Series
    first: Observation | None
    second: Observation | None

    @property
    def ratio(self) -> float | None:
        """How many times the second place the first is; None where one is missing, not above zero or has an open end."""
        both = [one for one in (self.first, self.second) if one is not None]
        if len(both) < 2 or any(one.value <= 0 or one.bound not in _CLOSED for one in both):
            return None
        return both[0].value / both[1].value

    @property
    def has_both(self) -> bool:
        """Whether there is a figure of each place."""
        return self.first is not None and self.second is not None

    @property
    def judged(self) -> bool:
        """Whether there is a judged figure of each place."""
        return all(one is not None and one.judged for one in (self.first, self.second))

    @property
    def constant(self) -> bool:
        """Whether it is money in the prices of a fixed year."""
        return self.series.price_basis not in {PriceBasis.NOMINAL, PriceBasis.NOT_MONEY}

    @property
    def figure(self) -> Observation:
        """The figure that gives period and source: of the first place, where there is one."""
        figure = self.first or self.second
        if figure is None:
            raise ValueError(f"{self.series.id} has no figure")
        return figure


@dataclass(frozen=True, slots=True)
class PairRow:
    """An indicator with the count that says most of both places, and those of other reporters for the same period."""

    indicator: Indicator
    pair: Pair
    others: tuple[Pair, ...]

    @property
    def apart(self) -> tuple[float, ...]:
        """The ratios of the other counts, the lowest first."""
        return tuple(sorted(one.ratio for one in self.others if one.ratio is not None))


@dataclass(frozen=True, slots=True)
class Tally:
    """The pairs that say who is ahead, one a reporter, and those of both places that do not, by why."""

    counted: tuple[Pair, ...]
    derived: tuple[Pair, ...]  # not judged
    prices: tuple[Pair, ...]  # in constant prices, of a reporter that is counted at the prices of the year
    again: tuple[Pair, ...]  # another count of a reporter that is counted


@dataclass(frozen=True, slots=True)
class YearPairs:
    """Every count of two places in one year, and the two series that lie furthest apart in it."""

    indicator: Indicator
    year: int
    pairs: tuple[Pair, ...]
    lowest: Series
    highest: Series


def latest_pair(records: Records, series: Series, places: Sequence[str], day: date) -> Pair | None:
    """The latest period for which a series has a judged figure of both places, known on a day."""
    first, second = (
        {one.period.days: one for one in evidence(records, series.id, place, day).figures} for place in places
    )
    common = sorted((one for days, one in first.items() if days in second), key=order)
    return Pair(series, common[-1], second[common[-1].period.days]) if common else None


def family_pairs(records: Records, family: str, day: date, places: Sequence[str]) -> tuple[PairRow, ...]:
    """One line for each indicator of a family that somebody counts for both places, in the order of the file.

    Args:
        records: the records.
        family: the id of a family.
        day: the known-on day.
        places: the two places; fewer give no line.
    """
    if len(places) < 2:
        return ()
    found = []
    for indicator in records.indicators.values():
        if indicator.family != family:
            continue
        ids = ranked_series(records, indicator, day, places, is_promised=False)
        pairs = [latest_pair(records, records.series[one], places, day) for one in ids]
        known = [one for one in pairs if one is not None]
        # Of two counts the one with the later period says more of now; the order of the rest stands.
        known.sort(key=lambda one: one.figure.period.end, reverse=True)
        if known:
            same = [one for one in known if one.figure.period.days == known[0].figure.period.days]
            found.append(PairRow(indicator, known[0], _one_each(same)[1:]))
    return tuple(found)


def same_reporter(one: Series, other: Series) -> bool:
    """Whether two series are counts of one reporter, as their names show: "Quid, nominal" and "Quid, 2021 dollars"."""

    def names(series: Series) -> tuple[str, str]:
        short = series.short.best("en")[1]
        return series.reporter.best("en")[1], _WHICH.split(short, maxsplit=1)[0].strip()

    return any(a == b for a, b in zip(names(one), names(other), strict=True))


def _one_each(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """Of each reporter the first pair."""
    kept: list[Pair] = []
    for pair in pairs:
        if not any(same_reporter(pair.series, one.series) for one in kept):
            kept.append(pair)
    return tuple(kept)


def tally(pairs: Sequence[Pair]) -> Tally:
    """Which pairs of both places say who is ahead: judged ones, and of each reporter one.

    Of one reporter money at the prices of the year stands before constant prices, then what was published last.
    """
    both = [one for one in pairs if one.has_both]
    judged = [one for one in both if one.judged]
    latest = sorted(judged, key=_known, reverse=True)
    counted = _one_each(sorted(latest, key=lambda one: one.constant))
    rest = [one for one in judged if one not in counted]
    prices = [
        one
        for one in rest
        if one.constant
        and any(same_reporter(one.series, kept.series) and not kept.constant for kept in counted)
    ]
    return Tally(
        counted,
        tuple(one for one in both if not one.judged),
        tuple(prices),
        tuple(one for one in rest if one not in prices),
    )


def _known(pair: Pair) -> date:
    return max(one.known for one in (pair.first, pair.second) if one is not None)


def year_pairs(
    records: Records, indicator: Indicator, year: int, spread: Spread, places: Sequence[str], *, day: date
) -> YearPairs | None:
    """What every series of an indicator says of two places for one year, in any unit.

    None for fewer than two, and where not one of them has both places.

    Those in the unit of the spread come first, the lowest first. A derived figure stands in where there is no judged one.

    Args:
        records: the records.
        indicator: one of them.
        year: the year.
        spread: what the series say of one of the places in that year.
        places: the two places; fewer give no pair.
        day: the known-on day.
    """
    if len(places) < 2:
        return None
    unit = spread.counts[0].unit
    made = []
    for series in indicator.series:
        first, second = (_of_year(records, series, place, year, day) for place in places)
        common = first.keys() & second.keys() or first.keys() or second.keys()
        if common:
            best = max(common, key=lambda one: order(first.get(one) or second[one]))
            made.append(Pair(series, first.get(best), second.get(best)))
    made.sort(key=lambda one: (one.series.unit != unit, one.figure.value if one.series.unit == unit else 0))
    if len(made) < 2 or not any(one.has_both for one in made):
        return None
    low, high = (records.series[spread.counts[at].series] for at in (0, -1))
    return YearPairs(indicator, year, tuple(made), low, high)


def _of_year(
    records: Records, series: Series, place: str, year: int, day: date
) -> dict[tuple[date, date], Observation]:
    """The figures of a series and place that end in a year, by their period."""
    known, measure = evidence(records, series.id, place, day), records.indicators[series.indicator].measure
    derived = newest(one for one in known.rows if one.kind is Kind.DERIVED)
    found = {one.period.days: one for one in (*derived, *known.figures)}
    return {
        days: one
        for days, one in found.items()
        if one.period.end.year == year and not never_judged(one.period, measure)
    }
