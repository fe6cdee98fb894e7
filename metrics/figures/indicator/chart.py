"""The chart of an indicator: its series as levels, as an index, as a ratio of two places, or on a log axis.

In: an indicator, which of its series and places, and the records of a day. Out: a :class:`Chart`. A series
is never joined to another, a missing year stays a gap, and different units never share an axis.
"""

from collections.abc import Sequence
from datetime import date

from metrics.figures.chart import Chart
from metrics.figures.frame import WIDTH, moment, year_axis
from metrics.figures.indicator.labels import label
from metrics.figures.indicator.scene import Curve, IndicatorScene
from metrics.figures.indicator.versus import LETTERS
from metrics.figures.indicator.vintages import draw_revisions
from metrics.figures.indicator.words import alt, finding, subtitle, table
from metrics.figures.labels import Spot
from metrics.figures.marks import DASHED, DOTTED
from metrics.figures.naming import source_line
from metrics.figures.old_drawing import OldDrawing as Drawing
from metrics.figures.old_drawing import draw_curve, draw_level
from metrics.figures.palette import PALETTES, Mode
from metrics.figures.scale import SCALES, Scale
from metrics.figures.typesetting import span
from metrics.progress.terms import Restated
from metrics.records.model import Indicator, Target
from metrics.records.store import Records
from metrics.words import Words

__all__ = ["SCALES", "Scale", "indicator_chart"]


def indicator_chart(  # noqa: PLR0917  (what, of whom, from what, in which words and colours)
    indicator: Indicator,
    series_ids: Sequence[str],
    places: Sequence[str],
    records: Records,
    words: Words,
    mode: Mode,
    *,
    known_on: date,
    scale: Scale = "level",
    targets: Sequence[Target] = (),
    width: int = WIDTH,
    height: int | None = None,
    restated: Restated | None = None,
    vintages: bool = False,
) -> Chart:
    """Draw what was reported.

    Args:
        indicator: what is measured.
        series_ids: which of its series; all in one unit.
        places: which places; a ratio always takes the two that are compared (:func:`~metrics.figures.scale.compared`).
        records: what was known on the day.
        words: the language.
        mode: light or dark.
        known_on: the day.
        scale: one of ``SCALES``.
        targets: targets of the indicator to draw in, where the scale shows levels.
        width: px for which labels are set; they stay apart from 0.93 to 1.6 times that width.
        height: px of the whole figure, at least, where it is drawn for this one size alone; None: its own height.
        restated: where ``records`` are in another currency or in constant prices, how they came to be.
        vintages: whether earlier vintages are drawn, where the scale shows levels.

    Raises:
        ValueError: the series are in different units, or one does not belong to the indicator.
    """
    scene = IndicatorScene(
        indicator,
        records,
        words,
        mode,
        series_ids=tuple(series_ids),
        places=tuple(places),
        known_on=known_on,
        scale=scale,
        targets=tuple(targets),
        width=width,
        height=height,
        restated=restated,
        vintages=vintages,
    )
    return draw(scene)


def draw(scene: IndicatorScene) -> Chart:
    """Draw a scene."""
    indicator, words, known_on, mode = scene.indicator, scene.words, scene.known_on, scene.mode
    drawing = Drawing(scene.frame, mode)
    if scene.targets:
        drawing.not_due(known_on)
    if scene.even is not None:
        draw_level(scene.even, drawing, "even")
    draw_revisions(scene, drawing)
    for curve in scene.curves:
        draw_string(curve, drawing)
    _targets(scene, drawing)
    if scene.curves:
        label(scene, drawing)
    else:
        text = words.say("chart.indicator.nothing", day=words.day(known_on))
        middle = scene.frame.value_at(scene.frame.plot_height / 2)
        markup = span(text, scene.palette.ink_2, 600)
        drawing.write(markup, 0, middle, Spot(24, 0, "left"), xref="paper", font={"size": 15})
    figure = drawing.figure(
        xaxis=year_axis(scene.frame),
        yaxis={
            "range": [scene.frame.low, scene.frame.high],
            "tickvals": [at for at, _ in scene.ticks],
            "ticktext": [text for _, text in scene.ticks],
        },
    )
    title = finding(scene)
    return Chart(
        id=f"indicator-{indicator.id}",
        plot=figure,
        title=title,
        subtitle=subtitle(scene),
        source=source_line(scene.figures, scene.records, words, known_on),
        alt=alt(scene, title),
        table=table(scene),
        key=scene.key,
    )


def _targets(scene: IndicatorScene, drawing: Drawing) -> None:
    """A bar on each due date; of two plans that are compared, each with its form, its start and its own way."""
    palette, versus = scene.palette, scene.versus
    for way in versus.ways if versus else ():
        points = [(moment(day), value) for day, value in way.points]
        dash = DASHED if way.side else DOTTED
        meta = {"role": "path", "side": LETTERS[way.side]}
        drawing.join([points], name="", meta=meta, colour=palette.ink_3, dash=dash, width=1.8)
    for side, day, value in versus.starts if versus else ():
        # Under the marks: the figure that a plan starts from is often one of a series.
        _bar(drawing, day, value, hollow=side == 1, colour=palette.ink_3, name="start", layer="below")
    for target in scene.targets:
        hollow = versus is not None and versus.sides[target.id] == 1
        aside = versus.asides[target.id] if versus else 0.0
        level = scene.level(target.value)
        _bar(drawing, target.due, level, hollow=hollow, colour=palette.ink, aside=aside, name="target")


def _bar(
    drawing: Drawing, day: date, value: float, *, hollow: bool, colour: str, aside: float = 0.0, **more: str
) -> None:
    """A filled bar, or the outline of one; ``aside`` px from its place."""
    if hollow:
        look = {"fillcolor": PALETTES[drawing.mode].paper, "line": {"color": colour, "width": 1.8}}
        drawing.pixels(day, value, (aside - 13.0, aside + 13.0, -3.0, 3.0), **look, **more)
    else:
        drawing.pixels(day, value, (aside - 14.0, aside + 14.0, -2.5, 2.5), fillcolor=colour, **more)


def draw_string(curve: Curve, drawing: Drawing) -> None:
    """The lines and marks of one series and place."""
    draw_curve(
        curve.marks,
        curve.joins,
        drawing,
        name=curve.name,
        meta={"series": curve.string.series.id, "place": curve.string.place},
        colour=curve.colour,
        dash=curve.dash,
    )
