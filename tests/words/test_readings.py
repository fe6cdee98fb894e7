"""The sentences for each of the thirteen cases, from the engine's own readings."""

from datetime import date

import pytest

from metrics.progress.result import Path, Refusal
from metrics.words import words_for
from metrics.words.readings import change
from tests.progress.build import EARLIER, LATER, UNITS, figure, records, series, status, target

words = words_for("en")
RMB, US, _, PERCENT = UNITS
SAME = "Its definition is that of the target."


def judged(*figures, **more):
    found = status(*figures, **more)
    known = records(*figures, target=found.target)
    (only,) = found.readings
    return only.case, words.reading(only, found, known)


DUE = [
    (
        1,
        [figure("2025", 500, kind="forecast")],
        "Somebody: forecasts only, and a forecast is never judged. No data.",
    ),
    (
        3,
        [figure("2025", 401, published="2026-03-05")],
        f"Somebody: RMB 401 bn in 2025 (published 5 Mar 2026). The target asks for more than RMB 400 bn by the end of 2025: met. {SAME}",
    ),
    (
        4,
        [figure("2025", 300, "more_than", published="2026-03")],
        (
            "Somebody: more than RMB 300 bn in 2025 (published in Mar 2026). That may lie on either side of the target, "
            f"more than RMB 400 bn by the end of 2025: inconclusive. {SAME}"
        ),
    ),
    (
        5,
        [figure("2025", 390), figure("2026-05-01", 410)],
        (
            "Somebody: RMB 390 bn in 2025 (published in 2025). The target asks for more than RMB 400 bn by the end of 2025: not met by then. "
            f"A later figure, RMB 410 bn on 1 May 2026 (published that day), passes it: met late. {SAME}"
        ),
    ),
    (
        6,
        [figure("2025", 390)],
        f"Somebody: RMB 390 bn in 2025 (published in 2025). The target asks for more than RMB 400 bn by the end of 2025: missed. {SAME}",
    ),
    (
        7,
        [figure("2023", 410), figure("2024", 500, "more_than")],
        (
            "Somebody: no figure for the due period itself. The last one before the due date, more than RMB 500 bn in 2024 (published in 2024), "
            "already passes the target of more than RMB 400 bn: met early. "
            f"It has been passed from this figure on: RMB 410 bn in 2023 (published in 2023). {SAME}"
        ),
    ),
    (
        8,
        [figure("2024", 269.7)],
        (
            "Somebody: no figure for the due period. The last one before the due date is RMB 269.7 bn in 2024 (published in 2024), "
            f"and none came after: due, not verified. {SAME}"
        ),
    ),
    (
        8,
        [figure("2024", 269.7), figure("2026-05-01", 500)],
        (
            "Somebody: no figure for the due period. The nearest before the due date is RMB 269.7 bn in 2024 (published in 2024), "
            f"the nearest after it RMB 500 bn on 1 May 2026 (published that day): due, not verified. {SAME}"
        ),
    ),
    (
        8,
        [figure("2026-05-01", 500)],
        (
            "Somebody: no figure for the due period, and none before it. The first one after the due date is RMB 500 bn on 1 May 2026 "
            f"(published that day): due, not verified. {SAME} Listed, not counted: figures only for after the due date."
        ),
    ),
]


@pytest.mark.parametrize(("case", "figures", "expected"), DUE)
def test_a_reading_after_the_due_date(case, figures, expected):
    assert (case, expected) == judged(*figures, known_on=LATER)


