"""The timeline page: cards of whatever is chosen, the table and its filters, years and lanes in the address."""

import pytest

from tests.app.test_pages import run, text

KNOWN = "2026-11-28"


def page(**parameters):
    return run("timeline", **({"known_on": KNOWN} | parameters))


def rows(app):
    return text(app).count("<tr role=") - 1  # without the head


def test_card_of_a_target_shows_what_is_asked_by_when_and_where_it_stands():
    html = text(page(item="aidp-2025-core"))
    card = html[html.index("<aside") : html.index("</aside>")]
    assert "AI development plan, due 31 Dec 2025" in card
    assert "Met on 5 of 6; 1 not verified" in card
    assert "target?known-on=2026-11-28&amp;target=aidp-2025-core" in card


def test_card_of_a_due_date_lists_every_target_and_goal():
    html = text(page(item="aidp-2017.2020-12-31"))
    card = html[html.index("<aside") : html.index("</aside>")]
    assert 8 == card.count("<li>")
    assert "Met on 2 of 3; 1 inconclusive" in card


def test_card_on_an_earlier_day_says_what_was_known_then():
    html = text(page(item="aidp-2025-core", known_on="2018-06-30"))
    card = html[html.index("<aside") : html.index("</aside>")]
    assert "Met" not in card
    assert "Show what was known on 31 Dec 2025" in card


def test_due_date_of_a_plan_that_is_not_public_yet_gets_a_note():
    html = text(page(item="aidp-2017.2020-12-31", known_on="2017-01-01"))
    assert "<aside" not in html
    assert 'role="status"' in html


def test_table_shows_forty_entries_at_most_and_says_how_many_there_are():
    html = text(page())
    assert 40 == rows(page())
    assert "344 entries from 2015 to 2030" in html
    assert "Page 1 of 9." in html
    assert "of the 42 indicators" in html


def test_table_is_narrowed_by_lane_and_by_search():
    trade = page(lane="trade_control")
    assert 3 == rows(trade)
    assert "3 of " in text(trade)
    assert 1 == rows(page(lane="trade_control", q="ENTITY list"))
    assert 0 == rows(page(q="nowhere to be found"))


def test_a_page_beyond_the_last_of_a_search_is_the_last():
    app = page(q="entity list", page="3")
    assert 1 == rows(app)
    assert 'role="status"' not in text(app)


@pytest.mark.parametrize(
    ("years", "told"),
    [({"from": "2021", "to": "2019"}, "from 2019 to 2021"), ({"to": "2018"}, "from 2015 to 2018")],
)
def test_years_of_the_address_bound_the_table(years, told):
    assert told in text(page(**years))


def test_links_of_the_page_keep_its_years_and_lanes():
    html = text(page(fold="regulation", q="law", **{"from": "2019"}))
    card = html[html.index("mp-entries") :]
    assert "from=2019" in card
    assert "fold=regulation" in card
    assert "item=ev-" in card


def test_lanes_are_open_unless_the_address_folds_them():
    pills = next(group for group in page(fold="regulation,plans").get("button_group"))
    assert {"regulation", "plans"}.isdisjoint(pills.value)
    assert {"figures", "technology"} <= set(pills.value)


def test_before_the_first_plan_the_page_still_has_its_steps():
    html = text(page(known_on="2015-01-01"))
    assert "<h1" in html
