"""The names of files that are taken away: one plain name on every system, with the known-on day in it.

In: what the file holds and the day. Out: ``milepost-readings-known-on-2026-11-22.csv``.
"""

import re
from datetime import date

_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")
_LONGEST_NAME = 80  # characters of what the file holds; every file system takes 255 bytes


def file_name(what: str, known_on: date, ending: str) -> str:
    """A file name that every system accepts.

    >>> file_name("target-aidp-2025-core", date(2026, 11, 22), "csv")
    'milepost-target-aidp-2025-core-known-on-2026-11-22.csv'
    >>> file_name("../a b", date(2026, 11, 22), "zip")
    'milepost-a-b-known-on-2026-11-22.zip'
    """
    safe = _UNSAFE.sub("-", what)[:_LONGEST_NAME].strip("-") or "table"
    return f"milepost-{safe}-known-on-{known_on.isoformat()}.{ending}"
