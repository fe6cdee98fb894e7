"""Present: the slides of the plan fill the window; keys, buttons and choices work without the server."""

from html import escape

import streamlit as st

from metrics.app.address import base_of, short_addresses
from metrics.app.frame import announcement, here, notes
from metrics.app.stage import show_stage
from metrics.figures.slides.choice import Choice
from metrics.figures.slides.deck import deck
from metrics.figures.slides.pages import pages
from metrics.figures.slides.stage import stage
from metrics.figures.slides.subject import subject

now = here()
view, words = now.view, now.words
contested = now.address.choice("contested", ("show", "hide"), "show") == "show"
base = base_of(st.context.url, "present")
told = subject(now.known, now.progress, words, short_addresses(view, words, base), plans=view.plans)
slides = now.keep(lambda: deck(told), "deck", base)
bare = now.keep(lambda: deck(told, Choice(contested=False)), "deck", "bare", base)

chosen = now.address.choices("slides", dict.fromkeys(slide.id for slide in slides.slides))
asked = dict.fromkeys(one for one in now.address.given.get("slides", "").split(",") if one in chosen)
slide = now.address.choice(
    "slide", dict.fromkeys(one.slide.key for of in (slides, bare) for one in pages(of, words))
)
shape = now.address.choice("shape", ("auto", "16-9", "4-3"), "auto")

st.html(f'<h1 class="mp-sr">{escape(words.say("present.heading", title=slides.title))}</h1>')
notes(now)
show_stage(
    now.keep(lambda: stage(slides, words, "light", without=bare), "stage", base),
    now.mode,
    home=view.href("glance"),
    slide=slide,
    slides=tuple(asked),
    shape=shape,
    contested=contested,
    told=announcement(words),
)
