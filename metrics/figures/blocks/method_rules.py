"""The rules, section by section, each with a real example of the day beside it.

In: examples of the day, the records, words and links. Out: for the id of each section what makes its HTML, so that
a page draws and keeps one after the other.
"""

from collections.abc import Callable, Mapping
from html import escape

from metrics.figures.blocks.environment import Link
from metrics.figures.blocks.key import status_key
from metrics.figures.blocks.pace_worked import pace_rules, pace_worked
from metrics.figures.blocks.worked_cases import worked_cases
from metrics.figures.blocks.worked_rules import (
    worked_counting,
    worked_days,
    worked_due_period,
    worked_goals,
    worked_headline,
    worked_intervals,
    worked_money,
)
from metrics.figures.palette import Mode
from metrics.progress.examples import Examples
from metrics.records.store import Records
from metrics.words import Words

#: In the order of the page.
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


def rule_anchor(section: str) -> str:
    """What a link to a section leads to; stable, so that it can be cited."""
    return f"rule-{section}"


def method_rules(
    picked: Examples, records: Records, words: Words, mode: Mode, link: Link
) -> Mapping[str, Callable[[], str]]:
    """The makers of the sections, by id; all of :data:`SECTIONS`."""

    def text(sentence: str) -> str:
        return f'<p class="mp-text">{escape(sentence)}</p>'

    return {
        "cases": lambda: worked_cases(picked.cases, records, words, mode, link),
        "intervals": lambda: (
            text(words.say("method.text.intervals")) + worked_intervals(picked, records, words, link)
        ),
        "windows": lambda: (
            text(words.say("method.text.windows")) + worked_due_period(picked, records, words, link)
        ),
        "pace": lambda: (
            text(words.say("method.text.pace"))
            + pace_rules(words, mode)
            + pace_worked(picked.pace, records, words, mode, link)
        ),
        "headline": lambda: text(words.headline_rule()) + worked_headline(picked, records, words, link),
        "counting": lambda: text(words.counting_rule()) + worked_counting(picked, records, words, link),
        "days": lambda: text(words.say("method.text.days")) + worked_days(picked, records, words, link),
        "goals": lambda: text(words.say("method.text.goals")) + worked_goals(picked, records, words, link),
        "money": lambda: text(words.say("method.text.money")) + worked_money(picked, records, words, link),
        "signs": lambda: status_key(words, mode),
    }
