"""What a browser test gets: a running dashboard, a Chromium, and pages that may not misbehave.

A page fails its test on a console error, an exception, a request to another host, or a traceback in the log of
the server, whatever else the test looked at. One server and one browser serve all tests of a worker.
"""

from pathlib import Path

import pytest

from tests.browser.chromium import Watch, chromium, settle, window
from tests.browser.server import serve

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def server():
    with serve() as running:
        yield running


@pytest.fixture(scope="session")
def browser():
    with chromium() as running:
        yield running


@pytest.fixture(scope="session")
def windows(browser):
    """One profile for light and one for dark: what Streamlit brings is fetched and compiled once, not for each test."""
    held = {mode: window(browser, mode=mode) for mode in ("light", "dark")}
    yield held
    for context in held.values():
        context.close()


@pytest.fixture
def visit(server, windows):
    """Open an address of the dashboard and wait for it: ``visit("/target?target=x", width=390, mode="dark")``."""
    watch = Watch(server.host)
    start = server.log_size()
    pages = []

    def open_page(address="/", *, width=1366, height=768, mode="light"):
        page = windows[mode].new_page()
        pages.append(page)
        watch.follow(page)
        page.set_viewport_size({"width": width, "height": height})
        page.goto(server.url + address)
        return settle(page)

    yield open_page
    for page in pages:
        page.close()
    logged = server.logged(start)
    assert "Traceback" not in logged, logged
    assert [] == watch.problems


@pytest.fixture
def page(visit):
    """The first page, 1366 x 768, light."""
    return visit("/")
