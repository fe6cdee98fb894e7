"""The picture of the README: the first page, light, 1366 x 768 at double resolution.

It shows what was known on the day on which the files were last brought up to date, so that taking it again
on another day gives the same picture.

``make screenshot`` starts the dashboard, opens it in headless Chromium, and writes docs/glance.png.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # started as a file, so that the repository's own packages are found

from metrics.records import load  # noqa: E402 - needs the path above
from tests.browser.chromium import chromium, settle, window  # noqa: E402
from tests.browser.server import serve  # noqa: E402

PICTURE = ROOT / "docs" / "glance.png"


def main() -> None:
    """Take the picture."""
    with serve() as server, chromium() as browser, window(browser, scale=2) as context:
        page = context.new_page()
        page.goto(f"{server.url}/?known-on={load().as_of}")
        settle(page).screenshot(path=PICTURE)
    print(f"{PICTURE.relative_to(ROOT)} written")


if __name__ == "__main__":
    main()
