"""The charts of the page of an indicator, as the page and a frame show them.

In: what the reader has chosen. Out: the scene, the chart or the panels of it, and the spread of one year.
"""

from collections.abc import Callable

from metrics.app.chart_block import Anew
from metrics.app.form import Form
from metrics.app.frame import Here
from metrics.app.indicator_choice import IndicatorChoice
from metrics.figures.chart import Chart, Panels
from metrics.figures.frame import WIDTH
from metrics.figures.indicator.chart import draw
from metrics.figures.indicator.multiples import PAIR, indicator_panels, panelled
from metrics.figures.indicator.panel_sheet import panel_sheet
from metrics.figures.indicator.scene import IndicatorScene
from metrics.figures.indicator.spread import spread_chart


def picked(choice: IndicatorChoice) -> tuple[object, ...]:
    """What tells apart the indicators and the terms in which they are shown."""
    terms = choice.restated.terms
    return (choice.indicator.id, terms.currency, str(terms.prices))


def seen(choice: IndicatorChoice) -> tuple[object, ...]:
    """What tells apart the pictures of them."""
    ways = (choice.drawn, choice.shown_places, choice.scale, choice.multiples, choice.vintages)
    return (*picked(choice), *ways)


def scene(choice: IndicatorChoice, now: Here) -> IndicatorScene:
    """What the chart or the panels show."""
    return now.keep(lambda: _scene(choice, now, now.form.chart_width(WIDTH)), "scene", *seen(choice))


def _scene(choice: IndicatorChoice, now: Here, width: int, height: int | None = None) -> IndicatorScene:
    statuses = now.progress.statuses.values()
    targets = tuple(one.target for one in statuses if one.target.indicator == choice.indicator.id)
    return IndicatorScene(
        choice.indicator,
        choice.held,
        now.words,
        now.mode,
        series_ids=choice.drawn,
        places=choice.shown_places,
        known_on=now.view.known_on,
        scale=choice.scale,
        targets=() if choice.multiples else targets,
        width=width,
        height=height,
        restated=choice.restated,
        vintages=choice.vintages and not choice.multiples,
    )


def main_chart(choice: IndicatorChoice, now: Here) -> Chart | Panels:
    """One chart, or small panels where they are chosen and there is something to show."""
    shown = scene(choice, now)
    if choice.multiples and shown.curves:
        pair = now.form is Form.SCREEN and len(panelled(shown)) <= 2
        return now.keep(
            lambda: indicator_panels(shown, *PAIR) if pair else indicator_panels(shown),
            "panels",
            *seen(choice),
        )
    return now.keep(lambda: draw(shown), "indicator", *seen(choice))


def main_anew(choice: IndicatorChoice, now: Here) -> Anew:
    """The chart at another size, or the panels on one sheet."""

    def one(width: int, height: int) -> Chart:
        return draw(_scene(choice, now, width, height))

    def sheet(width: int, height: int) -> Chart:
        return panel_sheet(_scene(choice, now, width), width, height)

    panels = choice.multiples and scene(choice, now).curves
    return Anew("indicators", sheet if panels else one, seen(choice))


def spread_of(choice: IndicatorChoice, now: Here) -> Chart | None:
    """What the series say of one place and year, where two or more say something."""
    place, year = choice.spread_place, choice.year
    if place is None or year is None:
        return None
    drawn = _spread(choice, now, place, year)
    return now.keep(lambda: drawn(WIDTH, None), "spread", *picked(choice), place, year)


def spread_anew(choice: IndicatorChoice, now: Here) -> Anew | None:
    """The spread at another size."""
    place, year = choice.spread_place, choice.year
    if place is None or year is None:
        return None
    return Anew("indicators", _spread(choice, now, place, year), (*picked(choice), "spread", place, year))


def _spread(choice: IndicatorChoice, now: Here, place: str, year: int) -> Callable[[int, int | None], Chart]:
    def drawn(width: int, height: int | None) -> Chart:
        return spread_chart(
            choice.spreads[year],
            choice.indicator,
            choice.held,
            now.words,
            now.mode,
            place=place,
            year=year,
            known_on=now.view.known_on,
            restated=choice.restated,
            width=width,
            height=height,
        )

    return drawn
