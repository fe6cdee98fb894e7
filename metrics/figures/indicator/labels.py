"""The labels of an indicator's chart: each line is named at its end, with its last value.

In: a scene. Out: texts, none on another or on a mark; names always stand somewhere, the first value
of a line and the targets where there is room.
"""

from collections.abc import Iterator
from dataclasses import replace

from metrics.figures.drawing import Drawing, LabelText
from metrics.figures.indicator.scene import IndicatorScene
from metrics.figures.indicator.versus import LETTERS
from metrics.figures.indicator.vintages import revision_walls
from metrics.figures.labels import NEAR, Box, Edges, Label, Spot, around
from metrics.figures.marks import Mark, label_width
from metrics.figures.typesetting import span
from metrics.records.model import Target

FAR = (20.0, 32.0, 46.0, 62.0, 80.0, 100.0, 124.0)  # px at which a name may stand away from its mark
_EVEN_SPOTS = (Spot(6, 0, "left"), Spot(-4, 10, "right"), Spot(-4, -10, "right"))
_TARGET_SPOTS: tuple[Spot, ...] = (
    Spot(-18, 0, "right"),
    Spot(0, 14, "center"),
    Spot(18, 0, "left"),
    Spot(0, -14, "center"),
)
MANY = 8  # lines; with more, names stand only where there is room


def label(scene: IndicatorScene, drawing: Drawing) -> None:
    """Set the names, the first values and the targets' labels."""
    frame, words = scene.frame, scene.words
    walls = []
    for target in scene.shown_targets:
        aside, height = _aside(scene, target), frame.up(scene.level(target.value))
        walls.append(Box(frame.across(target.due), aside - 15, aside + 15, height - 3, height + 3))
    for _, day, value in scene.versus.starts if scene.versus else ():
        height = frame.up(value)
        walls.append(Box(frame.across(day), -15, 15, height - 4, height + 4))
    if drawing.known_on:  # the line of the day, which no label may cross
        at = frame.across(scene.known_on)
        walls.append(Box(at, -3, 3, 0, frame.plot_height))
        text = span(words.say("chart.known_on", day=words.day(scene.known_on)), scene.palette.focus, 600)
        drawing.write(text, scene.known_on, frame.high, Spot(0, 13, "left" if at < 0.75 else "right"))
    edges = Edges(left=-2, right=frame.right - 2, foot=3, head=frame.plot_height)
    texts = [*_figures(scene), *_targets(scene), *_even(scene)]
    drawing.label(texts, edges, walls, revision_walls(scene))


def _figures(scene: IndicatorScene) -> Iterator[LabelText]:
    palette = scene.palette
    for curve in scene.curves:
        mark, value = curve.marks[-1], curve.values[-1]
        width = label_width(curve.name + " ", 600) + label_width(value)
        label = _at(mark, scene, width, rank=1, must=len(scene.curves) <= MANY)
        name = f"{span(curve.name, curve.colour, 600)} {span(value, palette.ink_2)}"
        yield LabelText(label, name, mark.day, mark.value, mark)
        if len(curve.marks) > 1 and scene.scale not in ("index", "growth"):
            first, value = curve.marks[0], curve.values[0]
            label = _at(first, scene, label_width(value), rank=2, must=False)
            yield LabelText(label, span(value, palette.ink_2), first.day, first.value, first)


def _targets(scene: IndicatorScene) -> Iterator[LabelText]:
    frame = scene.frame
    for target in scene.shown_targets:
        text, level = _target_text(scene, target), scene.level(target.value)
        spots = _TARGET_SPOTS
        if scene.versus:  # the letter says whose it is, so that each has its label
            aside = _aside(scene, target)
            spots = tuple(replace(one, across=one.across + aside) for one in (*spots, *around(16, reach=FAR)))
        at, must = (frame.across(target.due), frame.up(level)), scene.versus is not None
        label = Label(f"target {target.id}", *at, label_width(text, 600), spots, must=must)
        yield LabelText(label, span(text, scene.palette.ink, 600), target.due, level)


def _even(scene: IndicatorScene) -> Iterator[LabelText]:
    if scene.even is not None and scene.scale != "index":
        text = scene.words.say(f"chart.indicator.even.{scene.scale}")
        label = Label("even", 1, scene.frame.up(scene.even), label_width(text), _EVEN_SPOTS, rank=3)
        yield LabelText(label, span(text, scene.palette.ink_3), scene.frame.last, scene.even)


def _aside(scene: IndicatorScene, target: Target) -> float:
    """Px by which the bar of a target is moved aside where two plans are compared."""
    return scene.versus.asides[target.id] if scene.versus else 0.0


def _target_text(scene: IndicatorScene, target: Target) -> str:
    """What stands at a target: its year and value, and of two plans that are compared the letter of its own."""
    texts = {"year": str(target.due.year), "value": scene.words.number(target.value)}
    if scene.versus is None:
        return scene.words.say("chart.dated", **texts)
    return scene.words.say("compare.dated", letter=LETTERS[scene.versus.sides[target.id]], **texts)


def _at(mark: Mark, scene: IndicatorScene, width: float, *, rank: int, must: bool) -> Label:
    spots = around(mark.size / 2 + 1, reach=FAR if must else (), right_first=rank == 1)
    at, height = scene.frame.across(mark.day), scene.frame.up(mark.value)
    return Label(mark.id, at, height, width, spots, rank, must=must, near=2 * NEAR)
