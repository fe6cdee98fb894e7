"""At a glance: the one-sentence verdict, the families of indicators, the milestones, and who counts what."""

from typing import Any

import streamlit as st

from metrics.app.chart_block import chart_end, named
from metrics.app.folds import filled_on_opening
from metrics.app.frame import here, notes
from metrics.figures.blocks import footer
from metrics.figures.bullet_picture import bullet_chart, bullet_spec
from metrics.figures.page_parts import bullets_svg, glance_parts
from metrics.figures.picture import SIZES

now = here()
view, words, page = now.view, now.words, now.page
beside = page.beside

notes(now)
parts = "".join(now.keep(part.make, part.name) for part in glance_parts(page))
st.html(filled_on_opening(parts, now.form))
if beside:
    chart = named(now.keep(lambda: bullet_chart(beside, now.known, words), "bullets"), now)

    def pictures() -> dict[str, dict[str, Any]]:
        """The bullets in each size."""
        address = now.address_on_pictures("glance")
        return {name: bullet_spec(bullets_svg(page, name, address, chart.source), name) for name in SIZES}

    given = tuple(now.address.given.items())
    chart_end(chart, now, "mp-bullets", lambda: now.keep(pictures, "pictures", given))
st.html(footer(now.known, words, known_on=view.known_on, link=view.href))
