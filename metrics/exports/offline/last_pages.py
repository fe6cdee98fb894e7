"""The pages of sources and claims, and those of coverage and method, as on the dashboard."""

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from metrics.exports.offline.page import Part
from metrics.exports.offline.shown import PageContext
from metrics.figures.blocks import (
    SECTIONS,
    changes_lead,
    changes_title,
    citing,
    claim_list,
    claim_table,
    contents,
    coverage_plans,
    coverage_reasons,
    coverage_title,
    flip_log,
    foil_list,
    headline_changes,
    made_public,
    method_rules,
    new_figures,
    of_plans,
    page_head,
    reading_changes,
    revision_table,
    rule_anchor,
    rules_matrix,
    rules_title,
    rules_told,
    section_head,
    source_rows,
)
from metrics.progress import as_known_on, assess, changes
from metrics.progress.coverage import coverage
from metrics.progress.examples import examples
from metrics.progress.other_rules import compared, newest_of_any
from metrics.progress.since import default_since


def changed(shown: PageContext) -> Iterator[Part]:
    """What changed since the day with which the dashboard's own page begins."""
    words, held, known_on = shown.words, shown.held, shown.known_on
    public = min((plan.published.end for plan in held.plans.values()), default=known_on)
    earliest = min(known_on, public).replace(month=1, day=1)
    since, why = default_since(held, shown.plans, known_on, earliest)
    before = assess(as_known_on(held, since), since, shown.progress.path)
    listed = {name: one for name, one in before.statuses.items() if name in shown.progress.statuses}
    before = replace(before, statuses=MappingProxyType(listed))
    past = shown.histories
    found = changes(held, before, shown.progress, past, shown.plans)
    title = of_plans(changes_title(found, words), shown.plans, held, words)
    yield page_head(title, changes_lead(found, words, why))
    if found.is_empty:
        return
    link = shown.link
    if found.compared:
        yield headline_changes(found, held, words, "light", link)
    yield reading_changes(found, held, words, "light", link)
    yield revision_table(found, held, words, shown.link)
    yield new_figures(found, held, words, shown.link)
    yield made_public(found, words, shown.link, of_a_plan=shown.is_cut)
    yield flip_log(past.values(), held, words, "light", link, known_on=known_on)


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
    yield source_rows(shown.sources, citing(shown.held, words, shown.link), words, records=shown.held)


def claims(shown: PageContext) -> Iterator[Part]:
    """Every claim and how it stands."""
    words, held = shown.words, shown.held
    every = list(shown.records.claims.values())
    lead = words.say(
        "page.sources.lead_claims_every", n=len(every), all=len(every), day=words.day(shown.known_on)
    )
    yield page_head(words.say("offline.claims"), lead)
    yield claim_table(every, held, words, shown.link, known_on=shown.known_on)
    yield claim_list(every, held, words, shown.link, known_on=shown.known_on)


def followed(shown: PageContext) -> Iterator[Part]:
    """What can be followed at all."""
    words, link, progress = shown.words, shown.link, shown.progress
    held = shown.records if shown.is_cut else shown.held
    every = coverage(held, progress)
    title, lead = coverage_title(every, words)
    yield page_head(of_plans(title, shown.plans, held, words), lead)
    yield coverage_reasons(every, words, link)
    yield coverage_plans(every, lambda _row: True, held, words, link, opened=shown.taken.plan is not None)


def method(shown: PageContext) -> Iterator[Part]:
    """Every rule, and a real example of the day beside it."""
    words, held = shown.words, shown.held
    picked = examples(held, shown.progress, shown.first_plans)
    lead = words.paragraph(
        (words.say("page.method.lead"), words.say("method.live", day=words.day(shown.known_on)))
    )
    yield page_head(words.say("page.method.title"), lead)
    yield contents(
        words.say("method.contents"),
        [(rule_anchor(one), words.say(f"method.section.{one}")) for one in SECTIONS],
    )
    drawn = method_rules(picked, held, words, "light", shown.link)
    for name in SECTIONS:
        yield section_head(words.say(f"method.section.{name}"), anchor=rule_anchor(name)) + drawn[name]()


def rules(shown: PageContext) -> Iterator[Part]:
    """What other rules would say of the same readings."""
    words, held, link, progress = shown.words, shown.held, shown.link, shown.progress
    rows = compared(held, progress)
    title, lead = rules_title(rows, shown.known_on, words)
    yield page_head(of_plans(title, shown.plans, held, words), lead)
    yield rules_matrix(rows, held, words, "light", link)
    yield rules_told(words, link)
    if rows:
        yield foil_list(rows, newest_of_any(held, progress), held, words, link)
