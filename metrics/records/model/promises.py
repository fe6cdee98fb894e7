"""Promises: the records of ``targets.yaml``, what plans said would be.

In: checked values (``shape``). Out: frozen records. ``fields.yaml`` says what each field means.
"""

from collections.abc import Callable

from metrics.records.model.fields import Day, Id, Number, Record, Span, Text, When
from metrics.records.vocabulary import Comparator, DeclaredPath, Verification


class Benchmark(Record):
    """A test that you chose to throw light on a goal. It is always shown as your choice, not the plan's."""

    id: Id
    series: Id
    place: Id
    comparator: Comparator
    value: Number | None = None
    other_place: Id | None = None
    statement: Text
    reason: Text


class Promise(Record):
    """What a target and a goal have in common."""

    id: Id
    plan: Id
    due: Day
    statement: Text
    source: Id
    read_through: Id | None = None
    locator: Text | None = None
    verification: Verification
    note: Text | None = None


class Target(Promise):
    """A promise with a number. Write every line afresh: the number, its unit and the day are never filled in."""

    indicator: Id
    comparator: Comparator
    value: Number
    value_high: Number | None = None
    unit: Id
    period: Span | None = None
    place: Id
    baseline_value: Number | None = None
    baseline_period: Span | None = None
    path: DeclaredPath | None = None
    path_reason: Text | None = None


class Goal(Promise):
    """A promise without a number. It gets no verdict; benchmarks can throw light on it."""

    indicator: Id | None = None
    benchmarks: tuple[Benchmark, ...] = ()


class Milestone(Record):
    """A step of a plan with a deadline."""

    due: Day
    title: Text | None = None
    targets: tuple[Target, ...] = ()
    goals: tuple[Goal, ...] = ()


class Plan(Record):
    """A published document with dated promises."""

    id: Id
    title: Text
    label: Text
    issuer: Text
    document_number: str | None = None
    issued: When | None = None
    published: When
    source: Id
    place: Id
    note: Text | None = None
    milestones: tuple[Milestone, ...]

    def with_promises(
        self, target: Callable[[Target], Target | None], goal: Callable[[Goal], Goal | None]
    ) -> "Plan":
        """The same with each target and goal as it is made anew; those for which nothing comes back are left out."""
        milestones = tuple(
            one.model_copy(
                update={
                    "targets": tuple(filter(None, map(target, one.targets))),
                    "goals": tuple(filter(None, map(goal, one.goals))),
                }
            )
            for one in self.milestones
        )
        return self.model_copy(update={"milestones": milestones})


class Glance(Record):
    """What the first page shows when nothing else is chosen."""

    plans: tuple[Id, ...]
    indicator: Id
    families: tuple[Id, ...] = ()
    slides: tuple[Id, ...] = ()


class Question(Record):
    """What somebody in the room will ask, and what you would answer. It stands in the notes of the slides."""

    id: Id
    about: tuple[Id, ...]
    question: Text
    answer: Text
