"""Headlines in words, from results made by hand: a tally, and the figures of the readings behind it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from metrics.progress.headline import group_headline, headline
from metrics.progress.result import NotCounted, Reading, Reason, Status, Verdict
from metrics.records.model import Observation
from metrics.records.vocabulary import Independence
from metrics.words import words_for
from tests.progress.build import EARLIER, LATER, figure, series, target

words = words_for("en")


def one(verdict: Verdict | str, observation: Observation | None = None, **more: object) -> Reading:
    not_counted = more.get("not_counted")
    base = Reading(
        target=target(),
        series=series("count", short={"en": "Somebody"}),
        verdict=Verdict(verdict),
        case=3,
        counts=not_counted is None,
        not_counted=None,
        observation=observation,
    )
    return replace(base, **more)


def several(*verdicts: str) -> list[Reading]:
    return [one(verdict) for verdict in verdicts]


def seen(readings: Sequence[Reading], *, known_on: date = LATER) -> Status:
    due = known_on >= target().due
    return Status(
        target=target(),
        known_on=known_on,
        due=due,
        readings=tuple(readings),
        headline=headline(readings, due=due),
        independent=group_headline(readings, [Independence.INDEPENDENT], due=due),
        state=None,
        differ=False,
    )


def line(*verdicts: str, known_on: date = LATER) -> str:
    return words.headline(seen(several(*verdicts), known_on=known_on))


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        (["met"] * 3 + ["met_early"] * 2 + ["unverified"], "Met on 5 of 6; 1 not verified"),
        (["met", "met", "inconclusive"], "Met on 2 of 3; 1 inconclusive"),
        (["met", "met"], "Met on 2 of 2"),
        (["met_early"] * 5, "Met early on 5 of 5"),
        (["met"] * 5 + ["missed"], "Met on 5 of 6, contested; 1 missed"),
        (
            ["missed", "missed", "met", "unverified"],
            "Inconclusive, contested: 1 of 4 met, 2 missed, 1 not verified",
        ),
        (["missed", "missed", "met_late"], "Missed on 3 of 3; 1 of them met late"),
        (["met_late", "met_late", "met"], "Met late on 2 of 3, contested; 1 met"),
        (
            ["met", "met_early", "unverified", "unverified", "unverified"],
            "Inconclusive: 1 of 5 met, 1 met early, 3 not verified",
        ),
        (["unverified"] * 2, "Due, not verified on both"),
        (["inconclusive"] * 3, "Inconclusive on all 3"),
        (["inconclusive", "unverified"], "Inconclusive: 1 of 2 inconclusive, 1 not verified"),
    ],
)
def test_headlines_after_the_due_date(verdicts, expected):
    assert expected == line(*verdicts)


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        (["on_track", "on_track", "met_early"], "On track on 3 of 3; 1 already met"),
        (["on_track", "on_track", "behind"], "On track on 2 of 3, contested; 1 behind"),
        (["behind", "far_behind", "far_behind"], "Behind on 3 of 3; 2 of them far behind"),
        (
            ["far_behind", "going_backwards", "stale"],
            "Far behind on 2 of 3; 1 of them going backwards, 1 with no recent figure",
        ),
        (["going_backwards", "going_backwards"], "Going backwards on 2 of 2"),
        (
            ["met_early", "met_early", "depends_on_path", "too_early", "too_early"],
            "Inconclusive, contested: 2 of 5 met early, 1 depends on the path, 2 too early to say",
        ),
        (["depends_on_path", "depends_on_path"], "Depends on the path on both, contested"),
        (
            ["depends_on_path"] * 2 + ["too_early"],
            "Inconclusive, contested: 2 of 3 depend on the path, 1 too early to say",
        ),
        (["too_early"] * 4, "Too early to say on all 4"),
    ],
)
def test_headlines_before_the_due_date(verdicts, expected):
    assert expected == line(*verdicts, known_on=EARLIER)


@pytest.mark.parametrize(
    "verdict", [v for v in Verdict if v not in (Verdict.NO_DATA, Verdict.NOT_COMPARABLE, Verdict.ENDED)]
)
def test_a_single_reading_is_never_one_of_one(verdict):
    known_on = EARLIER if verdict in (Verdict.ON_TRACK, Verdict.TOO_EARLY, Verdict.STALE) else LATER
    text = line(verdict, known_on=known_on)
    said_inside = words.verdict_inside(verdict)
    assert f"{said_inside[0].upper()}{said_inside[1:]} on the only reading" == text
    assert "1 of 1" not in text


def test_the_full_headline_counts_readings_and_gives_the_figures_of_the_rest():
    before = figure("2024", 269.7)
    status = seen(
        [*several("met", "met", "met", "met_early", "met_early"), one("unverified", before, before=before)]
    )
    assert "Met on 5 of 6 readings; 1 due, not verified: 269.7 in 2024" == words.headline_full(status)


def test_an_open_end_stays_open_in_the_full_headline():
    status = seen([*several("met", "met"), one("inconclusive", figure("2025-12-23", 300, "more_than"))])
    assert "Met on 2 of 3 readings; 1 inconclusive: more than 300 on 23 Dec 2025" == words.headline_full(
        status
    )


def test_the_full_headline_names_at_most_three_figures():
    rows = [one("unverified", before=figure(str(year), year)) for year in (2021, 2022, 2023)]
    three = seen([*several("met", "met", "met", "met"), *rows])
    four = seen([*several("met", "met", "met", "met", "met"), *rows, rows[0]])
    assert [
        "Met on 4 of 7 readings; 3 due, not verified: 2,021 in 2021, 2,022 in 2022 and 2,023 in 2023",
        "Met on 5 of 9 readings; 4 due, not verified",
    ] == [words.headline_full(three), words.headline_full(four)]


@pytest.mark.parametrize(
    ("readings", "expected"),
    [
        (several("met"), "Met on the only reading"),
        ([one("missed", figure("2025", 300))], "Missed on the only reading: 300 in 2025"),
        (
            [one("unverified", after=figure("2026-03-01", 500, "more_than"))],
            "Due, not verified on the only reading: more than 500 on 1 Mar 2026",
        ),
        (several("unverified", "unverified"), "Due, not verified on both readings"),
        (several("inconclusive"), "Inconclusive on the only reading"),
        (several("met", "missed"), "Inconclusive, contested: 1 of 2 met, 1 missed"),
        (several("met", "met", "missed"), "Met on 2 of 3 readings, contested; 1 missed"),
    ],
)
def test_full_headlines(readings, expected):
    assert expected == words.headline_full(seen(readings))


def old(period: str, value: float, name: str, **more: object) -> Reading:
    row = figure(period, value)
    more = {"before": row, "not_counted": NotCounted.TOO_OLD} | more
    return one("unverified", row, series=series(name, short={"en": name}), **more)


def test_where_nothing_counts_the_headline_says_what_was_said_last():
    status = seen(
        [
            old("2019", 31, "Ministry"),
            old("2020", 35, "Press"),
            one("no_data", not_counted=NotCounted.NO_FIGURE),
        ]
    )
    assert [
        "Due, not verified; the last figure was 35 in 2020",
        "Due, not verified; no reading counts. Last said: 35 in 2020 (Press) and 31 in 2019 (Ministry)",
    ] == [words.headline(status), words.headline_full(status)]


def test_where_all_figures_come_after_the_due_date_the_nearest_is_named():
    rows = [
        old(
            period, value, "Press", before=None, after=figure(period, value), not_counted=NotCounted.AFTER_DUE
        )
        for period, value in (("2027", 90), ("2026", 60))
    ]
    assert "Due, not verified; the nearest figure is 60 in 2026" == words.headline(seen(rows))


def test_a_silent_series_before_the_due_date():
    status = seen([replace(old("2019", 31, "Ministry"), verdict=Verdict.STALE)], known_on=EARLIER)
    assert "No recent figure; the last figure was 31 in 2019" == words.headline(status)


@pytest.mark.parametrize(
    ("reasons", "expected"),
    [
        ([], "No data: no published figure"),
        (["nothing_published"], "No data: no published figure"),
        (["forecasts_only", "nothing_published"], "No data: forecasts only"),
        (["forecasts_only", "derived_only"], "No data: forecasts and derived values only"),
        (["forecasts_only", "other_places_only"], "No data: forecasts only and other places only"),
    ],
)
def test_no_data_has_its_reason(reasons, expected):
    rows = [one("no_data", reason=Reason(reason), not_counted=NotCounted.NO_FIGURE) for reason in reasons]
    assert [expected, expected] == [words.headline(seen(rows)), words.headline_full(seen(rows))]


def test_not_comparable_has_its_reason():
    rows = [
        one("not_comparable", reason=Reason.DIFFERENT_UNIT, not_counted=NotCounted.NOT_COMPARABLE),
        one("no_data", reason=Reason.FORECASTS_ONLY, not_counted=NotCounted.NO_FIGURE),
    ]
    assert "Not comparable: another unit" == words.headline(seen(rows))


@pytest.mark.parametrize(
    ("readings", "expected"),
    [
        (several("met", "met", "inconclusive"), ("Met", "2 of 3")),
        (several("met", "met", "missed"), ("Met", "2 of 3, contested")),
        (several("met"), ("Met", "1 reading")),
        (several("met", "met_early", "unverified", "unverified"), ("Inconclusive", "2 of 4 met")),
        (several("met", "missed"), ("Inconclusive", "contested")),
        (several("unverified", "unverified"), ("Due, not verified", "both readings")),
        ([old("2019", 31, "Ministry")], ("Due, not verified", "no reading counts")),
        ([], ("No data", "")),
    ],
)
def test_a_headline_cut_in_two_for_a_narrow_cell(readings, expected):
    assert expected == words.headline_short(seen(readings))


def test_a_group_without_a_series_says_so():
    assert "No series of this kind" == words.group_headline(None)


def test_a_group_without_a_counting_reading_has_its_verdict_alone():
    assert "Due, not verified" == words.group_headline(seen([old("2019", 31, "Ministry")]).independent)


def test_a_group_has_the_wording_of_a_headline():
    assert "Met on 2 of 3; 1 not verified" == words.group_headline(
        seen(several("met", "met", "unverified")).independent
    )


def test_chinese_tells_the_stronger_ones_of_the_majority_from_the_rest():
    found = seen(several("on_track", "on_track", "met_early", "too_early"), known_on=EARLIER)
    assert "4个口径中3个进度正常，其中1个已达成，1个尚难判断" == words_for("zh").headline(found)


def test_chinese_says_of_all_readings_that_they_agree_and_counts_no_majority_of_them():
    found = seen(several("met", "met", "met"))
    assert "3个口径均已达成" == words_for("zh").headline(found) == words_for("zh").headline_full(found)
    assert ("已达成", "全部3个口径") == words_for("zh").headline_short(found)
