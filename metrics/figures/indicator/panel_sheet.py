"""Small multiples on one sheet: the panels of an indicator as one chart, for pictures.

In: a scene, and the size of the sheet in px. Out: a :class:`Chart` whose figure holds every panel with axes of its own,
in rows that fill the width; what a panel shows is drawn as on the page.
"""

from typing import Any

import plotly.graph_objects as go

from metrics.figures.chart import Chart
from metrics.figures.indicator.multiples import PLOT, indicator_panels, most_told
from metrics.figures.indicator.scene import IndicatorScene
from metrics.figures.template import template

LEAST, GAP, BELOW = 280, 20, 14  # px: a panel, and the air beside and below it


def panel_sheet(scene: IndicatorScene, width: int, height: int = 0) -> Chart:
    """The panels of a scene in ``width`` px; the plots grow, at most to twice their height, to fill ``height``."""
    count = max(len(most_told(scene)), 1)
    rows = -(-count // max((width + GAP) // (LEAST + GAP), 1))
    across = -(-count // rows)  # as few as these rows need: a short row leaves less of the sheet blank
    cell = (width - GAP * (across - 1)) // across
    small = indicator_panels(scene, cell, exact=True)
    around = small.panels[0].figure.layout.height - PLOT
    plot = min(max(PLOT, height // rows - around - BELOW), 2 * PLOT)
    drawn = indicator_panels(scene, cell, plot, exact=True)
    tall = plot + around + BELOW
    layout: dict[str, Any] = {"shapes": [], "annotations": []}
    traces: list[dict[str, Any]] = []
    for place, panel in enumerate(drawn.panels):
        number = "" if place == 0 else str(place + 1)
        made = panel.figure.to_plotly_json()
        margin = made["layout"]["margin"]
        left, top = place % across * (cell + GAP), place // across * tall
        over = rows * tall
        layout[f"xaxis{number}"] = {
            **made["layout"]["xaxis"],
            "anchor": f"y{number}",
            "domain": [(left + margin["l"]) / width, (left + cell - margin["r"]) / width],
        }
        layout[f"yaxis{number}"] = {
            **made["layout"]["yaxis"],
            "anchor": f"x{number}",
            "domain": [1 - (top + margin["t"] + plot) / over, 1 - (top + margin["t"]) / over],
        }
        traces += [{**trace, "xaxis": f"x{number}", "yaxis": f"y{number}"} for trace in made["data"]]
        for kind in ("shapes", "annotations"):
            layout[kind] += [_moved(one, number) for one in made["layout"].get(kind, ())]
    figure = go.Figure(
        data=traces,
        layout={
            **layout,
            "template": template(scene.mode),
            "height": rows * tall,
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        },
    )
    return Chart(
        id=drawn.id,
        plot=figure,
        title=drawn.title,
        subtitle=drawn.subtitle,
        source=drawn.source,
        alt=" ".join(panel.alt for panel in drawn.panels),
        table=drawn.table,
    )


def _moved(one: dict[str, Any], number: str) -> dict[str, Any]:
    """A shape or annotation of a panel, bound to the axes that the panel has on the sheet."""
    return {
        **one,
        **{
            f"{axis}ref": f"{axis}{number}" + (" domain" if one.get(f"{axis}ref") == "paper" else "")
            for axis in ("x", "y")
        },
    }
