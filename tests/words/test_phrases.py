from copy import copy
from datetime import date

import pytest

from metrics.records.model import Text, Unit
from metrics.records.period import Period
from metrics.words import words_for
from metrics.words.mixed_text import MixedText
from tests.progress.build import UNITS, figure, target

words = words_for("en")
ZH = words_for("zh")
RMB, US, REAL, PERCENT = UNITS
CENTRES = Unit(id="institutions", label=Text(en="institutions"))


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (1200, RMB, "RMB 1,200 bn"),
        (160.69, RMB, "RMB 160.7 bn"),
        (4.9, US, "US$ 4.9 bn"),
        (4.9, REAL, "US$ 4.9 bn in 2021 prices"),
        (97, PERCENT, "97%"),
        (10.5, Unit(id="share", label=Text(en="% of GDP")), "10.5% of GDP"),
        (50, CENTRES, "50 institutions"),
        (1, CENTRES, "1 institution"),
        (1, Unit(id="bridges", label=Text(en="bridges")), "1 bridges"),
        (3, Unit(id="eur", label=Text(en="EUR"), currency="EUR"), "EUR 3"),
        (12, Unit(id="yi", label=Text(en="100 million"), currency="CNY", scale=1e8), "RMB 1.2 bn"),
        (0.5, Unit(id="fen", label=Text(en="fen"), currency="CNY", scale=0.01), "RMB 0.005"),
        (-12.5, RMB, "RMB −12.5 bn"),
    ],
)
def test_an_amount_has_its_unit(value, unit, expected):
    assert expected == words.amount(value, unit)


@pytest.mark.parametrize(
    ("bound", "short", "long", "dated"),
    [
        ("exact", "1,200", "RMB 1,200 bn", "1,200 in 2024"),
        ("more_than", "> 1,200", "more than RMB 1,200 bn", "more than 1,200 in 2024"),
        ("at_least", "≥ 1,200", "at least RMB 1,200 bn", "at least 1,200 in 2024"),
        ("less_than", "< 1,200", "less than RMB 1,200 bn", "less than 1,200 in 2024"),
        ("at_most", "≤ 1,200", "at most RMB 1,200 bn", "at most 1,200 in 2024"),
        ("about", "≈ 1,200", "about RMB 1,200 bn", "about 1,200 in 2024"),
    ],
)
def test_an_open_end_is_never_left_out(bound, short, long, dated):
    row = figure("2024", 1200, bound)
    assert (short, long, dated) == (words.figure(row), words.figure_long(row, RMB), words.dated_figure(row))


@pytest.mark.parametrize(
    ("text", "alone", "inside"),
    [
        ("2025", "2025", "in 2025"),
        ("2020-H1", "first half of 2020", "in the first half of 2020"),
        ("2020-H2", "second half of 2020", "in the second half of 2020"),
        ("2019-Q1", "first quarter of 2019", "in the first quarter of 2019"),
        ("2019-Q4", "fourth quarter of 2019", "in the fourth quarter of 2019"),
        ("2025-04", "Apr 2025", "in Apr 2025"),
        ("2025-04-30", "30 Apr 2025", "on 30 Apr 2025"),
    ],
)
def test_a_period_alone_and_in_a_sentence(text, alone, inside):
    period = Period.parse(text)
    assert (alone, inside) == (words.period(period), words.when(period))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2025, 12, 31), "by the end of 2025"),
        (date(2024, 2, 29), "by the end of Feb 2024"),
        (date(2026, 3, 15), "by 15 Mar 2026"),
    ],
)
def test_a_deadline(day, expected):
    assert expected == words.due(target(due=day))


def test_days():
    day = date(2026, 11, 28)
    assert ("28 Nov 2026", "28 November 2026") == (words.day(day), words.day_long(day))


@pytest.mark.parametrize(
    ("period", "published", "expected"),
    [
        ("2024", "2025-03-05", "published 5 Mar 2025"),
        ("2024", "2025-03", "published in Mar 2025"),
        ("2024", "2025", "published in 2025"),
        ("2024-03-01", "2024-03-01", "published that day"),
    ],
)
def test_a_publication(period, published, expected):
    assert expected == words.published(figure(period, 1, published=published))


@pytest.mark.parametrize(
    ("items", "listing", "series"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a and b", "a, b"),
        (["a", "b", "c"], "a, b and c", "a, b, c"),
    ],
)
def test_lists(items, listing, series):
    assert (listing, series) == (words.listing(items), words.series(items))


def test_a_language_has_its_id_and_its_name():
    assert ("en", "English") == (words.language, words.name)


def test_a_text_of_the_records_falls_back_to_english():
    assert "both" == words.text(Text(en="both", zh="二"))


@pytest.mark.parametrize(
    ("bound", "expected"),
    [
        ("exact", "2025年为300"),
        ("more_than", "2025年超过300"),
        ("at_least", "2025年至少300"),
        ("about", "2025年约为300"),
    ],
)
def test_chinese_has_one_verb_before_a_figure(bound, expected):
    assert expected == words_for("zh").dated_figure(figure("2025", 300, bound))


