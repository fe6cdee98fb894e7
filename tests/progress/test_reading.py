"""The thirteen cases in their order, and which readings count. The target: more than 400 by the end of 2025."""

from datetime import date

import pytest

from metrics.progress.result import NotCounted, Path, Reason, Refusal, Verdict
from tests.progress.build import EARLIER, LATER, figure, reading, series, target
from tests.progress.build import status as judged_status


def said(one):
    return one.case, one.verdict


# 1: nothing judged is known


def test_nothing_published_is_no_data():
    one = reading()
    assert (1, Verdict.NO_DATA) == said(one)
    assert (Reason.NOTHING_PUBLISHED, None) == (one.reason, one.observation)


def test_a_figure_published_after_the_known_on_day_is_not_known():
    one = reading(figure("2025", 500, published="2026-07-01"), known_on=date(2026, 6, 30))
    assert ((1, Verdict.NO_DATA), Reason.NOTHING_PUBLISHED) == (said(one), one.reason)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([figure("2025", 500, kind="forecast")], Reason.FORECASTS_ONLY),
        ([figure("2025", 500, kind="derived")], Reason.DERIVED_ONLY),
        (
            [figure("2025", 500, kind="derived"), figure("2024", 500, kind="forecast")],
            Reason.FORECASTS_AND_DERIVED,
        ),
        ([figure("2025-H1", 500), figure("2025", 500, kind="forecast")], Reason.PARTS_OF_YEAR_ONLY),
        ([figure("9 months to 2025-09", 500)], Reason.PARTS_OF_YEAR_ONLY),
        ([figure("24 months to 2025-12", 500), figure("2022/2025", 500)], Reason.PARTS_OF_YEAR_ONLY),
        ([figure("2022/2025", 500)], Reason.SPANS_ONLY),
        ([figure("2025", 500, geography="USA")], Reason.OTHER_PLACES_ONLY),
    ],
)
def test_rows_that_are_not_judged_are_no_data_with_the_reason(rows, expected):
    one = reading(*rows)
    assert ((1, Verdict.NO_DATA), expected) == (said(one), one.reason)


def test_twelve_months_on_end_are_judged_as_a_year():
    assert (3, Verdict.MET) == said(reading(figure("12 months to 2025-Q3", 500), figure("2025-Q3", 10)))


def test_two_ways_to_write_one_year_are_two_vintages_of_one_figure():
    later = figure("12 months to 2025-Q4", 300, published="2026-03-01")
    assert (6, Verdict.MISSED) == said(reading(figure("2025", 500, published="2026-02-01"), later))


@pytest.mark.parametrize(
    ("period", "rows", "expected"),
    [
        ("2022/2025", [figure("2022/2025", 500), figure("2025", 100)], (3, Verdict.MET)),
        ("2022/2025", [figure("2022/2025", 300), figure("2025", 500)], (6, Verdict.MISSED)),
        ("2021/2025", [figure("2022/2025", 500), figure("2025", 500)], (1, Verdict.NO_DATA)),
        ("2025-Q4", [figure("2025-Q4", 500), figure("2025", 100)], (3, Verdict.MET)),
    ],
)
def test_target_that_names_its_period_is_held_against_figures_of_just_that(period, rows, expected):
    one = reading(*rows, against=target(period=period))
    assert expected == said(one)
    assert (Reason.OTHER_PERIODS_ONLY if expected[1] is Verdict.NO_DATA else None) == one.reason


def test_only_the_targets_place_is_judged():
    one = reading(figure("2025", 300), figure("2025", 500, geography="USA"))
    assert (6, Verdict.MISSED) == said(one)


def test_a_different_series_without_a_figure_is_no_data():
    one = reading(series=[series(comparability="different")])
    assert ((1, Verdict.NO_DATA), NotCounted.NO_FIGURE) == (said(one), one.not_counted)


# 2: not comparable


def test_a_different_definition_is_not_comparable():
    one = reading(figure("2025", 500), series=[series(comparability="different")])
    assert ((2, Verdict.NOT_COMPARABLE), Reason.DIFFERENT_DEFINITION) == (said(one), one.reason)


@pytest.mark.parametrize("unit", ["usd_bn", "usd_bn_2021"])
def test_another_currency_or_price_basis_is_not_comparable(unit):
    one = reading(figure("2025", 500, unit=unit), series=[series(unit=unit)], against=target())
    assert ((2, Verdict.NOT_COMPARABLE), Reason.DIFFERENT_UNIT) == (said(one), one.reason)


