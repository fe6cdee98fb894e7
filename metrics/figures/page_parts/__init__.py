"""What a page says: its parts in their order, made once for the dashboard, frames, the offline file and pictures.

In: what is known and found on a day, whose plans, in which language and colours, and where links lead. Out: parts with
a name each, HTML or a chart. The dashboard puts its controls between parts, the offline file has its own links and no
controls; what is said, and of what, is decided here alone. ``page`` is what they are made from.
"""

from collections.abc import Iterator

from metrics.figures.blocks import deliverable_panel, rating_section
from metrics.figures.page_parts.changes import changes_parts
from metrics.figures.page_parts.glance import bullets_svg, glance_parts
from metrics.figures.page_parts.goal import goal_parts
from metrics.figures.page_parts.indicator import indicator_parts
from metrics.figures.page_parts.indicator_choice import Named, choose_indicator
from metrics.figures.page_parts.lists import claims_parts, coverage_parts, sources_parts, targets_parts
from metrics.figures.page_parts.page import ChartPart, PageData, PagePart, Part
from metrics.figures.page_parts.rules import method_parts, rules_parts
from metrics.figures.page_parts.target import target_parts
from metrics.figures.page_parts.timeline import TimelineView, timeline_parts
from metrics.progress import deliveries, own_ratings

__all__ = [
    "ChartPart",
    "Named",
    "PageData",
    "PagePart",
    "Part",
    "TimelineView",
    "bullets_svg",
    "changes_parts",
    "charts_about",
    "choose_indicator",
    "claims_parts",
    "coverage_parts",
    "glance_parts",
    "goal_parts",
    "indicator_parts",
    "method_parts",
    "promise_parts",
    "rules_parts",
    "sources_parts",
    "target_parts",
    "targets_parts",
    "timeline_parts",
]


def promise_parts(page: PageData, promise: str, *, also: str = "", leads: bool = True) -> Iterator[Part]:
    """The page of a target, a goal or a deliverable; the arguments are those of :func:`target_parts`.

    The body's own rating of it stands last, where there is one.
    """
    known, words, day = page.known, page.words, page.day
    if promise in page.progress.statuses:
        yield from target_parts(page, page.progress.statuses[promise], also=also, leads=leads)
    elif promise in known.goals:
        yield from goal_parts(page, known.goals[promise])
    else:
        siblings = deliveries(known, (known.deliverables[promise].plan,), day)
        found = next(one for one in siblings if one.deliverable.id == promise)
        yield PagePart("head", lambda: deliverable_panel(found, siblings, known, words, page.link))
    if own_ratings(known, promise, day):
        yield PagePart("rating", lambda: rating_section(promise, known, words, page.link, known_on=day))


def charts_about(page: PageData, about: str, **asked: str) -> Iterator[ChartPart]:
    """The charts of the page of a target, a goal or an indicator, as it is before a reader has chosen anything else."""
    if about in page.known.indicators:
        choice = choose_indicator(page.known, page.day, Named(indicator=about, **asked))
        parts = indicator_parts(page, choice)
    else:
        parts = promise_parts(page, about)
    return (one for one in parts if isinstance(one, ChartPart))
