"""Two plans' targets for one indicator as a table, and in sentences what differs.

In: a comparison and the records. Out: HTML: one row a target, with what it asks, where it starts, how the plan words it,
where it stands, and the pace that it asks for.
"""

from datetime import date

from metrics.figures.blocks.environment import Link, render
from metrics.figures.blocks.pace_table import rate
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


def compare_table(
    comparison: Comparison, records: Records, words: Words, mode: Mode, link: Link, *, known_on: date
) -> str:
    """The table of both plans' targets, plan A first, and below it what differs, pair by pair."""
    return render(
        "compare_table",
        known_on=known_on,
        rows=[(LETTERS[side], one) for side, some in enumerate(comparison.sides) for one in some],
        differs=sentences(comparison, records, words),
        paces=lambda one: _paces(one, records, words),
        records=records,
        mode=mode,
        link=link,
        words=words,
    )


def _paces(one: Promised, records: Records, words: Words) -> tuple[str, ...]:
    """The pace that the plan asks for from its own start; else what each series would have had to keep up."""
    target = one.status.target
    unit = records.units[target.unit]

    def path_text(pace: Pace) -> str:
        path = words.say(f"paces.{pace.path}")
        if pace.required is None:
            refusal = words.refusal(pace.refusal or Refusal.FEW_POINTS)
            return words.say("compare.pace.refused", path=path, refusal=refusal)
        return words.say(
            "compare.pace.from_start", path=path, rate=rate(pace.required, pace.path, unit, words)
        )

    if one.asked:
        return tuple(path_text(pace) for pace in one.asked if pace.refusal not in _UNSAID)
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
