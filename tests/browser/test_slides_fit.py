"""Every slide of every plan in every language and both shapes: nothing is cut, nothing overlaps, all can be read.

The stage stands alone in a page, in the type of the dashboard; its figures are the shipped ones.
"""

from base64 import b64encode
from dataclasses import replace
from datetime import date
from functools import partial
from importlib.resources import files

import pytest

from metrics.app.address import href_of
from metrics.figures.slides.choice import Choice
from metrics.figures.slides.deck import deck
from metrics.figures.slides.stage import presenter_script, stage, stage_style
from metrics.figures.slides.subject import subject
from metrics.progress import as_known_on, assess
from metrics.records import load
from metrics.words import languages, words_for
from tests.browser.chromium import window
from tests.figures.slides.made import DECK
from tests.later import DAYS

DAY = date(2026, 11, 28)
HELD = load()
PLANS = [(), *((plan,) for plan in HELD.plans)]

# Texts by the element that holds them, in px of the slide; what overlaps, leaves its box, or is too small.
FAULTS = """
() => {
  const sheet = document.querySelector('.mps-sheet');
  const share = sheet.getBoundingClientRect().width / sheet.offsetWidth;
  const found = [];
  const MESSAGE = '.mps-title, .mps-stand, .mps-post, .mps-said, .mps-statement, .mps-lane:not(.mps-off) :is(.mps-who b, .mps-val, .mps-status)';
  for (const slide of document.querySelectorAll('.mps-slide')) {
    const away = slide.hidden;
    slide.hidden = false;
    const say = (what, text) => found.push(`${slide.dataset.key} ${slide.dataset.detail}: ${what}: ${text.slice(0, 60)}`);
    const edge = slide.getBoundingClientRect();
    const texts = [];
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      const style = getComputedStyle(text.parentElement);
      if (!text.textContent.trim() || style.visibility === 'hidden') continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const svg = text.parentElement.closest('.mps-years');
      const size = parseFloat(style.fontSize) * (svg ? svg.getScreenCTM().a / share : 1);
      // On 1920 px nothing is smaller than 28, and what carries the message not smaller than 36; the narrow sheet has less room.
      const wide = sheet.offsetWidth > 1500;
      const least = wide ? (text.parentElement.closest(MESSAGE) ? 36 : 28) : text.parentElement.closest('.mps-told') || svg ? 20 : 24;
      if (size < least) say(`${size} px`, text.textContent);
      for (const box of range.getClientRects()) {
        if (!box.width) continue;
        // The lines of a text may touch; letters are about as high as the size of the type.
        const air = Math.max(0, (box.height - size * share) / 2);
        texts.push({ text: text.textContent.trim(), left: box.left, right: box.right, top: box.top + air, bottom: box.bottom - air });
      }
    }
    for (const one of texts) {
      if (one.left < edge.left || one.right > edge.right - 24 * share || one.bottom > edge.bottom) say('leaves the slide', one.text);
    }
    texts.forEach((a, i) => texts.slice(i + 1).forEach((b) => {
      const [x, y] = [Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)];
      if (x > 2 * share && y > 2 * share) say('overlap', `${a.text.slice(0, 25)} | ${b.text.slice(0, 25)}`);
    }));
    for (const box of slide.querySelectorAll('.mps-body, .mps-lanes, .mps-rows, .mps-statement')) {
      if (box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1) say('does not hold', box.className);
    }
    // A drawing is as wide as its body; on the wide sheet it is never made smaller to fit, as its letters would be.
    for (const drawing of slide.querySelectorAll('.mps-years')) {
      const scale = drawing.getScreenCTM().a / share;
      if (scale < (sheet.offsetWidth > 1500 ? 0.98 : 0.7)) say('drawn smaller', scale.toFixed(2));
    }
    const foot = slide.querySelector('.mps-foot').getBoundingClientRect();
    const body = slide.querySelector('.mps-body').getBoundingClientRect();
    if (foot.bottom > edge.bottom + 1 || body.bottom > foot.top + 1) say('lies over the sources', '');
    slide.hidden = away;
  }
  return found;
}
"""


def typeface():
    """The type of the dashboard, as Streamlit carries it."""
    folder = files("streamlit") / "static" / "static" / "media"
    [upright] = [one for one in folder.iterdir() if one.name.startswith("SourceSansVF-Upright")]
    data = b64encode(upright.read_bytes()).decode()
    return f"<style>@font-face{{font-family:'Source Sans';font-weight:200 900;src:url(data:font/woff2;base64,{data})}}</style>"


def decks(language):
    """Those of every plan today, and of the plans of the first page on earlier days; what several share stands once."""
    words = words_for(language)
    seen = set()

    def new(whole):
        told = {repr(slide): slide for slide in whole.slides}
        fresh = tuple(slide for text, slide in told.items() if text not in seen)
        seen.update(told)
        return replace(whole, slides=fresh)

    for day, all_plans in ((DAY, PLANS), *((day, [()]) for day in DAYS)):
        known = as_known_on(words.in_own_units(HELD), day)
        progress = assess(known, day, None)
        for plans in all_plans:
            told = subject(known, progress, words, partial(href_of, {}), plans=plans)
            whole = deck(told)
            slides = (*whole.slides, *deck(told, Choice(contested=False)).slides)
            yield f"{day} {' '.join(plans)}", len(whole.slides), new(replace(whole, slides=slides))


@pytest.fixture
def shown(browser):
    """A page in which stages are shown one after the other."""
    context = window(browser, 1920, 1080)
    page = context.new_page()
    page.set_content(
        f"<style>html,body{{margin:0;height:100%}}#r{{height:100vh}}</style>{typeface()}{stage_style()}"
        f"<div id='r'></div><script type='module'>{presenter_script()}\nwindow.present = mount;</script>"
    )
    page.wait_for_function("() => Boolean(window.present)")
    page.evaluate("document.fonts.load('600 38px \"Source Sans\"')")
    yield page
    context.close()


def faults(page, html, shape):
    page.evaluate(
        "([html, shape]) => { const root = document.querySelector('#r'); window.show?.destroy(); root.innerHTML = html;"
        " window.show = present(root, { shape }); }",
        [html, shape],
    )
    return [f"{shape} {one}" for one in page.evaluate(FAULTS)]


@pytest.mark.parametrize("language", languages())
def test_every_slide_of_every_plan_fits(shown, language):
    words = words_for(language)
    found, slides = [], 0
    for name, n, fresh in decks(language):
        slides += n
        if not fresh.slides:
            continue
        html = stage(fresh, words, "light", notes=False)
        for shape in ("16-9", "4-3"):
            found += [f"{name} {one}" for one in faults(shown, html, shape)]
    assert slides > 3 * len(PLANS)
    assert [] == found


@pytest.mark.parametrize("shape", ["16-9", "4-3"])
def test_long_names_wrap_and_do_not_overlap(shown, shape):
    assert [] == faults(shown, stage(DECK, words_for("en"), "light"), shape)


def test_what_is_cut_or_overlaps_would_be_found(shown):
    html = stage(DECK, words_for("en"), "light").replace(
        "The 2025 AI-industry target is met on five of six readings</h2>",
        "</h2><p style='margin:-60px 0 0;font-size:12px'>x</p>",
    )
    found = faults(shown, html, "16-9")
    assert any("12 px" in one for one in found)
    assert any("overlap" in one for one in found)
