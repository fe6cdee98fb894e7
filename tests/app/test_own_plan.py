"""A reader's own plan: checked and mended in the session, shown on every page, known to no other session, gone with it."""

import gc
import re
import weakref
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path
from time import process_time
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.formparsers import MultiPartParser
from streamlit.testing.v1 import AppTest

from metrics.app import data, own_plan
from metrics.app import draft as drafts
from metrics.app.address import Address, short_addresses, view_of
from metrics.app.draft import Draft
from metrics.app.take_away import CurrentView
from metrics.app.uploads import in_memory
from metrics.exports import files
from metrics.exports.extract import extract
from metrics.exports.slides import deck_of
from metrics.exports.starter.folder import FILES
from metrics.figures.views import HELP, PART, ROOMS, page_of, part_of
from metrics.progress import as_known_on, assess, evidence
from metrics.records import read_files
from metrics.records.upload import unpack
from metrics.words import words_for

ROOT = Path(__file__).resolve().parents[2]
PAGES = (
    *("glance", "targets", "target", "coverage", "indicators", "timeline", "changes", "sources"),
    *("method", "rules", "check", "present"),
)
LABEL = "Tree plan"  # of the starter's plan
SHIPPED = "AI development plan"  # of the first plan that comes with Milepost
DAY = "2026-10-31"
DATE = date(2026, 10, 31)
STARTER = data.files_of(FILES)
PROMISES = STARTER["targets.yaml"].decode()


def at(page, app=None, **parameters):
    """The dashboard at a page."""
    if app is None:
        app = AppTest.from_file(str(ROOT / "metrics/app/server/router.py"), default_timeout=40)
    app.query_params.pop(PART, None)
    for parameter, value in {**part_of(page), **parameters}.items():
        app.query_params[parameter.replace("_", "-")] = value
    if page == "glance" or page_of(page) != page:
        app.run()
    if page != "glance":
        app.switch_page(f"../pages/{page}.py").run()
    assert [] == list(app.exception)
    return app


def html(app):
    return "\n".join(element.proto.body for element in app.get("html"))


def press(app, key):
    app.button(key=key).click().run()
    assert [] == list(app.exception)
    return app


def written(app, text):
    app.text_area(key="mp-text-targets.yaml").set_value(text).run()
    assert [] == list(app.exception)
    return app


@pytest.fixture
def checked():
    """The page on which the small example is checked."""
    return press(at("check"), "mp-begin-example")


@pytest.fixture
def broken(checked):
    return written(
        checked,
        PROMISES.replace("comparator:", "comparater:").replace("value: 1500", 'value: "1,500"'),
    )


def test_small_example_is_in_order_and_leads_into_the_dashboard(checked):
    found = re.findall(r'<a[^>]*href="([^"]*)"[^>]*>See it in the dashboard', html(checked))
    assert [{"data": ["own"]}] == [parse_qs(urlsplit(unescape(one)).query) for one in found]
    assert "Everything is in order" in html(checked)
    assert "2 targets" in html(checked)


def test_plan_now_shown_can_be_begun_with_and_is_in_order():
    app = press(at("check"), "mp-begin-shown")
    assert "Everything is in order" in html(app)


def test_empty_files_each_say_what_they_must_hold():
    told = html(press(at("check"), "mp-begin-empty"))
    assert 3 == told.count("the file is empty; it must hold") / 2  # in the list, and at the file


def test_problems_stand_below_their_lines_and_in_a_list_that_leads_there(broken):
    told = html(broken)
    anchors = re.findall(r'id="(problem-\d+)"', told)
    assert len(anchors) > 1
    assert anchors == sorted(set(anchors), key=lambda one: int(one.split("-")[1]))
    assert set(anchors) == set(re.findall(r'href="#(problem-\d+)"', told))
    line = 1 + PROMISES[: PROMISES.index("comparator:")].count("\n")
    rows = re.findall(r'<tr class="mp-at"><th scope="row">(\d+)</th>(.*?)</tr>', told, re.DOTALL)
    below = dict(rows)
    assert "unknown field &#39;comparater&#39;" in below[str(line)]
    assert "Traceback" not in told


def test_chinese_page_tells_in_chinese_what_is_wrong():
    app = press(at("check", lang="zh"), "mp-begin-example")
    told = unescape(
        html(
            written(
                app, PROMISES.replace("comparator:", "comparater:").replace("value: 1500", "value: 1,500")
            )
        )
    )
    assert re.search(r"目标“[^”]+”没有名为“comparater”的字段；是否应为“comparator”？", told)
    assert 2 == told.count("“1,500”不是数字；请写1500")  # in the list, and below the line
    assert "不是数字</b> <code>value</code>：“1,500”" in told
    assert set() == set(re.findall("unknown field|is not a number|did you mean|Not a number", told))


def test_one_fix_is_put_in_and_can_be_taken_back(broken):
    before = broken.text_area(key="mp-text-targets.yaml").value
    press(broken, "mp-mend-1")
    assert (
        before.replace("comparater:", "comparator:", 1) == broken.text_area(key="mp-text-targets.yaml").value
    )
    press(broken, "mp-undo")
    assert before == broken.text_area(key="mp-text-targets.yaml").value