NOT_DUE = [
    (
        9,
        [figure("2022", 401), figure("2023", 420)],
        (
            "Somebody: RMB 420 bn in 2023 (published in 2023). The target asks for more than RMB 400 bn by the end of 2025: met early. "
            f"It has been passed from this figure on: RMB 401 bn in 2022 (published in 2022). {SAME}"
        ),
    ),
    (
        10,
        [figure("2020", 300)],
        (
            "Somebody: silent since 31 Dec 2020. The last figure is RMB 300 bn in 2020 (published in 2020): no recent figure. "
            f"{SAME} Listed, not counted: no figure in the 24 months that count."
        ),
    ),
    (
        11,
        [figure("2023", 300)],
        (
            "Somebody: RMB 300 bn in 2023 (published in 2023) is the latest figure. No pace can be measured, because it takes two figures "
            f"without an open end, at least a year apart: too early to say. {SAME}"
        ),
    ),
    (
        12,
        [figure("2021", 200), figure("2023", 300)],
        (
            "Somebody: RMB 300 bn in 2023 (published in 2023) is the latest figure. The target asks for more than RMB 400 bn by the end of 2025: "
            f"on track. {SAME} The pace is measured from RMB 200 bn in 2021 to RMB 300 bn in 2023. "
            "Linear path: a rise of RMB 50 bn a year so far, where a rise of RMB 50 bn a year was required: on track. "
            "At this pace it stands at about RMB 400 bn on the due date and reaches the target in 2025; from here a rise of RMB 50 bn a year is needed. "
            "Compound path: growth of 22.5% a year so far, where growth of 18.9% a year was required: on track. "
            "At this pace it stands at about RMB 450 bn on the due date and reaches the target in 2025; from here growth of 15.5% a year is needed."
        ),
    ),
    (
        12,
        [figure("2021", 300), figure("2023", 250)],
        (
            "Somebody: RMB 250 bn in 2023 (published in 2023) is the latest figure. The target asks for more than RMB 400 bn by the end of 2025: "
            f"going backwards. {SAME} The pace is measured from RMB 300 bn in 2021 to RMB 250 bn in 2023. "
            "Linear path: a fall of RMB 25 bn a year so far, where a rise of RMB 25 bn a year was required: going backwards. "
            "At this pace it stands at about RMB 200 bn on the due date and does not reach the target; from here a rise of RMB 74.9 bn a year is needed. "
            "Compound path: a decline of 8.7% a year so far, where growth of 7.5% a year was required: going backwards. "
            "At this pace it stands at about RMB 208 bn on the due date and does not reach the target; from here growth of 26.5% a year is needed."
        ),
    ),
]


@pytest.mark.parametrize(("case", "figures", "expected"), NOT_DUE)
def test_a_reading_before_the_due_date(case, figures, expected):
    assert (case, expected) == judged(*figures, known_on=EARLIER)


def test_a_reading_that_depends_on_the_path_gives_both_paths():
    case, sentence = judged(
        figure("2022", 200), figure("2023", 240), known_on=EARLIER, against=target(">", 350)
    )
    assert 13 == case
    assert "The target asks for more than RMB 350 bn by the end of 2025: depends on the path." in sentence
    assert (
        "Linear path: a rise of RMB 40 bn a year so far, where a rise of RMB 50 bn a year was required: behind."
        in sentence
    )
    assert (
        "Compound path: growth of 20% a year so far, where growth of 20.5% a year was required: on track."
        in sentence
    )


@pytest.mark.parametrize(
    ("figures", "more", "expected"),
    [
        ([], {}, "Somebody: no figure was known on 30 Jun 2026. No data."),
        (
            [figure("2024", 1, kind="derived")],
            {},
            "Somebody: only values that were worked out, not reported, and these are never judged. No data.",
        ),
        (
            [figure("2024", 1, kind="derived"), figure("2025", 1, kind="forecast")],
            {},
            "Somebody: only forecasts and values that were worked out, not reported; neither is judged. No data.",
        ),
        (
            [figure("2025-H1", 300)],
            {},
            "Somebody: figures for half-years or quarters only, and these are never judged where an amount over a period is asked for. No data.",
        ),
        ([figure("2025", 300, geography="USA")], {}, "Somebody: figures for other places only. No data."),
    ],
)
def test_no_data_says_why(figures, more, expected):
    assert (1, expected) == judged(*figures, **more)


@pytest.mark.parametrize(
    ("counted", "expected"),
    [
        (
            series(comparability="different"),
            "Somebody: counts another thing than the target, so it is not held against it. Not comparable.",
        ),
        (
            series(unit="usd_bn"),
            "Somebody: counts in another unit (US$ bn) than the target (RMB bn), so it is not held against it. Not comparable.",
        ),
    ],
)
def test_not_comparable_says_why(counted, expected):
    assert (2, expected) == judged(figure("2025", 500), series=[counted])


