"""Pictures in a real browser: three sizes beside a chart, whole, and saved without the server."""

import re

import pytest

SIZES = {"slide": (1600, 900), "square": (1200, 1200), "column": (1890, 1620)}


def button_row(page, chart):
    return page.locator(f'[class*="st-key-picture-{chart}"]')


def saved(page, chart, size, kind):
    picture = button_row(page, chart)
    picture.locator("select").select_option(size)
    with page.expect_download() as waiting:
        picture.locator(f'button[name="{kind}"]').click()
    assert f"-{size}-known-on-2024-12-31.{kind}" in waiting.value.suggested_filename
    return waiting.value.path().read_bytes()


READY = """chart => {
  const find = (root) => root.querySelector(".b") ?? [...root.querySelectorAll("*")].filter((one) => one.shadowRoot)
    .map((one) => find(one.shadowRoot)).find(Boolean);
  return find(document.querySelector(`[class*="st-key-picture-${chart}"]`))?.dataset.ready === "true";
}"""


@pytest.mark.parametrize(
    ("address", "chart", "said"),
    [
        ("/target?target=aidp-2025-core&known-on=2024-12-31", "target-aidp-2025-core", "more than 400"),
        ("/?known-on=2024-12-31", "readings-core_ai_industry_size", "more than RMB 400 bn"),
    ],
)
def test_three_sizes_are_saved_whole_without_the_server(visit, address, chart, said):
    page = visit(address)
    button_row(page, chart).hover()  # the sizes are fetched before the click
    page.wait_for_function(READY, arg=chart)
    page.context.set_offline(True)
    for size, (width, height) in SIZES.items():
        svg = saved(page, chart, size, "svg").decode()
        found = [round(float(n)) for n in re.findall(r' (?:width|height)="([\d.]+)"', svg)[:2]]
        # The readings, and the documents under a picture for a paper, may need more height than the size has.
        grows = chart.startswith("readings") or size == "column"
        assert found == [width, max(height, found[1]) if grows else height]
        flat = re.sub(r"<[^>]+>|\s", "", svg)  # a text may go on in the next line
        for words in (said, "Known on 31 Dec 2024", "known-on=2024-12-31", "@font-face"):
            assert words.replace(" ", "") in flat
        if chart.startswith("target"):  # titles of documents stand in the picture for a paper alone
            assert ("Chinaboasts4,400AIfirms" in flat) == (size == "column")
        png = saved(page, chart, size, "png")
        assert found == [int.from_bytes(png[at : at + 4]) for at in (16, 20)]
    page.context.set_offline(False)


@pytest.mark.parametrize(
    ("address", "chart"),
    [
        ("/indicators?known-on=2024-12-31", "indicator-core_ai_industry_size"),
        ("/indicators?known-on=2024-12-31&layout=multiples", "panels-core_ai_industry_size"),
        ("/timeline?known-on=2024-12-31", "timeline"),
    ],
)
def test_one_click_saves_a_size_even_before_it_is_there(visit, address, chart):
    svg = saved(visit(address), chart, "square", "svg").decode()
    flat = re.sub(r"<[^>]+>|\s", "", svg)
    assert "Knownon31Dec2024" in flat
    assert "known-on=2024-12-31" in flat
    assert ' width="1200"' in svg
