"""The parts of the page of one indicator: what was reported, series by series, never joined."""

from collections.abc import Iterator
from functools import lru_cache

from metrics.figures.blocks import (
    data_table,
    family_pairs_table,
    folded_table,
    page_head,
    section_head,
    year_pairs_table,
)
from metrics.figures.chart import Chart, Panels
from metrics.figures.frame import WIDTH
from metrics.figures.indicator.chart import draw
from metrics.figures.indicator.growth import overall_table, steps_table
from metrics.figures.indicator.multiples import PAIR, indicator_panels, panelled
from metrics.figures.indicator.panel_sheet import panel_sheet
from metrics.figures.indicator.scene import IndicatorScene
from metrics.figures.indicator.spread import spread_chart
from metrics.figures.indicator.vintages import revision_table
from metrics.figures.page_parts.indicator_choice import IndicatorChoice
from metrics.figures.page_parts.page import ChartPart, PageData, PagePart, Part
from metrics.figures.palette import Mode
from metrics.progress.lead import compared
from metrics.progress.pairs import family_pairs, year_pairs

_PAIRED = 2  # panels that share a row on a page as wide as a screen


def indicator_parts(page: PageData, choice: IndicatorChoice, *, also: str = "") -> Iterator[Part]:
    """Its series in one chart or in panels, the tables behind them, and how far apart the counts of one year are.

    Args:
        page: what is known.
        choice: which indicator, and how it is shown.
        also: HTML that stands below its description: ways to its targets elsewhere.
    """
    indicator, words = choice.indicator, page.words
    pair = compared(page.known)

    @lru_cache
    def scene(mode: Mode, width: int, height: int | None = None) -> IndicatorScene:
        statuses = page.progress.statuses.values()
        targets = tuple(one.target for one in statuses if one.target.indicator == indicator.id)
        return IndicatorScene(
            indicator,
            choice.held,
            words,
            mode,
            series_ids=choice.drawn,
            places=choice.shown_places,
            known_on=page.day,
            scale=choice.scale,
            targets=() if choice.multiples else targets,
            width=width,
            height=height,
            restated=choice.restated,
            vintages=choice.vintages and not choice.multiples,
        )

    def chart(mode: Mode, width: int, height: int | None) -> Chart | Panels:
        shown = scene(mode, width, None if choice.multiples else height)
        if not (choice.multiples and shown.curves):
            return draw(shown)
        if height is not None:
            return panel_sheet(shown, width, height)
        paired = width == WIDTH and len(panelled(shown)) <= _PAIRED
        return indicator_panels(shown, *PAIR) if paired else indicator_panels(shown)

    def about() -> str:
        lines = family_pairs(page.known, indicator.family, page.day, pair)
        head = section_head(words.say("page.indicators.about"), words.text(indicator.description))
        return head + also + family_pairs_table(lines, pair, page.known, words, page.link)

    def growth() -> str:
        shown, html = scene(page.mode, WIDTH), ""
        overall = overall_table(shown)
        if overall.rows:
            html = section_head(words.say("page.indicators.growth_overall"))
            html += data_table(overall, words, words.say("page.indicators.growth_overall_note"))
        label = "page.indicators.growth_steps"
        return html + folded_table(steps_table(shown), words, words.text(indicator.label), page.link, label)

    def revisions() -> str:
        shown, head = scene(page.mode, WIDTH), words.say("page.indicators.revisions")
        if not shown.levels:
            return ""
        found = revision_table(shown)
        if not found.rows:
            return section_head(head, words.say("page.indicators.no_revisions"))
        note = words.say("page.indicators.revisions_note")
        return section_head(head) + data_table(found, words, note, page.link)

    kind = "panels" if choice.multiples else "indicator"
    yield PagePart("head", lambda: page_head(words.text(indicator.label)))
    yield ChartPart(f"{kind}-{indicator.id}", chart, WIDTH)
    yield PagePart("about", about)
    if choice.scale == "growth":
        yield PagePart("growth", growth)
    if choice.vintages:
        yield PagePart("revisions", revisions)
    yield from _spread(page, choice)


def _spread(page: PageData, choice: IndicatorChoice) -> Iterator[Part]:
    """What the series say of one place and year, where two or more say something."""
    words, held, place, year = page.words, choice.held, choice.spread_place, choice.year
    if place is None or year is None:
        return
    found, pair = choice.spreads[year], compared(held)

    def chart(mode: Mode, width: int, height: int | None) -> Chart:
        return spread_chart(
            found,
            choice.indicator,
            held,
            words,
            mode,
            place=place,
            year=year,
            known_on=page.day,
            restated=choice.restated,
            width=width,
            height=height,
        )

    def counts() -> str:
        pairs = year_pairs(held, choice.indicator, year, found, pair, day=page.day)
        return year_pairs_table(pairs, pair, held, words, page.link)

    yield ChartPart(f"spread-{choice.indicator.id}", chart, WIDTH, words.say("paper.spread"))
    if place in pair:
        yield PagePart("counts", counts)