@pytest.mark.parametrize(
    ("comparability", "expected"),
    [
        ("same", SAME),
        ("wider", "Its definition is wider than that of the target."),
        ("narrower", "Its definition is narrower than that of the target."),
        (
            "undefined",
            "Whether it counts what the target means cannot be told: a definition is missing on one side.",
        ),
    ],
)
def test_a_reading_names_how_the_definitions_stand(comparability, expected):
    assert judged(figure("2025", 500), series=[series(comparability=comparability)])[1].endswith(expected)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"kind": "estimate"}, "It is an estimate."),
        ({"provisional": True}, "It is provisional."),
        ({"kind": "estimate", "provisional": True}, "It is a provisional estimate."),
        ({"bound": "about", "low": 480.0, "high": 520.0}, "The wording of the figure allows RMB 480–520 bn."),
        (
            {"usable": "flag", "note": "Half of it is *guessed*."},
            "To be read with its note: Half of it is *guessed*.",
        ),
    ],
)
def test_what_must_stand_beside_a_figure_does(more, expected):
    assert expected in judged(figure("2025", 500, **more))[1]


GUESS = {"usable": "flag", "note": "A guess."}


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"kind": "estimate", "published": "2026"}, "The figure in 2026 is an estimate."),
        ({"provisional": True}, "The figure in 2026 is provisional."),
        ({"kind": "estimate", "provisional": True}, "The figure in 2026 is a provisional estimate."),
        (
            {"bound": "about", "low": 480.0, "high": 520.0},
            "The wording of the figure in 2026 allows RMB 480–520 bn.",
        ),
        (GUESS, "The figure in 2026 is to be read with its note: A guess."),
    ],
)
@pytest.mark.parametrize(("period", "case"), [("2025", 5), ("2024", 8)])
def test_what_belongs_to_one_of_two_figures_names_its_period(period, case, more, expected):
    found, sentence = judged(figure(period, 300), figure("2026", 500, **more), known_on=date(2027, 1, 1))
    assert case == found
    assert expected in sentence


@pytest.mark.parametrize(
    "more",
    [{"kind": "estimate"}, {"provisional": True}, GUESS, {"bound": "about", "low": 600.0, "high": 700.0}],
)
def test_nothing_is_said_of_a_figure_that_is_not_named(more):
    rows = [figure("2024", 300), figure("2026-02-01", 500)]
    plain, marked = (judged(*rows, figure("2026-05-01", 650, **extra)) for extra in ({}, more))
    assert plain == marked


def test_what_is_said_of_the_latest_figure_stands_before_the_first_that_passed():
    sentence = judged(figure("2022", 401), figure("2023", 420, kind="estimate"), known_on=EARLIER)[1]
    assert (
        "met early. It is an estimate. It has been passed from this figure on: RMB 401 bn in 2022" in sentence
    )


def test_the_note_of_a_flagged_pace_point_stands_beside_it():
    rows = [figure("2021", 200), figure("2023", 300, kind="derived", **GUESS), figure("2022-12-31", 250)]
    sentence = judged(*rows, known_on=EARLIER)[1]
    assert sentence.endswith("The figure in 2023 is to be read with its note: A guess.")


def test_the_note_of_the_first_figure_that_passed_stands_beside_it():
    sentence = judged(figure("2022", 401, **GUESS), figure("2023", 420), known_on=EARLIER)[1]
    assert sentence.endswith("The figure in 2022 is to be read with its note: A guess.")


def test_a_series_that_repeats_another_is_listed():
    assert judged(figure("2025", 500), series=[series(repeats="other")])[1].endswith(
        "Listed, not counted: repeats another series."
    )


def test_the_plans_own_baseline_is_named_as_the_start():
    against = target(">=", 400, baseline_value=200, baseline_period="2020")
    sentence = judged(figure("2022", 300), known_on=EARLIER, against=against)[1]
    assert (
        "The pace is measured from the plan's own starting point (RMB 200 bn in 2020) to RMB 300 bn in 2022."
        in sentence
    )


def test_a_worked_out_start_is_named_as_such():
    sentence = judged(figure("2021", 200, kind="derived"), figure("2023", 300), known_on=EARLIER)[1]
    assert "measured from RMB 200 bn in 2021 (worked out, not reported) to RMB 300 bn in 2023." in sentence


@pytest.mark.parametrize(
    ("newer", "expected"),
    [
        (
            figure("2024-02-01", 310, "more_than"),
            "A newer figure, more than RMB 310 bn on 1 Feb 2024, has an open end and cannot serve a pace.",
        ),
        (
            figure("2024-02", 310),
            "A newer figure, RMB 310 bn in Feb 2024, does not span a year and cannot serve a pace.",
        ),
    ],
)
def test_a_newer_figure_that_cannot_serve_a_pace_is_named(newer, expected):
    assert expected in judged(figure("2021", 200), figure("2023", 300), newer, known_on=EARLIER)[1]


