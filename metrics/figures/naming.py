"""Naming: what stands beside a mark, in its hover box and in the table, in words.

In: an observation and its series. Out: label texts, hover mark-up (all of it made harmless) and the rows
of a chart's table.
"""

import re
from collections.abc import Iterable
from datetime import date

from metrics.figures.chart import Cell, Column, Reference, Table
from metrics.figures.typesetting import NOTE, plain, span, text_width, wrapped
from metrics.records.model import Observation, Series, Source
from metrics.records.store import Records
from metrics.records.vocabulary import Access, Kind
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
ROOM = 760  # px of a line of sources: the narrowest picture holds it in one line
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
    for caution in (*words.cautions(point, records), *words.ahead(point, records)):
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
                source_cell(point.source, records, words),
                words.full_note(point, records),
                switch(point.series in counts),
            )
        )
    numeric = {"value", "low", "high"}
    opens = {"source": ("sources", "source")}
    columns = (Column(k, say(f"chart.table.{k}"), k in numeric, opens.get(k)) for k in COLUMNS)
    return Table(tuple(columns), tuple(rows))


def source_cell(source: str, records: Records, words: Words) -> str:
    """The document of a row: its id in files, its publisher on a page."""
    document = records.sources.get(source)
    return Reference(source, words.text(document.publisher)) if document else source


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


def cited(figures: Iterable[Observation], records: Records, words: Words) -> tuple[str, ...]:
    """The documents of some figures, each once, in their order: who published it and on which day.

    Where a document only restates what somebody else counted, that body stands first: "MIIT through Xinhua, 5 Mar 2026".
    """
    who_counts: dict[str, dict[str, None]] = {}
    for one in figures:
        reporter = short_reporter(words.text(records.series[one.series].reporter))
        who_counts.setdefault(one.source, {})[reporter] = None
    return tuple(
        dict.fromkeys(_named(records.sources[one], tuple(by), words) for one, by in who_counts.items())
    )


def second_hand(source: Source, counted_by: Iterable[str], words: Words) -> bool:
    """Whether a document only restates what others counted, and its publisher is none of them."""
    publisher = words.text(source.publisher)
    return source.access is not Access.PRIMARY and not any(publisher.startswith(one) for one in counted_by)


def _named(source: Source, counted_by: tuple[str, ...], words: Words) -> str:
    return words.say(
        "chart.source.through" if second_hand(source, counted_by, words) else "chart.source.one",
        who=words.listing(counted_by),
        publisher=short_reporter(words.text(source.publisher)),
        published=source.published,
    )


def source_line(
    figures: Iterable[Observation], records: Records, words: Words, known_on: date, room: float = ROOM
) -> str:
    """The line under a picture: the documents of the figures that it shows, and the known-on day.

    Args:
        figures: those shown, in the order in which their documents are named.
        records: that hold them.
        words: the language.
        known_on: the day as of which the picture is drawn.
        room: px, as many documents are named as fit, at least one; the rest are counted.
    """
    names = cited(figures, records, words)
    if not names:
        return words.say("chart.source.none", known_on=known_on)
    for n in range(len(names), 0, -1):
        joined = words.say("chart.source.separator").join(names[:n])
        key = "all" if n == len(names) else "some"
        line = words.say(f"chart.source.{key}", sources=joined, known_on=known_on, n=len(names) - n)
        if n == 1 or text_width(line, NOTE) <= room:
            break
    return line
