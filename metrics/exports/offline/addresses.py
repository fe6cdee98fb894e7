"""The addresses inside the file: one ``#`` address for everything that has a place in it.

In: what the file holds. Out: the callable by which blocks make links. What the file does not hold, such as
another known-on day, leads to :data:`NOWHERE`; :func:`without_nowhere` turns such a link into plain text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

NOWHERE = "#-"

#: What a link may ask a list for; the rows say it in ``data-row``.
ASKED = ("plan", "status", "year", "family", "source", "assessment", "reason")

_ASKS = re.compile(r'href="#([^"?]*)\?([^"]*)"')
_DEAD = re.compile(rf'<a\b([^>]*?) href="{NOWHERE}"([^>]*)>(.*?)</a>', re.DOTALL)


def promise_page(promise: str) -> str:
    """The id of the page of a target or a goal.

    >>> promise_page("aidp-2025-core")
    'target=aidp-2025-core'
    """
    return f"target={promise}"


def indicator_page(indicator: str) -> str:
    """The id of the page of an indicator."""
    return f"indicator={indicator}"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Ids of everything that can be linked to.

    ``claims`` goes from a source to the first claim in it; ``entries`` are those of the timeline.
    """

    promises: frozenset[str]
    indicators: frozenset[str]
    sources: frozenset[str]
    claims: Mapping[str, str]
    entries: frozenset[str]

    def link(self, page: str, /, **given: str | None) -> str:
        """Where a block's link leads; the shape of :class:`metrics.figures.blocks.Link`."""
        if any(given.get(name) for name in ("known_on", "path", "since")):
            return NOWHERE
        place = getattr(self, f"_{page}", None)
        return place(given) if place else f"#{page}"

    def _glance(self, given: Mapping[str, str | None]) -> str:
        return NOWHERE if "known_on" in given else "#glance"

    def _timeline(self, given: Mapping[str, str | None]) -> str:
        item = given.get("item")
        if not item:
            return "#timeline"
        return f"#entry-{item}" if item in self.entries else NOWHERE

    def _targets(self, given: Mapping[str, str | None]) -> str:
        return _asking("#goals" if given.get("show") == "goals" else "#targets", given)

    def _target(self, given: Mapping[str, str | None]) -> str:
        promise = given.get("target") or ""
        return f"#{promise_page(promise)}" if promise in self.promises else NOWHERE

    def _indicators(self, given: Mapping[str, str | None]) -> str:
        indicator = given.get("indicator")
        if not indicator:
            return "#indicators"
        return f"#{indicator_page(indicator)}" if indicator in self.indicators else NOWHERE

    def _sources(self, given: Mapping[str, str | None]) -> str:
        source = given.get("source")
        if given.get("show") == "claims":
            first = self.claims.get(source or "")
            return _asking(f"#claim-{first}" if first else "#claims", given)
        if not source:
            return "#sources"
        return f"#source-{source}" if source in self.sources else NOWHERE

    def _coverage(self, given: Mapping[str, str | None]) -> str:
        return _asking("#coverage", given)


def _asking(place: str, given: Mapping[str, str | None]) -> str:
    """A place, and what is asked of the list there."""
    query = urlencode({name: given[name] for name in ASKED if given.get(name)}, safe=",")
    return f"{place}?{query}" if query else place


def kept(html: str) -> str:
    """The same text, where a link that asks a list for some of its rows leads to the list also without a script.

    >>> kept('<a href="#targets?status=met,met_early">two</a>')
    '<a href="#targets" data-asks="status=met,met_early">two</a>'
    """
    return _ASKS.sub(r'href="#\1" data-asks="\2"', html)


def without_nowhere(html: str) -> str:
    """The same text, where a link that leads nowhere is no link.

    >>> without_nowhere('<p><a class="x" href="#-">Then</a>, <a href="#glance">now</a></p>')
    '<p><span class="x">Then</span>, <a href="#glance">now</a></p>'
    """
    return _DEAD.sub(r"<span\1\2>\3</span>", html)
