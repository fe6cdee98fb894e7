"""Two places beside each other on the page of an indicator: of its family, and of every count of one year.

In: what the reader has chosen. Out: HTML, empty where nobody counts both.
"""

from metrics.app.frame import Here
from metrics.app.indicator_charts import picked
from metrics.app.indicator_choice import IndicatorChoice
from metrics.figures.blocks import family_pairs_table, year_pairs_table
from metrics.progress.lead import compared
from metrics.progress.pairs import family_pairs, year_pairs


def pairs_of_family(choice: IndicatorChoice, now: Here) -> str:
    """The latest figures of the family, as published."""
    day, held, places = now.view.known_on, now.known, compared(now.known)

    def made() -> str:
        lines = family_pairs(held, choice.family, day, places)
        return family_pairs_table(lines, places, held, now.words, now.view.href)

    return now.keep(made, "family-pairs", choice.family)


def pairs_of_year(choice: IndicatorChoice, now: Here) -> str:
    """Every count of the year of the spread."""
    year, place, held = choice.year, choice.spread_place, choice.held
    places = compared(held)
    if year is None or place not in places:
        return ""

    def made() -> str:
        day, told = now.view.known_on, choice.spreads[year]
        pairs = year_pairs(held, choice.indicator, year, told, places, day=day)
        return year_pairs_table(pairs, places, held, now.words, now.view.href)

    return now.keep(made, "year-pairs", *picked(choice), place, year)
