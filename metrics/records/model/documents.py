"""Documents: the records of ``sources.yaml``, ``events.yaml`` and ``claims.csv``: who said what, and what happened.

In: checked values (``shape``). Out: frozen records. ``fields.yaml`` says what each field means.
"""

from metrics.records.model.fields import Address, Id, Line, Number, Record, Span, Text, When
from metrics.records.vocabulary import (
    Access,
    Assessment,
    Bound,
    ClaimKind,
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
