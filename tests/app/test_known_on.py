"""Nothing that became known later shows on a page: no figure, source, event, plan or target."""

import json
import re
from datetime import date, timedelta
from html import escape
from pathlib import Path

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from metrics.progress import as_known_on
from tests.later import DAYS, HELD, days_allowed, later, later_ids, told_too_early
from tests.plots import plots

ROOT = Path(__file__).resolve().parents[2]
PAGES = {
    "glance": {},
    "timeline": {},
    "targets": {},
    "target": {"target": "aidp-2025-core"},
    "indicators": {"indicator": "core_ai_industry_size"},
    "changes": {},
    "compare": {"indicator": "related_industry_size", "compare": "aidp-2017,fyp15-2026"},
    "sources": {},
    "coverage": {},
    "method": {},
    "rules": {},
    "present": {},
    "claims": {"show": "claims"},
    "goal": {"target": "aidp-2020-parity"},
    "search": {"q": "a"},
}
FILES = {"compare": "indicators", "claims": "sources", "search": "sources", "goal": "target"}
AIR = timedelta(days=400)  # an axis may reach a little beyond the last due date, for its labels


def run(page, day, **parameters):
    """A page as it is drawn on a day."""
    app = AppTest.from_file(str(ROOT / "metrics" / "app" / "pages" / f"{page}.py"), default_timeout=20)
    app.query_params["known-on"] = day.isoformat()
    for key, value in parameters.items():
        app.query_params[key] = value
    app.session_state["mp-options"] = True  # what stands in the folded box is looked at too
    app.run()
    assert [] == list(app.exception)
    return app


def words_of(app):
    """What a run sends to the browser as text: blocks, and the options of its controls."""
    html = [one.proto.body for one in app.get("html")]
    options = [
        json.dumps(list(one.options), ensure_ascii=False) for one in (*app.selectbox, *app.multiselect)
    ]
    slides = [
        json.loads(one.proto.json)["html"] for one in app.get("bidi_component") if one.key == "mp-slides"
    ]
    return "\n".join([*html, *options, *slides])


def everything(name, day, **parameters):
    """All that a run sends to the browser, charts included, as text."""
    app = run(FILES.get(name, name), day, **parameters)
    return "\n".join([words_of(app), json.dumps(plots(app), ensure_ascii=False)])


def too_early(app, day):
    """What a page tells too early: in words, at the marks of its charts, and by how far their axes reach."""
    found = told_too_early(words_of(app), day)
    for chart in plots(app):
        marked = {one for trace in chart["data"] for one in np.ravel(trace.get("customdata", []))}
        found += sorted({str(one) for one in marked} & later_ids(day))
        end = str(chart["layout"].get("xaxis", {}).get("range", ["", ""])[1])[:10]
        if end.startswith("20") and date.fromisoformat(end) > max((*days_allowed(day), day)) + AIR:
            found.append(f"an axis to {end}")
    return found


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("name", PAGES)
def test_page_shows_nothing_of_a_later_day(name, day):
    assert [] == too_early(run(FILES.get(name, name), day, **PAGES[name]), day)


@pytest.mark.parametrize("day", DAYS)
def test_page_of_a_promise_shows_nothing_of_a_later_day(day):
    known = as_known_on(HELD, day)
    shown = {one: too_early(run("target", day, target=one), day) for one in (*known.targets, *known.goals)}
    assert len(shown) >= 22
    assert {} == {one: found for one, found in shown.items() if found}


@pytest.mark.parametrize("day", DAYS)
def test_page_of_an_indicator_shows_nothing_of_a_later_day(day):
    known = as_known_on(HELD, day)
    shown = {one: too_early(run("indicators", day, indicator=one), day) for one in known.indicators}
    assert len(shown) >= 2
    assert {} == {one: found for one, found in shown.items() if found}


@pytest.mark.parametrize(
    "page", ["glance", "timeline", "targets", "target", "changes", "coverage", "present"]
)
def test_day_before_the_first_plan_tells_of_none(page):
    day = date(2016, 3, 1)
    assert [] == too_early(run(page, day), day)


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("page", ["method", "rules"])
def test_rules_show_nothing_of_a_later_day(page, day):
    shown = everything(page, day)
    assert [] == [one for one in later(day) if one in shown or escape(one) in shown]


def test_there_is_something_later_to_be_found():
    assert len(later(DAYS[0])) > 300
    shown = everything("sources", date(2026, 11, 28), q="caict")
    assert any(one in shown or escape(one) in shown for one in later(DAYS[2]))


@pytest.mark.parametrize("day", [*DAYS, date(2026, 11, 21)])
def test_a_claim_bears_on_nothing_that_is_not_yet_known(day):
    known = as_known_on(HELD, day)
    shown = everything("sources", day, show="claims")
    asked = dict.fromkeys(("target", "item", "source", "series"), frozenset[str]())
    for name in asked:
        asked[name] = frozenset(re.findall(rf"[?;&]{name}=([\w-]+)", shown))
    series = {one.series for one in known.observations.values()}
    assert set() == asked["target"] - {*known.targets, *known.goals}
    assert set() == asked["item"] - {*known.events, *known.observations, *known.plans}
    assert set() == asked["source"] - set(known.sources)
    assert set() == asked["series"] - series


def test_assessments_and_their_reasons_show_only_from_the_day_on_which_they_were_made():
    reasons = [one.why.en for one in HELD.claims.values() if one.why and len(one.why.en) > 20]
    before = everything("sources", date(2026, 11, 21), show="claims")
    on_the_day = everything("sources", HELD.as_of, show="claims")
    assert [] == [one for one in reasons if one in before or escape(one) in before]
    assert [] == re.findall("doubtful|superseded|unsourced", before)
    assert sum(one in on_the_day or escape(one) in on_the_day for one in reasons) > 20


@pytest.mark.parametrize("goal", [one.id for one in HELD.goals.values() if one.benchmarks])
def test_reasons_of_benchmarks_show_only_from_the_day_on_which_they_were_given(goal):
    reasons = [one.reason.en for one in HELD.goals[goal].benchmarks]
    before = everything("target", date(2026, 11, 21), target=goal)
    on_the_day = everything("target", HELD.as_of, target=goal)
    assert [] == [one for one in reasons if one in before or escape(one) in before]
    assert [] == [one for one in reasons if one not in on_the_day and escape(one) not in on_the_day]
