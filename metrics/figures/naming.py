"""Naming: what stands beside a mark, in its hover box and in the table, in words.

In: an observation and its series. Out: label texts, hover mark-up (all of it made harmless) and the rows
of a chart's table.
"""

import re
from collections.abc import Iterable

from metrics.figures.chart import Cell, Column, Table
from metrics.figures.lettering import plain, span, wrapped
from metrics.records.model import Observation, Series
from metrics.records.store import Records
from metrics.records.vocabulary import Kind
from metrics.words import Words

COLUMNS = (
    "series",
    "place",
    "period",
    "value",
    "low",
    "high",
    "bound",
    "kind",
    "provisional",
    "unit",
    "published",
    "source",
    "note",
    "counts",
)
BRACKET = re.compile(r"[(（]")
HOVER = 340  # px, the width to which a note in a hover box is broken


def value_label(point: Observation, words: Words) -> str:
    """The value at a mark: "> 1,200", "203.6 forecast", "600 p"."""
    text = words.figure(point)
    if point.kind is Kind.FORECAST:
        return words.say("chart.piece", figure=text, note=words.say("chart.forecast"))
    if point.kind is Kind.DERIVED:
        return words.say("chart.piece", figure=text, note=words.say("chart.derived"))
    if point.provisional:
        return words.say("chart.piece", figure=text, note=words.say("chart.provisional"))
    return text


def hover(point: Observation, records: Records, words: Words, notes: Iterable[str] = ()) -> str:
    """The hover box of a figure: who, what for which period, when published, the source, what to mind."""
    series = records.series[point.series]
    unit = records.units[point.unit]
    source = records.sources.get(point.source)
    published = words.say(
        "chart.hover.published_provisional" if point.provisional else "chart.hover.published",
        published=words.period(point.published),
        kind=words.kind(point.kind),
    )
    lines = [
        span(words.text(series.label), weight=600),
        plain(
            words.say(
                "chart.hover.figure", figure=words.figure_long(point, unit), period=words.period(point.period)
            )
        ),
        plain(published),
    ]
    if source is not None:
        lines += map(plain, wrapped(words.say("chart.hover.source", publisher=source.publisher), HOVER, 14))
    lines += map(plain, notes)
    for caution in words.cautions(point, records):
        lines += map(plain, wrapped(caution, HOVER, 14))
    return "<br>".join(lines)


def figure_table(
    points: Iterable[Observation], records: Records, words: Words, counted: Iterable[str] = ()
) -> Table:
    """All figures of a chart: one row an observation, in the order given."""
    say = words.say
    counts = frozenset(counted)

    def switch(value: bool) -> str:
        return say("chart.table.yes" if value else "chart.table.no")

    rows: list[tuple[Cell, ...]] = []
    for point in points:
        series: Series = records.series[point.series]
        place = records.places.get(point.geography)
        rows.append(
            (
                words.text(series.label),
                words.text(place.label) if place else point.geography,
                point.period.text,
                point.value,
                point.low,
                point.high,
                words.bound(point.bound),
                words.kind(point.kind),
                switch(point.provisional),
                words.text(records.units[point.unit].label),
                point.published.text,
                point.source,
                words.full_note(point, records),
                switch(point.series in counts),
            )
        )
    numeric = {"value", "low", "high"}
    opens = {"source": ("sources", "source")}
    columns = (Column(k, say(f"chart.table.{k}"), k in numeric, opens.get(k)) for k in COLUMNS)
    return Table(tuple(columns), tuple(rows))


def reporters(series: Iterable[Series], words: Words, most: int = 6) -> str:
    """The reporters of some series, each once, in their order: "MIIT, CAICT, NDRC and 2 more"."""
    names = list(dict.fromkeys(short_reporter(words.text(s.reporter)) for s in series))
    rest = len(names) - most
    return words.listing([*names[:most], words.say("chart.more", n=rest)] if rest > 1 else names)


def short_reporter(reporter: str) -> str:
    """A reporter's name without what stands in brackets.

    >>> short_reporter("MIIT (statements on 2025)"), short_reporter("工信部（关于2025年的表态）")
    ('MIIT', '工信部')
    """
    return BRACKET.split(reporter, maxsplit=1)[0].strip()


def who(short: str) -> str:
    """Who counts, from the short name of a series: what stands before which count it is.

    >>> who("MIIT, 2022–23"), who("工信部（2022—23年）")
    ('MIIT', '工信部')
    """
    return short_reporter(short.split(", ", maxsplit=1)[0])


def source_line(series: Iterable[Series], words: Words, day: str) -> str:
    """Whose figures the chart shows and as known on which day."""
    named = reporters(series, words)
    return (
        words.say("chart.source", reporters=named, day=day)
        if named
        else words.say("chart.source_none", day=day)
    )
