"""The charts of the file: every figure once, for light and for dark.

In: the same chart drawn for both modes. Out: one line of JSON each. Where the modes differ stands
``{"~": [light, dark]}``, so that what is drawn in the file is exactly what the page draws. What all figures
share, the template, is the first line.
"""

import json
from dataclasses import dataclass, field
from typing import Any

import plotly.graph_objects as go

from metrics.figures.chart import Chart
from metrics.figures.palette import Mode
from metrics.figures.template import config, template

#: The key under which the two modes stand; no figure has it.
BOTH = "~"

MODES: tuple[Mode, Mode] = ("light", "dark")


def both(light: Any, dark: Any) -> Any:
    """Two documents as one.

    >>> both({"a": 1, "c": ["#000", 2]}, {"a": 1, "c": ["#FFF", 2]})
    {'a': 1, 'c': [{'~': ['#000', '#FFF']}, 2]}
    """
    if light == dark:
        return light
    if isinstance(light, dict) and isinstance(dark, dict) and light.keys() == dark.keys():
        return {key: both(value, dark[key]) for key, value in light.items()}
    if isinstance(light, list) and isinstance(dark, list) and len(light) == len(dark):
        return [both(*pair) for pair in zip(light, dark, strict=True)]
    return {BOTH: [light, dark]}


def one_of(document: Any, mode: Mode) -> Any:
    """The document of a mode back again, as the script of the file reads it.

    >>> one_of({"a": 1, "c": [{"~": ["#000", "#FFF"]}, 2]}, "dark")
    {'a': 1, 'c': ['#FFF', 2]}
    """
    if isinstance(document, dict):
        if BOTH in document:
            return document[BOTH][mode == "dark"]
        return {key: one_of(value, mode) for key, value in document.items()}
    if isinstance(document, list):
        return [one_of(value, mode) for value in document]
    return document


@dataclass
class Charts:
    """The figures met so far, each as one line."""

    language: str
    lines: list[str] = field(default_factory=list)

    def add(self, light: Chart, dark: Chart) -> int:
        """Keep a chart; gives its number."""
        self.lines.append(_line(both(_bare(light), _bare(dark))))
        return len(self.lines)

    def text(self) -> str:
        """All of them; the first line holds the templates and what plotly may do."""
        light, dark = (json.loads(go.Figure(layout={"template": template(mode)}).to_json()) for mode in MODES)
        shared = {
            "template": both(light["layout"]["template"], dark["layout"]["template"]),
            "config": config(self.language),
        }
        return "\n".join([_line(shared), *self.lines])


def _bare(chart: Chart) -> Any:
    """The figure without its template, which all of a mode share."""
    figure = json.loads(chart.figure.to_json())
    figure["layout"].pop("template", None)
    return figure


def _line(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
