"""What a page of the offline file says is what the dashboard's page says, less its controls."""

import re
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from metrics.exports.extract import extract
from metrics.exports.offline.pages import pages
from metrics.exports.offline.shown import PageContext
from metrics.figures.page_parts import PagePart
from metrics.progress import as_known_on, assess
from metrics.words import languages, words_for
from tests.later import HELD
from tests.offline import DAY

PAGES = Path(__file__).resolve().parents[2] / "metrics" / "app" / "pages"

#: Pages of the file, with what the address of the dashboard asks for that lists as much, and the file of its page.
SAME = {
    "targets": {"plan": "all"},
    "coverage": {"plan": "all"},
    "changes": {"plan": "all"},
    "claims": {"show": "claims"},
    "rules": {"plan": "all"},
    "method": {},
    "target=moe-2020-centres": {"target": "moe-2020-centres", "plan": "all"},
    "target=aidp-2020-parity": {"target": "aidp-2020-parity", "plan": "all"},
    "target=moe-2020-textbooks": {"target": "moe-2020-textbooks", "plan": "all"},
    "indicator=core_ai_industry_size": {"indicator": "core_ai_industry_size", "plan": "all"},
    "timeline": {"plan": "all", "fold": "none"},
}
FILES = {"claims": "sources", "indicator": "indicators"}

#: Controls and what stands below every page.
CONTROLS = re.compile(
    r'<nav class="mp-views".*?</nav>|<p class="mp-(?:picks|chosen|flip|note mp-compare-line)[^>]*>.*?</p>|<div class="mp mp-to-list">.*?</div>|<footer.*?</footer>',
    re.DOTALL,
)


#: What the page shows with a chart: its head, how it scrolls, its foot with its table.
OF_A_CHART = re.compile(r'(?<![^\0])[^\0]*\0<p class="mp-sideways"[^\0]*\0[^\0]*mp-chart-foot[^\0]*')


def said(html):
    """The words of HTML in their order."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", CONTROLS.sub("", html)))).strip()


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", SAME)
def test_page_of_the_file_says_what_the_page_of_the_dashboard_says(name, language):
    words = words_for(language)
    known = as_known_on(HELD, DAY)
    shown = PageContext(extract(known, assess(known, DAY), words).in_own_units)
    offline = next(one for one in pages(shown) if one.id == name)
    kind = name.partition("=")[0]
    file = FILES.get(kind, kind)
    app = AppTest.from_file(str(PAGES / f"{file}.py"), default_timeout=40)
    for key, value in {"known-on": DAY.isoformat(), "lang": language, "print": "yes", **SAME[name]}.items():
        app.query_params[key] = value
    app.run()
    assert [] == list(app.exception)
    html = OF_A_CHART.sub("", "\0".join(one.proto.body for one in app.get("html"))).replace("\0", " ")
    for key in (
        "history.leads",
        "timeline.opens",
    ):  # in the file no day leads to itself, and no entry has a card
        html = html.replace(words.say(key), "")
    texts = [
        part.make() if isinstance(part, PagePart) else part.beside and part.beside()
        for part in offline.parts()
    ]
    assert said(html) == " ".join(said(text) for text in texts if text)