def test_all_fixes_together_leave_the_plan_in_order(broken):
    for _ in range(2):  # a number is looked at once the fields around it have their names
        if any(one.key == "mp-mend-all" for one in broken.button):
            press(broken, "mp-mend-all")
        elif any(one.key == "mp-mend-1" for one in broken.button):
            press(broken, "mp-mend-1")
    assert "Everything is in order" in html(broken)


def test_broken_text_keeps_the_plan_that_was_in_order(broken):
    at("glance", broken, data="own", known_on=DAY)
    assert LABEL in html(broken)
    assert words_for("en").say("check.own_behind", name=LABEL) in unescape(html(broken))


def test_draft_outlives_a_visit_to_another_page(broken):
    text = broken.text_area(key="mp-text-targets.yaml").value
    at("sources", broken)
    at("check", broken)
    assert text == broken.text_area(key="mp-text-targets.yaml").value


def test_file_can_be_removed_and_is_missed(checked):
    checked.query_params["file"] = "data/sources.yaml"
    checked.run()
    press(checked, "mp-remove")
    assert "data/sources.yaml" in html(checked)
    assert "there is no such file" in html(checked)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_page_shows_the_own_plan_and_nothing_of_another(checked, page, language):
    shown = html(at(page, checked, data="own", known_on=DAY, lang=language))
    assert words_for(language).text(read_files(STARTER)[0].plans["tree-plan"].label) in unescape(shown)
    assert SHIPPED not in shown
    assert 'role="alert"' not in shown


@pytest.mark.parametrize("page", [one for one in PAGES if one != "present"])
def test_every_link_of_every_page_keeps_the_own_plan_until_one_leaves_it(checked, page):
    checked.session_state["mp-plan"] = checked.session_state["mp-days"] = True
    body = html(at(page, checked, data="own", known_on="2025-06-30"))
    choice, leave = words_for("en").say("choice.data"), words_for("en").say("check.leave")
    body = re.sub(rf"<section><h3>{choice}</h3>.*?</section>", "", body, flags=re.DOTALL)
    inside = re.findall(r'<a\b[^>]*href="((?:\./|[a-z]+)(?:\?[^"]*)?)"[^>]*>(.*?)</a>', body, re.DOTALL)
    lost = [said for href, said in inside if ["own"] != parse_qs(urlsplit(unescape(href)).query).get("data")]
    assert [leave] == lost
    assert {"./", *ROOMS[1:], HELP, "present"} <= {urlsplit(href).path for href, _ in inside}


@pytest.mark.usefixtures("checked")
def test_another_session_sees_neither_text_nor_plan():
    other = at("glance", data="own", known_on="2026-11-28")
    assert words_for("en").say("check.gone") in unescape(html(other))
    assert LABEL not in html(other)
    at("check", other)
    assert [] == list(other.text_area)


def test_what_is_made_for_a_plan_is_kept_with_it_and_goes_with_it():
    records = read_files(STARTER)[0]
    plan = own_plan.OwnPlan("mine", STARTER, records)
    own_plan._held["own-word"] = plan
    made = []
    key = ("known", "own-word zh", 1)
    assert "x" == data.kept(key, lambda: made.append(1) or "x")
    assert "x" == data.kept(key, lambda: made.append(1) or "y")
    assert [1] == made
    for n in range(2 * own_plan._MOST):
        data.kept(("own-word", n), lambda: n)  # noqa: B023  called at once
    assert own_plan._MOST == len(plan.results._made)
    gone = weakref.ref(plan)
    del plan
    gc.collect()
    assert gone() is None
    assert own_plan.owner(key) is None


def test_key_without_the_word_of_a_plan_belongs_to_everybody():
    assert own_plan.owner(("known", "0" * 64, "own-", "own-unknown")) is None


def test_files_are_made_of_the_own_plan_without_a_session(checked):
    held = checked.session_state["mp-own-plan"].records
    day = held.as_of
    known = as_known_on(held, day)
    taken = extract(known, assess(known, day), words_for("en"))
    for kind in files.FORMATS:
        assert files.content(taken, kind)
    assert LABEL in files.content(taken, "html").decode()
    assert SHIPPED not in files.content(taken, "html").decode()


def test_folder_that_is_saved_is_the_folder_that_was_sent_and_always_the_same_bytes():
    packed = Draft(STARTER).packed()
    assert packed == Draft(dict(reversed(STARTER.items()))).with_files(STARTER).packed()
    assert STARTER == dict(unpack([("plan.zip", packed)]).files)


def test_steps_that_can_be_undone_are_bounded():
    draft = Draft(STARTER)
    for n in range(2 * drafts.MOST_STEPS):
        draft = draft.with_text("targets.yaml", f"# {n}\n")
    assert drafts.MOST_STEPS == len(draft.earlier)


