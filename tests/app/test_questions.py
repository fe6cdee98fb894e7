"""What a student asks, answered from the first page in at most two clicks: each test follows the links that are there."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[2]
DAY = "2026-11-29"


def html(app):
    return "\n".join(element.proto.body for element in app.get("html"))


def text(app):
    """What stands on the page, as one line."""
    shown = re.sub(r"<style>.*?</style>|<[^>]+>", " ", html(app), flags=re.DOTALL)
    return " ".join(unescape(shown).split())


def opened(page="glance", **given):
    app = AppTest.from_file(str(ROOT / "metrics/app/server/router.py"), default_timeout=40)
    for name, value in {"known-on": DAY, **given}.items():
        app.query_params[name] = value
    app.run()
    if page != "glance":
        app.switch_page(f"../pages/{page}.py").run()
    assert [] == list(app.exception)
    return app


def click(app, pattern):
    """The page to which the first link leads whose tag or text the pattern finds."""
    links = re.findall(r'<a [^>]*href="([^"]+)"[^>]*>.*?</a>', html(app), flags=re.DOTALL)
    whole = re.findall(r"<a [^>]*href=\"[^\"]+\"[^>]*>.*?</a>", html(app), flags=re.DOTALL)
    found = [href for href, link in zip(links, whole, strict=True) if re.search(pattern, unescape(link))]
    assert found, pattern
    parts = urlsplit(unescape(found[0]))
    given = {name: values[0] for name, values in parse_qs(parts.query).items()}
    return opened(parts.path.strip("/") or "glance", **given)


@pytest.fixture(scope="module")
def first():
    return opened()


def test_which_institution_says_that_150_billion_was_met_and_since_when(first):
    said = text(first)
    of_2020 = said[said.index("more than RMB 150 bn") : said.index("more than RMB 400 bn")]
    assert "Since 14 Nov 2021, by 160.7 from Shi Yong, counsellor" in of_2020
    assert re.search(r"CAICT, 2020 map Met 303\.1 2020", of_2020)
    assert re.search(r"Shi Yong, counsellor Met 160\.7 2020", of_2020)


def test_were_there_50_research_centres_in_2020(first):
    assert "2020: ≥ 50 Inconclusive since 30 Apr 2019" in text(first)
    page = text(click(first, r"target=moe-2020-centres"))
    assert "At least 50 institutions by the end of 2020" in page
    assert "Since 30 Apr 2019" in page
    for figure in ("> 50", "94", "31", "24", "35"):
        assert figure in page


def test_patents_of_china_and_america_granted_and_filed_in_the_latest_year(first):
    assert "China ≈ 97,990 · United States 15,920 AI Index 2026, 2024" in text(first)
    page = text(click(first, r">Patents<"))
    assert re.search(
        r"AI patents granted per year China 6\.2 × United States about 97,990 patents 15,920 patents 2024",
        page,
    )
    assert re.search(
        r"AI patent filings per year China \S+ × United States [\d,]+ applications [\d,]+ applications 2022",
        page,
    )


def test_investment_in_2017_and_why_the_sources_disagree(first):
    page = text(click(first, r">Investment<"))
    assert "AI private investment, China, 2017: four series, from 4.9 to US$ 27.71 bn" in page
    assert "Why they differ: the lowest and the highest count different things." in page
    assert "Tsinghua, all financing: All investment and financing events, very broad." in page


def test_what_2030_needs_a_year_from_here(first):
    assert (
        "Needed from here, RMB bn a year: NDRC about 70.5, CCID at most 50, iResearch 122. "
        "Two of five readings pass the target already." in text(first)
    )
    page = text(click(first, r"target=aidp-2030-core"))
    assert "From RMB 269.7 bn in 2024 to more than RMB 1,000 bn by the end of 2030: RMB 122 bn a year" in page


def test_the_first_page_is_still_two_blocks_of_html_beside_its_chart(first):
    """More rows are no more messages: families, strip and sizes are one block."""
    blocks = [
        body
        for body in (one.proto.body for one in first.get("html"))
        if "mp-families" in body and "<table" in body
    ]
    assert 1 == len(blocks)
    assert all(part in blocks[0] for part in ("mp-families", "mp-strip", "mp-bullets"))
