"""Every page on every example, in each language, and every file that can be taken away from it."""

import re
from datetime import date

import pytest

from docs.examples import EXAMPLES
from metrics.exports.extract import extract
from metrics.exports.files import BINARY, FORMATS, TABLES, content
from metrics.progress import as_known_on, assess
from metrics.records import load
from metrics.words import languages, words_for
from tests.app.test_pages import NAMES, run, text

PLANS = sorted(folder.name for folder in EXAMPLES.iterdir())
TODAY = date(2026, 11, 28)
FOREIGN = re.compile(
    r"China|Chinese(?! \(|\.$)|United States|中国|美国|artificial intelligence|人工智能", re.IGNORECASE
)

#: One address a page that opens what stands behind it.
OPENED = {
    "digital-economy": {"target": "de-2025-gigabit", "indicators": "digital_core_share_gdp"},
    "ai-plus": {"target": "aiplus-2027-core-growth", "indicators": "core_ai_industry_size"},
    "quillhaven": {"target": "qh-2025-ferry", "indicators": "harbour_spending"},
    "kinds": {"target": "om-2030-emissions", "indicators": "employment_gap"},
}


def page(plan, name, **more):
    opened = OPENED[plan].get(name)
    parameter = {"target": "target", "indicators": "indicator"}.get(name)
    given = {parameter: opened} if parameter else {}
    return run(name, data=plan, known_on=TODAY.isoformat(), **given, **more)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("plan", PLANS)
def test_page_is_drawn_and_is_about_this_plan(plan, name, language):
    app = page(plan, name, lang=language)
    assert [] == list(app.exception)
    own = load(EXAMPLES / plan).plans
    others = [
        label
        for one, held in load().plans.items()
        if one not in own
        for label in filter(None, (held.title.en, held.title.zh))
    ]
    assert [] == [label for label in others if label in text(app)]


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", NAMES)
def test_pages_of_the_town_say_nothing_of_china(name, language):
    app = page("quillhaven", name, lang=language)
    said = text(app) + " ".join(
        option for one in (*app.get("button_group"), *app.radio, *app.selectbox) for option in one.options
    )
    assert [] == FOREIGN.findall(said)


@pytest.mark.parametrize(
    "promise", [*load(EXAMPLES / "quillhaven").targets, *load(EXAMPLES / "quillhaven").goals]
)
def test_every_promise_of_the_town_has_its_page(promise):
    town = load(EXAMPLES / "quillhaven")
    app = run("target", data="quillhaven", target=promise, known_on=TODAY.isoformat())
    assert [] == list(app.exception)
    statement = (dict(town.targets) | dict(town.goals))[promise].statement.en
    assert statement.rstrip(".") in text(app)


@pytest.mark.parametrize("scale", ["level", "index", "ratio", "growth", "log"])
@pytest.mark.parametrize("indicator", ["ferry_passengers", "waste_per_head", "harbour_spending"])
def test_indicators_of_the_town_are_drawn_on_every_scale(indicator, scale):
    app = run("indicators", data="quillhaven", indicator=indicator, scale=scale)
    assert [] == list(app.exception)


def test_places_are_compared_by_the_names_of_the_town():
    said = run("indicators", data="quillhaven", indicator="waste_per_head", scale="ratio")
    said.session_state["mp-options"] = True  # the buttons are built when their box is open
    said.run()
    shown = next(one for one in said.get("button_group") if "scale" in one.key)
    assert "Quillhaven / Marram Bay" in shown.options
    assert "Quillhaven divided by Marram Bay" in text(said)


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("plan", PLANS)
def test_file_can_be_taken_away(plan, kind):
    held = load(EXAMPLES / plan)
    known = as_known_on(held, TODAY)
    step = extract(known, assess(held, TODAY), words_for("en"))
    made = content(step, kind)
    assert made
    if kind not in (*BINARY, "csv"):  # the first table is that of the readings, and AI Plus has none
        first = held.plans[held.glance.plans[0]]  # paper has no ids
        named = step.words.text(first.label) if kind == "sheets" else next(iter(held.targets))
        assert named in made.decode("utf-8")


@pytest.mark.parametrize("table", TABLES)
def test_every_table_of_the_town_can_be_taken_away(table):
    held = load(
        EXAMPLES
        / (
            "kinds"
            if table in ("editions", "planned", "deliverables", "evidence", "ratings")
            else "quillhaven"
        )
    )
    step = extract(as_known_on(held, TODAY), assess(held, TODAY), words_for("zh"))
    assert content(step, "csv", table).count(b"\n") > 1
