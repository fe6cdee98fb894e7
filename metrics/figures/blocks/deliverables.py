"""Deliverables: their list, the page of one, and the rating that a body gives its own promise."""

from collections.abc import Sequence
from datetime import date

from metrics.figures.blocks.environment import Link, render
from metrics.figures.blocks.sources import plan_wording
from metrics.figures.blocks.target_list import by_plan
from metrics.progress.deliveries import Delivery, delivery_history, own_ratings
from metrics.records.store import Records
from metrics.words import Words


def deliverable_list(
    found: Sequence[Delivery], records: Records, words: Words, link: Link, *, level: int = 2
) -> str:
    """Deliverables, plan by plan, each with where it stands; nothing at all where there is none."""
    if not found:
        return ""
    groups = by_plan(found, lambda one: one.deliverable.plan, records)
    return render("deliverable_list", n=len(found), groups=groups, level=level, link=link, words=words)


def deliverable_panel(
    found: Delivery, siblings: Sequence[Delivery], records: Records, words: Words, link: Link
) -> str:
    """The page of a deliverable: wording, where it stands, steps or things with their evidence, and what was known when.

    Args:
        found: where it stands.
        siblings: the deliverables of its plan, itself included, in their order.
        records: what was known on the day.
        words: the language.
        link: makes addresses.
    """
    promise = found.deliverable
    return render(
        "deliverable_panel",
        found=found,
        promise=promise,
        plan=records.plans[promise.plan],
        siblings=siblings,
        n=[one.deliverable.id for one in siblings].index(promise.id) + 1,
        wording=plan_wording(promise.statement, words),
        places=[one for one in (promise.source, promise.read_through) if one and one in records.sources],
        parts=[one for one in (*found.parts, found.whole) if one and (one.name or one.report)],
        history=delivery_history(records, promise, found.known_on),
        records=records,
        link=link,
        words=words,
    )


def rating_section(
    promise: str | None, records: Records, words: Words, link: Link, *, known_on: date, level: int = 2
) -> str:
    """The body's own rating of one promise, with the earlier ones; nothing where there is none."""
    ratings = own_ratings(records, promise or "", known_on)
    if not ratings:
        return ""
    return render("rating_section", ratings=ratings, level=level, records=records, link=link, words=words)
