"""Slides: the deck of an extract, whichever file it becomes.

In: an extract, and perhaps the ids of a few targets. Out: a :class:`~metrics.figures.slides.slide.Deck`. Its addresses are
short, to be typed by hand after that of the dashboard.
"""

from urllib.parse import urlencode

from metrics.exports.extract import Extract
from metrics.figures.slides.choice import Choice
from metrics.figures.slides.deck import WHOLE, deck
from metrics.figures.slides.slide import Deck
from metrics.figures.slides.subject import subject


def deck_of(taken: Extract, choice: Choice = WHOLE) -> Deck:
    """The slides of the plan or the targets that were asked for, or else of the plans of the first page."""
    targets = taken.chosen or ((taken.target,) if taken.target else ())
    plans = (taken.plan,) if taken.plan else ()
    return deck(
        subject(
            taken.known, taken.progress, taken.words, taken.short or address, plans=plans, targets=targets
        ),
        choice,
    )


def address(page: str, /, **params: str | None) -> str:
    """A page and what it is about.

    >>> address("target", target="aidp-2025-core")
    'target?target=aidp-2025-core'
    """
    query = urlencode({name: value for name, value in params.items() if value})
    return f"{page}?{query}" if query else page
