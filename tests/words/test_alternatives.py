"""What would change a headline, in words."""

from datetime import date

import pytest

from metrics.progress import alternatives
from metrics.progress.assess import judge
from metrics.records.interval import Interval
from metrics.words import words_for
from metrics.words.alternatives import range_of
from tests.progress.build import EARLIER, LATER, figure, records, series, target

WORDS = words_for("en")
RMB = records().units["cny_bn"]
INF = float("inf")


def changes(*figures, against=None, known_on=LATER, path=None, **more):
    known = records(*figures, target=against or target(), **more)
    status = judge(known, known.targets["the-target"], known_on, path)
    return [
        (one.text, one.any_of) for one in WORDS.alternatives(alternatives(known, status, path), status, known)
    ]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (Interval(0, 400), "at most RMB 400 bn"),
        (Interval(0, 400, high_open=True), "less than RMB 400 bn"),
        (Interval(400, INF, True, True), "more than RMB 400 bn"),
        (Interval(400, INF, False, True), "at least RMB 400 bn"),
        (Interval(0, INF, False, True), "at least RMB 0 bn"),
        (Interval(18, 22), "at least RMB 18 bn and at most RMB 22 bn"),
        (Interval(400, 400), "RMB 400 bn"),
        (Interval(-INF, -3, True), "at most RMB -3 bn"),
    ],
)
def test_a_range_is_worded_as_a_figure_would_be(values, expected):
    assert expected == range_of(WORDS, values, RMB).replace("−", "-")


def test_an_end_that_cannot_be_displayed_is_rounded_into_the_range():
    assert "at least RMB 427.3 bn" == range_of(WORDS, Interval(427.2494, INF, True, True), RMB)
    assert "at most RMB 427.2 bn" == range_of(WORDS, Interval(0, 427.2594, False, True), RMB)


def test_a_range_too_narrow_for_two_rounded_ends_is_named_by_its_middle():
    assert "about RMB 427.2 bn" == range_of(WORDS, Interval(427.22, 427.24), RMB)


def test_one_series_is_named_in_the_sentence():
    assert ("A figure of at most RMB 400 bn for 2025 from count", ()) in changes(figure("2024", 500))


def test_a_series_that_has_the_figure_would_revise_it():
    assert ("A revised figure of at most RMB 400 bn for 2025 from count", ()) in changes(figure("2025", 500))


def test_several_series_that_would_bring_the_same_share_a_sentence():
    three = [series(name) for name in ("a", "b", "c")]
    found = changes(*(figure("2025", 500, series=name) for name in ("a", "b", "c")), series=three)
    expected = "A revised figure of at most RMB 400 bn for 2025 from any one of these:"
    assert [["a", "b", "c"]] == [[one.id for one in any_of] for text, any_of in found if text == expected]


def test_where_the_tally_depends_on_the_figure_the_verdict_alone_is_told():
    known = records(
        *(figure(y, v, series=name) for name in "ab" for y, v in (("2020", 100), ("2022", 260))),
        target=target(value=500, path="linear", path_reason="it is said so"),
        series=[series("a"), series("b")],
    )
    status = judge(known, known.targets["the-target"], EARLIER)
    first = WORDS.alternatives(alternatives(known, status), status, known)[0]
    assert "Inconclusive, contested; the tally depends on the figure" == first.said


def test_a_series_left_out_a_path_and_a_day_are_told_in_this_order():
    found = changes(figure("2020", 100), figure("2023", 220), known_on=EARLIER, against=target(value=500))
    texts = [text for text, _ in found if not text.startswith("A ")]
    assert [
        "Without count",
        "On the linear path alone",
        "On the compound path alone",
        "Known on 30 Dec 2023 instead",
        "With nothing more published until the due date, 31 Dec 2025",
    ] == texts


def test_with_one_path_chosen_both_are_another_choice():
    found = changes(
        figure("2020", 100),
        figure("2023", 220),
        known_on=EARLIER,
        against=target(value=500),
        path="linear",
    )
    assert "On both paths" in [text for text, _ in found]


def test_silence_is_told_with_its_day():
    goal = target(value=500, due=date(2030, 12, 31))
    found = changes(figure("2020", 100), figure("2023", 220), against=goal, known_on=date(2025, 6, 30))
    assert "With nothing more published until 31 Dec 2025" in [text for text, _ in found]
