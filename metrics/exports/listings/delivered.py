"""Deliverables, their evidence and the bodies' own ratings, as listings: only where a plan has any.

In: an extract. Out: one listing each, rows in the order of the files. Where a deliverable stands is no verdict.
"""

from metrics.exports.extract import Extract
from metrics.exports.listings.columns import listed
from metrics.exports.listings.listing import Field, closed
from metrics.progress.deliveries import Delivered, delivery
from metrics.records.model import Deliverable, DeliveryReport, Rating

_WHERE = "source read_through locator verification note"


def _deliverable(one: Deliverable, taken: Extract) -> dict[str, object]:
    found = delivery(taken.known, one, taken.known_on)
    steps = " ".join(step.id for step in one.steps) or None
    return {
        "steps": steps,
        "delivered": found.result,
        "parts_done": found.n,
        "sentence": taken.words.delivery(found),
    }


def _rating(one: Rating, taken: Extract) -> dict[str, object]:
    said = taken.words.own_rating(one, taken.known)
    return {"sentence": taken.words.say("rating.exported", rating=said)}


DELIVERED = (
    listed(
        "deliverables",
        Deliverable,
        f"id plan statement due steps count delivered parts_done sentence {_WHERE}",
        Field("steps"),
        closed("delivered", Delivered),
        Field("parts_done", "whole", required=True),
        Field("sentence", required=True),
        instead=_deliverable,
    ),
    listed(
        "evidence",
        DeliveryReport,
        "id deliverable step item state date published known_from source locator verification note",
    ),
    listed(
        "ratings",
        Rating,
        "id promise rating published known_from source locator note sentence",
        Field("rating", required=True),
        Field("sentence", required=True),
        instead=_rating,
    ),
)
