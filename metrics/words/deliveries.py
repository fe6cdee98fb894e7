"""Deliveries: whether a deliverable was done, and how a body rates its own promises, in sentences.

In: a delivery or a rating, and the records of the day. Out: text. Nothing here is a verdict, and each sentence says whose word it is.
"""

from metrics.progress.deliveries import DONE, Delivered, Delivery
from metrics.records.model import Rating
from metrics.records.store import Records
from metrics.words.phrases import Phrases


def delivery(words: Phrases, found: Delivery) -> str:
    """Where a deliverable stands, in a few words: ``Done late, on 20 Jan 2026; it was due by the end of 2025``."""
    due = words.due(found.deliverable)
    key = f"delivery.said.{found.result}"
    if found.result in DONE and found.last and found.last.date:
        return words.say(key, when=words.when(found.last.date), due=due)
    if found.result is Delivered.PARTLY:
        is_due = "was" if found.known_on >= found.deliverable.due else "is"
        if found.all > 1:
            things = "items" if found.deliverable.count else "steps"
            return words.say(
                f"delivery.parts.{things}.{is_due}", n=found.all, done=words.number(found.n), due=due
            )
        return words.say(f"delivery.partly.{is_due}", due=due)
    return words.say(key, due=due)


def delivery_by(words: Phrases, found: Delivery) -> str:
    """By whose word: of independent documents, of the body itself and the state, or that the two differ; "" without any."""
    if found.independent is None and found.state is None:
        return ""
    if found.independent is None or found.state is None:
        return words.say("delivery.by.state" if found.independent is None else "delivery.by.independent")
    if not found.differ:
        return words.say("delivery.by.both")
    independent, state = (words.say(f"delivered_inside.{one}") for one in (found.independent, found.state))
    return words.say("delivery.by.differ", independent=independent, state=state)


def own_rating(words: Phrases, rating: Rating, records: Records) -> str:
    """What a body says of its own promise, and when: ``on track (Mar 2026)``."""
    level = next(
        level for scale in records.scales.values() for level in scale.levels if level.id == rating.rating
    )
    return words.say("rating.dated", level=words.text(level.label), period=rating.published)
