"""The labels of a target's chart: names and values at the marks, the target, the due and known-on days.

In: a scene. Out: texts on the drawing, set so that none touches another, a mark or the edge. The
series that count come first and always stand somewhere; the others are named where there is room.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from metrics.figures.drawing import Drawing, LabelText
from metrics.figures.labels import NEAR, Anchor, Box, Edges, Label, Spot, around, crowded, place
from metrics.figures.marks import Mark, label_width
from metrics.figures.naming import value_label
from metrics.figures.series_curve import SeriesCurve
from metrics.figures.target.scene import Scene
from metrics.figures.typesetting import Weight, span
from metrics.progress.result import Path
from metrics.records.model import Observation
from metrics.words.demands import says_unit

FAR = (22.0, 34.0, 48.0, 64.0, 82.0, 104.0, 130.0)  # px at which a label may stand away from its mark
MANY = 8  # series; with more, those that do not count are named only where there is room
ROW_OVER = 17  # px, a row of labels over the plot
STRAIGHT = 2  # points of a straight path
CLOSE = 210  # px between the due and the known-on line below which their labels turn away


def label(scene: Scene, drawing: Drawing) -> None:
    """Set all labels of the plot and those over it."""
    frame, known_on = scene.frame, scene.status.known_on
    # No label may cross the due line.
    walls = [Box(frame.across(scene.target.due), -3, 3, 0, frame.plot_height + scene.over)]
    walls += [_bar(scene, post.day, post.value, post.main) for post in scene.posts]
    if scene.nothing:
        walls.append(scene.nothing.box)
    soft = [Box(frame.across(known_on), -3, 3, 0, frame.plot_height)] if frame.holds(known_on) else []
    edges = Edges(left=-2, right=frame.right - 4, foot=4, head=frame.plot_height)
    drawing.label([*_goalposts(scene), *_figures(scene), *_paths(scene)], edges, walls, soft)
    _over(scene, drawing)


def _figures(scene: Scene) -> Iterable[LabelText]:
    """Of a series that counts: name and value at its last figure, the value at the others. Of another
    series: name and value at one of its figures, the last if there is room.
    """
    ranked = sorted(scene.curves, key=lambda s: (not s.counts, -len(s.points) if not s.counts else 0))
    for curve in ranked:
        last = _last(curve)
        marks = {m.id: m for m in scene.marks[curve.series.id]}
        for point in sorted(curve.points, key=lambda p: p is not last):
            named = point is last or not curve.counts
            yield _figure(scene, curve, point, marks[point.id], named=named)


def _last(curve: SeriesCurve) -> Observation:
    judged = [p for p in curve.points if p.judged]
    return (judged or list(curve.points))[-1]


def _figure(scene: Scene, curve: SeriesCurve, point: Observation, mark: Mark, *, named: bool) -> LabelText:
    words, palette, frame = scene.words, scene.palette, scene.frame
    value = value_label(point, words)
    name = words.text(curve.series.short)
    quiet, few = not curve.counts, len(scene.curves) <= MANY
    if named:
        weight: Weight = 400 if quiet else 600
        width = label_width(name + " ", weight) + label_width(value)
        markup = span(name, palette.ink_3 if quiet else curve.full, weight) + " "
        markup += span(value, palette.ink_3 if quiet else palette.ink_2)
    else:
        width, markup = label_width(value), span(value, palette.ink_2)
    must = named and (curve.counts or (few and point is _last(curve)))
    spots = around(mark.size / 2 + (6 if mark.about else 1), reach=FAR if must else ())
    made = Label(
        key=point.id,
        at=frame.across(point.period.end),
        height=frame.up(point.value),
        width=width,
        spots=tuple(Spot(s.across + mark.aside, s.up, s.anchor) for s in spots),
        rank=(1 if curve.counts else 4 if point is _last(curve) else 5) if named else 3,
        must=must,
        group="" if curve.counts else curve.series.id,
        near=3 * NEAR,
    )
    return LabelText(made, markup, point.period.end, point.value, mark)


def _goalposts(scene: Scene) -> Iterable[LabelText]:
    """The label of the target, and those of the plan's other milestones."""
    words, frame, palette = scene.words, scene.frame, scene.palette
    for post in scene.posts:
        if not frame.holds(post.day):
            continue
        value = words.number(post.value)
        if post.high is not None:
            value = words.say("chart.range", low=value, high=words.number(post.high))
        if post.main and post.target is not None:
            way = post.target.comparator.value if post.high is None else "within"
            if says_unit(post.target, scene.records):
                way, value = "within", words.demand_long(post.target, scene.records)
            text = words.say(f"chart.target.label.{way}", value=value)
        else:
            key = "chart.target.earlier" if post.earlier else "chart.dated"
            text = words.say(key, year=str(post.day.year), value=value)
        half = 26 if post.main else 18
        sides: tuple[tuple[int, Anchor], ...] = ((-1, "right"), (1, "left"))
        beside = [Spot(s * half, up, a) for up in (8, 6, 0, -10) for s, a in sides]
        off = [Spot(s * half, up, a) for up in (24, -26, 40, -42, 56, -58, 72, -74) for s, a in sides]
        over = [Spot(0, up, "center") for up in (14, -16)]
        made = Label(
            key=f"goalpost {post.day} {post.value}" if post.earlier else f"goalpost {post.day}",
            at=frame.across(post.day),
            height=frame.up(post.value),
            width=label_width(text, 600),
            spots=tuple(beside + over + off),
            rank=0,
            must=True,
        )
        colour = palette.ink if post.target and not post.earlier else palette.ink_3
        yield LabelText(made, span(text, colour, 600), post.day, post.value)


