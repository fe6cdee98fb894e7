"""Views: pages that share an address, told apart by its parameter ``part``.

In: the id of a view, as links and texts name it. Out: the page at whose address it stands, and the other way round.
"""

from collections.abc import Mapping

PART = "part"

#: Views that the address of their page alone does not name; ``/method`` alone once led to the coverage.
_SHARED = {"changes": "timeline", "coverage": "targets", "method": "method", "rules": "method"}

#: The pages of the header, in its order, and the one of the menu beside them.
ROOMS = ("glance", "targets", "indicators", "timeline", "sources")
HELP = "method"

#: Pages with more than one view, and their views in the order of the tabs above them.
TABS = {
    "targets": ("targets", "coverage"),
    "timeline": ("timeline", "changes"),
    "sources": ("sources", "claims"),
    "method": ("method", "rules"),
}


def page_of(view: str) -> str:
    """The page at whose address a view stands.

    >>> page_of("changes"), page_of("targets")
    ('timeline', 'targets')
    """
    return _SHARED.get(view, view)


def part_of(view: str) -> dict[str, str]:
    """What the address says beside the page; nothing for the first view of most pages.

    >>> part_of("changes"), part_of("targets")
    ({'part': 'changes'}, {})
    """
    return {PART: view} if view in _SHARED else {}


def view_at(page: str, given: Mapping[str, str]) -> str:
    """The view that an address with these parameters shows.

    >>> view_at("timeline", {"part": "changes"}), view_at("timeline", {"part": "rules"})
    ('changes', 'timeline')
    """
    asked = given.get(PART, "")
    return asked if _SHARED.get(asked) == page else page
