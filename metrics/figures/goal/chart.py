"""The chart behind one benchmark: the place and the other place, or the level, with the milestone marked.

In: what the benchmark says, and the records of a day. Out: a :class:`Chart`, or nothing where no figure of
its series was known.
"""

from datetime import date

from metrics.figures.chart import Chart
from metrics.figures.curves import draw_curve
from metrics.figures.drawing import Drawing
from metrics.figures.goal.scene import WIDTH, GoalScene, PlaceCurve
from metrics.figures.goal.words import alt, finding, level, subtitle, table
from metrics.figures.labels import NEAR, Box, Edges, Label, Spot, around, place
from metrics.figures.marks import Mark, footprint, label_width, line_boxes
from metrics.figures.naming import source_line
from metrics.figures.palette import Mode
from metrics.figures.points import segments
from metrics.figures.typesetting import span
from metrics.progress.benchmarks import BenchmarkResult
from metrics.records.store import Records
from metrics.words import Words

_FAR = (20.0, 32.0, 46.0, 62.0, 80.0)  # px at which a name may stand away from its mark
_RIGHT_FIRST = (1, 6, 5, 2, 3, 0, 4, 7, 8, 9, 10, 11)
_ROW = 16  # px between the names of the two days


def goal_chart(
    result: BenchmarkResult,
    records: Records,
    words: Words,
    mode: Mode,
    *,
    known_on: date,
    width: int = WIDTH,
    height: int | None = None,
) -> Chart | None:
    """Draw what a benchmark is held against.

    Args:
        result: the benchmark and its answers.
        records: what was known on the day.
        words: the language.
        mode: light or dark.
        known_on: the day.
        width: px for which labels are set; they stay apart from 0.93 to 1.6 times that width.
        height: px of the whole figure, at least, where it is drawn for this one size alone; None: its own height.
    """
    scene = GoalScene(result, records, words, mode, known_on=known_on, width=width, height=height)
    if not scene.curves:
        return None
    palette = scene.palette
    drawing = Drawing(scene.frame, mode)
    drawing.not_due(known_on)
    drawing.upright(scene.due, palette.ink, 1.5, "milestone", rise=4)
    if scene.level is not None:
        drawing.level(scene.level, palette.ink, "level")
    for curve in scene.curves:
        draw_curve(
            curve.marks,
            curve.joins,
            drawing,
            name=curve.name,
            series=scene.series.id,
            place=curve.place,
            colour=scene.colour,
            dash=curve.dash,
        )
    _label(scene, drawing)
    _days(scene, drawing)
    return Chart(
        id=f"goal-{result.benchmark.id}",
        plot=drawing.over_years((tick, words.number(tick)) for tick in scene.ticks),
        title=finding(scene),
        subtitle=subtitle(scene),
        source=source_line(scene.points, records, words, known_on),
        alt=alt(scene),
        table=table(scene),
        key=scene.key,
    )


def _days(scene: GoalScene, drawing: Drawing) -> None:
    """The names of the milestone and of the known-on day, one above the other so that they never touch."""
    palette, say, words = scene.palette, scene.words.say, scene.words
    named = (
        (scene.due, say("chart.goal.at_milestone", due=words.day(scene.due)), palette.ink),
        (scene.known_on, say("chart.known_on", day=words.day(scene.known_on)), palette.focus),
    )
    for row, (day, text, colour) in enumerate(named):
        right = scene.frame.across(day) > 0.7
        spot = Spot(0, 13 + row * _ROW, "right" if right else "left")
        drawing.write(span(text, colour, 600), day, scene.frame.high, spot)


def _label(scene: GoalScene, drawing: Drawing) -> None:
    """Each line is named at its end, the figures on which an answer rests have their values."""
    frame, palette = scene.frame, scene.palette
    labels: list[Label] = []
    written: dict[str, tuple[str, Mark]] = {}
    for curve in scene.curves:
        for mark, value in zip(curve.marks, curve.values, strict=True):
            last = mark is curve.marks[-1]
            if not last and mark.id not in scene.told:
                continue
            name = curve.name if last else ""
            width = label_width(f"{name} ", 600) + label_width(value) if last else label_width(value)
            near = around(mark.size / 2 + 1)
            spots = (
                *(near[i] for i in _RIGHT_FIRST),
                *(around(mark.size / 2 + 1, reach=_FAR)[NEAR:]),
            )
            labels.append(
                Label(
                    mark.id,
                    frame.across(mark.day),
                    frame.up(mark.value),
                    width,
                    spots,
                    rank=1 if last else 2,
                    must=True,
                    near=2 * NEAR,
                )
            )
            text = span(value, palette.ink_2)
            written[mark.id] = (f"{span(name, scene.colour, 600)} {text}" if last else text), mark
    walls = [box for curve in scene.curves for mark in curve.marks for box in footprint(mark, frame)]
    soft = [box for curve in scene.curves for box in _line(curve, scene)]
    soft += [Box(frame.across(day), -3, 3, 0, frame.plot_height) for day in (scene.due, scene.known_on)]
    ends = {"level left": frame.first, "level right": frame.last}
    if scene.level is not None:
        height = frame.up(scene.level)
        soft.append(Box(0, 0, 10 * frame.plot_width, height - 2, height + 2))
        labels += [_at_level(scene, key, height) for key in ends]
    edges = Edges(left=-2, right=frame.right - 2, foot=3, head=frame.plot_height)
    by_key = {one.key: one for one in labels}
    for one, spot in place(labels, walls, edges, frame.widths, soft).items():
        if one in ends and scene.level is not None:
            markup = span(level(scene), palette.ink, 600)
            drawing.write(markup, ends[one], scene.level, spot, outline=palette.paper)
        elif one in written:
            markup, mark = written[one]
            drawing.leader(mark, by_key[one], spot)
            drawing.write(markup, mark.day, mark.value, spot, outline=palette.paper)


def _at_level(scene: GoalScene, key: str, height: float) -> Label:
    """What the line of a benchmark with a value means, at one of its two ends."""
    left = key == "level left"
    spots = [Spot(4, up, "left") if left else Spot(-4, up, "right") for up in (11, -11)]
    width = label_width(level(scene), 600)
    return Label(key, 0 if left else 1, height, width, tuple(spots), must=True, group="level")


def _line(curve: PlaceCurve, scene: GoalScene) -> list[Box]:
    frame = scene.frame
    places = {mark.id: (frame.across(mark.day), frame.up(mark.value)) for mark in curve.marks}
    return [
        box
        for segment in (*segments(curve.joins.solid), *segments(curve.joins.dashed))
        for box in line_boxes([places[o.id] for o in segment], frame)
    ]