def test_text_that_changes_only_the_ends_of_its_lines_is_no_change():
    draft = Draft({"targets.yaml": b"a: 1\r\nb: 2\r\n"})
    assert draft is draft.with_text("targets.yaml", "a: 1\nb: 2\n")


def test_nothing_that_is_sent_is_laid_down_on_the_disk_on_its_way():
    in_memory()
    assert MultiPartParser.spool_max_size > 20 * 1024 * 1024


def test_nothing_that_is_taken_along_names_an_address_that_nobody_else_can_open(checked):
    checked.session_state["mp-download"] = checked.session_state["mp-cite"] = True
    app = at("target", checked, data="own", known_on=DAY)
    private = words_for("en").say("check.private")
    assert words_for("en").say("check.private_note") in unescape(html(app))
    assert "data=own" not in "".join(
        one for one in re.findall(r"<code[^>]*>(.*?)</code>", html(app), re.DOTALL)
    )
    assert "embed=true" not in html(app)
    view = view_of(
        Address({"data": "own"}, words_for("en")), checked.session_state["mp-own-plan"].records, DATE, ["own"]
    )
    assert private == short_addresses(view, words_for("en"), "https://example.org")(
        "target", target="trees-2025"
    )


def test_short_address_of_other_data_names_them():
    words = words_for("en")
    view = view_of(Address({"data": "town"}, words), read_files(STARTER)[0], DATE, ["town"])
    made = short_addresses(view, words, "https://example.org/milepost")
    assert f"example.org/milepost/target?target=a&data=town&known-on={DATE}" == made("target", target="a")


def test_slides_of_an_own_plan_say_in_the_place_of_an_address_that_they_are_private(checked):
    records = checked.session_state["mp-own-plan"].records
    known = as_known_on(records, DATE)
    words = words_for("en")
    view = view_of(Address({"data": "own"}, words), records, DATE, ["own"])
    shown = CurrentView("glance", {"data": "own"}, view, known, assess(known, DATE), words, None)
    made = deck_of(shown.taken())
    assert {words.say("check.private")} == {slide.address for slide in made.slides}
    assert shown.address("http://localhost:8501/") is None


def test_what_is_taken_along_has_the_digest_of_the_files_and_not_the_word_of_the_session(checked):
    plan = checked.session_state["mp-own-plan"]
    assert plan.records.digest != plan.digest == read_files(STARTER)[0].digest


def test_figures_that_were_sorted_for_a_plan_go_with_it():
    records = replace(read_files(STARTER)[0])
    assess(records, DATE)
    gone, sorted_figures = weakref.ref(records), evidence._kept[id(records)]
    del records
    gc.collect()
    assert gone() is None
    assert all(one is not sorted_figures for one in evidence._kept.values())


def test_tables_of_an_own_plan_are_kept_with_it(checked):
    at("target", checked, data="own", known_on=DAY)
    made = checked.session_state["mp-own-plan"].results._made
    assert [] != [
        one for one in made.values() if isinstance(one, str) and one.startswith('<details class="mp-fold">')
    ]


def buttons(app):
    return [one.proto.popover.label for one in app.get("popover")]


def menu(app):
    """Where the pages in the header are."""
    return re.findall(r'href="([^"]*)"', re.search(r'<nav class="mp-nav".*?</nav>', html(app), re.DOTALL)[0])


def test_plan_without_money_offers_no_currency(checked):
    at("indicators", checked, data="own", known_on=DAY)
    assert "Currency **as published**" not in buttons(checked)
    assert "Currency **as published**" in buttons(at("indicators", known_on=DAY))


def test_fixes_of_a_large_file_are_found_in_little_time():
    head, row = STARTER["data/observations/greenery.csv"].decode().splitlines()[:2]
    rows = "\n".join([head, *(row.replace("exact", "exakt") for _ in range(50_000))]) + "\n"
    draft = Draft({**STARTER, "data/observations/greenery.csv": rows.encode()})
    assert len(draft.problems) > 200
    start = process_time()
    assert len(draft.mends) >= 100
    assert 1 > process_time() - start
    start = process_time()
    assert draft.mends
    assert 0.01 > process_time() - start


@pytest.mark.parametrize("language", ["en", "zh"])
def test_paper_says_in_the_place_of_an_address_that_the_plan_is_private(checked, language):
    shown = html(at("targets", checked, data="own", known_on=DAY, lang=language))
    found = re.findall(r'<span class="mp-paper-address">(.*?)</span>', shown)
    assert [words_for(language).say("check.private")] == [unescape(one) for one in found]


def test_menu_leads_to_the_own_plan_as_soon_as_it_is_in_order():
    app = at("check", known_on="2020-12-31", plan="aidp-2017")
    press(app, "mp-begin-example")
    assert {"data": "own"} == {name: app.query_params[name] for name in app.query_params}
    assert {"./?data=own", "timeline?data=own", "sources?data=own"} <= set(menu(app))
    assert "Your own plan, only in this session" in html(app)
    left = at("glance", app, data="")
    assert {"./", "timeline", "sources"} <= set(menu(left))
