"""The deck: the slides of some plans on one day, every title a finding.

In: a subject and what was chosen. Out: a :class:`Deck`. Targets of which no reading counts share one slide; the others
have one each, or several where their lanes do not fit on one.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
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
        slides=_told_apart(choice.ordered(made), told),
        title=plans or words.say("overview.no_plan"),
        language=words.language,
        known_on=told.progress.known_on,
        known=words.say("slide.known", day=told.day),
    )


def _told_apart(slides: Iterable[Slide], told: Subject) -> tuple[Slide, ...]:
    """No two with one title: where two plans ask for the same, each names its own, and later parts say which they are."""
    slides, words, targets = tuple(slides), told.words, told.known.targets
    first = [one for one in slides if one.part == 1]
    uses = Counter([*(one.title for one in first), *(one.about for one in first)])

    def apart(said: str, one: Slide) -> str:
        if uses[said] < 2 or one.id not in targets:
            return said
        plan = told.known.plans[targets[one.id].plan]
        return words.say("slide.title.of_plan", title=said, plan=words.text(plan.label))

    def title(one: Slide) -> str:
        said = apart(one.title, one)
        if one.part == 1:
            return said
        return words.say("slide.title.part", title=said, part=one.part, parts=one.parts)

    return tuple(replace(one, title=title(one), about=apart(one.about, one)) for one in slides)


def _makers(told: Subject, *, contested: bool) -> Iterator[tuple[str, Make]]:
    """Every slide that there may be, by id, made only when it is wanted."""
    yield texts.TITLE, lambda: texts.title_slides(told)
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
