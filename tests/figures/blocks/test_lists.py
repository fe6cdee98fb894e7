import re
from datetime import date

from metrics.figures.blocks import (
    chart_foot,
    chart_head,
    columns,
    data_table,
    footer,
    goal_list,
    page_head,
    section_head,
    source_rows,
    status_key,
    target_list,
    worked_cases,
)
from metrics.figures.blocks.source_list import MOST_NAMED
from metrics.figures.blocks.target_list import MOST_ROWS
from metrics.figures.blocks.worked_cases import CASES
from metrics.figures.chart import Chart, Column, Table
from metrics.progress import histories
from metrics.progress.result import Verdict
from tests.figures.blocks.conftest import TODAY

TABLE = Table(
    (
        Column("year", "Year"),
        Column("value", "RMB bn", numeric=True),
        Column("day", "Day"),
        Column("open", "Open"),
    ),
    ((2025, 1200.0, date(2026, 3, 5), True), (2024, None, None, False)),
)


def test_numbers_stand_right_and_are_grouped_years_are_not(words, tree):
    rows = tree(data_table(TABLE, words, "Size")).one("tbody").all("tr")
    assert ["2025", "1,200", "5 Mar 2026", "yes"] == [
        c.text for c in rows[0].children if not isinstance(c, str)
    ]
    assert "mp-n" == rows[0].all("td")[0].attrs["class"]


def test_an_unknown_value_is_an_empty_cell(words, tree):
    rows = tree(data_table(TABLE, words, "Size")).one("tbody").all("tr")
    assert ["", "", "no"] == [td.text for td in rows[1].all("td")]


def test_a_wide_table_scrolls_in_a_named_box(words, tree):
    box = tree(data_table(TABLE, words, "Size")).one("div", cls="mp-scroll")
    assert ("0", "region", "Size") == (box.attrs["tabindex"], box.attrs["role"], box.attrs["aria-label"])


def test_targets_are_listed_by_plan_with_their_full_phrase(progress, records, words, link, tree):
    page = tree(target_list(list(progress.statuses.values()), records, words, "light", link))
    plans = list(dict.fromkeys(s.target.plan for s in progress.statuses.values()))
    assert [words.text(records.plans[plan].title) for plan in plans] == [h.text for h in page.all("h2")]
    assert len(progress.statuses) == len(page.all("a"))
    assert words.headline_full(progress.statuses["aidp-2025-core"]) in page.text
    assert [] == page.all("details")


def test_of_many_targets_the_rest_is_folded_plan_by_plan(progress, records, words, link, tree):
    many = [one for one in progress.statuses.values() for _ in range(4)]
    page = tree(target_list(many, records, words, "light", link))
    folded = [row for fold in page.all("details") for row in fold.all("td", cls="mp-when")]
    assert MOST_ROWS == len(page.all("td", cls="mp-when")) - len(folded)
    assert len(many) - MOST_ROWS == len(folded)


def test_a_filter_that_leaves_nothing_says_so(records, words, link, tree):
    page = tree(target_list([], records, words, "light", link))
    assert "No target fits this choice." == page.text
    assert "" == goal_list([], records, words, link, known_on=TODAY)


def test_goals_are_listed_without_a_sign(records, words, link, tree):
    page = tree(goal_list(list(records.goals.values()), records, words, link, known_on=TODAY))
    assert len(records.goals) == len(page.all("li"))
    assert [] == page.all("img")
    assert "no number, no verdict" in page.text


def test_a_goal_counts_what_its_benchmarks_say_and_that_they_were_chosen_here(records, words, link, tree):
    goal = records.goals["aidp-2020-parity"]
    page = tree(goal_list([goal], records, words, link, known_on=TODAY))
    sentence = page.one("span", cls="mp-body").text
    n = len(goal.benchmarks)
    assert sentence.startswith(f"no verdict; {n} benchmarks chosen here: ")
    assert n == sum(
        int(count) for count in re.findall(r"(\d+) (?:supports?|do|does|cannot|has|have)\b", sentence)
    )
    assert f"the {n} benchmarks counted here were chosen by this project" in page.text


