from decimal import Decimal

import pytest
from babel.numbers import parse_decimal
from hypothesis import given
from hypothesis import strategies as st

from metrics.records import load
from metrics.words import words_for
from metrics.words.numbers import displayed, rounded

words = words_for("en")
values = st.floats(allow_nan=False, allow_infinity=False)


def parsed(text: str) -> Decimal:
    return parse_decimal(text.replace("−", "-"), locale="en")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1200, "1,200"),
        (10000, "10,000"),
        (160.69, "160.7"),
        (303.1, "303.1"),
        (400.0, "400"),
        (99.996, "100"),
        (49.5, "49.5"),
        (10.25, "10.25"),
        (10.255, "10.26"),
        (0.005, "0.005"),
        (0.12345, "0.123"),
        (0.1 + 0.2, "0.3"),
        (0.9996, "1"),
        (0, "0"),
        (-0.0, "0"),
        (-4.5, "−4.5"),
        (1e16, "10,000,000,000,000,000"),
        (float("inf"), "∞"),
    ],
)
def test_a_number_is_grouped_rounded_for_reading_and_never_padded(value, expected):
    assert expected == words.number(value)


@pytest.mark.parametrize(
    ("share", "expected"),
    [(0.217, "21.7%"), (0.1, "10%"), (1.0, "100%"), (0.0034, "0.34%"), (-0.031, "−3.1%"), (0.0, "0%")],
)
def test_a_share_becomes_percent_with_one_decimal(share, expected):
    assert expected == words.percent(share)


@given(values)
def test_a_number_read_back_is_the_value_within_display_precision(value):
    exact = Decimal(repr(value))
    size = abs(exact)
    step = Decimal("0.1") if size >= 100 else Decimal("0.01") if size >= 1 else size / 100
    assert abs(parsed(words.number(value)) - exact) <= step / 2


@given(values)
def test_a_number_read_back_and_written_again_is_the_same(value):
    text = words.number(value)
    assert text == words.number(float(parsed(text)))


@given(values)
def test_a_displayed_number_has_no_padding(value):
    text = words.number(value)
    assert "." not in text or text[-1] in "123456789"
    assert displayed(value) == parsed(text)


@given(st.floats(min_value=1e-6, max_value=1e12))
def test_a_computed_value_keeps_three_digits(value):
    assert abs(rounded(value) - value) <= value * 0.005 * 1.0001


@pytest.mark.parametrize(
    ("n", "expected"), [(0, "none"), (1, "one"), (12, "twelve"), (13, "13"), (1200, "1,200")]
)
def test_small_counts_are_words(n, expected):
    assert expected == words._numbers.word(n)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (9999, "9999"),
        (10000, "1万"),
        (12000, "1.2万"),
        (38210, "38210"),
        (137276, "13.73万"),
        (54200, "54200"),
        (159700, "15.97万"),
        (-20000, "−2万"),
    ],
)
def test_chinese_counts_round_and_large_numbers_in_ten_thousands(value, expected):
    assert expected == words_for("zh").number(value)


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [(1000, "cny_bn", "1万亿元"), (400, "cny_bn", "4000亿元"), (800, "million_users", "8亿户")],
)
def test_one_chinese_unit_stands_for_one_size_in_charts_and_sentences(value, unit, expected):
    zh = words_for("zh")
    unit_given = load().units[unit]
    own_unit = zh.own_units([unit_given])[unit]
    shown = value * unit_given.scale / own_unit.scale
    label = zh.text(own_unit.label)
    assert expected == zh.amount(shown, own_unit) == f"{zh.number(shown)}{label}"


@pytest.mark.parametrize(("value", "expected"), [(60, "6000万户"), (6.4, "640万户"), (100, "1亿户")])
def test_chinese_counts_less_than_a_hundred_million_in_ten_thousands_in_a_sentence(value, expected):
    zh = words_for("zh")
    unit_given = load().units["million_users"]
    own_unit = zh.own_units([unit_given])["million_users"]
    assert expected == zh.amount(value * unit_given.scale / own_unit.scale, own_unit)
