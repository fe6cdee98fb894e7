"""A contact sheet: the first screen of every page, in three sizes, light and dark, in English and Chinese.

One picture a page, for looking at a change as a whole: ``python docs/contact_sheet.py FOLDER [PAGE ...]``.
"""

import sys
from base64 import b64encode
from itertools import product
from pathlib import Path

import click
from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # started as a file, so that the repository's own packages are found

from tests.browser.chromium import Mode, chromium, settle, window  # noqa: E402 - needs the path above
from tests.browser.server import serve  # noqa: E402

PAGES = {
    "glance": "?",
    "timeline": "timeline?",
    "targets": "targets?",
    "target": "target?target=aidp-2025-core",
    "goal": "target?target=aidp-2025-breakthrough",
    "indicators": "indicators?",
    "changes": "timeline?part=changes&since=2024-01-01",
    "coverage": "targets?part=coverage",
    "sources": "sources?",
    "method": "method?part=method",
    "rules": "method?part=rules",
    "check": "check?",
    "present": "present?",
}
SIZES = ((1366, 768), (1920, 1080), (390, 844))  # px
MODES: tuple[Mode, ...] = ("light", "dark")
LANGUAGES = ("en", "zh")
SHOWN = 480  # px of a screen's height on the sheet


def taken(browser: Browser, host: str, address: str) -> list[str]:
    """The screens of one page as images of an HTML page, by size, mode and language."""
    images = []
    for (width, height), mode, language in product(SIZES, MODES, LANGUAGES):
        with window(browser, width=width, height=height, mode=mode) as context:
            page = context.new_page()
            page.goto(f"{host}/{address}&lang={language}")
            data = b64encode(settle(page).screenshot(type="jpeg", quality=80)).decode()
            images.append(
                f'<img src="data:image/jpeg;base64,{data}" alt="{width} {mode} {language}" height="{SHOWN}">'
            )
    return images


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.argument("pages", nargs=-1, type=click.Choice(list(PAGES)))
def main(folder: Path, pages: tuple[str, ...]) -> None:
    """Write one picture for each of PAGES, or for all, into FOLDER."""
    folder.mkdir(parents=True, exist_ok=True)
    with serve() as server, chromium() as browser, window(browser, width=2760) as sheets:
        sheet = sheets.new_page()
        for name in pages or PAGES:
            sheet.set_content("".join(taken(browser, server.url, PAGES[name])))
            sheet.screenshot(path=folder / f"{name}.png", full_page=True)
            click.echo(folder / f"{name}.png")


if __name__ == "__main__":
    main()
