"""The offer: what a presenter may choose for the slides of a stage that a server can make anew.

In: the records of the day, the deck and the choice it was made by. Out: a frozen :class:`DeckOffer`, which the stage holds as
controls of its list of slides.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from metrics.figures.slides.choice import Choice
from metrics.figures.slides.slide import Deck
from metrics.records.model import Indicator
from metrics.records.period import never_judged
from metrics.records.store import Records
from metrics.words import Words


@dataclass(frozen=True, slots=True)
class SlideOffer:
    """What the slide of one target or indicator may be narrowed to, and what it is now.

    ``places`` (id and name) and ``years`` are empty for a target, whose figures are those of its promise.
    """

    places: tuple[tuple[str, str], ...]
    years: tuple[int, ...]
    place: str | None
    span: tuple[int, int] | None
    brief: bool


@dataclass(frozen=True, slots=True)
class DeckOffer:
    """``slides`` by id; ``added`` are ids beyond the usual deck, ``others`` (id and name) indicators that could be."""

    slides: Mapping[str, SlideOffer]
    added: frozenset[str]
    others: tuple[tuple[str, str], ...]
    decks: tuple[tuple[str, str], ...]  # name and title
    deck: str | None  # the one that is shown


def offer(known: Records, words: Words, usual: Deck, choice: Choice, deck: str | None) -> DeckOffer:
    """What there is to choose from.

    Args:
        known: the records of the day.
        words: the language.
        usual: the deck without any choice.
        choice: by which the deck that is shown was made.
        deck: the name of the deck that the address asks for.
    """
    slides = {}
    for one in choice.slides:
        if one.id in known.targets:
            slides[one.id] = SlideOffer((), (), None, None, one.detail == "brief")
        elif one.id in known.indicators:
            found = _reported(known.indicators[one.id], known)
            places = sorted(
                (words.text(known.places[id_].label), id_) for id_ in found if id_ in known.places
            )
            ends = [year for years in found.values() for year in years]
            slides[one.id] = SlideOffer(
                places=tuple((id_, label) for label, id_ in places),
                years=tuple(range(min(ends), max(ends) + 1)) if ends else (),
                place=one.place,
                span=one.years,
                brief=one.detail == "brief",
            )
    others = (
        (words.text(one.label), one.id)
        for one in known.indicators.values()
        if one.id not in slides and _reported(one, known)
    )
    return DeckOffer(
        slides=slides,
        added=frozenset(one.id for one in choice.slides) - {one.id for one in usual.slides},
        others=tuple((id_, label) for label, id_ in sorted(others)),
        decks=tuple((name, words.text(one.title)) for name, one in known.decks.items()),
        deck=deck,
    )


def _reported(indicator: Indicator, known: Records) -> dict[str, set[int]]:
    """The years of the judged figures of an indicator, by place."""
    found: dict[str, set[int]] = {}
    for series in indicator.series:
        for one in known.observations_of(series.id):
            if not one.judged or never_judged(one.period, indicator.measure):
                continue
            found.setdefault(one.geography, set()).add(one.period.end.year)
    return found
