"""The readings of one target by path: what each series says on each, and how each pace was measured.

Once a target is due the path plays no part, and before that none is asked of a reading that passes the target
already: one sentence then stands in the place of the tables.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from metrics.figures.blocks.environment import Link, render
from metrics.figures.palette import Mode
from metrics.progress.pace import BEHIND, ON_TRACK
from metrics.progress.result import Pace, Path, Point, Reading, Refusal, Status, Verdict
from metrics.records.model import Unit
from metrics.records.store import Records
from metrics.words import Words
from metrics.words.numbers import rounded
from metrics.words.readings import point, possible


@dataclass(frozen=True, slots=True)
class _Cell:
    """What one reading says on one path, or on both."""

    verdict: Verdict | None
    said: str
    note: str
    href: str = ""  # the source of the figure that the note names
    paths: int = 1


@dataclass(frozen=True, slots=True)
class _Row:
    reading: Reading
    name: str
    cells: tuple[_Cell, ...]


@dataclass(frozen=True, slots=True)
class _End:
    """A point of a pace with the way to its source."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class _Detail:
    reading: Reading
    name: str
    path: str
    ends: tuple[_End, ...]
    rates: tuple[str, ...]  # so far, required, needed from here
    at_due: str
    arrival: str


def pace_table(
    status: Status, records: Records, words: Words, mode: Mode, link: Link, *, level: int = 2
) -> str:
    """The verdict of each reading on each path, then every pace; empty where no reading counts."""
    shown = [r for r in status.readings if r.counts or any(pace.verdict for pace in r.paces)]
    if not shown:
        return ""
    if status.due or not any(reading.paces for reading in shown):
        return render("no_pace", text=words.say("paces.due" if status.due else "paces.passed"))
    unit = records.units[status.target.unit]
    return render(
        "pace_table",
        level=level,
        title=words.say("paces.title"),
        lead=words.say("paces.lead", on_track=words.percent(ON_TRACK), behind=words.percent(BEHIND)),
        paths=[words.say(f"paces.{path}") for path in Path],
        rows=[_Row(reading, _name(reading, words), _cells(reading, words, link)) for reading in shown],
        caption=words.say("paces.detail.caption", unit=words.text(unit.label)),
        at_due=words.say("paces.detail.at_due", due=words.due(status.target)),
        details=[
            _detail(reading, pace, unit, words, link)
            for reading in shown
            for pace in reading.paces
            if pace.verdict
        ],
        mode=mode,
        say=words.say,
    )


def _name(reading: Reading, words: Words) -> str:
    name = words.text(reading.series.short)
    return name if reading.counts else words.say("paces.listed", series=name)


def _cells(reading: Reading, words: Words, link: Link) -> tuple[_Cell, ...]:
    verdict, said = reading.verdict, words.verdict(reading.verdict)
    if not reading.paces:  # met early or silent: no pace is asked for
        figure = reading.observation
        note = words.said(figure) if figure else ""
        return (_Cell(verdict, said, note, link("sources", source=figure.source) if figure else "", 2),)
    refusals = {pace.refusal for pace in reading.paces}
    if len(refusals) == 1 and None not in refusals:
        return (_Cell(verdict, said, words.refusal(refusals.pop() or Refusal.FEW_POINTS), "", 2),)
    return tuple(_cell(pace, words) for pace in reading.paces)


def _cell(pace: Pace, words: Words) -> _Cell:
    if pace.verdict is None or pace.ratio is None:
        refusal = words.refusal(pace.refusal or Refusal.FEW_POINTS)
        return _Cell(None, "", words.say("paces.refused", refusal=refusal))
    share = words.percent(rounded(pace.ratio))
    return _Cell(pace.verdict, words.verdict(pace.verdict), words.say("paces.share", share=share))


def _detail(reading: Reading, pace: Pace, unit: Unit, words: Words, link: Link) -> _Detail:
    at_due = pace.value_at_due
    return _Detail(
        reading=reading,
        name=_name(reading, words),
        path=words.say(f"paces.{pace.path}"),
        ends=tuple(_end(one, reading, unit, words, link) for one in (pace.start, pace.latest) if one),
        rates=_rates((pace.actual, pace.required, pace.needed), pace.path, unit, words),
        at_due="" if at_due is None else words.amount(rounded(possible(pace)), unit),
        arrival=words.say("paces.detail.never") if pace.arrival is None else str(pace.arrival),
    )


def _end(one: Point, reading: Reading, unit: Unit, words: Words, link: Link) -> _End:
    source = one.observation.source if one.observation else reading.target.source
    return _End(point(words, one, reading, unit), link("sources", source=source))


def _rates(speeds: Sequence[float | None], path: Path, unit: Unit, words: Words) -> tuple[str, ...]:
    return tuple(
        words.say("paces.detail.no_time") if speed is None else rate(speed, path, unit, words)
        for speed in speeds
    )


def rate(speed: float, path: Path, unit: Unit, words: Words) -> str:
    """A yearly change with its sign, to three digits."""
    size = rounded(abs(speed))
    if path is Path.COMPOUND:
        amount = words.percent(size)
    elif words.text(unit.label).startswith("%"):
        amount = words.say("pace.points", number=size)
    else:
        amount = words.amount(size, unit)
    return words.say(f"paces.step.{'still' if not speed else 'rise' if speed > 0 else 'fall'}", amount=amount)
