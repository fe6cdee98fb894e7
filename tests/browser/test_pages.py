"""Every page in a real browser: nothing fails, nothing calls elsewhere, nothing scrolls sideways."""

import pytest

from metrics.words import words_for
from tests.browser.chromium import axe, settle

KNOWN = "known-on=2026-11-28"
PAGES = {
    "glance": f"/?{KNOWN}",
    "glance of another plan": f"/?{KNOWN}&plan=digital-economy-14fyp",
    "glance in Chinese": f"/?{KNOWN}&lang=zh",
    "target in Chinese": f"/target?{KNOWN}&target=aidp-2025-core&lang=zh",
    "glance before the plan": "/?known-on=2017-01-01",
    "timeline": f"/timeline?{KNOWN}",
    "timeline with a card": f"/timeline?{KNOWN}&item=ev-aidp",
    "timeline of some years": f"/timeline?{KNOWN}&from=2017&to=2026&fold=regulation&item=aidp-2017.2020-12-31",
    "targets": f"/targets?{KNOWN}",
    "target": f"/target?{KNOWN}&target=aidp-2025-core",
    "target on a path": f"/target?{KNOWN}&target=aidp-2030-core&path=compound",
    "target without data": f"/target?{KNOWN}&target=moe-2020-textbooks",
    "goal": f"/target?{KNOWN}&target=aidp-2020-parity",
    "goal on an earlier day": "/target?known-on=2020-12-31&target=aidp-2020-parity",
    "goal without a benchmark": f"/target?{KNOWN}&target=aiplus-2027-core-growth",
    "indicators": f"/indicators?{KNOWN}",
    "indicator of two places": f"/indicators?{KNOWN}&indicator=ai_private_investment&scale=ratio&series=quid_real",
    "indicator in small panels": f"/indicators?{KNOWN}&layout=multiples",
    "indicator with its vintages": f"/indicators?{KNOWN}&indicator=ai_private_investment&series=quid_nominal&vintages=on",
    "indicator in one currency": f"/indicators?{KNOWN}&indicator=core_ai_industry_size&currency=usd&year=2024",
    "indicator in constant prices": f"/indicators?{KNOWN}&indicator=ai_private_investment&prices=constant",
    "growth of an indicator": f"/indicators?{KNOWN}&indicator=ai_private_investment&scale=growth",
    "changes": f"/timeline?part=changes&{KNOWN}",
    "nothing that changed": f"/timeline?part=changes&{KNOWN}&since=2026-11-21",
    "sources": f"/sources?{KNOWN}",
    "coverage": f"/targets?part=coverage&{KNOWN}",
    "coverage of a plan": f"/targets?part=coverage&{KNOWN}&plan=aidp-2017&tracked=no",
    "method": f"/method?{KNOWN}&part=method",
    "other rules": f"/method?{KNOWN}&part=rules",
    "claims": f"/sources?{KNOWN}&show=claims",
    "claims before their assessment": "/sources?known-on=2020-12-31&show=claims",
    "search": f"/sources?{KNOWN}&q=核心产业",
    "check a plan": "/check",
    "bring figures in": "/bring?data=quillhaven",
}
INK = "getComputedStyle(document.documentElement).getPropertyValue('--ink').trim()"
WIDTHS = {390: 844, 1920: 1080, 1366: 768}  # the one in which a page is checked stands last

#: The tables of which the last column does not stand whole in their box.
CUT = """[...document.querySelectorAll(".mp-scroll")]
  .filter((box) => box.scrollWidth > box.clientWidth + 1)
  .map((box) => box.getAttribute("aria-label"))"""

#: The entries of a chart's key without a sign.
UNSIGNED = """[...document.querySelectorAll(".mp-marks li")]
  .filter((entry) => !(entry.querySelector("img")?.naturalWidth > 0))
  .map((entry) => entry.textContent)"""


def sideways(page, width, height):
    """How many px the page can be scrolled sideways at a size."""
    page.set_viewport_size({"width": width, "height": height})
    settle(page)
    return page.evaluate(
        "Math.max(document.documentElement.scrollWidth,"
        " document.querySelector('[data-testid=\"stMain\"]').scrollWidth) - innerWidth"
    )


@pytest.mark.parametrize("name", PAGES)
def test_page_is_sound_and_fits_every_width_in_both_modes(visit, name):
    page = visit(PAGES[name])
    assert [] == axe(page)
    assert 1 == page.locator('[data-testid="stMain"] h1').count()
    assert 0 == page.locator('[role="alert"]').count()
    assert dict.fromkeys(WIDTHS, 0) == {w: max(0, sideways(page, w, h)) for w, h in WIDTHS.items()}
    assert [] == page.evaluate(CUT)
    assert [] == page.evaluate(UNSIGNED)
    page.emulate_media(color_scheme="dark")  # changes colours and no box
    page.wait_for_function(f"() => {INK} === '#F1EEE8'")
    assert [] == axe(settle(page), "color-contrast")


@pytest.mark.parametrize("name", ["glance", "timeline", "target", "indicators"])
def test_axe_finds_nothing_serious_on_a_phone(visit, name):
    assert [] == axe(visit(PAGES[name], width=390, height=844))


@pytest.mark.parametrize("button", ["Known on", "Path"])
def test_axe_finds_nothing_serious_in_an_open_control(page, button):
    page.locator(f'.st-key-mp-controls button:has-text("{button}")').click()
    assert [] == axe(settle(page))


