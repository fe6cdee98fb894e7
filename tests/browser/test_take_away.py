"""Taking away in a real browser: one download of each kind, whole, and the same as on the command line."""

import json
import subprocess
import sys
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest

from tests.browser.chromium import axe, settle
from tests.browser.server import ROOT

VIEW = "/target?target=aidp-2025-core&known-on=2024-12-31"
OPTIONS = ("--known-on", "2024-12-31")


def opened(page, button):
    page.locator(f'.st-key-mp-controls button:has-text("{button}")').click()
    return settle(page)


def downloaded(page, label):
    with page.expect_download() as waiting:
        page.get_by_role("button", name=label, exact=True).click()
    return waiting.value.suggested_filename, waiting.value.path().read_bytes()


def exported(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "metrics", "export", *arguments, *OPTIONS, "-o", "-"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        timeout=60,
    ).stdout


TARGET = ("--target", "aidp-2025-core")


@pytest.mark.parametrize(
    ("label", "name", "arguments"),
    [
        ("Readings (CSV)", "milepost-aidp-2025-core-readings-known-on-2024-12-31.csv", ("csv", *TARGET)),
        (
            "Observations (CSV)",
            "milepost-aidp-2025-core-observations-known-on-2024-12-31.csv",
            ("csv", "--table", "observations", *TARGET),
        ),
        ("Workbook (Excel)", "milepost-aidp-2025-core-workbook-known-on-2024-12-31.xlsx", ("xlsx", *TARGET)),
        ("Data package (zip)", "milepost-data-known-on-2024-12-31.zip", ("package",)),
    ],
)
def test_download_is_the_file_of_the_command_line(visit, label, name, arguments):
    found, data = downloaded(opened(visit(VIEW), "Download"), label)
    assert name == found
    assert exported(*arguments) == data


def test_workbook_and_package_can_be_opened(visit):
    page = opened(visit("/targets?plan=moe-ai-2018&known-on=2024-12-31"), "Download")
    book = openpyxl.load_workbook(BytesIO(downloaded(page, "Workbook (Excel)")[1]))
    assert {"moe-ai-2018"} == {row[1].value for row in book["Targets"].iter_rows(min_row=2)}
    with ZipFile(BytesIO(downloaded(page, "Data package (zip)")[1])) as archive:
        assert "2024-12-31" == json.loads(archive.read("datapackage.json"))["knownOn"]


def test_citation_names_the_address_in_the_browser_and_can_be_saved(visit):
    page = opened(visit(VIEW), "Cite")
    text = page.locator(".mp-cite").first.inner_text()
    host = page.url.split("/target")[0]
    assert f"{host}/target?target=aidp-2025-core&known-on=2024-12-31" in text
    assert "CAICT, through Global Times" in text
    assert "Core AI industry larger than 400 billion yuan by 2025." in text
    name, data = downloaded(page, "Save as .txt")
    assert "milepost-citation-aidp-2025-core-known-on-2024-12-31.txt" == name
    assert f"{text}\n" == data.decode()
    for tab, ending in (("BibTeX", "bib"), ("CSL-JSON", "json")):
        page.get_by_role("tab", name=tab).click()
        shown = settle(page).locator(".mp-cite:visible").inner_text()
        assert f"{shown}\n" == downloaded(page, f"Save as .{ending}")[1].decode()
        assert f"{host}/target?" in shown


def test_address_of_a_citation_opens_the_view_again(visit):
    page = opened(visit("/?known-on=2020-12-31&plan=moe-ai-2018"), "Cite")
    address = page.locator(".mp-cite").first.inner_text().split()[-1]
    headline = page.locator("h1").inner_text()
    page.goto(address)
    assert headline == settle(page).locator("h1").inner_text()


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1366, 768), (390, 844)])
@pytest.mark.parametrize("button", ["Download", "Cite"])
def test_popover_is_sound_and_fits(visit, button, width, height, mode):
    page = opened(visit(VIEW, width=width, height=height, mode=mode), button)
    assert [] == axe(page)
    box = page.locator('[data-testid="stPopoverBody"]').bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] + box["height"] <= height
    assert 0 == page.evaluate("document.documentElement.scrollWidth - innerWidth")
    for place in page.locator('[data-testid="stPopoverBody"] button:visible').all():
        assert place.bounding_box()["height"] >= 24


def test_keyboard_takes_a_file_away(visit):
    page = visit(VIEW)
    page.locator('.st-key-mp-controls button:has-text("Download")').focus()
    page.keyboard.press("Enter")
    settle(page)
    button = page.get_by_role("button", name="Readings (CSV)", exact=True)
    for _ in range(6):
        if button.evaluate("e => e === document.activeElement"):
            break
        page.keyboard.press("Tab")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    assert waiting.value.suggested_filename.endswith(".csv")
