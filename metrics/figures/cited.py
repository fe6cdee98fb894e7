"""Cited: the documents behind the figures of a picture for a paper, as a reader looks them up.

In: the table of a chart, or series with their documents. Out: one reference a document: publisher, title and day; where
it hands on what another body counted, that body first.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from metrics.figures.chart import Chart, Panels, Table
from metrics.figures.naming import second_hand, short_reporter
from metrics.records.model import Observation, Source
from metrics.records.store import Records
from metrics.words import Words

AnyChart = TypeVar("AnyChart", bound=Chart | Panels)


def cited_figures(table: Table, records: Records, words: Words) -> tuple[Observation, ...]:
    """The figures in a table of a chart; none where it has no column of sources."""
    keys = [column.key for column in table.columns]
    if not {"series", "period", "published", "source"} <= {*keys}:
        return ()
    rows: dict[tuple[str, ...], Observation] = {
        (words.text(records.series[one.series].label), one.period.text, one.published.text, one.source): one
        for one in records.observations.values()
    }
    at = [keys.index(key) for key in ("series", "period", "published", "source")]
    named = (tuple(str(row[i]) for i in at) for row in table.rows)
    return tuple(dict.fromkeys(rows[one] for one in named if one in rows))


def references(figures: Iterable[Observation], records: Records, words: Words) -> tuple[str, ...]:
    """One reference a document, in the order of the figures."""
    counted_by: dict[str, dict[str, None]] = {}
    for one in figures:
        if one.source in records.sources:
            reporter = short_reporter(words.text(records.series[one.series].reporter))
            counted_by.setdefault(one.source, {})[reporter] = None
    return tuple(_reference(records.sources[one], tuple(by), words) for one, by in counted_by.items())


def _reference(source: Source, counted_by: tuple[str, ...], words: Words) -> str:
    parts = {
        "publisher": words.text(source.publisher),
        "title": source.title,
        "published": words.period(source.published),
    }
    if second_hand(source, counted_by, words):
        return words.say("cited.through", reporters=words.listing(counted_by), **parts)
    return words.say("cited.direct", **parts)


def with_references(line: str, figures: Iterable[Observation], records: Records, words: Words) -> str:
    """A source line with the documents behind it."""
    found = references(figures, records, words)
    if not found:
        return line
    listed = words.say("punctuation.clause").join(found)
    return words.paragraph([line, words.say("cited.figures", references=listed)])


def for_paper(chart: AnyChart, records: Records, words: Words) -> AnyChart:
    """The chart with the documents of its figures in its source line."""
    figures = cited_figures(chart.table, records, words)
    return replace(chart, source=with_references(chart.source, figures, records, words))