def test_the_latest_figure_is_not_called_newer_where_no_pace_is_measured():
    case, sentence = judged(figure("2022", 200), figure("2023", 300, "more_than"), known_on=EARLIER)
    assert 11 == case
    assert "newer" not in sentence


def test_a_declared_path_is_given_with_its_reason():
    against = target(path="compound", path_reason="Markets grow by rates.")
    sentence = judged(figure("2021", 200), figure("2023", 300), known_on=EARLIER, against=against)[1]
    assert sentence.endswith("The target declares the compound path: Markets grow by rates.")
    assert "Linear path" not in sentence


def test_the_path_that_the_reader_left_out_is_named():
    sentence = judged(figure("2021", 200), figure("2023", 300), known_on=EARLIER, path=Path.LINEAR)[1]
    assert sentence.endswith("The compound path is left out: the other path was chosen.")


def test_a_ratio_has_no_compound_path_even_where_the_target_declares_it():
    against = target(path="compound", path_reason="Shares grow by rates.")
    sentence = judged(
        figure("2021", 200), figure("2023", 300), known_on=EARLIER, measure="ratio", against=against
    )[1]
    assert "Linear path: a rise of" in sentence
    assert sentence.endswith(
        "The compound path is left out: a share or rate is judged on the linear path alone."
    )


def test_a_ratio_has_no_compound_path():
    sentence = judged(figure("2021", 200), figure("2023", 300), known_on=EARLIER, measure="ratio")[1]
    assert sentence.endswith(
        "The compound path is left out: a share or rate is judged on the linear path alone."
    )


def test_refused_paths_give_their_reason():
    # The first figure passes the target and the latest does not.
    case, sentence = judged(figure("2021", 500), figure("2023", 300), known_on=EARLIER)
    assert 11 == case
    assert (
        "No pace can be measured, because the first figure already passes the target: too early to say."
        in sentence
    )


@pytest.mark.parametrize(
    ("speed", "path", "unit", "expected"),
    [
        (55.93, Path.LINEAR, RMB, "a rise of RMB 55.9 bn a year"),
        (-2.4, Path.LINEAR, PERCENT, "a fall of 2.4 percentage points a year"),
        (0.0, Path.LINEAR, RMB, "no change"),
        (9.0218, Path.COMPOUND, RMB, "growth of 902% a year"),
        (-0.05, Path.COMPOUND, RMB, "a decline of 5% a year"),
        (0.0, Path.COMPOUND, RMB, "no change"),
    ],
)
def test_a_pace_in_words(speed, path, unit, expected):
    assert expected == change(words, speed, path, unit)


def test_sentences_stand_one_by_one():
    found = status(figure("2025", 401))
    known = records(figure("2025", 401), target=found.target)
    first, second = words.reading_sentences(found.readings[0], found, known)
    assert first.endswith(": met.")
    assert SAME == second


def test_every_refusal_has_words():
    assert len(Refusal) == len({words.refusal(one) for one in Refusal})


def test_the_rules_are_thirteen():
    assert 13 == len(set(words.rules()))
    assert words.rules()[4] == words.rule(5)
    assert words.rule(5).endswith("The verdict is “Met late”.")


@pytest.mark.parametrize(
    ("case", "verdict"),
    [
        (1, "no_data"),
        (2, "not_comparable"),
        (3, "met"),
        (4, "inconclusive"),
        (5, "met_late"),
        (6, "missed"),
        (7, "met_early"),
        (8, "unverified"),
        (9, "met_early"),
        (10, "stale"),
        (11, "too_early"),
        (12, "on_track"),
        (13, "depends_on_path"),
    ],
)
def test_each_rule_names_its_verdict_as_the_pages_do(case, verdict):
    assert f"“{words.verdict(verdict)}”" in words.rule(case)


def test_the_two_rules_above_the_thirteen():
    assert "More than half" in words.headline_rule() or "more than half" in words.headline_rule()
    assert "24 months up to the due date" in words.counting_rule()


def test_a_known_on_day_is_written_out():
    found = status(known_on=date(2026, 1, 1))
    assert "no figure was known on 1 Jan 2026" in words.reading(
        found.readings[0], found, records(target=found.target)
    )
