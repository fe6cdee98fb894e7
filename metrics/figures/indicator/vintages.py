"""The past of a chart: the vintages of a figure, as small marks on a thin upright line.

In: a scene with revisions. Out: traces and obstacles; and the revisions as a table. An earlier figure is faint, one that
was derived is hollow; the figure that counts keeps its mark.
"""

from metrics.figures.chart import Cell, Column, Table
from metrics.figures.frame import moment
from metrics.figures.indicator.scene import IndicatorScene
from metrics.figures.labels import Box
from metrics.figures.marks import FAINT
from metrics.figures.naming import HOVER, source_cell
from metrics.figures.old_drawing import OldDrawing as Drawing
from metrics.figures.template import mixed
from metrics.figures.typesetting import plain, span, wrapped
from metrics.progress.vintages import Revisions, change
from metrics.records.model import Observation

SIZE = 7  # px
REACH = 5  # px that a vintage keeps free on either side
COLUMNS = ("series", "place", "period", "published", "value", "before", "change", "kind", "unit", "source")


def draw_revisions(scene: IndicatorScene, drawing: Drawing) -> None:
    """The revisions of every curve, below its marks."""
    for curve in scene.curves:
        revisions = scene.revisions.get(id(curve.string), ())
        if not revisions:
            continue
        meta = {"series": curve.string.series.id, "place": curve.string.place}
        faint = mixed(curve.colour, scene.palette.paper, FAINT)
        ways = []
        for revision in revisions:
            heights = [scene.level(one.value) for one in revision.vintages]
            at = moment(revision.shown.period.end)
            ways.append([(at, min(heights)), (at, max(heights))])
        name = plain(curve.name)
        drawing.join(ways, name=name, meta=meta | {"role": "trail"}, colour=faint, width=1.2)
        past = [
            (revision, one)
            for revision in revisions
            for one in revision.vintages
            if one is not revision.shown
        ]
        drawing.traces.append(
            {
                "type": "scatter",
                "x": [moment(one.period.end) for _, one in past],
                "y": [scene.level(one.value) for _, one in past],
                "mode": "markers",
                "name": name,
                "meta": meta | {"role": "vintage"},
                "customdata": [one.id for _, one in past],
                "hovertext": [_hover(revision, one, scene) for revision, one in past],
                "hoverinfo": "text",
                "cliponaxis": False,
                "marker": {
                    "symbol": [curve.marks[0].symbol] * len(past),
                    "size": [SIZE] * len(past),
                    "color": [faint if one.judged else scene.palette.paper for _, one in past],
                    "opacity": 1,
                    "line": {"color": faint, "width": 1.5},
                },
            }
        )


def revision_walls(scene: IndicatorScene) -> list[Box]:
    """The room that the revisions take, as obstacles for labels."""
    boxes = []
    for some in scene.revisions.values():
        for revision in some:
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
    told = (
        words.say("chart.vintage.first", **filled)
        if before is None
        else words.say("chart.vintage.revised", before=words.figure_long(before, unit), **filled)
    )
    lines = [span(words.text(records.series[one.series].label), weight=600)]
    lines += map(plain, wrapped(told, HOVER, 14))
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
    for string in scene.scaled.strings:
        for revision in scene.revisions.get(id(string), ()):
            for at, one in enumerate(revision.vintages):
                before = revision.vintages[at - 1] if at else None
                moved = None if before is None else change(before, one)
                rows.append(
                    (
                        words.text(string.series.label),
                        scene.place_name(string.place),
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
