"""Lanes: what each series says, drawn as native shapes on one axis of values.

In: :class:`~metrics.figures.slides.slide.Lanes`, with or without a goalpost. Out: one group for the head, one for each
lane, one for the axis and one for the key, from top to bottom, as a reader meets them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from metrics.exports.powerpoint.places import CANVAS, LEFT, RIGHT
from metrics.exports.powerpoint.shape import Rectangle, Run, Shape, ShapeGroup, text
from metrics.exports.powerpoint.sign import sign
from metrics.exports.powerpoint.text_fit import cut, fitting, lines, width
from metrics.figures.key import Sign, key_marks
from metrics.figures.palette import LIGHT
from metrics.figures.slides.slide import Lanes, SlideLane, SlideTarget
from metrics.figures.template import mixed
from metrics.records.vocabulary import Independence
from metrics.words import Words

NAME_RIGHT = 316.0
TRACK = Rectangle(322, 0, 282, 0)  # from 0 to the top of the axis
FIGURE_RIGHT = 706.0
SIGN_LEFT, WORD_LEFT = 722.0, 748.0
HEAD = 24.0  # height of the line with the target
AXIS, KEY = 18.0, 22.0
COUNTED_LEAST, LISTED_TWO = 40.0, 34.0  # least heights of a lane with its note below the name
LISTED_FLAT = 27.0  # of a listed lane where there are many
DIVIDER = 28.0  # before the series that are listed
COUNTED, LISTED = 49.0, 36.0  # greatest height of a lane


@dataclass(frozen=True, slots=True)
class _Scale:
    """From values to points."""

    body: Lanes

    def at(self, value: float) -> float:
        return TRACK.x + self.body.share(value) * TRACK.w


def height(body: Lanes) -> float:
    """How high lanes want to be, without their key."""
    listed = DIVIDER + LISTED * len(body.listed) if body.listed else 0.0
    return HEAD + COUNTED * len(body.counted) + listed + AXIS


def lanes(
    body: Lanes, words: Words, box: Rectangle = CANVAS, *, keyed: bool = True
) -> tuple[ShapeGroup, ...]:
    """The lanes from top to bottom, a little above the middle of the box where they do not fill it."""
    scale = _Scale(body)
    divider = DIVIDER if body.listed else 0.0
    room = box.h - HEAD - divider - AXIS - (KEY if keyed else 0.0)
    counted, listed = _heights(len(body.counted), len(body.listed), room)
    groups: list[ShapeGroup] = []
    free = room - counted * len(body.counted) - listed * len(body.listed)
    top = box.y + max(free, 0.0) * 0.3
    y = top + HEAD
    for lane in body.counted:
        groups.append(_lane(lane, y, counted, scale, body.goalpost, words=words))
        y += counted
    if body.listed:
        groups.append(_divider(body.listed_head, y))
        y += divider
    for lane in body.listed:
        groups.append(_lane(lane, y, listed, scale, body.goalpost, words=words, listed=True))
        y += listed
    groups.insert(0, _head(body.goalpost, top, scale))
    groups.append(_axis(body, y, scale))
    if not keyed:
        return tuple(groups)
    key = _key(body, y + AXIS + KEY / 2 + 2, words)
    return (*groups, key) if key.parts else tuple(groups)


def _heights(counted: int, listed: int, room: float) -> tuple[float, float]:
    """How high a lane is that counts, and one that is listed: both with their notes below the names if they can be."""
    for low in (LISTED, LISTED_TWO):
        high = min(COUNTED, (room - low * listed) / counted) if counted else COUNTED
        if high >= COUNTED_LEAST and low * listed + high * counted <= room + 0.5:
            return high, low
    shrink = min(1.0, room / (COUNTED * counted + LISTED_FLAT * listed))
    return COUNTED * shrink, LISTED_FLAT * shrink


def _head(goal: SlideTarget, y: float, scale: _Scale) -> ShapeGroup:
    label = text("", Rectangle(0, y, 0, HEAD), Run(goal.label, 18, LIGHT.ink, bold=True), align="ctr")
    wide = width(goal.label, 18, bold=True)
    middle = scale.at(goal.value) if goal.high is None else (scale.at(goal.value) + scale.at(goal.high)) / 2
    x = min(max(middle - wide / 2, LEFT), RIGHT - wide)
    return ShapeGroup(
        goal.label,
        goal.label,
        (Shape(goal.label, Rectangle(x, y - 2, wide, HEAD), paragraphs=label.paragraphs, align="ctr"),),
    )


def _divider(head: str, y: float) -> ShapeGroup:
    rule = Shape("", Rectangle(LEFT, y + 4, RIGHT - LEFT, 0.75), fill=LIGHT.rule)
    label = text(head, Rectangle(LEFT, y + 5, 400, DIVIDER - 6), Run(head, 14, LIGHT.ink_3))
    return ShapeGroup(head, head, (rule, label))


def _lane(
    lane: SlideLane,
    y: float,
    height: float,
    scale: _Scale,
    goal: SlideTarget,
    *,
    words: Words,
    listed: bool = False,
) -> ShapeGroup:
    middle = y + height / 2
    parts = [*_ground(goal, y, height, scale), *_who(lane, y, height, listed=listed)]
    parts += _mark(lane, middle, scale, listed=listed)
    size = fitting(lane.figure, FIGURE_RIGHT - TRACK.right - 4, 18 if listed else 23, 18, bold=not listed)
    figure = Run(lane.figure, size, LIGHT.ink_2 if listed else LIGHT.ink, bold=not listed)
    parts.append(text(lane.figure, Rectangle(FIGURE_RIGHT - 98, y, 98, height), figure, align="r"))
    drawn: list[Shape | ShapeGroup] = [*parts]
    if lane.verdict is not None and lane.counts:
        drawn.append(sign(lane.verdict, lane.word, SIGN_LEFT + 9, middle, 19))
    colour = LIGHT.status(lane.verdict) if lane.verdict and lane.counts else LIGHT.ink_3
    bold = lane.counts and lane.verdict is not None
    left = WORD_LEFT if bold else SIGN_LEFT
    size = 18.0 if bold else 14.0
    rows = cut(lane.word, RIGHT - left, size, bold=bold, rows=2 if height >= 28 else 1)
    drawn.append(_rows(lane.word, Rectangle(left, y, RIGHT - left, height), rows, size, colour, bold=bold))
    texts = (part for part in (lane.name, lane.note, lane.figure, lane.word) if part)
    alt = words.say("punctuation.comma").join(texts)
    return ShapeGroup(lane.name, alt, tuple(drawn))


def _rows(name: str, box: Rectangle, rows: Iterable[str], size: float, colour: str, *, bold: bool) -> Shape:
    return Shape(name, box, paragraphs=tuple((Run(row, size, colour, bold=bold),) for row in rows))


def _ground(goal: SlideTarget, y: float, height: float, scale: _Scale) -> list[Shape]:
    shapes = []
    for low, high in goal.short:
        left, right = scale.at(low), TRACK.right if high is None else scale.at(high)
        if right > left:
            shapes.append(Shape("", Rectangle(left, y, right - left, height), fill=LIGHT.panel))
    shapes.append(Shape("", Rectangle(TRACK.x, y + height / 2 - 0.5, TRACK.w, 1), fill=LIGHT.rule))
    ends = [goal.value, *([goal.high] if goal.high is not None else [])]
    shapes += [Shape("", Rectangle(scale.at(end) - 1.75, y, 3.5, height), fill=LIGHT.ink) for end in ends]
    return shapes


def _who(lane: SlideLane, y: float, height: float, *, listed: bool) -> list[Shape]:
    room = NAME_RIGHT - LEFT
    if listed and height >= LISTED_TWO:
        two = (
            (Run(cut(lane.name, room, 14)[0], 14, LIGHT.ink_2),),
            *(((Run(cut(lane.note, room, 14)[0], 14, LIGHT.ink_3),),) if lane.note else ()),
        )
        return [Shape(lane.name, Rectangle(LEFT, y, room, height), paragraphs=two)]
    if listed:
        name = cut(lane.name, room, 15)[0]
        left = room - width(name, 15) - 6
        runs = [Run(name, 15, LIGHT.ink_2)]
        if left > 40 and lane.note:
            runs.append(Run(f"  {cut(lane.note, left - 8, 14)[0]}", 14, LIGHT.ink_3))
        return [text(lane.name, Rectangle(LEFT, y, room, height), *runs)]
    size, note = (19 if height >= 45 else 18), 14
    name = cut(lane.name, room, size, bold=True)[0]
    beside, below = _split(lane.note, room - width(name, size, bold=True) - 10, room, note)
    first = [Run(name, size, LIGHT.ink, bold=True)]
    first += [Run(f"  {beside}", note, LIGHT.ink_3)] if beside else []
    paragraphs = [tuple(first), *([(Run(below, note, LIGHT.ink_3),)] if below else [])]
    return [Shape(lane.name, Rectangle(LEFT, y, room, height), paragraphs=tuple(paragraphs))]


def _split(note: str, beside: float, below: float, size: float) -> tuple[str, str]:
    """What of a note stands beside the name and what below it: nothing beside it unless it is too long."""
    if width(note, size) <= below:
        return "", note
    head = lines(note, beside, size)[0] if beside > 0 else ""
    rest = note[len(head) :].lstrip()
    if width(head, size) <= beside and width(rest, size) <= below:
        return head, rest
    return "", cut(note, below, size)[0]


def _mark(lane: SlideLane, middle: float, scale: _Scale, *, listed: bool) -> list[Shape]:
    """The figure: an open end fades, a range has no middle, what is not counted is hollow."""
    colour = LIGHT.series(lane.independence)
    look = lane.look
    thick = 8.0 if listed else 12.0
    if look.spread:
        left, right = scale.at(look.spread[0]), scale.at(look.spread[1])
        bar = Shape("", Rectangle(left, middle - 3, right - left, 6), fill=colour)
        return [
            bar,
            *(
                Shape("", Rectangle(x - 1.5, middle - thick / 2, 3, thick), fill=colour)
                for x in (left, right)
            ),
        ]
    x = scale.at(lane.value)
    shapes = []
    left, right = look.open_bar(x, (TRACK.x, TRACK.right)) or (x, x)
    if left < right:
        box = Rectangle(left, middle - thick / 2, right - left, thick)
        shapes.append(Shape("", box, fade=colour, backwards=look.opening == "down"))
    if look.about:
        shapes.append(
            _point(lane.independence, x, middle, 1.45 if not listed else 1.2, fill=colour, opacity=30)
        )
    shapes.append(
        _point(
            lane.independence,
            x,
            middle,
            0.75 if listed else 0.85 if look.about else 1.0,
            fill=LIGHT.paper
            if look.hollow
            else mixed(colour, LIGHT.paper, 0.38)
            if look.provisional
            else colour,
            line=colour if look.hollow or look.provisional else LIGHT.paper,
            weight=2.5 if look.hollow or look.provisional else 2.0,
        )
    )
    return shapes


def _point(
    who: Independence,
    x: float,
    y: float,
    size: float,
    fill: str,
    *,
    opacity: int = 100,
    line: str | None = None,
    weight: float = 1.0,
) -> Shape:
    free = who is Independence.INDEPENDENT
    side = (22.0 if free else 19.0) * size
    return Shape(
        "",
        Rectangle(x - side / 2, y - side / 2, side, side),
        geometry="diamond" if free else "ellipse",
        fill=fill,
        opacity=opacity,
        line=line,
        weight=weight,
    )


def _axis(body: Lanes, y: float, scale: _Scale) -> ShapeGroup:
    parts: list[Shape] = []
    taken = -1.0
    for value, label in body.ticks:
        wide, x = width(label, 14), scale.at(value)
        if x - wide / 2 <= taken:
            continue
        parts.append(
            text(label, Rectangle(x - wide / 2, y, wide, AXIS), Run(label, 14, LIGHT.ink_3), align="ctr")
        )
        taken = x + wide / 2 + 6
    return ShapeGroup(body.unit, body.unit, tuple(parts))


def _key(body: Lanes, y: float, words: Words) -> ShapeGroup:
    """What the marks mean, for those that occur."""
    marks = key_marks(lane.look for lane in (*body.counted, *body.listed))
    state, self_reported = LIGHT.gov, Independence.SELF_REPORTED
    fade = Rectangle(0, y - 5, 34, 10)
    pale = mixed(state, LIGHT.paper, 0.3)
    shapes: dict[Sign, Shape] = {
        "state": _point(self_reported, 6, y, 0.63, fill=state),
        "independent": _point(Independence.INDEPENDENT, 6, y, 0.63, fill=LIGHT.other),
        "more_than": Shape("", fade, fade=state),
        "less_than": Shape("", fade, fade=state, backwards=True),
        "about": _point(self_reported, 6, y, 0.55, fill=state, line=pale, weight=4),
        "range": Shape("", Rectangle(0, y - 3, 24, 6), fill=state),
        "provisional": _point(
            self_reported, 6, y, 0.6, fill=mixed(state, LIGHT.paper, 0.38), line=state, weight=1.5
        ),
        "hollow": _point(self_reported, 6, y, 0.6, fill=LIGHT.paper, line=LIGHT.edge, weight=2),
    }
    entries = [
        (words.say("present.not_counted" if mark == "hollow" else f"block.key.{mark}"), shapes[mark])
        for mark, is_shown in marks.items()
        if is_shown
    ]
    parts: list[Shape | ShapeGroup] = []
    x, size = float(LEFT), 14.0
    for label, mark in entries:
        wide = width(label, size)
        parts += [
            replace(mark, box=Rectangle(x, mark.box.y, mark.box.w, mark.box.h)),
            text(label, Rectangle(x + mark.box.w + 7, y - 9, wide, 18), Run(label, size, LIGHT.ink_3)),
        ]
        x += mark.box.w + 7 + wide + 21
    legend = words.say("punctuation.clause").join(label for label, _ in entries)
    return ShapeGroup(legend, legend, tuple(parts))
