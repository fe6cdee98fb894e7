"""What pages there are, in the order of the header and of the print."""

from functools import partial

from metrics.exports.offline import first_pages, indicator_pages, last_pages, promise_pages
from metrics.exports.offline.addresses import indicator_page, promise_page
from metrics.exports.offline.page import OfflinePage
from metrics.exports.offline.shown import PageContext


def pages(shown: PageContext) -> tuple[OfflinePage, ...]:
    """Every page of the file."""
    return (
        OfflinePage("glance", "glance", partial(first_pages.glance, shown)),
        OfflinePage("targets", "targets", partial(first_pages.targets, shown)),
        *(
            OfflinePage(promise_page(one), "targets", partial(promise_pages.promise, shown, one))
            for one in (*shown.progress.statuses, *shown.records.goals, *shown.records.deliverables)
        ),
        OfflinePage("coverage", "targets", partial(last_pages.followed, shown)),
        OfflinePage("indicators", "indicators", partial(indicator_pages.indicators, shown)),
        *(
            OfflinePage(
                indicator_page(one.id), "indicators", partial(indicator_pages.indicator, shown, one.id)
            )
            for one in shown.indicators
        ),
        OfflinePage("timeline", "timeline", partial(first_pages.timeline, shown)),
        OfflinePage("changes", "timeline", partial(last_pages.changed, shown)),
        OfflinePage("sources", "sources", partial(last_pages.sources, shown)),
        OfflinePage("claims", "sources", partial(last_pages.claims, shown)),
        OfflinePage("method", "method", partial(last_pages.method, shown)),
        OfflinePage("rules", "method", partial(last_pages.rules, shown)),
    )
