"""The pages at a glance, of the timeline and of all targets, as on the dashboard."""

from collections.abc import Iterator, Mapping
from functools import partial

from metrics.exports.offline.addresses import NOWHERE
from metrics.exports.offline.page import Part, Picture
from metrics.exports.offline.shown import PageContext
from metrics.figures.blocks import chart_foot, folded_table, page_head, section_head
from metrics.figures.blocks.entries_table import entries_table
from metrics.figures.blocks.environment import render
from metrics.figures.bullet_picture import bullet_chart
from metrics.figures.frame import WIDTH
from metrics.figures.page_parts import glance_parts, targets_parts
from metrics.figures.timeline.chart import drawn


def glance(shown: PageContext) -> Iterator[Part]:
    """The one-sentence verdict, the milestones, and who counts what."""
    plans = shown.first_plans
    # A count leads to the targets that it counts: those of the plans of this page.
    link = partial(shown.link, plan=",".join(plans) if set(plans) < set(shown.plans) else None)
    page = shown.page(plans, link)
    yield from (one.make() for one in glance_parts(page))
    if page.beside:
        chart = bullet_chart(page.beside, shown.known, shown.words)
        yield chart_foot(chart) + folded_table(chart.table, shown.words, chart.title, shown.link)


def timeline(shown: PageContext) -> Iterator[Part]:
    """Everything on one axis, and the table of all of it."""
    known, words = shown.known, shown.words
    yield page_head(words.say("page.timeline.title"))
    if not shown.entries:
        yield render("note", text=words.say("page.timeline.nothing", day=words.day(shown.known_on)))
        return
    scene = shown.timeline("light")
    yield Picture(lambda mode: drawn(shown.timeline(mode)), WIDTH, table=False)
    caption = words.say(
        "timeline.caption",
        n=len(shown.entries),
        all=len(shown.entries),
        first=str(scene.years[0]),
        last=str(scene.years[1]),
        day=words.day(shown.known_on),
    )
    caption = words.paragraph([caption, words.say("timeline.listed", n=len(scene.measured))])
    yield section_head(words.say("timeline.entries"), "")

    def thing(page: str, /, **given: str | None) -> str:
        return _thing(shown, page, given)

    yield entries_table(shown.entries, shown.lanes, known, words, thing, caption=caption)


def _thing(shown: PageContext, page: str, given: Mapping[str, str | None]) -> str:
    """Where an entry leads: what it is about; the entry itself is where other pages' links lead."""
    if page != "timeline":
        return shown.link(page, **given)
    item = given.get("item") or ""
    if item in shown.known.observations:
        return shown.link("indicators", indicator=shown.known.observations[item].indicator)
    return shown.link("targets") if item in shown.known.plans else NOWHERE


def targets(shown: PageContext) -> Iterator[Part]:
    """Every promise of every plan, and where it stands."""
    parts = targets_parts(shown.page(shown.plans), shown.statuses, shown.goals, of=len(shown.statuses))
    yield from (one.make() for one in parts)
