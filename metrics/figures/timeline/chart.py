"""The timeline: plans from publication to each due date, figures on the day they came out, events by kind.

In: the records of a day, and which plans and categories to show. Out: a :class:`Chart` that is as high as
its rows need. Upright everything is px; each point carries the id of its plan, figure or event.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from metrics.figures.chart import Chart
from metrics.figures.frame import WIDTH, moment
from metrics.figures.labels import Spot
from metrics.figures.old_drawing import OldDrawing as Drawing
from metrics.figures.palette import Mode
from metrics.figures.timeline.lanes import FoldedLane, TimelineLane
from metrics.figures.timeline.scene import GUTTER_AIR, TimelineScene
from metrics.figures.timeline.sheet import TimelineDrawing
from metrics.figures.timeline.words import alt, finding, source, subtitle, table
from metrics.figures.typesetting import NOTE, plain, shortened, span, text_width, wrapped
from metrics.records.store import Records
from metrics.words import Words

SIGN = 28  # px at the end of the gutter for the sign that folds a lane


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
    years: tuple[int, int] | None = None,
    folded: Iterable[str] = (),
    chosen: str | None = None,
    width: int = WIDTH,
    exact: bool = False,
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
        today: gets a line of its own where that can be told from the line of ``known_on``.
        years: the first and the last year shown, as far as anything is known in them; None: all.
        folded: ids of lanes that are folded to a thin row: ``plans``, ``figures``, or a kind of events.
        chosen: id of a plan, figure, event, due date or target that gets a ring.
        width: px for which labels are set; they stay apart from 0.93 to 1.6 times that width.
        exact: whether it is drawn for that width alone.
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
        years=years,
        folded=folded,
        chosen=chosen,
        width=width,
        exact=exact,
    )
    return drawn(scene)


def drawn(scene: TimelineScene) -> Chart:
    """The chart of a scene."""
    drawing = Drawing(scene.frame, scene.mode)
    sheet = TimelineDrawing(drawing, scene.chosen)
    drawing.not_due(scene.known_on)
    _turns(scene, drawing)
    if scene.today:
        drawing.upright(scene.today, scene.palette.ink_3, 1.5, name="today", dash="4px,3px")
    for lane, head in scene.lanes:
        _heading(lane, head, scene, drawing)
        lane.draw(head, sheet)
    sheet.lay()
    figure = drawing.figure(
        barmode="overlay",
        meta={"rows": True},  # upright everything is px: a picture must not stretch it
        xaxis={
            "type": "date",
            "range": [moment(scene.frame.first), moment(scene.frame.last)],
            "showline": False,
            "side": "top",
            "ticks": "",
            "ticklabelstandoff": 8,
            "tickangle": 0,
            **_years(scene),
        },
        yaxis={"range": [0, scene.frame.plot_height], "showticklabels": False, "showgrid": False},
        # What the page would set itself at once, drawing everything once more.
        clickmode="event+select",
        dragmode="pan",
        hovermode="closest",
    )
    title = finding(scene)
    return Chart(
        id="timeline",
        plot=figure,
        title=title,
        subtitle=subtitle(scene),
        source=source(scene),
        alt=alt(scene, title),
        table=table(scene),
        key=scene.key,
    )


def _shown_years(scene: TimelineScene) -> range:
    return range(scene.years[0], scene.years[1] + 1)


def _turns(scene: TimelineScene, drawing: Drawing) -> None:
    """A hairline at the turn of each year: one shape for all."""
    turns = "".join(f"M{year}-01-01,0L{year}-01-01,1" for year in _shown_years(scene))
    drawing.shapes.append(
        {
            "type": "path",
            "name": "years",
            "path": turns,
            "xref": "x",
            "yref": "paper",
            "line": {"color": scene.palette.rule, "width": 1},
            "layer": "below",
        }
    )


def _years(scene: TimelineScene) -> dict[str, object]:
    """The number of each year over its middle, bold where a plan tracked here has a target due."""
    frame, palette, years = scene.frame, scene.palette, _shown_years(scene)
    step = max(1, round(40 * len(years) / frame.plot_width + 0.4))
    named = years[::step]
    return {
        "tickmode": "array",
        "tickvals": [f"{year}-07-02" for year in named],
        "ticktext": [
            span(str(year), palette.ink, 600) if year in scene.main_years else str(year) for year in named
        ],
        "tickfont": {"size": 14, "color": palette.ink_3},
    }


def _heading(lane: TimelineLane, head: float, scene: TimelineScene, drawing: Drawing) -> None:
    """The name of a lane in the gutter, what it shows below it, and a hairline over the whole width."""
    frame, palette = scene.frame, scene.palette
    height = frame.plot_height
    rule = {"type": "line", "yref": "paper", "line": {"color": palette.rule, "width": 1}, "layer": "below"}
    level = {"xref": "paper", "y0": 1 - head / height, "y1": 1 - head / height}
    drawing.shapes.append({**rule, **level, "x0": 0, "x1": 1})
    drawing.shapes.append({**rule, **level, "xsizemode": "pixel", "xanchor": 0, "x0": -frame.left, "x1": 0})
    look = {"xref": "paper", "yref": "paper", "yanchor": "top", "align": "left"}
    if isinstance(lane, FoldedLane):
        count = plain(" ".join(("", *lane.notes)))
        name = shortened(lane.name, frame.left - SIGN - text_width(count, 15), 15, 600)
        markup = span(name, palette.ink, 600) + span(count, palette.ink_3)
        drawing.write(markup, 0, 1, Spot(-frame.left, -head - 4, "left"), **look, font={"size": 15})
        return
    names = wrapped(lane.name, frame.left - SIGN, 15, 600)
    markup = "<br>".join(span(line, palette.ink, 600) for line in names)
    drawing.write(markup, 0, 1, Spot(-frame.left, -head - 5, "left"), **look, font={"size": 15})
    lines = [line for note in lane.notes for line in wrapped(note, frame.left - GUTTER_AIR - lane.room, NOTE)]
    if lines:
        y = -head - 5 - 19.5 * len(names)
        markup = "<br>".join(span(line, palette.ink_3) for line in lines)
        drawing.write(markup, 0, 1, Spot(-frame.left, y, "left"), **look, font={"size": NOTE})
