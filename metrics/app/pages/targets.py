"""Targets: every promise of every plan, and where it stands."""

import streamlit as st

from metrics.app.controls import narrow
from metrics.app.folds import filled_on_opening
from metrics.app.frame import here, notes
from metrics.app.tabs import with_tabs
from metrics.figures.blocks import footer
from metrics.figures.page_parts import targets_parts
from metrics.figures.palette import STATUS_TOKEN
from metrics.progress import deliveries
from metrics.progress.families import families_of
from metrics.progress.result import Verdict
from metrics.words import StatusGroup

STATUS, YEAR, SHOW, FAMILY = "status", "year", "show", "family"
KINDS = ("targets", "goals")

now = here()
view, words, held = now.view, now.words, now.known

delivered = now.keep(lambda: deliveries(held, view.plans, view.known_on), "deliveries")
kinds = (*KINDS, *(["deliverables"] if delivered else []))
statuses = [one for one in now.progress.statuses.values() if one.target.plan in view.plans]
goals = [one for one in held.goals.values() if one.plan in view.plans]
years = sorted(
    {str(one.target.due.year) for one in statuses}
    | {str(one.due.year) for one in [*goals, *(d.deliverable for d in delivered)]}
)
verdicts = {one.headline.verdict for one in statuses}
asked = now.address.given.get(STATUS, "")
several = now.address.choices(STATUS, Verdict) if "," in asked else ()
status = ",".join(several) or (None if "," in asked else now.address.choice(STATUS, [*StatusGroup, *Verdict]))
wanted = several or ((status,) if status else ())
year = now.address.choice(YEAR, years)
show = now.address.choice(SHOW, kinds)
of = {one.target.id: families_of(held, one.target) for one in statuses}
of |= {one.id: families_of(held, one) for one in goals}
families = [one for one in held.families if any(one in some for some in of.values())]
family = now.address.choice(FAMILY, families)

shown = [
    one
    for one in statuses
    if show in (None, "targets")
    and (not wanted or {one.headline.verdict, STATUS_TOKEN[one.headline.verdict]}.intersection(wanted))
    and (not year or str(one.target.due.year) == year)
    and (not family or family in of[one.target.id])
]
shown_goals = [
    one
    for one in goals
    if show in (None, "goals")
    and (not status or show == "goals")
    and (not year or str(one.due.year) == year)
    and (not family or family in of[one.id])
]

shown_deliveries = [
    one
    for one in delivered
    if show in (None, "deliverables")
    and (not status or show)
    and (not year or str(one.deliverable.due.year) == year)
    and not family
]

of_goals = len(goals) if show == "goals" else None
head, *lists = targets_parts(
    now.page,
    shown,
    shown_goals,
    of=len(statuses),
    of_goals=of_goals,
    deliverables=shown_deliveries,
    of_deliverables=len(delivered) if show == "deliverables" else None,
)
top = with_tabs("targets", head.make(), now)
notes(now)
st.html(top)
with st.container(key="mp-filters", horizontal=True, gap="small", vertical_alignment="bottom"):
    everything = words.say("page.targets.all")
    occurring = [one for one in Verdict if one in verdicts]
    narrow(
        STATUS,
        words.say("page.targets.status"),
        occurring if not status or status in occurring else [*occurring, status],
        status,
        name=lambda one: (
            words.say(f"page.targets.group.{one}")
            if one in list(StatusGroup)
            else words.listing(words.verdict(Verdict(part)) for part in one.split(","))
        ),
        every=everything,
        width=240,
    )
    narrow(
        SHOW,
        words.say("page.targets.show"),
        kinds,
        show,
        name=lambda one: words.say(f"page.targets.show_{one}"),
        every=everything,
        width=220,
    )
    narrow(YEAR, words.say("page.targets.year"), years, year, name=str, every=everything, width=160)
    narrow(
        FAMILY,
        words.say("page.indicators.family"),
        families,
        family,
        name=lambda one: words.text(held.families[one].label),
        every=everything,
        width=200,
    )
for part in lists:
    st.html(filled_on_opening(now.keep(part.make, part.name, status, year, show, family), now.form))
st.html(footer(now.known, words, known_on=view.known_on, link=view.href))
