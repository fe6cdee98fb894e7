"""Benchmarks: tests that this project chose to throw light on a goal.

In: all records, a goal, a known-on day. Out: for each benchmark of the goal its answer at the milestone
and now, with the figures it rests on. A goal itself has no verdict.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from metrics.progress.due_period import DUE_MONTHS
from metrics.progress.evidence import evidence
from metrics.progress.intervals import compare, satisfies
from metrics.progress.known import order
from metrics.progress.reading import SILENT_MONTHS
from metrics.progress.result import Answer
from metrics.records.interval import interval
from metrics.records.model import Benchmark, Goal, Observation
from metrics.records.period import within_months
from metrics.records.store import Records

Figures = tuple[Observation, ...]  # none, the place's figure, or that and the other place's for one period


@dataclass(frozen=True, slots=True)
class BenchmarkResult:
    """What one benchmark says of its goal, at the milestone and now."""

    goal: Goal
    benchmark: Benchmark
    at_milestone: Answer
    now: Answer
    milestone_figures: Figures
    now_figures: Figures
    last_figures: Figures  # of the last period that has ended, however long ago

    @property
    def said(self) -> Answer:
        """What it says in one word: at the milestone where there was a figure for it, else now."""
        return self.now if self.at_milestone.silent else self.at_milestone


def goal_results(records: Records, goal: Goal, known_on: date) -> tuple[BenchmarkResult, ...]:
    """Every benchmark of a goal, in the order of the file.

    Args:
        records: all records.
        goal: the goal.
        known_on: the day as of which to answer.
    """
    return tuple(_result(records, goal, benchmark, known_on) for benchmark in goal.benchmarks)


def count_answers(answers: Iterable[Answer]) -> tuple[tuple[Answer, int], ...]:
    """How often each answer was given, in the order of :class:`Answer`.

    >>> [(a.value, n) for a, n in count_answers([Answer.NO_FIGURE, Answer.SUPPORTS, Answer.NO_FIGURE])]
    [('supports', 1), ('no_figure', 2)]
    """
    given = tuple(answers)
    return tuple((answer, given.count(answer)) for answer in Answer if answer in given)


def _result(records: Records, goal: Goal, benchmark: Benchmark, known_on: date) -> BenchmarkResult:
    pairs = _pairs(records, benchmark, known_on)
    at_due: Figures = ()
    if known_on >= goal.due:
        within_due = [pair for pair in pairs if within_months(pair[0].period.end, DUE_MONTHS, goal.due)]
        at_due = max(within_due, key=lambda p: (p[0].period.spans_a_year, *order(p[0])), default=())
    recent = [pair for pair in pairs if within_months(pair[0].period.end, SILENT_MONTHS, known_on)]
    now: Figures = recent[-1] if recent else ()
    ended = [pair for pair in pairs if pair[0].period.end <= known_on]
    last: Figures = ended[-1] if ended else ()
    then = Answer.NO_FIGURE_THEN if last else Answer.NO_FIGURE
    silent = Answer.NO_RECENT_FIGURE if last else Answer.NO_FIGURE
    milestone = _answer(benchmark, at_due, then) if known_on >= goal.due else Answer.NOT_YET
    return BenchmarkResult(goal, benchmark, milestone, _answer(benchmark, now, silent), at_due, now, last)


def _pairs(records: Records, benchmark: Benchmark, known_on: date) -> list[Figures]:
    """The judged figures of the place, by period; of a pair of places only periods that both have."""

    def at(place: str) -> Figures:
        return evidence(records, benchmark.series, place, known_on).figures

    if benchmark.other_place is None:
        return [(figure,) for figure in at(benchmark.place)]
    other = {figure.period.days: figure for figure in at(benchmark.other_place)}
    return [
        (figure, other[figure.period.days]) for figure in at(benchmark.place) if figure.period.days in other
    ]


def _answer(benchmark: Benchmark, figures: Figures, silent: Answer) -> Answer:
    """What some figures say; ``silent`` where there is none of them."""
    if not figures:
        return silent
    if len(figures) == 1:
        passes = satisfies(interval(figures[0]), benchmark)
    else:
        passes = compare(interval(figures[0]), benchmark.comparator, interval(figures[1]))
    if passes is None:
        return Answer.CANNOT_SAY
    return Answer.SUPPORTS if passes else Answer.DOES_NOT_SUPPORT
