"""Pictures in a real browser: three sizes beside a chart, whole, and saved without the server."""

import re

import pytest

SIZES = {"slide": (1600, 900), "square": (1200, 1200), "column": (1890, 1620)}


def saved(page, chart, size, kind):
    picture = page.locator(f'[class*="st-key-picture-{chart}"]')
    picture.locator("select").select_option(size)
    with page.expect_download() as waiting:
        picture.locator(f'button[name="{kind}"]').click()
    assert f"-{size}-known-on-2024-12-31.{kind}" in waiting.value.suggested_filename
    return waiting.value.path().read_bytes()


@pytest.mark.parametrize(
    ("address", "chart", "said"),
    [
        ("/target?target=aidp-2025-core&known-on=2024-12-31", "target-aidp-2025-core", "more than 400"),
        ("/?known-on=2024-12-31", "readings-core_ai_industry_size", "more than RMB 400 bn"),
    ],
)
def test_three_sizes_are_saved_whole_without_the_server(visit, address, chart, said):
    page = visit(address)
    page.wait_for_timeout(500)
    page.context.set_offline(True)
    for size, (width, height) in SIZES.items():
        svg = saved(page, chart, size, "svg").decode()
        found = [round(float(n)) for n in re.findall(r' (?:width|height)="([\d.]+)"', svg)[:2]]
        # The readings may need more height than the size has; the chart of a target never does.
        assert found == [width, max(height, found[1]) if chart.startswith("readings") else height]
        flat = re.sub(r"<[^>]+>|\s", "", svg)  # a text may go on in the next line
        for words in (said, "Known on 31 Dec 2024", "known-on=2024-12-31", "@font-face"):
            assert words.replace(" ", "") in flat
        png = saved(page, chart, size, "png")
        assert found == [int.from_bytes(png[at : at + 4]) for at in (16, 20)]
    page.context.set_offline(False)
