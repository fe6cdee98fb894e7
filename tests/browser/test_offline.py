"""The offline page in a browser with no network: keys, charts, light and dark, slides, paper, nothing against its policy."""

import json
import re
from pathlib import Path

import pytest

from tests import offline
from tests.browser.chromium import axe, window
from tests.browser.desk import Desk, audience_sees, rehearse
from tests.later import HELD

FIRST_CHART_S = 1.5
MOST_OF_BARE = 2  # times the work of showing one line after as many bytes
ROUNDS = 3

# Set when the bullets and their letters are on the screen: the frame after the one in which they are there.
PAINTED = """
(() => {
  const there = () => document.querySelector('.mp-bullets') && [...document.fonts].every((f) => f.status === 'loaded');
  const look = () => requestAnimationFrame(there() ? () => performance.mark('mp-painted') : look);
  look();
})();
"""
WAITED = "new Promise((then) => new PerformanceObserver(then).observe({ type: 'mark', buffered: true }))"

SHEET = (842, 595)  # A4 on its side, in points


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The file of two targets."""
    place = tmp_path_factory.mktemp("offline")
    (place / "small.html").write_text(offline.small(), encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def everything(tmp_path_factory):
    """The file of everything."""
    return offline.whole(offline.shared_folder(tmp_path_factory))


class Opened:
    """A page of a file, with all that it complained about."""

    def __init__(self, context, file: Path, place=""):
        self.problems = []
        self.page = context.new_page()
        self.page.on("console", lambda said: self.problems.append(f"{said.type}: {said.text}"))
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.on("request", self._request)
        self.page.goto(file.as_uri() + place)

    def _request(self, request):
        if not request.url.startswith(("file:", "data:", "blob:")):
            self.problems.append(f"request: {request.url}")

    def ready(self):
        self.page.locator('html[data-charts="ready"]').wait_for(state="attached")
        return self

    def go(self, place):
        self.page.evaluate("place => { location.hash = place }", place)
        self.page.locator(".mo-page.mo-on").first.wait_for()
        return self

    def shown(self):
        return self.page.evaluate("document.querySelector('.mo-page.mo-on').id")

    def made(self):
        return self.page.evaluate("[...document.querySelectorAll('.mo-page')].map((one) => one.id)")

    def drawn(self):
        for box in self.page.locator(".mo-page.mo-on .mo-plot").all():
            box.locator(".main-svg").first.wait_for(state="attached")
        return self


@pytest.fixture(scope="module")
def context(browser):
    held = window(browser)
    held.set_offline(True)
    yield held
    held.close()


@pytest.fixture(scope="module")
def small(context, folder):
    opened = Opened(context, folder / "small.html").ready()
    yield opened
    assert [] == opened.problems


def until_painted(browser, context, file):
    """For how long the page's own thread works until the bullets are painted, seconds.

    On a machine with nothing else to do that is the time by the clock. The browser itself notes the thread's clock at
    the paint: whoever asks for it from outside is answered later, when the page has gone on to plotly.
    """
    page = context.new_page()
    page.add_init_script(PAINTED)
    browser.start_tracing(page=page, categories=["toplevel", "devtools.timeline", "blink.user_timing"])
    page.goto(file.as_uri(), wait_until="commit")
    page.evaluate(WAITED)
    events = json.loads(browser.stop_tracing())["traceEvents"]
    page.close()
    [painted] = [one for one in events if one["name"] == "mp-painted"]
    curve = [
        one["tts"]
        for one in events
        if all(one[key] == painted[key] for key in ("pid", "tid")) and "tts" in one
    ]
    return (painted["tts"] - min(curve)) / 1e6


def test_whole_file_shows_its_first_chart_soon(browser, context, folder, everything):
    """Held against a page of as many bytes that shows one line after them: the least of several, side by side."""
    bare = folder / "bare.html"
    bulk = "=" * everything.stat().st_size
    bare.write_text(
        f'<!doctype html><title>Bare</title><script type="text/plain">{bulk}</script><p class="mp-bullets">Bare</p>'
    )
    pairs = [[until_painted(browser, context, file) for file in (everything, bare)] for _ in range(ROUNDS)]
    whole, floor = map(min, zip(*pairs, strict=True))
    assert 0.01 < whole < FIRST_CHART_S, pairs
    assert whole < MOST_OF_BARE * floor, pairs


def test_whole_file_makes_its_pages_when_asked_and_fits_a_phone(context, everything):
    opened = Opened(context, everything).ready()
    assert ["glance"] == opened.made()
    opened.page.set_viewport_size({"width": 390, "height": 844})
    wide = {}
    for place in (
        "glance",
        "timeline",
        "target=aidp-2025-core",
        "target=aidp-2020-parity",
        "claims",
        "rules",
    ):
        opened.go(place).drawn()
        assert place == opened.shown()
        wide[place] = opened.page.evaluate("document.documentElement.scrollWidth")
    assert {} == {place: px for place, px in wide.items() if px > 390}
    assert set(wide) == set(opened.made())
    opened.go("glance").page.locator(".mp-sentence a[data-asks]").first.click()
    opened.page.locator(".mo-asked").wait_for()
    assert 2 == opened.page.locator(".mo-on [data-row]:visible").count()
    opened.page.locator(".mo-asked a").click()
    opened.page.locator(".mo-asked").wait_for(state="hidden")
    assert len(HELD.targets) < opened.page.locator(".mo-on [data-row]:visible").count()
    assert [] == opened.problems
    opened.page.close()


def test_keys_lead_through_the_pages_and_back(small):
    page = small.go("glance").page
    page.locator(".mo-header li a").nth(3).focus()
    page.keyboard.press("Enter")
    page.locator('[id="timeline"].mo-on').wait_for()
    page.locator(":focus").wait_for()
    assert "H1" == page.evaluate("document.activeElement.tagName")
    assert 1 == page.locator("h1:visible").count()
    assert page.title().startswith("Promised, published, and when")
    assert ["Timeline"] == page.locator(".mo-header [aria-current=page]").all_inner_texts()
    page.go_back()
    page.locator('[id="glance"].mo-on').wait_for()
    page.evaluate("document.activeElement.blur()")
    page.locator(".mo-skip").focus()
    page.keyboard.press("Enter")
    assert "main" == page.evaluate("document.activeElement.id")


def test_link_to_a_source_opens_its_place(small):
    page = small.go("target=aidp-2025-core").page
    link = page.locator(".mo-on .mp-readings a[href^='#source-']").first
    wanted = link.get_attribute("href")[1:]
    link.click()
    page.locator('[id="sources"].mo-on').wait_for()
    top = page.locator(f'[id="{wanted}"]').bounding_box()["y"]
    assert 0 <= top <= 768


def test_address_of_a_place_or_a_slide_opens_it_and_one_of_nothing_the_first_page(context, folder, small):
    source = small.go("sources").page.locator("[id^=source-]").last.get_attribute("id")
    slide = small.page.locator("noscript").last.evaluate('e => /data-key="([^"]+)"/.exec(e.textContent)[1]')
    for place, page, there in (
        (f"#{source}", "sources", f'[id="{source}"]'),
        ("#target=aidp-2030-core", "target=aidp-2030-core", "h1:visible"),
        (f"#present={slide}", "glance", f'.mps-slide[data-key="{slide}"]:visible'),
        ("#nothing-here", "glance", "h1:visible"),
    ):
        opened = Opened(context, folder / "small.html", place)
        opened.page.locator(there).wait_for()
        assert page == opened.shown()
        assert {"glance", page} == set(opened.made())
        assert [] == opened.problems
        opened.page.close()


def test_charts_are_drawn_and_answer_the_pointer(small):
    page = small.go("target=aidp-2025-core").drawn().page
    group, text = page.locator(".mo-on .mo-plot").first.evaluate(
        "plot => { const values = plot._fullData.find((one) => one.hoverinfo === 'text');"
        " return [`trace${values.uid}`, values.hovertext.at(-1)]; }"
    )
    point = page.locator(f".mo-on .{group} .points path").last
    point.scroll_into_view_if_needed()
    box = point.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    hover = page.locator(".mo-on .hoverlayer .hovertext").first
    hover.wait_for()
    assert re.sub("<[^>]*>", "", text) == hover.text_content()
    assert page.locator(".mo-on table.mp-table").count() >= 2
    page.locator(".mo-on .mo-figure summary").first.press("Enter")
    assert page.locator(".mo-on .mo-figure table").first.is_visible()
    assert [] == axe(page)
    for place in ("timeline", "indicator=core_ai_industry_size"):
        small.go(place).drawn()


def test_dark_is_one_button_away_and_charts_follow(small):
    page = small.go("target=aidp-2025-core").drawn().page
    colour = "getComputedStyle(document.querySelector('.mo-on .mo-plot .ytick text')).fill"
    light = page.evaluate(colour)
    page.locator("[data-does=mode]").press("Enter")
    page.wait_for_timeout(400)
    small.drawn()
    assert [] == axe(page)
    assert "true" == page.locator("[data-does=mode]").get_attribute("aria-pressed")
    assert light != page.evaluate(colour)
    assert "rgb(18, 21, 26)" == page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("[data-does=mode]").click()


def test_slides_open_over_the_page_and_back_leaves_them(small):
    page = small.go("targets").page
    page.locator(".mo-buttons a").press("Enter")
    page.locator(".mo-stage .mps-slide:visible").wait_for()
    first = page.locator(".mps-slide:visible").get_attribute("data-key")
    page.keyboard.press("ArrowRight")
    second = page.locator(".mps-slide:visible").get_attribute("data-key")
    assert first != second
    assert page.url.endswith(f"#present={second}")
    page.keyboard.press("Escape")
    page.locator('[id="targets"].mo-on').wait_for()
    page.locator(".mo-stage").wait_for(state="hidden")
    assert page.url.endswith("#targets")


def test_briefing_from_the_file_by_keys_alone_and_its_presenters_window_outlives_a_reload(context, folder):
    opened = Opened(context, folder / "small.html", "#present")
    rehearse(opened.page)
    opened.page.keyboard.press("s")
    assert "This file cannot make slides of other places" in opened.page.locator("dialog[open]").inner_text()
    assert 0 == opened.page.locator("[name=place], [name=brief], [name=add], select[name=deck]").count()
    opened.page.locator("[name=narrow]").first.press("Enter")
    opened.page.keyboard.type("Ours")
    opened.page.keyboard.press("Enter")
    opened.page.keyboard.press("Escape")
    opened.page.locator("dialog[open]").wait_for(state="detached")
    opened.page.keyboard.press("Home")
    audience_sees(opened.page, "title")
    desk = Desk.of(opened.page)
    desk.says("[data-put=now] .mps-kick", "Title by the presenter: “Ours”")
    opened.page.reload()
    desk.page.keyboard.press("Home")
    desk.shows("title")
    audience_sees(opened.page, "title")
    opened.page.close()
    desk.page.locator(".mps-desk-alone").wait_for()
    assert [] == opened.problems + desk.problems
    desk.page.close()


def test_print_is_whole_on_a4_across_and_light(browser, folder, tmp_path):
    with window(browser, mode="dark") as dark:
        dark.set_offline(True)
        opened = Opened(dark, folder / "small.html").ready()
        page = opened.page
        page.pdf(path=tmp_path / "print.pdf", prefer_css_page_size=True, print_background=True)
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print", color_scheme="dark")
        boxes = page.evaluate(
            "[...document.querySelectorAll('.mo-plot')].map(b => [b.querySelectorAll('.main-svg').length,"
            " b.getBoundingClientRect().height, b.getBoundingClientRect().width])"
        )
        assert "rgb(255, 255, 255)" == page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert [] == opened.problems
    assert len(boxes) >= 5
    # The sheet leaves 700 x 1032 px: every chart fits whole, none is empty.
    assert [] == [box for box in boxes if not box[0] or box[1] > 640 or box[2] > 1034]
    data = (tmp_path / "print.pdf").read_bytes()
    sheets = {
        (round(float(width)), round(float(height)))
        for width, height in re.findall(rb"/MediaBox \[0 0 (\S+) (\S+)\]", data)
    }
    assert {SHEET} == sheets


def test_without_a_script_every_page_can_be_read(browser, folder):
    held = browser.new_context(java_script_enabled=False, offline=True)
    page = held.new_page()
    page.goto((folder / "small.html").as_uri())
    assert page.locator(".mo-page").count() == page.locator(".mo-page:visible").count()
    assert page.locator("noscript").count()
    held.close()
