"""The figures behind a slide as a table for a person: who, when, how much, published when and by whom.

In: observations and the records of the day. Out: a :class:`Table` of texts, in words and with units. Files keep ids.
"""

from collections.abc import Iterable

from metrics.figures.chart import Column, Table
from metrics.records.model import Observation
from metrics.records.store import Records
from metrics.words import Words

COLUMNS = ("series", "period", "value", "kind", "published", "source", "note", "counts")


def alt_table(
    figures: Iterable[Observation], records: Records, words: Words, counted: Iterable[str]
) -> Table:
    """One row a figure, in the order given; ``counted`` are ids of series."""
    counts = frozenset(counted)
    rows = tuple(
        (
            words.text(records.series[one.series].label),
            words.period(one.period),
            words.figure_long(one, records.units[one.unit]),
            words.kind(one.kind),
            words.period(one.published),
            words.text(records.sources[one.source].publisher),
            words.full_note(one, records),
            words.say("chart.table.yes" if one.series in counts else "chart.table.no"),
        )
        for one in figures
    )
    return Table(tuple(Column(name, words.say(f"chart.table.{name}")) for name in COLUMNS), rows)
