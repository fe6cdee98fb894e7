"""The pictures of docs/examples.md: the first page of each example, light, 1366 px wide.

They show what was known on the day on which the files were last brought up to date, so that taking them again on
another day gives the same pictures. ``python docs/gallery.py`` writes docs/examples/<name>.png.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # started as a file, so that the repository's own packages are found

from docs.examples import EXAMPLES  # noqa: E402 - needs the path above
from metrics.records import load  # noqa: E402
from tests.browser.chromium import chromium, settle, window  # noqa: E402
from tests.browser.server import serve  # noqa: E402

PICTURES = ROOT / "docs" / "examples"
HEIGHTS = {"digital-economy": 740, "ai-plus": 620, "quillhaven": 660, "kinds": 620}  # px


def main() -> None:
    """Take the pictures."""
    PICTURES.mkdir(exist_ok=True)
    with serve() as server, chromium() as browser:
        for name, height in HEIGHTS.items():
            with window(browser, height=height) as context:
                page = context.new_page()
                page.goto(f"{server.url}/?data={name}&known-on={load(EXAMPLES / name).as_of}")
                settle(page).screenshot(path=PICTURES / f"{name}.png")


if __name__ == "__main__":
    main()
