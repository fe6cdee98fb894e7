"""Two days in the address, the history of a verdict, and the days that the known-on control offers."""

from itertools import pairwise
from urllib.parse import parse_qs, urlsplit

from tests.browser.chromium import axe, settle


def parameters(page):
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def shown(page):
    return page.locator('[data-testid="stMain"]').inner_text().replace("\xa0", " ")


def test_deep_link_compares_the_two_days_it_names(visit):
    page = visit("/changes?since=2021-11-13&known-on=2021-11-14")
    assert "Between 13 Nov 2021 and 14 Nov 2021" in page.locator("h1").inner_text()
    assert "RMB 160.7 bn in 2020" in shown(page)


def test_day_picked_to_compare_with_stands_in_the_address_and_back_returns(visit):
    page = visit("/changes?known-on=2026-11-28")
    first = page.url
    page.locator(".mp-picks a", has_text="31 Dec 2020").first.click()
    page.wait_for_url("**since=2020-12-31*")
    settle(page)
    assert page.locator("h1").inner_text().startswith("Between 31 Dec 2020 and 28 Nov 2026")
    assert {"known-on": "2026-11-28", "part": "changes", "since": "2020-12-31"} == parameters(page)
    page.go_back()
    page.wait_for_url(first)
    settle(page)
    assert page.locator("h1").inner_text().startswith("Between 31 Dec 2024 and 28 Nov 2026")


def test_day_to_compare_with_that_is_too_late_gets_a_note(visit):
    page = visit("/changes?known-on=2020-12-31&since=2024-01-01")
    assert "2024-01-01" in page.locator('[role="status"].mp-notice').inner_text()
    assert 1 == page.locator("h1").count()


def test_step_of_a_history_sets_the_day(visit):
    page = visit("/target?target=aidp-2020-core&known-on=2026-11-28")
    for fold in page.locator(".mp-history > details > summary").all():
        fold.click()
    page.locator(".mp-steps a", has_text="31 Dec 2020").first.click()
    page.wait_for_url("**known-on=2020-12-31*")
    settle(page)
    assert {"known-on": "2020-12-31", "target": "aidp-2020-core"} == parameters(page)
    assert "31 Dec 2020" in page.locator(".st-key-mp-controls").inner_text()
    assert "14 Nov 2021" not in shown(page)
    page.go_back()
    page.wait_for_url("**known-on=2026-11-28*")
    settle(page)
    assert 1 == page.locator(".mp-step-day a", has_text="14 Nov 2021").count()


def test_known_on_day_is_picked_by_keyboard_and_keeps_the_page(visit):
    page = visit("/target?target=aidp-2020-core&known-on=2026-11-28")
    page.locator('.st-key-mp-controls button:has-text("Known on")').focus()
    page.keyboard.press("Enter")
    pick = page.get_by_role("link", name="12 Jan 2021: Chatham House")
    pick.wait_for()
    settle(page)
    for _ in range(14):
        page.keyboard.press("Tab")
        if pick.evaluate("e => e === document.activeElement"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**known-on=2021-01-12*")
    settle(page)
    assert {"known-on": "2021-01-12", "target": "aidp-2020-core"} == parameters(page)
    assert "12 Jan 2021" in page.locator(".st-key-mp-controls").inner_text()


def test_escape_leaves_an_open_control_and_gives_the_keyboard_back(visit):
    page = visit("/targets?known-on=2026-11-28")
    button = page.locator('.st-key-mp-controls button:has-text("Known on")')
    button.focus()
    page.keyboard.press("Enter")
    settle(page)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('[data-testid=\"stPopoverBody\"]') !== null")
    page.keyboard.press("Escape")
    settle(page)
    assert 0 == page.locator('[data-testid="stPopoverBody"]').count()
    assert button.evaluate("e => e === document.activeElement")


def test_offered_days_end_on_the_known_on_day_and_lead_to_all_of_them(visit):
    page = visit("/targets?known-on=2020-12-31")
    page.locator('.st-key-mp-controls button:has-text("Known on")').click()
    settle(page)
    offered = page.locator(".mp-choice").all_inner_texts()
    assert "Nikkei Asian Review" in "".join(offered)
    assert "Chatham House" not in "".join(offered)
    assert [] == axe(page)
    page.get_by_role("link", name="days on which a verdict changed").click()
    page.wait_for_url("**/timeline?*")
    settle(page)
    assert {"known-on": "2020-12-31", "part": "changes"} == parameters(page)


def test_band_of_a_history_is_not_read_out_and_nothing_on_it_is_cut(visit):
    for width, height in ((390, 844), (1366, 768), (1920, 1080)):
        page = visit("/target?target=aidp-2025-core&known-on=2026-11-28", width=width, height=height)
        assert "true" == page.locator(".mp-band").get_attribute("aria-hidden")
        cut = page.evaluate(
            "[...document.querySelectorAll('.mp-band-span')].filter(e => e.scrollWidth > e.clientWidth + 1).length"
        )
        assert 0 == cut
        boxes = page.evaluate(
            "[...document.querySelectorAll('.mp-band-axis span')].map(e => e.getBoundingClientRect())"
            ".filter(b => b.width).map(b => [b.left, b.right]).sort((a, b) => a[0] - b[0])"
        )
        assert all(one[1] < other[0] for one, other in pairwise(boxes))
