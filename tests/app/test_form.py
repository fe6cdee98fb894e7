"""The form of a page: on the screen, on paper, or alone in a frame."""

from datetime import date

import pytest

from metrics.app.take_away import CurrentView
from metrics.figures.blocks import paper
from metrics.words import words_for
from tests.app.test_pages import NAMES, run, text
from tests.app.test_take_away import everything, shown
from tests.app.test_take_away import run as run_dashboard

WORDS = words_for("en")
DAY = date(2020, 12, 31)


def printed(**more):
    told = {"plans": ["AI plan"], "known_on": DAY, "version": date(2026, 11, 28), "address": None}
    return paper(WORDS, **{**told, **more})


def test_printed_page_says_plan_day_version_and_address():
    html = printed(address="http://localhost:8501/targets?known-on=2020-12-31&q=<b>")
    assert ["AI plan" in html, "Known on 31 Dec 2020" in html, "Data version 28 Nov 2026" in html] == [
        True
    ] * 3
    assert "http://localhost:8501/targets?known-on=2020-12-31&amp;q=&lt;b&gt;" in html


def test_name_of_a_plan_stays_text_at_the_foot_of_every_sheet():
    html = printed(plans=['"; } </style><script>alert(1)</script>'])
    assert "<script>" not in html
    assert 1 == html.count("</style>")
    assert r"\22 ; } \3c /style\3e " in html


def test_print_view_has_neither_header_nor_controls_and_a_way_back():
    app = run_dashboard(known_on="2026-11-28", print="yes")
    html = everything(app)
    assert [] == list(app.exception)
    assert [] == list(app.get("popover"))
    assert 'class="mp-brand"' not in html
    assert 'href="#print"' in html
    assert 'href="./?known-on=2026-11-28"' in html


def test_download_leads_to_the_print_view_of_the_same_choices():
    html = everything(run_dashboard(known_on="2020-12-31", plan="aidp-2017"))
    assert 'href="./?known-on=2020-12-31&amp;plan=aidp-2017&amp;print=yes"' in html


def test_address_of_a_view_leaves_out_the_form_in_which_it_is_shown():
    one = shown("target", target="aidp-2025-core", print="yes", only="x")
    assert isinstance(one, CurrentView)
    assert "http://localhost:8501/target?known-on=2026-11-28&target=aidp-2025-core" == one.address(
        "http://localhost:8501/target"
    )


@pytest.mark.parametrize("name", [one for one in NAMES if one != "present"])
def test_every_page_is_drawn_for_paper(name):
    app = run(name, known_on="2026-11-28", print="yes")
    assert [] == list(app.exception)
    assert "<h1" in text(app)


def test_paper_lists_every_source_where_the_screen_turns_pages():
    listed = {
        form: text(run("sources", known_on="2026-11-28", print=form)).count('id="source-')
        for form in ("", "yes")
    }
    assert 40 == listed[""]
    assert listed["yes"] > 200


def test_unknown_form_gets_a_note_and_the_screen():
    app = run_dashboard(known_on="2026-11-28", print="perhaps")
    assert "perhaps" in everything(app)
    assert "Download" in {one.proto.popover.label for one in app.get("popover")}
