from dataclasses import replace
from datetime import date

import pytest

from docs.examples import EXAMPLES
from metrics.figures.blocks import quality_list, target_basis, target_head
from metrics.figures.blocks.sources import source_label
from metrics.figures.signs import sign_img
from metrics.progress import assess
from metrics.progress.assess import judge
from metrics.progress.result import Verdict
from metrics.records import load
from metrics.words import words_for
from tests.progress import build as made

DAY = date(2026, 11, 28)


def test_the_claim_is_the_first_heading_and_states_demand_and_deadline(status, records, words, link, tree):
    page = tree(target_head(status("aidp-2025-core"), records, words, "light", link))
    assert "More than RMB 400 bn by the end of 2025" == page.one("h1").text


def test_the_claim_shows_the_wording_in_chinese_and_where_it_stands(status, records, words, link, tree):
    page = tree(target_basis(status("aidp-2025-core"), records, words, link))
    wording = page.one("q")
    assert ("zh-Hans", "2025年核心产业超4000亿元") == (wording.attrs["lang"], wording.text)
    assert ["sources?source=aidp-2017", "sources?source=chinamoneynetwork-2017-07-21"] == [
        a.attrs["href"] for a in page.one("div", cls="mp-wording").all("a")
    ]
    assert status("aidp-2025-core").target.locator.en in page.text


def test_chinese_claim_is_not_said_twice(status, records, link, tree):
    page = tree(target_head(status("aidp-2025-core"), records, words_for("zh"), "light", link))
    assert [] == page.all("q")
    assert 1 == page.text.count("2025年核心产业超4000亿元")


def test_a_source_that_is_not_held_is_not_named(status, records, words, link, tree):
    poorer = replace(records, sources={})
    page = tree(target_basis(status("aidp-2025-core"), poorer, words, link))
    assert [] == page.one("div", cls="mp-wording").all("a")


def test_plan_and_indicator_of_a_claim_lead_to_their_pages(status, records, words, link, tree):
    page = tree(target_head(status("aidp-2025-core"), records, words, "light", link))
    assert [
        ("AI development plan", "targets?plan=aidp-2017"),
        ("Core AI industry", "indicators?indicator=core_ai_industry_size"),
    ] == [(a.text, a.attrs["href"]) for a in page.one("p", cls="mp-crumb").all("a")]


def test_the_tabs_are_the_milestones_of_the_indicator_with_their_signs(core, records, words, link, tree):
    page = tree(target_head(core[1], records, words, "light", link, siblings=core))
    tabs = page.one("p", cls="mp-crumb").all(cls="mp-status")
    assert ["a", "b", "a"] == [tab.tag for tab in tabs]
    assert "page" == tabs[1].attrs["aria-current"]
    assert [f"{s.target.due.year} : {words.headline_full(s)}" for s in core] == [tab.text for tab in tabs]


def test_a_baseline_is_told_only_where_the_plan_gives_one(status, records, words, link, tree):
    assessed = status("aidp-2025-core")
    assert (
        "The plan itself gives a baseline"
        not in tree(target_head(assessed, records, words, "light", link)).text
    )
    period = assessed.counted[0].observation.period
    given = replace(
        assessed,
        target=assessed.target.model_copy(update={"baseline_value": 20.0, "baseline_period": period}),
    )
    page = tree(target_head(given, records, words, "light", link))
    assert f"The plan itself gives a baseline: RMB 20 bn {words.when(period)}." in page.text


def test_the_verdict_has_one_sign_for_each_counted_reading(status, records, words, link, tree):
    assessed = status("aidp-2025-core")
    page = tree(target_head(assessed, records, words, "light", link))
    assert [f"{words.text(r.series.short)} : {words.verdict(r.verdict)}" for r in assessed.counted] == [
        li.text for li in page.one("ul", cls="mp-ballot").all("li")
    ]
    for reading, item in zip(assessed.counted, page.one("ul", cls="mp-ballot").all("li"), strict=True):
        assert item.one("img").attrs["src"] in sign_img(reading.verdict, "light", hollow=False)


def test_the_headline_is_hollow_where_one_reading_stands_aside(status, records, words, link, tree):
    page = tree(target_head(status("aidp-2025-core"), records, words, "light", link))
    assert page.one("h2").one("img").attrs["src"] in sign_img(Verdict.MET, "light", hollow=True, size=32)


def test_the_full_phrase_stands_beside_the_short_one(status, records, words, link, tree):
    assessed = status("aidp-2025-core")
    page = tree(target_head(assessed, records, words, "light", link))
    assert words.headline(assessed) == page.one("h2").text
    assert words.headline_full(assessed) in [p.text for p in page.all("p", cls="mp-sr")]


def test_a_reading_that_stands_aside_gets_its_sentence_at_once(status, records, words, link, tree):
    assessed = status("aidp-2025-core")
    page = tree(target_basis(assessed, records, words, link))
    section = page.all("section")[0]
    at_once = [c.text for c in section.children if not isinstance(c, str) and c.tag == "p"]
    aside = next(r for r in assessed.counted if r.verdict is Verdict.UNVERIFIED)
    (sentence,) = [text for text in at_once if text.startswith(words.reading(aside, assessed, records))]
    assert sentence.endswith(
        source_label(records.sources[aside.observation.source], words).replace("  ", " ")
    )
    assert len(assessed.counted) - 1 == len(page.all("details")[0].all("p"))


def test_without_a_majority_every_sentence_is_folded(status, records, words, link, tree):
    assessed = status("moe-2020-centres")
    page = tree(target_basis(assessed, records, words, link))
    sentences = page.all("details")[0].all("p")
    assert len(assessed.counted) == len(sentences)
    for reading, one in zip(assessed.counted, sentences, strict=True):
        assert one.text.startswith(words.reading(reading, assessed, records))
        assert f"sources?source={reading.observation.source}" == one.one("a").attrs["href"]


