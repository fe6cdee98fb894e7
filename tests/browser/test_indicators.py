"""The page of an indicator in a real browser: its answer on the first screen, its options in a box."""

import pytest

from tests.browser.chromium import axe, settle

ADDRESS = "/indicators?known-on=2026-11-28"
FINDING = "[class*='st-key-chart-'] h2"


def share_in_view(page):
    """Which part of the first chart can be seen without scrolling, from 0 to 1."""
    return page.evaluate(
        """() => {
          const box = document.querySelector('.js-plotly-plot').getBoundingClientRect();
          return (Math.min(innerHeight, box.bottom) - Math.max(0, box.top)) / box.height;
        }"""
    )


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("choice", ["", "&indicator=ai_private_investment&prices=constant", "&scale=growth"])
def test_finding_and_two_thirds_of_the_chart_stand_on_the_first_screen(visit, choice, lang):
    page = visit(f"{ADDRESS}{choice}&lang={lang}")
    assert page.locator(FINDING).first.bounding_box()["y"] < 300
    assert share_in_view(page) >= 2 / 3


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (390, 844)])
def test_open_box_of_options_is_sound_and_keeps_its_place(visit, width, height):
    page = visit(ADDRESS, width=width, height=height)
    page.locator(".st-key-mp-options button").first.click()
    page.get_by_role("radio", name="Log").click()
    page.wait_for_url("**scale=log*")
    settle(page)
    assert "Log · " in page.locator(".mp-chosen").inner_text()
    assert page.get_by_role("radio", name="Log").is_visible()
    assert [] == axe(page)
