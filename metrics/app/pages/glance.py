"""At a glance: the one-sentence verdict, the families of indicators, the milestones, and who counts what."""

from typing import Any

import streamlit as st

from metrics.app.chart_block import chart_end, named
from metrics.app.frame import here, notes
from metrics.figures.blocks import footer, under_headline
from metrics.figures.bullet_picture import bullet_chart, bullet_picture, bullet_spec
from metrics.figures.page_parts import glance_parts
from metrics.figures.picture import SIZES

now = here()
view, words, page = now.view, now.words, now.page
beside = page.beside

notes(now)
st.html("".join(now.keep(part.make, part.name) for part in glance_parts(page)))
if beside:
    chart = named(now.keep(lambda: bullet_chart(beside, now.known, words), "bullets"), now)

    def pictures() -> dict[str, dict[str, Any]]:
        """The bullets in each size."""
        address = now.address_on_pictures("glance")
        under = {
            one.target.id: under_headline(
                one, now.known, words, page.histories[one.target.id].turned, view.path
            )
            for one in beside
        }
        return {
            name: bullet_spec(
                bullet_picture(
                    beside,
                    now.known,
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
    chart_end(chart, now, "mp-bullets", lambda: now.keep(pictures, "pictures", given))
st.html(footer(now.known, words, known_on=view.known_on, link=view.href))
