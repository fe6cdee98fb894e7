"""The chart behind one benchmark: the place and the other place, or the level, with the milestone marked.

In: what the benchmark says, and the records of a day. Out: a :class:`Chart`, or nothing where no figure of
its series was known.
"""

from collections.abc import Iterator
from datetime import date

from metrics.figures.chart import Chart
from metrics.figures.curves import draw_curve
from metrics.figures.drawing import Drawing, LabelText
from metrics.figures.goal.scene import WIDTH, GoalScene
from metrics.figures.goal.words import alt, finding, level, subtitle, table
from metrics.figures.labels import NEAR, Anchor, Box, Edges, Label, Spot, around
from metrics.figures.marks import label_width
from metrics.figures.naming import source_line
from metrics.figures.palette import Mode
from metrics.figures.typesetting import span
from metrics.progress.benchmarks import BenchmarkResult
from metrics.records.store import Records
from metrics.words import Words

_FAR = (20.0, 32.0, 46.0, 62.0, 80.0)  # px at which a name may stand away from its mark
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
    frame = scene.frame
    soft = [Box(frame.across(day), -3, 3, 0, frame.plot_height) for day in (scene.due, scene.known_on)]
    edges = Edges(left=-2, right=frame.right - 2, foot=3, head=frame.plot_height)
    drawing.label([*_values(scene), *_levels(scene)], edges, soft=soft)


def _values(scene: GoalScene) -> Iterator[LabelText]:
    frame, palette = scene.frame, scene.palette
    for curve in scene.curves:
        for mark, value in zip(curve.marks, curve.values, strict=True):
            last = mark is curve.marks[-1]
            if not last and mark.id not in scene.rests_on:
                continue
            markup, width = span(value, palette.ink_2), label_width(value)
            if last:
                markup = f"{span(curve.name, scene.colour, 600)} {markup}"
                width += label_width(f"{curve.name} ", 600)
            spots = around(mark.size / 2 + 1, reach=_FAR, right_first=True)
            at, height, rank = frame.across(mark.day), frame.up(mark.value), 1 if last else 2
            label = Label(mark.id, at, height, width, spots, rank=rank, must=True, near=2 * NEAR)
            yield LabelText(label, markup, mark.day, mark.value, mark)


def _levels(scene: GoalScene) -> Iterator[LabelText]:
    """What the line of a benchmark with a value means, at one of its two ends."""
    if scene.level is None:
        return
    frame, text = scene.frame, level(scene)
    ends: tuple[tuple[date, float, Anchor], ...] = ((frame.first, 4, "left"), (frame.last, -4, "right"))
    for day, across, anchor in ends:
        spots = tuple(Spot(across, up, anchor) for up in (11, -11))
        place, width = (frame.across(day), frame.up(scene.level)), label_width(text, 600)
        label = Label(f"level {anchor}", *place, width, spots, must=True, group="level")
        yield LabelText(label, span(text, scene.palette.ink, 600), day, scene.level)
