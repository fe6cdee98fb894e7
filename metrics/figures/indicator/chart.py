"""The chart of an indicator: its series as levels, as an index, as a ratio of two places, or on a log axis.

In: a scene. Out: a :class:`Chart`. A series is never joined to another, a missing year stays a gap, and different
units never share an axis.
"""

from datetime import date

from metrics.figures.chart import Chart
from metrics.figures.curves import draw_curve
from metrics.figures.drawing import Drawing
from metrics.figures.indicator.labels import label
from metrics.figures.indicator.scene import Curve, IndicatorScene
from metrics.figures.indicator.vintages import draw_revisions
from metrics.figures.indicator.words import alt, finding, subtitle, table
from metrics.figures.labels import Spot
from metrics.figures.marks import DASHED, DOTTED
from metrics.figures.naming import source_line
from metrics.figures.typesetting import span


def draw(scene: IndicatorScene) -> Chart:
    """Draw what was reported.

    Raises:
        ValueError: the series are in different units, or one does not belong to the indicator.
    """
    drawing = Drawing(scene.frame, scene.mode)
    if scene.shown_targets:
        drawing.not_due(scene.known_on)
    draw_curves(scene, scene.curves, drawing)
    _targets(scene, drawing)
    if scene.curves:
        label(scene, drawing)
    else:
        text = scene.words.say("chart.indicator.nothing", day=scene.words.day(scene.known_on))
        middle = scene.frame.value_at(scene.frame.plot_height / 2)
        drawing.write(
            span(text, scene.palette.ink_2, 600), scene.frame.first, middle, Spot(24, 0, "left"), size=15
        )
    title = finding(scene)
    return Chart(
        id=f"indicator-{scene.indicator.id}",
        plot=drawing.over_years(scene.ticks),
        title=title,
        subtitle=subtitle(scene),
        source=source_line(scene.figures, scene.records, scene.words, scene.known_on),
        alt=alt(scene, title),
        table=table(scene),
        key=scene.key,
    )


def draw_curves(scene: IndicatorScene, curves: tuple[Curve, ...], drawing: Drawing) -> None:
    """The even line, what was revised, and the lines and marks of some series and places."""
    if scene.even is not None:
        drawing.level(scene.even, scene.palette.ink, "even")
    for curve in curves:
        draw_revisions(scene, curve, drawing)
    for curve in curves:
        draw_curve(
            curve.marks,
            curve.joins,
            drawing,
            name=curve.name,
            series=curve.series.id,
            place=curve.place,
            colour=curve.colour,
            dash=curve.dash,
        )


def _targets(scene: IndicatorScene, drawing: Drawing) -> None:
    """A bar on each due date; of two plans that are compared, each with its form, its start and its own way."""
    palette, versus = scene.palette, scene.versus
    for way in versus.ways if versus else ():
        drawing.line(way.points, palette.ink_3, 1.8, DASHED if way.side else DOTTED, role="path")
    for side, day, value in versus.starts if versus else ():
        # Under the marks: the figure that a plan starts from is often one of a series.
        _bar(drawing, (day, value), palette.ink_3, "start", hollow=side == 1, over=False)
    for target in scene.shown_targets:
        hollow = versus is not None and versus.sides[target.id] == 1
        aside = versus.asides[target.id] if versus else 0.0
        place = target.due, scene.level(target.value)
        _bar(drawing, place, palette.ink, "target", hollow=hollow, right=aside)


def _bar(
    drawing: Drawing,
    place: tuple[date, float],
    colour: str,
    role: str,
    *,
    hollow: bool,
    right: float = 0,
    over: bool = True,
) -> None:
    """A filled bar, or the outline of one."""
    drawing.bar(place, (14, 2.5 + hollow), colour, role, right=right, over=over)
    if hollow:
        drawing.bar(place, (12.2, 1.7), drawing.palette.paper, "hollow", right=right, over=over)
