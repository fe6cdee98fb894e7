"""The deck: the slides of some plans on one day, every title a finding.

In: a subject and what was chosen. Out: a :class:`Deck`. Targets of which no reading counts share one slide; the others
have one each, or several where their lanes do not fit on one.
"""

from collections.abc import Callable, Iterator
from functools import partial

from metrics.figures.slides import texts
from metrics.figures.slides.choice import Choice
from metrics.figures.slides.measured import indicator_slides, target_slides
from metrics.figures.slides.slide import Deck, Slide
from metrics.figures.slides.subject import Subject

Make = Callable[[], tuple[Slide, ...]]
WHOLE = Choice()


def deck(told: Subject, choice: Choice = WHOLE) -> Deck:
    """The slides chosen, in the order chosen.

    Args:
        told: what the deck is about.
        choice: which slides, in which order, and whether figures that do not count are shown.
    """
    made = [
        (name, slide)
        for name, make in _makers(told, contested=choice.contested)
        if choice.takes(name)
        for slide in make()
    ]
    words = told.words
    plans = words.listing(words.text(plan.label) for plan in told.held)
    return Deck(
        slides=choice.ordered(made),
        title=plans or words.say("overview.no_plan"),
        language=words.language,
        known_on=told.progress.known_on,
        known=words.say("slide.known", day=told.day),
    )


def offered(told: Subject) -> tuple[tuple[str, str], ...]:
    """The slides that there are: id and title, in their usual order."""
    return tuple((slide.id, slide.title) for slide in deck(told).slides if slide.part == 1)


def _makers(told: Subject, *, contested: bool) -> Iterator[tuple[str, Make]]:
    """Every slide that there may be, by id, made only when it is wanted."""
    yield texts.TITLE, lambda: (texts.title_slide(told),)
    if not told.held:
        return
    yield texts.HOW, lambda: (texts.how_slide(told),)
    for status in told.measured:
        yield status.target.id, partial(target_slides, told, status, contested=contested)
    for indicator in told.indicators:
        yield indicator.id, partial(indicator_slides, told, indicator, contested=contested)
    if told.unknown:
        yield texts.UNKNOWN, lambda: texts.unknown_slides(told)
    yield texts.METHOD, lambda: (texts.method_slide(told),)
    yield texts.SOURCES, lambda: texts.source_slides(told)
