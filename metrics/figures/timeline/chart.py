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
from metrics.figures.timeline.lanes import FOLDED, FoldedLane
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
    if scene.today:
        drawing.upright(scene.today, scene.palette.ink_3, 1.5, name="today", dash="4px,3px")
    _heads(scene, drawing)
    for lane, head in scene.lanes:
        lane.draw(head, sheet)
    _rules(scene, sheet)
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
        yaxis={
            "range": [0, scene.frame.plot_height],
            "showgrid": False,
            "tickmode": "array",
            "tickvals": [y for y, _ in sheet.ticks_of_values],
            "ticktext": [text for _, text in sheet.ticks_of_values],
        },
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


def _rules(scene: TimelineScene, sheet: TimelineDrawing) -> None:
    """Hairlines at the turn of each year and between lanes, in the gutter too; and those of the scale of values."""
    frame, palette, shapes = scene.frame, scene.palette, sheet.drawing.shapes
    first, last, foot = moment(frame.first), moment(frame.last), frame.plot_height

    def path(name: str, parts: Iterable[str], colour: str, **look: object) -> None:
        line = {"color": colour, "width": 1, **({"dash": look.pop("dash")} if "dash" in look else {})}
        place = {"xref": "x", "yref": "y", **look}
        shapes.append(
            {"type": "path", "name": name, "path": "".join(parts), "line": line, "layer": "below", **place}
        )

    heads = [foot - head for _, head in scene.lanes]
    turns = (f"M{year}-01-01,0L{year}-01-01,{foot}" for year in _shown_years(scene))
    path("rules", (*turns, *(f"M{first},{y}L{last},{y}" for y in heads)), palette.rule)
    gutter = (f"M{-frame.left},{y}L0,{y}" for y in heads)
    path("gutter", gutter, palette.rule, xref="paper", xsizemode="pixel", xanchor=0)
    for y, _ in sheet.ticks_of_values[:1]:
        path("zero", [f"M{first},{y}L{last},{y}"], palette.edge)
    levels = [f"M{first},{y}L{last},{y}" for y, _ in sheet.ticks_of_values[1:]]
    if levels:
        path("values", levels, palette.rule, dash="2px,3px")


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


def _heads(scene: TimelineScene, drawing: Drawing) -> None:
    """The name of each lane in the gutter, and what it shows below it; folded lanes in a row are one text."""
    palette, left = scene.palette, scene.frame.left
    folded: list[str] = []
    look = {"xref": "paper", "yref": "paper", "yanchor": "top", "align": "left"}
    for number, (lane, head) in enumerate(scene.lanes):
        if isinstance(lane, FoldedLane):
            count = plain(" ".join(("", *lane.notes)))
            name = shortened(lane.name, left - SIGN - text_width(count, 15), 15, 600)
            folded.append(_sized(span(name, palette.ink, 600) + span(count, palette.ink_3), 15))
            after = scene.lanes[number + 1][0] if number + 1 < len(scene.lanes) else None
            if not isinstance(after, FoldedLane):  # a line of a text is 1.3 times as high as its letters
                up = -head - 2 + FOLDED * (len(folded) - 1)
                size = {"size": FOLDED / 1.3}
                drawing.write("<br>".join(folded), 0, 1, Spot(-left, up, "left"), **look, font=size)
                folded = []
            continue
        names = wrapped(lane.name, left - SIGN, 15, 600)
        lines = [_sized(span(line, palette.ink, 600), 15) for line in names]
        for note in lane.notes:
            lines += [
                span(line, palette.ink_3) for line in wrapped(note, left - GUTTER_AIR - lane.room, NOTE)
            ]
        drawing.write("<br>".join(lines), 0, 1, Spot(-left, -head - 5, "left"), **look, font={"size": NOTE})


def _sized(markup: str, size: float) -> str:
    return markup.replace('style="', f'style="font-size:{size:g}px;')
