"""The trend of a slide: the same series through time, and the promise they are held against.

In: series, a place and the records of the day. Out: :class:`Trend`. Each line is one series; nothing joins two.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from metrics.figures.points import PlottedPoint, drawn_points, part_of_a_year, plotted
from metrics.figures.slides.segments import judged, segments
from metrics.figures.slides.slide import DuePoint, Trend, TrendLine, TrendPoint
from metrics.progress.pairs import Pair, same_reporter
from metrics.progress.result import Status
from metrics.records.model import Indicator, Observation, Series, Unit
from metrics.records.store import Records
from metrics.words import Words


def target_trend(status: Status, records: Records, words: Words) -> Trend | None:
    """Every series of a target that counts, and what was promised.

    None where nobody has reported two figures, here and below.
    """
    target = status.target
    lines = [_line(one.series, target.place, target.unit, records, words) for one in status.counted]
    due = DuePoint(
        day=target.due,
        value=target.value,
        high=target.value_high,
        label=words.say("slide.due", demand=words.demand(target, records), due=words.due(target)),
    )
    return _trend(lines, (due,), target.unit, records, words)


def spread_trend(indicator: Indicator, place: str, unit: str, records: Records, words: Words) -> Trend | None:
    """Every series of an indicator in one unit."""
    lines = [_line(series, place, unit, records, words) for series in indicator.series]
    return _trend(lines, (), unit, records, words)


def pair_trend(pair: Pair, places: Sequence[str], records: Records, words: Words) -> Trend | None:
    """One series for each of two places; where it has one year alone, the reporter's other series as well."""
    unit = pair.figure.unit
    every = records.indicators[pair.series.indicator].series
    others = [one for one in every if one.id != pair.series.id and same_reporter(one, pair.series)]

    def lines(series: Series, key: str) -> list[TrendLine]:
        found = ((place, _line(series, place, unit, records, words)) for place in places)
        return [
            replace(
                line, name=words.say(key, place=words.text(records.places[place].label), series=line.name)
            )
            for place, line in found
            if line
        ]

    own = lines(pair.series, "slide.years.place")
    if all(len(line.points) < 2 for line in own):
        own += [line for series in others for line in lines(series, "slide.years.place_series")]
    return _trend(own, (), unit, records, words)


def trend_finding(trend: Trend, words: Words) -> str:
    """How far apart the counts of the newest year with two of them lie; else the newest of each; else the one series."""
    reported = [(line.name, points) for line in trend.lines if (points := judged((line,)))]
    if len(reported) == 1:
        name, points = reported[0]
        first, last = points[0], points[-1]
        return words.say(
            "slide.years.one_series",
            name=name,
            first=first.with_unit,
            start=first.when,
            last=last.with_unit,
            end=last.when,
        )
    by_year: dict[int, list[TrendPoint]] = defaultdict(list)
    for _, points in reported:
        for year, point in {one.day.year: one for one in points}.items():
            by_year[year].append(point)
    common = [year for year, points in by_year.items() if len(points) > 1]
    several = by_year[max(common)] if common else [points[-1] for _, points in reported]
    low, high = (pick(several, key=lambda one: one.value).with_unit for pick in (min, max))
    if not common:
        return words.say("slide.years.newest", n=len(several), low=low, high=high)
    return words.say("slide.years.common", n=len(several), year=str(max(common)), low=low, high=high)


def line_texts(lines: Iterable[TrendLine], words: Words) -> tuple[str, ...]:
    """Every figure of each line, in words."""
    return tuple(
        words.say(
            "slide.years.line",
            name=line.name,
            who=line.who,
            figures=words.series(
                words.say(
                    f"slide.years.{'unsure' if one.look.hollow else 'point'}",
                    figure=one.figure,
                    period=one.period,
                )
                for one in line.points
            ),
        )
        for line in lines
    )


def marks_note(lines: Iterable[TrendLine], words: Words) -> str:
    """How the marks are read that some lines have: nothing is said of one that none of them has."""
    lines = tuple(lines)
    runs = [run for line in lines for run in segments(line)]
    has_bound = any(one.look.opening for line in lines for one in line.points)
    has_dashes = any(run.is_unsure and one and two for run in runs for one, two in pairwise(run.points))
    return words.paragraph(
        words.say(f"slide.trend.{name}")
        for name, occurs in (("bound", has_bound), ("dashed", has_dashes))
        if occurs
    )


def _trend(
    found: Iterable[TrendLine | None], dues: tuple[DuePoint, ...], unit: str, records: Records, words: Words
) -> Trend | None:
    lines = tuple(line for line in found if line)
    if len(judged(lines)) < 2:
        return None
    return Trend(
        lines,
        dues,
        words.text(records.units[unit].label),
        alt=words.paragraph(line_texts(lines, words)),
        note=marks_note(lines, words),
        caution=words.paragraph(words.not_added(dict.fromkeys(line.series for line in lines), records)),
    )


def _line(series: Series, place: str, unit: str, records: Records, words: Words) -> TrendLine | None:
    """A series for a place and in a unit."""
    measure = records.indicators[series.indicator].measure
    points = tuple(
        _point(one, plotted(one, series.independence, measure), words, records.units[unit])
        for one in drawn_points(records, series.id, place)
        if one.unit == unit and not part_of_a_year(one, measure)
    )
    who = words.independence(series.independence)
    return (
        TrendLine(series.id, words.text(series.short), who, series.independence, points) if points else None
    )


def _point(figure: Observation, look: PlottedPoint, words: Words, unit: Unit) -> TrendPoint:
    return TrendPoint(
        day=figure.period.end,
        period=words.period(figure.period),
        when=words.when(figure.period),
        value=figure.value,
        kind=figure.kind,
        look=look,
        figure=words.figure(figure),
        with_unit=words.figure_long(figure, unit),
    )
