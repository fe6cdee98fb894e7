"""Two places beside each other: what is filed and granted, who leads by which count, and why the counts of a year differ."""

import re
from datetime import date

import pytest

from metrics.figures.blocks import family_pairs_table, year_pairs_table
from metrics.figures.blocks.pair_tables import leaders, why
from metrics.progress import as_known_on
from metrics.progress.lead import compared
from metrics.progress.pairs import family_pairs, year_pairs
from metrics.progress.spread import spreads
from metrics.records import load
from metrics.words import words_for

DAY = date(2026, 11, 28)
HELD = load()
PAIR = compared(HELD)


def made(family, language="en", day=DAY):
    words = words_for(language)
    known = as_known_on(words.told(HELD), day)
    return family_pairs_table(family_pairs(known, family, day, PAIR), PAIR, known, words)


def year_of(indicator, year, language="en"):
    words = words_for(language)
    known = as_known_on(words.told(HELD), DAY)
    one = known.indicators[indicator]
    told = year_pairs(known, one, year, spreads(known, one, PAIR[0])[year], PAIR, day=DAY)
    return told, words, year_pairs_table(told, PAIR, known, words)


def cells(html):
    return [re.sub(r"<[^>]+>", "", one).strip() for one in re.findall(r"<t[hd].*?</t[hd]>", html)]


TITLES = {
    "en": """Patent filings, 2022: China 1.8 × United States (others: 4.5 to 5.3 ×);
Patents granted, 2024: China 6.2 × United States (others differ on who leads)""",
    "zh": """专利申请量（2022年）：中国为美国的1.8倍（其他口径：4.5至5.3倍）；
专利授权量（2024年）：中国为美国的6.2倍（谁领先，各口径不一致）""",
}


@pytest.mark.parametrize("language", TITLES)
def test_filed_and_granted_stand_together_with_how_many_times_one_place_the_other_is(language):
    title = TITLES[language].replace("\n", " " if language == "en" else "")
    assert title in re.sub(r"<[^>]+>|\u00a0", " ", made("patents", language)).replace("\u2060", "")


def test_a_row_has_the_figures_of_both_places_of_one_count_and_its_source():
    found = cells(made("patents"))
    at = found.index("AI patents granted per year")
    assert [
        "China 6.2 × United States",
        "about 97,990 patents",
        "15,920 patents",
        "2024",
        "AI Index 2026",
        "2 other counts: from United States 6.7 × to China 2.9 ×",
        "Stanford Institute for Human-Centered AI",
    ] == found[at + 1 : at + 8]
    assert "Compare within a row only" in made("patents")


def test_nothing_is_told_of_a_day_on_which_nobody_counted_both():
    assert made("patents", day=date(2015, 1, 1)) == ""


def test_why_trackers_differ_is_told_from_their_definitions():
    _, _, html = year_of("ai_private_investment", 2017)
    assert (
        "Of six counts that have both, three put China ahead and three put United States ahead. "
        "Why they differ: the lowest and the highest count different things. "
        "ABI Research: Venture capital in AI start-ups. "
        "Tsinghua, all financing: All investment and financing events, very broad." in html
    )


def test_series_with_one_definition_are_not_said_to_count_different_things():
    told, words, _ = year_of("ai_private_investment", 2017)
    assert "state the same definition" in why(told.lowest, told.lowest, words)


NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def test_who_leads_adds_up_to_the_counts_that_have_both():
    words, known, told = words_for("en"), as_known_on(HELD, DAY), 0
    names = {"place": "China", "other": "United States"}
    for indicator in known.indicators.values():
        for year, spread in spreads(known, indicator, PAIR[0]).items():
            found = year_pairs(known, indicator, year, spread, PAIR, day=DAY)
            sentence = leaders(found.pairs, names, words)[0] if found else ""
            if said := re.match(r"Of (?:the )?(\w+) count", sentence):
                parts = re.findall(r"(?:, | and )(\w+) (?=put|is|are|cannot)", sentence)
                assert NUMBERS.index(said[1]) == sum(map(NUMBERS.index, parts)), sentence
                told += 1
    assert told


def test_no_definition_points_to_another_one():
    pointing = re.compile(
        r"\b(as|see) (above|below|before)\b|^(the same|ditto)\b|同上|如上|见上", re.IGNORECASE
    )
    texts = [
        (one.id, text)
        for one in HELD.series.values()
        for text in (one.definition.en, one.definition.zh)
        if text and pointing.search(text)
    ]
    assert [] == texts