@pytest.mark.parametrize("comparability", ["same", "undefined", "wider", "narrower"])
def test_same_undefined_wider_and_narrower_are_judged_alike(comparability):
    one = reading(figure("2025", 500), series=[series(comparability=comparability)])
    assert ((3, Verdict.MET), True) == (said(one), one.counts)


# 3 to 6: due, with a figure for the due period


def test_due_and_the_figure_passes_is_met():
    one = reading(figure("2024", 300), figure("2025", 500))
    assert ((3, Verdict.MET), "2025") == (said(one), one.observation.period.text)


def test_a_figure_exactly_at_a_strict_target_misses_it():
    assert (6, Verdict.MISSED) == said(reading(figure("2025", 400)))


def test_a_figure_exactly_at_an_inclusive_target_meets_it():
    assert (3, Verdict.MET) == said(reading(figure("2025", 400), against=target(">=")))


def test_a_target_is_due_on_its_due_date_itself():
    rows = [figure("2025-06-30", 500)]
    assert (3, Verdict.MET) == said(reading(*rows, known_on=date(2025, 12, 31)))
    assert (9, Verdict.MET_EARLY) == said(reading(*rows, known_on=date(2025, 12, 30)))


def test_lower_bound_below_target_is_inconclusive():
    assert (4, Verdict.INCONCLUSIVE) == said(reading(figure("2025", 100, "more_than")))


def test_a_flagged_figure_is_judged():
    assert (3, Verdict.MET) == said(reading(figure("2025", 500, usable="flag")))


def test_an_estimate_is_judged():
    assert (3, Verdict.MET) == said(reading(figure("2025", 500, kind="estimate", provisional=True)))


def test_a_later_forecast_does_not_unsettle_a_figure():
    rows = [figure("2025", 500, published="2026-02-01")]
    rows.append(figure("2025", 300, kind="forecast", published="2026-03-01"))
    assert (3, Verdict.MET) == said(reading(*rows))


def test_failing_in_time_and_passing_later_is_met_late_and_names_the_later_figure():
    one = reading(figure("2025", 300), figure("2026-02-28", 450), figure("2026-05-31", 500))
    assert (5, Verdict.MET_LATE) == said(one)
    assert ("2025", "2026-02-28") == (one.observation.period.text, one.after.period.text)


def test_a_month_of_a_flow_may_show_a_target_met_late():
    one = reading(figure("2025", 300), figure("2026-03", 500))
    assert ((5, Verdict.MET_LATE), "2026-03") == (said(one), one.after.period.text)


def test_a_later_figure_that_cannot_tell_leaves_it_missed():
    assert (6, Verdict.MISSED) == said(reading(figure("2025", 300), figure("2026-03-31", 350, "more_than")))


def test_failing_without_a_later_pass_is_missed():
    assert (6, Verdict.MISSED) == said(reading(figure("2025", 300), figure("2026-03-31", 350)))


def test_a_half_year_later_does_not_make_a_flow_met_late():
    assert (6, Verdict.MISSED) == said(reading(figure("2025", 300), figure("2026-H1", 500)))


# 7 and 8: due, without a figure for the due period


def test_due_without_a_figure_and_passed_before_is_met_early_saying_since_when():
    one = reading(figure("2022", 450), figure("2023", 500), figure("2024", 600))
    assert (7, Verdict.MET_EARLY) == said(one)
    assert ("2024", "2022") == (one.observation.period.text, one.since.period.text)


def test_since_starts_anew_after_a_figure_that_failed():
    one = reading(figure("2021", 450), figure("2022", 390), figure("2023", 410), figure("2024", 600))
    assert "2023" == one.since.period.text


def test_since_passes_over_a_figure_that_cannot_tell():
    one = reading(figure("2022", 450), figure("2023", 300, "more_than"), figure("2024", 600))
    assert "2022" == one.since.period.text


def test_a_month_of_a_flow_inside_the_due_year_does_not_speak_for_it_but_shows_it_met_early():
    one = reading(figure("2025-07", 500, "more_than"))
    assert ((7, Verdict.MET_EARLY), True) == (said(one), one.counts)


def test_the_latest_earlier_figure_decides_not_the_best():
    assert (8, Verdict.UNVERIFIED) == said(reading(figure("2023", 500), figure("2024", 390)))


