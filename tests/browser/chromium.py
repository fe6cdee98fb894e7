"""Chromium as the tests use it: found on this machine, watched while a page is open, asked when it is done.

In: an address of a running dashboard. Out: settled pages, what went wrong on them, and what axe-core finds.
"""

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from itertools import count
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

Mode = Literal["light", "dark"]

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    "--disable-gpu",
]
SETTLE_MS = 30_000
STILL_MS = 200  # a rerun that a click asked for shows long before that, on a busy machine too

# Notes when the page last changed: an element, a text or an attribute, Streamlit's own state among them.
OBSERVE = """
(() => {
  if (window.milepostChanged !== undefined) return;
  window.milepostChanged = performance.now();
  new MutationObserver(() => { window.milepostChanged = performance.now(); })
    .observe(document, {subtree: true, childList: true, characterData: true, attributes: true});
})();
"""

# A run is over when Streamlit says so, nothing is greyed out, and since the question was put nothing has changed
# for a while: what a click asks for begins a moment after it.
SETTLED = """
([question, still]) => {
  const now = performance.now();
  if (window.milepostQuestion !== question) {
    window.milepostQuestion = question;
    window.milepostAsked = now;
  }
  const app = document.querySelector('[data-testid="stApp"]');
  const busy = '[data-testid="stStatusWidget"], [data-testid="stSkeleton"], [data-stale="true"], [aria-busy="true"]';
  return app !== null
    && app.dataset.testScriptState === 'notRunning'
    && app.dataset.testConnectionState === 'CONNECTED'
    && document.querySelector(busy) === null
    && document.fonts.status === 'loaded'
    && now - Math.max(window.milepostChanged, window.milepostAsked) >= still;
}
"""
QUESTIONS = count()
PROBE = re.compile(r"/[a-z]+/_stcore/(health|host-config)")


@dataclass
class Watch:
    """What a page did that it must not do."""

    host: str
    problems: list[str] = field(default_factory=list)

    def _address(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != self.host:
            self.problems.append(f"request to another host: {url[:200]}")

    def follow(self, page: Page) -> None:
        """Note requests, console errors and exceptions of a page."""
        page.on("request", lambda request: self._address(request.url))
        page.on("console", lambda message: self._console(message.type, message.text, message.location))
        page.on("pageerror", lambda error: self.problems.append(f"exception in the page: {error}"))
        page.on("websocket", lambda socket: self._address(socket.url))

    def _console(self, kind: str, text: str, place: Mapping[str, Any]) -> None:
        # Streamlit itself asks below the page's own path first whether a server answers there, before it asks
        # at the root: on every page but the first the browser logs these two as not found.
        probing = PROBE.fullmatch(urlsplit(str(place.get("url", ""))).path) and "404" in text
        if kind == "error" and not probing:
            self.problems.append(f"console error: {text} {place.get('url', '')}")


def executable() -> str:
    """Where Chromium is: ``CHROMIUM``, or the first of the usual names on the path.

    Raises:
        RuntimeError: there is none, with what to do.
    """
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        raise RuntimeError(
            "The browser tests need Chromium: install it (Debian: apt-get install chromium), or name one "
            "in the environment variable CHROMIUM. To leave them out: pytest -m 'not browser'."
        )
    return found


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium for the length of a block."""
    path = executable()
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()


def window(
    browser: Browser, width: int = 1366, height: int = 768, mode: Mode = "light", scale: float = 1
) -> BrowserContext:
    """A fresh profile of one size, light or dark, in which nothing moves; ``scale`` is pixels to a CSS pixel."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=scale,
        color_scheme=mode,
        reduced_motion="reduce",
        locale="en-GB",
    )
    context.add_init_script(OBSERVE)
    return context


def settle(page: Page) -> Page:
    """Wait until the run is over and the page is drawn; gives the page back.

    Raises:
        TimeoutError: of playwright, after half a minute.
    """
    page.wait_for_function(SETTLED, arg=[next(QUESTIONS), STILL_MS], timeout=SETTLE_MS)
    return page


def axe(page: Page, *rules: str) -> list[str]:
    """The serious and critical findings of axe-core by some of its rules, else by all: rule, help, and the elements."""
    script = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    page.evaluate(script)
    options = {"resultTypes": ["violations"]} | ({"runOnly": rules} if rules else {})
    found: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{violation['id']} ({violation['impact']}): {violation['help']}: "
        + "; ".join(f"{node['target'][0]} {node['html'][:160]}" for node in violation["nodes"][:5])
        for violation in found["violations"]
        if violation["impact"] in {"serious", "critical"}
    ]
