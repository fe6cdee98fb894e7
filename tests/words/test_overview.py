"""The first sentence, from results made by hand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.progress import side_of
from metrics.progress.result import Headline, Reading, Side, Status, Verdict
from metrics.records.model import Observation
from metrics.words import StatusGroup, words_for
from tests.progress.build import by_id, figure, plan, records, series, target, text

words = words_for("en")
TODAY = date(2026, 11, 28)


def one(
    verdict: Verdict | str, independence: str = "state_affiliated", before: Observation | None = None
) -> Reading:
    return Reading(
        target=target(),
        series=series(independence=independence),
        verdict=Verdict(verdict),
        case=8 if before else 3,
        counts=True,
        not_counted=None,
        observation=before,
        before=before,
    )


def stands(verdict: str, k: int = 2, n: int = 3, readings: Sequence[Reading] = (), **more: object) -> Status:
    headline = Headline(Verdict(verdict), k, n, False, side_of(Verdict(verdict)), ())
    return replace(Status(target(), TODAY, True, tuple(readings), headline, None, None, False), **more)


def sentence(*verdicts: str) -> str:
    return words.overview([stands(verdict) for verdict in verdicts], records()).sentence


def dek(*statuses: Status) -> str:
    return words.overview(statuses, records()).dek


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        (
            ["met", "met_early", "inconclusive", "inconclusive"] + ["no_data"] * 6,
            (
                "Of ten dated targets, two are met on most readings, two are inconclusive and six cannot be checked: "
                "no published figure was found."
            ),
        ),
        (
            ["met", "no_data"],
            "Of two dated targets, one is met on most readings and one cannot be checked: no published figure was found.",
        ),
        (
            ["met", "missed"],
            "Of two dated targets, one is met on most readings and one is missed on most readings.",
        ),
        (
            [
                "met",
                "on_track",
                "met_late",
                "missed",
                "behind",
                "inconclusive",
                "unverified",
                "too_early",
                "no_data",
            ],
            (
                "Of nine dated targets, one is met on most readings, one is on track on most readings, one is met late on most readings, "
                "one is missed on most readings, one is behind on most readings, one is inconclusive, one is due and not verified, "
                "one is too early to judge and one cannot be checked: no published figure was found."
            ),
        ),
        (
            ["met", "met", "no_data", "no_data", "not_comparable", "stale"],
            (
                "Of six dated targets, two are met on most readings and four cannot be checked: no published figure was found for two, "
                "no comparable figure for one and no recent figure for one."
            ),
        ),
        (
            ["met"] * 13 + ["unverified"] * 20,
            "Of 33 dated targets, 13 are met on most readings and 20 are due and not verified.",
        ),
        (
            ["behind", "far_behind", "inconclusive", "depends_on_path"],
            "Of four dated targets, two are behind on most readings and two are inconclusive.",
        ),
        (
            ["depends_on_path", "going_backwards"],
            "Of two dated targets, one is going backwards on most readings and one depends on the path.",
        ),
    ],
)
def test_several_groups_make_one_sentence(verdicts, expected):
    assert expected == sentence(*verdicts)


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        (["met"], "The one dated target is met on most readings."),
        (["met"] * 2, "Both dated targets are met on most readings."),
        (["met_early"] * 3, "All three dated targets are met early on most readings."),
        (["unverified"], "The one dated target is due and not verified."),
        (["too_early"] * 3, "For all three dated targets it is too early to say."),
        (["depends_on_path"] * 2, "Both dated targets depend on the path."),
        (["no_data"], "The one dated target cannot be checked: no published figure was found."),
        (["stale"] * 2, "Neither dated target can be checked: no recent figure was found."),
        (
            ["not_comparable"] * 2 + ["no_data"],
            "None of three dated targets can be checked: no published figure was found for one and no comparable figure for two.",
        ),
    ],
)
def test_one_group_makes_a_sentence_of_its_own(verdicts, expected):
    assert expected == sentence(*verdicts)


def test_agreement_of_every_reading_is_said():
    assert (
        "The one dated target is missed on every reading."
        == words.overview([stands("missed", 3, 3)], records()).sentence
    )


@pytest.mark.parametrize(
    ("counts", "en", "zh"),
    [
        (
            [(1, 1)],
            "The one dated target is met on its only reading.",
            "唯一一项有期限的目标依据唯一口径已达成。",
        ),
        (
            [(1, 1)] * 3,
            "All three dated targets are met on the only reading of each.",
            "三项有期限的目标各依据唯一口径均已达成。",
        ),
        (
            [(1, 1), (3, 3)],
            "Both dated targets are met on every reading.",
            "两项有期限的目标按全部口径均已达成。",
        ),
        (
            [(1, 1), (2, 3)],
            "Both dated targets are met on all or most readings.",
            "两项有期限的目标按全部或多数口径均已达成。",
        ),
    ],
)
def test_one_reading_is_never_told_as_every_or_as_most(counts, en, zh):
    statuses = [stands("met", k, n) for k, n in counts]
    sentences = [words_for(code).overview(statuses, records()).sentence for code in ("en", "zh")]
    assert [en, zh] == sentences


def test_counts_carry_their_group_and_the_words_between_carry_none():
    found = words.overview(
        [stands(v) for v in ("met", "missed", "behind", "inconclusive", "no_data")], records()
    )
    assert [
        ("Of five dated targets, ", None),
        ("one is met", StatusGroup.POS),
        (" on most readings, ", None),
        ("one is missed", StatusGroup.NEG),
        (" on most readings, ", None),
        ("one is behind", StatusGroup.WARN),
        (" on most readings, ", None),
        ("one is inconclusive", StatusGroup.OPEN),
        (" and ", None),
        ("one cannot be checked", StatusGroup.MUTE),
        (": no published figure was found.", None),
    ] == [(one.text, one.group) for one in found.segments]


@given(st.lists(st.sampled_from([v.value for v in Verdict]), max_size=60))
def test_any_mixture_is_one_clean_sentence(verdicts):
    found = words.overview([stands(verdict) for verdict in verdicts], records(), TODAY)
    assert found.sentence.endswith(".")
    assert not set("[]{}\x02\x03") & set(found.sentence + found.kicker + found.dek)
    assert bool(verdicts) == any(segment.group for segment in found.segments)


def test_before_the_plan_the_sentence_says_so_without_telling_what_came():
    known = records(plans=by_id([plan(published="2017-07-20", title=text("Great Plan"))]))
    found = words.overview([], known, date(2017, 1, 1))
    assert "On 1 Jan 2017 there was no plan yet." == found.sentence
    assert ("As known on 1 Jan 2017", "") == (found.kicker, found.dek)


def test_a_plan_without_targets_says_so():
    assert (
        "No dated target with a number had been set by 28 Nov 2026." == words.overview([], records()).sentence
    )


def test_no_plan_at_all_says_so():
    known = records(plans=by_id([]), glance=records().glance.model_copy(update={"plans": ()}))
    assert "There is no plan here yet." == words.overview([], known, TODAY).sentence


def test_the_kicker_names_up_to_three_plans_and_counts_more():
    plans = [plan(id=f"p{n}", label=text(f"Plan {n}"), published=str(2015 + n)) for n in range(4)]
    known = records(plans=by_id(plans))
    ids = [p.id for p in plans]
    assert [
        "Plan 0 (2015), as known on 28 Nov 2026",
        "Plan 0 (2015), Plan 1 (2016) and Plan 2 (2017), as known on 28 Nov 2026",
        "All 4 plans, made public from 2015 to 2018, as known on 28 Nov 2026",
    ] == [words.overview([], known, TODAY, ids[:n]).kicker for n in (1, 3, 4)]


def test_a_plan_that_was_not_known_is_not_named():
    known = records(
        plans=by_id([plan(id="a", label=text("A"), published="2017"), plan(id="b", published="2020")])
    )
    assert (
        "A (2017), as known on 1 Jan 2018" == words.overview([], known, date(2018, 1, 1), ["a", "b"]).kicker
    )


STATE = one("met")
BELOW = one("unverified", "independent", figure("2024", 269.7))


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        (
            [stands("met", readings=[STATE, BELOW]), stands("met", readings=[STATE])],
            (
                "Both met targets rest on figures from the state and its institutes. "
                "The one independent reporter has none for 2025, and was below the target in 2024."
            ),
        ),
        (
            [
                stands(
                    "met",
                    readings=[STATE, one("unverified", "independent", figure("2024", 300, "more_than"))],
                )
            ],
            "The met target rests on figures from the state and its institutes. The one independent reporter has none for 2025.",
        ),
        (
            [stands("met", readings=[STATE])],
            "The met target rests on figures from the state and its institutes. No independent figure counts for it.",
        ),
        (
            [
                stands("met", readings=[STATE, one("met", "independent")]),
                stands("met", readings=[STATE]),
                stands("no_data", 0, 0),
            ],
            "One of two met targets is also met on an independent figure.",
        ),
        (
            [stands("met", readings=[one("met", "independent")])],
            "The met target is also met on an independent figure.",
        ),
        (
            [
                stands(
                    "met", readings=[STATE, one("missed", "independent"), one("inconclusive", "independent")]
                )
            ],
            "The met target rests on figures from the state and its institutes.",
        ),
        (
            [
                stands("on_track", readings=[one("on_track")]),
                stands("missed", readings=[one("missed", "independent")]),
            ],
            "The target on track rests on figures from the state and its institutes. No independent figure counts for it.",
        ),
        (
            [stands("missed", readings=[one("met_late", "independent")])],
            "The missed target is also missed or met late on an independent figure.",
        ),
        (
            [stands("far_behind", readings=[one("behind", "independent")])],
            "The target behind its pace is also behind on an independent figure.",
        ),
        (
            [stands("inconclusive", readings=[STATE, one("inconclusive", "independent")])],
            "2 readings count; 1 of them independent.",
        ),
        (
            [stands("inconclusive", readings=[STATE, STATE])],
            "Neither of the two readings that count is independent.",
        ),
        (
            [stands("inconclusive", readings=[one("inconclusive", "independent")])],
            "The one reading that counts is independent.",
        ),
        ([stands("no_data", 0, 0)], "No published figure counts on this day."),
    ],
)
def test_the_dek_says_on_whose_figures_it_rests(statuses, expected):
    assert expected == dek(*statuses)


def test_a_falling_target_is_missed_from_above():
    falling = target("<", 5)
    high = replace(one("unverified", "independent", figure("2024", 7)), target=falling)
    sentence = dek(stands("met", readings=[STATE, high], target=falling))
    assert sentence.endswith(
        "The one independent reporter has none for 2025, and was above the target in 2024."
    )


def test_the_dek_says_where_the_two_groups_differ():
    headline = Headline(Verdict.MET, 1, 1, False, Side.MET, ((Verdict.MET, 1),))
    differ = stands("inconclusive", readings=[STATE], differ=True, independent=headline, state=headline)
    assert dek(differ).endswith("On one target, independent reporters and the state do not say the same.")
    assert "do not say the same" not in dek(replace(differ, differ=False))


def test_target_with_forecasts_alone_is_not_told_to_have_no_figure():
    from metrics.progress import as_known_on, assess
    from metrics.records import load

    known, day = load(), date(2018, 1, 15)
    then = [
        one
        for one in assess(as_known_on(known, day), day).statuses.values()
        if one.target.id == "aidp-2020-core"
    ]
    sentence = words.overview(then, known, day).sentence
    assert sentence.endswith("cannot be checked: only forecasts or derived figures were found.")
