"""The thirteen cases, each with its rule and, where the day has one, a real reading step by step.

In: the readings that were picked (``progress/examples``), words, links. Out: HTML. Nothing is worked out here: the
steps name the figure, the interval, the answer and the verdict that the engine found.
"""

from collections.abc import Iterator, Mapping

from metrics.figures.blocks.environment import Link, render
from metrics.figures.palette import Mode
from metrics.progress.examples import ReadingExample
from metrics.progress.result import Verdict
from metrics.records.interval import Interval, interval
from metrics.records.model import Observation
from metrics.records.store import Records
from metrics.words import Words
from metrics.words.numbers import rounded

#: Case -> the verdicts that it can give (docs/verdicts.md).
CASES: dict[int, tuple[Verdict, ...]] = {
    1: (Verdict.NO_DATA,),
    2: (Verdict.NOT_COMPARABLE,),
    3: (Verdict.MET,),
    4: (Verdict.INCONCLUSIVE,),
    5: (Verdict.MET_LATE,),
    6: (Verdict.MISSED,),
    7: (Verdict.MET_EARLY,),
    8: (Verdict.UNVERIFIED,),
    9: (Verdict.MET_EARLY,),
    10: (Verdict.STALE,),
    11: (Verdict.TOO_EARLY,),
    12: (Verdict.ON_TRACK, Verdict.BEHIND, Verdict.FAR_BEHIND, Verdict.GOING_BACKWARDS),
    13: (Verdict.DEPENDS_ON_PATH,),
}


def interval_text(example: Interval, words: Words) -> str:
    """An interval in the signs of docs/verdicts.md: ``[v, v]``, ``(v, ∞)``."""
    low = "open" if example.low_open else "closed"
    high = "open" if example.high_open else "closed"
    return words.say(
        f"method.interval.{low}_{high}", low=words.number(example.low), high=words.number(example.high)
    )


def answer_text(answer: bool | None, words: Words) -> str:
    """Whether the interval passes: the whole of it, none, or a part."""
    return words.say(f"method.answer.{'unknown' if answer is None else 'passes' if answer else 'fails'}")


def figure_text(figure: Observation, records: Records, words: Words) -> str:
    """A figure with its period and its publication."""
    return words.say(
        "method.figure",
        figure=words.figure_long(figure, records.units[figure.unit]),
        when=words.when(figure.period),
        published=words.published(figure),
    )


def worked_cases(
    examples: Mapping[int, ReadingExample | None], records: Records, words: Words, mode: Mode, link: Link
) -> str:
    """The rules of a reading in their order, each with its example folded below it."""
    return render(
        "worked_cases",
        rows=[(case, verdicts, examples.get(case)) for case, verdicts in CASES.items()],
        name=lambda one: example_name(one, records, words),
        steps=lambda one: _steps(one, records, words),
        mode=mode,
        link=link,
        words=words,
    )


def example_name(example: ReadingExample, records: Records, words: Words) -> str:
    """What is held against what: indicator, due date, series."""
    target = example.reading.target
    return words.say(
        "method.example",
        indicator=words.text(records.indicators[target.indicator].short),
        due=words.due(target),
        series=words.say("method.unheard")
        if example.unpublished
        else words.text(example.reading.series.label),
    )


def _steps(example: ReadingExample, records: Records, words: Words) -> Iterator[tuple[str, str]]:
    reading, target = example.reading, example.reading.target
    yield (
        words.say("method.step.target"),
        words.say("method.demand", demand=words.demand_long(target, records), due=words.due(target)),
    )
    figure = reading.observation
    if reading.case == 1 or figure is None:
        if reading.reason:
            yield words.say("method.step.reason"), words.reason(reading.reason)
        return
    yield words.say("method.step.figure"), figure_text(figure, records, words)
    if reading.case == 2:
        if reading.reason:
            yield words.say("method.step.reason"), words.reason(reading.reason)
        return
    yield words.say("method.step.interval"), interval_text(interval(figure), words)
    yield words.say("method.step.comparison"), answer_text(example.answer, words)
    yield from _own_steps(example, records, words)


def _own_steps(example: ReadingExample, records: Records, words: Words) -> Iterator[tuple[str, str]]:
    """What only this case asks."""
    reading, target = example.reading, example.reading.target
    if 3 <= reading.case <= 8:
        key = "inside" if reading.case <= 6 else "nothing_inside"
        yield (
            words.say("method.step.due_period"),
            words.say(
                f"method.due_period.{key}", after=words.day(example.due_after), due=words.day(target.due)
            ),
        )
    for key, figure in (
        ("before", reading.before),
        ("after", reading.after),
        ("since", reading.since if reading.case in (7, 9) else None),
    ):
        if figure is not None and figure is not reading.observation:
            yield words.say(f"method.step.{key}"), figure_text(figure, records, words)
    if reading.case == 10 and reading.observation:
        yield (
            words.say("method.step.silence"),
            words.say(
                "method.silence",
                end=words.day(reading.observation.period.end),
                boundary=words.day(example.silent_after),
            ),
        )
    for pace in reading.paces:
        name = words.path(pace.path)
        if pace.refusal:
            yield name, words.refusal(pace.refusal)
        elif pace.ratio is not None and pace.verdict:
            yield (
                name,
                words.say(
                    "method.step.ratio",
                    ratio=rounded(pace.ratio),
                    verdict=words.verdict_inside(pace.verdict),
                ),
            )
