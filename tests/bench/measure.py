"""One visit and one interaction, timed inside the browser and counted on the wire and in the server process.

In: a page of ``pages`` and a running server. Out: a ``Visit``. A moment counts as the last change of the page
before it stood still, in milliseconds since navigation or since the click, so waiting adds nothing to it.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page
from streamlit.testing.v1 import AppTest

import tests.conftest  # noqa: F401  looks through the installed packages once, not before every run
from tests.bench.pages import Measured
from tests.browser.chromium import settle, window
from tests.browser.server import Server

# Runs a script and leaves the processor time of its thread.
TIMED = """
from time import thread_time
import streamlit as st
with open({script!r}, encoding="utf-8") as file:
    code = compile(file.read(), {script!r}, "exec")
before = thread_time()
exec(code, {{"__name__": "__main__", "__file__": {script!r}}})
st.session_state["bench-ms"] = (thread_time() - before) * 1000
"""
# The first pointer press after this script ran, on the clock of the page.
PRESSED = "addEventListener('pointerdown', () => { window.milepostPressed ??= performance.now(); }, true)"
NODES = "document.querySelectorAll('body *').length"
# Of the figure with most in it: traces, annotations, shapes, bytes of JSON.
FIGURE = """
[...document.querySelectorAll(".js-plotly-plot")]
  .map(({ data, layout }) => [
    data.length, layout.annotations?.length ?? 0, layout.shapes?.length ?? 0, JSON.stringify([data, layout]).length,
  ])
  .sort((one, other) => other[3] - one[3])[0] ?? [0, 0, 0, 0]
"""


@dataclass(frozen=True)
class Visit:
    """One page opened twice and used once."""

    cold: float  # ms from navigation to the finished page, empty browser cache
    warm: float  # the same again with what the browser has kept
    act: float  # ms from the press to the finished page
    load_cpu: float  # ms of server processor time for the warm load
    act_cpu: float  # ms of server processor time for the interaction
    transferred: float  # MB over the wire for the cold load, headers and Streamlit's messages left out
    nodes: int  # elements of the first view
    messages: int  # of Streamlit, for the interaction
    message_bytes: int
    figure: tuple[int, int, int, int]  # traces, annotations, shapes and bytes of JSON of the largest figure


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
        first = context.new_page()
        wire = context.new_cdp_session(first)
        wire.send("Network.enable")
        arrived: list[float] = []
        wire.on("Network.loadingFinished", lambda one: arrived.append(one["encodedDataLength"]))
        cold = _open(first, server, page)
        nodes, figure = first.evaluate(NODES), tuple(first.evaluate(FIGURE))
        first.close()
        before = cpu(server)
        second = context.new_page()
        frames: list[int] = []
        second.on(
            "websocket", lambda socket: socket.on("framereceived", lambda frame: frames.append(len(frame)))
        )
        warm = _open(second, server, page)
        load_cpu = cpu(server) - before
        page.prepare(second)
        settle(second)
        frames.clear()
        before = cpu(server)
        second.evaluate(PRESSED)
        page.act(second)
        settle(second)
        act = float(second.evaluate("window.milepostChanged - window.milepostPressed"))
        if act <= 0:
            raise RuntimeError(f"{page.name}: what the bench does there changes nothing")
        act_cpu = cpu(server) - before
        sizes = (sum(arrived) / 1e6, nodes, len(frames), sum(frames), figure)
        return Visit(cold, warm, act, load_cpu, act_cpu, *sizes)


def script_run(script: Path) -> float:
    """Median ms of processor time that a script takes with everything kept from a run before; nothing is sent."""
    app = AppTest.from_string(TIMED.format(script=str(script)), default_timeout=60).run()
    return median(float(app.run().session_state["bench-ms"]) for _ in range(9))


def _open(opened: Page, server: Server, page: Measured) -> float:
    opened.goto(server.url + page.address)
    settle(opened)
    return float(opened.evaluate("window.milepostChanged"))
