"""How long a browser needs to draw each shipped chart, as a multiple of a chart of one trace, and of how much it is made.

Run by ``python -m tests.bench.drawing [ROUNDS]``. Out: a table as Markdown: traces, annotations, shapes, kB of JSON, and
the median of ``Plotly.newPlot`` over interleaved rounds.
"""

import json
import sys
from datetime import date
from importlib.resources import files
from statistics import median

from metrics.exports.extract import extract
from metrics.exports.gallery import gallery
from metrics.figures.frame import WIDTH
from metrics.progress import as_known_on, assess
from metrics.records import load
from metrics.words import words_for
from tests.browser.chromium import chromium, window

DAY = date(2026, 11, 28)
SIMPLE = {"data": [{"x": [1, 2, 3], "y": [2, 1, 3]}], "layout": {"height": 450, "width": WIDTH}}
DRAW = """
async (figure) => {
  const box = document.getElementById("plot");
  Plotly.purge(box);
  const start = performance.now();
  await Plotly.newPlot(box, JSON.parse(figure).data, JSON.parse(figure).layout);
  return performance.now() - start;
}
"""


def figures() -> dict[str, str]:
    """Every chart of the gallery as the JSON of its figure."""
    known = as_known_on(load(), DAY)
    taken = extract(known, assess(known, DAY), words_for("en"))
    drawn = {name: one.draw(WIDTH, 0).figure for name, one in gallery(taken, "light").items() if one.draw}
    return {name: figure.to_json() for name, figure in drawn.items()}


def main(rounds: int = 5) -> None:
    """Print the table, the slowest first."""
    found = {"one trace": json.dumps(SIMPLE)} | figures()
    times: dict[str, list[float]] = {name: [] for name in found}
    with chromium() as browser:
        page = window(browser, 1366, 768).new_page()
        page.set_content('<div id="plot"></div>')
        page.add_script_tag(content=files("plotly").joinpath("package_data/plotly.min.js").read_text("utf-8"))
        for _ in range(rounds + 1):  # the first warms up
            for name, text in found.items():
                times[name].append(page.evaluate(DRAW, text))
    took = {name: median(some[1:]) for name, some in times.items()}
    print("| chart | traces | annotations | shapes | kB | ms | x |\n|--|--:|--:|--:|--:|--:|--:|")
    for name in sorted(took, key=lambda one: -took[one]):
        figure = json.loads(found[name])
        layout = figure["layout"]
        counts = len(figure["data"]), len(layout.get("annotations", ())), len(layout.get("shapes", ()))
        ratio = took[name] / took["one trace"]
        print(
            "|",
            *(f"{one} |" for one in (name, *counts)),
            f"{len(found[name]) / 1000:.0f} | {took[name]:.0f} | {ratio:.1f} |",
        )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
