"""Needed from here, in words: how fast a series would have to move from its latest figure to its target.

In: what :func:`metrics.progress.needed.needed` found. Out: one sentence for a series, and one line for all that count.
"""

from collections.abc import Sequence

from metrics.progress.needed import Needed
from metrics.progress.result import Path
from metrics.records.model import Unit
from metrics.records.store import Records
from metrics.words.demands import demand_long
from metrics.words.numbers import rounded
from metrics.words.phrases import Phrases, capitalised


def needed(words: Phrases, way: Needed, records: Records) -> str:
    """One sentence: ``From RMB 269.7 bn in 2024 to more than RMB 1,000 bn by the end of 2030: RMB 122 bn a year, or ...``.

    Args:
        words: the language.
        way: the way of one series.
        records: those that the way was found in.

    Returns:
        An empty text where no path is run.
    """
    target = way.reading.target
    unit = records.units[target.unit]
    texts = {"figure": words.figure_long(way.start, unit), "when": words.when(way.start.period)}
    if way.reached:
        return capitalised(words.say("needed.reached", **texts))
    speeds = {path: _speed(words, speed, path, unit) for path, speed in way.speeds}
    if not speeds:
        return ""
    steps, growth = speeds.get(Path.LINEAR), speeds.get(Path.COMPOUND)
    both = words.say("needed.both", steps=steps, growth=growth) if steps and growth else steps or growth or ""
    return words.say(
        "needed.way",
        **texts,
        demand=demand_long(words, target, records),
        due=words.due(target),
        speeds=words.say(f"needed.{way.limit}", amount=both),
    )


def needed_line(words: Phrases, ways: Sequence[Needed], records: Records) -> str:
    """All ways in one line: ``Needed from here, RMB bn a year: NDRC about 70.5, CCID at most 50, iResearch 122.``

    Args:
        words: the language.
        ways: those of one target, in the order in which its readings are shown.
        records: those that the ways were found in.

    Returns:
        An empty text where nothing is needed, or no path is run.
    """
    open_ways = [way for way in ways if way.speeds]
    if not open_ways:
        return ""
    unit = records.units[open_ways[0].reading.target.unit]
    linear = all(way.steps is not None for way in open_ways)
    parts = [
        words.say(
            "needed.part",
            series=words.text(way.reading.series.short),
            amount=words.say(f"needed.{way.limit}", amount=_number(words, *way.speeds[0])),
        )
        for way in open_ways
    ]
    label = words.text(unit.label)
    return words.say(
        "needed.line_some" if any(way.reached for way in ways) else "needed.line",
        unit=("%" if not linear else words.say("needed.points") if unit.is_share else label),
        parts=words.series(parts),
        n=sum(way.reached for way in ways),
        all=len(ways),
    )


def _number(words: Phrases, path: Path, speed: float) -> str:
    size = rounded(abs(speed))
    amount = words.percent(size) if path is Path.COMPOUND else words.number(size)
    return words.say(f"needed.number.{_way(speed)}", amount=amount)


def _speed(words: Phrases, speed: float, path: Path, unit: Unit) -> str:
    size = rounded(abs(speed))
    if path is Path.COMPOUND:
        return words.say(f"needed.growth.{_way(speed)}", amount=words.percent(size))
    return words.say(f"needed.step.{_way(speed)}", amount=words.step(size, unit))


def _way(speed: float) -> str:
    return "still" if not speed else "rise" if speed > 0 else "fall"
