"""The series of an indicator that are drawn when the reader has chosen none."""

from collections.abc import Sequence
from datetime import date

from metrics.progress.lead import compared, places_of, promised, ranked_series
from metrics.records.model import Indicator, Observation
from metrics.records.store import Records

#: More lines than this cannot be told apart by their labels.
MOST_LINES = 8


def first_places(places: Sequence[str], records: Records) -> tuple[str, ...]:
    """The two places that are compared, where there are figures for them, else every place."""
    return tuple(one for one in compared(records) if one in places) or tuple(places)


def first_series(
    indicator: Indicator, figures: Sequence[Observation], records: Records, known_on: date
) -> tuple[str, ...]:
    """The series that says most on the day and those in its unit that say most beside it; in the order of the file.

    ``figures`` are those of the indicator known on the day. What says most is the rule of ``metrics.progress.lead``;
    series without a judged figure come last. At most :data:`MOST_LINES` lines, a series and a place being one; a
    series alone is drawn whatever it has.
    """
    places: dict[str, set[str]] = {}
    for one in figures:
        places.setdefault(one.series, set()).add(one.geography)
    ranked = ranked_series(
        records, indicator, known_on, places_of(records), is_promised=indicator.id in promised(records)
    )
    in_order = [one for one in dict.fromkeys((*ranked, *(s.id for s in indicator.series))) if one in places]
    units = {series.id: series.unit for series in indicator.series}
    chosen: list[str] = []
    lines = 0
    for series in in_order:
        drawn = len(first_places(sorted(places[series]), records))
        if units[series] == units[in_order[0]] and (not chosen or lines + drawn <= MOST_LINES):
            chosen.append(series)
            lines += drawn
    return tuple(series.id for series in indicator.series if series.id in chosen)
