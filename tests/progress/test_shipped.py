"""Where the shipped targets stand, on six days. Each kind of outcome in the table was checked by hand."""

import csv
from datetime import date
from pathlib import Path as File

import pytest

from metrics.progress import assess
from metrics.progress.assess import judge
from metrics.progress.result import Path, Reason, Verdict
from metrics.records import load

DAYS = ("2018-12-31", "2019-12-31", "2020-12-31", "2022-12-31", "2024-12-31", "2026-11-28")
TABLE = File(__file__).with_name("expected_headlines.csv")
COLUMNS = ["known_on", "target", "verdict", "k", "n", "contested", "tally"]
TODAY = date(2026, 11, 28)
V = Verdict


@pytest.fixture(scope="module")
def shipped():
    return load()


@pytest.fixture(scope="module")
def today(shipped):
    return assess(shipped, TODAY).statuses


def told(status):
    found = status.headline
    tally = "; ".join(f"{count} {verdict}" for verdict, count in found.tally)
    contested = "yes" if found.contested else "no"
    return [status.target.id, found.verdict.value, str(found.k), str(found.n), contested, tally]


@pytest.mark.parametrize("day", DAYS)
def test_every_headline_is_the_one_in_the_table(shipped, day):
    with TABLE.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    assert COLUMNS == header
    expected = [row[1:] for row in rows if row[0] == day]
    assert expected == [told(status) for status in assess(shipped, date.fromisoformat(day)).statuses.values()]


def readings(status):
    return {one.series.id: one.verdict for one in status.counted}


def said(status):
    found = status.headline
    return found.verdict, found.k, found.n, found.contested


def test_the_2020_core_target_is_met_on_two_of_three_and_inconclusive_on_more_than_100(today):
    status = today["aidp-2020-core"]
    assert (V.MET, 2, 3, False) == said(status)
    expected = {
        "miit_narrow": V.INCONCLUSIVE,
        "caict_2020_map": V.MET,
        "consultancy_shi_yong": V.MET,
    }
    assert expected == readings(status)
    (floor,) = (one.observation for one in status.counted if one.verdict is V.INCONCLUSIVE)
    assert (100.0, "more_than") == (floor.value, floor.bound.value)


def test_the_2025_core_target_is_met_on_five_of_six_and_one_is_not_verified(today):
    status = today["aidp-2025-core"]
    assert (V.MET, 5, 6, False) == said(status)
    (one,) = (one for one in status.counted if one.verdict is V.UNVERIFIED)
    assert ("iresearch", 269.7, "2024") == (one.series.id, one.before.value, one.before.period.text)


def test_no_independent_series_has_a_figure_for_2025(today):
    status = today["aidp-2025-core"]
    assert (V.UNVERIFIED, V.MET, True) == (status.independent.verdict, status.state.verdict, status.differ)
    assert 0 == status.independent.k


def test_the_2030_core_target_is_inconclusive_and_contested(today):
    status = today["aidp-2030-core"]
    assert (V.INCONCLUSIVE, 0, 5, True) == said(status)
    assert ((V.MET_EARLY, 2), (V.DEPENDS_ON_PATH, 1), (V.TOO_EARLY, 2)) == status.headline.tally
    (one,) = (one for one in status.counted if one.verdict is V.DEPENDS_ON_PATH)
    expected = {Path.LINEAR: V.FAR_BEHIND, Path.COMPOUND: V.ON_TRACK}
    assert expected == {pace.path: pace.verdict for pace in one.paces}


def test_the_50_centres_are_inconclusive_and_met_on_two_of_five(today):
    status = today["moe-2020-centres"]
    assert (V.INCONCLUSIVE, 0, 5, False) == said(status)
    expected = {
        "rc_announced": V.MET,
        "rc_moe_colleges": V.UNVERIFIED,
        "rc_moe_institutes": V.UNVERIFIED,
        "rc_nikkei": V.UNVERIFIED,
        "rc_cingai": V.MET_EARLY,
    }
    assert expected == readings(status)


def test_textbooks_have_no_data(today):
    assert (V.NO_DATA, 0, 0, False) == said(today["moe-2020-textbooks"])


@pytest.mark.parametrize(
    ("name", "verdict"),
    [
        ("aidp-2020-related", V.UNVERIFIED),
        ("aidp-2025-related", V.UNVERIFIED),
        ("aidp-2030-related", V.STALE),
    ],
)
def test_one_remark_on_2018_verifies_no_target_for_related_industries(today, name, verdict):
    assert (verdict, 0, 0, False) == said(today[name])


def test_the_related_line_has_a_forecast_and_one_hedged_floor_for_2018(today):
    found = {one.series.id: one for one in today["aidp-2020-related"].readings}
    forecast, floor = found["related_ndrc_2019"], found["related_liu_he_2019"]
    assert (V.NO_DATA, Reason.FORECASTS_ONLY) == (forecast.verdict, forecast.reason)
    assert (V.UNVERIFIED, "2018", 500) == (floor.verdict, floor.before.period.text, floor.before.value)


def test_at_the_end_of_2020_the_2020_core_target_is_inconclusive_on_one_reading(shipped):
    status = assess(shipped, date(2020, 12, 31)).statuses["aidp-2020-core"]
    assert (V.INCONCLUSIVE, 0, 1, False) == said(status)


def test_at_the_end_of_2019_the_2030_core_target_is_too_early(shipped):
    status = assess(shipped, date(2019, 12, 31)).statuses["aidp-2030-core"]
    assert (V.TOO_EARLY, 0, 1, False) == said(status)


def test_before_the_main_plan_was_public_only_the_older_plan_is_assessed(shipped):
    days = [date(2017, 7, 19), date(2017, 7, 20)]
    listed = [{s.target.plan for s in assess(shipped, day).statuses.values()} for day in days]
    assert [{"internet-plus-ai-2016"}, {"internet-plus-ai-2016", "aidp-2017"}] == listed


def test_the_chosen_path_settles_the_2030_reading_that_depends_on_it(shipped):
    target = shipped.targets["aidp-2030-core"]
    found = {path: judge(shipped, target, TODAY, path) for path in Path}
    verdicts = {path: readings(status)["iresearch"] for path, status in found.items()}
    assert {Path.LINEAR: V.FAR_BEHIND, Path.COMPOUND: V.ON_TRACK} == verdicts
    assert (V.INCONCLUSIVE, 0, 5, True) == said(found[Path.LINEAR])
    # Two met early and one on track of five: more than half, and the weakest of them is the headline.
    assert (V.ON_TRACK, 3, 5, False) == said(found[Path.COMPOUND])