def test_dark_page_is_drawn_in_the_dark_palette(visit):
    page = visit(PAGES["target"], mode="dark")
    assert page.evaluate(INK) == "#F1EEE8"
    fills = page.evaluate(
        "[...document.querySelectorAll('.js-plotly-plot text')].map(e => getComputedStyle(e).fill)"
    )
    assert fills
    assert "rgb(26, 28, 32)" not in fills


def test_document_language_is_that_of_the_words_and_the_switch_keeps_the_view(visit):
    page = visit(PAGES["indicators"])
    assert page.evaluate("document.documentElement.lang") == "en"
    page.get_by_role("link", name="中文").click()
    page.wait_for_url("**/indicators?*lang=zh*")
    settle(page)
    assert page.evaluate("document.documentElement.lang") == "zh-Hans"
    assert KNOWN in page.url
    assert "中文" == page.locator(".mp-lang [aria-current]").inner_text()
    boxes = [link.bounding_box() for link in page.locator(".mp-lang a").all()]
    assert 24 <= min(side for box in boxes for side in (box["width"], box["height"]))


def test_every_chart_has_a_text_alternative_a_source_line_and_a_table(visit):
    page = visit(PAGES["target"])
    block = page.locator('[class*="st-key-chart-"]').first
    assert "28 Nov 2026" in block.inner_text()
    assert block.locator("table").count() == 0
    block.locator("details > summary").click()
    block.locator("details table").wait_for()
    assert "400" in block.locator(".mp-plot[role=img]").get_attribute("aria-label")


@pytest.mark.parametrize(("kind", "head"), [("svg", b"<svg"), ("png", b"\x89PNG")])
def test_picture_is_made_in_the_browser_with_its_source_inside(visit, kind, head):
    page = visit(PAGES["target"])
    with page.expect_download() as waiting:
        page.locator(f'[class*="st-key-picture-"] button[name="{kind}"]').first.click()
    picture = waiting.value.path().read_bytes()
    assert picture.startswith(head)
    assert waiting.value.suggested_filename.endswith(kind)
    if kind == "svg":
        assert "28 Nov 2026" in picture.decode()


def test_data_of_a_chart_are_taken_away_as_csv(visit):
    page = visit(PAGES["target"])
    with page.expect_download() as waiting:
        page.locator('[class*="st-key-picture-"] button[name=csv]').first.click()
    rows = waiting.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) > 20
    assert "iresearch" in "\n".join(rows).lower()


def test_keyboard_reaches_controls_and_pages(page):
    reached = set()
    for _ in range(25):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.textContent.trim().slice(0, 40)"))
    assert {"Timeline", "Sources"} <= reached
    assert any(text.startswith("Known on") or "Known on" in text for text in reached)


def test_every_stop_of_the_keyboard_is_seen(page):
    unseen = []
    for _ in range(30):
        page.keyboard.press("Tab")
        name, ring = page.evaluate(
            "(e => [e.textContent.trim().slice(0, 40), getComputedStyle(e).outline])(document.activeElement)"
        )
        tag = page.evaluate("document.activeElement.tagName")
        if tag in {"A", "BUTTON", "SUMMARY"} and ("solid" not in ring or "2px" not in ring):
            unseen.append(f"{tag} {name}: {ring}")
    assert [] == unseen


def test_first_page_says_its_sentence_first(visit):
    page = visit(PAGES["glance"])
    assert page.locator("h1").inner_text().startswith("Of ten dated targets,")
    box = page.locator("h1").bounding_box()
    assert box["y"] < 200
    strip = settle(page).get_by_role("table", name="Ten dated targets")
    assert strip.count() == 1


@pytest.mark.parametrize("name", ["target on a path", "indicators"])
def test_chart_on_a_phone_opens_at_the_known_on_day_and_not_on_the_empty_future(visit, name):
    page = visit(PAGES[name], width=390, height=844)
    left, right, day = page.evaluate(
        """() => {
          const box = document.querySelector("[data-testid='stLayoutWrapper']:has(> [class*='st-key-scroll-'])");
          const plot = box.querySelector(".js-plotly-plot");
          const lines = [...plot.querySelectorAll("g.annotation text, g.textpoint text, text")];
          const said = lines.find((one) => one.textContent.includes("known on")).getBoundingClientRect();
          const { left, right } = box.getBoundingClientRect();
          return [left, right, (said.left + said.right) / 2];
        }"""
    )
    assert left + (right - left) / 2 < day < right + 80


@pytest.mark.parametrize("address", ["/check?lang=zh", "/indicators?lang=zh"])
def test_words_of_the_controls_themselves_speak_the_language_of_the_page(visit, address):
    page = visit(address)
    page.locator("[data-testid=stMainMenuButton], [data-testid=stMainMenu] button").first.click()
    page.get_by_text(words_for("zh").say("native.print"), exact=True).wait_for()
    held = page.evaluate(
        """() => [...document.querySelectorAll("body *:not(script):not(style)")].flatMap((one) => [
            ...["aria-label", "title", "placeholder"].map((name) => one.getAttribute(name)),
            ...[...one.childNodes].filter((node) => node.nodeType === 3).map((node) => node.nodeValue.trim()),
        ])"""
    )
    assert set() == set(words_for("zh").native) & set(held)
    assert "20MB per file" not in held
    page.keyboard.press("Escape")
    page.locator(".mp-lang a[lang=en]").click()
    page.wait_for_function("() => document.documentElement.lang === 'en'")
    page.get_by_role("button", name="Main menu").wait_for()
