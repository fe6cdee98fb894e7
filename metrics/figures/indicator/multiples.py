"""Small multiples: one small panel a series, all with the same axes.

In: a scene. Out: :class:`Panels`. What is drawn in a panel is drawn as in the one large chart; its title names the
series and its newest figures, so that nothing has to be told apart by colour.
"""

from collections.abc import Sequence
from dataclasses import replace

from metrics.figures.chart import Panel, Panels
from metrics.figures.drawing import Drawing, LabelText
from metrics.figures.frame import NARROWEST, Frame
from metrics.figures.indicator.chart import draw_curves
from metrics.figures.indicator.scene import OPEN_BAR, Curve, IndicatorScene
from metrics.figures.indicator.words import finding, subtitle, table
from metrics.figures.labels import Edges, Label, Spot, around
from metrics.figures.marks import label_width
from metrics.figures.naming import source_line
from metrics.figures.typesetting import NOTE, shortened, span

MOST = 12  # panels; more cannot be compared on one page
WIDTH, PLOT = 300, 132  # px for which labels are set; they stay apart from 0.93 to 1.6 times that width
PAIR = (368, 200)  # the same where one or two panels share the row
TOP, FOOT, RIGHT = 46, 26, 14  # px round the plot; the title has a line for the series and one for its figure
LINE = 17  # px, of each further place in the title


def panelled(scene: IndicatorScene) -> tuple[str, ...]:
    """The series that get a panel: at most :data:`MOST`, those with the most figures, in the order of the file."""
    counts: dict[str, int] = {}
    for curve in scene.curves:
        counts[curve.series.id] = counts.get(curve.series.id, 0) + len(curve.marks)
    kept = sorted(counts, key=lambda one: -counts[one])[:MOST]
    return tuple(one for one in counts if one in kept)


def indicator_panels(
    scene: IndicatorScene, width: int = WIDTH, plot: int = PLOT, *, exact: bool = False
) -> Panels:
    """Draw a scene as small multiples of ``width`` px, each with a plot ``plot`` px high."""
    words, say = scene.words, scene.words.say
    chosen = panelled(scene)
    frame = _frame(scene, chosen, width, plot, exact=exact)
    sentences = [
        subtitle(scene),
        say("chart.panels.subtitle_places" if len(scene.shown_places) > 1 else "chart.panels.subtitle"),
    ]
    left_out = len({curve.series.id for curve in scene.curves}) - len(chosen)
    if left_out:
        sentences.append(say("chart.panels.left_out", n=left_out))
    return Panels(
        id=f"panels-{scene.indicator.id}",
        panels=tuple(_panel(scene, one, frame) for one in chosen),
        title=finding(scene),
        subtitle=words.paragraph(sentences),
        source=source_line(scene.figures, scene.records, words, scene.known_on),
        table=table(scene),
    )


def _frame(scene: IndicatorScene, chosen: Sequence[str], width: int, plot: int, *, exact: bool) -> Frame:
    """The axes of the large chart in a small frame, with room for the longest title."""
    lines = [sum(curve.series.id == one for curve in scene.curves) for one in chosen]
    title = TOP + LINE * (max(lines, default=1) - 1)
    ticks = scene.ticks
    opens = any(mark.opening == "up" for curve in scene.curves for mark in curve.marks)
    head = OPEN_BAR + 8 if opens else 12
    low, top = scene.frame.low, ticks[-1][0]
    return replace(
        scene.frame,
        width=width,
        height=title + plot + FOOT,
        top=title,
        bottom=FOOT,
        right=RIGHT,
        high=low + (top - low) * plot / (plot - head),
        exact=exact,
    )


def _panel(scene: IndicatorScene, series: str, frame: Frame) -> Panel:
    curves = tuple(curve for curve in scene.curves if curve.series.id == series)
    drawing = Drawing(frame, scene.mode)
    draw_curves(scene, curves, drawing)
    _title(scene, curves, drawing)
    if len(curves) > 1:
        _places(scene, curves, drawing)
    ticks = scene.ticks[::2] if len(scene.ticks) > 4 else scene.ticks
    name = scene.series_name(curves[0].series)
    alt = scene.words.say("chart.panels.alt", series=name, figures=scene.words.series(_last(scene, curves)))
    return Panel(f"{scene.indicator.id}-{series}", drawing.over_years(ticks), alt)


def _last(scene: IndicatorScene, curves: Sequence[Curve]) -> list[str]:
    """The newest figure of a series, for each of its places."""
    words = scene.words
    return [
        words.say(
            "chart.panels.last",
            value=curve.values[-1],
            when=words.when(curve.points[-1].observation.period),
        )
        if len(curves) == 1
        else words.say(
            "chart.panels.last_of",
            place=scene.place_name(curve.place),
            value=curve.values[-1],
            when=words.when(curve.points[-1].observation.period),
        )
        for curve in curves
    ]


def _title(scene: IndicatorScene, curves: Sequence[Curve], drawing: Drawing) -> None:
    frame = drawing.frame
    room = frame.width * (1 if frame.exact else NARROWEST)
    name = shortened(scene.series_name(curves[0].series), room, weight=600)
    figures = [shortened(one, room, NOTE) for one in _last(scene, curves)]
    spot = Spot(-frame.left, frame.top - 12, "left")
    drawing.write(span(name, curves[0].colour, 600), frame.first, frame.high, spot)
    middle = replace(spot, up=spot.up - 1 - LINE * (len(figures) + 1) / 2)
    text = "<br>".join(span(one, scene.palette.ink_2) for one in figures)
    drawing.write(text, frame.first, frame.high, middle, size=NOTE)


def _places(scene: IndicatorScene, curves: Sequence[Curve], drawing: Drawing) -> None:
    """The name of the place at the end of each line, where there is room."""
    frame, texts = drawing.frame, []
    for curve in curves:
        mark, text = curve.marks[-1], scene.place_name(curve.place)
        at, width = (frame.across(mark.day), frame.up(mark.value)), label_width(text, size=NOTE)
        label = Label(mark.id, *at, width, around(mark.size / 2 + 1))
        texts.append(LabelText(label, span(text, curve.colour), mark.day, mark.value, size=NOTE))
    drawing.label(texts, Edges(left=-2, right=RIGHT - 2, foot=3, head=frame.plot_height))
