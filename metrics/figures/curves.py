"""The curve: one series of one place as lines and marks; and the level that curves are held against.

In: marks, the pairs a line may join, and a drawing. Out: traces and shapes in the drawing. Shared by the charts that
set several places or series beside one another (``indicator``, ``goal``).
"""

from collections.abc import Sequence

from metrics.figures.drawing import Drawing
from metrics.figures.frame import moment
from metrics.figures.marks import DASHED, Mark
from metrics.figures.palette import PALETTES
from metrics.figures.points import Lines, Pair, segments
from metrics.figures.typesetting import plain


def draw_curve(
    marks: Sequence[Mark],
    joins: Lines,
    drawing: Drawing,
    *,
    name: str,
    meta: dict[str, str],
    colour: str,
    dash: str | None,
) -> None:
    """Lines between judged figures, dashes to a forecast or derived one, and the marks over them.

    Args:
        marks: one for each point, whose ids are those of the observations in ``joins``.
        joins: the pairs of points between which a line runs.
        drawing: what is drawn into.
        name: of the curve, raw.
        meta: series and place, as ids.
        colour: of lines and marks.
        dash: how the line between judged figures is dashed; None: it is solid.
    """
    by_id = {mark.id: mark for mark in marks}
    told = plain(name)

    def ways(pairs: Sequence[Pair]) -> list[list[tuple[str, float]]]:
        return [[(moment(by_id[o.id].day), by_id[o.id].value) for o in one] for one in segments(pairs)]

    solid, dashed = ways(joins.solid), ways(joins.dashed)
    drawing.join(solid, name=told, meta=meta | {"role": "line"}, colour=colour, dash=dash)
    drawing.join(dashed, name=told, meta=meta | {"role": "dashes"}, colour=colour, dash=DASHED, width=1.8)
    drawing.figures(marks, name=told, meta=meta)


def draw_level(value: float, drawing: Drawing, name: str) -> None:
    """A thin line over the whole width, below the marks: an index of 100, a ratio of one, the value of a benchmark."""
    drawing.shapes.append(
        {
            "type": "line",
            "name": name,
            "xref": "paper",
            "yref": "y",
            "x0": 0,
            "x1": 1,
            "y0": value,
            "y1": value,
            "line": {"color": PALETTES[drawing.mode].ink, "width": 1.2},
            "layer": "below",
        }
    )
