"""Editions in words: what became of a promise, and what of it had fallen due before.

In: the status of a target, or one change of it. Out: one or two words that stand beside a headline, a clause that follows it,
and a sentence for the ledger of the editions.
"""

from collections.abc import Iterator
from functools import reduce

from metrics.progress.editions import PromiseChange, changed_after_due, ending
from metrics.progress.headline import headline
from metrics.progress.result import Status, Verdict
from metrics.records.model import Edition, Plan, Target
from metrics.records.store import Records
from metrics.words.demands import demand_long
from metrics.words.phrases import Phrases


def edition_mark(words: Phrases, status: Status) -> str:
    """What became of a promise, in a word; empty where it stands as its plan made it."""
    if not status.editions:
        return ""
    return words.say(f"edition.mark.{_kind(status.editions[0].target, status.target)}")


def edition_remark(words: Phrases, status: Status) -> str:
    """The same, and whether it was missed before."""
    if not status.editions:
        return ""
    late = changed_after_due(status)
    kind = _kind(status.editions[0].target, status.target)
    missed = late is not None and late[0].headline.verdict is Verdict.MISSED
    return words.say(f"edition.mark_missed.{kind}" if missed else f"edition.mark.{kind}")


def promised(words: Phrases, target: Target, records: Records) -> str:
    """The number and the day of a promise: ``more than RMB 400 bn by 31 Dec 2025``."""
    demand = demand_long(words, target, records)
    return words.say("edition.promised", demand=demand, due=words.day(target.due))


def edition_clause(words: Phrases, status: Status) -> str:
    """What follows a headline: that a promise was changed or ended after it had fallen due, and how it stood; else empty."""
    late, end = changed_after_due(status), ending(status.target)
    parts = []
    if late is not None and late[1].edition is not None:
        before, after = late
        verdict = before.headline.verdict
        parts.append(
            words.say(
                "edition.after_missed" if verdict is Verdict.MISSED else "edition.after_due",
                what=_what(words, before.target, after.target),
                day=words.day(late[1].edition.published.end),
                verdict=words.say(f"verdict_inside.{verdict}"),
            )
        )
    if end is not None and status.due and (late is None or late[1].edition is not end):
        parts.append(_ended(words, end))
    return edition_joined(words, *parts)


def edition_joined(words: Phrases, *parts: str) -> str:
    """What is said of a target and what became of its promise, one after the other; what is empty is left out."""
    said = [one for one in parts if one]
    return reduce(lambda a, b: words.say("edition.joined", a=a, b=b), said) if said else ""


def ended_headline(words: Phrases, status: Status) -> str:
    """The headline of a promise that was ended before it was due: how, when, and where it stood then."""
    end = ending(status.target)
    if end is None:
        raise ValueError(f"{status.target.id} is still promised")
    return words.say(
        "edition.headline",
        verdict=words.say(f"verdict.{status.headline.verdict}"),
        ended=_ended(words, end),
        until=words.say(f"verdict_inside.{headline(status.readings, due=False).verdict}"),
    )


def edition_changes(words: Phrases, change: PromiseChange, records: Records) -> str:
    """What an edition changed, in whole sentences: each number and day as it was and as it is."""
    return words.paragraph(_changes(words, change, records))


def edition_entry(words: Phrases, plan: Plan, change: PromiseChange, records: Records) -> str:
    """The same where its target is not named beside it."""
    return words.say(
        "edition.entry",
        plan=words.text(plan.label),
        target=words.text(records.indicators[change.after.indicator].short),
        changes=edition_changes(words, change, records),
    )


def _changes(words: Phrases, change: PromiseChange, records: Records) -> Iterator[str]:
    before, edition, after = change.before, change.edition, change.after
    was, now = (demand_long(words, target, records) for target in (before, after))
    if was != now:
        yield words.say("edition.number", before=was, after=now)
    if before.due != after.due:
        yield words.say("edition.due", before=words.day(before.due), after=words.day(after.due))
    if edition.statement is not None:
        yield words.say("edition.wording", wording=words.text(edition.statement))
    if edition.end is not None:
        how, into = edition.end
        named = [
            words.text(records.targets[one].statement).rstrip(".。") for one in into if one in records.targets
        ]
        yield words.say(f"edition.ended.{how}", into=words.listing(named))


def _kind(before: Target, after: Target) -> str:
    end = ending(after)
    if end is not None and end.end is not None:
        return end.end[0]
    return "moved" if before.due != after.due else "revised"


def _what(words: Phrases, before: Target, after: Target) -> str:
    kind = _kind(before, after)
    return words.say(f"edition.what.{kind}", before=words.day(before.due), after=words.day(after.due))


def _ended(words: Phrases, end: Edition) -> str:
    how = end.end[0] if end.end else "dropped"
    return words.say(f"edition.what_on.{how}", day=words.day(end.published.end))
