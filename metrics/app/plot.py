"""A plotly figure on a page: a component that stays in its place, so that a new figure changes the picture at once.

In: a figure. Out: the drawing. Streamlit's own chart mounts anew with every figure and draws it twice; this one is
drawn once, by the script that comes with the plotly package (see ``server/routes.py``).
"""

import json
from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files
from typing import Any, cast

import streamlit as st

from metrics.app.server.plotly_script import PLOTLY
from metrics.figures.chart import Chart, Panel
from metrics.figures.plot import Plot
from metrics.figures.template import config


@lru_cache(maxsize=1)
def _component() -> Any:
    return st.components.v2.component(
        "milepost_plot",
        html='<div class="mp-plot" role="img" aria-busy="true"></div>\n',
        js=files("metrics.app").joinpath("plot.js").read_text(encoding="utf-8"),
        isolate_styles=False,  # the page's own styles fit a chart to paper, frames and phones
    )


def plot(
    chart: Chart | Panel,
    language: str,
    width: int | None,
    on_pick: Callable[[str], None] | None = None,
) -> None:
    """Draw the figure of a chart.

    Args:
        chart: which one.
        language: of the page.
        width: px for which it is drawn; None: it follows its column.
        on_pick: gets the id in ``customdata`` of a mark that is clicked on.
    """
    key, drawn = f"plot-{chart.id}", cast("Plot", chart.plot)  # only the bullets of the first page have none
    about = {"alt": chart.alt, "config": config(language), "width": width, "plotly": f"./{PLOTLY}"}

    def picked() -> None:
        found = (st.session_state.get(key) or {}).get("pick")
        if on_pick and isinstance(found, str):
            on_pick(found)

    # Bytes go to the browser as they are: a dictionary would be written twice on every run.
    data = f'{json.dumps(about, ensure_ascii=False)[:-1]}, "figure": {drawn.json}}}'.encode()
    _component()(key=key, data=data, on_pick_change=picked)
