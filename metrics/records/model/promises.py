"""Promises: the records of ``targets.yaml``, what plans said would be.

In: checked values (``shape``). Out: frozen records. ``fields.yaml`` says what each field means.
"""

from collections.abc import Callable
from typing import Any, Literal

from metrics.records.model.fields import (
    Count,
    Due,
    DuePeriod,
    Id,
    Month,
    Number,
    Record,
    Span,
    Text,
    Truth,
    When,
)
from metrics.records.vocabulary import Comparator, DeclaredPath, NamedBy, Verification


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
    """What a target, a goal and a deliverable have in common."""

    id: Id
    plan: Id
    due: Due
    due_period: DuePeriod = None
    statement: Text
    source: Id
    read_through: Id | None = None
    locator: Text | None = None
    verification: Verification
    note: Text | None = None


End = Literal["dropped", "superseded", "split"]


class Edition(Record):
    """What a later document made of a target. Write only what it changed, or that it ended the promise."""

    published: When
    source: Id
    locator: Text | None = None
    verification: Verification
    comparator: Comparator | None = None
    value: Number | None = None
    value_high: Number | None = None
    due: Due | None = None
    due_period: DuePeriod = None
    statement: Text | None = None
    dropped: Truth | None = None
    superseded_by: Id | None = None
    split_into: tuple[Id, ...] = ()
    note: Text | None = None

    @property
    def end(self) -> tuple[End, tuple[str, ...]] | None:
        """How it ended the promise, and the ids of what took its place; None where the promise is still made."""
        if self.superseded_by is not None:
            return "superseded", (self.superseded_by,)
        if self.split_into:
            return "split", self.split_into
        return ("dropped", ()) if self.dropped else None


class PathValue(Record):
    """A value that the plan itself gives for a period on the way to a target."""

    period: Span
    value: Number


class Target(Promise):
    """A promise with a number. Write every line afresh: the number, its unit and the day are never filled in."""

    indicator: Id
    comparator: Comparator
    value: Number
    value_high: Number | None = None
    unit: Id
    period: Span | None = None
    holds_from: Span | None = None
    place: Id
    baseline_value: Number | None = None
    baseline_period: Span | None = None
    path: DeclaredPath | None = None
    path_reason: Text | None = None
    path_values: tuple[PathValue, ...] = ()
    editions: tuple[Edition, ...] = ()

    def after(self, edition: Edition) -> dict[str, Any]:
        """The fields as they stand after an edition.

        A number is given whole, so that of a range that becomes a limit no upper end stays; a new wording stands in
        the document of its edition.
        """
        fields = {name: getattr(self, name) for name in Target.model_fields}
        fields |= {name: found for name in ("comparator", "statement") if (found := getattr(edition, name))}
        if edition.value is not None:
            fields |= {"value": edition.value, "value_high": edition.value_high}
        if edition.due is not None:
            fields |= {"due": edition.due, "due_period": edition.due_period}
        if edition.statement is not None:
            own = {name: getattr(edition, name) for name in ("source", "locator", "verification")}
            fields |= {**own, "read_through": None}
        return fields


class Goal(Promise):
    """A promise without a number. It gets no verdict; benchmarks can throw light on it."""

    indicator: Id | None = None
    benchmarks: tuple[Benchmark, ...] = ()


class DeliveryStep(Record):
    """A step of a deliverable, such as a draft, a first reading and a law."""

    id: Id
    label: Text


class Deliverable(Promise):
    """A promise to do something: adopt a law, open five centres. It is done by evidence, not by a figure."""

    steps: tuple[DeliveryStep, ...] = ()
    count: Count | None = None


class Milestone(Record):
    """A step of a plan with a deadline."""

    due: Due
    due_period: DuePeriod = None
    title: Text | None = None
    targets: tuple[Target, ...] = ()
    goals: tuple[Goal, ...] = ()
    deliverables: tuple[Deliverable, ...] = ()


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
        self,
        target: Callable[[Target], Target | None],
        goal: Callable[[Goal], Goal | None],
        deliverable: Callable[[Deliverable], Deliverable | None] = lambda one: one,
    ) -> "Plan":
        """The same with each promise as it is made anew; those for which nothing comes back are left out."""
        milestones = tuple(
            one.model_copy(
                update={
                    "targets": tuple(filter(None, map(target, one.targets))),
                    "goals": tuple(filter(None, map(goal, one.goals))),
                    "deliverables": tuple(filter(None, map(deliverable, one.deliverables))),
                }
            )
            for one in self.milestones
        )
        return self.model_copy(update={"milestones": milestones})


class RatingLevel(Record):
    """A word by which a body rates its own promises."""

    id: Id
    label: Text


class RatingScale(Record):
    """The words by which a body rates its own promises, in their order. They are shown as its own and never counted."""

    id: Id
    label: Text
    levels: tuple[RatingLevel, ...]


class OwnYear(Record):
    """A fiscal or school year, which begins on the first day of a month."""

    starts: Month
    named_by: NamedBy


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
