"""What changed: two known-on days side by side, and what made the difference."""

from datetime import date

import streamlit as st

from metrics.app.address import KNOWN_ON, Scope
from metrics.app.controls import mirror, on_change
from metrics.app.folds import filled_on_opening
from metrics.app.frame import here, notes
from metrics.app.snapshot import Snapshot
from metrics.app.tabs import with_tabs
from metrics.exports.change_rows import change_file
from metrics.exports.file_name import file_name
from metrics.figures.blocks import footer, picks
from metrics.figures.page_parts import changes_parts
from metrics.progress import Changes, changes
from metrics.progress.since import default_since, eve_of_last_flip, milestone_days
from metrics.records.period import months_before

SINCE = "since"

now = here()
view, words, held = now.view, now.words, now.known

default, why = default_since(held, view.plans, view.known_on, view.earliest)
since = now.address.day(SINCE, view.known_on, view.earliest, default, "changes.address")
histories = {name: one for name, one in now.histories.items() if one.target.plan in view.plans}


def compared(of: Snapshot) -> Changes:
    """The two days side by side."""
    every = of.histories_until(view.known_on).items()
    followed = {k: v for k, v in every if v.target.plan in view.plans}
    plans = () if view.scope is Scope.ALL else view.plans
    return changes(of.known, of.progress_on(since), of.progress, followed, plans)


found = now.keep(lambda: compared(now.shown), "changes", since)


def choose(key: str, parameter: str, value: date, latest: date, usual: date | None) -> None:
    """One of the two days; the usual one leaves the address."""
    mirror(key, value)
    st.date_input(
        words.say(f"changes.{parameter.replace('-', '_')}.label"),
        key=key,
        min_value=view.earliest,
        max_value=latest,
        format="YYYY-MM-DD",
        on_change=on_change(
            parameter, key, lambda day: None if day is None or day == usual else day.isoformat()
        ),
        width=200,
    )


def since_picks() -> list[tuple[str, str]]:
    """The days to compare with: due dates, a year earlier, the eve of the last change of a verdict."""
    offered = {day: words.day(day) for day in milestone_days(held, view.plans, view.known_on)}
    year = months_before(view.known_on, 12)
    if year >= view.earliest:
        offered[year] = words.say("changes.since.year", day=words.day(year))
    eve = eve_of_last_flip(histories.values(), view.earliest)
    if eve:
        offered[eve] = words.say("changes.since.eve", day=words.day(eve))
    return [
        (offered[day], view.href("changes", since=day.isoformat()))
        for day in sorted(offered)
        if day not in (since, view.known_on)
    ]


def known_picks() -> list[tuple[str, str]]:
    """The later days that are offered: due dates after the earlier day, and today."""
    days = [day for day in milestone_days(held, view.plans, view.known_on) if day > since]
    offered = [
        (words.day(day), view.href("changes", known_on=day.isoformat(), since=since.isoformat()))
        for day in days
    ]
    if view.known_on != view.today:
        today = words.say("changes.known_on.today", day=words.day(view.today))
        offered.append((today, view.href("changes", known_on=None, since=since.isoformat())))
    return offered


chosen = bool(now.address.given.get(SINCE))
head, body = changes_parts(now.page, found, None if chosen else why, of_a_plan=view.scope is not Scope.ALL)
top = with_tabs("changes", head.make(), now)
notes(now)
st.html(top)
with st.container(key="mp-filters", horizontal=True, gap="small", vertical_alignment="bottom"):
    choose("mp-since", SINCE, since, view.known_on, None)
    choose("mp-changes-known-on", KNOWN_ON, view.known_on, view.today, view.today)
st.html(
    picks(words.say("changes.since.picks"), since_picks())
    + picks(words.say("changes.known_on.picks"), known_picks())
)
if not found.is_empty:
    published = now.published()  # not on the click: it is made without the session
    with st.container(key="take-changes", horizontal=True, gap="xsmall"):
        st.download_button(
            words.say("page.chart.csv"),
            data=lambda: change_file(compared(published)),
            file_name=file_name(f"changes-since-{since.isoformat()}", view.known_on, "csv"),
            mime="text/csv",
            key="csv-changes",
            on_click="ignore",
        )
st.html(filled_on_opening(now.keep(body.make, "changes-body", since), now.form))
st.html(footer(now.known, words, known_on=view.known_on, link=view.href))