def test_due_without_a_figure_is_unverified_with_the_nearest_figures_either_side():
    rows = [figure("2023", 200), figure("2024", 269.7), figure("2026-02-28", 500), figure("2026-05-31", 600)]
    one = reading(*rows)
    assert (8, Verdict.UNVERIFIED) == said(one)
    assert ("2024", "2026-02-28") == (one.before.period.text, one.after.period.text)


def test_an_earlier_figure_that_cannot_tell_is_unverified():
    one = reading(figure("2024", 300, "more_than"))
    assert ((8, Verdict.UNVERIFIED), None) == (said(one), one.after)


def test_only_figures_after_the_due_date_are_unverified_not_met_late():
    one = reading(figure("2026-03-31", 900))
    assert ((8, Verdict.UNVERIFIED), None, "2026-03-31") == (said(one), one.before, one.after.period.text)


def test_a_half_year_of_a_stock_speaks_for_the_due_period():
    assert (3, Verdict.MET) == said(reading(figure("2025-H1", 500), measure="stock"))


# 9: not yet due, and the latest passes


def test_not_yet_due_and_the_latest_passes_is_met_early_saying_since_when():
    one = reading(figure("2022", 450), figure("2023", 500), known_on=EARLIER)
    assert ((9, Verdict.MET_EARLY), "2022") == (said(one), one.since.period.text)


def test_a_month_of_a_flow_may_show_a_target_met_early():
    assert (9, Verdict.MET_EARLY) == said(reading(figure("2024-03", 500), known_on=EARLIER))


def test_a_half_year_of_a_flow_shows_nothing():
    assert (1, Verdict.NO_DATA) == said(reading(figure("2024-H1", 500), known_on=EARLIER))


def test_met_once_and_silent_since_is_still_met_early():
    one = reading(figure("2019", 500), known_on=EARLIER)
    assert ((9, Verdict.MET_EARLY), NotCounted.TOO_OLD) == (said(one), one.not_counted)


# 10: stale


def test_a_series_silent_for_24_months_is_stale_saying_since_when():
    one = reading(figure("2020", 100), figure("2021", 200), known_on=date(2023, 12, 31))
    assert ((10, Verdict.STALE), "2021") == (said(one), one.since.period.text)


def test_the_24_months_are_exact_days():
    rows = [figure("2021-06-29", 100), figure("2021-06-30", 200)]
    assert (11, Verdict.TOO_EARLY) == said(reading(*rows, known_on=date(2023, 6, 29)))
    assert (10, Verdict.STALE) == said(reading(*rows, known_on=date(2023, 6, 30)))


def test_an_estimate_for_a_year_not_yet_over_is_not_silence():
    rows = [figure("2024", 100, kind="estimate", published="2024-06-01")]
    assert (11, Verdict.TOO_EARLY) == said(reading(*rows, known_on=EARLIER))


def test_a_month_of_a_flow_breaks_the_silence():
    rows = [figure("2020", 100), figure("2024-02", 300, "more_than")]
    assert (11, Verdict.TOO_EARLY) == said(reading(*rows, known_on=EARLIER))


# 11: too early


def test_one_point_is_too_early():
    one = reading(figure("2023", 100), known_on=EARLIER)
    assert ((11, Verdict.TOO_EARLY), Reason.FEW_POINTS) == (said(one), one.reason)
    assert [Refusal.FEW_POINTS] * 2 == [pace.refusal for pace in one.paces]


def test_a_point_364_days_after_the_start_is_too_early_and_365_are_enough():
    start = figure("2022-12-31", 100)
    early = reading(start, figure("2023-12-30", 200), known_on=EARLIER)
    enough = reading(start, figure("2023-12-31", 200), known_on=EARLIER)
    assert [11, 12] == [early.case, enough.case]


def test_every_path_refused_is_too_early_with_the_reason():
    one = reading(figure("2021", 500), figure("2023", 300), known_on=EARLIER)
    assert ((11, Verdict.TOO_EARLY), Reason.PATHS_REFUSED) == (said(one), one.reason)
    assert [Refusal.START_SATISFIES] * 2 == [pace.refusal for pace in one.paces]


def test_open_ends_are_no_points():
    rows = [figure("2021", 100, "more_than"), figure("2022", 200), figure("2023", 300, "at_least")]
    assert (11, Verdict.TOO_EARLY) == said(reading(*rows, known_on=EARLIER))


