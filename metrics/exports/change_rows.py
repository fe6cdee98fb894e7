"""What changed between two known-on days, as a CSV file: one row a change, by stable ids and raw values.

In: a :class:`Changes`. Out: the bytes of the file, by the rules of ``csv_rows``. ``what`` says what the row is
about, ``id`` is that of the thing itself; ``day`` is when it became known, or when the headline changed.
"""

from collections.abc import Iterator

from metrics.exports.cell import Cell
from metrics.exports.csv_rows import csv_file
from metrics.progress.changes import Changes
from metrics.progress.editions import PromiseChange
from metrics.records.model import Observation

HEADER = (
    *("what", "id", "series", "place", "period", "unit", "bound", "before", "after"),
    *("made_by", "due", "lapsed", "day", "source", "since"),
)


def change_file(found: Changes) -> bytes:
    """The file of a comparison, complete: nothing is folded or left out here."""
    return csv_file(HEADER, _rows(found), found.known_on)


def _row(found: Changes, what: str, name: str, **cells: Cell) -> tuple[Cell, ...]:
    values: dict[str, Cell] = {"what": what, "id": name, "since": found.since, **cells}
    return tuple(values.get(column) for column in HEADER)


def _rows(found: Changes) -> Iterator[tuple[Cell, ...]]:
    for one in found.headlines:
        cause = one.decisive.cause
        yield _row(
            found,
            "headline",
            one.after.target.id,
            before=one.before.headline.verdict.value,
            after=one.after.headline.verdict.value,
            made_by=" ".join(figure.id for made in cause.publications for figure in made.figures),
            due=cause.due,
            lapsed=" ".join(figure.id for figure in cause.lapsed),
            day=one.decisive.day,
            source=" ".join([*(one.source for one in cause.publications), *_source(cause.edition)]),
        )
    for change in found.readings:
        yield _row(
            found,
            "reading",
            change.after.target.id,
            series=change.after.series.id,
            before=change.before.verdict.value,
            after=change.after.verdict.value,
        )
    for revision in found.revisions:
        cells = {**_figure(revision.new), "before": revision.old.value}
        yield _row(found, "revision", revision.new.id, **cells)
    for figure in found.figures:
        yield _row(found, "figure", figure.id, **_figure(figure))
    for promise in found.editions:
        yield from _edition(found, promise)
    for kind, public in (
        ("plan", [(plan.id, plan.published.end, plan.source) for plan in found.plans]),
        ("target", [(target.id, None, target.source) for target in found.targets]),
        ("goal", [(goal.id, None, goal.source) for goal in found.goals]),
        ("event", [(event.id, event.date.end, event.source) for event in found.events]),
        ("source", [(source.id, source.published.end, source.id) for source in found.sources]),
    ):
        for name, day, source in public:
            yield _row(found, kind, name, day=day, source=source)


def _source(change: PromiseChange | None) -> tuple[str, ...]:
    return () if change is None else (change.edition.source,)


def _edition(found: Changes, change: PromiseChange) -> Iterator[tuple[Cell, ...]]:
    """One row for each field that an edition changed, and for the way in which it ended the promise."""
    edition, name = change.edition, change.after.id
    own: dict[str, Cell] = {"day": change.day, "source": edition.source}
    for field in ("comparator", "value", "value_high", "due"):
        was, now = getattr(change.before, field), getattr(change.after, field)
        if was != now:
            yield _row(found, f"edition_{field}", name, unit=change.after.unit, before=was, after=now, **own)
    if edition.statement is not None:
        yield _row(found, "edition_statement", name, **own)
    if edition.end is not None:
        how, into = edition.end
        yield _row(found, f"edition_{how}", name, after=" ".join(into), **own)


def _figure(figure: Observation) -> dict[str, Cell]:
    return {
        "series": figure.series,
        "place": figure.geography,
        "period": figure.period.text,
        "unit": figure.unit,
        "bound": figure.bound.value,
        "after": figure.value,
        "day": figure.known,
        "source": figure.source,
    }
