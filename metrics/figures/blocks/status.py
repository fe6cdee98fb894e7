"""How a headline is shown: which sign, which words, which accessible name."""

from dataclasses import dataclass

from metrics.progress.result import Headline, Status, Verdict
from metrics.words import Words


def hollow(headline: Headline) -> bool:
    """Whether the sign is hollow: not every counted reading stands where the headline does.

    >>> from metrics.progress.result import Side
    >>> hollow(Headline(Verdict.MET, 5, 6, False, Side.MET, ((Verdict.MET, 5), (Verdict.UNVERIFIED, 1))))
    True
    >>> hollow(Headline(Verdict.MET, 1, 1, False, Side.MET, ((Verdict.MET, 1),)))
    False
    """
    return headline.k < headline.n


@dataclass(frozen=True, slots=True)
class Shown:
    """A status, ready for a template. ``full`` is its accessible name."""

    verdict: Verdict
    hollow: bool
    text: str  # "Met on 5 of 6; 1 not verified"
    full: str  # "Met on 5 of 6 readings; 1 due, not verified: 269.7 in 2024"


def shown(status: Status, words: Words) -> Shown:
    """The headline of a target as it is shown in a line of text."""
    return Shown(
        status.headline.verdict, hollow(status.headline), words.headline(status), words.headline_full(status)
    )
