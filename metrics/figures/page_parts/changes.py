"""The parts of the page that sets two days side by side."""

from collections.abc import Iterator

from metrics.figures.blocks import (
    changed_promises,
    changes_lead,
    changes_title,
    flip_log,
    headline_changes,
    made_public,
    new_figures,
    reading_changes,
    revision_table,
)
from metrics.figures.page_parts.page import PageData, PagePart
from metrics.progress import Changes
from metrics.progress.since import Why


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
            changed_promises(found, known, words, link),
            reading_changes(found, known, words, colours, link),
            revision_table(found, known, words, link),
            new_figures(found, known, words, link),
            made_public(found, words, link, of_a_plan=of_a_plan),
            flip_log(past, known, words, colours, link, known_on=page.day),
        ]
        return "".join(parts)

    yield PagePart("head", lambda: page.head(changes_title(found, words), changes_lead(found, words, why)))
    yield PagePart("body", body)
