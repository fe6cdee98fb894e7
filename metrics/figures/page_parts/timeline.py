"""The parts of the timeline: plans, figures and events on one axis, and the list of all of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from metrics.figures.blocks import page_head, section_head
from metrics.figures.blocks.entries_table import entries_table
from metrics.figures.blocks.environment import Link, render
from metrics.figures.chart import Chart
from metrics.figures.frame import WIDTH
from metrics.figures.page_parts.page import ChartPart, PageData, PagePart, Part
from metrics.figures.palette import Mode
from metrics.figures.timeline.chart import drawn
from metrics.figures.timeline.entries import TimelineEntry
from metrics.figures.timeline.scene import FIGURES, PLANS, TimelineScene


@dataclass(frozen=True, slots=True)
class TimelineView:
    """What of the timeline is shown."""

    plans: tuple[str, ...]
    folded: tuple[str, ...] = ()  # ids of lanes
    years: tuple[int, int] | None = None  # None: all years
    chosen: str | None = None  # id of the entry that gets a ring
    today: date | None = None  # gets a line of its own


def lane_names(page: PageData) -> dict[str, str]:
    """What each lane is called, by id."""
    words = page.words
    return {
        PLANS: words.say("chart.timeline.plans"),
        FIGURES: words.say("chart.timeline.figures"),
        **{one: words.text(category.label) for one, category in page.known.categories.items()},
    }


def timeline_scene(
    page: PageData, view: TimelineView, mode: Mode, width: int, *, exact: bool = False
) -> TimelineScene:
    """What the chart shows at a width; ``exact``: at no other."""
    known = page.known
    return TimelineScene(
        known,
        page.words,
        mode,
        known_on=page.day,
        plans=view.plans,
        categories=tuple(known.categories),
        indicator=known.glance.indicator,
        width=width,
        today=view.today,
        years=view.years,
        folded=view.folded,
        chosen=view.chosen,
        exact=exact,
    )


def timeline_parts(page: PageData, view: TimelineView) -> tuple[PagePart, Part, PagePart]:
    """The head, the chart, and the head of the list; where there is neither a plan nor an event, that there is nothing."""
    words = page.words

    def chart(mode: Mode, width: int, height: int | None) -> Chart:
        """As high as its rows, whatever is asked for."""
        return drawn(timeline_scene(page, view, mode, width, exact=height is not None))

    head = PagePart("head", lambda: page_head(words.say("page.timeline.title")))
    if page.known.plans or page.known.events:
        below = PagePart("entries", lambda: section_head(words.say("timeline.entries"), ""))
        return head, ChartPart("timeline", chart, WIDTH, table=False), below
    nothing = words.say("page.timeline.nothing", day=words.day(page.day))
    return head, PagePart("nothing", lambda: render("note", text=nothing)), PagePart("entries", str)


def entries_list(
    page: PageData,
    scene: TimelineScene,
    listed: Sequence[TimelineEntry],
    link: Link,
    counts: tuple[int, int],
    *notes: str,
    chosen: str | None = None,
) -> str:
    """The table of entries under a caption that counts them.

    Args:
        page: what is known.
        scene: the years shown.
        listed: the entries of the table.
        link: where an entry leads.
        counts: how many were found, and of how many; some may stand on other pages of the table.
        notes: what else the caption says.
        chosen: the entry whose card is open.
    """
    words, (found, every) = page.words, counts
    caption = words.say(
        "timeline.caption" if found == every else "timeline.caption_found",
        n=found,
        all=every,
        first=str(scene.years[0]),
        last=str(scene.years[1]),
        day=words.day(page.day),
    )
    about = words.say("timeline.listed", n=len(scene.measured))
    caption = words.paragraph([caption, about, *notes])
    return entries_table(listed, lane_names(page), page.known, words, link, caption=caption, chosen=chosen)
