"""Texts of a plan stay texts: in the real browser no page, slide or file makes markup, a link or a script of them."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from metrics.app.data import EXAMPLES
from metrics.exports import files
from metrics.exports.extract import extract
from metrics.progress import as_known_on, assess
from metrics.records import load
from metrics.words import words_for
from tests.browser.chromium import Watch, settle, window
from tests.browser.server import serve
from tests.hostile import WORD, hostile

PAGES = (
    "/",
    "/?lang=zh&plan=tern-2019",
    "/timeline?item=ev-plan",
    "/targets",
    "/targets?show=goals",
    "/target?target=qh-2025-ferry",
    "/target?target=qh-2030-breathe",
    "/indicators?indicator=harbour_spending",
    "/indicators?indicator=waste_per_head&scale=ratio",
    "/indicators?layout=multiples",
    "/timeline?part=changes&since=2024-01-01",
    "/sources",
    "/sources?show=claims",
    f"/sources?q={WORD}",
    "/targets?part=coverage",
    "/method?part=method",
    "/method?part=rules",
    "/present",
    "/?print=yes",
    "/target?target=qh-2025-ferry&embed=true",
)
#: Where controls are opened and marks hovered over as well.
TOUCHED = {"/", "/timeline?item=ev-plan", "/target?target=qh-2025-ferry", "/indicators?layout=multiples"}

# What has become of the texts: scripts that ran, elements and attributes that a text made, words set by Markdown.
FOUND = """
(word) => {
  const MADE = "strong, em, b, i, del, s, code, sup, sub, mark, h1, h2, h3, .stMarkdownColoredText";
  const found = [];
  if (window[word] !== undefined) found.push("a script ran");
  const roots = [document];
  while (roots.length) {
    for (const one of roots.pop().querySelectorAll("*")) {
      if (one.shadowRoot) roots.push(one.shadowRoot);
      const said = one.outerHTML.slice(0, 160);
      if (one.classList.contains(word)) found.push("an element: " + said);
      for (const { name, value } of one.attributes) {
        if (name.startsWith("on") && value.includes(word)) found.push("a handler: " + said);
        if (["href", "src", "xlink:href", "action", "formaction", "data", "poster"].includes(name)
            && !value.startsWith("data:") && new RegExp("javascript:|//" + word, "i").test(value)) {
          found.push("an address: " + said);
        }
      }
      const alone = one.children.length === 0 && new RegExp(`^${word}( \\d+)?$`).test(one.textContent.trim());
      if (alone && one.matches(MADE)) found.push("set by a mark: " + said);
      if (one.matches(".katex, .stMarkdownBadge")) found.push("set by a mark: " + said);
    }
  }
  return found;
}
"""


CONTROLS = "[data-testid='stPopover'] button"
HOVERED = 6  # marks of a chart; each opens its box


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    """The folder of the hostile plan."""
    return hostile(EXAMPLES / "quillhaven", tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def hostile_server(plan):
    with serve(environment={"MILEPOST_PLAN": str(plan)}) as running:
        yield running


def touched(page):
    """Open every control and hover over some marks of every chart, as what they show is not there before."""
    names = page.locator(".st-key-mp-indicator input")
    if names.count():
        names.click()
        page.locator("[role='option']").first.wait_for()
        yield page.evaluate(FOUND, WORD)
        page.keyboard.press("Escape")
    for box in page.locator("[data-testid='stMain'] .js-plotly-plot").all():
        for mark in box.locator(".points path").all()[:HOVERED]:
            mark.hover(force=True, timeout=2_000)
    for control in page.locator(CONTROLS).all():
        if control.is_visible():
            control.click()
            yield settle(page).evaluate(FOUND, WORD)
            page.keyboard.press("Escape")


def test_no_page_makes_anything_but_text_of_a_text(hostile_server, browser):
    context = window(browser)
    watch = Watch(hostile_server.host)
    page = context.new_page()
    watch.follow(page)
    found, silent = {}, []
    for address in PAGES:
        page.goto(hostile_server.url + address)
        settle(page)
        if not page.evaluate("document.body.innerText").count(WORD):
            silent.append(address)
        found[address] = page.evaluate(FOUND, WORD)
        if address in TOUCHED:
            found[address] += sum(touched(page), page.evaluate(FOUND, WORD))
    context.close()
    assert [] == silent
    assert {} == {address: what for address, what in found.items() if what}
    assert [] == watch.problems


def test_no_picture_makes_anything_but_text_of_a_text(hostile_server, browser):
    page = window(browser).new_page()
    page.goto(hostile_server.url + "/target?target=qh-2025-ferry")
    settle(page)
    page.locator(".st-key-plot-target, [class*='st-key-plot-']").first.hover()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="SVG").first.click()
    drawn = ET.parse(waiting.value.path())
    page.context.close()
    acting = [one.tag for one in drawn.iter() if one.tag.split("}")[-1] in {"script", "a", "foreignObject"}]
    handlers = [name for one in drawn.iter() for name in one.attrib if name.lower().startswith("on")]
    assert ([], []) == (acting, handlers)
    assert WORD in "".join(drawn.getroot().itertext())


def test_offline_page_makes_anything_but_text_of_a_text(plan, browser, tmp_path):
    held = load(plan)
    known = as_known_on(held, held.as_of)
    taken = extract(known, assess(known, held.as_of), words_for("en"), "quillhaven-2030")
    file = tmp_path / "offline.html"
    file.write_bytes(files.html(replace(taken, notes=True)))
    context = window(browser)
    context.set_offline(offline=True)
    page = context.new_page()
    said = []
    page.on("console", lambda one: said.append(one.text))
    page.on("pageerror", lambda one: said.append(str(one)))
    page.goto(file.as_uri())
    page.locator('html[data-charts="ready"]').wait_for(state="attached")
    for place in ("timeline", "target=qh-2025-ferry", "indicator=waste_per_head", "claims"):
        page.evaluate("place => { location.hash = place }", place)
        page.locator(".mo-page.mo-on").first.wait_for()
        for box in page.locator(".mo-page.mo-on .mo-plot").all():
            box.locator(".main-svg").first.wait_for(state="attached")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")  # paper holds all pages: each is made
    page.evaluate("location.hash = 'present'")
    page.locator(".mo-stage .mps-slide:visible").wait_for()
    left = page.locator("main > noscript, .mo-stage noscript").count()
    found = page.evaluate(FOUND, WORD)  # of all pages and slides: those that are not shown are there as well
    context.close()
    assert (0, [], []) == (left, found, said)