def test_the_two_groups_of_reporters_are_told_apart(status, records, words, link, tree):
    assessed = status("aidp-2025-core")
    text = tree(target_basis(assessed, records, words, link)).text
    assert f"The state and its institutes: {words.group_headline(assessed.state)}." in text
    assert f"Independent: {words.group_headline(assessed.independent)}." in text
    assert assessed.differ
    assert "The two do not say the same." in text


def test_a_target_without_readings_has_no_ballot(status, records, words, link, tree):
    page = tree(target_head(status("moe-2020-textbooks"), records, words, "light", link))
    assert [] == page.all("ul", cls="mp-ballot")
    assert "mp-mute" in page.one("section", cls="mp-verdict").attrs["class"].split()


def test_an_undecided_headline_is_short_and_its_tally_stands_below(status, records, words, link, tree):
    page = tree(target_head(status("aidp-2030-core"), records, words, "light", link))
    assert "Inconclusive, contested" == page.one("h2").text
    assert (
        "2 of 5 met early, 1 depends on the path, 2 too early to say."
        == page.one("p", cls="mp-verdict-rest").text
    )


def test_where_there_is_no_data_the_day_of_the_last_look_is_told(status, records, words, link, tree):
    page = tree(target_head(status("moe-2020-textbooks"), records, words, "light", link))
    assert "No data" == page.one("h2").text
    assert "No published figure. Last looked on 28 Nov 2026." == page.one("p", cls="mp-verdict-rest").text
    then = assess(records, date(2020, 12, 31)).statuses["moe-2020-textbooks"]
    page = tree(target_head(then, records, words, "light", link))
    assert "No published figure." == page.one("p", cls="mp-verdict-rest").text


def test_the_quality_of_figures_is_told_in_five_answers(status, records, words, tree):
    page = tree(quality_list(status("aidp-2025-core"), records, words))
    assert ["Verified", "Sources", "Accuracy needed", "Limits", "Handling"] == [
        dt.text for dt in page.all("dt")
    ]
    assert (
        "3 readings by the state itself, 2 by state institutes and 1 independent." == page.all("dd")[1].text
    )
    assert page.all("dd")[0].text.endswith(
        "Of the 6 that count, 3 were read in a copy or a restatement only, marked “2nd” above."
    )
    assert page.all("dd")[2].text.endswith(
        "Nearest of those that count: > 500 (Premier), 100 or more above and 269.7 (iResearch), 130.3 below."
    )


def test_the_accuracy_needed_is_told_in_amounts_of_money_in_chinese(status, records, tree):
    zh = words_for("zh")
    known = zh.in_own_units(records)
    one = assess(known, DAY).statuses["de-2025-online-retail"]
    text = tree(quality_list(one, known, zh)).all("dd")[2].text
    assert "能够判断是否达到“至少17万亿元”即可。" in text
    assert text.endswith("国家统计局（总额），15.97万亿元（低于目标1.03万亿元）。")


def test_no_mark_is_named_where_none_of_the_figures_that_count_bears_it(words, tree):
    town = load(EXAMPLES / "quillhaven")
    one = judge(town, town.targets["qh-2025-holiday-homes"], town.as_of)
    assert "partly" == town.indicators["holiday_homes"].quality.verified
    assert "2nd" not in tree(quality_list(one, town, words)).all("dd")[0].text


def test_the_accuracy_needed_cannot_be_said_without_a_counted_figure(status, records, words, tree):
    page = tree(quality_list(status("moe-2020-textbooks"), records, words))
    assert "No counted figure; it cannot be said." in [dd.text for dd in page.all("dd")]


def test_a_known_on_day_in_the_past_changes_the_verdict_shown(records, words, link, tree):
    then = assess(records, date(2020, 12, 31)).statuses["aidp-2020-core"]
    page = tree(target_head(then, records, words, "dark", link))
    assert words.headline(then) == page.one("h2").text
    assert "mp-open" in page.one("section", cls="mp-verdict").attrs["class"].split()


@pytest.mark.parametrize(
    ("value", "bound", "expected"),
    [
        (450, "exact", "450 (count), 50 above"),
        (450, "more_than", "> 450 (count), 50 or more above"),
        (450, "at_most", "≤ 450 (count), 50 above, with no lower end"),
        (300, "exact", "300 (count), 100 below"),
        (300, "less_than", "< 300 (count), 100 or more below"),
        (300, "at_least", "≥ 300 (count), 100 below, with no upper end"),
        (400, "exact", "400 (count), at the number itself"),
    ],
)
def test_the_accuracy_needed_follows_the_open_end_of_the_nearest_figure(value, bound, expected, words, tree):
    known = made.records(made.figure("2025", value, bound), target=made.target())
    one = judge(known, known.targets["the-target"], made.LATER)
    text = tree(quality_list(one, known, words)).all("dd")[2].text
    assert text.endswith(f"Nearest of those that count: {expected}.")


def test_the_distance_agrees_with_the_figures_as_they_are_displayed(words, tree):
    known = made.records(made.figure("2025", 160.69), target=made.target(value=150))
    one = judge(known, known.targets["the-target"], made.LATER)
    assert "160.7 (count), 10.7 above" in tree(quality_list(one, known, words)).all("dd")[2].text


def test_the_accuracy_needed_by_a_two_sided_target_is_that_of_its_nearer_limit(words, tree):
    known = made.records(made.figure("2025", 26), target=made.target("~", 20))
    one = judge(known, known.targets["the-target"], made.LATER)
    assert "26 (count), 4 above" in tree(quality_list(one, known, words)).all("dd")[2].text
