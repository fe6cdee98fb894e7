"""Whose plans are shown: the control in the header, what a link keeps, and where the name of the data stands."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from metrics.app import data, plan_choice
from metrics.figures.views import part_of
from metrics.words import words_for
from tests.records.conftest import Draft

ROOT = Path(__file__).resolve().parents[2]
WORDS = words_for("en")
DAY = "2026-11-28"
OWN = """
import streamlit as st
from metrics.app import own_plan
from metrics.records import load
from pathlib import Path
if own_plan.held() is None:
    own_plan.hold("mine", {}, load(Path(FOLDER)))
"""


@pytest.fixture
def town(tmp_path, monkeypatch):
    """One example, called "A", with a plan of 2017."""
    Draft(tmp_path / "examples" / "town")
    monkeypatch.setattr(data, "EXAMPLES", tmp_path / "examples")
    return tmp_path / "examples" / "town"


def run(page="glance", app=None, *, opened=True, **parameters):
    if app is None:
        app = AppTest.from_file(str(ROOT / "metrics/app/server/router.py"), default_timeout=40)
    app.session_state["mp-plan"] = opened
    for parameter, value in {"known_on": DAY, **part_of(page), **parameters}.items():
        app.query_params[parameter.replace("_", "-")] = value
    app.run()
    if page != "glance":
        app.switch_page(f"../pages/{page}.py").run()
    assert [] == list(app.exception)
    return app


def html(app):
    return "\n".join(element.proto.body for element in app.get("html"))


def links(app):
    """What the control in the header offers: text, page, parameters, and whether it is shown."""
    blocks = re.findall(r'<div class="mp-choice">.*?</div>', html(app), re.DOTALL)
    found = re.findall(r'<a href="([^"]*)"( aria-current="true")?>([^<]*)</a>', blocks[-1])
    told = {}
    for href, here, text in found:
        parts = urlsplit(unescape(href))
        told[unescape(text)] = (parts.path, {k: v[0] for k, v in parse_qs(parts.query).items()}, bool(here))
    return told


def test_control_offers_every_example_by_the_name_in_its_own_records(town):
    offered = links(run())
    assert ("./", {"known-on": DAY}, True) == offered["China’s AI plans, as shipped"]
    assert ("./", {"known-on": DAY, "data": "town"}, False) == offered["Example: A"]


def test_examples_are_not_read_before_the_control_is_opened(town):
    assert "Example: A" not in html(run(opened=False))


def test_broken_example_is_not_offered(town):
    (town / "targets.yaml").write_text("plans: [", encoding="utf-8")
    assert "Example: A" not in links(run())


def test_other_data_take_away_what_belonged_to_the_old():
    kept = {"path": "linear", "currency": "usd"}
    app = run("indicators", plan="aidp-2017", indicator="core_ai_industry_size", scale="log", **kept)
    for path, parameters, _ in list(links(app).values())[: len(data.examples()) + 1]:
        assert path == "indicators"
        assert {**kept, "known-on": DAY} == {k: v for k, v in parameters.items() if k != "data"}


def test_page_of_a_target_leads_to_the_targets_of_other_data_and_plans(town):
    offered = links(run("target", target="aidp-2025-core"))
    assert ("targets", {"known-on": DAY, "data": "town"}, False) == offered["Example: A"]
    assert ("targets", {"known-on": DAY, "plan": "ai-plus-2025"}, False) == offered["AI Plus"]


def test_day_before_the_first_plan_of_other_data_is_not_kept(town):
    offered = links(run(known_on="2016-12-31"))
    assert ("./", {"data": "town"}, False) == offered["Example: A"]


def test_plan_keeps_the_rest_of_the_address():
    offered = links(run("targets", status="met", lang="zh"))
    assert {"known-on": DAY, "status": "met", "lang": "zh", "plan": "aidp-2017"} == offered[
        "人工智能发展规划"
    ][1]


@pytest.mark.parametrize(
    "page",
    ["glance", "timeline", "targets", "target", "indicators", "changes", "coverage", "sources", "method"],
)
def test_page_of_every_example_names_it(page):
    for name in data.examples():
        app = run(page, data=name)
        assert "<h1" in html(app)
        assert "which does not exist" not in html(app)
        assert any(one.proto.popover.label.startswith("Example") for one in app.get("popover"))


def test_pictures_of_an_example_name_it_in_their_source_line(town):
    assert "Example: A. " not in html(run("target", target="aidp-2025-core"))
    assert "Example: A. Sources: " in html(run("target", data="town"))
    assert "Example: A. " in html(run("glance", data="town"))


def test_citation_and_paper_of_an_example_name_it(town):
    app = run("targets", data="town")
    app.session_state["mp-cite"] = True
    shown = html(app.run())
    assert "Every promise, and where it stands: Example: A. In Milepost" in unescape(shown)
    assert "<b>Milepost</b><span>Example: A</span>" in shown


def test_shipped_data_are_not_named_anywhere_but_in_the_control():
    assert "as shipped" not in re.sub(r'<div class="mp-choice">.*?</div>', "", html(run()), flags=re.DOTALL)


def test_own_plan_is_offered_in_its_session_only(town, tmp_path):
    script = OWN.replace("FOLDER", repr(str(town))) + (ROOT / "metrics/app/server/router.py").read_text(
        encoding="utf-8"
    )
    script = script.replace("Path(__file__).parents[1]", f"Path({str(ROOT / 'metrics/app')!r})")
    path = tmp_path / "router.py"
    path.write_text(script, encoding="utf-8")
    assert "Your own: A" not in links(run())
    app = run(app=AppTest.from_file(str(path), default_timeout=40), data="own")
    assert links(app)["Your own: A"][2]
    assert "Your own: A" in html(app)


def test_folder_that_the_server_was_started_with_is_called_by_its_plans(town, monkeypatch):
    monkeypatch.setenv(data.FOLDER, str(town))
    assert links(run())["A"][2]


def test_name_counts_the_plans_that_it_leaves_out():
    held = data.records()
    assert "AI development plan and Universities’ AI plan" == plan_choice.named(held, WORDS)
    every = held.glance.model_copy(update={"plans": tuple(held.plans)})
    assert plan_choice.named(replace(held, glance=every), WORDS).endswith("Universities’ AI plan and 9 more")
