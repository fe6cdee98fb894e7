"""The timeline: plans from publication to each due date, figures on the day they came out, events by kind.

In: the records of a day, and which plans and categories to show. Out: a :class:`Chart` that is as high as
its rows need. Upright everything is px; each point carries the id of its plan, figure or event.
"""

from collections.abc import Sequence
from datetime import date

from metrics.figures import key as keys
from metrics.figures.chart import Chart
from metrics.figures.drawing import Drawing
from metrics.figures.frame import WIDTH, moment
from metrics.figures.labels import Spot
from metrics.figures.lettering import NOTE, span, wrapped
from metrics.figures.palette import Mode
from metrics.figures.timeline.lanes import Lane
from metrics.figures.timeline.scene import GUTTER_AIR, TimelineScene
from metrics.figures.timeline.words import alt, finding, source, subtitle, table
from metrics.records.store import Records
from metrics.words import Words


def timeline_chart(
    records: Records,
    words: Words,
    mode: Mode,
    *,
    known_on: date,
    plans: Sequence[str],
    categories: Sequence[str],
    indicator: str,
    today: date | None = None,
    width: int = WIDTH,
) -> Chart:
    """Draw what was promised, reported and done, and when it became known.

    Args:
        records: what was known on the day.
        words: the language.
        mode: light or dark.
        known_on: the day.
        plans: ids of the plans to show, as far as they exist on the day.
        categories: ids of the kinds of events to show, one lane each.
        indicator: whose figures are shown.
        today: gets a line of its own where it is another day than ``known_on``.
        width: px for which labels are set; they stay apart from 0.93 to 1.6 times that width.
    """
    scene = TimelineScene(
        records,
        words,
        mode,
        known_on=known_on,
        plans=tuple(plans),
        categories=tuple(categories),
        indicator=indicator,
        today=today,
        width=width,
    )
    drawing = Drawing(scene.frame, mode)
    drawing.not_due(known_on)
    _years(scene, drawing)
    if scene.today:
        drawing.upright(scene.today, scene.palette.ink_3, 1.5, name="today", dash="4px,3px")
    for lane, head in scene.lanes:
        _heading(lane, head, scene, drawing)
        lane.draw(head, drawing)
    shapes, notes = keys.draw(scene.key, scene.palette, -scene.frame.left, scene.frame.top - 2)
    drawing.shapes += shapes
    drawing.annotations += notes
    figure = drawing.figure(
        barmode="overlay",
        meta={"rows": True},  # upright everything is px: a picture must not stretch it
        xaxis={
            "type": "date",
            "range": [moment(scene.frame.first), moment(scene.frame.last)],
            "showticklabels": False,
            "showline": False,
            "ticks": "",
        },
        yaxis={"range": [0, scene.frame.plot_height], "showticklabels": False, "showgrid": False},
    )
    title = finding(scene)
    return Chart(
        id="timeline",
        figure=figure,
        title=title,
        subtitle=subtitle(scene),
        source=source(scene),
        alt=alt(scene, title),
        table=table(scene),
    )


def _years(scene: TimelineScene, drawing: Drawing) -> None:
    """A hairline at the turn of each year, its number over it, bold where a plan tracked here has a target due."""
    frame, palette = scene.frame, scene.palette
    years = range(frame.first.year, frame.last.year)
    step = max(1, round(40 * len(years) / frame.plot_width + 0.4))
    for year in years:
        drawing.upright(date(year, 1, 1), palette.rule, 1, name="year")
    for year in years:
        if (year - frame.first.year) % step:
            continue
        main = year in scene.main_years
        text = span(str(year), palette.ink if main else palette.ink_3, 600 if main else 400)
        drawing.write(text, date(year, 7, 2), 1, Spot(0, 11, "center"), yref="paper", font={"size": 14})


def _heading(lane: Lane, head: float, scene: TimelineScene, drawing: Drawing) -> None:
    """The name of a lane in the gutter, what it shows below it, and a hairline over the whole width."""
    frame, palette = scene.frame, scene.palette
    height = frame.plot_height
    rule = {"type": "line", "yref": "paper", "line": {"color": palette.rule, "width": 1}, "layer": "below"}
    level = {"xref": "paper", "y0": 1 - head / height, "y1": 1 - head / height}
    drawing.shapes.append({**rule, **level, "x0": 0, "x1": 1})
    drawing.shapes.append({**rule, **level, "xsizemode": "pixel", "xanchor": 0, "x0": -frame.left, "x1": 0})
    y = -head - 15.0
    for line in wrapped(lane.name, frame.left - GUTTER_AIR, 15, 600):
        spot = Spot(-frame.left, y, "left")
        drawing.write(span(line, palette.ink, 600), 0, 1, spot, xref="paper", yref="paper", font={"size": 15})
        y -= 17
    for note in lane.notes:
        for line in wrapped(note, frame.left - GUTTER_AIR - lane.room, NOTE):
            spot = Spot(-frame.left, y, "left")
            drawing.write(
                span(line, palette.ink_3), 0, 1, spot, xref="paper", yref="paper", font={"size": NOTE}
            )
            y -= 16
