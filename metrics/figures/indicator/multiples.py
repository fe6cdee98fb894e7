"""Small multiples: one small panel a series, all with the same axes.

In: a scene. Out: :class:`Panels`. What is drawn in a panel is drawn as in the one large chart; its title names the
series and its newest figures, so that nothing has to be told apart by colour.
"""

from collections.abc import Sequence
from dataclasses import replace

from metrics.figures.chart import Panel, Panels
from metrics.figures.drawing import Drawing
from metrics.figures.frame import NARROWEST, Frame, year_axis
from metrics.figures.indicator.chart import draw_string
from metrics.figures.indicator.scene import IndicatorScene, Thread
from metrics.figures.indicator.words import finding, subtitle, table
from metrics.figures.labels import Edges, Label, Spot, around, place
from metrics.figures.lettering import NOTE, SIZE, shortened, span
from metrics.figures.marks import footprint, lettered, trail
from metrics.figures.naming import source_line
from metrics.figures.points import stretches
from metrics.figures.threads import draw_level

MOST = 12  # panels; more cannot be compared on one page
WIDTH, PLOT = 300, 132  # px for which labels are set; they stay apart from 0.93 to 1.6 times that width
PAIR = (368, 200)  # the same where one or two panels share the row
TOP, FOOT, RIGHT = 46, 26, 14  # px round the plot; the title has a line for the series and one for its figure
LINE = 18  # px, of each further place in the title
BAR = 30  # px of an open end, as in the large chart


def most_told(scene: IndicatorScene) -> tuple[str, ...]:
    """The series that get a panel: at most :data:`MOST`, those with the most figures, in the order of the file."""
    told: dict[str, int] = {}
    for thread in scene.threads:
        told[thread.string.series.id] = told.get(thread.string.series.id, 0) + len(thread.marks)
    kept = sorted(told, key=lambda one: -told[one])[:MOST]
    return tuple(one for one in told if one in kept)


def indicator_panels(
    scene: IndicatorScene, width: int = WIDTH, plot: int = PLOT, *, exact: bool = False
) -> Panels:
    """Draw a scene as small multiples of ``width`` px, each with a plot ``plot`` px high."""
    words, say = scene.words, scene.words.say
    chosen = most_told(scene)
    frame = _frame(scene, chosen, width, plot, exact=exact)
    sentences = [
        subtitle(scene),
        say("chart.panels.subtitle_places" if len(scene.places) > 1 else "chart.panels.subtitle"),
    ]
    left_out = len({thread.string.series.id for thread in scene.threads}) - len(chosen)
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
    lines = [sum(thread.string.series.id == one for thread in scene.threads) for one in chosen]
    title = TOP + LINE * (max(lines, default=1) - 1)
    ticks = scene.ticks
    opens = any(mark.opening == "up" for thread in scene.threads for mark in thread.marks)
    head = BAR + 8 if opens else 12
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
    threads = [thread for thread in scene.threads if thread.string.series.id == series]
    drawing = Drawing(frame, scene.mode)
    if scene.even is not None:
        draw_level(scene.even, drawing, "even")
    for thread in threads:
        draw_string(thread, drawing)
    _title(scene, threads, drawing)
    if len(threads) > 1:
        _places(scene, threads, drawing)
    ticks = scene.ticks[::2] if len(scene.ticks) > 4 else scene.ticks
    figure = drawing.figure(
        xaxis=year_axis(frame),
        yaxis={
            "range": [frame.low, frame.high],
            "tickvals": [at for at, _ in ticks],
            "ticktext": [text for _, text in ticks],
        },
    )
    name = scene.series_name(threads[0].string.series)
    alt = scene.words.say("chart.panels.alt", series=name, figures=scene.words.series(_last(scene, threads)))
    return Panel(id=f"{scene.indicator.id}-{series}", figure=figure, alt=alt)


def _last(scene: IndicatorScene, threads: Sequence[Thread]) -> list[str]:
    """The newest figure of a series, for each of its places."""
    words = scene.words
    return [
        words.say(
            "chart.panels.last",
            value=thread.values[-1],
            when=words.when(thread.string.points[-1].observation.period),
        )
        if len(threads) == 1
        else words.say(
            "chart.panels.last_of",
            place=scene.place_name(thread.string.place),
            value=thread.values[-1],
            when=words.when(thread.string.points[-1].observation.period),
        )
        for thread in threads
    ]


def _title(scene: IndicatorScene, threads: Sequence[Thread], drawing: Drawing) -> None:
    room = drawing.frame.width * (1 if drawing.frame.exact else NARROWEST)
    name = shortened(scene.series_name(threads[0].string.series), room, weight=600)
    told = [shortened(one, room, NOTE) for one in _last(scene, threads)]
    lines = [
        (span(name, threads[0].colour, 600), SIZE),
        *((span(one, scene.palette.ink_2), NOTE) for one in told),
    ]
    top = drawing.frame.top - 12.0
    for number, (markup, size) in enumerate(lines):
        up = top if not number else top - 1.0 - LINE * number
        spot = Spot(-drawing.frame.left, up, "left")
        drawing.write(markup, 0, 1, spot, xref="paper", yref="paper", font={"size": size})


def _places(scene: IndicatorScene, threads: Sequence[Thread], drawing: Drawing) -> None:
    """The name of the place at the end of each line, where there is room."""
    frame = drawing.frame
    labels, written = [], {}
    for thread in threads:
        mark, text = thread.marks[-1], scene.place_name(thread.string.place)
        at, height = frame.across(mark.day), frame.up(mark.value)
        labels.append(Label(mark.id, at, height, lettered(text, size=NOTE), around(mark.size / 2 + 1)))
        written[mark.id] = (span(text, thread.colour), mark)
    walls = [box for thread in threads for mark in thread.marks for box in footprint(mark, frame)]
    soft = [
        box
        for thread in threads
        for stretch in (*stretches(thread.joins.solid), *stretches(thread.joins.dashed))
        for box in trail([_at(thread, one.id, frame) for one in stretch], frame)
    ]
    edges = Edges(left=-2, right=RIGHT - 2, foot=3, head=frame.plot_height)
    for key, spot in place(labels, walls, edges, frame.widths, soft).items():
        markup, mark = written[key]
        drawing.write(markup, mark.day, mark.value, spot, outline=scene.palette.paper, font={"size": NOTE})


def _at(thread: Thread, one: str, frame: Frame) -> tuple[float, float]:
    mark = next(mark for mark in thread.marks if mark.id == one)
    return frame.across(mark.day), frame.up(mark.value)
