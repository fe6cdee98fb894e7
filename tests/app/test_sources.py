"""The page of sources and claims: what it shows, filters and finds, and where its links lead."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from metrics.app.address import Address, view_of
from metrics.figures.blocks import citing
from metrics.records import load
from metrics.words import words_for
from tests.app.test_pages import run, text
from tests.later import HELD

TODAY = {"known_on": "2026-11-28"}


def claims(html):
    return re.findall(r'id="claim-(\w+)"', html)


def test_all_claims_are_listed_page_by_page():
    pages = [claims(text(run("sources", show="claims", page=page, **TODAY))) for page in ("1", "2", "3")]
    assert list(HELD.claims) == [one for page in pages for one in page]
    assert all(pages)


def test_claims_are_filtered_by_assessment_article_and_kind():
    html = text(run("sources", show="claims", assessment="doubtful", source="article-nikkei-2019", **TODAY))
    assert [
        one.id
        for one in HELD.claims.values()
        if (one.source, one.assessment) == ("article-nikkei-2019", "doubtful")
    ] == claims(html)
    html = text(run("sources", show="claims", kind="projection", **TODAY))
    assert [one.id for one in HELD.claims.values() if one.kind == "projection"] == claims(html)


def test_a_search_filters_claims_and_names_what_is_found_elsewhere():
    html = text(run("sources", show="claims", q="textbooks", **TODAY))
    assert {"S25", "S32"} <= set(claims(html))
    assert "target=moe-2020-textbooks" in html


def test_a_search_in_chinese_leads_to_the_target():
    html = text(run("sources", q="核心产业超4000亿元", **TODAY))
    assert "target=aidp-2025-core" in html
    assert "No source fits this choice." in html


def test_one_claim_has_an_address_of_its_own():
    assert ["S07"] == claims(text(run("sources", show="claims", claim="S07", **TODAY)))


def test_an_assessment_in_the_address_filters_nothing_before_the_assessments():
    html = text(run("sources", show="claims", assessment="doubtful", known_on="2021-12-31"))
    assert list(HELD.claims)[: len(claims(html))] == claims(html)
    assert "doubtful" not in html


def test_a_page_beyond_the_last_shows_the_last():
    assert claims(text(run("sources", show="claims", page="9", **TODAY)))


@pytest.mark.parametrize("group", ["observations", "events", "targets", "goals", "plans", "claims"])
def test_every_source_names_what_was_taken_from_it_and_leads_there(group):
    words, held = words_for("en"), load()
    view = view_of(Address({}, words), held, held.as_of)
    cites = citing(held, words, view.href)
    expected = {
        "observations": lambda one: ("indicators", {"indicator": [one.indicator], "series": [one.series]}),
        "events": lambda one: ("timeline", {"item": [one.id]}),
        "targets": lambda one: ("target", {"target": [one.id]}),
        "goals": lambda one: ("target", {"target": [one.id]}),
        "plans": lambda one: ("targets", {"plan": [one.id]}),
        "claims": lambda one: ("sources", {"show": ["claims"], "source": [one.source]}),
    }[group]

    def led(source):
        found = [urlsplit(href) for _, href in cites.get(source, ()) if href]
        return [(one.path, parse_qs(one.query)) for one in found]

    ways = {source: led(source) for source in held.sources}
    assert [] == [one.id for one in getattr(held, group).values() if expected(one) not in ways[one.source]]


def test_the_source_of_a_rate_is_no_background():
    html = text(run("sources", source=HELD.rates[0].source, **TODAY))
    assert "Exchange rates, yuan per US dollar" in html
    assert "nothing here rests on it" not in html


def test_a_source_says_what_its_independence_means():
    html = unescape(text(run("sources", source="article-nikkei-2019", **TODAY)))
    assert "independent: a reporter outside the state that is judged" in html
    assert "show=claims&source=article-nikkei-2019" in html


def test_what_is_typed_stands_in_the_address():
    app = run("sources", show="claims", **TODAY)
    app.text_input(key="mp-search").set_value("textbooks").run()
    assert "textbooks" == app.query_params["q"]
    assert {"S25", "S32"} <= set(claims(text(app)))


def test_switching_to_claims_leaves_a_source_without_claims_behind():
    app = run("sources", source="iresearch-2025", **TODAY)
    app.button_group(key="mp-show").set_value("claims").run()
    assert "claims" == app.query_params["show"]
    assert "source" not in app.query_params
    assert "does not exist" not in text(app)
