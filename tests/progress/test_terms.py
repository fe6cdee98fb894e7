"""The series of an indicator in other terms: one currency, or the prices of one year."""

from metrics.progress.currency import NotConverted
from metrics.progress.prices import NotDeflated
from metrics.progress.terms import Terms, restate
from metrics.records import load
from metrics.records.model import ExchangeRate
from metrics.records.vocabulary import IndexType
from tests.progress.build import figure, records, series

RATES = (ExchangeRate(year=2024, cny_per_usd=8.0, source="rates"),)
HELD = load()


def restated(*rows, terms=None, **more):
    held = records(*rows, **{"rates": RATES} | more)
    return restate(held, held.indicators["size"], terms or Terms("USD"))


def values(one):
    return {o.period.text: (o.value, o.unit) for o in one.records.observations.values()}


def test_as_published_nothing_is_changed():
    held = records(figure("2024", 720))
    one = restate(held, held.indicators["size"], Terms())
    assert held is one.records


def test_a_series_moves_into_the_currency_with_its_figures():
    one = restated(figure("2024", 720))
    assert {"2024": (90.0, "usd_bn")} == values(one)
    assert "usd_bn" == one.records.series["count"].unit


def test_the_published_figure_is_kept_beside_the_converted_one():
    row = figure("2024", 720)
    assert row == restated(row).changed[row.id].observation


def test_a_year_without_a_rate_is_left_out_and_says_so():
    row = figure("2023", 500)
    one = restated(figure("2024", 720), row)
    assert {"2024"} == set(values(one))
    assert NotConverted.NO_RATE is one.refused[row.id].refusal


def test_a_series_of_which_nothing_can_be_converted_stays_as_published():
    one = restated(figure("2023", 500))
    assert {"2023": (500.0, "cny_bn")} == values(one)
    assert {"count": NotConverted.NO_RATE} == dict(one.left)


def test_constant_prices_are_never_converted():
    real = figure("2024", 5, unit="usd_bn_2021", series="real")
    one = restated(real, series=[series("real", unit="usd_bn_2021")], terms=Terms("CNY"))
    assert {"2024": (5.0, "usd_bn_2021")} == values(one)
    assert NotConverted.REAL_PRICES is one.left["real"]


def test_a_figure_already_in_the_currency_is_shown_and_not_changed():
    row = figure("2024", 5, unit="usd_bn", series="dollars")
    one = restated(row, series=[series("dollars", unit="usd_bn")])
    assert ({"2024": (5.0, "usd_bn")}, {}, {}) == (values(one), dict(one.changed), dict(one.left))


def test_a_bound_carries_three_digits_and_an_exact_figure_four():
    one = restated(
        figure("2024", 1234.5),
        figure("2024", 1234.5, "more_than", series="b"),
        series=[series(), series("b")],
    )
    assert [154.3, 154.0] == [o.value for o in one.records.observations.values()]  # 1234.5 / 8 = 154.3125


def test_prices_stand_before_currency():
    terms = Terms("CNY", IndexType.CPI)
    one = restate(HELD, HELD.indicators["ai_private_investment"], terms)
    assert {"usd_bn_2021"} == {o.unit for o in one.records.observations_of("pitchbook_2021pull")}


def test_shipped_dollars_in_constant_prices_agree_with_the_reporters_own():
    """The American consumer index reproduces the factors of the constant-dollar series."""
    one = restate(HELD, HELD.indicators["ai_private_investment"], Terms(prices=IndexType.CPI))
    told = {
        name: next(
            o.value
            for o in one.records.observations_of(name)
            if (o.geography, o.period.text, o.judged) == ("USA", "2024", True)
        )
        for name in ("quid_nominal", "quid_real")
    }
    assert abs(told["quid_nominal"] / told["quid_real"] - 1) < 0.001


def test_shipped_years_without_an_index_are_left_out():
    one = restate(HELD, HELD.indicators["ai_private_investment"], Terms(prices=IndexType.CPI))
    late = {c.refusal for c in one.refused.values() if c.year == 2025}
    assert {NotDeflated.NO_INDEX} == late
    assert not any(o.period.end.year == 2025 for o in one.records.observations_of("quid_nominal"))
