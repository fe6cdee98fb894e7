"""The timeline: plans from publication to each due date, figures on the day they came out, events by kind.

In: the records of a day, and which plans and categories to show. Out: a :class:`Chart` that is as high as
its rows need. Upright everything is px; each point carries the id of its plan, figure or event.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from datetime import date

from metrics.figures.chart import Chart
from metrics.figures.drawing import Drawing
from metrics.figures.frame import WIDTH
from metrics.figures.labels import Spot
from metrics.figures.palette import Mode
from metrics.figures.plot import Axis, Stroke
from metrics.figures.timeline.lanes import FOLDED, FigureLane, FoldedLane, TimelineLane
from metrics.figures.timeline.scene import GUTTER_AIR, HEAD, LINE, TimelineScene
from metrics.figures.timeline.words import alt, finding, source, subtitle, table
from metrics.figures.typesetting import NOTE, plain, shortened, span, text_width, wrapped
from metrics.records.store import Records
from metrics.words import Words

SIGN = 28  # px at the end of the gutter for the sign that folds a lane
YEAR, NAME = 14, 15  # px, the letters of years and of the names of lanes


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
    frame, palette = scene.frame, scene.palette
    drawing = Drawing(frame, scene.mode)
    drawing.not_due(scene.known_on, ground=True)
    if scene.today:
        ends = [(scene.today, frame.low), (scene.today, frame.high)]
        drawing.line(ends, palette.ink_3, 1.5, "4px,3px", role="today", ground=True)
    ticks: list[tuple[float, str]] = []
    for lane, head in scene.lanes:
        lane.draw(head, drawing, scene.chosen)
        if isinstance(lane, FigureLane):
            ticks = lane.scale(frame.plot_height - head - lane.height)
    _heads(scene, drawing)
    _rules(scene, drawing)
    title = finding(scene)
    return Chart(
        id="timeline",
        plot=drawing.plot(
            Axis(frame.first, frame.last, _years(scene), "top", line=False, size=YEAR),
            Axis(frame.low, frame.high, tuple(ticks)),
        ),
        title=title,
        subtitle=subtitle(scene),
        source=source(scene),
        alt=alt(scene, title),
        table=table(scene),
        key=scene.key,
    )


def _shown_years(scene: TimelineScene) -> range:
    return range(scene.years[0], scene.years[1] + 1)


def _rules(scene: TimelineScene, drawing: Drawing) -> None:
    """Hairlines at the turn of each year and between lanes, in the gutter too."""
    frame, rule = scene.frame, scene.palette.rule
    for year in _shown_years(scene):
        turn = date(year, 1, 1)
        drawing.line([(turn, frame.low), (turn, frame.high)], rule, 1, role="rule", ground=True)
    for _, head in scene.lanes:
        y = frame.high - head
        drawing.line([(frame.first, y), (frame.last, y)], rule, 1, role="rule", ground=True)
        drawing.strokes.append(Stroke(frame.first, y, 90, -frame.left, 0, 1, rule, role="gutter"))


def _years(scene: TimelineScene) -> tuple[tuple[date, str], ...]:
    """The number of each year over its middle, bold where a plan tracked here has a target due."""
    frame, years = scene.frame, _shown_years(scene)
    step = max(1, round(40 * len(years) / frame.plot_width + 0.4))
    bold = {year: span(str(year), scene.palette.ink, 600) for year in scene.main_years}
    return tuple((date(year, 7, 2), bold.get(year, str(year))) for year in years[::step])


def _heads(scene: TimelineScene, drawing: Drawing) -> None:
    """The name of each lane in the gutter, and what it shows below it; folded lanes in a row, and two others, are one text."""
    frame, rows = scene.frame, deque(scene.lanes)
    while rows:
        lane, head = rows.popleft()
        after, pitch = rows[0][0] if rows else None, float(FOLDED)
        if isinstance(lane, FoldedLane):
            lines = [_folded(lane, scene)]
            while rows and isinstance(rows[0][0], FoldedLane):
                lines.append(_folded(rows.popleft()[0], scene))
        else:
            lines, pitch, head = _lines(lane, scene), LINE, head + HEAD
            count = int(lane.height / LINE)
            if after and not isinstance(after, FoldedLane) and len(lines) <= count:
                rows.popleft()
                pitch = lane.height / count
                lines += [""] * (count - len(lines)) + _lines(after, scene)
        middle = frame.high - head - pitch * len(lines) / 2
        # a line of a text is 1.3 times as high as its letters
        drawing.write("<br>".join(lines), frame.first, middle, Spot(-frame.left, 0, "left"), size=pitch / 1.3)


def _folded(lane: TimelineLane, scene: TimelineScene) -> str:
    """The name of a folded lane, and how much it holds."""
    count = plain(" ".join(("", *lane.notes)))
    name = shortened(lane.name, scene.frame.left - SIGN - text_width(count, NAME), NAME, 600)
    return _sized(span(name, scene.palette.ink, 600) + span(count, scene.palette.ink_3), NAME)


def _lines(lane: TimelineLane, scene: TimelineScene) -> list[str]:
    """The name of an open lane, and its notes."""
    left, palette = scene.frame.left, scene.palette
    names = wrapped(lane.name, left - SIGN, NAME, 600)
    notes = (part for note in lane.notes for part in wrapped(note, left - GUTTER_AIR - lane.room, NOTE))
    return [
        *(_sized(span(line, palette.ink, 600), NAME) for line in names),
        *(_sized(span(line, palette.ink_3), NOTE) for line in notes),
    ]


def _sized(markup: str, size: float) -> str:
    return markup.replace('style="', f'style="font-size:{size:g}px;')
