"""Editions: what later documents made of a target must follow the promise, and each other, and change something.

In: a :class:`RecordSet`. Out: problems. Each edition is held against the target as the ones before it left it.
"""

from metrics.records.entry import Entry
from metrics.records.model import Edition, Plan, Target
from metrics.records.problem import Report, shown
from metrics.records.record_set import RecordSet

_ENDS = ("dropped", "superseded_by", "split_into")
_CHANGES = ("comparator", "value", "value_high", "due", "statement")
_PARTS = 2  # a promise that is split becomes so many, or more


def after_each(target: Target, entry: Entry) -> list[tuple[Target, Entry]]:
    """The target as each of its editions left it, with the entry of the edition; none where one could not be read."""
    entries = entry["editions"] if target.editions else []
    found = []
    for edition, own in (
        zip(target.editions, entries, strict=False) if len(entries) == len(target.editions) else ()
    ):
        target = target.model_copy(update=target.after(edition))
        found.append((target, own))
    return found


def check_editions(record_set: RecordSet, report: Report) -> None:
    """Report every edition that cannot be one."""
    plans = {plan.id: plan for plan in record_set.records(Plan)}
    for target, entry in record_set.of(Target):
        before, ended = target, None
        last: Plan | Edition | None = plans.get(target.plan)
        for edition, (after, own) in zip(target.editions, after_each(target, entry), strict=False):
            if last is not None and edition.published.end <= last.published.end:
                kind = "edition_before_plan" if isinstance(last, Plan) else "edition_before_another"
                at, found = own.spot("published"), shown(edition.published)
                report.add(kind, own.file, at, "published", found=found, earlier=last.published.text)
            if ended is not None:
                place = f"{ended.file}:{ended.here[0]}"
                report.add("edition_after_end", own.file, own.here, place=place)
            _check(before, edition, after, own, report)
            before, last, ended = after, edition, own if edition.end else ended


def _check(before: Target, edition: Edition, after: Target, entry: Entry, report: Report) -> None:
    """One edition: it changes something or ends the promise, in one way, and never for the promise itself."""
    ends = [name for name in _ENDS if getattr(edition, name)]
    changes = [name for name in _CHANGES if getattr(edition, name) is not None]
    if ends and len(ends) + len(changes) > 1:
        second = [*ends[1:], *changes][0]
        report.add("edition_ends_and_more", entry.file, entry.spot(second), second, other=ends[0])
    elif not ends and after == before:
        report.add("edition_of_no_change", entry.file, entry.here)
    if edition.value_high is not None and edition.value is None:
        report.add("edition_of_half_a_range", entry.file, entry.spot("value_high"), "value_high")
    if len(edition.split_into) == 1:
        report.add("split_into_one", entry.file, entry.spot("split_into"), "split_into")
    for name in ("superseded_by", "split_into"):
        named = getattr(edition, name) or ()
        named = (named,) if isinstance(named, str) else named
        for one, at in zip(named, entry.spots(name) if named else (), strict=True):
            if one == before.id:
                report.add("replaced_by_itself", entry.file, at, name, found=shown(one))
