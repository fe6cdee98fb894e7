"""What a page says: its parts in their order, made once for the dashboard and the offline file.

In: what is known and found on a day, whose plans, in which language and colours, and where links lead. Out: parts of
HTML with a name each. The dashboard puts its controls between parts, the offline file has its own links and no controls;
what is said, and of what, is decided here alone.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from metrics.figures.blocks import (
    SECTIONS,
    bullet_rows,
    changes_lead,
    changes_title,
    columns,
    contents,
    family_rows,
    flip_log,
    foil_list,
    headline_changes,
    made_public,
    method_rules,
    milestone_strip,
    new_figures,
    of_plans,
    page_head,
    reading_changes,
    revision_table,
    rule_anchor,
    rules_title,
    rules_told,
    section_head,
    verdict_sentence,
)
from metrics.figures.blocks.environment import Link
from metrics.figures.palette import Mode
from metrics.progress import Changes
from metrics.progress.examples import examples
from metrics.progress.families import family_views
from metrics.progress.history import History
from metrics.progress.other_rules import Compared, newest_of_any
from metrics.progress.result import Progress, Status
from metrics.progress.since import Why
from metrics.records.store import Records
from metrics.words import Words


@dataclass(frozen=True, slots=True)
class PageData:
    """What the parts of a page are made from."""

    known: Records  # what could be known on the day
    progress: Progress
    histories: Mapping[str, History]
    plans: tuple[str, ...]  # whose targets the page counts
    words: Words
    mode: Mode
    link: Link

    @property
    def statuses(self) -> tuple[Status, ...]:
        """The targets of its plans."""
        return tuple(one for one in self.progress.statuses.values() if one.target.plan in self.plans)

    @property
    def beside(self) -> tuple[Status, ...]:
        """Those beside the strip: of the indicator that the data name for it, else all that were measured at all."""
        named = tuple(one for one in self.statuses if one.target.indicator == self.known.glance.indicator)
        return named or tuple(one for one in self.statuses if one.counted)

    def head(self, title: str, lead: str) -> str:
        """The head of a page whose finding counts targets of its plans."""
        return page_head(of_plans(title, self.plans, self.known, self.words), lead)


@dataclass(frozen=True, slots=True)
class PagePart:
    """A part of a page; ``make`` gives its HTML."""

    name: str
    make: Callable[[], str]


def glance_parts(page: PageData) -> Iterator[PagePart]:
    """The one-sentence verdict; the families, the milestones and, where something was measured, who counts what."""
    known, words, day = page.known, page.words, page.progress.known_on

    def sentence() -> str:
        return verdict_sentence(
            words.overview(page.statuses, known, known_on=day, plans=page.plans), page.link
        )

    def milestones() -> str:
        turned = {name: past.turned for name, past in page.histories.items()}
        views = family_views(known, page.statuses, day, page.plans)
        families = family_rows(views, known, words, page.mode, page.link, turned=turned)
        strip = milestone_strip(
            page.statuses,
            known,
            words,
            page.mode,
            known_on=day,
            link=page.link,
            plans=page.plans,
            turned=turned,
        )
        if not page.beside:
            return families + strip
        bullets = bullet_rows(
            page.beside, known, words, page.mode, page.link, turned=turned, path=page.progress.path
        )
        return families + columns(strip, bullets, "glance")

    yield PagePart("sentence", sentence)
    yield PagePart("milestones", milestones)


def changes_parts(page: PageData, found: Changes, why: Why | None, *, of_a_plan: bool) -> Iterator[PagePart]:
    """What changed between two days.

    Args:
        page: of the later day.
        found: the comparison.
        why: for which reason it begins where it does; None: somebody chose that.
        of_a_plan: whether it is cut to some of the plans.
    """
    known, words, link, colours = page.known, page.words, page.link, page.mode

    def body() -> str:
        past = (one for one in page.histories.values() if one.target.plan in page.plans)
        parts = [
            headline_changes(found, known, words, colours, link)
            if found.compared and not found.is_empty
            else "",
            reading_changes(found, known, words, colours, link),
            revision_table(found, known, words, link),
            new_figures(found, known, words, link),
            made_public(found, words, link, of_a_plan=of_a_plan),
            flip_log(past, known, words, colours, link, known_on=page.progress.known_on),
        ]
        return "".join(parts)

    yield PagePart("head", lambda: page.head(changes_title(found, words), changes_lead(found, words, why)))
    yield PagePart("body", body)


def method_parts(page: PageData) -> Iterator[PagePart]:
    """Every rule, and a real example of the day beside it; the figures of the chosen plans come first."""
    words = page.words
    picked = examples(page.known, page.progress, page.plans)
    drawn = method_rules(picked, page.known, words, page.mode, page.link)

    def head() -> str:
        live = words.say("method.live", day=words.day(page.progress.known_on))
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
        return rules_told(page.words, page.link) + foils

    day = page.progress.known_on
    yield PagePart("head", lambda: page.head(*rules_title(rows, day, page.words)))
    yield PagePart("matrix", matrix)
    yield PagePart("told", told)
