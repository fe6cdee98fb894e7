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


def test_table_shows_few_entries_a_page_and_says_how_many_there_are():
    html = text(page())
    assert 25 == rows(page())
    assert "344 entries from 2015 to 2030" in html
    assert "Page 1 of 14." in html
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


@pytest.mark.parametrize(
    ("fold", "folded"),
    [
        ({"fold": "regulation,plans"}, {"Regulation", "Plans"}),
        ({"fold": "none"}, set()),
        ({}, {"Policy", "Regulation", "Technology", "Trade", "Milestone", "Institution", "Education"}),
    ],
)
def test_lanes_of_events_are_folded_unless_the_address_says_which(fold, folded):
    html = text(page(**fold))
    lanes = (
        "Plans",
        "Figures",
        "Policy",
        "Regulation",
        "Technology",
        "Trade",
        "Milestone",
        "Institution",
        "Education",
    )
    assert folded == {lane for lane in lanes if f'title="Open {lane}"' in html}
    assert set(lanes) - folded == {lane for lane in lanes if f'title="Fold {lane}"' in html}


def test_opening_a_lane_and_folding_it_again_leaves_no_word_in_the_address():
    html = text(page())
    opened = "policy,regulation,technology,trade_control,milestone,institution,education"
    assert opened not in html
    assert "fold=regulation%2Ctechnology" in html  # what the head of the lane of policy leads to
    html = text(page(fold=",".join(opened.split(",")[1:])))
    head = html[html.index("mp-heads") : html.index("Fold Policy")]
    assert "fold=" not in head[head.rindex("<a") :]


def test_what_changed_last_is_told_in_one_line():
    assert "Last change of a verdict, 31 Dec 2025: " in text(page())
    html = text(page(known_on="2021-11-14"))
    assert '<p class="mp-flip" aria-live="polite">14 Nov 2021: Core AI industry 2020 turned from' in html
    assert "No verdict of these plans had changed by 1 Jan 2018" in text(page(known_on="2018-01-01"))


def test_before_the_first_plan_the_page_still_has_its_steps():
    html = text(page(known_on="2015-01-01"))
    assert "<h1" in html
