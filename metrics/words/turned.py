"""Since when, in words: the day from which the verdict of a headline has stood, and whose figure turned it.

In: the step of a history with which the verdict began (:attr:`metrics.progress.history.History.turned`). Out: a few
words that stand beside the headline: ``since 14 Nov 2021, by 160.7 from Shi Yong, counsellor``; or a line for the day.
"""

from collections.abc import Sequence
from datetime import date

from metrics.progress.history import Step
from metrics.progress.result import Verdict
from metrics.records.model import Observation
from metrics.records.store import Records
from metrics.words.cautions import marked
from metrics.words.phrases import Phrases


def turned(words: Phrases, step: Step, records: Records, *, unit: bool = True) -> str:
    """Since when a verdict stands and by what; of several figures the first of the step is named.

    Args:
        words: the language.
        step: the one with which the verdict began.
        records: all records, or those of the step's day or later.
        unit: whether the figure has its unit; without one where the unit stands beside.

    Returns:
        An empty text where there is no data since the first day of the plan: nothing turned.
    """
    cause = _cause(words, step, records, unit=unit)
    if cause:
        return words.say("turned.because", day=words.day(step.day), cause=cause)
    if step.status.headline.verdict is Verdict.NO_DATA:
        return ""
    made_public = step.cause.made_public
    return words.say("turned.made_public" if made_public else "turned.since", day=words.day(step.day))


def flipped(words: Phrases, day: date, steps: Sequence[Step], records: Records) -> str:
    """What turned on a day, in one line: ``14 Nov 2021: Core AI industry 2020 turned from inconclusive to met, ...``.

    Args:
        words: the language.
        day: on which the verdicts of ``steps`` changed.
        steps: flips of that day; the first is told, the others are counted.
        records: all records, or those of the day or later.
    """
    step, others = steps[0], len(steps) - 1
    target = step.status.target
    cause = _cause(words, step, records, unit=True)
    before = step.before.verdict if step.before else Verdict.NO_DATA
    sentence = words.say(
        "turned.flip_because" if cause else "turned.flip",
        day=words.day(day),
        indicator=words.text(records.indicators[target.indicator].short),
        year=str(target.due.year),
        before=words.say(f"verdict_inside.{before}"),
        after=words.say(f"verdict_inside.{step.status.headline.verdict}"),
        cause=cause,
    )
    return words.say("turned.more", flip=sentence, n=others) if others else sentence


def _cause(words: Phrases, step: Step, records: Records, *, unit: bool) -> str:
    """What made a step, in a few words; empty where nothing by itself did."""
    cause = step.cause
    if cause.edition is not None:
        return words.say("turned.edition")
    if cause.due:  # the calendar alone would have turned it
        return words.say("turned.due")
    figures = [one for publication in cause.publications for one in publication.figures]
    if figures:
        more = len(figures) - 1
        sentence = words.say(
            "turned.by_more" if more else "turned.by",
            figure=_figure(words, figures[0], records, unit=unit),
            series=words.text(records.series[figures[0].series].short),
            n=more,
        )
        return marked(words, sentence, figures[0], records)
    if cause.lapsed:
        return words.say("turned.silent", series=words.text(records.series[cause.lapsed[0].series].short))
    return ""


def turned_short(words: Phrases, step: Step) -> str:
    """The day alone: ``since 14 Nov 2021``; empty where nothing turned."""
    if step.cause.made_public and step.status.headline.verdict is Verdict.NO_DATA:
        return ""
    return words.say("turned.since", day=words.day(step.day))


def _figure(words: Phrases, figure: Observation, records: Records, *, unit: bool) -> str:
    if unit:
        return words.figure_long(figure, records.units[figure.unit])
    return words.say(f"figure_long.{figure.bound}", figure=words.number(figure.value))
