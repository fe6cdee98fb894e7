"""Two places beside each other: what is filed and granted, who leads by which count, and why the counts of a year differ."""

import re
from dataclasses import replace
from datetime import date

import pytest

from metrics.figures.blocks import family_pairs_table, year_pairs_table
from metrics.figures.blocks.pair_tables import leaders, why
from metrics.progress import as_known_on
from metrics.progress.lead import compared
from metrics.progress.pairs import family_pairs, same_reporter, tally, year_pairs
from metrics.progress.spread import spreads
from metrics.records import load
from metrics.words import words_for

DAY = date(2026, 11, 28)
RECORDS = load()
PAIR = compared(RECORDS)


def made(family, language="en", day=DAY):
    words = words_for(language)
    known = as_known_on(words.in_own_units(RECORDS), day)
    return family_pairs_table(family_pairs(known, family, day, PAIR), PAIR, known, words)


def year_of(indicator, year, language="en"):
    words = words_for(language)
    known = as_known_on(words.in_own_units(RECORDS), DAY)
    one = known.indicators[indicator]
    counted = year_pairs(known, one, year, spreads(known, one, PAIR[0])[year], PAIR, day=DAY)
    return counted, words, year_pairs_table(counted, PAIR, known, words)


def cells(html):
    return [re.sub(r"<[^>]+>", "", one).strip() for one in re.findall(r"<t[hd].*?</t[hd]>", html)]


TITLES = {
    "en": """Patent filings, 2022: China 1.8 × United States (another count: 5.3 ×);
Patents granted, 2024: China 6.2 × United States""",
    "zh": """专利申请量（2022年）：中国为美国的1.8倍（另一口径：5.3倍）；
专利授权量（2024年）：中国为美国的6.2倍""",
}


@pytest.mark.parametrize("language", TITLES)
def test_filed_and_granted_stand_together_with_how_many_times_one_place_the_other_is(language):
    title = TITLES[language].replace("\n", " " if language == "en" else "")
    html = made("patents", language)
    assert f"<h2>{title}</h2>" in html.replace("\u00a0", " ").replace("\u2060", "")


def test_a_row_has_the_figures_of_both_places_of_one_count_and_its_source():
    found = cells(made("patents"))
    at = found.index("AI patents granted per year")
    assert (
        [
            "China 6.2 × United States",
            "about 97,990 patents",
            "15,920 patents",
            "2024",
            "AI Index 2026",
            "",  # nobody else counted that year
            "Stanford Institute for Human-Centered AI",
        ]
        == found[at + 1 : at + 8]
    )
    assert "Compare within a row only" in made("patents")


@pytest.mark.parametrize("day", [date(2019, 6, 30), date(2022, 6, 30), date(2024, 12, 31), DAY])
def test_other_counts_are_of_other_reporters_for_the_same_period(day):
    known = as_known_on(RECORDS, day)
    lines = [one for family in known.families for one in family_pairs(known, family, day, PAIR)]
    assert lines
    for line in lines:
        for other in line.others:
            assert other.figure.period.days == line.pair.figure.period.days
            assert not same_reporter(other.series, line.pair.series)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_where_nobody_else_counted_the_period_nothing_is_said_of_others(language):
    html, words = made("investment", language), words_for(language)
    assert words.say("pairs.column.others") not in html
    title = {
        "en": "Private investment, 2025: United States 23 × China;",
        "zh": "（2025年）：美国为中国的23倍；",
    }
    assert title[language] in html.replace("\u00a0", " ").replace("\u2060", "")


def test_counts_in_other_dollars_and_of_other_editions_are_of_one_reporter():
    def are_one(one, other):
        return same_reporter(RECORDS.series[one], RECORDS.series[other])

    assert are_one("quid_nominal", "quid_real")
    assert are_one("pitchbook_2019pull", "pitchbook_2021pull")
    assert are_one("cset_2020_disclosed", "cset_invest_real")
    assert are_one("aiindex_grants_2024ed", "aiindex_grants_2026ed")
    assert not are_one("quid_real", "cset_invest_real")


def test_nothing_is_told_of_a_day_on_which_nobody_counted_both():
    assert made("patents", day=date(2015, 1, 1)) == ""


WHY = {
    "en": """Six counts have both places.
Ahead, by judged figures and one count a reporter: China in two, United States in two.
Not counted: one derived (Quid, nominal); one more of a reporter already counted (PitchBook, pull of 2019).
Why they differ: the lowest and the highest count different things.
ABI Research: Venture capital in AI start-ups.
Tsinghua, all financing: All investment and financing events, very broad.""",
    "zh": """同时有两地数据的口径共六个。
只看实际值和估计值，每家机构只计一个口径：两个显示中国领先、两个显示美国领先。
未计入：一个为推算值（Quid（名义））；一个为已计机构的另一口径（PitchBook（2019年取数））。""",
}


