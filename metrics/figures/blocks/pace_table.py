"""The readings of one target by path: what each series says on each, and how each pace was measured.

Once a target is due the path plays no part, and before that none is asked of a reading that passes the target
already: one sentence then stands in the place of the tables.
"""

from dataclasses import dataclass

from metrics.figures.blocks.environment import Link, render
from metrics.figures.palette import Mode
from metrics.progress.pace import BEHIND, ON_TRACK
from metrics.progress.result import Pace, Path, Reading, Refusal, Status, Verdict
from metrics.records.model import Unit
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
