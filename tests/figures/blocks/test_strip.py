from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.figures.blocks import milestone_strip
from metrics.figures.blocks.strip import MOST_LINES, YearAxis, _crossed, _fits, _heads_fit, _tag_side
from metrics.figures.signs import sign_img
from metrics.figures.typesetting import text_width
from metrics.progress import assess, history
from metrics.progress.result import Verdict
from metrics.words import words_for

DAY = date(2026, 11, 28)


@pytest.fixture
def strip(glance, records, words, link, tree):
    return tree(
        milestone_strip(glance, records, words, "light", known_on=DAY, link=link, plans=records.glance.plans)
    )


def test_a_cell_says_since_when_and_by_whose_figure(glance, records, words, link, tree):
    turned = {one.target.id: history(records, one.target, DAY).turned for one in glance}
    page = tree(
        milestone_strip(
            glance,
            records,
            words,
            "light",
            known_on=DAY,
            link=link,
            plans=records.glance.plans,
            turned=turned,
        )
    )
    met = page.all("a", cls="mp-cell")[0]
    assert "since 14 Nov 2021" == met.one("span", cls="mp-since").text
    assert met.attrs["aria-label"].endswith("; since 14 Nov 2021, by RMB 160.7 bn from Shi Yong, counsellor")
    silent = [cell for cell in page.all("a", cls="mp-cell") if not cell.all("span", cls="mp-since")]
    assert {"No data"} == {cell.one("b").text for cell in silent}


@given(
    st.lists(st.dates(date(2018, 1, 1), date(2035, 12, 31)), min_size=1, max_size=12, unique=True),
    st.sampled_from(["en", "zh"]),
)
def test_due_dates_of_the_head_row_never_overprint(days, language):
    """Where an axis is drawn at all, its labels stand apart at its narrowest; a matrix has a column for each."""
    words = words_for(language)
    days = sorted(days)
    axis = YearAxis(2017, days[-1].year)
    heads = [(words.day(day), axis.share(day)) for day in days]
    if _heads_fit(heads):
        ends = [
            (388 * x - text_width(t, 15, 600) / 2, 388 * x + text_width(t, 15, 600) / 2) for t, x in heads
        ]
        assert all(end < start for (_, end), (start, _) in pairwise(ends))
        assert ends[-1][1] <= 388 + 18


def test_rows_are_target_lines_and_columns_are_due_years(strip):
    assert ["due at the end of", "2020", "2025", "2030 not due yet"] == [
        th.text for th in strip.one("thead").all("th")
    ]
    assert [
        ("Core AI industry", "RMB bn"),
        ("Related industries", "RMB bn"),
        ("AI research centres", "institutions"),
        ("AI textbooks", ""),  # the name says the unit
        ("Online AI courses", ""),
        ("AI + X majors", ""),
    ] == [
        (th.children[0].strip(), "".join(unit.text for unit in th.all("small", cls="mp-unit")))
        for th in strip.all("th", cls="mp-name")
    ]


def test_every_row_has_a_cell_for_every_due_date(strip):
    rows = [tr for tr in strip.one("tbody").all("tr") if "mp-group" not in (tr.attrs.get("class") or "")]
    assert [3] * 6 == [len(row.all("td")) for row in rows]


def test_the_name_of_a_cell_is_the_demand_and_the_full_phrase(strip, status, words, records):
    met = status("aidp-2025-core")
    label = strip.one("a", href="target?target=aidp-2025-core").attrs["aria-label"]
    assert f"Core AI industry, more than RMB 400 bn by the end of 2025: {words.headline_full(met)}" == label


def test_a_sign_is_hollow_where_not_all_readings_agree(strip):
    shown = strip.one("a", href="target?target=aidp-2025-core").one("img").attrs["src"]
    assert shown in sign_img(Verdict.MET, "light", hollow=True)
    assert shown not in sign_img(Verdict.MET, "light", hollow=False)


def test_a_sign_is_filled_where_all_readings_agree(records, words, link, tree, status):
    met = status("aidp-2020-core")
    whole = replace(met, headline=replace(met.headline, k=3, n=3, tally=((Verdict.MET, 3),)))
    html = milestone_strip([whole], records, words, "light", known_on=DAY, link=link, plans=("aidp-2017",))
    assert tree(html).one("a", cls="mp-cell").one("img").attrs["src"] in sign_img(Verdict.MET, "light")


