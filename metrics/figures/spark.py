"""The spark: one series as a picture of a few pixels, for a row of a table.

In: a series, the places of interest, records. Out: an ``<img>`` with a data address, as pages drop inline SVG. Its marks
are those of every chart: filled, hollow where never judged, a bar that fades to an open end, a halo for "about"; a line
joins years that follow on one another and nothing else. The axis of values begins at 0.
"""

from base64 import b64encode
from collections.abc import Sequence
from html import escape

from metrics.figures.palette import PALETTES, Mode, Palette
from metrics.figures.points import PlottedPoint, drawn_points, lines, part_of_a_year, plotted
from metrics.records.model import Observation, Series
from metrics.records.store import Records
from metrics.records.vocabulary import Measure

WIDTH, HEIGHT = 148, 34  # px
EDGE = 6  # px kept free around the marks
BAR = 12  # px, the bar of an open end

_Placed = tuple[Observation, float, float]


def spark_points(records: Records, series: str, places: Sequence[str]) -> tuple[tuple[Observation, ...], ...]:
    """The figures that are drawn, place by place; parts of a year of a flow are left out."""
    measure = records.indicators[records.series[series].indicator].measure
    return tuple(
        tuple(one for one in drawn_points(records, series, place) if not part_of_a_year(one, measure))
        for place in places
    )


def spark_svg(records: Records, series: str, places: Sequence[str], mode: Mode) -> str:
    """The whole ``<svg>``; empty where there is nothing to draw.

    Args:
        records: the records known on the day.
        series: id of a series.
        places: ids, the plan's own first; it is drawn last, above the others.
        mode: light or dark.
    """
    by_place = spark_points(records, series, places)
    every = [one for figures in by_place for one in figures]
    if not every:
        return ""
    days = [one.period.end.toordinal() for one in every]
    tallest = max(0.0, *(max(one.value, one.high or 0.0) for one in every))
    lowest = min(0.0, *(one.value for one in every))
    headroom = BAR if any(one.bound.opening == "up" for one in every) else 0

    def place(one: Observation) -> _Placed:
        first, span = min(days), max(days) - min(days)
        share = (one.period.end.toordinal() - first) / span if span else 0.5
        height = HEIGHT - 2 * EDGE - headroom
        y = HEIGHT - EDGE - height * ((one.value - lowest) / (tallest - lowest) if tallest > lowest else 0.0)
        return one, round(EDGE + share * (WIDTH - 2 * EDGE), 1), round(y, 1)

    palette, of = PALETTES[mode], records.series[series]
    measure = records.indicators[of.indicator].measure
    drawn = [
        _curve([place(one) for one in figures], palette, of, nth, measure)
        for nth, figures in reversed(list(enumerate(by_place)))
    ]
    base = f'<path d="M0 {HEIGHT - 1.5}H{WIDTH}" stroke="{palette.rule}"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}">{_fades(palette, of)}{base}{"".join(drawn)}</svg>'
    )


def spark_img(records: Records, series: str, places: Sequence[str], mode: Mode, alt: str) -> str:
    """The same as an image with a text alternative; empty where there is nothing to draw."""
    svg = spark_svg(records, series, places, mode)
    if not svg:
        return ""
    data = b64encode(svg.encode()).decode()
    return (
        f'<img class="mp-spark" src="data:image/svg+xml;base64,{data}" width="{WIDTH}" height="{HEIGHT}" '
        f'alt="{escape(alt)}">'
    )


def _colour(palette: Palette, series: Series, nth: int) -> str:
    """The reporter's colour; other places are quieter, and have another mark."""
    return palette.ink_3 if nth else palette.series(series.independence)


def _fades(palette: Palette, series: Series) -> str:
    gradients = []
    for nth in (0, 1):
        colour = _colour(palette, series, nth)
        for name, ends in (("u", "y1='1' y2='0'"), ("d", "y1='0' y2='1'")):
            gradients.append(
                f"<linearGradient id='{name}{nth}' x1='0' x2='0' {ends}>"
                f"<stop stop-color='{colour}' stop-opacity='.7'/>"
                f"<stop offset='1' stop-color='{colour}' stop-opacity='0'/></linearGradient>"
            )
    return f"<defs>{''.join(gradients)}</defs>"


def _curve(
    placed: Sequence[_Placed],
    palette: Palette,
    series: Series,
    nth: int,
    measure: Measure,
) -> str:
    colour = _colour(palette, series, nth)
    at = {one.id: (x, y) for one, x, y in placed}
    dash = ' stroke-dasharray="5 2"' if nth else ""
    parts = [
        f'<path d="M{at[a.id][0]} {at[a.id][1]}L{at[b.id][0]} {at[b.id][1]}" stroke="{colour}" stroke-width="1.6"{dash}/>'
        for a, b in lines([one for one, _, _ in placed], measure).solid
    ]
    for one, x, y in placed:
        look = plotted(one, series.independence, measure)
        if look.opening == "up":
            parts.append(
                f'<rect x="{x - 3}" y="{y - BAR}" width="6" height="{BAR}" fill="url(#u{min(nth, 1)})"/>'
            )
        if look.opening == "down":
            low = min(BAR, HEIGHT - y)
            parts.append(f'<rect x="{x - 3}" y="{y}" width="6" height="{low}" fill="url(#d{min(nth, 1)})"/>')
        if look.about:
            parts.append(f'<circle cx="{x}" cy="{y}" r="5" fill="{colour}" fill-opacity=".3"/>')
        parts.append(_mark(look, x, y, colour, palette, square=bool(nth)))
    return "".join(parts)


def _mark(one: PlottedPoint, x: float, y: float, colour: str, palette: Palette, *, square: bool) -> str:
    fill = palette.paper if one.hollow or one.provisional else colour
    look = f'fill="{fill}" stroke="{colour}" stroke-width="1.2"'
    if square:
        return f'<rect x="{x - 2}" y="{y - 2}" width="4" height="4" {look}/>'
    if one.independent:
        return f'<path d="M{x} {y - 3.2}l3.2 3.2-3.2 3.2-3.2-3.2z" {look}/>'
    return f'<circle cx="{x}" cy="{y}" r="2.6" {look}/>'
