"""The plotly template: axes, letters and hover boxes of every chart, from the palette.

In: the mode. Out: one template per mode and one configuration for the page. Paper and plot stay
transparent, so that the same figure stands on a page, on a slide and in a file.
"""

from functools import lru_cache
from typing import Any

import plotly.graph_objects as go

from metrics.figures.palette import FONT, PALETTES, Mode
from metrics.figures.typesetting import NOTE, SIZE

CLEAR = "rgba(0,0,0,0)"


@lru_cache(maxsize=2)
def template(mode: Mode) -> go.layout.Template:
    """The template of a mode; ask for a copy before changing anything in it."""
    palette = PALETTES[mode]
    axis = {
        "automargin": False,
        "gridcolor": palette.rule,
        "gridwidth": 1,
        "linecolor": palette.edge,
        "linewidth": 1,
        "tickcolor": palette.edge,
        "tickfont": {"color": palette.ink_3, "size": NOTE},
        "title": {"font": {"color": palette.ink_3, "size": NOTE}, "standoff": 8},
        "zeroline": False,
    }
    return go.layout.Template(
        layout={
            "annotationdefaults": {
                "borderpad": 0,
                "font": {"color": palette.ink_2, "size": SIZE},
                "showarrow": False,
            },
            "colorway": [palette.gov, palette.other, palette.gov_2],
            "dragmode": False,
            "font": {"color": palette.ink_2, "family": FONT, "size": SIZE},
            "hoverlabel": {
                "align": "left",
                "bgcolor": palette.field,
                "bordercolor": palette.edge,
                "font": {"color": palette.ink_2, "family": FONT, "size": 14},
            },
            "hovermode": "closest",
            "modebar": {"activecolor": palette.focus, "bgcolor": CLEAR, "color": palette.ink_3},
            "paper_bgcolor": CLEAR,
            "plot_bgcolor": CLEAR,
            "separators": ".,",
            "showlegend": False,
            "xaxis": {**axis, "fixedrange": True, "showgrid": False, "showline": True, "ticks": "outside"},
            "yaxis": {
                **axis,
                "fixedrange": True,
                "rangemode": "tozero",
                "showgrid": True,
                "ticklabelstandoff": 4,
                "ticks": "",
            },
        }
    )


def config(language: str = "en") -> dict[str, Any]:
    """What plotly may do on the page: follow its width; no mode bar, no logo, nothing sent anywhere."""
    return {
        "displayModeBar": False,
        "displaylogo": False,
        "doubleClick": "reset",
        "locale": "zh-CN" if language == "zh" else "en",
        "modeBarButtonsToRemove": ["sendDataToCloud"],
        "plotlyServerURL": "",
        "responsive": True,
        "scrollZoom": False,
        "showEditInChartStudio": False,
        "showLink": False,
        "showSendToCloud": False,
        "showTips": False,
        "typesetMath": False,  # two dollar signs in a sentence are money
    }


def mixed(colour: str, ground: str, share: float) -> str:
    """``share`` of ``colour`` over ``ground`` as one opaque colour.

    >>> mixed("#000000", "#FFFFFF", 0.25)
    '#BFBFBF'
    """
    parts = (
        round(share * int(colour[i : i + 2], 16) + (1 - share) * int(ground[i : i + 2], 16))
        for i in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02X}" for part in parts)


def faded(colour: str, opacity: float) -> str:
    """The colour with an opacity.

    >>> faded("#12436D", 0.5)
    'rgba(18,67,109,0.5)'
    """
    return f"rgba({int(colour[1:3], 16)},{int(colour[3:5], 16)},{int(colour[5:7], 16)},{opacity:g})"
