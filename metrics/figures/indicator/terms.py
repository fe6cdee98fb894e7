"""Terms in words: what was converted or deflated, at which rate or index, and what stays as published.

In: what :func:`metrics.progress.terms.restate` gave. Out: a line for a hover box, sentences for a subtitle, and the
columns that a table holds beside the published figures.
"""

from collections.abc import Iterable, Sequence

from metrics.figures.chart import Cell, Column, Table
from metrics.figures.naming import figure_table
from metrics.progress.currency import Conversion
from metrics.progress.prices import BASE, Deflation
from metrics.progress.terms import Change, Restated
from metrics.records.model import Observation, Series
from metrics.records.store import Records
from metrics.words import Words

COLUMNS = ("shown", "shown_unit", "rate", "rate_year", "rate_source", "why_not")
OPENS = {"rate_source": ("sources", "source")}


def change_note(change: Change, records: Records, words: Words) -> str:
    """What the reporter published, and the rate or index by which another value is shown."""
    published = words.figure_long(change.observation, records.units[change.observation.unit])
    basis = change.rate if isinstance(change, Conversion) else change.index
    if basis is None:
        return published
    source = records.sources.get(basis.source)
    filled = {
        "published": published,
        "year": str(basis.year),
        "source": source.publisher if source else basis.source,
    }
    if isinstance(change, Conversion):
        rate = words.number(change.rate.cny_per_usd) if change.rate else ""
        return words.say("chart.terms.converted", rate=rate, **filled)
    index = words.number(change.index.index) if change.index else ""
    return words.say("chart.terms.deflated", index=index, base=str(BASE), **filled)


def terms_name(series: Series, restated: Restated | None, words: Words) -> str:
    """The short name of a series; one that is put into constant prices here is told from one that is stated in them."""
    name = words.text(series.short)
    here = restated is not None and restated.terms.prices is not None and series.id not in restated.left
    return words.say("chart.terms.deflated_name", series=name) if here else name


def terms_sentences(
    restated: Restated, series: Iterable[str], places: Sequence[str], words: Words, *, refused: bool = True
) -> list[str]:
    """In which terms the money of some series is shown, by whose rate or index, and what is left out or as published."""
    shown = set(series)
    say = words.say

    def of(change: Change) -> bool:
        return change.observation.series in shown and change.observation.geography in places

    sentences = []
    changed = [one for one in restated.changed.values() if of(one)]
    if changed:
        records = restated.records
        bases = [one.rate if isinstance(one, Conversion) else one.index for one in changed]
        ids = dict.fromkeys(base.source for base in bases if base is not None)
        names = [words.text(records.sources[one].publisher) for one in ids if one in records.sources]
        kind = restated.terms.prices or "currency"
        named = words.listing(dict.fromkeys(names))
        sentences.append(say(f"chart.terms.shown.{kind}", source=named, base=str(BASE)))
    out = [one for one in restated.refused.values() if refused and of(one)]
    for why in dict.fromkeys(str(one.refusal) for one in out):
        some = [one for one in out if str(one.refusal) == why]
        years = words.listing(sorted({str(one.year) for one in some}))
        sentences.append(say(f"chart.terms.refused.{why}", n=len(some), years=years))
    left = {str(why) for one, why in restated.left.items() if one in shown}
    sentences += [say(f"chart.terms.left.{why}") for why in sorted(left) if why != "not_money"]
    return sentences


def refused_of(
    restated: Restated | None, series: Sequence[str], places: Sequence[str]
) -> tuple[Observation, ...]:
    """The figures of some series and places that could not be put into the terms."""
    every = restated.refused.values() if restated else ()
    return tuple(
        one.observation
        for one in every
        if one.observation.series in series and one.observation.geography in places
    )


def terms_table(
    shown: Sequence[Observation],
    left_out: Sequence[Observation],
    restated: Restated | None,
    records: Records,
    words: Words,
) -> Table:
    """All figures of a chart as published; in other terms with what is shown, and why not, beside them."""
    changed = restated.changed if restated else {}
    published = [changed[one.id].observation if one.id in changed else one for one in shown]
    rows_of = [*published, *left_out]
    whole = figure_table(rows_of, records, words)
    kept = len(whole.columns) - 1  # without the column on whether a series counts for a target
    columns, rows = whole.columns[:kept], [row[:kept] for row in whole.rows]
    if restated is None or restated.terms.published:
        return Table(columns, tuple(rows))
    numeric = {"shown", "rate"}
    columns += tuple(Column(k, words.say(f"chart.table.{k}"), k in numeric, OPENS.get(k)) for k in COLUMNS)
    by_id = {one.id: one for one in shown}
    cells = (_cells(by_id.get(one.id), restated, one.id, words) for one in rows_of)
    return Table(columns, tuple((*row, *more) for row, more in zip(rows, cells, strict=True)))


def _cells(shown: Observation | None, restated: Restated, one: str, words: Words) -> tuple[Cell, ...]:
    """What is shown for an observation (its id), by which rate or index; or why it is not."""
    if shown is None:
        return None, "", None, "", "", words.say(f"chart.terms.why.{restated.refused[one].refusal}")
    unit = words.text(restated.records.units[shown.unit].label)
    change = restated.changed.get(one)
    if isinstance(change, Conversion) and change.rate is not None:
        rate = change.rate
        return shown.value, unit, rate.cny_per_usd, str(rate.year), rate.source, ""
    if isinstance(change, Deflation) and change.index is not None:
        index = change.index
        return shown.value, unit, index.index, str(index.year), index.source, ""
    return shown.value, unit, None, "", "", ""
