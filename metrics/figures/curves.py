"""The curve: one series of one place as lines and marks.

In: marks, the pairs a line may join, and a drawing. Out: lines and marks on the drawing. Shared by every chart that
sets series beside one another.
"""

from collections.abc import Sequence

from metrics.figures.drawing import Drawing
from metrics.figures.marks import DASHED, Mark
from metrics.figures.points import Lines, segments


def draw_curve(
    marks: Sequence[Mark],
    joins: Lines,
    drawing: Drawing,
    *,
    name: str,
    series: str,
    place: str,
    colour: str,
    width: float = 2.2,
    dash: str | None = None,
) -> None:
    """Lines between judged figures, dashes to a forecast or derived one, and the marks over them.

    Args:
        marks: one for each point that is drawn, whose ids are those of the observations in ``joins``.
        joins: the pairs of points between which a line runs.
        drawing: what is drawn into.
        name: of the curve, raw.
        series: its id.
        place: its id.
        colour: of the lines.
        width: px of the line between judged figures.
        dash: how the line between judged figures is dashed; None: it is solid.
    """
    by_id = {mark.id: mark for mark in marks}
    for role, pairs, look in (("line", joins.solid, (width, dash)), ("dashes", joins.dashed, (1.8, DASHED))):
        shown = [pair for pair in pairs if all(one.id in by_id for one in pair)]
        for segment in segments(shown):
            some = [by_id[one.id] for one in segment]
            drawing.line(
                [(mark.day, mark.value) for mark in some],
                colour,
                *look,
                role=role,
                series=series,
                place=place,
                right=[mark.aside for mark in some],
            )
    drawing.marks(marks, series, place, name)
