"""The parts of the pages that list: targets and goals, what can be followed, documents, claims."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from metrics.figures.blocks import (
    claim_list,
    claim_table,
    coverage_plans,
    coverage_reasons,
    coverage_title,
    deliverable_list,
    goal_list,
    page_head,
    scope_name,
    source_rows,
    status_key,
    target_list,
)
from metrics.figures.blocks.coverage_table import Order
from metrics.figures.blocks.source_list import Citing
from metrics.figures.page_parts.page import PageData, PagePart
from metrics.progress.coverage import Coverage, CoverageRow, Untracked
from metrics.progress.deliveries import Delivery
from metrics.progress.result import Status
from metrics.records.model import Claim, Goal, Source


def targets_parts(
    page: PageData,
    shown: Sequence[Status],
    goals: Sequence[Goal],
    *,
    of: int,
    of_goals: int | None = None,
    deliverables: Sequence[Delivery] = (),
    of_deliverables: int | None = None,
) -> Iterator[PagePart]:
    """Promises, and where each stands.

    Args:
        page: its plans.
        shown: the targets that are listed.
        goals: the goals that are listed.
        of: how many targets there are.
        of_goals: how many goals there are, where goals alone were asked for; else None.
        deliverables: where each of those that are listed stands.
        of_deliverables: how many there are, where they alone were asked for; else None.
    """
    words, known = page.words, page.known

    def head() -> str:
        plans = scope_name(page.plans, known, words)
        if of_goals is not None:
            lead = words.say("page.targets.lead_goals", n=len(goals), all=of_goals, plans=plans)
        elif of_deliverables is not None:
            n, every = len(deliverables), of_deliverables
            lead = words.say("page.targets.lead_deliverables", n=n, all=every, plans=plans)
        else:
            key = "page.targets.lead_every" if len(shown) == of else "page.targets.lead"
            lead = words.say(key, n=len(shown), all=of, plans=plans, day=words.day(page.day))
        return page_head(words.say("page.targets.title"), lead)

    def targets() -> str:
        there = {one.headline.verdict for one in shown}
        key = status_key(words, page.mode, there) if there else ""
        return key + target_list(shown, known, words, page.mode, page.link, turned=page.turned)

    yield PagePart("head", head)
    if shown or not (goals or deliverables):
        yield PagePart("targets", targets)
    if goals:
        listed = goal_list(goals, known, words, page.link, known_on=page.day)
        yield PagePart("goals", lambda: f'<div id="goals">{listed}</div>')
    if deliverables:
        things = deliverable_list(deliverables, known, words, page.link)
        yield PagePart("deliverables", lambda: f'<div id="deliverables">{things}</div>')


def coverage_parts(
    page: PageData,
    held: Coverage,
    shown: Callable[[CoverageRow], bool] = lambda _row: True,
    *,
    reason: Untracked | None = None,
    order: Order = Order.FILE,
    opened: bool = False,
) -> Iterator[PagePart]:
    """What can be followed at all; the arguments are those of the blocks."""
    known, words, link = page.known, page.words, page.link
    yield PagePart("head", lambda: page.head(*coverage_title(held, words)))
    yield PagePart("reasons", lambda: coverage_reasons(held, words, link, reason))
    yield PagePart(
        "plans", lambda: coverage_plans(held, shown, known, words, link, order=order, opened=opened)
    )


def sources_parts(
    page: PageData, shown: Sequence[Source], cites: Mapping[str, Sequence[Citing]], *, found: int, of: int
) -> Iterator[PagePart]:
    """Every document and what rests on it.

    Args:
        page: what is known.
        shown: the documents that are listed.
        cites: what rests on each.
        found: how many were found; some may stand on other pages of the list.
        of: how many there are.
    """
    words = page.words

    def head() -> str:
        key = "page.sources.lead_every" if found == of else "page.sources.lead"
        return page_head(
            words.say("page.sources.title"), words.say(key, n=found, all=of, day=words.day(page.day))
        )

    yield PagePart("head", head)
    yield PagePart("rows", lambda: source_rows(shown, cites, words, records=page.known))


def claims_parts(
    page: PageData, every: Sequence[Claim], shown: Sequence[Claim], *, found: int
) -> Iterator[PagePart]:
    """Every claim and how it stands: a table of all of them, and the claims.

    Args:
        page: what is known.
        every: all claims, which the table counts.
        shown: those that are listed.
        found: how many were found; some may stand on other pages of the list.
    """
    known, words, link = page.known, page.words, page.link

    def head() -> str:
        key = "page.sources.lead_claims_every" if found == len(every) else "page.sources.lead_claims"
        lead = words.say(key, n=found, all=len(every), day=words.day(page.day))
        return page_head(words.say("page.claims.title"), lead)

    yield PagePart("head", head)
    yield PagePart("table", lambda: claim_table(every, known, words, link, known_on=page.day))
    yield PagePart("claims", lambda: claim_list(shown, known, words, link, known_on=page.day))
