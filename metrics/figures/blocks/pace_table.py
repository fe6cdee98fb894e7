"""The readings of one target by path: what each series says on each, and how each pace was measured.

Once a target is due the path plays no part, and before that none is asked of a reading that passes the target
already, nor of a promise about every year: one sentence then stands in the place of the tables.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from metrics.figures.blocks.environment import Link, render
from metrics.figures.palette import Mode
from metrics.progress.pace import BEHIND, ON_TRACK
from metrics.progress.planned import on_the_way
from metrics.progress.result import Pace, Path, PlannedValue, Reading, Refusal, Status, Verdict
from metrics.records.model import Unit
from metrics.records.period import Period
from metrics.records.store import Records
from metrics.words import Words
from metrics.words.numbers import rounded
from metrics.words.readings import point, possible


@dataclass(frozen=True, slots=True)
class _Cell:
    """What one reading says on one path, or on both."""

    verdict: Verdict | None
    verdict_text: str
    note: str
    href: str = ""  # the source of the figure that the note names
    paths: int = 1


@dataclass(frozen=True, slots=True)
class _PlannedRow:
    """A value that the plan gives on the way, and what each reading says of it."""

    period: Period
    asked: str
    cells: tuple[_Cell, ...]


def pace_table(
    status: Status, records: Records, words: Words, mode: Mode, link: Link, *, level: int = 2
) -> str:
    """The verdict of each reading on each path, then every pace; empty where no reading counts.

    Where the plan itself gives values on the way these stand there instead, each with what was reported.
    """
    shown = [r for r in status.readings if r.counts or any(pace.verdict for pace in r.paces)]
    if not shown:
        return ""
    if status.target.path_values:
        return _planned_table(status, shown, records, words, mode, link, level)
    if status.target.holds_from is not None:
        return render("no_pace", text=words.say("paces.throughout"))
    if status.due or not any(reading.paces for reading in shown):
        return render("no_pace", text=words.say("paces.due" if status.due else "paces.passed"))
    unit = records.units[status.target.unit]
    return render(
        "pace_table",
        level=level,
        status=status,
        unit=unit,
        limits={"on_track": words.percent(ON_TRACK), "behind": words.percent(BEHIND)},
        paths=list(Path),
        readings=shown,
        cells=lambda reading: _cells(reading, words, link),
        details=[(reading, pace) for reading in shown for pace in reading.paces if pace.verdict],
        point=lambda one, reading: point(words, one, reading, unit),
        rate=lambda speed, path: rate(speed, path, unit, words),
        at_due=lambda pace: words.amount(rounded(possible(pace)), unit),
        mode=mode,
        link=link,
        words=words,
    )


def _planned_table(  # noqa: PLR0917  (as pace_table)
    status: Status,
    shown: Sequence[Reading],
    records: Records,
    words: Words,
    mode: Mode,
    link: Link,
    level: int,
) -> str:
    target = status.target
    rows = [
        _PlannedRow(
            asked.period,
            words.demand_long(on_the_way(target, asked.value), records),
            tuple(_planned_cell(reading.planned[n], words, link) for reading in shown),
        )
        for n, asked in enumerate(target.path_values)
    ]
    return render("planned_table", level=level, rows=rows, readings=shown, mode=mode, link=link, words=words)


def _planned_cell(one: PlannedValue, words: Words, link: Link) -> _Cell:
    if one.figure is None:
        return _Cell(None, "", words.say("paces.planned.none"))
    said = {True: Verdict.ON_TRACK, False: Verdict.BEHIND, None: Verdict.INCONCLUSIVE}[one.passes]
    key = {True: "kept", False: "short", None: "open"}[one.passes]
    source = link("sources", source=one.figure.source)
    return _Cell(said, words.say(f"paces.planned.{key}"), words.figure(one.figure), source)


def _cells(reading: Reading, words: Words, link: Link) -> tuple[_Cell, ...]:
    verdict, verdict_text = reading.verdict, words.verdict(reading.verdict)
    if not reading.paces:  # met early or silent: no pace is asked for
        figure = reading.observation
        note = words.dated_figure(figure) if figure else ""
        return (
            _Cell(verdict, verdict_text, note, link("sources", source=figure.source) if figure else "", 2),
        )
    refusals = {pace.refusal for pace in reading.paces}
    if len(refusals) == 1 and None not in refusals:
        return (_Cell(verdict, verdict_text, words.refusal(refusals.pop() or Refusal.FEW_POINTS), "", 2),)
    return tuple(_cell(pace, words) for pace in reading.paces)


def _cell(pace: Pace, words: Words) -> _Cell:
    if pace.verdict is None or pace.ratio is None:
        refusal = words.refusal(pace.refusal or Refusal.FEW_POINTS)
        return _Cell(None, "", words.say("paces.refused", refusal=refusal))
    share = words.percent(rounded(pace.ratio))
    return _Cell(pace.verdict, words.verdict(pace.verdict), words.say("paces.share", share=share))


def rate(speed: float, path: Path, unit: Unit, words: Words) -> str:
    """A yearly change with its sign, to three digits."""
    size = rounded(abs(speed))
    amount = words.percent(size) if path is Path.COMPOUND else words.step(size, unit)
    return words.say(f"paces.step.{'still' if not speed else 'rise' if speed > 0 else 'fall'}", amount=amount)
