"""Indicators: what was reported, series by series, never joined."""

import streamlit as st

from metrics.app.chart_block import folded_table, show_chart, show_panels
from metrics.app.comparison import chosen, comparison_line, plans_of, show_comparison
from metrics.app.frame import here, notes
from metrics.app.indicator_charts import main_anew, main_chart, scene, seen, spread_anew, spread_of
from metrics.app.indicator_choice import choose
from metrics.app.indicator_controls import indicator_controls, spread_controls
from metrics.app.indicator_pairs import pairs_of_family, pairs_of_year
from metrics.figures.blocks import data_table, footer, page_head, section_head
from metrics.figures.chart import Panels
from metrics.figures.indicator.growth import overall_table, steps_table
from metrics.figures.indicator.vintages import revision_table

now = here()
view, words = now.view, now.words
choice = choose(now)
indicator = choice.indicator
parts = seen(choice)
pair = chosen(plans_of(indicator.id, now), now)

notes(now)
st.html(page_head(words.text(indicator.label)))
indicator_controls(choice, now)
if pair:
    show_comparison(indicator.id, pair, now)

shown = scene(choice, now)
chart = main_chart(choice, now)
if isinstance(chart, Panels):
    show_panels(chart, now, anew=main_anew(choice, now))
else:
    show_chart(chart, now, anew=main_anew(choice, now))
about = section_head(words.say("page.indicators.about"), words.text(indicator.description))
st.html(about + ("" if pair else comparison_line(indicator.id, now)) + pairs_of_family(choice, now))

if choice.scale == "growth":
    overall = now.keep(lambda: overall_table(shown), "overall", *parts)
    if overall.rows:
        head = section_head(words.say("page.indicators.growth_overall"))
        st.html(head + data_table(overall, words, words.say("page.indicators.growth_overall_note")))
    steps = now.keep(lambda: steps_table(shown), "steps", *parts)
    if steps.rows:
        st.html(folded_table(steps, now, words.text(indicator.label), "page.indicators.growth_steps"))

if choice.vintages and shown.levels:
    revisions = now.keep(lambda: revision_table(shown), "revisions", *parts)
    if revisions.rows:
        head = section_head(words.say("page.indicators.revisions"))
        st.html(head + data_table(revisions, words, words.say("page.indicators.revisions_note"), view.href))
    else:
        st.html(
            section_head(words.say("page.indicators.revisions"), words.say("page.indicators.no_revisions"))
        )

spread = spread_of(choice, now)
if spread:
    spread_controls(choice, now)
    show_chart(spread, now, anew=spread_anew(choice, now))
    if by_count := pairs_of_year(choice, now):
        st.html(by_count)
st.html(footer(now.known, words, known_on=view.known_on, link=view.href))
