"""Money in another currency."""

import pytest

from metrics.progress.currency import NotConverted, convert
from metrics.records.model import ExchangeRate
from tests.progress.build import UNITS, by_id, figure, records

RATES = (
    ExchangeRate(year=2023, cny_per_usd=7.0, source="rates"),
    ExchangeRate(year=2024, cny_per_usd=7.2, source="rates"),
)


def converted(row, currency="USD", **more):
    return convert(records(row, **{"rates": RATES} | more), row, currency)


def test_yuan_become_dollars_at_the_mean_of_the_observations_own_year():
    one = converted(figure("2024", 720, published="2025-03-01"))
    assert (100.0, "usd_bn") == (one.value, one.unit.id)


def test_dollars_become_yuan():
    one = converted(figure("2023-06-30", 10, unit="usd_bn"), "CNY")
    assert (70.0, "cny_bn") == (one.value, one.unit.id)


def test_the_result_names_rate_year_and_source():
    one = converted(figure("2024", 720))
    assert (2024, 7.2, 2024, "rates") == (one.year, one.rate.cny_per_usd, one.rate.year, one.rate.source)


def test_a_stated_range_is_converted_with_the_value():
    one = converted(figure("2023", 600, "about", low=560, high=700))
    assert (pytest.approx(600 / 7), 80.0, 100.0) == (one.value, one.low, one.high)


def test_a_period_without_a_rate_is_not_converted_and_says_so():
    one = converted(figure("2025", 720))
    assert (NotConverted.NO_RATE, 2025, None) == (one.refusal, one.year, one.value)


def test_real_prices_are_not_converted():
    one = converted(figure("2024", 5, unit="usd_bn_2021"), "CNY")
    assert (NotConverted.REAL_PRICES, None) == (one.refusal, one.value)


def test_real_prices_are_not_passed_off_as_nominal_of_the_same_currency():
    assert NotConverted.REAL_PRICES is converted(figure("2024", 5, unit="usd_bn_2021"), "USD").refusal


def test_what_is_not_money_is_not_converted():
    assert NotConverted.NOT_MONEY is converted(figure("2024", 5, unit="percent")).refusal


def test_an_amount_already_in_the_currency_stays_and_needs_no_rate():
    one = converted(figure("2025", 720), "CNY")
    assert (720.0, None, None) == (one.value, one.rate, one.refusal)


def test_a_currency_without_a_rate_is_refused():
    assert NotConverted.NO_RATE is converted(figure("2024", 5), "EUR").refusal


def test_a_unit_of_the_other_currency_must_be_declared():
    only_yuan = by_id([UNITS[0]])
    assert NotConverted.NO_UNIT is converted(figure("2024", 5), units=only_yuan).refusal
