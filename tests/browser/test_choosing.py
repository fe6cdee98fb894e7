"""Choosing whose plans are shown, and comparing two plans, in a real browser: one page for everything."""

from tests.browser.chromium import axe, settle

CHECKED = "/indicators?indicator=digital_core_share_gdp&known-on=2026-11-28"


def test_example_is_chosen_in_the_header_and_back_leads_home(visit):
    page = visit("/?known-on=2026-11-28")
    page.locator(".st-key-mp-plan button").click()
    page.locator(".mp-choice a", has_text="Digital economy plan").first.wait_for()
    settle(page)
    page.locator(".mp-choice a", has_text="Example: Digital economy plan").click()
    page.wait_for_url("**data=digital-economy*")
    settle(page)
    assert "Digital economy plan (2022)" in page.locator(".mp-kicker").inner_text()
    assert page.title() == "At a glance – Example: Digital economy plan – Milepost"
    assert page.locator("[data-testid='stPopoverBody']").count() == 0
    page.go_back()
    settle(page)
    assert "AI development plan (2017)" in page.locator(".mp-kicker").inner_text()


def test_two_plans_are_compared_from_the_page_of_their_indicator(visit):
    page = visit(CHECKED)
    page.get_by_role("link", name="Compare their targets").click()
    page.wait_for_url("**compare=*")
    settle(page)
    assert page.locator(".mp-compare tbody tr").count() == 2
    assert page.locator(".mp-letter").all_inner_texts() == ["A", "B"]
    assert [] == axe(page)
    page.set_viewport_size({"width": 390, "height": 844})
    settle(page)
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) <= 0
