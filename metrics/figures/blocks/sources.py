"""How a source is named on a page: publisher and day, and whether only a second hand was read."""

from metrics.records.model import Observation, Source, Text
from metrics.records.vocabulary import Access, Verification
from metrics.words import Words


def source_label(source: Source, words: Words) -> str:
    """Publisher and day of publication, as in ``CAICT, 3 Aug 2026``."""
    return words.say(
        "block.source.label", publisher=source.publisher, published=words.period(source.published)
    )


def second_hand(observation: Observation, source: Source | None) -> bool:
    """Whether the figure was read in a copy or a restatement only."""
    return observation.verification is Verification.VERIFIED_SECONDARY or (
        source is not None and source.access is Access.SECONDARY_COPY
    )


def plan_wording(statement: Text, words: Words) -> str:
    """The Chinese wording of a promise, where the page does not say it already in its own language."""
    return "" if words.language == "zh" or statement.en is None else statement.zh or ""
