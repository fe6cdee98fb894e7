"""The parts of the pages of the method: every rule, and what other rules would say."""

from collections.abc import Callable, Iterator, Sequence

from metrics.figures.blocks import (
    SECTIONS,
    contents,
    foil_list,
    method_rules,
    page_head,
    rule_anchor,
    rules_list,
    rules_title,
    section_head,
)
from metrics.figures.page_parts.page import PageData, PagePart
from metrics.progress.examples import examples
from metrics.progress.other_rules import Compared, newest_of_any


def method_parts(page: PageData) -> Iterator[PagePart]:
    """Every rule, and a real example of the day beside it; the figures of the chosen plans come first."""
    words = page.words
    picked = examples(page.known, page.progress, page.plans)
    drawn = method_rules(picked, page.known, words, page.mode, page.link)

    def head() -> str:
        live = words.say("method.live", day=words.day(page.day))
        lead = words.paragraph((words.say("page.method.lead"), live))
        rules = [(rule_anchor(one), words.say(f"method.section.{one}")) for one in SECTIONS]
        return page_head(words.say("page.method.title"), lead) + contents(words.say("method.contents"), rules)

    def section(name: str) -> str:
        return section_head(words.say(f"method.section.{name}"), anchor=rule_anchor(name)) + drawn[name]()

    yield PagePart("head", head)
    for name in SECTIONS:
        yield PagePart(name, lambda name=name: section(name))  # type: ignore[misc]


def rules_parts(page: PageData, rows: Sequence[Compared], matrix: Callable[[], str]) -> Iterator[PagePart]:
    """What other rules would say of the same readings; ``matrix`` makes the table of them."""

    def told() -> str:
        foils = ""
        if rows:
            newest = [
                one
                for one in newest_of_any(page.known, page.progress)
                if one.status.target.plan in page.plans
            ]
            foils = foil_list(rows, newest, page.known, page.words, page.link)
        return rules_list(page.words, page.link) + foils

    day = page.day
    yield PagePart("head", lambda: page.head(*rules_title(rows, day, page.words)))
    yield PagePart("matrix", matrix)
    yield PagePart("told", told)
