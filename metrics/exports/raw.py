"""Raw numbers: as files for other programs hold them, not as a reader sees them.

In: a number of the records or the results. Out: the same number, whole where it is whole, nothing where it is
an open end.
"""

from math import isfinite

_EXACT = 2**53  # beyond it not every whole number is a float


def raw(value: float | None) -> float | int | None:
    """A whole number without ``.0``; ``None`` for an open end.

    >>> raw(1200.0), raw(269.7), raw(-0.0), raw(float("inf")), raw(None)
    (1200, 269.7, 0, None, None)
    >>> raw(2.0**53)
    9007199254740992.0
    """
    if value is None or not isfinite(value):
        return None
    return int(value) if value == int(value) and abs(value) < _EXACT else value
