"""What a page says: its parts in their order, made once for the dashboard and the offline file.

In: what is known and found on a day, whose plans, in which language and colours, and where links lead. Out: parts with
a name each, HTML or a chart. The dashboard puts its controls between parts, the offline file has its own links and no
controls; what is said, and of what, is decided here alone. ``page`` is what they are made from.
"""

from metrics.figures.page_parts.changes import changes_parts
from metrics.figures.page_parts.glance import bullets_svg, glance_parts
from metrics.figures.page_parts.lists import claims_parts, coverage_parts, sources_parts, targets_parts
from metrics.figures.page_parts.page import ChartPart, PageData, PagePart
from metrics.figures.page_parts.rules import method_parts, rules_parts
from metrics.figures.page_parts.target import target_parts

__all__ = [
    "ChartPart",
    "PageData",
    "PagePart",
    "bullets_svg",
    "changes_parts",
    "claims_parts",
    "coverage_parts",
    "glance_parts",
    "method_parts",
    "rules_parts",
    "sources_parts",
    "target_parts",
    "targets_parts",
]
