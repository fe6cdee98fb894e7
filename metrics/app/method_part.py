"""The part "Method" of its page: every rule, and a real example of the day beside it."""

import streamlit as st

from metrics.app.frame import Here
from metrics.figures.blocks import SECTIONS, contents, method_rules, page_head, rule_anchor, section_head
from metrics.progress.examples import examples


def draw_method(now: Here) -> None:
    """Title, contents, and one section a rule; the chosen plan's figures come first as examples."""
    words = now.words
    picked = now.keep(lambda: examples(now.known, now.progress, now.view.plans), "examples")
    lead = words.paragraph(
        (words.say("page.method.lead"), words.say("method.live", day=words.day(now.view.known_on)))
    )
    st.html(page_head(words.say("page.method.title"), lead))
    st.html(
        contents(
            words.say("method.contents"),
            [(rule_anchor(one), words.say(f"method.section.{one}")) for one in SECTIONS],
        )
    )
    drawn = method_rules(picked, now.known, words, now.mode, now.view.href)
    for name in SECTIONS:
        head = section_head(words.say(f"method.section.{name}"), anchor=rule_anchor(name))
        st.html(head + now.keep(drawn[name], "method", name))
