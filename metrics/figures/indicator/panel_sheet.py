"""Small panels on one sheet, for pictures: one plot in px that holds every panel with its axes.

In: a scene and the width and height of the sheet. Out: a :class:`Chart` whose plot shows the panels in rows that fill the
width; what a panel shows is drawn as on the page.
"""

from dataclasses import replace
from datetime import date

from metrics.figures.chart import Chart
from metrics.figures.drawing import Drawing
from metrics.figures.frame import Across, Frame
from metrics.figures.indicator.multiples import PLOT, indicator_panels, panelled
from metrics.figures.indicator.scene import IndicatorScene
from metrics.figures.labels import Spot
from metrics.figures.plot import Axis, Plot
from metrics.figures.typesetting import NOTE, span

LEAST, GAP, BELOW = 280, 20, 14  # px: a panel, and the air beside and below it
TICK = 5  # px


def panel_sheet(scene: IndicatorScene, width: int, height: int = 0) -> Chart:
    """The panels of a scene in ``width`` px; the plots grow, at most to twice their height, to fill ``height``."""
    count = max(len(panelled(scene)), 1)
    rows = -(-count // max((width + GAP) // (LEAST + GAP), 1))
    across = -(-count // rows)  # as few as these rows need: a short row leaves less of the sheet blank
    cell = (width - GAP * (across - 1)) // across
    least = max(
        (one.plot.frame.height for one in indicator_panels(scene, cell, exact=True).panels), default=PLOT
    )
    plot = min(max(PLOT, height // rows - (least - PLOT) - BELOW), 2 * PLOT)
    drawn = indicator_panels(scene, cell, plot, exact=True)
    tall = plot + least - PLOT + BELOW
    whole = rows * tall
    frame = Frame(width, whole, 0, 0, 0, 0, date.min, date.max, 0, whole, exact=True, values=(0, width))
    sheet = Drawing(frame, scene.mode)
    for number, panel in enumerate(drawn.panels):
        _put(panel.plot, sheet, number % across * (cell + GAP), whole - number // across * tall)
    return Chart(
        id=drawn.id,
        plot=sheet.plot(Axis(0.0, width, line=False), Axis(0.0, whole, line=False)),
        title=drawn.title,
        subtitle=drawn.subtitle,
        source=drawn.source,
        alt=" ".join(panel.alt for panel in drawn.panels),
        table=drawn.table,
    )


def _put(panel: Plot, sheet: Drawing, left: float, top: float) -> None:
    """A panel with its axes on the sheet, its upper left corner at a place in px."""
    frame, palette = panel.frame, sheet.palette
    foot = top - frame.top - frame.plot_height

    def x(at: Across) -> float:
        return left + frame.left + frame.across(at) * frame.plot_width

    def y(value: float) -> float:
        return foot + frame.up(value)

    ends = x(frame.first), x(frame.last)
    for value, text in panel.y.ticks:
        height = y(value)  # type: ignore[arg-type]  # upright all are values
        sheet.line([(ends[0], height), (ends[1], height)], palette.rule, 1, role="rule")
        sheet.write(span(text, palette.ink_3), ends[0], height, Spot(-8, 0, "right"), size=NOTE)
    sheet.line([(ends[0], foot), (ends[1], foot)], palette.edge, 1, role="axis")
    for day, text in panel.x.ticks:
        sheet.line([(x(day), foot), (x(day), foot - TICK)], palette.edge, 1, role="tick")
        sheet.write(span(text, palette.ink_3), x(day), foot, Spot(0, -TICK - 9, "center"), size=NOTE)
    for line in panel.lines:
        sheet.lines.append(replace(line, points=tuple((x(at), y(value)) for at, value in line.points)))
    for stroke in panel.strokes:
        sheet.strokes.append(replace(stroke, x=x(stroke.x), y=y(stroke.y)))
    for one in panel.series:
        marks = [
            replace(mark, day=x(mark.day), value=y(mark.value))  # type: ignore[arg-type]  # an axis of values
            for mark in one.marks
        ]
        sheet.marks(marks, one.series, one.place, one.name)
    for written in panel.texts:
        sheet.texts.append(replace(written, x=x(written.x), y=y(written.y)))
