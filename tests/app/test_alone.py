"""One thing alone, in a frame of another page."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from metrics.app.embed import charts_alone, embed_lines
from metrics.exports.extract import extract
from metrics.exports.offline.shown import PageContext
from metrics.figures.blocks import frame_line
from metrics.progress import as_known_on, assess
from metrics.records import load
from metrics.words import words_for
from tests.plots import plots

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "metrics" / "app" / "pages"
SCRIPT = """
import streamlit as st
from metrics.app import alone, frame
from metrics.app.form import Form
frame.form = lambda: Form.FRAME
alone.draw_alone({page!r}, lambda: st.html("<h1>whole</h1>"))
"""


def framed(page, **parameters):
    app = AppTest.from_string(SCRIPT.format(page=page), default_timeout=30)
    for parameter, value in parameters.items():
        app.query_params[parameter.replace("_", "-")] = value
    return app.run()


def html_of(app):
    return "\n".join(element.proto.body for element in app.get("html"))


@pytest.fixture(autouse=True)
def _form_as_it_was(monkeypatch):
    from metrics.app import frame

    monkeypatch.setattr(frame, "form", frame.form)


def test_target_has_its_promise_verdict_chart_source_day_and_the_way_to_the_page():
    app = framed("target", target="aidp-2025-core", known_on="2026-11-28")
    html = html_of(app)
    assert [] == list(app.exception)
    assert 1 == len(plots(app))
    assert "Core AI industry larger than 400 billion yuan by 2025" in html
    assert "Met on 5 of 6" in html
    assert "Known on 28 Nov 2026" in html
    assert 'href="target?known-on=2026-11-28&amp;target=aidp-2025-core"' in html


def test_frame_has_no_controls_and_no_downloads():
    app = framed("target", target="aidp-2025-core", known_on="2026-11-28")
    assert [] == [*app.get("download_button"), *app.get("popover"), *app.selectbox, *app.multiselect]


def test_one_chart_is_shown_alone_under_its_own_title():
    app = framed("target", target="aidp-2025-core", only="target-aidp-2025-core", known_on="2026-11-28")
    html = html_of(app)
    assert 1 == len(plots(app))
    assert 1 == html.count("<h1")
    assert "mp-alone-head" not in html


@pytest.mark.parametrize("page", ["target", "timeline", "indicators", "glance"])
def test_unknown_chart_is_one_clear_sentence(page):
    html = html_of(framed(page, only="<b>x</b>", known_on="2026-11-28"))
    assert "There is no chart “&lt;b&gt;x&lt;/b&gt;” on this page." in html
    assert 1 == html.count("<p>")
    assert 1 == html.count("<h1")


@pytest.mark.parametrize(
    ("page", "given"),
    [
        ("timeline", {}),
        ("indicators", {}),
        ("indicators", {"layout": "multiples"}),
        ("indicators", {"year": "2024", "only": "spread-core_ai_industry_size"}),
        ("target", {"target": "aidp-2020-parity"}),
        ("target", {"target": "moe-2020-textbooks"}),
    ],
)
def test_every_page_with_a_chart_shows_it(page, given):
    app = framed(page, known_on="2026-11-28", **given)
    assert [] == list(app.exception)
    assert len(plots(app)) >= 1


@pytest.mark.parametrize("day", ["2026-11-28", "2010-01-01"])
@pytest.mark.parametrize("page", ["target", "timeline", "indicators", "glance"])
def test_a_frame_has_one_heading_above_all_others(page, day):
    assert 1 == html_of(framed(page, known_on=day)).count("<h1")


def test_first_page_shows_who_counts_what():
    assert "Core AI industry: who counts decides" in html_of(framed("glance", known_on="2026-11-28"))


@pytest.mark.parametrize(
    ("page", "given", "about"),
    [
        ("target", {"target": "aidp-2025-core"}, "aidp-2025-core"),
        ("target", {"target": "aidp-2020-parity"}, "aidp-2020-parity"),
        ("indicators", {}, "core_ai_industry_size"),
    ],
)
def test_every_chart_that_has_a_line_to_copy_is_there(page, given, about):
    day = date(2026, 11, 28)
    known = as_known_on(load(), day)
    charts = charts_alone(about, PageContext(extract(known, assess(known, day), words_for("en"))).page(()))
    assert charts
    for one in charts:
        app = framed(page, only=one, known_on="2026-11-28", **given)
        assert 1 == len(plots(app))


def test_lines_to_copy_name_the_view_and_each_chart():
    html = embed_lines(
        "http://localhost/target?target=x", "X", {"target-x": "The chart alone"}, words_for("en")
    )
    assert 2 == html.count("&lt;iframe")
    assert "embed=true&amp;amp;only=target-x&#34; title" in html


def test_page_without_a_chart_is_shown_whole():
    assert "<h1>whole</h1>" in html_of(framed("sources", known_on="2026-11-28"))


def test_line_to_copy_holds_any_title_and_address():
    line = frame_line('http://localhost/?a=1&b="', "<i>", 800, 640)
    expected = '<iframe src="http://localhost/?a=1&amp;b=&quot;" title="&lt;i&gt;" width="800" height="640"'
    assert line.startswith(expected)
