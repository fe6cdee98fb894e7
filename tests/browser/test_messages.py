"""A page in one piece: how many messages the server sends for one act, and how many elements a page has at first."""

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import settle
from tests.browser.server import serve
from tests.crowded import crowded

DAY = ".mp-choice .mp-row a[href*='known-on=2020-12-31']"
MOST_ELEMENTS = 1200
ELEMENTS = "document.querySelectorAll('[data-testid=\"stApp\"] *').length"

#: Pages, with the most messages of a change of the known-on day. Eight of them are Streamlit's own: the run and its state, the title, the pages.
PAGES = {
    "/": 25,
    "/timeline": 40,
    "/targets": 40,
    "/target?target=aidp-2025-core": 40,
    "/target?target=aidp-2020-parity": 40,
    "/indicators": 40,
    "/timeline?part=changes": 40,
    "/sources": 40,
    "/sources?show=claims": 40,
    "/targets?part=coverage": 40,
    "/method?part=method": 40,
    "/check": 40,
    "/bring": 40,
}


@pytest.fixture
def counted(server, windows):
    """Open an address: the page, and the list of the messages that its server has sent since it was emptied."""
    pages = []

    def open_page(address):
        page = windows["light"].new_page()
        pages.append(page)
        sent = []
        page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: sent.append(frame)))  # noqa: PLW0108  playwright marks what it is given
        page.goto(server.url + address)
        return settle(page), sent

    yield open_page
    for page in pages:
        page.close()


@pytest.mark.parametrize("address", PAGES)
def test_change_of_the_day_sends_few_messages(counted, address):
    page, sent = counted(address)
    page.locator(".st-key-mp-days button").click()
    settle(page).locator(DAY).wait_for()
    sent.clear()
    page.locator(DAY).click()
    page.wait_for_url("**known-on=2020-12-31*")
    expect(page.locator(".st-key-mp-days")).to_contain_text("31 Dec 2020")
    settle(page)
    assert 8 < len(sent) <= PAGES[address]


def test_opening_a_control_sends_the_controls_alone(counted):
    page, sent = counted("/target?target=aidp-2025-core")
    sent.clear()
    page.locator(".st-key-mp-cite button").click()
    settle(page).locator(".mp-cite").first.wait_for()
    assert 0 < len(sent) <= 30
    assert page.locator("[data-testid='stPopoverBody'] .mp-cite:visible").count() == 1


def test_fold_is_built_when_it_is_opened(counted):
    page, sent = counted("/")
    sent.clear()
    before = page.evaluate(ELEMENTS)
    assert 0 == page.locator(".mp-fold table").count()
    page.locator(".mp-fold summary").first.click()
    page.locator(".mp-fold table tbody tr").nth(5).wait_for()
    assert page.evaluate(ELEMENTS) > before + 20
    assert [] == sent


@pytest.mark.parametrize(
    "address",
    [
        *PAGES,
        "/target?target=aidp-2030-core",
        "/targets?part=coverage",
        "/timeline?part=changes",
        "/method?part=method",
    ],
)
def test_page_has_few_elements_at_first(counted, address):
    page, _ = counted(address)
    assert 100 < page.evaluate(ELEMENTS) <= MOST_ELEMENTS


def test_plan_with_forty_indicators_has_few_elements_on_every_page_at_first(windows, tmp_path):
    plan = crowded(tmp_path / "plan", 40)
    with serve(environment={"MILEPOST_PLAN": str(plan)}) as server:
        page = windows["light"].new_page()
        found = {}
        for address in ("/", "/timeline", "/targets", "/indicators", "/changes", "/method"):
            page.goto(server.url + address)
            found[address] = settle(page).evaluate(ELEMENTS)
        page.close()
    assert {} == {address: n for address, n in found.items() if not 300 < n <= MOST_ELEMENTS}


def test_chart_of_a_benchmark_is_drawn_when_its_finding_is_opened(counted):
    page, sent = counted("/target?target=aidp-2020-parity")
    charts, folded = page.locator(".js-plotly-plot"), page.locator("[data-testid='stExpander'] summary")
    assert (2, 4) == (charts.count(), folded.count())
    sent.clear()
    folded.first.click()
    charts.nth(2).wait_for()
    settle(page)
    assert 3 == charts.count()
    assert 0 < len(sent) <= 30
