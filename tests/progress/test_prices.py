"""Money in the prices of one year."""

import pytest

from metrics.progress.prices import NotDeflated, deflate
from metrics.records.model import PriceIndex
from metrics.records.vocabulary import IndexType
from tests.progress.build import UNITS, by_id, figure, records, text


def index(year, place, value, kind="cpi"):
    return PriceIndex.model_validate(
        {"year": year, "geography": place, "index_type": kind, "index": value, "source": "indices"}
    )


PRICES = (
    index(2021, "CHN", 100.0),
    index(2020, "CHN", 80.0),
    index(2020, "USA", 95.0),
    index(2020, "CHN", 96.0, "gdp_deflator"),
)
REAL_YUAN = UNITS[0].model_copy(
    update={"id": "cny_bn_2021", "label": text("RMB bn of 2021"), "prices": "2021"}
)
WITH_REAL_YUAN = by_id([*UNITS, REAL_YUAN])


def deflated(row, kind=IndexType.CPI, **more):
    return deflate(records(row, **{"prices": PRICES, "units": WITH_REAL_YUAN} | more), row, kind)


def test_an_amount_is_divided_by_the_index_of_its_own_year():
    one = deflated(figure("2020", 400))
    assert (500.0, "cny_bn_2021") == (one.value, one.unit.id)  # 400 x 100 / 80


def test_dollars_are_deflated_by_american_prices_wherever_they_were_spent():
    one = deflated(figure("2020", 19, unit="usd_bn", geography="CHN"))
    assert (20.0, "usd_bn_2021") == (one.value, one.unit.id)  # 19 x 100 / 95


def test_the_other_index_gives_another_amount():
    assert 500.0 == deflated(figure("2020", 480), IndexType.GDP_DEFLATOR).value  # 480 x 100 / 96


def test_the_base_year_is_unchanged():
    assert 400.0 == deflated(figure("2021", 400)).value


def test_a_stated_range_is_deflated_with_the_value():
    one = deflated(figure("2020", 400, "about", low=320, high=480))
    assert (400.0, 600.0) == (one.low, one.high)


def test_the_result_names_index_year_and_source():
    one = deflated(figure("2020", 400))
    assert (2020, 80.0, "indices") == (one.year, one.index.index, one.index.source)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (figure("2019", 400), NotDeflated.NO_INDEX),
        (figure("2021", 5, unit="usd_bn"), NotDeflated.NO_INDEX),
        (figure("2020", 5, unit="usd_bn_2021"), NotDeflated.REAL_ALREADY),
        (figure("2020", 5, unit="percent"), NotDeflated.NOT_MONEY),
        (figure("2020-H1", 5), NotDeflated.NOT_A_YEAR),
        (figure("2020-12-31", 5), NotDeflated.NOT_A_YEAR),
    ],
)
def test_what_cannot_be_deflated_says_why(row, why):
    one = deflated(row)
    assert (why, None) == (one.refusal, one.value)


def test_a_unit_of_constant_prices_must_be_declared():
    assert NotDeflated.NO_UNIT is deflated(figure("2020", 400), units=by_id(UNITS)).refusal
