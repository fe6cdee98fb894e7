"""What a browser may do with a page, said in the headers of every answer.

In: the files of the browser's part. Out: middleware. Whatever text gets into a page, the browser asks no other host for
anything and runs no script but those that this server sends.
"""

import base64
import hashlib
import re
from urllib.parse import parse_qs

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from metrics.figures.slides.stage import desk_script

#: Directive and sources, with the reason for each that is wider than this server.
POLICY = {
    "default-src": "'self'",
    # Streamlit imports the script of a component from a blob; {inline} are the scripts inside its own page and inside
    # the presenter's window, which the slides write.
    "script-src": "'self' blob: {inline}",
    # Streamlit and plotly write their styles at run time, and st.html brings style sheets and style attributes.
    "style-src": "'self' 'unsafe-inline'",
    # A picture is drawn from its own text before it is saved.
    "img-src": "'self' data: blob:",
    # A picture that stands alone carries its font along.
    "font-src": "'self' data:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "{frames}",
}

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def policy(inline: str, *, framed: bool) -> str:
    """The Content-Security-Policy of an answer.

    Args:
        inline: hashes of the scripts that stand inside the page.
        framed: whether any page may show this one in a frame; else this host alone.

    >>> policy("'sha256-x'", framed=False)[:60]
    "default-src 'self'; script-src 'self' blob: 'sha256-x'; styl"
    """
    said = "; ".join(f"{name} {sources}" for name, sources in POLICY.items())
    return said.format(inline=inline, frames="*" if framed else "'self'")


def inline_scripts(page: str) -> str:
    """The hashes of the scripts that stand inside a page, and inside the presenter's window, as a policy names them.

    >>> inline_scripts("<script>1</script><script src='a.js'></script>").split()[0]
    "'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s='"
    """
    scripts = (*_INLINE.findall(page), desk_script())
    hashes = (hashlib.sha256(script.encode()).digest() for script in scripts)
    return " ".join(f"'sha256-{base64.b64encode(one).decode()}'" for one in hashes)


class SecurityHeaders:
    """Middleware that adds the headers to every answer; ``page`` is the HTML in which the browser's part starts."""

    def __init__(self, app: ASGIApp, page: str) -> None:
        self._app = app
        inline = inline_scripts(page)
        self._whole, self._framed = (policy(inline, framed=framed) for framed in (False, True))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on, and add the headers to what comes back."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        framed = parse_qs(scope["query_string"].decode("latin-1")).get("embed") == ["true"]

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Content-Security-Policy"] = self._framed if framed else self._whole
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        await self._app(scope, receive, with_headers)
