"""Download and Cite: what the buttons are made from, and what a citation says of a view."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from metrics.app.address import Address, view_of
from metrics.app.take_away import CurrentView
from metrics.exports import files
from metrics.exports.extract import extract
from metrics.progress import as_known_on, assess
from metrics.words import words_for
from tests.later import DAYS, HELD, later

ROOT = Path(__file__).resolve().parents[2]
WORDS = words_for("en")
TODAY = date(2026, 11, 28)


def shown(page="glance", **given):
    address = Address({"known-on": TODAY.isoformat(), **given}, WORDS)
    view = view_of(address, HELD, TODAY)
    known = as_known_on(HELD, view.known_on)
    return CurrentView(page, address.given, view, known, assess(HELD, view.known_on, view.path), WORDS)


def everything(app):
    return "\n".join(element.proto.body for element in app.get("html"))


def run(**parameters):
    app = AppTest.from_file(str(ROOT / "metrics/app/server/router.py"), default_timeout=30)
    for box in ("mp-days", "mp-download", "mp-cite"):
        app.session_state[box] = True
    for parameter, value in parameters.items():
        app.query_params[parameter.replace("_", "-")] = value
    return app.run()


def test_bar_has_a_button_for_every_file_and_form():
    app = run(known_on="2026-11-28")
    assert [] == list(app.exception)
    names = [one.proto.label for one in app.get("download_button")]
    expected = [
        *(
            "Readings (CSV)",
            "Observations (CSV)",
            "Workbook (Excel)",
            "Slides (PowerPoint)",
            "Handout (Word)",
            "Handout to print (HTML, A4)",
            "Offline page (HTML)",
            "Data package (zip)",
        ),
        *("Save as .txt", "Save as .bib", "Save as .json"),
    ]
    assert expected == names[:11]
    assert {"Download", "Cite"} <= {one.proto.popover.label for one in app.get("popover")}


def test_citation_stands_on_the_page_in_three_forms():
    html = everything(run(known_on="2020-12-31"))
    assert 3 == html.count('<pre class="mp-cite"')
    assert "As known on 31 Dec 2020" in html
    assert "@misc{milepost-2020-12-31-" in html
    assert "container-title" in html


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_first_page_with_its_bar_shows_nothing_of_a_later_day(day):
    html = everything(run(known_on=day.isoformat()))
    assert [] == [one for one in later(day) if one in html]


@pytest.mark.parametrize(
    ("page", "given", "title"),
    [
        ("glance", {}, "At a glance"),
        ("glance", {"plan": "aidp-2017"}, "At a glance: AI development plan"),
        ("target", {"target": "aidp-2025-core"}, "Core AI industry larger than 400 billion yuan by 2025"),
        ("target", {"target": "nowhere"}, "Core AI industry larger than 150 billion yuan by 2020"),
        ("indicators", {"indicator": "core_ai_industry_size"}, "Core AI industry size"),
        ("indicators", {"indicator": "=1+1"}, "Indicators"),
    ],
)
def test_citation_is_named_after_what_is_on_the_screen(page, given, title):
    assert title == shown(page, **given).title


def test_target_that_came_later_gives_no_title():
    early = shown("target", **{"target": "fyp15-2030-related", "known-on": "2018-12-31"})
    assert early.promise in early.known.targets


def test_address_of_a_citation_names_the_day_and_keeps_the_choices():
    here = shown("target", target="aidp-2025-core", path="linear")
    assert (
        "http://localhost:8501/target?known-on=2026-11-28&target=aidp-2025-core&path=linear"
        == here.address("http://localhost:8501/target")
    )
    assert "http://localhost:8501/?known-on=2026-11-28" == shown().address("http://localhost:8501")
    assert shown().address(None) is None


def test_hostile_address_stays_one_address():
    address = shown("glance", q="a b&c=d#<script>{}\n").address("http://localhost:8501")
    assert "http://localhost:8501/?known-on=2026-11-28&q=a+b%26c%3Dd%23%3Cscript%3E%7B%7D%0A" == address


@pytest.mark.parametrize(
    ("page", "given", "scope", "cut"),
    [
        ("glance", {}, None, {}),
        ("targets", {"plan": "moe-ai-2018"}, "moe-ai-2018", {"plan": "moe-ai-2018"}),
        ("target", {"target": "aidp-2025-core"}, "aidp-2025-core", {"target": "aidp-2025-core"}),
        (
            "target",
            {"target": "aidp-2020-parity", "plan": "moe-ai-2018"},
            "aidp-2020-parity",
            {"target": "aidp-2020-parity"},
        ),
    ],
)
def test_files_are_cut_to_the_view_and_the_package_never(page, given, scope, cut):
    here = shown(page, **given)
    assert scope == here.scope
    expected = extract(here.known, here.progress, WORDS, **cut)
    assert files.csv(expected, "readings") == files.csv(here.taken(), "readings")
    whole = extract(here.known, here.progress, WORDS)
    assert files.csv(whole, "readings") == files.csv(here.taken(everything=True), "readings")
