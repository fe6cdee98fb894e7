"""Named decks: a deck of ``decks.yaml``, or what an address asks for, becomes a choice of slides.

In: records of decks, parameters of an address, words. Out: a :class:`~metrics.figures.slides.choice.Choice`.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace

from metrics.figures.slides.choice import Choice, SlideChoice
from metrics.figures.slides.choice_address import Unused, minutes_of, slides_of, slides_text
from metrics.figures.slides.slide import Deck
from metrics.records.model import DeckSlide, NamedDeck
from metrics.records.store import Records
from metrics.records.vocabulary import SlideDetail, SlidePage
from metrics.words import Words


def named_choice(deck: NamedDeck, words: Words) -> Choice:
    """The slides of a deck, in the texts of one language."""
    return Choice(
        slides=tuple(_slide(one, words) for one in deck.slides),
        occasion=words.text(deck.occasion) if deck.occasion else "",
        presenter=words.text(deck.presenter) if deck.presenter else "",
        name=deck.id,
    )


def _slide(slide: DeckSlide, words: Words) -> SlideChoice:
    return SlideChoice(
        slide.about,
        own_title=words.text(slide.title) if slide.title else "",
        place=slide.place,
        years=slide.years,
        detail="brief" if slide.detail is SlideDetail.BRIEF else "full",
    )


def slide_ids(records: Records) -> Collection[str]:
    """Everything of which there can be a slide."""
    return {*SlidePage, *records.targets, *records.indicators}


def plans_of(choice: Choice, records: Records) -> tuple[str, ...]:
    """The plans of the targets that were chosen, in their order; none where no target was."""
    chosen = (records.targets[one.id].plan for one in choice.slides if one.id in records.targets)
    return tuple(dict.fromkeys(chosen))


def choice_of(
    given: Mapping[str, str], deck: str | None, records: Records, words: Words
) -> tuple[Choice, tuple[str, ...]]:
    """What an address asks for, and a note for each part of it that cannot be used.

    ``slides`` overrides the slides of ``deck``; the occasion and who presents stay the deck's.

    Args:
        given: the parameters.
        deck: the name of a deck that there is; None: no deck.
        records: known on the day.
        words: the language.
    """
    choice = named_choice(records.decks[deck], words) if deck else Choice()
    slides, unused = slides_of(given.get("slides", ""), slide_ids(records), records.places)
    minutes, told = minutes_of(given.get("minutes", ""))
    notes = tuple(one.said(words) for one in (*unused, *told))
    contested = given.get("contested") != "hide"
    if slides:
        choice = replace(choice, slides=slides, name="")
        minutes = minutes or (records.decks[deck].minutes if deck else None)
    return replace(choice, contested=contested, minutes=minutes), notes


def deck_parameters(choice: Choice) -> dict[str, str]:
    """What the address of the slides says of a choice: the name of its deck, or slide by slide what was chosen,
    and how many minutes are planned.
    """
    shown = {"deck": choice.name} if choice.name else {"slides": slides_text(choice.slides)}
    return shown | ({"minutes": str(choice.minutes)} if choice.minutes else {})


def among_all(choice: Choice, every: Deck) -> Choice:
    """All slides that there may be in their usual order, those that are wanted as they are wanted.

    >>> from datetime import date
    >>> among_all(Choice((SlideChoice("patents"),)), Deck((), "", "en", date(2026, 1, 1), "")).slides
    (SlideChoice(id='patents', own_title='', place=None, years=None, detail='full'),)
    """
    wanted = {one.id: one for one in choice.slides}
    usual = {one.id: wanted.get(one.id, SlideChoice(one.id)) for one in every.slides}
    return replace(choice, slides=tuple((usual | wanted).values()))


def without_slide(choice: Choice, made: Deck, words: Words) -> tuple[str, ...]:
    """A note for each slide that was chosen and of which nothing was made."""
    there = {one.id for one in made.slides}
    return tuple(Unused("empty", one.id, one.id).said(words) for one in choice.slides if one.id not in there)
