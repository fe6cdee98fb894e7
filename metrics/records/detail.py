"""Details: what a message names in words of its own, beside what stands in the file: "a number", "the file", "tabs".

In: a key of :data:`~metrics.records.fault.DETAILS`, and what is filled in. Out: a :class:`Detail`, a text in English that
another language can say in its own words, because it knows its key.
"""

import re
from functools import reduce
from typing import Self

from metrics.records.fault import DETAILS, filled


class Detail(str):
    """A fixed text, filled in: in English what it is, for other languages ``key`` and ``parts``.

    >>> found = Detail("record.with_id", record=Detail("record.target"), id="'a'")
    >>> found, found.key, found.parts["record"].key
    ("target 'a'", 'record.with_id', 'record.target')
    """

    __slots__ = ("key", "parts")

    key: str
    parts: dict[str, str]

    def __new__(cls, key: str, **parts: str) -> Self:
        """Fill in the text at ``key``."""
        made = super().__new__(cls, filled(DETAILS[key], parts))
        made.key, made.parts = key, parts
        return made

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, str]]:
        """What a copy is made of."""
        return (self.key,), self.parts


def why(said: str) -> str:
    """What a system or a loader says of a file, as a detail where it is known.

    >>> why("Permission denied").key, why("something new")
    ('why.permission_denied', 'something new')
    """
    key = f"why.{re.sub('[^a-z0-9]+', '_', said.lower()).strip('_')}"
    return Detail(key) if DETAILS.get(key) == said else said


def either(names: list[str]) -> str:
    """Several details as a list of which one is meant.

    >>> either([Detail(f"record.{name}") for name in ("target", "goal", "event")])
    'target, goal or event'
    """
    *first, last = names
    if not first:
        return last
    return Detail("join.or", a=reduce(lambda a, b: Detail("join.list", a=a, b=b), first), b=last)
