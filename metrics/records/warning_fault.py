"""The table of warnings: what is in order and still wants a look.

Nothing comes in. Out: :data:`WARNINGS`, which goes on where :data:`~metrics.records.fault.FAULTS` ends.
"""

from collections.abc import Mapping
from types import MappingProxyType

from metrics.records.fault import Fault

WARNINGS: Mapping[str, Fault] = MappingProxyType(
    {
        "ahead_of_source": Fault(
            "Known before its document",
            "{found} is before {appeared}, when the document that is cited appeared",
            ("cite the document of that day; where there is none, leave it: it carries a mark",),
        ),
        "series_never_judged": Fault(
            "Series that decides nothing",
            "series {found} has figures for {what} only, and where an amount over a period is asked for these are never judged",
            (
                "write twelve months as '12 months to 2025-Q4', or leave it: it is drawn, and its readings say so",
            ),
        ),
        "series_of_spans": Fault(
            "Series that decides nothing",
            "series {found} has figures over several years only, and these are never judged against a promise about one",
            ("give the target the same 'period', or leave it: it is drawn, and its readings say so",),
        ),
    }
)
