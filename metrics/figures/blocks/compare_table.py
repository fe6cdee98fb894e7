"""Two plans' targets for one indicator as a table, and in sentences what differs.

In: a comparison and the records. Out: HTML: one row a target, with what it asks, where it starts, how the plan words it,
where it stands, and the pace that it asks for.
"""

from dataclasses import dataclass
from datetime import date

from metrics.figures.blocks.environment import Link, render
from metrics.figures.blocks.pace_table import rate
from metrics.figures.blocks.status import StatusView, shown
from metrics.figures.indicator.versus import LETTERS
from metrics.figures.palette import Mode
from metrics.progress.comparison import Comparison, Promised
from metrics.progress.result import Pace, Refusal
from metrics.records.store import Records
from metrics.words import Words
from metrics.words.comparing import sentences

MOST_SERIES = 3  # so many series are named with the pace required of them; the rest are counted

#: Refusals that say only that another path was asked for.
_UNSAID = (Refusal.NOT_CHOSEN, Refusal.NOT_DECLARED)


@dataclass(frozen=True, slots=True)
class _Row:
    letter: str
    name: str
    href: str
    demand: str
    baseline: str
    statement: str
    published: str
    status: StatusView
    paces: tuple[str, ...]


def compare_table(
    comparison: Comparison, records: Records, words: Words, mode: Mode, link: Link, *, known_on: date
) -> str:
    """The table of both plans' targets, plan A first, and below it what differs, pair by pair."""
    return render(
        "compare_table",
        caption=words.say("compare.caption", day=words.day(known_on)),
        rows=[
            _row(one, LETTERS[side], records, words, link)
            for side, promised in enumerate(comparison.sides)
            for one in promised
        ],
        differs=sentences(comparison, records, words),
        mode=mode,
        say=words.say,
    )


def _row(one: Promised, letter: str, records: Records, words: Words, link: Link) -> _Row:
    target = one.status.target
    unit = records.units[target.unit]
    start = words.say("compare.no_baseline")
    if target.baseline_value is not None and target.baseline_period is not None:
        start = words.say(
            "said",
            figure=words.amount(target.baseline_value, unit),
            when=words.when(target.baseline_period),
        )
    return _Row(
        letter=letter,
        name=words.text(records.plans[target.plan].label),
        href=link("target", target=target.id),
        demand=words.say("block.claim.title", demand=words.demand_long(target, unit), due=words.due(target)),
        baseline=start,
        statement=words.text(target.statement),
        published=words.period(records.plans[target.plan].published),
        status=shown(one.status, words),
        paces=_paces(one, records, words),
    )


def _paces(one: Promised, records: Records, words: Words) -> tuple[str, ...]:
    """The pace that the plan asks for from its own start; else what each series would have had to keep up."""
    target = one.status.target
    unit = records.units[target.unit]

    def told(pace: Pace) -> str:
        path = words.say(f"paces.{pace.path}")
        if pace.required is None:
            refusal = words.refusal(pace.refusal or Refusal.FEW_POINTS)
            return words.say("compare.pace.refused", path=path, refusal=refusal)
        return words.say(
            "compare.pace.from_start", path=path, rate=rate(pace.required, pace.path, unit, words)
        )

    if one.asked:
        return tuple(told(pace) for pace in one.asked if pace.refusal not in _UNSAID)
    if one.status.due:
        return (words.say("compare.pace.due"),)
    paced = [r for r in one.status.counted if any(pace.required is not None for pace in r.paces)]
    lines = [
        words.say(
            "compare.pace.of_series",
            series=words.text(reading.series.short),
            path=words.say(f"paces.{pace.path}"),
            rate=rate(pace.required, pace.path, unit, words),
        )
        for reading in paced[:MOST_SERIES]
        for pace in reading.paces
        if pace.required is not None
    ]
    if len(paced) > MOST_SERIES:
        lines.append(words.say("compare.pace.more", n=len(paced) - MOST_SERIES))
    return tuple(lines) or (words.say("compare.pace.none"),)
