"""What changed, as tables and lists: bounded, in one order, and hostile text stays text."""

from datetime import date

import pytest

from metrics.figures import blocks
from metrics.figures.blocks import change_tables
from metrics.progress import assess, changes, histories
from tests.figures.blocks.test_escaping import HOSTILE, poisoned  # noqa: F401  a fixture

SINCE, DAY = date(2020, 12, 31), date(2026, 11, 28)


def compared(records, since=SINCE, known_on=DAY):
    past = histories(records, known_on)
    return changes(records, assess(records, since), assess(records, known_on), past), past


def every_block(records, words, link, since=SINCE, known_on=DAY):
    found, past = compared(records, since, known_on)
    return {
        "headlines": blocks.headline_changes(found, records, words, "light", link),
        "readings": blocks.reading_changes(found, records, words, "light", link),
        "revisions": blocks.revision_table(found, records, words, link),
        "figures": blocks.new_figures(found, records, words, link),
        "public": blocks.made_public(found, words, link, of_a_plan=False),
        "log": blocks.flip_log(past.values(), records, words, "light", link, known_on=known_on),
        "history": blocks.history_strip(past["aidp-2025-core"], records, words, "light", link),
    }


NAMES = ["headlines", "readings", "revisions", "figures", "public", "log", "history"]


@pytest.fixture(scope="module")
def hostile(poisoned, words, link):  # noqa: F811
    return every_block(poisoned, words, link)


@pytest.fixture(scope="module")
def shipped(records, words, link):
    return every_block(records, words, link)


@pytest.mark.parametrize("name", NAMES)
def test_hostile_text_is_shown_as_it_stands_and_never_becomes_markup(hostile, name, tree):
    page = tree(hostile[name])
    assert [] == page.all("script")
    assert [] == [
        img.attrs for img in page.all("img") if not img.attrs["src"].startswith("data:image/svg+xml;base64,")
    ]
    assert [] == [n.tag for n in page.all() if any(attr.startswith("on") for attr in n.attrs)]
    assert [] == [a.attrs["href"] for a in page.all("a") if a.attrs["href"].lower().startswith("javascript:")]
    assert HOSTILE.replace(" ", "") in page.text.replace("\xa0", "").replace(" ", "")


def test_table_of_headlines_has_both_days_and_a_row_for_each(shipped, records, tree):
    found, _ = compared(records)
    table = tree(shipped["headlines"]).one("table")
    heads = [one.text for one in table.one("thead").all("th")]
    assert ["Target", "On 31 Dec 2020", "On 28 Nov 2026", "What made it"] == heads
    assert len(found.headlines) == len(table.all("th", scope="row"))
    assert all(2 == len(row.all("img")) for row in table.all("tr") if row.all("th", scope="row"))


def test_readings_that_count_come_first_and_then_those_that_had_a_figure_before(shipped, tree):
    rows = [row.all("td") for table in tree(shipped["readings"]).all("table") for row in table.all("tr")[1:]]
    ranks = [("listed, not counted" in series.text, before.text == "No data") for series, before, _ in rows]
    assert sorted(ranks) == ranks
    assert 1 < len(set(ranks))


def test_revisions_name_the_document_of_the_new_figure_and_not_a_reviser(shipped, tree):
    """A newspaper in which a ministry's figure was read was said to have revised it."""
    heads = {table.all("tr")[0].all("th")[-1].text for table in tree(shipped["revisions"]).all("table")}
    assert {"New figure in"} == heads


def test_revisions_give_a_difference_only_where_both_ends_are_closed(shipped, tree):
    rows = [row.all("td") for table in tree(shipped["revisions"]).all("table") for row in table.all("tr")[1:]]
    assert rows
    for _, old, new, difference, _ in rows:
        open_ended = "more than" in old.text + new.text or "at least" in old.text + new.text
        assert open_ended == (difference.text == "open-ended")


def test_new_figures_are_gathered_by_indicator_in_the_order_of_the_files(shipped, records, words, tree):
    heads = [one.text for one in tree(shipped["figures"]).all("h3")]
    order = [words.text(one.label) for one in records.indicators.values()]
    assert heads == [one for one in order if one in heads]


def test_new_figures_stand_newest_first_and_of_one_day_the_judged_ones(records, words, link, tree):
    found, _ = compared(records, date(2021, 11, 1), date(2021, 11, 30))
    lines = [
        one.text
        for one in tree(blocks.new_figures(found, records, words, link)).all("li")
        if not one.all("li")
    ]
    assert lines[0].replace("\xa0", " ").startswith("Shi Yong, counsellor: RMB 160.7 bn, China, 2020")
    assert any("(forecast)" in line for line in lines[1:])


def test_long_lists_are_cut_and_what_is_left_out_is_counted(records, words, link, tree, monkeypatch):
    monkeypatch.setattr(change_tables, "MOST", 5)
    found, _ = compared(records)
    page = tree(blocks.reading_changes(found, records, words, "light", link))
    assert 5 == len(page.all("th", scope="row"))
    assert f"{len(found.readings) - 5} more are not listed here" in page.text


def test_log_leads_from_each_day_to_what_changed_on_it(shipped, tree):
    days = [
        li.all("a")[0]
        for li in tree(shipped["log"]).all("ul", cls="mp-change-log")[0].children
        if hasattr(li, "all")
    ]
    assert "since=2026-02-04" in days[0].attrs["href"]
    assert "known_on=2026-02-05" in days[0].attrs["href"]
    assert "Show what changed on 5 Feb 2026" == days[0].attrs["aria-label"]


def test_nothing_that_came_makes_no_empty_section(records, words, link):
    made = every_block(records, words, link, DAY, DAY)
    assert ["", "", "", ""] == [made[name] for name in ("readings", "revisions", "figures", "public")]
    assert "On both days every headline says the same." in made["headlines"]
