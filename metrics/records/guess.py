"""Guesses at what was meant: the known word that is nearest to an unknown one."""

from collections.abc import Collection, Iterable
from difflib import get_close_matches

_MOST = 2000  # known words; with more, a guess takes longer than a person waits
_LONGEST = 100  # characters


def nearest(found: str, known: Iterable[str]) -> str | None:
    """The known word nearest to ``found``; None if none is near.

    >>> nearest("comparater", ["comparator", "value"]), nearest("CHINA", ["CHN", "USA"]), nearest("chn", ["CHN"])
    ('comparator', 'CHN', 'CHN')
    >>> nearest("xyz", ["comparator"]) is None
    True
    """
    words = {word.lower(): word for word in known}
    if len(words) > _MOST or len(found) > _LONGEST:
        return None
    near = get_close_matches(found.strip().lower(), words, n=1, cutoff=0.6)
    return words[near[0]] if near else None


def effort(found: str, known: Collection[str]) -> int:
    """How many pairs of characters a guess compares at most.

    >>> effort("chn", ["CHN", "USA"])
    18
    """
    return len(found[:_LONGEST]) * sum(map(len, known)) if len(known) <= _MOST else 0
