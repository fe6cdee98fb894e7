"""A chart on a page: head, picture, source line, table and downloads, always together.

The three sizes of its picture take longer to lay out than the page itself. They are made when the reader comes near the
buttons, and then saved without the server.
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
from metrics.exports.csv_rows import csv_table
from metrics.exports.file_name import file_name
from metrics.figures.blocks import chart_foot, chart_head, data_table
from metrics.figures.chart import Chart, Panels, Table
from metrics.figures.cited import for_paper
from metrics.figures.frame import BEYOND
from metrics.figures.indicator.multiples import WIDTH as PANEL
from metrics.figures.old_drawing import KNOWN_ON, WIDE_ONLY
from metrics.figures.palette import FONT, PALETTES
from metrics.figures.picture import SIZES, Draw, picture, spec
from metrics.figures.plot import Plot
from metrics.figures.template import config

NARROW = 1279  # px: below a page of 1280 labels no longer stand apart by themselves
SIDES = 40  # px of the window beside such a box


@lru_cache(maxsize=1)
def _pictures() -> Any:
    folder = files("metrics.app")
    return st.components.v2.component(
        "milepost_picture",
        html='<div class="b">\n<select></select><button type="button" name="svg"></button>'
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
    on_select: Callable[[], None] | None = None,
    level: int = 2,
    over: str = "",
    table: bool = True,
    anew: Anew | None = None,
) -> None:
    """Draw a chart with everything that belongs to it.

    With ``on_select`` the chosen points stand in ``st.session_state["plot-<chart id>"]``. ``over`` is HTML laid
    over the picture; ``table`` is off where the page itself has a table of the same data.
    """
    chart = named(chart, now)
    block = f"chart-{chart.id}"
    with st.container(key=block, gap="small"):
        st.html(chart_head(chart, level=level, mode=now.mode))
        with st.container(key=f"scroll-{chart.id}", gap=None):
            # On a narrow screen the chart scrolls in its box: this says so, and gives the keyboard a place there.
            sideways = escape(now.words.say("page.chart.sideways"))
            st.html(f'<p class="mp-sideways" tabindex="0">{sideways}</p>')
            options: dict[str, Any] = (
                {"on_select": on_select, "selection_mode": "points"} if on_select else {}
            )
            if over:
                st.html(over)  # which says by itself where the box opens
            elif opens := _opens_at(chart):
                st.html(opens)
            _fit(chart.id, chart.figure, now.form.width, now)
            if narrow := _narrow(chart):
                st.html(narrow)
            st.plotly_chart(
                chart.figure,
                theme=None,
                key=f"plot-{chart.id}",
                config=config(now.view.language),
                alt=chart.alt,
                width=now.form.width or "stretch",
                **options,
            )
        st.html(chart_foot(chart))
        if now.form is Form.FRAME:
            return
        take_away(chart, now, block, partial(anew.specs, chart, now) if anew else None)
        if table:
            show_table(chart.table, now, chart.title)


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
        if isinstance(chart.plot, Plot):
            known_on = chart.plot.known_on or last
        else:
            line = next((one.x0 for one in layout.shapes if one.name == KNOWN_ON), ends[1])
            known_on = date.fromisoformat(line)
        share = ((chart.opens or known_on) - first) / (last - first)
    left, right = layout.margin.l, layout.margin.r
    shown = f"{left + BEYOND}px + (100% - {left + right}px) * {share:.3f}"  # up to here
    return f'<i class="mp-opens" aria-hidden="true" style="left:max(0px, {shown} - 100vw + {SIDES}px)"></i>'


def _narrow(chart: Chart) -> str:
    """Where the screen is narrower than the labels were placed for, those that would touch another give way."""
    hidden = [at for at, one in enumerate(chart.figure.layout.annotations) if one.name == WIDE_ONLY]
    if not hidden:
        return ""
    chosen = ",".join(f'.annotation[data-index="{at}"]' for at in hidden)
    return (
        f"<style>@media screen and (max-width:{NARROW}px)"
        f"{{.st-key-plot-{chart.id} :is({chosen}){{display:none}}}}</style>"
    )


def show_panels(panels: Panels, now: Here, *, level: int = 2, anew: Anew | None = None) -> None:
    """Draw small pictures on one scale, as many in a row as fit, with everything that belongs to them."""
    panels = named(panels, now)
    block = f"chart-{panels.id}"
    with st.container(key=block, gap="small"):
        st.html(chart_head(panels, level=level, mode=now.mode))
        with st.container(key=f"mp-panels-{panels.id}", gap=None):
            for panel in panels.panels:
                _fit(panel.id, panel.figure, PANEL, now)
                st.plotly_chart(
                    panel.figure,
                    theme=None,
                    key=f"plot-{panel.id}",
                    config=config(now.view.language),
                    alt=panel.alt,
                    width=PANEL if now.form.width else "stretch",
                )
        st.html(chart_foot(panels))
        if now.form is Form.FRAME:
            return
        take_away(panels, now, block, partial(anew.specs, panels, now) if anew else None)
        show_table(panels.table, now, panels.title)


def _fit(chart: str, figure: go.Figure, width: int | None, now: Here) -> None:
    """Where charts are scaled to what they get: the size for which this one is drawn."""
    if now.form.width:
        st.html(f"<style>.st-key-plot-{chart}{{--w:{width}px;--h:{figure.layout.height}px}}</style>")


def show_table(table: Table, now: Here, caption: str, label: str = "page.chart.table") -> None:
    """The data of a chart as a folded table; nothing where there are none. ``label`` counts its rows."""
    if table.rows:

        def folded() -> str:
            text = escape(now.words.say(label, n=len(table.rows)))
            html = data_table(table, now.words, caption, now.view.href)
            return f'<details class="mp-fold"><summary>{text}</summary>{html}</details>'

        st.html(now.keep(folded, "folded", hash(table), caption, label))


def take_away(chart: Chart | Panels, now: Here, block: str, specs: Specs | None = None) -> None:
    """The buttons: data as CSV, picture as SVG and PNG; without ``specs`` as it stands on the page, else in a size."""
    with st.container(key=f"take-{chart.id}", horizontal=True, gap="xsmall"):
        st.download_button(
            now.words.say("page.chart.csv"),
            data=lambda: csv_table(chart.table, now.view.known_on),
            file_name=file_name(chart.id, now.view.known_on, "csv"),
            mime="text/csv",
            key=f"csv-{chart.id}",
            on_click="ignore",
        )
        _picture_buttons(chart, now, block, specs)


@st.fragment
def _picture_buttons(chart: Chart | Panels, now: Here, block: str, specs: Specs | None) -> None:
    """A fragment: when the browser asks for the sizes, the rest of the page stays as it is."""
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
            "pictures": dict(specs()) if specs and asked else None,
            "sizes": [[name, words.say(f"page.chart.size.{name}")] for name in SIZES],
            "labels": {
                "svg": words.say("page.chart.svg"),
                "png": words.say("page.chart.png"),
                "size": words.say("page.chart.size.label"),
                "making": words.say("page.chart.size.making"),
                "failed": words.say("page.chart.picture_failed"),
            },
        },
        on_ask_change=lambda: None,
    )
