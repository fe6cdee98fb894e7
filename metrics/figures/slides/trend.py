"""The trend of a slide: the same series through time, and the promises they are held against.

In: series, a place and the records of the day. Out: :class:`Trend`. Each line is one series; nothing joins two.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from metrics.figures.points import PlottedPoint, drawn_points, part_of_a_year, plotted
from metrics.figures.slides.segments import segments
from metrics.figures.slides.slide import DuePoint, Trend, TrendLine, TrendPoint
from metrics.figures.target.goalposts import years_asked
from metrics.progress.result import Status
from metrics.records.model import Indicator, Observation, Series, Unit
from metrics.records.store import Records
from metrics.words import Words


def target_trend(status: Status, siblings: Sequence[Status], records: Records, words: Words) -> Trend | None:
    """Every series of a target through time, those that count first, and the targets of the same plan.

    None where no series has a figure.
    """
    target = status.target
    indicator = records.indicators[target.indicator]
    unit = records.units[target.unit]
    lines = [
        line
        for reading in status.readings
        if (
            line := _line(
                reading.series, (indicator, target.place, target.unit), records, words, counts=reading.counts
            )
        )
    ]
    dues = tuple(
        DuePoint(
            day=one.target.due,
            value=one.target.value,
            high=one.target.value_high,
            label=words.say("slide.due", demand=words.demand(one.target), due=words.by(one.target.due)),
        )
        for one in siblings
        if one.target.unit == target.unit
        and one.target.place == target.place
        and years_asked(one.target) == years_asked(target)
    )
    label = words.text(unit.label)
    subtitle = _subtitle(indicator, target.place, label, records, words)
    return _trend(lines, dues, (label, subtitle), records, words)


def spread_trend(
    indicator: Indicator,
    place: str,
    unit: str,
    records: Records,
    words: Words,
    *,
    years: tuple[int, int] | None = None,
) -> Trend | None:
    """Every series of an indicator in one unit through time, or in some years; None where there is no figure."""
    lines = [
        line
        for series in indicator.series
        if (line := _line(series, (indicator, place, unit), records, words, counts=True, years=years))
    ]
    label = words.text(records.units[unit].label)
    subtitle = _subtitle(indicator, place, label, records, words)
    return _trend(lines, (), (label, subtitle), records, words)


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
    lines: Sequence[TrendLine],
    dues: tuple[DuePoint, ...],
    said: tuple[str, str],
    records: Records,
    words: Words,
) -> Trend | None:
    """The trend with its caution; ``said``: its unit and its subtitle."""
    if not lines:
        return None
    caution = words.paragraph(words.not_added((line.series for line in lines if line.counts), records))
    return Trend(tuple(lines), dues, *said, caution=caution)


def _subtitle(indicator: Indicator, place: str, unit: str, records: Records, words: Words) -> str:
    known = records.places.get(place)
    return words.say(
        "slide.subtitle.years",
        measure=words.text(indicator.label),
        place=words.text(known.label) if known else place,
        unit=unit,
    )


def _line(
    series: Series,
    of: tuple[Indicator, str, str],
    records: Records,
    words: Words,
    *,
    counts: bool,
    years: tuple[int, int] | None = None,
) -> TrendLine | None:
    """A series of an indicator, for a place and in a unit."""
    indicator, place, unit = of
    points = tuple(
        _point(one, plotted(one, series.independence, indicator.measure), words, records.units[unit])
        for one in drawn_points(records, series.id, place)
        if one.unit == unit
        and not part_of_a_year(one, indicator.measure)
        and (years is None or years[0] <= one.period.end.year <= years[1])
    )
    if not points:
        return None
    return TrendLine(series.id, words.text(series.short), series.independence, counts, points)


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
