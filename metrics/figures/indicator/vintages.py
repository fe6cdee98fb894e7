"""The past of a chart: the vintages of a figure, as small marks on a thin upright line.

In: a scene with revisions. Out: lines and marks, obstacles for labels, and the revisions as a table. An earlier figure is faint, one that
was derived is hollow; the figure that counts keeps its mark.
"""

from metrics.figures.chart import Cell, Column, Table
from metrics.figures.drawing import Drawing
from metrics.figures.indicator.scene import Curve, IndicatorScene
from metrics.figures.labels import Box
from metrics.figures.marks import FAINT, Mark
from metrics.figures.naming import HOVER, source_cell
from metrics.figures.template import mixed
from metrics.figures.typesetting import plain, span, wrapped
from metrics.progress.vintages import Revisions, change
from metrics.records.model import Observation

SIZE = 9  # px
REACH = 5  # px that a vintage keeps free on either side
COLUMNS = ("series", "place", "period", "published", "value", "before", "change", "kind", "unit", "source")


def draw_revisions(scene: IndicatorScene, curve: Curve, drawing: Drawing) -> None:
    """The revisions of a curve: a thin upright line through each, and its earlier figures."""
    faint = mixed(curve.colour, scene.palette.paper, FAINT)
    marks = []
    for revision in curve.revisions:
        day = revision.shown.period.end
        heights = [scene.level(one.value) for one in revision.vintages]
        drawing.line([(day, min(heights)), (day, max(heights))], faint, 1.2, role="revision")
        marks += [
            Mark(
                id=one.id,
                day=day,
                value=height,
                colour=faint,
                hover=_hover(revision, one, scene),
                symbol=curve.marks[0].symbol,
                size=SIZE,
                hollow=not one.judged,
            )
            for one, height in zip(revision.vintages, heights, strict=True)
            if one is not revision.shown
        ]
    drawing.marks(marks, curve.series.id, curve.place, curve.name)


def revision_walls(scene: IndicatorScene) -> list[Box]:
    """The room that the revisions take, as obstacles for labels."""
    boxes = []
    for revision in (one for curve in scene.curves for one in curve.revisions):
        heights = [scene.frame.up(scene.level(one.value)) for one in revision.vintages]
        at = scene.frame.across(revision.shown.period.end)
        boxes.append(Box(at, -REACH, REACH, min(heights) - REACH, max(heights) + REACH))
    return boxes


def _hover(revision: Revisions, one: Observation, scene: IndicatorScene) -> str:
    """Who said what of which period when, and what was said before."""
    words, records = scene.words, scene.records
    at = revision.vintages.index(one)
    before = revision.vintages[at - 1] if at else None
    unit = records.units[one.unit]
    source = records.sources.get(one.source)
    filled = {
        "figure": words.figure_long(one, unit),
        "period": words.period(one.period),
        "published": words.period(one.published),
        "kind": words.kind(one.kind),
    }
    text = (
        words.say("chart.vintage.first", **filled)
        if before is None
        else words.say("chart.vintage.revised", before=words.figure_long(before, unit), **filled)
    )
    lines = [span(words.text(records.series[one.series].label), weight=600)]
    lines += map(plain, wrapped(text, HOVER, 14))
    if source is not None:
        lines += map(plain, wrapped(words.say("chart.hover.source", publisher=source.publisher), HOVER, 14))
    return "<br>".join(lines)


def revision_table(scene: IndicatorScene) -> Table:
    """Every vintage of every figure, with the one before it and by how much it moved the figure."""
    words, say = scene.words, scene.words.say
    numeric = {"value", "before", "change"}
    columns = tuple(
        Column(k, say(f"chart.table.{k}"), k in numeric, ("sources", "source") if k == "source" else None)
        for k in COLUMNS
    )
    rows: list[tuple[Cell, ...]] = []
    for curve in scene.curves:
        for revision in curve.revisions:
            for at, one in enumerate(revision.vintages):
                before = revision.vintages[at - 1] if at else None
                moved = None if before is None else change(before, one)
                rows.append(
                    (
                        words.text(curve.series.label),
                        scene.place_name(curve.place),
                        one.period.text,
                        one.published.text,
                        one.value,
                        None if before is None else before.value,
                        "" if moved is None else words.percent(moved),
                        words.kind(one.kind),
                        words.text(scene.records.units[one.unit].label),
                        source_cell(one.source, scene.records, words),
                    )
                )
    return Table(columns, tuple(rows))
