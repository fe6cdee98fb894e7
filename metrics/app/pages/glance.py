"""At a glance: the one-sentence verdict, the families of indicators, the milestones, and who counts what."""

from typing import Any

import streamlit as st

from metrics.app.chart_block import named, show_table, take_away
from metrics.app.frame import here, notes
from metrics.figures.blocks import (
    bullet_rows,
    chart_foot,
    columns,
    family_rows,
    footer,
    milestone_strip,
    under_headline,
    verdict_sentence,
)
from metrics.figures.bullet_picture import bullet_chart, bullet_picture, bullet_spec
from metrics.figures.picture import SIZES
from metrics.progress.families import family_views

now = here()
view, words = now.view, now.words
plans = view.plans
statuses = [one for one in now.progress.statuses.values() if one.target.plan in plans]
# Beside the strip: the indicator that the data name for it, else everything that was measured at all.
beside = [one for one in statuses if one.target.indicator == now.records.glance.indicator]
beside = beside or [one for one in statuses if one.counted]

notes(now)


def sentence() -> str:
    """The one-sentence verdict."""
    overview = words.overview(statuses, now.records, known_on=view.known_on, plans=plans)
    return verdict_sentence(overview, view.href)


def milestones() -> str:
    """The families, the strip and, where something was measured, the bullets."""
    turned = {one.target.id: now.histories[one.target.id].turned for one in statuses}
    views = family_views(now.known, statuses, view.known_on, plans)
    families = family_rows(views, now.known, words, now.mode, view.href, turned=turned)
    strip = milestone_strip(
        statuses,
        now.records,
        words,
        now.mode,
        known_on=view.known_on,
        link=view.href,
        plans=plans,
        turned=turned,
    )
    if not beside:
        return families + strip
    bullets = bullet_rows(beside, now.records, words, now.mode, view.href, turned=turned, path=view.path)
    return families + columns(strip, bullets, "glance")


st.html(now.keep(sentence, "sentence"))
st.html(now.keep(milestones, "milestones"))
if beside:
    chart = named(now.keep(lambda: bullet_chart(beside, now.records, words), "bullets"), now)
    st.html(chart_foot(chart))

    def pictures() -> dict[str, dict[str, Any]]:
        """The bullets in each size."""
        address = now.address_on_pictures("glance")
        under = {
            one.target.id: under_headline(
                one, now.records, words, now.histories[one.target.id].turned, view.path
            )
            for one in beside
        }
        return {
            name: bullet_spec(
                bullet_picture(
                    beside,
                    now.records,
                    words,
                    now.mode,
                    name,
                    address,
                    source=chart.source,
                    beside=under,
                ),
                name,
            )
            for name in SIZES
        }

    given = tuple(now.address.given.items())
    take_away(chart, now, "mp-bullets", lambda: now.keep(pictures, "pictures", given))
    if chart.table.rows:
        show_table(chart.table, now, chart.title)
st.html(footer(now.records, words, known_on=view.known_on, link=view.href))
