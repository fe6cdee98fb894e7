"""How a source is named on a page: publisher and day, and whether only a second hand was read."""

from metrics.records.model import Observation, Source
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
