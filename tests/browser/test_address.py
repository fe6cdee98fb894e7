"""The address is the only state: deep links open what was sent, Back goes back, bad values get a note."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.chromium import settle


def parameters(page):
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def test_deep_link_shows_the_day_and_the_target_it_names(visit):
    page = visit("/target?target=aidp-2020-core&known-on=2020-12-31")
    assert "150" in page.locator("h1").inner_text()
    text = page.locator('[data-testid="stMain"]').inner_text()
    assert "Inconclusive" in text
    assert "303.1" not in text


@pytest.mark.parametrize(
    ("old", "page", "asked", "title"),
    [
        (
            "/changes?since=2020-12-31",
            "timeline",
            {"part": "changes", "since": "2020-12-31"},
            "Between 31 Dec 2020",
        ),
        ("/method?tracked=no", "targets", {"part": "coverage", "tracked": "no"}, "promises can be followed"),
        (
            "/coverage?sort=quiet",
            "targets",
            {"part": "coverage", "sort": "quiet"},
            "promises can be followed",
        ),
        ("/method?part=method", "method", {"part": "method"}, "How verdicts are reached"),
    ],
)
def test_old_address_opens_what_it_named_and_back_leads_on(visit, old, page, asked, title):
    there = visit("/sources?known-on=2026-11-28")
    there.goto(there.url.partition("/sources")[0] + f"{old}&known-on=2026-11-28")
    settle(there)
    assert (f"/{page}", {**asked, "known-on": "2026-11-28"}) == (urlsplit(there.url).path, parameters(there))
    assert title in there.locator("h1").inner_text()
    there.go_back()
    there.wait_for_url("**/sources?*")


def test_tab_leads_to_the_other_view_and_keeps_the_keyboard(visit):
    page = visit("/timeline?known-on=2026-11-28")
    page.locator("#tab-changes").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**part=changes*")
    settle(page)
    assert page.locator("h1").inner_text().startswith("Between ")
    assert 0 == page.locator(".js-plotly-plot").count()
    page.wait_for_function("document.activeElement.id === 'tab-changes'")


def test_link_to_another_page_keeps_the_day(visit):
    page = visit("/?known-on=2020-12-31")
    page.locator('.mp-nav a:has-text("Targets")').click()
    settle(page)
    assert urlsplit(page.url).path == "/targets"
    assert {"known-on": "2020-12-31"} == parameters(page)


def test_link_inside_a_block_opens_without_loading_the_app_again(visit):
    page = visit("/?known-on=2026-11-28")
    first = page.url
    page.evaluate("window.untouched = true")
    page.locator('table a[href*="aidp-2025-core"], a[href*="aidp-2025-core"]').first.click()
    page.wait_for_url("**/target?*")
    settle(page)
    assert parameters(page) == {"known-on": "2026-11-28", "target": "aidp-2025-core"}
    assert page.evaluate("window.untouched") is True
    assert "400" in page.locator("h1").inner_text()
    page.go_back()
    page.wait_for_url(first)
    assert "400" not in settle(page).locator("h1").inner_text()


def test_back_returns_to_page_and_choice(visit):
    page = visit("/targets?known-on=2026-11-28")
    first = page.url
    page.locator('.st-key-mp-controls button:has-text("Known on")').click()
    page.locator('[data-testid="stPopoverBody"]').get_by_role("link", name="31 Dec 2020", exact=True).click()
    page.wait_for_url("**known-on=2020-12-31*")
    settle(page)
    assert "31 Dec 2020" in page.locator(".st-key-mp-controls").inner_text()
    assert 0 == page.locator('[data-testid="stPopoverBody"]').count()
    page.locator(".mp-help").click()
    page.locator(".mp-help-box a:visible").first.click()
    page.wait_for_url("**/method?*")
    settle(page)
    assert 0 == page.locator(".mp-help-box:popover-open").count()
    assert page.evaluate("document.activeElement.className") == "mp-help"
    page.go_back()
    page.wait_for_url("**/targets?*")
    settle(page)
    assert parameters(page)["known-on"] == "2020-12-31"
    page.go_back()
    page.wait_for_url(first)
    settle(page)
    assert "28 Nov 2026" in page.locator(".st-key-mp-controls").inner_text()
    assert "All 10 targets" in page.locator('[data-testid="stMain"]').inner_text()


def test_choice_of_path_stands_in_the_address(visit):
    page = visit("/target?target=aidp-2030-core&known-on=2026-11-28")
    page.locator('.st-key-mp-controls button:has-text("Path")').click()
    page.locator('[data-testid="stPopoverBody"]').get_by_role("link", name="Linear").click()
    page.wait_for_url("**path=linear*")
    settle(page)
    assert "linear" in page.locator(".st-key-mp-controls").inner_text()


def test_bad_values_get_a_note_and_the_default(visit):
    page = visit("/target?target=<script>alert(1)</script>&known-on=2019-13-45&path=zigzag&plan=nowhere")
    notes = page.locator('[role="status"].mp-notice')
    text = notes.inner_text()
    assert "2019-13-45" in text
    assert "zigzag" in text
    assert "<script>" in text
    assert page.locator("h1").count() == 1


def test_near_miss_in_an_address_is_named(visit):
    page = visit("/target?target=aidp-2025-cor")
    assert "aidp-2025-core" in page.locator('[role="status"].mp-notice').inner_text()


def test_folded_lane_of_the_timeline_stands_in_the_address(visit):
    page = visit("/timeline?known-on=2026-11-28&fold=none")
    page.get_by_role("button", name="Lanes", exact=True).click()
    page.locator(".st-key-mp-lanes button", has_text="Technology").click()
    page.wait_for_url("**fold=technology*")
    settle(page)
    text = page.locator('[class*="st-key-chart-"]').first.text_content()
    assert "AlphaGo" not in text


def test_event_chosen_on_the_timeline_stands_in_the_address_and_in_a_card(visit):
    page = visit("/timeline?known-on=2026-11-28&from=2019&to=2023&fold=institution,education", height=1400)
    marks = page.locator(".js-plotly-plot .scatterlayer .trace .points path[d^='M4.25,4.25']")
    box = marks.last.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**item=*")
    settle(page)
    assert parameters(page)["item"].startswith("ev-")
    assert 1 == page.locator(".mp-card h2").count()
    page.locator(".mp-card a", has_text="Close").click()
    page.wait_for_function("() => !location.search.includes('item=')")
    settle(page)
    assert 0 == page.locator(".mp-card").count()
