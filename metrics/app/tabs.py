"""The head of a page with more than one view: its title, and beside it a tab for each view.

In: the view that is shown. Out: HTML; a tab keeps what every page keeps, and leaves behind what only one view knows.
"""

from metrics.app.frame import Here
from metrics.figures.blocks import page_tabs
from metrics.figures.views import PART, TABS, page_of


def with_tabs(view: str, head: str, now: Here) -> str:
    """The head of the page with the tabs of its views; a part of the address that there is not leaves a note."""
    page, say = page_of(view), now.words.say
    now.address.choice(PART, TABS[page])
    links = [(one, say(f"page.tab.{one}"), now.view.href(one), one == view) for one in TABS[page]]
    return f'<div class="mp-titled">{page_tabs(links, say(f"page.{page}.name"))}{head}</div>'
