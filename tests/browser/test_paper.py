"""Pages on paper and in a frame of another page, as Chromium prints and shows them."""

import subprocess

import pytest

from tests.browser.chromium import settle
from tests.browser.test_pages import KNOWN

PAPER = {
    "glance": f"/?{KNOWN}",
    "timeline": f"/timeline?{KNOWN}",
    "targets": f"/targets?{KNOWN}",
    "target": f"/target?{KNOWN}&target=aidp-2025-core",
    "goal": f"/target?{KNOWN}&target=aidp-2020-parity",
    "indicators": f"/indicators?{KNOWN}&year=2024",
    "panels": f"/indicators?{KNOWN}&layout=multiples",
    "changes": f"/changes?{KNOWN}",
    "sources": f"/sources?{KNOWN}",
    "coverage": f"/method?{KNOWN}",
    "method": f"/method?{KNOWN}&part=method",
    "rules": f"/method?{KNOWN}&part=rules",
}
UPRIGHT = {"width": 680, "height": 1000}  # px, what the margins leave of A4


def charts_past_the_edge(page):
    return page.evaluate(
        "[...document.querySelectorAll('.js-plotly-plot')].map(e => e.getBoundingClientRect())"
        ".filter(box => box.right > innerWidth + 1 || box.left < -1).length"
    )


def test_every_page_is_printed_whole_and_without_controls(visit, tmp_path):
    page = visit(PAPER["glance"])
    found = {}
    for name, address in PAPER.items():
        for form in ("", "&print=yes") if name in ("target", "panels") else ("",):
            page.goto(page.url.split("/", 3)[0] + "//" + page.url.split("/")[2] + address + form)
            settle(page)
            path = tmp_path / f"{name}.pdf"
            page.pdf(path=path, format="A4", landscape=name == "targets")
            text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
            page.evaluate("dispatchEvent(new Event('beforeprint'))")
            page.emulate_media(media="print")
            page.set_viewport_size(UPRIGHT)
            found[name + form] = (
                "How verdicts are reached" in text,
                "Known on 22 Nov 2026" in text,
                [one for one in ("Download", "Present", "Save as CSV") if f"\n{one}\n" in text],
                charts_past_the_edge(page),
            )
            page.emulate_media(media="null")
            page.set_viewport_size({"width": 1366, "height": 768})
    assert dict.fromkeys(found, (True, True, [], 0)) == found


@pytest.mark.parametrize("dark", ["", "&embed_options=dark_theme"])
def test_target_fits_a_frame_of_another_page(visit, dark):
    page = visit("/")
    address = f"{page.url.split('/?')[0].rstrip('/')}/target?{KNOWN}&target=aidp-2025-core&embed=true{dark}"
    for width, height in ((600, 400), (800, 450)):
        page.evaluate(
            "([src, width, height]) => { document.body.innerHTML = '';"
            " const frame = document.createElement('iframe');"
            " Object.assign(frame, {src, width, height, title: 'x'}); document.body.append(frame); }",
            [address, width, height],
        )
        page.wait_for_timeout(500)
        inner = page.frames[-1]
        inner.wait_for_selector(".js-plotly-plot .main-svg")
        inner.wait_for_selector(".mp-alone-foot a")
        inner.wait_for_timeout(500)
        assert (
            []
            == inner.locator('.st-key-mp-header, .st-key-mp-controls, [data-testid="stHeader"]:visible').all()
        )
        wide = "Math.max(document.documentElement.scrollWidth, document.querySelector('.stMain').scrollWidth)"
        assert inner.evaluate(wide) <= width
        assert 0 == charts_past_the_edge(inner)
