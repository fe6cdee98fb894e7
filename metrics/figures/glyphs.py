"""The glyphs: marks, strokes and texts of a plot as markers of a few traces.

In: a :class:`~metrics.figures.plot.Plot`. Out: traces of plotly with an entry for each glyph. A text stands beside an
unseen marker whose size is its distance, a stroke is a line symbol of fixed px: neither is stretched with the figure.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import atan2, degrees, hypot
from typing import Any

from metrics.figures.labels import Anchor
from metrics.figures.marks import BAR_WIDTH, PROVISIONAL, Mark
from metrics.figures.palette import PALETTES
from metrics.figures.plot import Plot, PlotText, Stroke
from metrics.figures.template import CLEAR, faded, mixed
from metrics.figures.typesetting import NOTE, outlined

WIDE_ONLY = "--wide-only:1"  # marks a text that a style sheet hides where the chart is narrow
FADES = 3  # bars laid over each other so that an open end fades; each is an element of the page
FADE = 0.346  # opacity of one of them; all of them: 0.72
CHEVRON = 5.5  # px, half of its width and its height
_DIRECTIONS = {"up": 0, "right": 90, "down": 180, "left": 270}  # degrees clockwise from upwards
_SIDES: dict[Anchor, str] = {"left": "middle right", "right": "middle left", "center": "middle center"}


@dataclass(frozen=True, slots=True)
class _Glyph:
    """One marker, with or without a text beside it."""

    x: str | float
    y: float
    symbol: str = "circle"
    size: float = 0
    colour: str = CLEAR
    width: float = 0  # px of a stroke
    angle: float = 0
    standoff: float = 0
    text: str = ""
    side: str = "middle right"
    text_size: float = 0  # px of the text


def below(plot: Plot) -> Iterator[dict[str, Any]]:
    """What lies below the lines: strokes, and what belongs to a mark beside its symbol."""
    strokes = [_stroke(one, plot) for one in plot.strokes if not one.over]
    yield from _glyphs(
        [*strokes, *(part for mark in plot.marks for part in _under_mark(mark, plot))], "under"
    )


def above(plot: Plot) -> Iterator[dict[str, Any]]:
    """What stands above the marks: strokes and texts."""
    texts = [_text(one, plot) for one in plot.texts if _beside_a_marker(one, plot)]
    yield from _glyphs([*(_stroke(one, plot) for one in plot.strokes if one.over), *texts], "over")


def annotations(plot: Plot) -> list[dict[str, Any]]:
    """The texts beyond the axis, where plotly shows no marker, and those that the pointer asks."""
    return [_annotation(one) for one in plot.texts if not _beside_a_marker(one, plot)]


def marks(plot: Plot) -> Iterator[dict[str, Any]]:
    """The marks of every series, with what the pointer tells and the id that a click gives."""
    paper = PALETTES[plot.mode].paper
    shown: list[
        tuple[Mark, float, bool]
    ] = []  # a range is drawn by strokes: its ends are seen by the pointer alone
    for mark in plot.marks:
        ends = mark.spread or (mark.value,)
        shown += [(mark, end, not (mark.spread or mark.unseen)) for end in ends]
    if not shown:
        return
    edged = [seen and (mark.hollow or mark.provisional) for mark, _, seen in shown]
    yield {
        "type": "scatter",
        "mode": "markers",
        "x": [plot.across(mark.day, mark.aside) for mark, _, _ in shown],
        "y": [value for _, value, _ in shown],
        "meta": {"role": "marks"},
        "customdata": [mark.id for mark, _, _ in shown],
        "hovertext": [mark.hover for mark, _, _ in shown],
        "hoverinfo": "text",
        "cliponaxis": False,
        "marker": {
            "symbol": _alike([mark.symbol for mark, _, _ in shown]),
            "size": _alike([mark.size - (mark.about or mark.hollow) for mark, _, _ in shown]),
            "color": _alike([_fill(mark, paper) if seen else CLEAR for mark, _, seen in shown]),
            "opacity": 1,
            "line": {
                "color": _alike(
                    [m.colour if edge else paper for (m, _, _), edge in zip(shown, edged, strict=True)]
                ),
                "width": _alike(
                    [
                        2 if edge else 1.5 if seen else 0
                        for (_, _, seen), edge in zip(shown, edged, strict=True)
                    ]
                ),
            },
        },
    }


def _fill(mark: Mark, paper: str) -> str:
    if mark.hollow:
        return paper
    return mixed(mark.colour, paper, PROVISIONAL) if mark.provisional else mark.colour


def _under_mark(mark: Mark, plot: Plot) -> Iterator[_Glyph]:
    """What lies below a mark: the bar of an open end and its chevron, the bar of a range, a halo, a ring."""

    def stroke(value: float, angle: float, ends: tuple[float, float], width: float, colour: str) -> _Glyph:
        return _stroke(Stroke(mark.day, value, angle, *ends, width, colour, mark.aside), plot)

    frame = plot.frame
    if mark.opening:
        angle = _DIRECTIONS[mark.opening]
        for number in range(FADES, 0, -1):
            far = mark.bar * number / FADES
            yield stroke(mark.value, angle, (0, far), BAR_WIDTH, faded(mark.colour, FADE))
        along = mark.bar - CHEVRON / 2
        for symbol, side in (("line-ne-open", -1), ("line-nw-open", 1)):
            turned = (angle + side * degrees(atan2(CHEVRON / 2, along))) % 360 - 180
            off = round(hypot(CHEVRON / 2, along), 2)
            place = plot.across(mark.day, mark.aside), mark.value
            yield _Glyph(*place, symbol, CHEVRON, mark.colour, 1.8, round(turned, 1), off)
    if mark.spread:
        low, high = mark.spread
        yield stroke(low, 0, (0, frame.up(high) - frame.up(low)), 6, mark.colour)
        for end in mark.spread:
            yield stroke(end, 90, (-9.8, 9.8), 3, mark.colour)
    x = plot.across(mark.day, mark.aside)
    if mark.about:
        yield _Glyph(x, mark.value, mark.symbol, mark.size + 8, faded(mark.colour, 0.3))
    if mark.chosen:
        palette = PALETTES[plot.mode]
        for colour, width in ((palette.paper, 5), (palette.focus, 2)):
            yield _Glyph(x, mark.value, "circle-open", mark.size + 10, colour, width)


def _stroke(one: Stroke, plot: Plot) -> _Glyph:
    """A line symbol, 1.4 times as long as its size; ``standoff`` moves it along its own direction."""
    middle = (one.start + one.stop) / 2
    angle = one.angle + 180 if middle > 0 else one.angle
    return _Glyph(
        plot.across(one.x, one.right),
        one.y,
        "line-ns-open",
        round((one.stop - one.start) / 1.4, 2),
        one.colour,
        one.width,
        round((angle + 180) % 360 - 180, 1),
        round(abs(middle), 2),
    )


def _reach(one: PlotText) -> float:
    """Px from the place of a text to the text; below 0 it reaches back over its place."""
    return {"left": one.spot.across, "right": -one.spot.across, "center": 0.0}[one.spot.anchor]


def _aside(one: PlotText) -> float:
    """Px by which the place of a text is moved, because no marker holds a text at a negative distance."""
    return one.spot.across if one.spot.anchor == "center" or _reach(one) < 0 else 0.0


def _beside_a_marker(one: PlotText, plot: Plot) -> bool:
    """Whether a text can stand beside a marker: others, beyond the axis, are annotations."""
    return not one.hover and plot.holds(one.x, _aside(one))


def _text(one: PlotText, plot: Plot) -> _Glyph:
    """A text beside an unseen marker: plotly sets it ``size / 1.6 + 1`` px from its middle."""
    unit = (plot.frame.high - plot.frame.low) / plot.frame.plot_height
    return _Glyph(
        plot.across(one.x, _aside(one)),
        one.y + one.spot.up * unit,
        size=round(max(_reach(one) - 1, 0) * 1.6, 2),
        text=_markup(one),
        side=_SIDES[one.spot.anchor],
        text_size=one.size,
    )


def _markup(one: PlotText) -> str:
    text = outlined(one.markup, one.outline) if one.outline else one.markup
    return f'<span style="{WIDE_ONLY}">{text}</span>' if one.wide_only else text


def _annotation(one: PlotText) -> dict[str, Any]:
    return {
        "x": one.x,
        "y": one.y,
        "xref": "x",
        "yref": "y",
        "text": _markup(one),
        "font": {"size": one.size},
        "showarrow": False,
        "xanchor": one.spot.anchor,
        "yanchor": "middle",
        "align": "left",
        "xshift": round(one.spot.across, 1),
        "yshift": round(one.spot.up, 1),
        **({"hovertext": one.hover} if one.hover else {}),
    }


def _glyphs(some: Sequence[_Glyph], role: str) -> Iterator[dict[str, Any]]:
    if not some:
        return
    worded = any(one.text for one in some)
    yield {
        "type": "scatter",
        "mode": "markers+text" if worded else "markers",
        "x": [one.x for one in some],
        "y": [_round(one.y) for one in some],
        "meta": {"role": role},
        "hoverinfo": "skip",
        "cliponaxis": False,
        "marker": {
            "symbol": _alike([one.symbol for one in some]),
            "size": _alike([one.size for one in some]),
            "color": _alike([one.colour for one in some]),
            "angle": _alike([one.angle for one in some]),
            "standoff": _alike([one.standoff for one in some]),
            "opacity": 1,
            "line": {"width": _alike([one.width for one in some])},
        },
        "unselected": {"marker": {"opacity": 1}},
        **(
            {
                "text": [one.text for one in some],
                "textposition": _alike([one.side for one in some]),
                "textfont": {"size": _alike([one.text_size or NOTE for one in some])},
            }
            if worded
            else {}
        ),
    }


def _round(value: float) -> float:
    return float(f"{value:.8g}")


def _alike(values: Iterable[Any]) -> Any:
    """One value, where all are the same."""
    found = list(values)
    return found[0] if len(set(found)) == 1 else found