def test_the_list_says_since_when_each_verdict_stands(progress, records, words, link, tree):
    turned = {name: one.turned for name, one in histories(records, TODAY).items()}
    page = tree(target_list(list(progress.statuses.values()), records, words, "light", link, turned=turned))
    since = [
        under.text for cell in page.all("td", cls="mp-where") for under in cell.all("span", cls="mp-under")
    ]
    assert "since 14 Nov 2021, by RMB 160.7 bn from Shi Yong, counsellor" in [
        one.replace("\xa0", " ") for one in since
    ]
    silent = sum(one.headline.verdict is Verdict.NO_DATA for one in progress.statuses.values())
    assert len(progress.statuses) - silent == len(since)


def test_a_source_tells_who_how_and_what_rests_on_it(records, words, tree):
    source = records.sources["iresearch-2025"]
    page = tree(
        source_rows([source], {source.id: [("269.7 in 2024", "target?target=aidp-2025-core")]}, words)
    )
    facts = [span.text for span in page.one("p", cls="mp-facts").all("span")]
    assert [
        words.source_kind(source.kind),
        f"{words.independence(source.independence)}: {words.independence_note(source.independence)}",
        words.access(source.access),
    ] == facts[:3]
    assert "target?target=aidp-2025-core" == page.one("p", cls="mp-cites").one("a").attrs["href"]


def test_the_address_of_a_source_is_shown_as_text_and_tells_nobody_where_one_comes_from(records, words, tree):
    source = next(s for s in records.sources.values() if s.url)
    out = tree(source_rows([source], {}, words)).one("a", cls="mp-url")
    assert (source.url, source.url, "noopener noreferrer") == (out.text, out.attrs["href"], out.attrs["rel"])


def test_a_source_without_an_address_has_no_link(records, words, tree):
    source = next(s for s in records.sources.values() if not s.url)
    page = tree(source_rows([source], {}, words))
    assert [] == page.all("a")
    assert "No address is known." in page.text


def test_many_citations_are_folded(records, words, tree):
    source = next(iter(records.sources.values()))
    cites = [(f"figure {n}", None) for n in range(MOST_NAMED + 3)]
    page = tree(source_rows([source], {source.id: cites}, words))
    assert "3 more" == page.one("summary").text


def test_all_thirteen_rules_have_their_signs(records, words, link, tree):
    page = tree(worked_cases({}, records, words, "dark", link))
    rows = page.one("tbody").all("tr")
    assert [str(case) for case in range(1, 14)] == [row.one("th").text for row in rows]
    assert [words.rule(case) for case in CASES] == [row.all("td")[1].all("p")[0].text for row in rows]
    assert {*Verdict} - {Verdict.ENDED} == {verdict for verdicts in CASES.values() for verdict in verdicts}


def test_the_key_of_signs_names_every_verdict(words, tree):
    page = tree(status_key(words, "light"))
    assert [words.verdict(verdict) for verdict in Verdict] == [li.text for li in page.all("li")]


def test_heads_and_feet_carry_the_words_of_their_chart(tree):
    chart = Chart("id", None, "Finding", "RMB bn", "Source: A. Known on B", "alt", TABLE)
    head = tree(chart_head(chart, level=3))
    assert ("Finding", "RMB bn") == (head.one("h3").text, head.one("p").text)
    assert "Source: A. Known on B" == tree(chart_foot(chart)).text
    assert "A title" == tree(page_head("A title")).one("h1").text
    assert [] == tree(section_head("A head")).all("p")


def test_columns_take_blocks_in_as_they_are(tree):
    page = tree(columns(page_head("Left"), page_head("Right"), "target"))
    assert ["Left", "Right"] == [h.text for h in page.all("h1")]
    assert "mp-cols-target" in page.one("div", cls="mp-cols").attrs["class"].split()


def test_the_footer_tells_the_age_of_the_data_and_the_known_on_day(records, words, link, tree):
    page = tree(footer(records, words, known_on=date(2020, 1, 1), link=link))
    assert ["Data version 28 Nov 2026", "Known on 1 Jan 2020"] == [s.text for s in page.all("span")[:2]]
    assert ["method?", "sources?"] == [a.attrs["href"] for a in page.all("a")]
