"""What a page of the offline file says is what the dashboard's page says, less its controls."""

import re
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from metrics.exports.extract import extract
from metrics.exports.offline.pages import pages
from metrics.exports.offline.shown import PageContext
from metrics.figures.page_parts import ChartPart, PagePart
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
    "indicator=gen_ai_users": {"indicator": "gen_ai_users", "plan": "all"},
    "timeline": {"plan": "all", "fold": "none"},
}
FILES = {"claims": "sources", "indicator": "indicators"}

#: Controls and what stands below every page.
CONTROLS = re.compile(
    r'<nav class="mp-views".*?</nav>|<p class="mp-picks">.*?</p>|<footer.*?</footer>', re.DOTALL
)


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
    file = FILES.get(name, name.partition("=")[0])
    app = AppTest.from_file(str(PAGES / f"{file}.py"), default_timeout=40)
    for key, value in {"known-on": DAY.isoformat(), "lang": language, "print": "yes", **SAME[name]}.items():
        app.query_params[key] = value
    app.run()
    assert [] == list(app.exception)
    html = "".join(one.proto.body for one in app.get("html"))
    html = html.replace(words.say("history.leads"), "")  # in the file no day leads to itself
    parts = list(offline.parts())
    texts = [said(part.make()) for part in parts if isinstance(part, PagePart)]
    texts += [said(part.beside()) for part in parts if isinstance(part, ChartPart) and part.beside]
    if len(texts) == len(parts):
        assert " ".join(filter(None, texts)) == said(html)
    else:  # between them stands what belongs to the chart
        assert [] == [text for text in texts if text not in said(html)]
        assert len(said(html)) < 1.5 * sum(map(len, texts))