# 12 and 13: the pace


@pytest.mark.parametrize(
    ("latest", "expected"),
    [
        (360, Verdict.ON_TRACK),
        (340, Verdict.BEHIND),
        (310, Verdict.FAR_BEHIND),
        (290, Verdict.GOING_BACKWARDS),
    ],
)
def test_paths_that_agree_give_their_class(latest, expected):
    one = reading(figure("2021", 300), figure("2023", latest), known_on=EARLIER)
    assert (12, expected) == said(one)


def test_paths_that_differ_make_it_depend_on_the_path_with_each():
    one = reading(figure("2021", 100), figure("2023", 200), known_on=EARLIER)
    assert (13, Verdict.DEPENDS_ON_PATH) == said(one)
    expected = {Path.LINEAR: Verdict.BEHIND, Path.COMPOUND: Verdict.ON_TRACK}
    assert expected == {pace.path: pace.verdict for pace in one.paces}


@pytest.mark.parametrize(
    ("path", "expected"), [(Path.LINEAR, Verdict.BEHIND), (Path.COMPOUND, Verdict.ON_TRACK)]
)
def test_the_readers_path_decides_where_the_rules_leave_both_open(path, expected):
    one = reading(figure("2021", 100), figure("2023", 200), known_on=EARLIER, path=path)
    assert (12, expected) == said(one)
    assert {Refusal.NOT_CHOSEN, None} == {pace.refusal for pace in one.paces}


def test_the_reading_names_a_newer_figure_that_is_no_point():
    rows = [figure("2020", 100), figure("2022", 200), figure("2023", 210, "more_than")]
    one = reading(*rows, known_on=EARLIER)
    assert ("2022", "2023") == (one.paces[0].latest.observation.period.text, one.newer.period.text)
    assert "2023" == one.observation.period.text


def test_without_a_newer_figure_none_is_named():
    assert None is reading(figure("2021", 100), figure("2023", 200), known_on=EARLIER).newer


# which readings count


@pytest.mark.parametrize(
    ("period", "known_on", "expected"),
    [
        ("2023-12-31", LATER, NotCounted.TOO_OLD),
        ("2024-01-01", LATER, None),
        ("2025-12-31", LATER, None),
        ("2026-01-01", LATER, NotCounted.AFTER_DUE),
        ("2022-06-30", EARLIER, NotCounted.TOO_OLD),
        ("2022-07-01", EARLIER, None),
    ],
)
def test_a_figure_counts_in_the_24_months_before_the_earlier_of_due_and_known_on(period, known_on, expected):
    one = reading(figure(period, 100), known_on=known_on)
    assert (expected, expected is None) == (one.not_counted, one.counts)


def test_any_judged_figure_inside_the_months_makes_it_count():
    assert reading(figure("2024", 300), figure("2026-03-31", 500)).counts


def test_old_and_late_figures_alone_are_too_old():
    one = reading(figure("2020", 100), figure("2026-03-31", 300))
    assert NotCounted.TOO_OLD is one.not_counted


def test_a_half_year_of_a_flow_does_not_make_it_count():
    assert NotCounted.TOO_OLD is reading(figure("2020", 100), figure("2025-H1", 500)).not_counted


def test_a_series_that_repeats_another_is_listed_and_does_not_count():
    both = [series("first"), series("echo", repeats="first")]
    rows = [figure("2025", 500, series=name) for name in ("first", "echo")]
    found = judged_status(*rows, series=both)
    assert [("first", None), ("echo", NotCounted.REPEATS)] == [
        (one.series.id, one.not_counted) for one in found.readings
    ]
    assert (1, 1) == (found.headline.k, found.headline.n)


def test_not_comparable_readings_do_not_count():
    one = reading(figure("2025", 500), series=[series(comparability="different")])
    assert NotCounted.NOT_COMPARABLE is one.not_counted


def test_every_series_of_the_indicator_is_read_counted_ones_first_in_the_order_of_the_file():
    names = ["a", "b", "c", "d"]
    rows = [figure("2025", 500, series="b"), figure("2019", 100, series="c"), figure("2025", 300, series="d")]
    found = judged_status(*rows, series=[series(name) for name in names])
    assert ["b", "d", "a", "c"] == [one.series.id for one in found.readings]
    assert (["b", "d"], ["a", "c"]) == (
        [one.series.id for one in found.counted],
        [one.series.id for one in found.listed],
    )
