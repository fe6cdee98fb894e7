"""The plans that every page is cut to: one choice, in the address, kept by every link, named beside every count."""

import re
from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from metrics.app.address import Address, Scope, plan_parameter, view_of
from metrics.figures.blocks import scope_name
from metrics.figures.views import page_of, part_of
from metrics.progress import as_known_on, assess
from metrics.records import load
from metrics.words import words_for

ROOT = Path(__file__).resolve().parents[2]
HELD = load()
DAY = "2026-11-28"
WORDS = words_for("en")
SCOPES = (None, "all", "ai-plus-2025", "miit-ai-2018-2020,compute-2025")
PAGES = (
    "glance",
    "timeline",
    "targets",
    "target",
    "indicators",
    "changes",
    "sources",
    "coverage",
    "method",
    "rules",
)

#: What is there to change the plans.
CHANGES_PLANS = re.compile(r'<div class="mp-choice">.*?</div>|<p class="mp mp-scope">.*?</p>', re.DOTALL)


def view(**given):
    address = Address({"known-on": DAY} | given, WORDS)
    return view_of(address, HELD, date(2026, 11, 29)), address.notes


def run(page, **given):
    app = AppTest.from_file(str(ROOT / "metrics/app/server/router.py"), default_timeout=40)
    for name, value in {"known-on": DAY, **part_of(page), **given}.items():
        if value:
            app.query_params[name] = value
    app.run()
    if page != "glance":
        app.switch_page(f"../pages/{page}.py").run()
    assert [] == list(app.exception)
    return app


def html(app):
    return "\n".join(element.proto.body for element in app.get("html"))


def plan_of(href):
    return parse_qs(urlsplit(unescape(href)).query).get("plan", [None])[0]


def names_its_plan(href, said):
    """Whether a link leads to the targets of one plan, and is called by that plan's name."""
    plan = HELD.plans.get(plan_of(href) or "")
    names = {WORDS.text(plan.title), WORDS.text(plan.label)} if plan else set()
    return href.startswith("targets?") and unescape(re.sub(r"<[^>]*>", "", said)).strip() in names


def test_without_a_choice_every_page_shows_the_plans_of_the_first():
    assert (Scope.MAIN, HELD.glance.plans, {"known-on": DAY}) == (
        (found := view()[0]).scope,
        found.plans,
        dict(found.shared),
    )


def test_all_plans_and_some_plans_are_choices_of_the_address():
    assert tuple(HELD.plans) == view(plan="all")[0].plans
    some, notes = view(plan="compute-2025,nowhere,miit-ai-2018-2020")
    assert ("miit-ai-2018-2020", "compute-2025") == some.plans
    assert "miit-ai-2018-2020,compute-2025" == some.shared["plan"]
    assert ["nowhere" in note for note in notes] == [True]


def test_choice_that_is_the_usual_one_is_not_written():
    assert plan_parameter(HELD.glance.plans, HELD) is None
    assert "plan" not in view(plan=",".join(HELD.glance.plans))[0].shared
    assert "all" == plan_parameter(tuple(HELD.plans), HELD)
    assert "all" == plan_parameter((), HELD)


def test_plan_that_was_not_public_yet_is_not_named():
    known = as_known_on(HELD, view(**{"known-on": "2017-12-31"})[0].known_on)
    assert "AI development plan" == scope_name(HELD.glance.plans, known, WORDS)


@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize("page", PAGES)
def test_every_link_of_every_page_keeps_the_plans(page, scope):
    inside_scope = next(
        one.id for one in HELD.targets.values() if one.plan in view(plan=scope or "")[0].plans
    )
    app = run(page, plan=scope, target=inside_scope if page == "target" else None)
    body = CHANGES_PLANS.sub("", html(app))
    inside = re.findall(r'<a\b[^>]*href="((?:\./|[a-z]+)(?:\?[^"]*)?)"[^>]*>(.*?)</a>', body, re.DOTALL)
    assert inside
    lost = [
        (href, said) for href, said in inside if plan_of(href) != scope and not names_its_plan(href, said)
    ]
    assert [] == lost
    assert {"./", "timeline", "sources", "present"} <= {urlsplit(href).path for href, _ in inside}


