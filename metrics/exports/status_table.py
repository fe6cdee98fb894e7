"""Where the targets stand, as a table of plain text for a terminal.

In: the results of a day and the records known on it. Out: lines of text that fit the width of the terminal,
grouped by plan. Where the encoding cannot hold the signs they are left out: the word always stands there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from metrics.exports.terminal import columns, holds, legible, padded, wrapped
from metrics.figures.signs import TEXT
from metrics.progress.deliveries import delivery
from metrics.progress.result import Progress, Status
from metrics.records.model import Plan
from metrics.records.store import Records
from metrics.words import Words

GAP = "  "
NARROWEST = 48  # columns; below this lines are longer than the terminal
SHORTEST = 12  # columns for a target or a demand, which are wrapped to no less
VERDICT_BESIDE = 32  # columns that a verdict needs to stand beside its target rather than under it

Cells = tuple[str, str, str, str]  # target, demand, due, verdict


def status_table(
    progress: Progress,
    records: Records,
    words: Words,
    *,
    width: int = 80,
    encoding: str = "utf-8",
    readings: bool = False,
) -> str:
    """The targets of ``progress`` in lines of at most ``width`` columns.

    ``records`` are those known on the day of ``progress``; the plans named there make the groups.
    ``readings`` adds, under each target, what each series says.
    """
    table = _Table(progress, records, words, max(width, NARROWEST), encoding, readings)
    return "\n".join(line.rstrip() for line in table.lines())


@dataclass(frozen=True, slots=True)
class _Widths:
    """Columns of each part; 0: no signs, or the verdict under its target."""

    sign: int
    target: int
    demand: int
    due: int
    verdict: int

    @classmethod
    def fitting(cls, rows: Sequence[Cells], width: int, sign: int) -> "_Widths":
        """What the rows need, or what ``width`` leaves: the target has its room before the demand."""
        target, demand, due = (max(columns(row[place]) for row in rows) for place in range(3))
        room = width - due - len(GAP) * 2 - (sign + len(GAP) if sign else 0)
        target = min(target, max(SHORTEST, room - min(demand, SHORTEST)))
        demand = min(demand, max(SHORTEST, room - target))
        verdict = room - target - demand - len(GAP)
        return cls(sign, target, demand, due, verdict if verdict >= VERDICT_BESIDE else 0)


@dataclass(frozen=True)
class _Table:
    """One table: everything that every line of it needs."""

    progress: Progress
    records: Records
    words: Words
    width: int
    encoding: str
    readings: bool

    def lines(self) -> Iterator[str]:
        progress = self.progress
        day = self.words.day(progress.known_on)
        yield from wrapped(self._say(f"known_on_{progress.path or 'both'}", day=day), self.width)
        if progress.statuses:
            yield from self._targets()
        else:
            yield self._say("no_target")
        yield from self._deliverables()

    def _targets(self) -> Iterator[str]:
        progress = self.progress
        rows = {name: self._cells(status) for name, status in progress.statuses.items()}
        target, demand, due, verdict = (
            self._say(f"column_{n}") for n in ("target", "demand", "due", "verdict")
        )
        head = (target, demand, due, verdict)
        sign = max(map(columns, TEXT.values())) if holds(self.encoding, "".join(TEXT.values())) else 0
        widths = _Widths.fitting((head, *rows.values()), self.width, sign)
        yield ""
        yield from self._row(widths, "", head)
        for plan in self.records.plans.values():
            statuses = [s for s in progress.statuses.values() if s.target.plan == plan.id]
            if statuses:
                yield ""
                yield from self._plan(plan)
            for status in statuses:
                yield from self._row(widths, TEXT[status.headline.verdict], rows[status.target.id])
                if self.readings:
                    yield from self._readings(widths, status)

    def _deliverables(self) -> Iterator[str]:
        """Deliverables stand apart, below the targets."""
        for place, one in enumerate(self.records.deliverables.values()):
            if not place:
                yield ""
                yield self._say("deliverables")
            said = self.words.delivery(delivery(self.records, one, self.progress.known_on))
            yield from wrapped(self._say("deliverable", id=one.id, said=said), self.width)

    def _say(self, key: str, **params: str) -> str:
        return legible(self.words.say(f"export.status.{key}", **params), self.encoding)

    def _cells(self, status: Status) -> Cells:
        target, words = status.target, self.words
        demand = words.demand_long(target, self.records)
        texts = (target.id, demand, words.day(target.due), words.headline(status))
        identity, demand, due, verdict = (legible(text, self.encoding) for text in texts)
        return identity, demand, due, verdict

    def _plan(self, plan: Plan) -> list[str]:
        title, published = self.words.text(plan.title), self.words.period(plan.published)
        return wrapped(self._say("plan", title=title, id=plan.id, published=published), self.width)

    def _row(self, widths: _Widths, sign: str, cells: Cells) -> Iterator[str]:
        wide = (widths.target, widths.demand, widths.due, *([widths.verdict] if widths.verdict else []))
        blocks = [wrapped(text, columns) for text, columns in zip(cells, wide, strict=False)]
        for place, texts in enumerate(zip_longest(*blocks, fillvalue="")):
            parts = [padded(text, columns) for text, columns in zip(texts, wide, strict=True)]
            if widths.sign:
                parts.insert(0, padded("" if place else sign, widths.sign))
            yield GAP.join(parts)
        if not widths.verdict:
            yield from self._under(widths, cells[3], "")

    def _readings(self, widths: _Widths, status: Status) -> Iterator[str]:
        for reading in status.readings:
            said = self.words.reading(reading, status, self.records)
            text = self._say("reading", series=reading.series.id, said=said)
            yield from self._under(widths, text, TEXT[reading.verdict] if widths.sign else "-")

    def _under(self, widths: _Widths, text: str, sign: str) -> Iterator[str]:
        """Lines under a target, indented to its id; a sign hangs in front of them."""
        indent = " " * (widths.sign + len(GAP))
        hung = padded(sign, widths.sign or 1) + GAP if sign else ""
        for place, line in enumerate(wrapped(text, self.width - len(indent) - columns(hung))):
            yield indent + (" " * columns(hung) if place else hung) + line
