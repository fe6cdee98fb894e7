"""The pages of sources and claims, and those of coverage and method, as on the dashboard."""

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from metrics.exports.offline.shown import PageContext
from metrics.figures.blocks import citing, rules_matrix
from metrics.figures.page_parts import (
    Part,
    changes_parts,
    claims_parts,
    coverage_parts,
    method_parts,
    rules_parts,
    sources_parts,
)
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
    found = changes(known, before, shown.progress, shown.histories, shown.plans if shown.is_cut else ())
    return changes_parts(shown.page(shown.plans), found, why, of_a_plan=shown.is_cut)


def sources(shown: PageContext) -> Iterator[Part]:
    """Every document and what rests on it."""
    cites, n = citing(shown.known, shown.words, shown.link), len(shown.sources)
    return sources_parts(shown.page(shown.plans), shown.sources, cites, found=n, of=n)


def claims(shown: PageContext) -> Iterator[Part]:
    """Every claim and how it stands."""
    every = list(shown.records.claims.values())
    return claims_parts(shown.page(shown.plans), every, every, found=len(every))


def followed(shown: PageContext) -> Iterator[Part]:
    """What can be followed at all."""
    held = coverage(shown.records if shown.is_cut else shown.known, shown.progress)
    return coverage_parts(shown.page(shown.plans), held, opened=shown.taken.plan is not None)


def method(shown: PageContext) -> Iterator[Part]:
    """Every rule, and a real example of the day beside it."""
    return method_parts(shown.page(shown.first_plans))


def rules(shown: PageContext) -> Iterator[Part]:
    """What other rules would say of the same readings."""
    page = shown.page(shown.plans)
    rows = compared(page.known, page.progress)
    return rules_parts(page, rows, lambda: rules_matrix(rows, page.known, page.words, page.mode, page.link))
