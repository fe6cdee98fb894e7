"""Nothing that became known later shows on a page: no figure, source, event, plan or target."""

import json
import re
from datetime import date
from html import escape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from metrics.progress import as_known_on
from tests.later import DAYS, HELD, later

ROOT = Path(__file__).resolve().parents[2]
PAGES = {
    "glance": {},
    "timeline": {},
    "targets": {},
    "target": {"target": "aidp-2025-core"},
    "indicators": {"indicator": "core_ai_industry_size"},
    "changes": {},
    "sources": {},
    "method": {},
    "claims": {"show": "claims"},
    "goal": {"target": "aidp-2020-parity"},
    "search": {"q": "a"},
}
FILES = {"claims": "sources", "search": "sources", "goal": "target"}


def everything(name, day, **parameters):
    """All that a run sends to the browser, as text."""
    page = ROOT / "metrics" / "app" / "pages" / f"{FILES.get(name, name)}.py"
    app = AppTest.from_file(str(page), default_timeout=20)
    app.query_params["known-on"] = day.isoformat()
    for key, value in parameters.items():
        app.query_params[key] = value
    app.run()
    assert [] == list(app.exception)
    html = [one.proto.body for one in app.get("html")]
    charts = [one.proto.spec for one in app.get("plotly_chart")]
    options = [
        json.dumps(list(one.options), ensure_ascii=False) for one in (*app.selectbox, *app.multiselect)
    ]
    return "\n".join([*html, *charts, *options])


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("name", PAGES)
def test_page_shows_nothing_of_a_later_day(name, day):
    shown = everything(name, day, **PAGES[name])
    assert [] == [one for one in later(day) if one in shown or escape(one) in shown]


def test_there_is_something_later_to_be_found():
    assert len(later(DAYS[0])) > 300
    shown = everything("sources", date(2026, 11, 22), q="caict")
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
    reasons = [one.why for one in HELD.claims.values() if one.why and len(one.why) > 20]
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
