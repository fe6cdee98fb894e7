"""Decks: the records of ``decks.yaml``, which slides a briefing shows and in which order.

In: checked values (``shape``). Out: frozen records. ``fields.yaml`` says what each field means.
"""

from metrics.records.model.fields import Id, Minutes, Record, Text, Years
from metrics.records.vocabulary import SlideDetail, SlidePage


class DeckSlide(Record):
    """One slide: of a target, of an indicator, or of words."""

    target: Id | None = None
    indicator: Id | None = None
    page: SlidePage | None = None
    title: Text | None = None
    place: Id | None = None
    years: Years | None = None
    detail: SlideDetail | None = None

    @property
    def about(self) -> str:
        """The id of what is shown."""
        return self.target or self.indicator or self.page or ""


class NamedDeck(Record):
    """Some slides in their order, under a name. The day is none of its fields: a deck shows what is known when it is shown."""

    id: Id
    title: Text
    occasion: Text | None = None
    presenter: Text | None = None
    minutes: Minutes | None = None
    slides: tuple[DeckSlide, ...]
