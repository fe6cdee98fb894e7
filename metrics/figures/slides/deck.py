"""The deck: the slides of some plans on one day, every title a finding.

In: a subject and what was chosen. Out: a :class:`Deck`. Targets of which no reading counts share one slide; the others
have one each, or several where their lanes do not fit on one.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from metrics.figures.brand import brand
from metrics.figures.slides import texts
from metrics.figures.slides.choice import WHOLE, Choice, SlideChoice
from metrics.figures.slides.delivered import deliverable_slides
from metrics.figures.slides.measured import indicator_slides, target_slides
from metrics.figures.slides.named import deck_parameters
from metrics.figures.slides.slide import Deck, Slide
from metrics.figures.slides.subject import Subject

Make = Callable[[SlideChoice], tuple[Slide, ...]]


def deck(subject: Subject, choice: Choice = WHOLE) -> Deck:
    """The slides chosen, in the order chosen.

    Args:
        subject: what the deck is about.
        choice: which slides, in which order, what each is narrowed to, and whether figures that do not count are shown.
    """
    made = [
        (name, _as_chosen(slide, wanted, subject))
        for name, make in _makers(subject, choice)
        if (wanted := choice.of(name))
        for slide in make(wanted)
    ]
    words = subject.words
    plans = words.listing(words.text(plan.label) for plan in subject.known_plans)
    house, named = brand(subject.known, words), subject.known.decks.get(choice.name)
    return Deck(
        slides=tuple(_said_once(_with_distinct_titles(choice.ordered(made), subject))),
        title=plans or words.say("overview.no_plan"),
        language=words.language,
        known_on=subject.progress.known_on,
        known=words.say("slide.known", day=subject.day),
        product=house.name if house else "Milepost",
        brand=house,
        minutes=choice.minutes or (named.minutes if named else None),
        scheme=subject.scheme,
        address=subject.address("present", **deck_parameters(choice)),
    )


def _as_chosen(slide: Slide, wanted: SlideChoice, subject: Subject) -> Slide:
    """The slide with the presenter's own title, marked as such; a brief one says nothing of method."""
    if wanted.own_title:
        kicker = subject.words.say("slide.own_title", title=wanted.own_title, kicker=slide.kicker)
        slide = replace(slide, kicker=kicker, own_title=wanted.own_title)
    if wanted.detail == "full":
        return slide
    return replace(slide, rule="", notes=replace(slide.notes, caveats=()))


def _said_once(slides: Iterable[Slide]) -> Iterator[Slide]:
    """No sentence is to be spoken on two slides."""
    said: set[str] = set()
    for slide in slides:
        say = tuple(one for one in dict.fromkeys(slide.notes.say) if one not in said)
        said.update(say)
        yield replace(slide, notes=replace(slide.notes, say=say))


def _with_distinct_titles(slides: Iterable[Slide], subject: Subject) -> tuple[Slide, ...]:
    """No two with one title: where two plans ask for the same, each names its own, and later parts say which they are."""
    slides, words, targets = tuple(slides), subject.words, subject.known.targets
    first = [one for one in slides if one.part == 1]
    uses = Counter(one.title for one in first)

    def title(one: Slide) -> str:
        said = one.title
        if uses[said] > 1 and one.id in targets:
            plan = subject.known.plans[targets[one.id].plan]
            said = words.say("slide.title.of_plan", title=said, plan=words.text(plan.label))
        if one.part == 1:
            return said
        return words.say("slide.title.part", title=said, part=one.part, parts=one.parts)

    return tuple(replace(one, title=title(one)) for one in slides)


def _makers(subject: Subject, choice: Choice) -> Iterator[tuple[str, Make]]:
    """Every slide that there may be, by id, made only when it is wanted."""
    yield texts.TITLE, lambda _: texts.title_slides(subject, choice.occasion, choice.presenter)
    if not subject.known_plans:
        return
    yield texts.HOW, lambda _: (texts.how_slide(subject),)
    for status in subject.measured:
        yield status.target.id, partial(target_slides, subject, status, contested=choice.contested)
    for found in subject.deliverables:
        yield found.deliverable.id, partial(deliverable_slides, subject, found)
    # A deck may hold any indicator; where nothing is chosen it holds those that the file names.
    named = [subject.known.indicators[one.id] for one in choice.slides if one.id in subject.known.indicators]
    for indicator in named or subject.indicators:
        yield indicator.id, partial(indicator_slides, subject, indicator)
    yield texts.METHOD, lambda _: (texts.method_slide(subject),)
    if subject.unknown:
        yield texts.UNKNOWN, lambda _: texts.unknown_slides(subject)
    yield texts.SOURCES, lambda _: texts.source_slides(subject)
