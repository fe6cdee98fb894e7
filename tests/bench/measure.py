"""One visit and one interaction, timed inside the browser and counted in the server process.

In: a page of ``pages`` and a running server. Out: a ``Visit``. A moment counts as the last change of the page
before it stood still, in milliseconds since navigation or since the click, so waiting adds nothing to it.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

from tests.bench.pages import Measured
from tests.browser.chromium import settle, window
from tests.browser.server import Server

# The first pointer press after this script ran, on the clock of the page.
PRESSED = "addEventListener('pointerdown', () => { window.milepostPressed ??= performance.now(); }, true)"
BYTES = "performance.getEntriesByType('resource').reduce((sum, entry) => sum + entry.transferSize, 0)"


@dataclass(frozen=True)
class Visit:
    """One page opened twice and used once."""

    cold: float  # ms from navigation to the finished page, empty browser cache
    warm: float  # the same again with what the browser has kept
    act: float  # ms from the press to the finished page
    load_cpu: float  # ms of server processor time for the warm load
    act_cpu: float  # ms of server processor time for the interaction
    transferred: float  # MB over the wire for the cold load, the page's own document left out


def cpu(server: Server) -> float:
    """Processor time of a server so far, in ms, as Linux counts it (in steps of 10 ms)."""
    fields = Path(f"/proc/{server.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def memory(server: Server) -> float:
    """Resident memory of a server now, in MB."""
    lines = Path(f"/proc/{server.pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1024


def visit(browser: Browser, server: Server, page: Measured) -> Visit:
    """Open a page in a fresh profile, open it again, and do what a reader does there.

    Raises:
        RuntimeError: the interaction did nothing, so there is nothing to time.
    """
    with window(browser) as context:
        first, cold = _open(context, server, page)
        transferred = first.evaluate(BYTES) / 1e6
        first.close()
        before = cpu(server)
        second, warm = _open(context, server, page)
        load_cpu = cpu(server) - before
        page.prepare(second)
        settle(second)
        before = cpu(server)
        second.evaluate(PRESSED)
        page.act(second)
        settle(second)
        act = float(second.evaluate("window.milepostChanged - window.milepostPressed"))
        if act <= 0:
            raise RuntimeError(f"{page.name}: what the bench does there changes nothing")
        return Visit(cold, warm, act, load_cpu, cpu(server) - before, transferred)


def _open(context: BrowserContext, server: Server, page: Measured) -> tuple[Page, float]:
    opened = context.new_page()
    opened.goto(server.url + page.address)
    settle(opened)
    return opened, float(opened.evaluate("window.milepostChanged"))
