"""What pages there are, in the order of the header and of the print."""

from collections.abc import Callable, Iterable
from functools import partial

from metrics.exports.offline import first_pages, indicator_pages, last_pages, promise_pages
from metrics.exports.offline.addresses import indicator_page, promise_page
from metrics.exports.offline.page import OfflinePage, Part
from metrics.exports.offline.shown import PageContext

#: The pages of a group that has more than one of the same rank, in the order of the tabs above them.
TABS = {"sources": ("sources", "claims"), "method": ("coverage", "method", "rules")}


def pages(shown: PageContext) -> tuple[OfflinePage, ...]:
    """Every page of the file."""
    fixed: dict[str, Callable[[PageContext], Iterable[Part]]] = {
        "sources": last_pages.sources,
        "claims": last_pages.claims,
        "coverage": last_pages.followed,
        "method": last_pages.method,
        "rules": last_pages.rules,
    }
    return (
        OfflinePage("glance", "glance", partial(first_pages.glance, shown)),
        OfflinePage("timeline", "timeline", partial(first_pages.timeline, shown)),
        OfflinePage("targets", "targets", partial(first_pages.targets, shown)),
        *(
            OfflinePage(promise_page(one.target.id), "targets", partial(promise_pages.target, shown, one))
            for one in shown.statuses
        ),
        *(
            OfflinePage(promise_page(one.id), "targets", partial(promise_pages.goal, shown, one))
            for one in shown.goals
        ),
        OfflinePage("indicators", "indicators", partial(indicator_pages.indicators, shown)),
        *(
            OfflinePage(indicator_page(one.id), "indicators", partial(indicator_pages.indicator, shown, one))
            for one in shown.indicators
        ),
        OfflinePage("changes", "changes", partial(last_pages.changed, shown)),
        *(OfflinePage(name, group, partial(fixed[name], shown)) for group in TABS for name in TABS[group]),
    )
