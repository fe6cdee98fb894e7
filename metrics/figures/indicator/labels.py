"""The labels of an indicator's chart: each line is named at its end, with its last value.

In: a scene. Out: texts, none on another or on a mark; names always stand somewhere, the first value
of a line and the targets where there is room.
"""

from dataclasses import replace

from metrics.figures.drawing import Drawing
from metrics.figures.frame import Across
from metrics.figures.indicator.scene import IndicatorScene
from metrics.figures.indicator.versus import LETTERS
from metrics.figures.indicator.vintages import revision_walls
from metrics.figures.labels import NEAR, Box, Edges, Label, Spot, around, crowded, place
from metrics.figures.marks import Mark, footprint, label_width, line_boxes
from metrics.figures.typesetting import span
from metrics.records.model import Target

FAR = (20.0, 32.0, 46.0, 62.0, 80.0, 100.0, 124.0)  # px at which a name may stand away from its mark
EVEN = "even"
_EVEN_SPOTS = (Spot(6, 0, "left"), Spot(-4, 10, "right"), Spot(-4, -10, "right"))
_TARGET_SPOTS: tuple[Spot, ...] = (
    Spot(-18, 0, "right"),
    Spot(0, 14, "center"),
    Spot(18, 0, "left"),
    Spot(0, -14, "center"),
)
MANY = 8  # lines; with more, names stand only where there is room
_RIGHT_FIRST = (1, 6, 5, 2, 3, 0, 4, 7, 8, 9, 10, 11)


def label(scene: IndicatorScene, drawing: Drawing) -> None:
    """Set the names, the first values and the targets' labels."""
    frame, palette, words, versus = scene.frame, scene.palette, scene.words, scene.versus
    labels: list[Label] = []
    texts: dict[str, tuple[str, Across, float]] = {}  # what is written of each label, and where it belongs
    marks: dict[str, Mark] = {}
    for curve in scene.curves:
        mark, value = curve.marks[-1], curve.values[-1]
        width = label_width(curve.name + " ", 600) + label_width(value)
        labels.append(_at(mark, scene, width, rank=1, must=len(scene.curves) <= MANY))
        name = f"{span(curve.name, curve.colour, 600)} {span(value, palette.ink_2)}"
        marks[mark.id], texts[mark.id] = mark, (name, mark.day, mark.value)
        if len(curve.marks) > 1 and scene.scale not in ("index", "growth"):
            first, value = curve.marks[0], curve.values[0]
            labels.append(_at(first, scene, label_width(value), rank=2, must=False))
            marks[first.id], texts[first.id] = first, (span(value, palette.ink_2), first.day, first.value)
    walls = [box for curve in scene.curves for mark in curve.marks for box in footprint(mark, frame)]
    soft = [box for curve in scene.curves for box in curve.boxes(frame)] + revision_walls(scene)
    for way in versus.ways if versus else ():
        soft += line_boxes([(frame.across(day), frame.up(value)) for day, value in way.points], frame)
    for target in scene.shown_targets:
        level = scene.level(target.value)
        at, height, aside = (
            frame.across(target.due),
            frame.up(level),
            versus.asides[target.id] if versus else 0,
        )
        walls.append(Box(at, aside - 15, aside + 15, height - 3, height + 3))
        text = _target_text(scene, target)
        spots = _TARGET_SPOTS
        if versus:  # the letter says whose it is, so that each has its label
            spots = tuple(replace(one, across=one.across + aside) for one in (*spots, *around(16, reach=FAR)))
        key = f"target {target.id}"
        labels.append(Label(key, at, height, label_width(text, 600), spots, must=versus is not None))
        texts[key] = span(text, palette.ink, 600), target.due, level
    if drawing.known_on:  # the line of the day, which no label may cross
        at = frame.across(scene.known_on)
        walls.append(Box(at, -3, 3, 0, frame.plot_height))
        text = span(words.say("chart.known_on", day=words.day(scene.known_on)), palette.focus, 600)
        drawing.write(text, scene.known_on, frame.high, Spot(0, 13, "left" if at < 0.75 else "right"))
    if scene.even is not None and scene.scale != "index":
        even = words.say(f"chart.indicator.even.{scene.scale}")
        labels.append(Label(EVEN, 1, frame.up(scene.even), label_width(even), _EVEN_SPOTS, rank=3))
        texts[EVEN] = span(even, palette.ink_3), frame.last, scene.even
    edges = Edges(left=-2, right=frame.right - 2, foot=3, head=frame.plot_height)
    taken = place(labels, walls, edges, frame.widths, soft)
    gone = crowded(labels, taken, walls, frame.narrow)
    by_key = {one.key: one for one in labels}
    for key, spot in taken.items():
        if key in marks:
            drawing.leader(marks[key], by_key[key], spot)
        drawing.write(*texts[key], spot, outline=palette.paper, wide_only=key in gone)


def _target_text(scene: IndicatorScene, target: Target) -> str:
    """What stands at a target: its year and value, and of two plans that are compared the letter of its own."""
    texts = {"year": str(target.due.year), "value": scene.words.number(target.value)}
    if scene.versus is None:
        return scene.words.say("chart.dated", **texts)
    return scene.words.say("compare.dated", letter=LETTERS[scene.versus.sides[target.id]], **texts)


def _at(mark: Mark, scene: IndicatorScene, width: float, *, rank: int, must: bool) -> Label:
    near = around(mark.size / 2 + 1)
    ordered = tuple(near[i] for i in _RIGHT_FIRST) if rank == 1 else near
    far = around(mark.size / 2 + 1, reach=FAR)[NEAR:] if must else ()
    at, height = scene.frame.across(mark.day), scene.frame.up(mark.value)
    return Label(mark.id, at, height, width, ordered + far, rank, must=must, near=2 * NEAR)
