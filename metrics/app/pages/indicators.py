"""Indicators: what was reported, series by series, never joined."""

from functools import partial

from metrics.app.comparison import chosen, comparison_line, plans_of, show_comparison
from metrics.app.frame import here, notes
from metrics.app.indicator_controls import chosen_indicator, indicator_controls, spread_controls
from metrics.app.parts import show_parts
from metrics.figures.blocks import footer
from metrics.figures.page_parts import indicator_parts

now = here()
choice = chosen_indicator(now)
indicator = choice.indicator.id
pair = chosen(plans_of(indicator, now), now)
head, *parts = indicator_parts(now.page, choice, also="" if pair else comparison_line(indicator, now))

notes(now)
show_parts([head], now, "indicators", indicator)
indicator_controls(choice, now)
if pair:
    show_comparison(indicator, pair, now)
show_parts(
    parts,
    now,
    "indicators",
    *choice.told_apart,
    pair,
    controls={f"spread-{indicator}": partial(spread_controls, choice, now)},
    end=footer(now.known, now.words, known_on=now.view.known_on, link=now.view.href),
)
