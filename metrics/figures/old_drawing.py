"""The old drawing, of charts that are not yet a :class:`~metrics.figures.plot.Plot`; goes with the last of them.

In: marks, lines and words in the grammar of ``marks``, and the frame. Out: a plotly figure whose traces,
shapes and annotations stand in a fixed order.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import plotly.graph_objects as go

from metrics.figures.bars import at, open_end, range_bar
from metrics.figures.frame import Frame, moment
from metrics.figures.labels import Label, Spot
from metrics.figures.marks import PROVISIONAL, Mark
from metrics.figures.palette import PALETTES, Mode
from metrics.figures.template import mixed, template
from metrics.figures.typesetting import outlined

KNOWN_ON = "known on"  # name of the line of that day
LEADER = 18  # px from a mark to its label from which a thin line joins them


@dataclass
class OldDrawing:
    """A chart in the making: what is drawn, back to front."""

    frame: Frame
    mode: Mode
    traces: list[dict[str, Any]] = field(default_factory=list)
    shapes: list[dict[str, Any]] = field(default_factory=list)
    annotations: list[dict[str, Any]] = field(default_factory=list)

    def join(
        self,
        points: Sequence[Sequence[tuple[str, float]]],
        *,
        name: str,
        meta: dict[str, str],
        colour: str,
        dash: str | None = None,
        width: float = 2.2,
    ) -> None:
        """Lines through segments of points, with a gap between one segment and the next."""
        if not points:
            return
        x: list[str | None] = []
        y: list[float | None] = []
        for segment in points:
            if x:
                x.append(None)
                y.append(None)
            x += [across for across, _ in segment]
            y += [value for _, value in segment]
        self.traces.append(
            {
                "type": "scatter",
                "x": x,
                "y": y,
                "mode": "lines",
                "name": name,
                "meta": meta,
                "connectgaps": False,
                "hoverinfo": "skip",
                "line": {"color": colour, "width": width, **({"dash": dash} if dash else {})},
            }
        )

    def figures(self, marks: Sequence[Mark], *, name: str, meta: dict[str, str]) -> None:
        """The figures of one series: bars of open ends and halos first, the marks over them."""
        palette = PALETTES[self.mode]
        for mark in marks:
            if mark.opening:
                bar, chevron = open_end(mark, self.frame)
                self.traces.append({**bar, "name": name, "meta": meta | {"role": "open end"}})
                self.shapes.append(chevron)
            if mark.spread:
                self.traces.append(
                    {**range_bar(mark, self.frame), "name": name, "meta": meta | {"role": "range"}}
                )
        halos = [m for m in marks if m.about]
        if halos:
            self.traces.append(
                {
                    "type": "scatter",
                    "x": [at(m, self.frame) for m in halos],
                    "y": [m.value for m in halos],
                    "mode": "markers",
                    "name": name,
                    "meta": meta | {"role": "halo"},
                    "hoverinfo": "skip",
                    "marker": {
                        "symbol": [m.symbol for m in halos],
                        "size": [m.size + 8 for m in halos],
                        "color": [m.colour for m in halos],
                        "opacity": 0.3,
                        "line": {"width": 0},
                    },
                }
            )
        points = [m for m in marks if not m.spread]
        if points:
            self.traces.append(
                {
                    "type": "scatter",
                    "x": [at(m, self.frame) for m in points],
                    "y": [m.value for m in points],
                    "mode": "markers",
                    "name": name,
                    "meta": meta | {"role": "mark"},
                    "customdata": [m.id for m in points],
                    "hovertext": [m.hover for m in points],
                    "hoverinfo": "text",
                    "cliponaxis": False,
                    "marker": {
                        "symbol": [m.symbol for m in points],
                        "size": [m.size - 1 if m.about or m.hollow else m.size for m in points],
                        "color": [self._fill(m) for m in points],
                        "opacity": 1,
                        "line": {
                            "color": [
                                m.colour if m.hollow or m.provisional else palette.paper for m in points
                            ],
                            "width": [2 if m.hollow or m.provisional else 1.5 for m in points],
                        },
                    },
                }
            )

    def _fill(self, mark: Mark) -> str:
        paper = PALETTES[self.mode].paper
        if mark.hollow:
            return paper
        return mixed(mark.colour, paper, PROVISIONAL) if mark.provisional else mark.colour

    def pixels(
        self, day: date | str | float, value: float, box: tuple[float, float, float, float], **look: Any
    ) -> None:
        """A rectangle (or other ``type``) of fixed px round a place: left, right, foot, head from there."""
        left, right, foot, head = box
        self.shapes.append(
            {
                "type": "rect",
                "xref": "x",
                "yref": "y",
                "xsizemode": "pixel",
                "ysizemode": "pixel",
                "xanchor": moment(day) if isinstance(day, date) else day,
                "yanchor": value,
                "x0": left,
                "x1": right,
                "y0": foot,
                "y1": head,
                "line": {"width": 0},
                **look,
            }
        )

    def upright(
        self, day: date, colour: str, width: float, *, rise: float = 0, name: str = "", dash: str = "solid"
    ) -> None:
        """A line over the whole height of the plot, ``rise`` px beyond its head."""
        self.shapes.append(
            {
                "type": "line",
                "name": name,
                "xref": "x",
                "yref": "paper",
                "x0": moment(day),
                "x1": moment(day),
                "y0": 0,
                "y1": 1 + rise / self.frame.plot_height,
                "line": {"color": colour, "width": width, "dash": dash},
                "layer": "below",
            }
        )

    def not_due(self, known_on: date) -> None:
        """The quiet ground of the time after the known-on day, and its line."""
        palette = PALETTES[self.mode]
        if known_on < self.frame.last:
            self.shapes.append(
                {
                    "type": "rect",
                    "name": "not due",
                    "xref": "x",
                    "yref": "paper",
                    "x0": moment(max(known_on, self.frame.first)),
                    "x1": moment(self.frame.last),
                    "y0": 0,
                    "y1": 1,
                    "fillcolor": palette.not_due,
                    "line": {"width": 0},
                    "layer": "below",
                }
            )
        if self.frame.holds(known_on):
            self.upright(known_on, palette.focus, 1.5, rise=4, name=KNOWN_ON)

    def write(
        self,
        markup: str,
        day: date | str | float,
        value: float,
        spot: Spot = Spot(0, 0, "left"),  # noqa: B008 - frozen
        *,
        outline: str | None = None,
        **look: Any,
    ) -> None:
        """Finished mark-up at a place, ``spot`` px away from it."""
        self.annotations.append(
            {
                "x": moment(day) if isinstance(day, date) else day,
                "y": value,
                "xref": "x",
                "yref": "y",
                "text": outlined(markup, outline) if outline else markup,
                "showarrow": False,
                "xanchor": spot.anchor,
                "yanchor": "middle",
                "xshift": round(spot.across, 1),
                "yshift": round(spot.up, 1),
                **look,
            }
        )

    def leader(self, mark: Mark, label: Label, spot: Spot) -> None:
        """A thin line from a mark to its label, where the label stands away from it."""
        box = label.box(spot)
        dx = max(box.left - mark.aside, 0) or min(box.right - mark.aside, 0)
        dy = max(box.foot - label.height, 0) or min(box.head - label.height, 0)
        if max(abs(dx), abs(dy)) < LEADER:
            return
        self.shapes.append(
            {
                "type": "path",
                "name": "leader",
                "path": f"M{mark.aside:.1f},0L{mark.aside + dx:.1f},{dy:.1f}",
                "xref": "x",
                "yref": "y",
                "xsizemode": "pixel",
                "ysizemode": "pixel",
                "xanchor": moment(mark.day),
                "yanchor": mark.value,
                "line": {"color": mark.colour, "width": 1},
                "layer": "below",
            }
        )

    def figure(self, **layout: Any) -> go.Figure:
        """The finished figure."""
        frame = self.frame
        return go.Figure(
            data=self.traces,
            layout={
                "template": template(self.mode),
                "height": frame.height,
                "margin": {"t": frame.top, "b": frame.bottom, "l": frame.left, "r": frame.right, "pad": 0},
                "shapes": self.shapes,
                "annotations": self.annotations,
                "xaxis": {"type": "date", "range": [moment(frame.first), moment(frame.last)]},
                "yaxis": {"range": [frame.low, frame.high]},
                **layout,
            },
        )
