"""A chart on a page: head, picture, source line, table and downloads, always together.

The three sizes of its picture take longer to lay out than the page itself. They and the data are made when the reader
comes near the buttons, and then saved without the server.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial
from html import escape
from importlib.resources import files
from typing import Any, TypeVar

import plotly.graph_objects as go
import streamlit as st

from metrics.app.form import Form
from metrics.app.frame import Here
from metrics.app.plot import plot
from metrics.exports.csv_rows import csv_table
from metrics.exports.file_name import file_name
from metrics.figures.blocks import chart_foot, chart_head, data_table
from metrics.figures.chart import Chart, Panels, Table
from metrics.figures.cited import for_paper
from metrics.figures.frame import BEYOND
from metrics.figures.indicator.multiples import WIDTH as PANEL
from metrics.figures.palette import FONT, PALETTES
from metrics.figures.picture import SIZES, Draw, picture, spec

SIDES = 40  # px of the window beside such a box


@lru_cache(maxsize=1)
def _pictures() -> Any:
    folder = files("metrics.app")
    return st.components.v2.component(
        "milepost_picture",
        html='<div class="b">\n<button type="button" name="csv"></button><select></select><button type="button" name="svg"></button>'
        '<button type="button" name="png"></button><output></output></div>\n',
        css=folder.joinpath("picture.css").read_text(encoding="utf-8"),
        js=files("metrics.figures").joinpath("picture.js").read_text(encoding="utf-8")
        + folder.joinpath("picture.js").read_text(encoding="utf-8"),
    )


Shown = TypeVar("Shown", Chart, Panels)

#: Makes what the browser needs to write a picture in each size.
Specs = Callable[[], Mapping[str, Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class Anew:
    """How the chart of a page is drawn at another size: the page, the draughtsman, and what tells the chart apart."""

    page: str
    draw: Draw
    parts: tuple[object, ...]

    def specs(self, told: Chart | Panels, now: Here) -> dict[str, dict[str, Any]]:
        """What the browser needs to write the picture in each size, without the server."""

        def made() -> dict[str, dict[str, Any]]:
            address = now.address_on_pictures(self.page)
            found: dict[str, dict[str, Any]] = {}
            for name, size in SIZES.items():
                shown = for_paper(told, now.known, now.words) if name == "column" else told
                figure = picture(shown, self.draw, size, now.mode, address=address)
                found[name] = spec(figure, size, now.mode, address)
            return found

        return now.keep(made, "pictures", told.id, tuple(now.address.given.items()), *self.parts)


def named(chart: Shown, now: Here) -> Shown:
    """The chart with the name of the data in its source line, where they are not those that come with Milepost."""
    if now.data_name is None:
        return chart
    source = now.words.say("choice.source", data=now.data_name, source=chart.source)
    return replace(chart, source=source)


def show_chart(
    chart: Chart,
    now: Here,
    *,
    on_pick: Callable[[str], None] | None = None,
    level: int = 2,
    over: str = "",
    table: bool = True,
    anew: Anew | None = None,
) -> None:
    """Draw a chart with everything that belongs to it.

    ``on_pick`` gets the id of a mark that is clicked on. ``over`` is HTML laid over the picture; ``table`` is off where
    the page itself has a table of the same data.
    """
    chart = named(chart, now)
    block = f"chart-{chart.id}"
    with st.container(key=block, gap="small"):
        st.html(chart_head(chart, level=level, mode=now.mode))
        with st.container(key=f"scroll-{chart.id}", gap=None):
            # On a narrow screen the chart scrolls in its box: this says so, and gives the keyboard a place there.
            sideways = escape(now.words.say("page.chart.sideways"))
            st.html(
                f'<p class="mp-sideways" tabindex="0">{sideways}</p>'
                + (over or _opens_at(chart))  # what lies over the chart says by itself where the box opens
                + _fit(chart.id, chart.figure, now.form.width, now)
            )
            plot(chart, now.view.language, now.form.width, on_pick)
        chart_end(chart, now, block, partial(anew.specs, chart, now) if anew else None, table=table)


def _opens_at(chart: Chart) -> str:
    """Where a box opens that is narrower than its chart: at a day, or at the end of an axis of values, where the
    marks stand, and a little of what comes after it.
    """
    layout = chart.figure.layout
    ends, share = layout.xaxis.range, 1.0
    if not ends:
        return ""
    if isinstance(ends[0], str):
        first, last = (date.fromisoformat(one) for one in ends)
        known_on = chart.plot.known_on if chart.plot else None
        share = ((chart.opens or known_on or last) - first) / (last - first)
    left, right = layout.margin.l, layout.margin.r
    shown = f"{left + BEYOND}px + (100% - {left + right}px) * {share:.3f}"  # up to here
    return f'<i class="mp-opens" aria-hidden="true" style="left:max(0px, {shown} - 100vw + {SIDES}px)"></i>'


def show_panels(panels: Panels, now: Here, *, level: int = 2, anew: Anew | None = None) -> None:
    """Draw small pictures on one scale, as many in a row as fit, with everything that belongs to them."""
    panels = named(panels, now)
    block = f"chart-{panels.id}"
    with st.container(key=block, gap="small"):
        st.html(chart_head(panels, level=level, mode=now.mode))
        with st.container(key=f"mp-panels-{panels.id}", gap=None):
            if now.form.width:
                st.html("".join(_fit(one.id, one.figure, PANEL, now) for one in panels.panels))
            for panel in panels.panels:
                plot(panel, now.view.language, PANEL if now.form.width else None)
        chart_end(panels, now, block, partial(anew.specs, panels, now) if anew else None)


def _fit(chart: str, figure: go.Figure, width: int | None, now: Here) -> str:
    """Where charts are scaled to what they get: the size for which this one is drawn."""
    if not now.form.width:
        return ""
    return f"<style>.st-key-plot-{chart}{{--w:{width}px;--h:{figure.layout.height}px}}</style>"


def folded_table(table: Table, now: Here, caption: str, label: str = "page.chart.table") -> str:
    """A table that is folded, as HTML; nothing where it has no rows. ``label`` counts them.

    The page script puts it into the page when it is opened.
    """
    if not table.rows:
        return ""

    def folded() -> str:
        text = escape(now.words.say(label, n=len(table.rows)))
        html = data_table(table, now.words, caption, now.view.href)
        content = html if now.form is Form.PAPER else f"<template>{html}</template>"
        return f'<details class="mp-fold"><summary>{text}</summary>{content}</details>'

    return now.keep(folded, "folded", hash(table), caption, label)


def chart_end(
    chart: Chart | Panels, now: Here, block: str, specs: Specs | None = None, *, table: bool = True
) -> None:
    """What stands below a chart: source line, table, and what can be taken away.

    Args:
        chart: which one, with its name of the data.
        now: the view.
        block: key of the container with its plots.
        specs: makes its picture in each size; without them it is taken as it stands on the page.
        table: whether its table stands here.
    """
    alone = now.form is Form.FRAME
    st.html(
        chart_foot(chart, mode=now.mode)
        + (folded_table(chart.table, now, chart.title) if table and not alone else "")
    )
    if not alone:
        _take_away(chart, now, block, specs)


@st.fragment
def _take_away(chart: Chart | Panels, now: Here, block: str, specs: Specs | None) -> None:
    """The buttons: data as CSV, picture as SVG and PNG. A fragment: when the browser asks for them, the rest of the page stays as it is."""
    words, palette, key = now.words, PALETTES[now.mode], f"picture-{chart.id}"
    asked = (st.session_state.get(key) or {}).get("ask")
    _pictures()(
        key=key,
        width="content",
        data={
            "block": block,
            "name": file_name(chart.id, now.view.known_on, "csv").removesuffix(".csv"),
            "title": chart.title,
            "subtitle": chart.subtitle,
            "source": chart.source,
            "ink": palette.ink,
            "note": palette.ink_3,
            "paper": palette.paper,
            "font": FONT,
            "anew": specs is not None,
            "files": {
                "csv": csv_table(chart.table, now.view.known_on).decode(),
                "pictures": dict(specs()) if specs else None,
            }
            if asked
            else None,
            "sizes": [[name, words.say(f"page.chart.size.{name}")] for name in SIZES],
            "labels": {
                "csv": words.say("page.chart.csv"),
                "svg": words.say("page.chart.svg"),
                "png": words.say("page.chart.png"),
                "size": words.say("page.chart.size.label"),
                "making": words.say("page.chart.size.making"),
                "failed": words.say("page.chart.picture_failed"),
            },
        },
        on_ask_change=lambda: None,
    )