def _paths(scene: Scene) -> Iterable[LabelText]:
    """Which required path is which, at the middle of each, where a series has both."""
    words, frame = scene.words, scene.frame
    colours = {s.series.id: s.full for s in scene.curves}
    for way in scene.ways:
        both = sum(other.series == way.series for other in scene.ways) > 1
        shown = [point for point in way.points if frame.holds(point[0])]
        if way.series is None or way.path is None or not both or not shown:
            continue
        (first, start), (last, end) = shown[0], shown[-1]
        day, value = first + (last - first) / 2, (start + end) / 2
        if len(shown) > STRAIGHT:  # the middle of a curve is the point of it that lies nearest
            day, value = min(shown, key=lambda point: abs(point[0] - day))
        text = words.say(f"chart.target.path.{way.path}")
        over = way.path is Path.LINEAR
        sides: tuple[tuple[int, Anchor], ...] = (
            ((-8, "right"), (8, "left")) if over else ((8, "left"), (-8, "right"))
        )
        made = Label(
            key=f"path {way.series} {way.path}",
            at=frame.across(day),
            height=frame.up(value),
            width=label_width(text),
            spots=tuple(Spot(x, up if over else -up, a) for up in (12, 20, 30) for x, a in sides),
            rank=6,
            must=False,
        )
        yield LabelText(made, span(text, colours.get(way.series, scene.palette.ink_3)), day, value)


def _bar(scene: Scene, day: date, value: float, main: bool) -> Box:
    half, height = (23 if main else 15), scene.frame.up(value)
    return Box(scene.frame.across(day), -half, half, height - 3, height + 3)


def _over(scene: Scene, drawing: Drawing) -> None:
    """The due date and the known-on day over the plot, each beside its own line."""
    words, frame, palette = scene.words, scene.frame, scene.palette
    due, known_on = scene.target.due, scene.status.known_on
    between = (frame.across(known_on) - frame.across(due)) * frame.plot_width
    right, left, middle = Spot(-2, 0, "right"), Spot(2, 0, "left"), Spot(0, 0, "center")
    due_text = words.say("chart.due", day=words.day(due))
    entries = [(due_text, palette.ink, due, [middle, right, left] if abs(between) > CLOSE else [right, left])]
    if between < 0:
        entries = [(due_text, palette.ink, due, [middle, left, right] if between < -CLOSE else [left, right])]
    sides = [left, right, middle] if between >= 0 else [right, left, middle]
    if frame.holds(known_on):
        text = words.say("chart.known_on", day=words.day(known_on))
        entries.append((text, palette.focus, known_on, sides))
    elif known_on > frame.last:
        text = words.say("chart.known_on_beyond", day=words.day(known_on))
        entries.append((text, palette.focus, frame.last, [Spot(frame.right - 4, 0, "right"), right]))
    height = frame.plot_height + ROW_OVER - 4
    labels = [
        Label(
            key=text,
            at=frame.across(day),
            height=height,
            width=label_width(text, 600),
            spots=(*spots, *(replace(spot, up=ROW_OVER) for spot in spots)),
            rank=rank,
        )
        for rank, (text, _, day, spots) in enumerate(entries)
    ]
    edges = Edges(frame.left, frame.right, 0, frame.plot_height + scene.over)
    taken = place(labels, (), edges, frame.widths)
    gone = crowded(labels, taken, (), frame.narrow)  # the source line names the known-on day too
    for text, colour, day, _ in entries:
        if text in taken:
            spot = replace(taken[text], up=taken[text].up + ROW_OVER - 4)
            drawing.write(span(text, colour, 600), day, frame.high, spot, wide_only=text in gone)
