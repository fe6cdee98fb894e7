from datetime import date

import pytest

from metrics.figures.blocks import benchmark_head, benchmark_panel, goal_panel, goal_steps
from metrics.figures.goal.chart import goal_chart
from metrics.progress import as_known_on, goal_results
from metrics.progress.result import Answer
from metrics.words import words_for

DAY = date(2026, 11, 28)
EARLIER = date(2020, 12, 31)


@pytest.fixture
def panel(records, words, link, tree):
    def make(goal_id, day=DAY):
        known = as_known_on(records, day)
        goal = known.goals[goal_id]
        siblings = [one for one in known.goals.values() if one.plan == goal.plan]
        results = goal_results(known, goal, day)
        return tree(goal_panel(goal, results, siblings, known, words, link, known_on=day))

    return make


@pytest.fixture
def asked(records, words, link, tree):
    def make(goal_id, n, day=DAY):
        known = as_known_on(records, day)
        result = goal_results(known, known.goals[goal_id], day)[n]
        return tree(benchmark_panel(result, known, words, link, known_on=day)), result

    return make


def hrefs(node):
    return [a.attrs["href"] for a in node.all("a")]


def test_the_title_of_a_goal_has_no_full_stop(panel):
    title = panel("aidp-2020-parity").one("h1").text
    assert "Overall AI technology and applications level with the advanced countries" == title


def test_a_goal_names_its_plan_its_due_date_and_its_wording(panel, records):
    page = panel("aidp-2020-parity")
    assert "due by the end of 2020" in page.text
    assert records.goals["aidp-2020-parity"].statement.zh == page.one("q").text
    assert "targets?plan=aidp-2017&show=goals" in hrefs(page)


def test_a_goal_never_carries_a_status_sign(panel):
    page = panel("aidp-2020-parity")
    assert ([], []) == (page.all("img"), page.all(cls="mp-status"))


def test_answers_are_counted_at_the_milestone_and_now(panel, records):
    results = goal_results(records, records.goals["aidp-2020-parity"], DAY)
    then, now = (dd.text for dd in panel("aidp-2020-parity").all("dd"))
    assert then.startswith(f"{[r.at_milestone for r in results].count(Answer.SUPPORTS)} support it")
    assert f"{[r.now for r in results].count(Answer.NO_RECENT_FIGURE)} have no recent figure" in now


LAST = {
    "en": ("no recent figure", "the last: ", "No recent figure; the last: "),
    "zh": ("没有近期数据", "最近一期，", "没有近期数据；最近一期："),
}


@pytest.mark.parametrize("code", LAST)
@pytest.mark.parametrize("name", ["aidp-2030-centre", "moe-2030-core-force"])
def test_a_benchmark_with_an_old_figure_names_the_last_instead_of_denying_it(name, code, records, link, tree):
    answer, last, title = LAST[code]
    words = words_for(code)
    old = [r for r in goal_results(records, records.goals[name], DAY) if r.now is Answer.NO_RECENT_FIGURE]
    assert old
    for result in old:
        page = tree(benchmark_panel(result, records, words, link, known_on=DAY))
        (period,) = {words.period(one.period) for one in result.last_figures}
        assert answer == page.all("b", cls="mp-answer")[1].text
        shown = page.all("span", cls="mp-under")[-1].text.replace("\N{NO-BREAK SPACE}", " ")
        assert shown.startswith(last)
        assert period in shown
        assert goal_chart(result, records, words, "light", known_on=DAY).title.startswith(title)


def test_a_milestone_that_lies_ahead_cannot_be_asked_yet(panel):
    assert "6 cannot be asked yet" == panel("aidp-2030-leading").all("dd")[0].text


def test_a_goal_without_benchmarks_says_so_and_leads_to_the_indicator_it_names(panel):
    page = panel("aiplus-2027-core-growth")
    assert "No benchmark has been chosen for it." in page.text
    assert "indicators?indicator=core_ai_industry_size" in hrefs(page)
    assert [] == page.all("dl")


def test_one_steps_from_goal_to_goal_of_a_plan(panel):
    first, second = panel("aidp-2020-parity"), panel("aidp-2020-growth-point")
    assert "Goal 1 of 16" in first.text
    assert "target?target=aidp-2020-growth-point" in hrefs(first)
    assert "Previous goal" not in first.text
    assert {"target?target=aidp-2020-parity", "target?target=aidp-2020-livelihood"} <= set(hrefs(second))


def test_all_goals_of_the_plan_are_listed_with_the_one_shown_marked(records, words, link, tree):
    goal = records.goals["aidp-2025-law"]
    siblings = [one for one in records.goals.values() if one.plan == goal.plan]
    page = tree(goal_steps(goal, siblings, records, words, link))
    assert len(siblings) == len(page.all("li"))
    assert words.text(goal.statement).rstrip(".") == page.one("b").text
    assert "page" == page.one("b").attrs["aria-current"]
    assert "" == goal_steps(goal, [goal], records, words, link)


def test_a_benchmark_is_labelled_as_chosen_here(records, words, tree):
    for goal in records.goals.values():
        for result in goal_results(records, goal, DAY):
            assert "chosen here" == tree(benchmark_head(result, words)).one("span", cls="mp-tag").text


def test_a_benchmark_gives_both_answers_with_every_figure_and_its_source(asked, words):
    page, result = asked("aidp-2020-parity", 3)
    assert [words.answer(result.at_milestone), words.answer(result.now)] == [
        b.text for b in page.all("b", cls="mp-answer")
    ]
    figures = [*result.milestone_figures, *result.now_figures]
    assert 4 == len(figures) == len(page.all("span", cls="mp-under"))
    assert [f"sources?source={one.source}" for one in figures] == hrefs(page)[:4]


def test_a_benchmark_says_why_and_which_series_it_asks(asked, words):
    page, result = asked("aidp-2020-parity", 0)
    assert words.text(result.benchmark.reason) in page.text
    assert "indicators?indicator=ai_patent_filings&series=cset_filings&places=CHN%2CUSA" in hrefs(page)


def test_a_series_without_a_known_figure_is_not_named(asked, records, words):
    page, result = asked("aidp-2020-parity", 1, EARLIER)
    assert words.text(records.series[result.benchmark.series].label) not in page.text
    assert "No figure that this test could use was known on 31 Dec 2020." in page.text
    assert [] == page.all("a")


def test_reasons_show_from_the_day_on_which_they_were_given(asked, panel, words):
    page, result = asked("aidp-2020-parity", 5, date(2026, 11, 21))
    assert words.text(result.benchmark.reason) not in page.text
    assert "their reasons are shown from that day on" in panel("aidp-2020-parity", date(2026, 11, 21)).text
    assert "their reasons are shown" not in panel("aidp-2020-parity").text
