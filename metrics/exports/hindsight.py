"""Hindsight: what was written here with today's knowledge and would tell a reader of an earlier day too much.

In: one of our own texts, the known-on day, and whether that day is an earlier one. Out: the text, or nothing.
Figures, plans and events have a day on which they became known; our texts beside them have none.
:func:`~metrics.progress.as_known_on` leaves out the notes; a definition, or the reason for a path, stays out of
files where it names a later year.
"""

import re
from datetime import date

from metrics.records.model import Text

_YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")


def as_then(text: Text | None, known_on: date, *, is_earlier: bool) -> Text | None:
    """The text; None if the day is an earlier one and the text names a year after it.

    >>> as_then(Text(en="Revised in 2023."), date(2020, 12, 31), is_earlier=True)
    >>> as_then(Text(en="Revised in 2019."), date(2020, 12, 31), is_earlier=True)
    Text(en='Revised in 2019.', zh=None)
    >>> as_then(Text(en="Compare with 2030."), date(2026, 12, 31), is_earlier=False)
    Text(en='Compare with 2030.', zh=None)
    """
    if text is None or not is_earlier:
        return text
    named = [year for _, version in text.versions for year in _YEAR.findall(version)]
    return None if any(int(year) > known_on.year for year in named) else text
