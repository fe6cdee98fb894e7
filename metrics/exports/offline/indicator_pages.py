"""The list of indicators, and the page of one: as the dashboard shows it first."""

from collections.abc import Iterator

from metrics.exports.offline.addresses import indicator_page
from metrics.exports.offline.shown import PageContext
from metrics.figures.blocks import page_head
from metrics.figures.blocks.environment import render
from metrics.figures.page_parts import Named, PagePart, Part, choose_indicator, indicator_parts


def indicators(shown: PageContext) -> Iterator[Part]:
    """Every indicator that has figures, family by family."""
    known, words = shown.known, shown.words
    head = page_head(
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
    listed = render(
        "offline_indicators",
        families=[
            (words.text(family.label), families[name])
            for name, family in known.families.items()
            if name in families
        ],
        columns=[words.say(f"offline.column.{one}") for one in ("indicator", "series", "figures", "newest")],
    )
    yield PagePart("list", lambda: head + listed)


def indicator(shown: PageContext, one: str) -> Iterator[Part]:
    """The series, side by side and never joined, and how far apart they are."""
    choice = choose_indicator(shown.known, shown.known_on, Named(indicator=one))
    return indicator_parts(shown.page(shown.plans), choice)
