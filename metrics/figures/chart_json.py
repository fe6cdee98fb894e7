"""A chart as JSON, out and in: every record under its name, with what differs from its defaults.

In: a :class:`~metrics.figures.chart.Chart` that is drawn as a plot. Out: JSON, and the same chart from it again. Days and
references stand as objects, because JSON has no form of its own for them.
"""

import json
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from typing import Any

from metrics.figures.chart import Chart, Column, Reference, Table
from metrics.figures.frame import Frame
from metrics.figures.key import KeyEntry
from metrics.figures.labels import Spot
from metrics.figures.marks import Mark
from metrics.figures.plot import Axis, Band, Line, MarkSeries, Plot, PlotText, Stroke

_RECORDS = {
    one.__name__: one
    for one in (
        *(Chart, Column, Table, KeyEntry, Plot, Frame, Axis),
        *(Band, Line, Stroke, MarkSeries, Mark, PlotText, Spot),
    )
}


def to_json(chart: Chart) -> str:
    """The chart as one line of JSON."""
    return json.dumps(_plain(chart), ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def from_json(text: str) -> Chart:
    """The chart that :func:`to_json` wrote.

    Raises:
        ValueError: the text is no JSON.
        KeyError: it names no record of a chart.
    """
    chart: Chart = _made(json.loads(text))
    return chart


def _plain(value: Any) -> Any:
    if isinstance(value, Reference):
        return {"reference": str(value), "name": value.name}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if is_dataclass(value):
        given = ((one, getattr(value, one.name)) for one in fields(value))
        own = {
            field.name: _plain(each)
            for field, each in given
            if field.default is MISSING or each != field.default
        }
        return {"record": type(value).__name__, **own}
    return value


def _made(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_made(one) for one in value)
    if not isinstance(value, dict):
        return value
    if "record" in value:
        given = {name: _made(one) for name, one in value.items() if name != "record"}
        return _RECORDS[value["record"]](**given)
    if "reference" in value:
        return Reference(value["reference"], value["name"])
    return date.fromisoformat(value["day"])
