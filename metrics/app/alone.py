"""One thing alone, in a frame of another page: a target with its chart, or one chart of a page.

In: the page, and ``only=<id of a chart>`` of the address. Out: the thing with its source line, its known-on day and a
link to the whole page. A page that has no chart is shown whole, without its controls.
"""

from collections.abc import Callable
from html import escape

import streamlit as st

from metrics.app import comparison
from metrics.app.chart_block import named, show_chart, show_panels
from metrics.app.form import ONLY
from metrics.app.frame import Here, here, notes
from metrics.app.indicator_charts import main_chart, spread_of
from metrics.app.indicator_choice import choose
from metrics.app.take_away import CurrentView
from metrics.app.timeline_chart import choose as timeline_choice
from metrics.app.timeline_chart import timeline_chart
from metrics.figures.blocks import alone_foot, alone_head, bullet_rows, chart_foot
from metrics.figures.blocks.status import shown as status_shown
from metrics.figures.bullet_picture import bullet_chart
from metrics.figures.chart import Chart, Panels
from metrics.figures.goal.chart import goal_chart
from metrics.figures.target.chart import target_chart
from metrics.progress import goal_results

#: The pages that have a chart to show alone.
WITH_CHARTS = ("glance", "timeline", "target", "indicators")


def draw_alone(page: str, run: Callable[[], None]) -> None:
    """Draw what the address asks for; ``run`` draws the whole page."""
    now = here()
    if page == "glance" and not now.address.given.get(ONLY):
        _bullets(now)
    elif page in WITH_CHARTS:
        _charts(page, now)
    else:
        run()
        now = here()
    taken = CurrentView(page, now.address.given, now.view, now.known, now.progress, now.words, now.data_name)
    st.html(alone_foot(now.words, href=taken.href(now.view), known_on=now.view.known_on))


def _charts(page: str, now: Here) -> None:
    """The charts of a page, or the one that is asked for."""
    taken = CurrentView(page, now.address.given, now.view, now.known, now.progress, now.words, now.data_name)
    if page == "target":
        now.address.choice("target", [*now.progress.statuses, *now.known.goals])
    found = {one.id: one for one in _found(page, taken, now)}
    asked_for = now.address.text(ONLY)
    only = asked_for if asked_for in found else None
    if asked_for and not only:
        notice = escape(now.words.say("paper.no_chart", id=asked_for))
        head = alone_head(taken.title, None, now.mode)
        st.html(f'{head}<div class="mp-notice" role="status"><p>{notice}</p></div>')
        return
    notes(now)
    if not found and not taken.promise:
        st.html(alone_head(taken.title, None, now.mode))
    if page == "target" and only is None and taken.promise:
        status = now.progress.statuses.get(taken.promise)
        one = status_shown(status, now.words) if status else None
        st.html(alone_head(taken.title, one, now.mode))
    level = 2 if page == "target" and only is None else 1
    for chart in [found[only]] if only else found.values():
        if isinstance(chart, Panels):
            show_panels(chart, now, level=level)
        elif page == "glance":
            _bullets(now)
        else:
            show_chart(chart, now, level=level)
        level = 2
        if page == "indicators":
            break


def _found(page: str, taken: CurrentView, now: Here) -> list[Chart | Panels]:
    words, held, view = now.words, now.known, now.view
    width = now.form.chart_width(0)
    if page == "glance":
        beside = now.page.beside
        return [bullet_chart(beside, now.known, words)] if beside else []
    if page == "timeline":
        return _timeline(now)
    if page == "indicators":
        choice = choose(now)
        spread = spread_of(choice, now)
        pair = comparison.chosen(comparison.plans_of(choice.indicator.id, now), now)
        compared = (
            [comparison.chart(comparison.comparison(choice.indicator.id, pair, now), now)] if pair else []
        )
        return [main_chart(choice, now), *([spread] if spread else []), *compared]
    status = now.progress.statuses.get(taken.promise or "")
    if status:
        return [
            now.keep(lambda: target_chart(status, held, words, now.mode, width), "target", status.target.id)
        ]
    goal = held.goals.get(taken.promise or "")
    if goal is None:
        return []
    charts = (
        goal_chart(one, held, words, now.mode, known_on=view.known_on, width=width)
        for one in goal_results(held, goal, view.known_on)
    )
    return [one for one in charts if one]


def _timeline(now: Here) -> list[Chart | Panels]:
    if not now.known.plans and not now.known.events:
        return []
    return [timeline_chart(timeline_choice(now), now)]


def _bullets(now: Here) -> None:
    """Who counts what, as on the first page."""
    beside = now.page.beside
    if not beside:
        st.html(alone_head(now.words.say("page.glance.title"), None, now.mode))
    else:
        st.html(bullet_rows(beside, now.known, now.words, now.mode, now.view.href, level=1))
        st.html(chart_foot(named(bullet_chart(beside, now.known, now.words), now)))