def test_texts_from_data_go_in_raw_and_are_never_read_again():
    raw = "<b>{n}</b> & “*”"
    assert f"{raw}, as known on now" == words.say("overview.kicker", plans=raw, known_on="now")


def test_a_missing_text_and_a_missing_value_are_errors():
    with pytest.raises(KeyError, match=r"no\.such\.text"):
        words.say("no.such.text")
    with pytest.raises(KeyError, match=r"said: no value for \{when\}"):
        words.say("said", figure="1")
    with pytest.raises(KeyError, match="n is missing"):
        words.say("headline.agreed", verdict="Met")
    with pytest.raises(TypeError, match="not a whole number"):
        words.say("overview.sentence", n="ten", parts="")


def test_params_are_written_as_in_sentences():
    sentence = words.say("reading.listed", reason=Period.parse("2020-H1"))
    assert "Listed, not counted: first half of 2020." == sentence
    assert "As known on 1 Feb 2020" == words.say("overview.kicker_none", known_on=date(2020, 2, 1))
    assert "1,200.5 percentage points" == words.amount(1200.49, words.points)


def test_an_unknown_language_is_refused():
    with pytest.raises(ValueError, match="no words in 'xx'; there are in en"):
        words_for("xx")


# texts in another language than the page's


@pytest.mark.parametrize("language", ["en", "zh"])
def test_text_that_stands_in_another_language_knows_it_and_one_of_the_page_does_not(language):
    other = {"en": "zh", "zh": "en"}[language]
    words = words_for(language)
    assert not isinstance(words.text(Text.model_validate({"en": "Patents", "zh": "专利"})), MixedText)
    alone = words.text(Text.model_validate({other: "Patents"}))
    assert ("Patents", ((0, 7, {"zh": "zh-Hans"}.get(other, other)),)) == (alone, alone.spans)


def test_sentence_keeps_the_language_of_the_parts_that_are_put_into_it():
    words = words_for("en")
    named = words.listing([words.text(Text(zh="国务院")), "CAICT"])
    label = words.say("block.source.label", publisher=named, published="2017")
    assert [("国务院", "zh-Hans")] == [one for one in label.parts if one[1]]
    assert "国务院 and CAICT, 2017" == label
    assert label.spans == copy(label).spans == label.rstrip(".").spans


def test_title_of_a_document_is_known_by_its_letters():
    chinese = "新一代人工智能发展规划"
    assert [True, False] == [isinstance(words_for(one).named(chinese), MixedText) for one in ("en", "zh")]


@pytest.mark.parametrize(
    ("value", "unit", "en", "zh"),
    [
        (12.3, Unit(id="rate", label=Text(en="per 100,000"), written=Text(en="{number} per 100,000", zh="每10万人{number}例")), "12.3 per 100,000", "每10万人12.3例"),
        (-5, Unit(id="eur_t", label=Text(en="€/t"), currency="EUR", written=Text(en="€{number}/t", zh="每吨{number}欧元")), "€−5/t", "每吨−5欧元"),
        (0.00012, CENTRES, "0.00012 institutions", "0.00012institutions"),
        (3.4e12, Unit(id="ops", label=Text(en="operations", zh="次")), "3,400,000,000,000 operations", "3.4万亿次"),
        (250_000_000, Unit(id="ops", label=Text(en="operations", zh="次")), "250,000,000 operations", "2.5亿次"),
        (3.4, Unit(id="eur_bn", label=Text(en="EUR bn"), currency="EUR", scale=1e9), "EUR 3.4 bn", "34亿欧元"),
        (3.4, Unit(id="eur_tn", label=Text(en="EUR tn"), currency="EUR", scale=1e12, prices="2015"), "EUR 3.4 tn in 2015 prices", "3.4万亿欧元（2015年价格）"),
        (150, PERCENT, "150%", "150%"),
        (-0.4, PERCENT, "−0.4%", "−0.4%"),
    ],
)  # fmt: skip
def test_an_amount_of_any_unit_and_size_in_both_languages(value, unit, en, zh):
    assert (en, zh) == (words.amount(value, unit), ZH.amount(value, unit))


def test_a_currency_is_named_where_it_is_read_aloud():
    pounds = Unit(id="gbp_mn", label=Text(en="GBP mn"), currency="GBP", scale=1e6)
    assert ("12 million British pounds", "GBP 12 mn") == (
        words.spoken.amount(12, pounds),
        words.amount(12, pounds),
    )


def test_a_range_is_written_as_its_unit_says():
    rate = Unit(id="rate", label=Text(en="per 100,000"), written=Text(en="{number} per 100,000"))
    assert "2–3 per 100,000" == words.amounts(2, 3, rate)


def test_one_point_and_several():
    assert ("1 percentage point", "1.5 percentage points") == (
        words.step(1, PERCENT),
        words.step(1.5, PERCENT),
    )
    assert "1个百分点" == ZH.step(1, PERCENT)