@pytest.mark.parametrize(
    ("page", "language"), [*((one, None) for one in (*PAGES, "check")), ("target", "zh")]
)
def test_earlier_day_is_said_across_every_page_with_the_way_back_to_today(page, language):
    words = words_for(language or "en")
    kept = {"plan": "all"} | ({"lang": language} if language else {})
    shown = html(run(page, **{"known-on": "2019-12-31"}, **kept))
    band = r'<p class="mp mp-past"><b>(.*?)</b> <a href="(.*?)">(.*?)</a>'
    ((said, href, back),) = re.findall(band, shown)
    to = urlsplit(unescape(href))
    assert (words.say("page.past.said", day=words.day(date(2019, 12, 31))), words.say("page.past.back")) == (
        said,
        back,
    )
    assert ("./" if page == "glance" else page_of(page)) == to.path
    assert {name: [value] for name, value in {**kept, **part_of(page)}.items()} == parse_qs(to.query)


def test_today_has_no_band():
    assert "mp-past" not in html(run("targets", **{"known-on": ""})).split("</style>")[-1]


@pytest.mark.parametrize("scope", SCOPES)
def test_page_names_its_plans_and_leads_to_others(scope):
    now = view(plan=scope or "")[0]
    said = scope_name(now.plans, HELD, WORDS)
    for page in ("targets", "changes", "coverage"):
        line = re.search(r'<p class="mp mp-scope">.*?</p>', html(run(page, plan=scope)), re.DOTALL)[0]
        assert said in unescape(line)
        led = {plan_of(one) for one in re.findall(r'href="([^"]+)"', line)}
        assert {"all", None} - {scope} == led


@pytest.mark.parametrize("scope", SCOPES)
def test_count_in_the_sentence_is_the_count_of_the_page_it_leads_to(scope):
    now = view(plan=scope or "")[0]
    known = as_known_on(HELD, now.known_on)
    statuses = [one for one in assess(known, now.known_on).statuses.values() if one.target.plan in now.plans]
    overview = WORDS.overview(statuses, HELD, known_on=now.known_on, plans=now.plans)
    counted = [one for one in overview.segments if one.group]
    assert counted
    for segment in counted:
        asked = ",".join(segment.verdicts)
        n = sum(one.headline.verdict in segment.verdicts for one in statuses)
        number = WORDS.say("overview.sentence", n=n, parts="").split()[1]
        assert segment.text.startswith(f"{number} ") or len(counted) == 1
        shown = unescape(html(run("targets", plan=scope, status=asked)))
        if n < len(statuses):
            assert f"{n} of {len(statuses)} targets ({scope_name(now.plans, known, WORDS)})" in shown
        else:
            assert f"{n} targets with a number ({scope_name(now.plans, known, WORDS)})" in shown


@pytest.mark.parametrize("scope", SCOPES)
def test_every_page_counts_the_same_plans_and_says_so_in_the_same_words(scope):
    now, since = view(plan=scope or "")[0], date(2025, 12, 31)
    known = as_known_on(HELD, now.known_on)
    plans = scope_name(now.plans, known, WORDS)
    targets = {name for name, one in known.targets.items() if one.plan in now.plans}
    goals = [one for one in known.goals.values() if one.plan in now.plans]
    compared = targets & set(as_known_on(HELD, since).targets)

    def said(page, look, **given):
        found = re.search(rf'class="[^"]*{look}[^"]*"[^>]*>(.*?)</', html(run(page, plan=scope, **given)))
        return unescape(found[1]).replace("\N{NO-BREAK SPACE}", " ")

    n = f"of {len(compared)} headline{'s' if len(compared) != 1 else ''}"
    assert f"{n} changed ({plans})" in said("changes", "mp-page-title", since=since.isoformat())
    assert f"{len(targets)} targets with a number ({plans})" in said("targets", "mp-statement")
    assert said("coverage", "mp-page-title").endswith(
        f"of {len(targets) + len(goals)} promises can be followed ({plans})"
    )
    assert said("rules", "mp-page-title").endswith(f"({plans})")
    first = said("glance", "mp-kicker")
    assert first.startswith(plans[:1].upper() + plans[1:]) or all(
        WORDS.text(HELD.plans[one].label) in first for one in now.plans
    )
    for page in ("timeline", "indicators", "sources", "target"):
        assert plans in said(page, "mp-scope")
