"""Every page file by itself, run as Streamlit runs it, with good addresses and hostile ones."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

PAGES = Path(__file__).resolve().parents[2] / "metrics" / "app" / "pages"
NAMES = sorted(page.stem for page in PAGES.glob("[a-z]*.py"))
HOSTILE = {
    "known-on": "2019-99-99",
    "path": "<script>alert(1)</script>",
    "plan": "../../etc/passwd",
    "lang": "xx",
    "target": "'; drop table",
    "status": "\x00",
    "year": "NaN",
    "indicator": "=1+1",
    "family": "[x](javascript:alert(1))",
    "series": ",,,a,,",
    "places": "💥",
    "scale": "log; level",
    "show": "plan,nothing",
    "item": "ev-none",
    "q": "](http://example.org)" * 50,
    "source": "none",
    "independence": "x",
    "access": "y",
    "page": "-1",
    "currency": "usd'--",
    "layout": "multiples,one",
    "vintages": "True",
    "prices": "<b>",
    "place": "CHN,USA",
    "since": "2020-13-01",
    "part": "cov;erage",
    "tracked": "maybe",
    "reason": "<b>none</b>",
    "sort": "-1",
    "differ": "no",
    "claim": "<b>S01</b>",
    "assessment": "doubtful,",
    "kind": "\u202efigure",
    "from": "201",
    "to": "=2030",
    "fold": "plans,<b>",
    "lane": "none",
    "print": "1",
    "only": "<b>",
    "slides": "title,<b>,../x",
    "slide": "</script>",
    "contested": "perhaps",
    "shape": "1:1",
    "compare": "aidp-2017,<b>,",
}


def run(name, **parameters):
    app = AppTest.from_file(str(PAGES / f"{name}.py"), default_timeout=20)
    for parameter, value in parameters.items():
        app.query_params[parameter.replace("_", "-")] = value
    return app.run()


def text(app):
    return "\n".join(element.proto.body for element in app.get("html"))


def test_every_page_of_the_router_is_here():
    rest = ["method", "present", "rules", "sources", "target", "targets", "timeline"]
    assert ["bring", "changes", "check", "coverage", "glance", "indicators", *rest] == NAMES


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("day", ["2016-06-01", "2017-07-20", "2018-12-31", "2020-12-31", "2026-11-28"])
def test_page_is_drawn_on_every_day(name, day):
    app = run(name, known_on=day)
    assert [] == list(app.exception)
    assert "<h1" in text(app)


@pytest.mark.parametrize("name", NAMES)
def test_hostile_address_gets_notes_and_the_page(name):
    app = AppTest.from_file(str(PAGES / f"{name}.py"), default_timeout=20)
    for parameter, value in HOSTILE.items():
        app.query_params[parameter] = value
    app.run()
    assert [] == list(app.exception)
    html = text(app)
    assert "<h1" in html
    assert 'role="status"' in html
    assert "<script>alert" not in html


@pytest.mark.parametrize("plan", ["aidp-2017", "miit-ai-2018-2020", "ai-manufacturing-2027", "fyp15-2026"])
def test_first_page_of_any_plan_is_drawn(plan):
    app = run("glance", plan=plan, known_on="2026-11-28")
    assert [] == list(app.exception)
    assert "<h1" in text(app)


def test_targets_are_filtered_by_status_and_year():
    html = text(run("targets", known_on="2026-11-28", status="pos", year="2025"))
    assert "aidp-2025-core" in html
    assert "aidp-2020-core" not in html
    assert "moe-2020-textbooks" not in html


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("data", [None, "quillhaven"])
def test_count_of_a_family_on_the_first_page_leads_to_just_so_many_targets(data, language):
    asked = {"known_on": "2026-11-28", "lang": language, **({"data": data} if data else {})}
    first = re.findall(r'class="mp-more" href="targets\?([^"]*)">([^<]*)<', text(run("glance", **asked)))
    counted = [(dict(parse_qsl(unescape(query))), re.search(r"\d+", said)) for query, said in first]
    assert [query for query, _ in counted if "family" in query]
    for query, said in counted:
        app = run("targets", **asked, show="targets", family=query["family"])
        assert said
        assert int(said.group()) == text(app).count("data-row=")
        assert query["family"] in [one.value for one in app.selectbox]


def test_every_target_and_goal_has_its_page():
    from metrics.records import load

    for one in [*load().targets, *load().goals]:
        app = run("target", target=one, known_on="2026-11-28")
        assert [] == list(app.exception), one
        assert "<h1" in text(app), one


def test_every_indicator_has_its_page_in_every_scale():
    from metrics.records import load

    for one in load().indicators:
        for scale in ("level", "index", "ratio", "growth", "log"):
            app = run("indicators", indicator=one, scale=scale, known_on="2026-11-28")
            assert [] == list(app.exception), (one, scale)


def test_source_search_finds_what_it_names_and_says_how_many():
    html = text(run("sources", q="caict 2026", known_on="2026-11-28"))
    assert "documents known on 28 Nov 2026" in html
    assert 'id="source-caict-2026-08-03"' in html


def test_source_published_later_is_not_shown():
    assert 'id="source-caict-2026-08-03"' not in text(run("sources", known_on="2020-12-31", q="caict"))