def test_the_known_on_line_stands_at_its_day(strip):
    assert str(YearAxis(2017, 2030).share(DAY)) == strip.one("i", cls="mp-today").style["--x"]
    assert "28 Nov 2026" == strip.one("span", cls="mp-today-tag").text


@given(
    st.floats(0, 1),
    st.floats(0, 1),
    st.sampled_from(["Behind", "Depends on the path"]),
    st.sampled_from(["since 10 May 2025", "\u2265 600 \u00b7 3 of 4"]),
    st.floats(388, 1400),
)
def test_no_line_of_the_day_is_seen_through_a_label(due, known_on, word, label, axis):
    """Where the line runs through the box of a label at any width of the axis, the label has a ground of its own."""
    wide = max(text_width(word, 15, 600), text_width(label, 13))
    right = due * axis - 17
    if right - wide < known_on * axis < right:
        assert _crossed(due, known_on, word, [label])


def test_only_a_label_over_the_line_of_the_day_has_a_ground(strip):
    crossed = [cell.attrs["href"] for cell in strip.all("a", cls="mp-crossed")]
    assert crossed
    assert [] == [href for href in crossed if "-2030-" not in href]


def test_after_the_last_due_date_there_is_no_known_on_line(glance, records, words, link, tree):
    html = milestone_strip(
        glance, records, words, "light", known_on=date(2031, 1, 1), link=link, plans=records.glance.plans
    )
    assert [] == tree(html).all("i", cls="mp-today")


def test_groups_name_the_plan_and_the_day_it_was_made_public(strip, records, words):
    expected = [
        f"{words.text(records.plans[plan].label)}, {words.period(records.plans[plan].published)}"
        for plan in records.glance.plans
    ]
    assert expected == [tr.text for tr in strip.all("tr", cls="mp-group")]


def test_goals_are_counted_and_linked(strip):
    note = strip.one("p", cls="mp-strip-note").one("a")
    assert ("19 goals without a number are listed, not scored", "targets?show=goals") == (
        note.text,
        note.attrs["href"],
    )


def test_before_the_plan_the_strip_says_so_and_leads_to_today(records, words, link, tree):
    html = milestone_strip(
        [], records, words, "light", known_on=date(2017, 1, 1), link=link, plans=records.glance.plans
    )
    page = tree(html)
    assert "On 1 January 2017 there was no plan yet." in page.text
    assert "glance?" == page.one("a").attrs["href"]
    assert "2017-07-20" not in html


def test_two_targets_for_one_due_date_get_two_lines(records, words, link, tree, status):
    one = status("aidp-2025-core")
    other = replace(one, target=one.target.model_copy(update={"id": "another", "value": 500.0}))
    page = tree(
        milestone_strip([one, other], records, words, "light", known_on=DAY, link=link, plans=("aidp-2017",))
    )
    assert 2 == len(page.all("th", cls="mp-name"))
    assert 2 == len(page.all("a", cls="mp-cell"))


def test_lines_too_close_for_an_axis_become_a_matrix_in_its_own_scroll_box(records, words, link, tree):
    statuses = list(assess(records, DAY).statuses.values())
    page = tree(
        milestone_strip(statuses, records, words, "dark", known_on=DAY, link=link, plans=tuple(records.plans))
    )
    boxes = page.all("div", cls="mp-strip")
    assert {("0", "region")} == {(box.attrs["tabindex"], box.attrs["role"]) for box in boxes}
    assert len(statuses) == len(page.all("a", cls="mp-cell"))
    (fold,) = page.all("details")
    names = page.all("th", cls="mp-name")
    assert MOST_LINES == len(names) - len(fold.all("th", cls="mp-name")) < len(names)
    assert f"{len(names) - MOST_LINES} more measures" == fold.one("summary").text


def test_no_lines_fit_an_axis():
    assert _fits([], [])


def test_the_known_on_date_avoids_the_years():
    assert "right" == _tag_side(0.7067, [0.2857, 0.6429, 1.0])
    assert "left" == _tag_side(0.60, [0.2857, 0.6429, 1.0])
    assert "low" == _tag_side(0.98, [0.9, 1.0])
