"""One thing alone, in a frame of another page: a target with its chart, or one chart of a page.

In: the page, and ``only=<id of a chart>`` of the address. Out: the thing with its source line, its known-on day and a
link to the whole page. A page that has no chart is shown whole, without its controls.
"""

from collections.abc import Callable, Iterable
from functools import partial
from html import escape

import streamlit as st

from metrics.app import comparison
from metrics.app.chart_block import named, show_chart
from metrics.app.form import ONLY
from metrics.app.frame import Here, here, notes
from metrics.app.indicator_controls import chosen_indicator
from metrics.app.parts import show_part
from metrics.app.take_away import CurrentView
from metrics.app.timeline_choice import choose
from metrics.figures.blocks import alone_foot, alone_head, bullet_rows, chart_foot
from metrics.figures.blocks.status import shown as status_shown
from metrics.figures.bullet_picture import bullet_chart
from metrics.figures.page_parts import ChartPart, Part, indicator_parts, promise_parts, timeline_parts

#: The pages that have a chart to show alone.
WITH_CHARTS = ("glance", "timeline", "target", "indicators")


def draw_alone(page: str, run: Callable[[], None]) -> None:
    """Draw what the address asks for; ``run`` draws the whole page."""
    now = here()
    if page not in WITH_CHARTS:
        run()
        now = here()
    taken = CurrentView(page, now.address.given, now.view, now.known, now.progress, now.words, now.data_name)
    if page == "glance" and not now.address.given.get(ONLY):
        _bullets(now)
    elif page in WITH_CHARTS:
        _charts(page, now, taken)
    st.html(alone_foot(now.words, href=taken.href(now.view), known_on=now.view.known_on))


def _charts(page: str, now: Here, taken: CurrentView) -> None:
    """The charts of a page, or the one that is asked for."""
    if page == "target":
        now.address.choice("target", [*now.progress.statuses, *now.known.goals])
    found = _found(page, taken, now)
    asked_for = now.address.text(ONLY)
    only = asked_for if asked_for in found else None
    if asked_for and not only:
        notice = escape(now.words.say("paper.no_chart", id=asked_for))
        head = alone_head(taken.title, None, now.mode)
        st.html(f'{head}<div class="mp-notice" role="status"><p>{notice}</p></div>')
        return
    notes(now)
    headed = page == "target" and not only and taken.promise
    if headed or not found:
        status = now.progress.statuses.get(taken.promise or "")
        st.html(alone_head(taken.title, status_shown(status, now.words) if status else None, now.mode))
    shown = [only] if only else list(found)[:1] if page == "indicators" else list(found)
    for n, one in enumerate(shown):
        found[one](1 if n == 0 and not headed else 2)


def _found(page: str, taken: CurrentView, now: Here) -> dict[str, Callable[[int], None]]:
    """What draws each chart of a page under a heading of some level, by its id."""
    if page == "glance":
        beside = now.page.beside
        return {bullet_chart(beside, now.known, now.words).id: lambda _: _bullets(now)} if beside else {}
    told: tuple[object, ...] = ()
    parts: Iterable[Part] = ()
    more: dict[str, Callable[[int], None]] = {}
    if page == "timeline":
        view, _ = choose(now)
        parts, told = timeline_parts(now.page, view), (view,)
    elif page == "indicators":
        choice = chosen_indicator(now)
        parts, told = indicator_parts(now.page, choice), choice.told_apart
        plans = comparison.plans_of(choice.indicator.id, now)
        if pair := comparison.chosen(plans, now):
            compared = comparison.chart(comparison.comparison(choice.indicator.id, pair, now), now)
            more[compared.id] = lambda level: show_chart(compared, now, level=level)
    elif taken.promise:
        parts, told = promise_parts(now.page, taken.promise), (taken.promise,)
    charts = (one for one in parts if isinstance(one, ChartPart))
    return {one.name: partial(_show, one, now, page, told) for one in charts} | more


def _show(part: ChartPart, now: Here, page: str, told: tuple[object, ...], level: int) -> None:
    show_part(part, now, page, *told, level=level)


def _bullets(now: Here) -> None:
    """Who counts what, as on the first page."""
    beside = now.page.beside
    if not beside:
        st.html(alone_head(now.words.say("page.glance.title"), None, now.mode))
    else:
        st.html(bullet_rows(beside, now.known, now.words, now.mode, now.view.href, level=1))
        st.html(chart_foot(named(bullet_chart(beside, now.known, now.words), now)))
