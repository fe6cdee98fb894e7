"""What goes over the wire when a page is opened by somebody who has never been here.

In: the running dashboard, whose files have been compressed, and a browser with an empty cache. What is counted is what
arrives: compressed, with its headers.
"""

import time
from urllib.request import Request, urlopen

import pytest

from metrics.app.server.plotly_script import PLOTLY
from tests.browser.chromium import settle, window

MOST = 2_300_000  # bytes of a page with a chart
PAGES = ("/timeline", "/target?target=aidp-2025-core", "/indicators")


@pytest.fixture
def arrived(server, browser):
    """Opens an address in a fresh profile: bytes that arrived, by address."""

    def opened(address):
        names, sizes = {}, {}
        with window(browser) as context:
            page = context.new_page()
            wire = context.new_cdp_session(page)
            wire.send("Network.enable")
            wire.on(
                "Network.requestWillBeSent",
                lambda one: names.setdefault(one["requestId"], one["request"]["url"]),
            )
            wire.on(
                "Network.loadingFinished",
                lambda one: sizes.setdefault(one["requestId"], one["encodedDataLength"]),
            )
            page.goto(server.url + address)
            settle(page)
        return {names[one]: size for one, size in sizes.items()}

    return opened


@pytest.fixture
def compressed(server, arrived):
    """All that a page with a chart asks for is compressed: of one visit, plotly as the last and the largest file."""
    arrived(PAGES[0])
    asked = Request(f"{server.url}/{PLOTLY}", headers={"Accept-Encoding": "gzip, br"})
    deadline = time.monotonic() + 120
    while urlopen(asked).headers["Content-Encoding"] != "br":
        assert time.monotonic() < deadline
        time.sleep(0.2)


@pytest.mark.usefixtures("compressed")
@pytest.mark.parametrize("address", PAGES)
def test_page_with_a_chart_arrives_small(arrived, address):
    sizes = arrived(address)
    largest = sorted(sizes.items(), key=lambda one: -one[1])[:8]
    assert sum(size for name, size in sizes.items() if not name.startswith("blob:")) <= MOST, largest


def test_page_without_a_chart_brings_no_plotly(arrived):
    assert [] == [name for name in arrived("/") if "plotly" in name.lower()]
