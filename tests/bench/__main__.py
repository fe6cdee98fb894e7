"""The bench: ``make bench``, or ``python -m tests.bench [NAME ...]`` for pages whose name contains a word.

Starts the small apps and the dashboard side by side, visits every page in turn and in a changing order, and
writes the medians, as ratios to an app with one chart, into docs/bench.md; what stands there under "Before" stays.
``MILEPOST_BENCH=FOLDER`` measures the dashboard of another folder, such as an older one, and prints. Needs Linux and
Chromium; stops after five rounds or four minutes.
"""

import os
import sys
import time
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

from metrics.app.server.routes import SCRIPT
from tests.bench.measure import Visit, memory, script_run, visit
from tests.bench.pages import MILEPOST, PAGES, YARDSTICK, Measured
from tests.bench.report import Footprint, report
from tests.browser.chromium import chromium
from tests.browser.server import ROOT, Server, serve

ROUNDS = 5
SECONDS = 240  # no round begins later; a round takes 20 to 60 s
TARGET = ROOT / "docs" / "bench.md"
KEPT = "\n## Before"  # heading from which on the file is written by hand
OTHER = os.environ.get("MILEPOST_BENCH")


def main(words: list[str]) -> None:
    """Measure the pages asked for, the yardstick always among them, and write or print the report."""
    pages = [one for one in PAGES if one.name == YARDSTICK or not words or any(w in one.name for w in words)]
    started, load = time.monotonic(), os.getloadavg()[0]
    visits: dict[str, list[Visit]] = {one.name: [] for one in pages}
    footprints: dict[str, Footprint] = {}
    with ExitStack() as stack:
        browser = stack.enter_context(chromium())
        servers: dict[Path, Server] = {}
        for script in dict.fromkeys(one.script for one in pages):
            clock = time.monotonic()
            servers[script] = stack.enter_context(_serve(script))
            start = time.monotonic() - clock
            footprints[script.name] = Footprint(start, memory(servers[script]), 0.0)
        for one in pages:  # the first visit of each page warms the server and is not counted
            _visited(one, visit(browser, servers[one.script], one))
        while (done := len(visits[YARDSTICK])) < ROUNDS and (
            done < 1 or time.monotonic() - started < SECONDS
        ):
            turn = done % len(pages)
            for one in [*pages[turn:], *pages[:turn]]:
                visits[one.name].append(visit(browser, servers[one.script], one))
                _visited(one, visits[one.name][-1])
        version = browser.version
        for script, server in servers.items():
            seen = footprints[script.name]
            footprints[script.name] = Footprint(seen.start, seen.idle, memory(server))
    run = 0.0 if OTHER else script_run(SCRIPT)
    text = report(pages, visits, footprints, browser=version, load=load, script=run)
    if words or OTHER:
        print(text)
    else:
        _, heading, kept = TARGET.read_text(encoding="utf-8").partition(KEPT)
        TARGET.write_text(text + heading + kept, encoding="utf-8")
        print(f"{TARGET.relative_to(ROOT)} written after {time.monotonic() - started:.0f} s")


def _serve(script: Path) -> AbstractContextManager[Server]:
    if script == MILEPOST and OTHER:
        return serve(Path(OTHER) / script.name, home=Path(OTHER))
    return serve(script)


def _visited(page: Measured, seen: Visit) -> None:
    print(
        f"{page.name:32} cold {seen.cold:6.0f}  warm {seen.warm:6.0f}  redrawn {seen.act:6.0f} ms",
        flush=True,
    )


if __name__ == "__main__":
    main(sys.argv[1:])
