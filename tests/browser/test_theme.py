"""The theme of a plan in a real browser: logo and accent show, nothing is fetched for them, and the timer keeps its minutes."""

from itertools import pairwise

import pytest

from tests.browser.chromium import axe, settle
from tests.browser.desk import Desk

TOWN = "data=quillhaven&known-on=2026-11-22"
LOADED = "all => all.map(one => one.src.startsWith('data:image/png;base64,') && one.naturalWidth)"
ACCENT = "rgb(43, 58, 140)"


@pytest.mark.parametrize("width", [1366, 390])
def test_header_shows_logo_and_accent_and_nothing_overlaps(visit, width):
    page = visit(f"/?{TOWN}")
    page.set_viewport_size({"width": width, "height": 844})
    settle(page)
    house = page.locator(".mp-header .mp-house")
    assert [160] == house.locator("img").evaluate_all(LOADED)
    assert ACCENT == house.evaluate("one => getComputedStyle(one).borderLeftColor")
    assert "Quillhaven Town Council" == house.inner_text().strip()
    boxes = page.locator(".mp-header > *").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).filter(box => box.width).map(box => [box.left, box.right])"
    )
    assert [] == [(one, other) for one, other in pairwise(boxes) if other[0] < one[1] - 0.5]
    assert [] == axe(page)


def test_slides_show_the_logo_on_each_and_large_on_the_first_and_the_last(visit):
    page = visit(f"/present?{TOWN}&deck=harbour-committee")
    page.locator(".mps-slide:visible").wait_for()
    seen = []
    for key in ("Home", "ArrowRight", "End"):
        page.keyboard.press(key)
        slide = page.locator(".mps-slide:visible")
        seen.append(slide.locator("img.mps-logo").evaluate_all(LOADED))
        assert ACCENT == slide.locator(".mps-foot").evaluate("one => getComputedStyle(one).borderTopColor")
    assert [[160, 160], [160], [160, 160]] == seen


def test_minutes_of_a_deck_begin_the_timer_and_those_set_there_stay_in_the_address(visit):
    page = visit(f"/present?{TOWN}&deck=harbour-committee")
    page.locator(".mps-slide:visible").wait_for()
    desk = Desk.of(page)
    assert "10" == desk.page.locator("input").input_value()
    desk.page.locator("input").fill("25")
    desk.page.locator("input").press("Enter")
    page.wait_for_function("location.search.includes('minutes=25')")
    desk.page.close()
    page.reload()
    page.locator(".mps-slide:visible").wait_for()
    again = Desk.of(page)
    assert "25" == again.page.locator("input").input_value()
    again.says(".mps-desk-left", "25:00 left")
    again.page.close()
