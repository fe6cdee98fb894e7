"""Figures through the years, made by hand: gaps, open ends, forecasts, provisional figures; all invented."""

from dataclasses import replace
from datetime import date

from metrics.figures.points import PlottedPoint
from metrics.figures.slides.slide import DuePoint, Trend, TrendLine, TrendPoint
from metrics.records.vocabulary import Bound, Independence, Kind
from tests.figures.slides.made import DECK

STATE, OTHER = Independence.STATE_AFFILIATED, Independence.INDEPENDENT
UNJUDGED = {Kind.FORECAST, Kind.DERIVED}
SIGN = {Bound.MORE_THAN: "> ", Bound.ABOUT: "≈ ", Bound.LESS_THAN: "< ", Bound.EXACT: ""}


def point(year, value, bound=Bound.EXACT, kind=Kind.ACTUAL, *, provisional=False, day=None):
    return TrendPoint(
        day=day or date(year, 12, 31),
        period=str(year),
        when=f"in {year}",
        value=float(value),
        kind=kind,
        look=PlottedPoint(False, bound.opening, kind in UNJUDGED, provisional, bound is Bound.ABOUT),
        figure=f"{SIGN[bound]}{value:,}",
        with_unit=f"{SIGN[bound]}RMB {value:,} bn",
    )


def line(name, *points, who=STATE):
    looks = (replace(one, look=replace(one.look, independent=who is OTHER)) for one in points)
    return TrendLine(
        name.lower(), name, "independent" if who is OTHER else "state-affiliated", who, tuple(looks)
    )


TREND = Trend(
    lines=(
        line("Ministry", point(2019, 300), point(2020, 340), point(2022, 410, provisional=True)),
        line("=Institute", point(2021, 500), point(2022, 700, Bound.MORE_THAN)),
        line(
            "Consultancy",
            point(2020, 200, kind=Kind.DERIVED),
            point(2021, 270),
            point(2022, 350, kind=Kind.FORECAST),
            who=OTHER,
        ),
    ),
    dues=(DuePoint(date(2022, 12, 31), 400.0, None, "> 400 by the end of 2022"),),
    unit="RMB bn",
    alt="Ministry: 300 (2019).",
    note="A hollow mark is a lower bound; a dashed line leads to a forecast.",
)
FLOORS = replace(
    TREND,
    lines=(
        line("Ministry", point(2021, 300, Bound.MORE_THAN), point(2022, 400, Bound.MORE_THAN)),
        line("Consultancy", point(2022, 270), who=OTHER),
    ),
)


def with_trend(trend, key="aidp-2025-core"):
    """The deck of all bodies, with figures through the years after one of its slides."""
    slides = [
        made
        for one in DECK.slides
        for made in (one, replace(one, body=trend, facet="years", title="The years", alt=trend.alt))
        if made is one or one.key == key
    ]
    return replace(DECK, slides=tuple(slides))
