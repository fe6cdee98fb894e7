"""What all series say of one place and year."""

from metrics.progress.spread import spreads, widest
from metrics.records import load
from tests.progress.build import figure, records, series

HELD = load()


def found(*rows, ids=("a", "b", "c"), **more):
    units = more.pop("units_of", {})
    held = records(*rows, series=[series(one, unit=units.get(one, "cny_bn")) for one in ids], **more)
    return spreads(held, held.indicators["size"], "CHN")


def of(name, period, value, *bound, **more):
    return figure(period, value, *bound, series=name, **more)


def values(spread):
    return [one.value for one in spread.counts]


def test_a_year_with_one_series_is_no_spread():
    assert {} == found(of("a", "2020", 1), of("b", "2021", 2))


def test_series_of_one_year_stand_lowest_first():
    assert {2020: [1, 2, 3]} == {
        year: values(one)
        for year, one in found(of("a", "2020", 3), of("b", "2020", 1), of("c", "2020", 2)).items()
    }


def test_different_units_are_never_put_side_by_side():
    rows = [of("a", "2020", 3), of("b", "2020", 1), of("c", "2020", 2, unit="usd_bn_2021")]
    assert [1, 3] == values(found(*rows, units_of={"c": "usd_bn_2021"})[2020])


def test_a_forecast_stands_beside_and_does_not_count():
    spread = found(of("a", "2020", 3), of("b", "2020", 1), of("c", "2020", 2, kind="forecast"))[2020]
    assert ([1, 3], [1, 2, 3]) == (values(spread), [one.value for one in spread.figures])


def test_two_forecasts_are_no_spread():
    assert {} == found(of("a", "2020", 3, kind="forecast"), of("b", "2020", 1))


def test_half_a_year_is_not_put_beside_years():
    assert {} == found(of("a", "2020", 3), of("b", "2020-H1", 1))


def test_a_whole_year_stands_before_a_day_of_it():
    rows = [of("a", "2020", 3), of("a", "2020-06-30", 9), of("b", "2020", 1)]
    assert [1, 3] == values(found(*rows)[2020])


def test_the_first_year_shown_is_that_in_which_three_or_more_lie_furthest_apart():
    rows = [of("a", "2020", 1), of("b", "2020", 9), of("a", "2021", 1), of("b", "2021", 2)]
    rows += [of("a", "2022", 1), of("b", "2022", 8)]
    assert 2020 == widest(found(*rows))
    assert 2022 == widest(found(*rows, of("c", "2022", 2)))
    more = [*rows, of("c", "2022", 2), *(of(name, "2023", n) for n, name in enumerate("abcd", 1))]
    assert 2022 == widest(found(*more, ids="abcd"))
    assert widest({}) is None


def test_shipped_trackers_of_investment_in_2017_lie_far_apart():
    spread = spreads(HELD, HELD.indicators["ai_private_investment"], "CHN")[2017]
    assert [4.9, 8.935, 13.393, 27.71] == values(spread)
