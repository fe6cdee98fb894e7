"""The series of an indicator that are drawn when the reader has chosen none."""

from collections.abc import Sequence

from metrics.figures.scale import compared
from metrics.records.model import Indicator, Observation
from metrics.records.store import Records

#: More lines than this cannot be told apart by their labels.
MOST_LINES = 8


def first_places(places: Sequence[str], records: Records) -> tuple[str, ...]:
    """The two places that are compared, where there are figures for them, else every place."""
    return tuple(one for one in compared(records) if one in places) or tuple(places)


def first_series(indicator: Indicator, figures: Sequence[Observation], records: Records) -> tuple[str, ...]:
    """The series with the most periods, then the newest; one unit; in the order of the file.

    ``figures`` are those of the indicator known on the day. At most :data:`MOST_LINES` lines, a series
    and a place being one; a series alone is drawn whatever it has.
    """
    judged = [one for one in figures if one.judged] or list(figures)
    periods = {
        series.id: {(one.geography, one.period.text) for one in judged if one.series == series.id}
        for series in indicator.series
    }
    newest = {
        series.id: max((one.period.end.toordinal() for one in judged if one.series == series.id), default=0)
        for series in indicator.series
    }
    ranked = sorted(
        (series for series in indicator.series if periods[series.id]),
        key=lambda series: (-len(periods[series.id]), -newest[series.id]),
    )
    chosen: list[str] = []
    lines = 0
    for series in ranked:
        if series.unit != ranked[0].unit:
            continue
        drawn = len(first_places(sorted({place for place, _ in periods[series.id]}), records))
        if chosen and lines + drawn > MOST_LINES:
            continue
        chosen.append(series.id)
        lines += drawn
    return tuple(series.id for series in indicator.series if series.id in chosen)
