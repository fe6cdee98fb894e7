"""The part "Method" of its page: every rule, and a real example of the day beside it."""

from collections.abc import Callable
from html import escape

import streamlit as st

from metrics.app.frame import Here
from metrics.figures.blocks import (
    contents,
    pace_rules,
    pace_worked,
    page_head,
    section_head,
    status_key,
    worked_cases,
    worked_counting,
    worked_days,
    worked_due_period,
    worked_goals,
    worked_headline,
    worked_intervals,
    worked_money,
)
from metrics.progress.examples import Examples, examples

SECTIONS = (
    "cases",
    "intervals",
    "windows",
    "pace",
    "headline",
    "counting",
    "days",
    "goals",
    "money",
    "signs",
)


def draw_method(now: Here) -> None:
    """Title, contents, and one section a rule; the chosen plan's figures come first as examples."""
    words = now.words
    picked = now.keep(
        lambda: examples(now.known, now.progress, now.view.plans or now.known.glance.plans), "examples"
    )
    lead = words.paragraph(
        (words.say("page.method.lead"), words.say("method.live", day=words.day(now.view.known_on)))
    )
    st.html(page_head(words.say("page.method.title"), lead))
    st.html(
        contents(
            words.say("method.contents"),
            [(anchor(one), words.say(f"method.section.{one}")) for one in SECTIONS],
        )
    )
    drawn = _sections(now, picked)
    for name in SECTIONS:
        head = section_head(words.say(f"method.section.{name}"), anchor=anchor(name))
        st.html(head + now.keep(drawn[name], "method", name))


def anchor(section: str) -> str:
    """What a link to a section leads to; stable, so that it can be cited."""
    return f"rule-{section}"


def _sections(now: Here, picked: Examples) -> dict[str, Callable[[], str]]:
    words, held, mode, link = now.words, now.known, now.mode, now.view.href

    def text(said: str) -> str:
        return f'<p class="mp-text">{escape(said)}</p>'

    return {
        "cases": lambda: worked_cases(picked.cases, held, words, mode, link),
        "intervals": lambda: (
            text(words.say("method.text.intervals")) + worked_intervals(picked, held, words, link)
        ),
        "windows": lambda: (
            text(words.say("method.text.windows")) + worked_due_period(picked, held, words, link)
        ),
        "pace": lambda: (
            text(words.say("method.text.pace"))
            + pace_rules(words, mode)
            + pace_worked(picked.pace, held, words, mode, link)
        ),
        "headline": lambda: text(words.headline_rule()) + worked_headline(picked, held, words, link),
        "counting": lambda: text(words.counting_rule()) + worked_counting(picked, held, words, link),
        "days": lambda: text(words.say("method.text.days")) + worked_days(picked, held, words, link),
        "goals": lambda: text(words.say("method.text.goals")) + worked_goals(picked, held, words, link),
        "money": lambda: text(words.say("method.text.money")) + worked_money(picked, held, words, link),
        "signs": lambda: status_key(words, mode),
    }
