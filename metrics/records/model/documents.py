"""Documents: the records of ``sources.yaml``, ``events.yaml`` and the CSV files of claims, evidence and ratings.

In: checked values (``shape``). Out: frozen records. ``fields.yaml`` says what each field means.
"""

import datetime as dt

from metrics.records.model.fields import Address, Id, Line, Number, Record, Span, Text, When
from metrics.records.vocabulary import (
    Access,
    Assessment,
    Bound,
    ClaimKind,
    DeliveryState,
    Independence,
    SourceKind,
    Verification,
)


class Source(Record):
    """One document that plans, targets, figures, events or claims rest on."""

    id: Id
    publisher: Text
    author: str | None = None
    title: Line
    published: When
    url: Address | None = None
    kind: SourceKind
    access: Access
    independence: Independence
    licence: str | None = None
    note: Text | None = None


class Category(Record):
    """A kind of event; it has a lane of its own on the timeline."""

    id: Id
    label: Text


class Event(Record):
    """A dated fact on the timeline."""

    id: Id
    date: When
    title: Text
    category: Id
    geography: Id
    source: Id
    verification: Verification
    note: Text | None = None


class Claim(Record):
    """One statement in a source, in your own words, and how it stands against what the files hold."""

    id: Id
    source: Id
    statement: Text
    indicator: Id | None = None
    geography: str | None = None
    period: Span | None = None
    value: Number | None = None
    unit: str | None = None
    bound: Bound | None = None
    kind: ClaimKind
    maps_to: Id | None = None
    assessment: Assessment
    why: Text | None = None


class DeliveryReport(Record):
    """What one document says of a deliverable, of one of its steps, or of one of the things that it counts."""

    id: Id
    deliverable: Id
    step: Id | None = None
    item: Text | None = None
    state: DeliveryState
    date: When | None = None
    published: When
    source: Id
    locator: Text | None = None
    verification: Verification
    note: Text | None = None

    @property
    def known(self) -> dt.date:
        """The day from which it was known: the last day of ``published``."""
        return self.published.end

    @property
    def subject(self) -> str:
        """What it is about within its deliverable: the id of a step, the name of a thing, or "" for the whole."""
        return self.step or (self.item.best("en")[1] if self.item else "")


class Rating(Record):
    """How the body that made a promise rates it itself. It is shown as its own word and never counted."""

    id: Id
    promise: Id
    rating: Id
    published: When
    source: Id
    locator: Text | None = None
    note: Text | None = None

    @property
    def known(self) -> dt.date:
        """The day from which it was known: the last day of ``published``."""
        return self.published.end
