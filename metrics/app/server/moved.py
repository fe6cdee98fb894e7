"""Addresses that once were pages: whoever opens one is led to where its content stands now, with all its parameters.

In: every request. Out: middleware. It answers before Streamlit does, so that the browser shows the new address and Back
leads on to where the reader came from.
"""

from urllib.parse import parse_qs

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from metrics.figures.views import PART, page_of, part_of

#: Old pages and the views that were shown there. The page of the method began with the coverage.
MOVED = {"changes": "changes", "coverage": "coverage", "method": "coverage"}


def led_to(page: str, query: str) -> str | None:
    """Where an old address leads, from the same folder; None: the address is in use.

    >>> led_to("changes", "since=2024-01-01"), led_to("method", "part=rules&differ=yes")
    ('timeline?part=changes&since=2024-01-01', None)
    >>> led_to("method", ""), led_to("method", "part=coverage&reason=too_old")
    ('targets?part=coverage', 'targets?part=coverage&reason=too_old')
    """
    given = {name: values[0] for name, values in parse_qs(query).items()}
    if page not in MOVED or page_of(given.get(PART, "")) == page:
        return None
    view = MOVED[page]
    kept = [one for one in query.split("&") if one and one.partition("=")[0] != PART]
    parts = [f"{name}={value}" for name, value in part_of(view).items()]
    return f"{page_of(view)}?{'&'.join([*parts, *kept])}"


class MovedPages:
    """Middleware that leads from old addresses to the new ones; every other request goes on."""

    def __init__(self, app: ASGIApp, prefix: str) -> None:
        self._app, self._prefix = app, f"{prefix}/"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or hand the request on."""
        led = None
        if scope["type"] == "http" and scope["path"].startswith(self._prefix):
            page = scope["path"].removeprefix(self._prefix)
            led = led_to(page, scope["query_string"].decode("latin-1"))
        # Relative to the page, so that a base path in front of the dashboard is kept.
        await (RedirectResponse(led, 307) if led else self._app)(scope, receive, send)
