"""Flags: what a publisher's marks beside a figure say.

In: the rules of a mapping. Out: the meaning of each mark, small letters.

The marks are those of Eurostat ("Statistical symbols and flags", ec.europa.eu/eurostat/data/database/information) and of
the SDMX code list CL_OBS_STATUS 2.2; where one letter says different things in both, its meaning for a figure is the same.
"""

from collections.abc import Iterable, Mapping

from metrics.records.model import FlagRule
from metrics.records.vocabulary import FlagMeaning

KNOWN = {
    "a": FlagMeaning.NONE,  # normal
    "b": FlagMeaning.BREAK,
    "d": FlagMeaning.NONE,  # definition differs: its note is in the publisher's metadata
    "e": FlagMeaning.ESTIMATE,
    "f": FlagMeaning.FORECAST,
    "i": FlagMeaning.ESTIMATE,  # imputed
    "p": FlagMeaning.PROVISIONAL,
    "s": FlagMeaning.ESTIMATE,  # estimated by the collector
    "u": FlagMeaning.NONE,  # low reliability
    "c": FlagMeaning.MISSING,  # confidential
    "l": FlagMeaning.MISSING,
    "m": FlagMeaning.MISSING,
    "o": FlagMeaning.MISSING,
    "z": FlagMeaning.MISSING,  # not applicable
    "*": FlagMeaning.NONE,
}


def meanings(rules: Iterable[FlagRule]) -> Mapping[str, FlagMeaning]:
    """The meaning of each mark; those of a mapping stand before the common ones.

    >>> meanings([FlagRule(flag="R", meaning=FlagMeaning.PROVISIONAL)])["r"].value
    'provisional'
    """
    return KNOWN | {one.flag.casefold(): one.meaning for one in rules}
