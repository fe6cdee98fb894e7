"""The families at a glance: promise or none, both sides' latest figures, and a spark, in one real table."""

import pytest

from metrics.figures.blocks import family_rows
from metrics.figures.blocks.family_rows import PROMISES, nearest
from metrics.progress import as_known_on, assess, histories
from metrics.progress.families import family_views
from metrics.words import words_for
from tests.figures.blocks.conftest import TODAY


def drawn(records, link, language="en", plans=None, mode="light"):
    plans = plans or records.glance.plans
    words = words_for(language)
    records = words.in_own_units(records)
    known = as_known_on(records, TODAY)
    statuses = [one for one in assess(records, TODAY).statuses.values() if one.target.plan in plans]
    turned = {name: one.turned for name, one in histories(records, TODAY).items()}
    views = family_views(known, statuses, TODAY, plans)
    return family_rows(views, known, words, mode, link, turned=turned)


@pytest.fixture
def rows(records, link, tree):
    return tree(drawn(records, link)).one("tbody").all("tr")


def plain_text(node):
    return node.text.replace("\xa0", " ")


def test_each_row_is_named_and_leads_to_its_indicator(rows):
    names = [row.one("th").all("a")[0] for row in rows]
    assert ["Industry", "Research centres", "Patents", "Investment"] == [name.text for name in names]
    for name, indicator in zip(
        names,
        ["core_ai_industry_size", "ai_research_centres", "ai_patent_grants", "ai_private_investment"],
        strict=True,
    ):
        assert f"indicator={indicator}" in name.attrs["href"]


def test_a_promise_has_its_demand_its_verdict_and_since_when(rows):
    industry = [plain_text(item) for item in rows[0].all("li")]
    assert [
        "2020: > 150 Met since 14 Nov 2021",
        "2025: > 400 Met since 31 Dec 2025",
        "2030: > 1,000 Inconclusive since 16 Oct 2023",
    ] == industry
    (centres,) = rows[1].all("li")
    assert "2020: ≥ 50 Inconclusive since 30 Apr 2019" == plain_text(centres)
    assert "target=moe-2020-centres" in centres.one("a").attrs["href"]


def test_where_nothing_was_promised_in_numbers_it_says_so_and_counts_the_benchmarks(rows):
    for row in rows[2:]:
        assert "No promise in numbers" == row.one("p", cls="mp-no-number").text
        assert "Benchmarks chosen here that support: 2020:" in plain_text(row.one("p", cls="mp-tests"))
    (first, *_) = rows[2].one("p", cls="mp-tests").all("a")
    assert "target=aidp-2020-parity" in first.attrs["href"]


def test_both_sides_stand_with_reporter_and_period(rows):
    industry = rows[0].all("td")
    assert ("269.7 iResearch, 2024", "> 1,200 CAICT, new series, 2025") == (
        plain_text(industry[1]),
        plain_text(industry[2]),
    )
    patents = rows[2].all("td")
    assert "China ≈ 97,990 · United States 15,920 AI Index 2026, 2024" == plain_text(patents[1])
    assert "17,477 CNIPA, 2017" == plain_text(patents[2])


def test_every_spark_has_a_text_alternative_and_a_name(rows):
    for row in rows:
        cell = row.one("td", cls="mp-spark-cell")
        assert "China: " in cell.one("img").attrs["alt"]
        assert cell.one("small").text
    assert "United States: US$" not in rows[3].one("img").attrs["alt"]  # bare numbers: the row names the unit


def test_no_more_than_three_promises_the_nearest_in_time(records):
    statuses = [one for one in assess(records, TODAY).statuses.values() if not one.due]
    found = nearest(statuses)
    assert PROMISES == len(found)
    assert list(found) == sorted(found, key=lambda one: one.target.due)


def test_in_chinese_it_is_chinese(records, link, tree):
    page = tree(drawn(records, link, "zh"))
    assert "四类指标，两类有量化目标" == page.one("h2").text
    assert "没有量化目标" == page.all("p", cls="mp-no-number")[0].text
    assert "2020年：超过1500 已达成 自2021年11月14日起" == plain_text(page.all("li")[0])


def test_every_other_plan_of_the_files_has_its_rows(records, link, tree):
    for plan in records.plans:
        html = drawn(records, link, plans=(plan,))
        assert not html or tree(html).all("tr")
