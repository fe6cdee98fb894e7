"""Editions: a promise as it stood on a day, and each form that it had until then.

In: a target and a day. Out: the target with what later documents had made of it by the end of that day. It keeps the first
promise, so that it can be asked again for an earlier day and both can be judged (docs/verdicts.md, section 16).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from metrics.progress.result import EditionStatus, Status, Verdict
from metrics.records.model import Edition, Milestone, Plan, Target


class RevisedTarget(Target):
    """A target as an edition left it. It is never written in a file; ``first.editions`` are those known."""

    first: Target


def first_promise(target: Target) -> Target:
    """The promise as its plan made it, with the editions that are known."""
    return target.first if isinstance(target, RevisedTarget) else target


def standing(target: Target, day: date) -> Target:
    """The target as it stood at the end of a day; itself where it has no editions.

    Args:
        target: a target as its plan made it, or as it stood on that day or a later one.
        day: editions published later are not known.
    """
    first = first_promise(target)
    if not first.editions:
        return target
    known = tuple(one for one in first.editions if one.published.end <= day)
    return _after(first.model_copy(update={"editions": known}), known)


def forms(target: Target) -> Iterator[tuple[Edition | None, Target]]:
    """Each form of a target that is known, the first promise first, with the edition that made it."""
    first = first_promise(target)
    yield None, first
    for n, edition in enumerate(first.editions, 1):
        yield edition, _after(first, first.editions[:n])


def _after(first: Target, editions: Sequence[Edition]) -> Target:
    if not editions:
        return first
    target = first
    for edition in editions:
        target = target.model_copy(update=target.after(edition))
    fields = {name: getattr(target, name) for name in Target.model_fields}
    return RevisedTarget.model_construct(**fields | {"editions": tuple(editions)}, first=first)


@dataclass(frozen=True, slots=True)
class PromiseChange:
    """What an edition made of a target."""

    edition: Edition
    before: Target
    after: Target

    @property
    def day(self) -> date:
        """The day from which it is known."""
        return self.edition.published.end


def promise_changes(target: Target) -> tuple[PromiseChange, ...]:
    """What each edition that is known made of a target, by day."""
    return tuple(
        PromiseChange(edition, before, after)
        for (_, before), (edition, after) in pairwise(forms(target))
        if edition is not None
    )


def plan_changes(plan: Plan) -> tuple[PromiseChange, ...]:
    """What became of the targets of a plan, by day."""
    found = (change for step in plan.milestones for one in step.targets for change in promise_changes(one))
    return tuple(sorted(found, key=lambda change: change.day))


def plan_on(plan: Plan, day: date) -> Plan:
    """A plan with its targets as they stood on a day, each at the step of its day then; itself where none has editions.

    A step from which all were moved away stays, as the plan named it.
    """
    if not any(target.editions for step in plan.milestones for target in step.targets):
        return plan
    steps, moved = [], []
    for step in plan.milestones:
        now = [(target, standing(target, day)) for target in step.targets]
        moved += [after for before, after in now if after.due != before.due]
        kept = tuple(after for before, after in now if after.due == before.due)
        steps.append(step.model_copy(update={"targets": kept}))
    for target in moved:
        n = next((n for n, step in enumerate(steps) if step.due == target.due), None)
        if n is None:
            steps.append(Milestone(due=target.due, targets=(target,)))
        else:
            steps[n] = steps[n].model_copy(update={"targets": (*steps[n].targets, target)})
    steps.sort(key=lambda step: step.due)
    return plan.model_copy(update={"milestones": tuple(steps)})


def moved_from(plan: Plan, day: date) -> tuple[Target, ...]:
    """The targets of a plan that were once due on a day and no longer are."""
    targets = (target for step in plan.milestones for target in step.targets if target.due != day)
    return tuple(one for one in targets if any(form.due == day for _, form in forms(one)))


def ending(target: Target) -> Edition | None:
    """The edition that ended a promise; None where it is still made."""
    last = target.editions[-1] if isinstance(target, RevisedTarget) else None
    return last if last is not None and last.end else None


def judged_on(target: Target, day: date) -> date:
    """The day as of which a promise is judged: of one that ended before it was due, the day on which it ended."""
    end = ending(target)
    return min(day, end.published.end) if end is not None and end.published.end < target.due else day


def changed_after_due(status: Status) -> tuple[EditionStatus, EditionStatus] | None:
    """The form of a promise that had fallen due when it was changed or ended, and the one after it; None where there is none.

    Of several the last counts, and before all others the last that was missed.
    """
    found = [
        (before, after)
        for before, after in pairwise(status.editions)
        if after.edition is not None and after.edition.published.end >= before.target.due
    ]
    missed = (Verdict.MISSED, Verdict.MET_LATE)
    return max(found, key=lambda one: (one[0].headline.verdict in missed, found.index(one)), default=None)