@pytest.mark.parametrize("language", WHY)
def test_who_leads_is_told_by_judged_figures_one_a_reporter_and_why_trackers_differ(language):
    _, _, html = year_of("ai_private_investment", 2017, language)
    assert WHY[language].replace("\n", " " if language == "en" else "") in html


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_reporter_that_counts_in_both_prices_is_counted_at_those_of_the_year(language):
    counted, words, html = year_of("ai_private_investment", 2024, language)
    found = tally(counted.pairs)
    assert {"quid_nominal", "cset_invest_real"} == {one.series.id for one in found.counted}
    assert ["quid_real"] == [one.series.id for one in found.prices]
    left = words.text(RECORDS.series["quid_real"].short)
    assert words.say("pairs.uncounted.prices", n=1, series=left) in html


@pytest.mark.parametrize("language", ["en", "zh"])
def test_derived_figures_stay_in_the_table_marked(language):
    counted, words, html = year_of("ai_private_investment", 2017, language)
    (quid,) = tally(counted.pairs).derived
    figure = words.figure_long(quid.first, words.in_own_units(RECORDS).units[quid.series.unit])
    sentence = words.say("chart.piece", figure=figure, note=words.say("chart.derived"))
    assert sentence.replace("\u00a0", " ") in html.replace("\u00a0", " ")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_without_a_count_of_both_places_there_is_no_table(language):
    counted, _, html = year_of("ai_research_centres", 2019, language)
    assert counted is None
    assert html == ""


@pytest.mark.parametrize("language", ["en", "zh"])
def test_rows_that_overlap_say_so(language):
    counted, words, html = year_of("ai_private_investment", 2017, language)
    known = as_known_on(words.in_own_units(RECORDS), DAY)
    one = known.indicators["ai_private_investment"]
    series = [
        s.model_copy(update={"overlaps": ("tsinghua_broad",)}) if s.id == "abi" else s for s in one.series
    ]
    changed = one.model_copy(update={"series": tuple(series)})
    known = replace(known, indicators={**known.indicators, one.id: changed})
    (sentence,) = words.not_added(("abi", "tsinghua_broad"), known)
    assert sentence not in html
    assert sentence in year_pairs_table(counted, PAIR, known, words)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_flagged_figure_stands_with_its_note(language):
    _, words, html = year_of("notable_ai_models", 2025, language)
    note = words.text(RECORDS.observations["notable_2026ed-chn-2025"].note)
    assert note in html
    assert note in made("research", language)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_cell_of_a_stacked_row_says_its_column_and_its_role(language):
    html = made("patents", language)
    assert "mp-table-stack mp-pairs" in html
    cells_of = re.findall(r"<(?:td|th)(?= role=\"(?:cell|rowheader))[^>]*>", html)
    assert cells_of
    assert all(re.search(r'data-label="[^"]+"', one) for one in cells_of)


def test_series_with_one_definition_are_not_said_to_count_different_things():
    counted, words, _ = year_of("ai_private_investment", 2017)
    assert "state the same definition" in why(counted.lowest, counted.lowest, words)


NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def test_who_leads_adds_up_to_the_counts_that_have_both():
    words, known, leads = words_for("en"), as_known_on(RECORDS, DAY), 0
    names = {"place": "China", "other": "United States"}
    for indicator in known.indicators.values():
        for year, spread in spreads(known, indicator, PAIR[0]).items():
            found = year_pairs(known, indicator, year, spread, PAIR, day=DAY)
            if found is None:
                continue
            first, *rest = leaders(found.pairs, names, words)
            both = NUMBERS.index(first.split()[0].lower())
            ahead = re.findall(r" in (\w+)(?=[,.])", rest[0])
            left = re.findall(r"(?::|;) (\w+) (?=derived|in|more)", "".join(rest[1:]))
            assert both == sum(map(NUMBERS.index, (*ahead, *left))), (first, rest)
            leads += 1
    assert leads


def test_no_definition_points_to_another_one():
    pointing = re.compile(
        r"\b(as|see) (above|below|before)\b|^(the same|ditto)\b|同上|如上|见上", re.IGNORECASE
    )
    texts = [
        (one.id, text)
        for one in RECORDS.series.values()
        for text in (one.definition.en, one.definition.zh)
        if text and pointing.search(text)
    ]
    assert [] == texts
