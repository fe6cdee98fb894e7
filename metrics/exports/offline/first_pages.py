"""The pages at a glance, of the timeline and of all targets, as on the dashboard."""

from collections.abc import Iterator
from functools import partial

from metrics.exports.offline.addresses import NOWHERE
from metrics.exports.offline.shown import PageContext
from metrics.figures.blocks import chart_foot, folded_table
from metrics.figures.bullet_picture import bullet_chart
from metrics.figures.page_parts import PagePart, Part, glance_parts, targets_parts, timeline_parts
from metrics.figures.page_parts.timeline import entries_list
from metrics.progress import delivery


def glance(shown: PageContext) -> Iterator[Part]:
    """The one-sentence verdict, the milestones, and who counts what."""
    plans = shown.first_plans
    # A count leads to the targets that it counts: those of the plans of this page.
    link = partial(shown.link, plan=",".join(plans) if set(plans) < set(shown.plans) else None)
    page = shown.page(plans, link)
    yield from glance_parts(page)
    if page.beside:
        chart = bullet_chart(page.beside, shown.known, shown.words)
        foot = chart_foot(chart) + folded_table(chart.table, shown.words, chart.title, shown.link)
        yield PagePart("foot", lambda: foot)


def timeline(shown: PageContext) -> Iterator[Part]:
    """Everything on one axis, and the table of all of it."""
    page = shown.page(shown.plans)
    yield from timeline_parts(page, shown.timeline)
    if shown.entries:
        n = len(shown.entries)
        link = partial(_entry, shown)
        yield PagePart("list", lambda: entries_list(page, shown.timeline_scene, shown.entries, link, (n, n)))


def _entry(shown: PageContext, page: str, /, **given: str | None) -> str:
    """Where an entry leads: what it is about; the entry itself is where other pages' links lead."""
    if page != "timeline":
        return shown.link(page, **given)
    item = given.get("item") or ""
    if item in shown.known.observations:
        return shown.link("indicators", indicator=shown.known.observations[item].indicator)
    return shown.link("targets") if item in shown.known.plans else NOWHERE


def targets(shown: PageContext) -> Iterator[Part]:
    """Every promise of every plan, and where it stands."""
    return targets_parts(
        shown.page(shown.plans),
        shown.statuses,
        shown.goals,
        of=len(shown.statuses),
        deliverables=[delivery(shown.known, one, shown.known_on) for one in shown.deliverables],
    )
