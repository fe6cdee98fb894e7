import re

import pytest

from metrics.figures.blocks import coverage_plans, coverage_reasons, coverage_title, of_plans
from metrics.figures.blocks.coverage_table import MOST_ROWS, Order
from metrics.progress.coverage import Coverage, Untracked, coverage


@pytest.fixture
def covered(records, progress):
    return coverage(records, progress)


def every(_row):
    return True


def test_title_says_how_many_promises_can_be_followed(covered, words):
    title, lead = coverage_title(covered, words)
    assert f"On 28 Nov 2026, {len(covered.tracked)} of {len(covered.rows)} promises can be followed" == title
    assert "nothing about success" in lead


def test_title_of_some_plans_names_them(covered, records, words):
    title, _ = coverage_title(covered.of(("aidp-2017",)), words)
    assert f"{title} (AI development plan)" == of_plans(title, ["aidp-2017"], records, words)


def test_title_before_the_first_plan_says_so(covered, words):
    title, _ = coverage_title(Coverage(covered.known_on, ()), words)
    assert "no plan with a promise" in title


def test_no_percentage_stands_anywhere_but_in_what_is_promised(covered, records, words, link, tree):
    page = tree(coverage_reasons(covered, words, link) + coverage_plans(covered, every, records, words, link))
    for under in page.all("span", cls="mp-under"):
        under.children.clear()
    assert "%" not in page.text


def test_reasons_add_up_and_open_their_promises(covered, words, link, tree):
    page = tree(coverage_reasons(covered, words, link))
    bars = [row.all("td")[0].one("span", cls="mp-sr").text for row in page.one("tbody").all("tr")]
    assert len(covered.rows) - len(covered.tracked) == sum(int(text.split(" ")[0]) for text in bars)
    assert "coverage?reason=no_series" in [a.attrs["href"] for a in page.all("a")]


def test_the_chosen_reason_is_marked_and_leads_back_to_all(covered, words, link, tree):
    chosen = (
        tree(coverage_reasons(covered, words, link, Untracked.NO_SERIES)).one("tr", cls="mp-here").one("a")
    )
    assert ("true", "coverage?") == (chosen.attrs["aria-current"], chosen.attrs["href"])


def test_every_promise_links_to_its_page(covered, records, words, link, tree):
    page = tree(coverage_plans(covered, every, records, words, link))
    assert [f"target?target={row.promise.id}" for row in covered.rows] == [
        a.attrs["href"] for a in page.all("a")
    ]


def test_every_number_carries_its_name_for_a_narrow_screen(covered, records, words, link, tree):
    page = tree(coverage_plans(covered, every, records, words, link))
    assert [] == [td.text for td in page.all("td", cls="mp-n") if not td.attrs.get("data-label")]


def test_lists_are_folded_until_a_choice_opens_them(covered, records, words, link, tree):
    folded = tree(coverage_plans(covered, every, records, words, link))
    opened = tree(coverage_plans(covered, every, records, words, link, opened=True))
    assert not any("open" in one.attrs for one in folded.all("details"))
    assert all("open" in one.attrs for one in opened.all("details"))


def test_a_choice_that_leaves_nothing_says_so(covered, records, words, link, tree):
    assert (
        "No promise fits this choice."
        in tree(coverage_plans(covered, lambda _row: False, records, words, link)).text
    )


def test_longest_silent_stands_first_and_the_unheard_last(covered, records, words, link, tree):
    page = tree(coverage_plans(covered.of("aidp-2017"), every, records, words, link, order=Order.QUIET))
    days = [row.all("td")[-1].text for row in page.one("tbody").all("tr")]
    counted = [int(re.sub(r"\D", "", one)) for one in days if one]
    assert sorted(counted, reverse=True) == counted
    assert "" == days[-1]


def test_most_figures_stand_first(covered, records, words, link, tree):
    page = tree(coverage_plans(covered.of("aidp-2017"), every, records, words, link, order=Order.FIGURES))
    counts = [int(row.all("td")[3].text) for row in page.one("tbody").all("tr")]
    assert sorted(counts, reverse=True) == counts


def test_a_long_plan_is_cut_and_says_how_much_is_left(covered, records, words, link, tree):
    long = Coverage(covered.known_on, covered.of("aidp-2017").rows * 10)
    page = tree(coverage_plans(long, every, records, words, link))
    assert MOST_ROWS == len(page.one("tbody").all("tr"))
    assert f"{len(long.rows) - MOST_ROWS} more promises" in page.text
