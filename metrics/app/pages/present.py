"""Present: the slides of the plan fill the window; keys, buttons and choices work without the server."""

from dataclasses import replace
from html import escape

import streamlit as st

from metrics.app.address import OWN, Scope, base_of, short_addresses
from metrics.app.frame import announcement, here, notes
from metrics.app.stage import show_stage
from metrics.exports.slides import scheme_of
from metrics.figures.slides.deck import deck
from metrics.figures.slides.named import among_all, choice_of, deck_parameters, plans_of, without_slide
from metrics.figures.slides.offer import offer
from metrics.figures.slides.slide import Deck
from metrics.figures.slides.stage import stage
from metrics.figures.slides.subject import subject

now = here()
view, words = now.view, now.words
contested = now.address.choice("contested", ("show", "hide"), "show") == "show"
base = base_of(st.context.url, "present")
name = now.address.choice("deck", now.known.decks)
choice, unused = choice_of(now.address.given, name, now.known, words)
plans = (plans_of(choice, now.known) if name and view.scope is Scope.MAIN else ()) or view.plans
scheme = "" if view.data == OWN else scheme_of(base)
told = subject(now.known, now.progress, words, short_addresses(view, words, base), plans=plans, scheme=scheme)
usual = now.keep(lambda: deck(told), "deck", base, plans)
every = among_all(choice, usual)
mine = told.address("present", **deck_parameters(choice))


def made(*, contested: bool) -> Deck:
    """The deck with or without the contested detail."""
    return replace(deck(told, replace(every, contested=contested)), address=mine)


slides = now.keep(lambda: made(contested=True), "deck", base, plans, every, mine)
bare = now.keep(lambda: made(contested=False), "deck", "bare", base, plans, every, mine)

now.address.passed_over((*unused, *without_slide(choice, slides, words)))
there = {slide.id for slide in slides.slides}
asked = [one.id for one in choice.slides if one.id in there]
slide = now.address.choice("slide", dict.fromkeys(one.key for of in (slides, bare) for one in of.slides))
shape = now.address.choice("shape", ("auto", "16-9", "4-3"), "auto")

st.html(f'<h1 class="mp-sr">{escape(words.say("present.heading", title=slides.title))}</h1>')
notes(now)
show_stage(
    now.keep(
        lambda: stage(
            slides, words, "light", without=bare, offer=offer(now.known, words, usual, every, name)
        ),
        *("stage", base, plans, every, name, mine),
    ),
    now.mode,
    home=view.href("glance"),
    slide=slide,
    slides=tuple(asked),
    deck=name,
    shape=shape,
    contested=contested,
    told=announcement(words),
)
