"""Indicators: what was reported, series by series, never joined."""

import streamlit as st

from metrics.app.chart_block import show_chart, show_panels, show_table
from metrics.app.frame import here, notes
from metrics.app.indicator_choice import choose
from metrics.app.indicator_controls import indicator_controls, spread_controls
from metrics.figures.blocks import data_table, footer, page_head, section_head
from metrics.figures.frame import WIDTH
from metrics.figures.indicator.chart import draw
from metrics.figures.indicator.growth import overall_table, steps_table
from metrics.figures.indicator.multiples import indicator_panels
from metrics.figures.indicator.scene import IndicatorScene
from metrics.figures.indicator.spread import spread_chart
from metrics.figures.indicator.vintages import revision_table

now = here()
view, words = now.view, now.words
choice = choose(now)
indicator, held = choice.indicator, choice.held
terms = choice.restated.terms
picked = (indicator.id, terms.currency, str(terms.prices))
seen = (*picked, choice.drawn, choice.shown_places, choice.scale, choice.multiples, choice.vintages)

notes(now)
st.html(page_head(words.text(indicator.label), words.text(indicator.description)))
indicator_controls(choice, now)


def scene() -> IndicatorScene:
    """What the chart or the panels show."""
    targets = (one.target for one in now.progress.statuses.values() if one.target.indicator == indicator.id)
    return IndicatorScene(
        indicator,
        held,
        words,
        now.mode,
        series_ids=choice.drawn,
        places=choice.shown_places,
        known_on=view.known_on,
        scale=choice.scale,
        targets=() if choice.multiples else tuple(targets),
        width=now.form.chart_width(WIDTH),
        restated=choice.restated,
        vintages=choice.vintages and not choice.multiples,
    )


shown = now.keep(scene, "scene", *seen)
if choice.multiples and shown.threads:
    show_panels(now.keep(lambda: indicator_panels(shown), "panels", *seen), now)
else:
    show_chart(now.keep(lambda: draw(shown), "indicator", *seen), now)

if choice.scale == "growth":
    overall = now.keep(lambda: overall_table(shown), "overall", *seen)
    if overall.rows:
        head = section_head(words.say("page.indicators.growth_overall"))
        st.html(head + data_table(overall, words, words.say("page.indicators.growth_overall_note")))
    steps = now.keep(lambda: steps_table(shown), "steps", *seen)
    show_table(steps, now, words.text(indicator.label), "page.indicators.growth_steps")

if shown.trails:
    revisions = now.keep(lambda: revision_table(shown), "revisions", *seen)
    if revisions.rows:
        head = section_head(words.say("page.indicators.revisions"))
        st.html(head + data_table(revisions, words, words.say("page.indicators.revisions_note"), view.href))
    else:
        st.html(
            section_head(words.say("page.indicators.revisions"), words.say("page.indicators.no_revisions"))
        )

if choice.year is not None and choice.spread_place is not None:
    place, year = choice.spread_place, choice.year
    spread_controls(choice, now)
    show_chart(
        now.keep(
            lambda: spread_chart(
                choice.spreads[year],
                indicator,
                held,
                words,
                now.mode,
                place=place,
                year=year,
                known_on=view.known_on,
                restated=choice.restated,
            ),
            "spread",
            *picked,
            place,
            year,
        ),
        now,
    )
st.html(footer(now.records, words, known_on=view.known_on, link=view.href))
