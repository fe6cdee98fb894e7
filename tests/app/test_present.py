"""The page of the slides: what it sends, what of the address it takes, and what it makes of bad values."""

import json
import re
from datetime import date

import pytest

from metrics.app.address import Address, view_of
from metrics.app.frame import _slides_of
from metrics.app.take_away import CurrentView
from metrics.progress import as_known_on, assess
from metrics.records import load
from metrics.words import words_for
from tests.app.test_pages import run, text

DAY = "2026-11-28"


def sent(**parameters):
    """What the browser gets, once."""
    [component] = [
        one
        for one in run("present", **({"known_on": DAY} | parameters)).get("bidi_component")
        if one.key == "mp-slides"
    ]
    return json.loads(component.proto.json)


def slides(html):
    return re.findall(r'data-key="([^"]*)" data-id="[^"]*" data-detail="([^"]*)"', html)


def test_all_slides_are_sent_at_once_with_and_without_the_contested_detail():
    found = slides(sent()["html"])
    assert {"both", "with", "without"} == {detail for _, detail in found}
    with_detail = [key for key, detail in found if detail != "without"]
    assert "title" == with_detail[0]
    assert {"how", "aidp-2025-core", "unknown", "method", "sources"} <= set(with_detail)
    assert len(with_detail) == len(set(with_detail))


def test_address_chooses_slides_in_their_order_slide_shape_and_detail():
    data = sent(slides="sources,title,aidp-2025-core", slide="aidp-2025-core", shape="4-3", contested="hide")
    assert ["sources", "title", "aidp-2025-core"] == data["slides"]
    assert ("aidp-2025-core", "4-3", False) == (data["slide"], data["shape"], data["contested"])


def test_nothing_chosen_is_all_slides_from_the_first_with_everything():
    data = sent()
    assert (None, None, "auto", True) == tuple(
        data[name] for name in ("slides", "slide", "shape", "contested")
    )


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        ({"slides": "sources,nothing,title"}, ("slides", ["sources", "title"])),
        ({"slides": "sources,sources"}, ("slides", ["sources"])),
        ({"slide": "<script>alert(1)</script>"}, ("slide", None)),
        ({"shape": "16:9"}, ("shape", "auto")),
        ({"contested": "0"}, ("contested", True)),
    ],
)
def test_what_cannot_be_used_is_left_out(given, taken):
    assert taken[1] == sent(**given)[taken[0]]


def test_deck_of_the_address_is_shown_with_its_titles_places_and_years_and_slides_override_it():
    data = sent(deck="two-countries")
    assert ["title", "ai_patent_filings", "ai_private_investment", "method", "sources"] == data["slides"]
    slide = data["html"].split('data-key="ai_private_investment"')[1].split("</section>")[0]
    assert "United States" in slide
    assert not re.search("in 2025|for 2025", slide)
    own = sent(deck="two-countries", slides="ai_private_investment;title=Ours%3B alone;place=JPN,title")
    assert ["title"] == own["slides"]  # nothing is known of that place
    assert "Ours; alone" in sent(slides="sources;title=Ours%3B alone")["html"]
    assert "Ours" not in sent()["html"]


def test_parts_of_a_deck_that_cannot_be_used_get_notes_and_five_at_the_most():
    said = text(run("present", deck="two-country", slides="title;years=1,x;a=b", known_on=DAY))
    assert "perhaps “two-countries” was meant" in said
    for part in ("“1” is not a first and a last year", "There is no slide “x” here"):
        assert part in said
    many = text(run("present", slides=",".join(f"x{n}" for n in range(9)), known_on=DAY))
    assert 5 == many.count("There is no slide")


def test_slides_carry_the_code_of_the_stated_address_and_those_of_a_private_plan_none(monkeypatch):
    monkeypatch.setenv("MILEPOST_ADDRESS", "https://example.org/milepost/")
    html = sent(deck="two-countries")["html"]
    assert f'aria-label="QR code: example.org/milepost/present?deck=two-countries&amp;known-on={DAY}"' in html
    assert "example.org/milepost/sources?" in html
    chosen = sent(slides="title;title=A, b,sources".replace("A, b", "A%2C b"))["html"]
    assert "present?slides=title;title=A%252C+b,sources&amp;" in chosen


def test_bad_value_gets_a_note():
    app = run("present", slide="none", known_on=DAY)
    assert 'role="status"' in text(app)
    assert "slide = “none”" in text(app)


def test_deck_of_one_plan_holds_its_own_targets_only():
    keys = {key for key, _ in slides(sent(plan="moe-ai-2018")["html"])}
    assert "moe-2020-centres" in keys
    assert "aidp-2025-core" not in keys


def test_leaving_leads_to_the_first_page_with_the_view_kept():
    assert f"./?known-on={DAY}&path=linear" == sent(path="linear")["home"]


def test_day_before_any_plan_has_a_first_slide():
    assert [("title", "both")] == slides(sent(known_on="2016-03-01")["html"])


def shown(page, **given):
    """What the button Present starts from."""
    words, held, today = words_for("en"), load(), date(2026, 11, 28)
    view = view_of(Address(given, words), held, today)
    known = as_known_on(held, view.known_on)
    return CurrentView(page, given, view, known, assess(known, view.known_on, view.path), words)


@pytest.mark.parametrize(
    ("page", "given", "opened"),
    [
        ("glance", {}, {}),
        ("timeline", {"known-on": "2020-12-31"}, {"known-on": "2020-12-31"}),
        ("target", {"target": "aidp-2025-core"}, {"slide": "aidp-2025-core"}),
        ("target", {"target": "moe-2020-textbooks"}, {"slide": "unknown"}),
        ("target", {"target": "aidp-2020-parity"}, {}),
    ],
)
def test_present_keeps_the_view_and_opens_at_the_target_on_the_screen(page, given, opened):
    assert opened == _slides_of(shown(page, **given))


def test_present_opens_the_plan_of_a_target_that_is_not_of_the_first_page():
    target = next(
        one
        for one in shown("glance").progress.statuses.values()
        if one.target.plan not in shown("glance").known.glance.plans
    ).target
    opened = _slides_of(shown("target", target=target.id))
    assert target.plan == opened["plan"]
    assert opened["slide"] in {key for key, _ in slides(sent(**opened)["html"])}
