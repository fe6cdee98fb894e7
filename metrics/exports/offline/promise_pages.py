"""The page of one target and of one goal, as on the dashboard."""

import re
from collections.abc import Iterator

from metrics.exports.offline.shown import PageContext
from metrics.figures.page_parts import PagePart, Part, promise_parts


def promise(shown: PageContext, one: str) -> Iterator[Part]:
    """Its parts; the claims that bear on it have their place, and so their ids, on the page of all claims."""
    for part in promise_parts(shown.page(shown.plans), one, leads=False):
        if part.name == "claims" and isinstance(part, PagePart):
            claims = re.sub(r' id="claim-[^"]*"', "", part.make())
            yield PagePart(part.name, lambda claims=claims: claims)  # type: ignore[misc]
        else:
            yield part
