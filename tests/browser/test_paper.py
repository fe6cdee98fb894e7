"""Pages on paper and in a frame of another page, as Chromium prints and shows them.

Every page is printed once, from its print view on upright A4; the pages that can go wrong also as they are, across.
"""

import re
import subprocess
from dataclasses import replace

import pytest

from metrics.exports.files import sheets
from metrics.words import languages
from tests.browser.chromium import settle
from tests.browser.test_pages import KNOWN
from tests.exports.test_handout import taken

PAPER = {
    "glance": f"/?{KNOWN}",
    "timeline": f"/timeline?{KNOWN}",
    "targets": f"/targets?{KNOWN}",
    "target": f"/target?{KNOWN}&target=aidp-2025-core",
    "goal": f"/target?{KNOWN}&target=aidp-2020-parity",
    "indicators": f"/indicators?{KNOWN}&year=2024",
    "panels": f"/indicators?{KNOWN}&layout=multiples",
    "changes": f"/timeline?part=changes&{KNOWN}",
    "sources": f"/sources?{KNOWN}",
    "coverage": f"/targets?part=coverage&{KNOWN}",
    "method": f"/method?{KNOWN}&part=method",
    "rules": f"/method?{KNOWN}&part=rules",
}
#: Printed with Ctrl+P too, across: charts as wide as the screen, and the longest tables.
PRINTED_AS_THEY_ARE = ("target", "panels")
UPRIGHT = {"width": 680, "height": 1000}  # px, what the margins leave of A4
PRINT_VIEW = "&print=yes"

PAST_THE_EDGE = (
    "[...document.querySelectorAll('.js-plotly-plot, .mp-table')].map(e => e.getBoundingClientRect())"
    ".filter(box => box.right > innerWidth + 1 || box.left < -1).length"
)
#: Of each chart what is read above and below it: its title and its source line; of a small panel, which is set from
#: its axis to its name, a year and its newest figure.
CHARTS = """() => [...document.querySelectorAll('[class*="st-key-chart-"]')].flatMap(block => {
  const panels = [...block.querySelectorAll('[class*="st-key-mp-panels-"] .js-plotly-plot')];
  const written = plot => [...plot.querySelectorAll('svg text')].map(one => one.textContent).filter(Boolean);
  return panels.length
    ? panels.map(one => ({year: written(one).find(text => /^[0-9]{4}$/.test(text)), figure: one.querySelectorAll('.annotation-text')[1].textContent}))
    : [{title: block.querySelector('h1, h2, h3').innerText, source: block.querySelector('.mp-chart-foot').innerText}];
})"""


def squashed(text):
    """Without the breaks of lines; those of pages stay."""
    return re.sub(r"[^\S\f]+", "", text)


def printed(page, path, *, across):
    page.pdf(path=path, format="A4", landscape=across)
    text = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True).stdout
    return squashed(text)


def cut(charts, text):
    """The charts of which the top and the foot do not stand on one sheet."""
    found, at = [], 0
    for one in charts:
        first, last = (squashed(part)[:30] for part in one.values())
        if "title" in one:
            start = text.find(first, at)
            at = end = text.find(last, start)
        else:
            at = end = text.find(last, at) + 1
            start = text.rfind(first, 0, end)
        if min(start, end) < 1 or "\f" in text[start:end]:
            found.append(one)
    return found


def test_every_page_is_printed_whole_and_without_controls(visit, tmp_path):
    page = visit(PAPER["glance"] + PRINT_VIEW)
    server = "/".join(page.url.split("/")[:3])
    forms = [(name, PRINT_VIEW) for name in PAPER] + [(name, "") for name in PRINTED_AS_THEY_ARE]
    found = {}
    for name, form in forms:
        if (name, form) != forms[0]:
            page.goto(server + PAPER[name] + form)
            settle(page)
        charts = page.evaluate(CHARTS)
        text = printed(page, tmp_path / f"{name}.pdf", across=not form)
        if not form:
            page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        page.set_viewport_size(UPRIGHT)
        found[name + form] = (
            "Howverdictsarereached" in text,
            "Knownon28Nov2026" in text,
            [
                one
                for one in ("Download", "Present", "Save as CSV")
                if page.get_by_text(one, exact=True).is_visible()
            ],
            page.evaluate(PAST_THE_EDGE),
            cut(charts, text),
        )
        page.emulate_media(media="null")
        page.set_viewport_size({"width": 1366, "height": 768})
    assert dict.fromkeys(found, (True, True, [], 0, [])) == found


def test_target_fits_a_frame_of_another_page(visit):
    page = visit("/")
    address = f"{page.url.split('/?')[0].rstrip('/')}/target?{KNOWN}&target=aidp-2025-core&embed=true"
    for width, height, dark in ((600, 400, ""), (800, 450, "&embed_options=dark_theme"), (1300, 900, "")):
        page.evaluate(
            "([src, width, height]) => { document.body.innerHTML = '';"
            " const frame = document.createElement('iframe');"
            " Object.assign(frame, {src, width, height, title: 'x'}); document.body.append(frame); }",
            [address + dark, width, height],
        )
        page.wait_for_timeout(300)
        inner = page.frames[-1]
        inner.wait_for_selector(".js-plotly-plot .main-svg")
        inner.wait_for_selector(".mp-alone-foot a")
        inner.wait_for_timeout(300)
        assert [] == inner.locator('.mp-header, .st-key-mp-controls, [data-testid="stHeader"]:visible').all()
        wide = "Math.max(document.documentElement.scrollWidth, document.querySelector('.stMain').scrollWidth)"
        assert inner.evaluate(wide) <= width
        assert 0 == inner.evaluate(PAST_THE_EDGE)
        gaps = inner.evaluate(
            "[...document.querySelectorAll('.js-plotly-plot, .mp-on-phone, .mp-chart-foot')]"
            ".map(e => e.getBoundingClientRect()).filter(box => box.height)"
            ".map((box, i, all) => i ? box.top - all[i - 1].bottom : 0)"
        )
        assert len(gaps) == (3 if width < 640 else 2)  # in a narrow frame the key stands below its chart
        assert [] == [gap for gap in gaps if not 0 <= gap < 60]
        feet = "[...document.querySelectorAll('.mp-alone-head, .mp-sec')].map(e => e.getBoundingClientRect().bottom)"
        assert max(inner.evaluate(feet)) < height / 2


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("of_town", [False, True])
def test_handout_prints_one_sheet_a_target_and_one_for_the_whole(browser, tmp_path, of_town, language):
    made = sheets(replace(taken(language, of_town=of_town), base="https://example.org/milepost")).decode()
    page = browser.new_page(viewport=UPRIGHT)
    page.set_content(made)
    path = tmp_path / "handout.pdf"
    page.pdf(path=path, prefer_css_page_size=True)
    page.emulate_media(media="print")
    assert 0 == page.evaluate("document.documentElement.scrollWidth - innerWidth")
    past = "[...document.querySelectorAll('.mps-years text')].filter(one => one.getBoundingClientRect().right > one.ownerSVGElement.getBoundingClientRect().right + 1).length"
    assert 0 == page.evaluate(past)
    titles = page.locator("h1").all_inner_texts()
    page.close()
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
    found = [squashed(one) for one in text.split("\f")[:-1]]
    assert len(titles) == len(found)
    assert [] == [a for a, b in zip(titles[1:], found[1:], strict=True) if not b.startswith(squashed(a))]
