"""No text of a block prints over another or leaves the page: with one indicator and with forty, milestones half a year
apart, and names of 60 characters.
"""

import pytest

from tests.browser.chromium import settle, window
from tests.browser.server import serve
from tests.crowded import crowded

pytestmark = pytest.mark.browser

SIZES = ((1920, 1080), (1366, 768), (760, 900), (390, 844))
PAGES = (
    "",
    "targets",
    "target?target=street_trees-3",
    "timeline?part=changes&since=2023-12-31",
    "method?part=method",
)

#: The texts of all blocks as boxes, cut to what their scroll boxes show; those that touch, and those that stand outside.
COLLISIONS = """
() => {
  const shown = [];
  for (const block of document.querySelectorAll('[data-testid="stMainBlockContainer"] .mp')) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode, parent = node.parentElement;
      if (!node.data.trim() || parent.closest('.mp-sr, svg, template') || !parent.checkVisibility()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const {left, right, top, bottom} of range.getClientRects()) {
        const box = {left, right, top, bottom, parent, text: node.data.trim().slice(0, 60)};
        for (let up = parent; up && up !== document.body; up = up.parentElement) {
          if (getComputedStyle(up).overflowX === 'visible') continue;
          const edge = up.getBoundingClientRect();
          box.left = Math.max(box.left, edge.left);
          box.right = Math.min(box.right, edge.right);
        }
        if (box.right - box.left > 2 && box.bottom - box.top > 2) shown.push(box);
      }
    }
  }
  const wide = document.documentElement.clientWidth;
  const faults = shown.filter((one) => one.left < -1 || one.right > wide + 1).map((one) => `outside: ${one.text}`);
  shown.sort((a, b) => a.top - b.top);
  for (let i = 0; i < shown.length; i++) {
    const a = shown[i];
    for (let j = i + 1; j < shown.length && shown[j].top < a.bottom; j++) {
      const b = shown[j];
      if (a.parent === b.parent) continue;
      const over = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const deep = Math.min(a.bottom, b.bottom) - b.top;
      if (over > 2 && deep > 0.4 * Math.min(a.bottom - a.top, b.bottom - b.top)) faults.push(`${a.text} | ${b.text}`);
    }
  }
  return [shown.length, faults];
}
"""


@pytest.mark.parametrize("indicators", [1, 40])
def test_no_text_prints_over_another_or_leaves_the_page(indicators, browser, tmp_path):
    plan = crowded(tmp_path / "plan", indicators)
    found = []
    with serve(environment={"MILEPOST_PLAN": str(plan)}) as server:
        for width, height in SIZES:
            page = window(browser, width, height).new_page()
            for path in PAGES:
                page.goto(f"{server.url}/{path}")
                settle(page)
                seen, faults = page.evaluate(COLLISIONS)
                assert seen > 10
                found += [(width, path, fault) for fault in faults]
            page.context.close()
    assert [] == found


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (390, 844)])
def test_headline_and_most_of_the_chart_of_a_target_stand_on_the_first_screen(visit, width, height):
    page = visit("/target?target=aidp-2025-core", width=width, height=height)
    headline = page.locator(".mp-verdict-head").bounding_box()
    chart = page.locator(".js-plotly-plot").first.bounding_box()
    assert headline["y"] + headline["height"] < chart["y"]
    assert chart["height"] * 2 / 3 <= height - chart["y"]
