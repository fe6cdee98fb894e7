"""The pages of sources and claims, and those of coverage and method, as on the dashboard."""

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from metrics.exports.offline.page import Part
from metrics.exports.offline.shown import PageContext
from metrics.figures.blocks import (
    citing,
    claim_list,
    claim_table,
    coverage_plans,
    coverage_reasons,
    coverage_title,
    of_plans,
    page_head,
    rules_matrix,
    source_rows,
)
from metrics.figures.page_parts import changes_parts, method_parts, rules_parts
from metrics.progress import as_known_on, assess, changes
from metrics.progress.coverage import coverage
from metrics.progress.other_rules import compared
from metrics.progress.since import default_since


def changed(shown: PageContext) -> Iterator[Part]:
    """What changed since the day with which the dashboard's own page begins."""
    known, known_on = shown.known, shown.known_on
    public = min((plan.published.end for plan in known.plans.values()), default=known_on)
    earliest = min(known_on, public).replace(month=1, day=1)
    since, why = default_since(known, shown.plans, known_on, earliest)
    before = assess(as_known_on(known, since), since, shown.progress.path)
    listed = {name: one for name, one in before.statuses.items() if name in shown.progress.statuses}
    before = replace(before, statuses=MappingProxyType(listed))
    found = changes(known, before, shown.progress, shown.histories, shown.plans)
    parts = changes_parts(shown.page(shown.plans), found, why, of_a_plan=shown.is_cut)
    yield from (one.make() for one in parts)


def sources(shown: PageContext) -> Iterator[Part]:
    """Every document and what rests on it."""
    words = shown.words
    lead = words.say(
        "page.sources.lead_every",
        n=len(shown.sources),
        all=len(shown.sources),
        day=words.day(shown.known_on),
    )
    yield page_head(words.say("page.sources.title"), lead)
    yield source_rows(shown.sources, citing(shown.known, words, shown.link), words, records=shown.known)


def claims(shown: PageContext) -> Iterator[Part]:
    """Every claim and how it stands."""
    words, known = shown.words, shown.known
    every = list(shown.records.claims.values())
    lead = words.say(
        "page.sources.lead_claims_every", n=len(every), all=len(every), day=words.day(shown.known_on)
    )
    yield page_head(words.say("offline.claims"), lead)
    yield claim_table(every, known, words, shown.link, known_on=shown.known_on)
    yield claim_list(every, known, words, shown.link, known_on=shown.known_on)


def followed(shown: PageContext) -> Iterator[Part]:
    """What can be followed at all."""
    words, link, progress = shown.words, shown.link, shown.progress
    known = shown.records if shown.is_cut else shown.known
    every = coverage(known, progress)
    title, lead = coverage_title(every, words)
    yield page_head(of_plans(title, shown.plans, known, words), lead)
    yield coverage_reasons(every, words, link)
    yield coverage_plans(every, lambda _row: True, known, words, link, opened=shown.taken.plan is not None)


def method(shown: PageContext) -> Iterator[Part]:
    """Every rule, and a real example of the day beside it."""
    yield from (one.make() for one in method_parts(shown.page(shown.first_plans)))


def rules(shown: PageContext) -> Iterator[Part]:
    """What other rules would say of the same readings."""
    page = shown.page(shown.plans)
    rows = compared(page.known, page.progress)
    parts = rules_parts(page, rows, lambda: rules_matrix(rows, page.known, page.words, page.mode, page.link))
    yield from (one.make() for one in parts)
