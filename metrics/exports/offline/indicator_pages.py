"""The list of indicators, and the page of one: its series as the dashboard shows them first."""

from collections.abc import Iterator

from metrics.exports.offline.addresses import indicator_page
from metrics.exports.offline.page import Part, Picture
from metrics.exports.offline.shown import PageContext
from metrics.figures.blocks import family_pairs_table, page_head, year_pairs_table
from metrics.figures.blocks.environment import render
from metrics.figures.frame import WIDTH
from metrics.figures.indicator.chart import draw
from metrics.figures.indicator.first_choice import first_places, first_series
from metrics.figures.indicator.scene import IndicatorScene
from metrics.figures.indicator.spread import spread_chart
from metrics.figures.palette import Mode
from metrics.progress.lead import compared
from metrics.progress.pairs import family_pairs, year_pairs
from metrics.progress.spread import spreads, widest
from metrics.progress.terms import Restated, Terms, restate
from metrics.records.model import Indicator


def indicators(shown: PageContext) -> Iterator[Part]:
    """Every indicator that has figures, family by family."""
    known, words = shown.known, shown.words
    yield page_head(
        words.say("page.indicators.title"),
        words.say("offline.indicators", n=len(shown.indicators), day=words.day(shown.known_on)),
    )
    families: dict[str, list[dict[str, object]]] = {}
    for one in shown.indicators:
        figures = [figure for figure in known.observations.values() if figure.indicator == one.id]
        newest = max((figure.period for figure in figures), key=lambda period: period.end)
        families.setdefault(one.family, []).append(
            {
                "name": words.text(one.label),
                "href": f"#{indicator_page(one.id)}",
                "series": words.number(len({figure.series for figure in figures})),
                "figures": words.number(len(figures)),
                "newest": words.period(newest),
            }
        )
    yield render(
        "offline_indicators",
        families=[
            (words.text(family.label), families[name])
            for name, family in known.families.items()
            if name in families
        ],
        columns=[words.say(f"offline.column.{one}") for one in ("indicator", "series", "figures", "newest")],
    )


def indicator(shown: PageContext, one: Indicator) -> Iterator[Part]:
    """The series, side by side and never joined, and how far apart they are."""
    words = shown.words
    restated = restate(shown.known, one, Terms(None, None))
    yield page_head(words.text(one.label), words.text(one.description))
    yield Picture(lambda mode: draw(_scene(shown, one, restated, mode)), WIDTH)
    pair = compared(shown.known)
    lines = family_pairs(shown.known, one.family, shown.known_on, pair)
    yield family_pairs_table(lines, pair, shown.known, words, shown.link)
    known = restated.records
    figures = [figure for figure in known.observations.values() if figure.indicator == one.id]
    places = tuple(dict.fromkeys(figure.geography for figure in figures))
    apart = {place: found for place in places if (found := spreads(known, one, place))}
    place = next((place for place in (*first_places(places, known), *apart) if place in apart), None)
    year = widest(apart[place]) if place else None
    if place is None or year is None:
        return
    yield Picture(
        lambda mode: spread_chart(
            apart[place][year],
            one,
            known,
            words,
            mode,
            place=place,
            year=year,
            known_on=shown.known_on,
            restated=restated,
        ),
        WIDTH,
    )
    if place in pair:
        counts = year_pairs(known, one, year, apart[place][year], pair, day=shown.known_on)
        yield year_pairs_table(counts, pair, known, words, shown.link)


def _scene(shown: PageContext, one: Indicator, restated: Restated, mode: Mode) -> IndicatorScene:
    known = restated.records
    figures = [figure for figure in known.observations.values() if figure.indicator == one.id]
    drawn = first_series(one, figures, known, shown.known_on)
    places = tuple(dict.fromkeys(figure.geography for figure in figures if figure.series in drawn))
    return IndicatorScene(
        one,
        known,
        shown.words,
        mode,
        series_ids=drawn,
        places=first_places(places, known),
        known_on=shown.known_on,
        scale="level",
        targets=tuple(status.target for status in shown.statuses if status.target.indicator == one.id),
        width=WIDTH,
        restated=restated,
        vintages=False,
    )
