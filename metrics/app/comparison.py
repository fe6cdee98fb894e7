"""The part of an indicator's page that compares two plans' targets for it.

In: the plans of the address, ``compare=plan-a,plan-b``. Out: a line that says which plans have a target for the indicator,
and, where two are chosen, both choices, one chart, one table and what differs. A plan that was published after the
known-on day is not there, and cannot be chosen.
"""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from metrics.app.chart_block import Anew, show_chart
from metrics.app.controls import mirror, put
from metrics.app.frame import Here
from metrics.figures.blocks import compare_table
from metrics.figures.blocks.environment import render
from metrics.figures.chart import Chart
from metrics.figures.frame import WIDTH
from metrics.figures.indicator.comparison import comparison_chart
from metrics.progress.comparison import Comparison, compared, offered, planned
from metrics.progress.result import Status

COMPARE = "compare"
_TWO = 2


def show_comparison(indicator: str, pair: tuple[str, str], now: Here) -> None:
    """The comparison of the pair, and the way out of it."""
    st.html(comparison_line(indicator, now, opened=True))
    _controls(plans_of(indicator, now), pair, now)
    found = comparison(indicator, pair, now)
    show_chart(
        chart(found, now), now, anew=Anew("indicators", _drawn(found, now), (COMPARE, *pair)), table=False
    )
    view = now.view

    def table() -> str:
        """What both ask for, where they stand, and what differs."""
        return compare_table(found, now.known, now.words, now.mode, view.href, known_on=view.known_on)

    st.html(now.keep(table, "compare-table", indicator, *pair))


def plans_of(indicator: str, now: Here) -> tuple[str, ...]:
    """The plans with a target for an indicator, of those published by the day."""
    every = now.keep(lambda: planned(now.progress.statuses.values()), "planned")
    return every.get(indicator, ())


def chosen(plans: Sequence[str], now: Here) -> tuple[str, str] | None:
    """The two plans of the address, in its order; None: none are compared.

    What cannot be used leaves a note, and the first of the other plans takes its place.
    """
    asked = now.address.choices(COMPARE, plans)
    given = now.address.given.get(COMPARE, "")
    if not given or len(plans) < _TWO:
        return None
    ordered = [one for one in dict.fromkeys(given.split(",")) if one in asked]
    ordered += [one for one in plans if one not in ordered]
    return ordered[0], ordered[1]


def comparison(indicator: str, pair: tuple[str, str], now: Here) -> Comparison:
    """Both plans' targets."""
    return now.keep(lambda: compared(now.progress, now.known, indicator, pair), "compared", indicator, *pair)


def chart(found: Comparison, now: Here) -> Chart:
    """The chart of it, as the page and a frame show it."""
    drawn = _drawn(found, now)
    return now.keep(
        lambda: drawn(now.form.chart_width(WIDTH), None), "compare-chart", found.indicator, *found.plans
    )


def _drawn(found: Comparison, now: Here) -> partial[Chart]:
    return partial(comparison_chart, found, now.known, now.words, now.mode, known_on=now.view.known_on)


def comparison_line(indicator: str, now: Here, *, opened: bool = False) -> str:
    """Which plans have a target for the indicator, and the way to their comparison or out of it; empty where one has."""
    words, view, plans = now.words, now.view, plans_of(indicator, now)
    if len(plans) < _TWO:
        return ""
    labels = [words.text(now.known.plans[one].label) for one in plans]
    targets = [one for one in now.known.targets.values() if one.indicator == indicator]
    link = (
        (words.say("compare.close"), view.href("indicators", indicator=indicator))
        if opened
        else (
            words.say("compare.open"),
            view.href(
                "indicators", indicator=indicator, compare=",".join(offered(plans, targets, now.known.units))
            ),
        )
    )
    return render("compare_line", text=words.say("compare.line", plans=words.listing(labels)), links=[link])


def _controls(plans: Sequence[str], pair: tuple[str, str], now: Here) -> None:
    """Which two: one that is chosen on both sides changes places."""
    words = now.words
    with st.container(key="mp-filters-compare", horizontal=True, gap="small", vertical_alignment="top"):
        for side, name in enumerate(("first", "second")):
            key = f"mp-compare-{name}"
            mirror(key, pair[side])
            st.selectbox(
                words.say(f"compare.{name}"),
                list(plans),
                format_func=lambda one: words.text(now.known.plans[one].label),
                key=key,
                on_change=partial(_changed, key, side, pair),
                width=300,
            )


def _changed(key: str, side: int, pair: tuple[str, str]) -> None:
    asked = st.session_state[key]
    other = pair[side] if asked == pair[1 - side] else pair[1 - side]
    put(COMPARE, ",".join((asked, other) if side == 0 else (other, asked)))


def also_targeted(status: Status, now: Here) -> str:
    """A line with the targets of other plans for the same indicator, and the way to the comparison with each plan."""
    words, view, target = now.words, now.view, status.target
    others = [one for one in plans_of(target.indicator, now) if one != target.plan]
    if not others:
        return ""
    links = [
        (
            words.text(now.known.plans[one].label),
            view.href("indicators", indicator=target.indicator, compare=f"{target.plan},{one}"),
        )
        for one in others
    ]
    return render("compare_line", text=words.say("compare.also"), links=links)
