"""The plans that a page is cut to: what they are called, and the ways to others.

In: the plans that are shown, the records known on the day, words, links. Out: a text or HTML.
"""

from collections.abc import Sequence

from metrics.figures.blocks.environment import render
from metrics.records.store import Records
from metrics.words import Words

#: So many plans are named; more are counted.
MOST_NAMED = 3


def scope_name(plans: Sequence[str], records: Records, words: Words) -> str:
    """What the plans are called, of those that were known on the day; empty where none was.

    Args:
        plans: ids.
        records: the records known on the day.
        words: the language.
    """
    known = [records.plans[one] for one in plans if one in records.plans]
    if len(known) > MOST_NAMED:
        return words.say("scope.all" if len(known) == len(records.plans) else "scope.many", n=len(known))
    return words.listing(words.text(one.label) for one in known)


def of_plans(title: str, plans: Sequence[str], records: Records, words: Words) -> str:
    """A finding with the plans that it counts; as it is where the records know of one plan only."""
    if len(records.plans) < 2:
        return title
    return words.say("scope.of", plans=scope_name(plans, records, words), title=title)


def scope_line(counted: str, ways: Sequence[tuple[str, str]]) -> str:
    """The line under the controls: what the page is cut to, and links (text, address) to other choices."""
    return render("scope_line", counted=counted, ways=ways)
