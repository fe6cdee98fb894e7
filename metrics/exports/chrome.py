"""Chrome as the painter of pictures: found on this machine, and asked for SVG and PNG through kaleido.

In: what ``picture.js`` needs for each picture. Out: the bytes of each file. It is the same script as in the browser, on
the plotly.js that comes with plotly; nothing is fetched from anywhere.
"""

import asyncio
import base64
import json
import os
import shutil
from collections.abc import Callable, Sequence
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

NAMES = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
    *("microsoft-edge", "msedge"),
)
VARIABLES = ("BROWSER_PATH", "CHROMIUM")  # the first is kaleido's own

#: The letters of the house: the file that the dashboard's own pages use.
FONT = "static/static/media/SourceSansVF-Upright*.woff2"
_LETTERS = """(async () => {{
  const style = document.createElement("style");
  style.textContent = `@font-face{{font-family:"Source Sans 3";font-weight:200 900;src:url({url})}}`;
  document.head.append(style);
  await Promise.all([400, 600].map((weight) => document.fonts.load(`${{weight}} 13px "Source Sans 3"`)));
  await milepostLetters();
  return "";
}})()"""

#: A blob as text that fits into an answer.
_ASK = """milepostPicture(window.Plotly, {spec}, "{kind}").then((blob) => new Promise((done) => {{
  const reader = new FileReader();
  reader.onload = () => done(reader.result.split(",")[1]);
  reader.readAsDataURL(blob);
}}))"""


class NoChromeError(Exception):
    """There is no Chrome on this machine, or it does not start."""


def executable() -> str:
    """Where Chrome is: named by an environment variable, or the first of the usual names on the path.

    Raises:
        NoChromeError: there is none.
    """
    named = next(filter(None, map(os.environ.get, VARIABLES)), None)
    found = shutil.which(named) if named else next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        raise NoChromeError
    return found


def painted(asked: Sequence[dict[str, Any]], kind: str, step: Callable[[], None]) -> list[bytes]:
    """The files of these pictures, in their order; ``step`` is called after each.

    Raises:
        NoChromeError: there is no Chrome, or it does not start.
    """
    path = executable()
    from choreographer.errors import BrowserClosedError, BrowserFailedError, ChromeNotFoundError

    try:
        return asyncio.run(_painted(path, asked, kind, step))
    except (BrowserClosedError, BrowserFailedError, ChromeNotFoundError) as error:
        raise NoChromeError from error


async def _painted(
    path: str, asked: Sequence[dict[str, Any]], kind: str, step: Callable[[], None]
) -> list[bytes]:
    from kaleido import Kaleido, PageGenerator

    scripts = {
        "plotly": Path(str(files("plotly").joinpath("package_data/plotly.min.js"))).as_uri(),
        "picture": Path(str(files("metrics.figures").joinpath("picture.js"))).as_uri(),
    }
    page = PageGenerator(
        plotly=(scripts["plotly"], "utf-8"), mathjax=False, others=[(scripts["picture"], "utf-8")]
    )
    made = []
    async with Kaleido(path=path, page_generator=page) as painter:
        painter_tab = await painter.tabs_ready.get()
        letters = _letters()
        if letters:
            await _answer(painter_tab.tab, _LETTERS.format(url=letters))
        for one in asked:
            answer = await _answer(painter_tab.tab, _ASK.format(spec=json.dumps(one), kind=kind))
            made.append(base64.b64decode(answer))
            step()
        await painter.tabs_ready.put(painter_tab)
    return made


async def _answer(tab: Any, expression: str) -> str:
    """What the page says to an expression, once its promise is kept."""
    asked = {"expression": expression, "awaitPromise": True, "returnByValue": True}
    found = (await tab.send_command("Runtime.evaluate", params=asked))["result"]
    if "exceptionDetails" in found:
        raise RuntimeError(found["exceptionDetails"]["exception"].get("description", ""))
    return str(found["result"]["value"])


def _letters() -> str | None:
    """The font as a data address; None where it is not installed: the next family is used."""
    home = find_spec("streamlit")  # found, not imported
    for folder in (home.submodule_search_locations or ()) if home else ():
        for path in sorted(Path(folder).glob(FONT)):
            return f"data:font/woff2;base64,{base64.b64encode(path.read_bytes()).decode()}"
    return None
