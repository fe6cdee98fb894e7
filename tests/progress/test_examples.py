"""The example beside each rule: picked by rule, and its numbers are the engine's own."""

from datetime import date

import pytest

from metrics.progress import as_known_on, assess
from metrics.progress.currency import NotConverted
from metrics.progress.due_period import speaks_for
from metrics.progress.examples import CASES, FORMULAS, examples, inputs
from metrics.progress.result import NotCounted, Path
from metrics.records import load
from metrics.records.vocabulary import Bound
from tests.progress.build import EARLIER, LATER, figure, records, series, target

SHIPPED = load()
DAYS = [
    date(2017, 12, 31),
    date(2018, 12, 31),
    date(2020, 12, 31),
    date(2022, 12, 31),
    date(2024, 12, 31),
    date(2026, 11, 28),
]


def shipped(day, first=None):
    known = as_known_on(SHIPPED, day)
    return examples(known, assess(known, day), known.glance.plans if first is None else first)


def by_hand(*figures, day=LATER, **more):
    held = records(*figures, target=more.pop("against", target()), **more)
    return examples(held, assess(held, day), ("the-plan",))


@pytest.mark.parametrize("day", DAYS)
def test_each_example_stands_in_its_case(day):
    found = shipped(day).cases
    assert list(CASES) == list(found)
    assert [] == [case for case, held in found.items() if held and held.reading.case != case]


@pytest.mark.parametrize("day", DAYS)
def test_a_case_without_an_example_is_a_case_without_a_reading(day):
    known = as_known_on(SHIPPED, day)
    state = {r.case for one in assess(known, day).statuses.values() for r in one.readings}
    assert state == {case for case, held in shipped(day).cases.items() if held}


@pytest.mark.parametrize("day", DAYS)
def test_nothing_of_a_later_day_serves(day):
    found = shipped(day)
    figures = [
        *(held.reading.observation for held in found.cases.values() if held),
        *(pair[0] for pair in found.bounds.values() if pair),
        *found.vintages,
        found.delay,
        *(made.observation for made in (found.converted, found.not_converted) if made),
    ]
    assert [] == [one.id for one in figures if one and one.known > day]


def test_plans_named_are_looked_in_first():
    assert "compute-2025" == shipped(DAYS[-1], ("compute-2025",)).cases[8].status.target.plan
    assert "aidp-2017" == shipped(DAYS[-1]).cases[8].status.target.plan


def test_the_same_day_gives_the_same_examples():
    assert shipped(DAYS[-1]) == shipped(DAYS[-1])


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("path", Path)
def test_formula_text_worked_on_the_inputs_gives_the_engines_numbers(day, path):
    """Every pace of the day, not only the one that is shown."""
    known = as_known_on(SHIPPED, day)
    run = [
        (pace, status.target)
        for status in assess(known, day).statuses.values()
        for reading in status.readings
        for pace in reading.paces
        if pace.path is path and pace.ratio is not None
    ]
    made = FORMULAS[path]
    for pace, held in run:
        letters = dict(inputs(pace, held).letters)

        def worked(text, letters=letters):
            return eval(text, {"__builtins__": {}}, letters)  # the text is a constant of the code

        assert worked(made.actual) == pytest.approx(pace.actual, rel=1e-9)
        assert worked(made.required) == pytest.approx(pace.required, rel=1e-9)
        assert worked(made.actual) / worked(made.required) == pytest.approx(pace.ratio, rel=1e-9)
        assert worked(made.at_due) == pytest.approx(pace.value_at_due, rel=1e-9)
        if pace.needed is not None:
            assert worked(made.needed) == pytest.approx(pace.needed, rel=1e-9)


def test_there_are_paces_on_which_the_formulas_are_tried():
    assert {Path.LINEAR, Path.COMPOUND} == {
        pace.path for pace in shipped(DAYS[-1]).pace.reading.paces if pace.ratio is not None
    }


def test_formulas_agree_with_the_rules_in_plain_words():
    from tests.progress.test_verdicts_text import TEXT

    def plain(text):
        for code, sign in ((" ** ", "^"), ("(1 / t)", "(1/t)"), ("(1 / T)", "(1/T)"), ("(T / t)", "(T/t)")):
            text = text.replace(code, sign)
        return text.replace("(1 / (T - t))", "(1/(T − t))").replace(" * ", " ").replace("-", "−")

    shown = [text for one in FORMULAS.values() for text in (one.actual, one.required, one.at_due, one.needed)]
    assert [] == [text for text in map(plain, shown) if text not in TEXT]


def test_inputs_of_a_refused_pace_are_refused():
    held = by_hand(figure("2023", 100), figure("2024-03-31", 120), day=EARLIER).cases[11]
    with pytest.raises(ValueError, match="has no pace"):
        inputs(held.reading.paces[0], held.reading.target)


def test_pace_prefers_a_reading_with_both_paths():
    found = by_hand(figure("2021", 100), figure("2023", 200), day=EARLIER)
    assert 2 == sum(pace.ratio is not None for pace in found.pace.reading.paces)


def test_headline_prefers_a_majority_with_something_beside_it():
    said = shipped(DAYS[-1]).headline.headline
    assert 0 < said.k < said.n


@pytest.mark.parametrize("why", NotCounted)
def test_example_of_what_does_not_count_is_not_counted_for_that(why):
    held = shipped(DAYS[-1]).not_counted[why]
    assert held is None or why is held.reading.not_counted


def test_series_that_repeats_another_is_an_example():
    two = [series("count"), series("other", repeats="count")]
    found = by_hand(figure("2025", 500), figure("2025", 500, series="other", id="o"), series=two)
    assert "other" == found.not_counted[NotCounted.REPEATS].reading.series.id


@pytest.mark.parametrize("bound", Bound)
def test_example_of_a_wording_is_so_worded(bound):
    pair = shipped(DAYS[-1]).bounds[bound]
    assert pair is None or (bound is pair[0].bound and pair[0].unit == pair[1].unit)


def test_due_period_has_a_figure_inside_and_one_outside():
    held = shipped(DAYS[-1]).due_period
    measure = SHIPPED.indicators[held.status.target.indicator].measure
    due = held.status.target.due
    assert (True, False) == (
        speaks_for(held.inside.period, due, measure),
        speaks_for(held.outside.period, due, measure),
    )


def test_vintages_are_of_one_series_place_and_period_and_differ():
    found = shipped(DAYS[-1]).vintages
    assert 1 == len({(one.series, one.geography, one.period.text) for one in found})
    assert len({one.value for one in found}) > 1
    assert sorted(one.known for one in found) == [one.known for one in found]


def test_a_figure_published_in_its_own_period_shows_no_two_dates():
    assert by_hand(figure("2025", 500, published="2025-06-30")).delay is None


def test_money_is_converted_at_the_rate_of_its_own_year():
    made = shipped(DAYS[-1]).converted
    assert made.observation.period.end.year == made.rate.year
    assert made.observation.value / made.rate.cny_per_usd == pytest.approx(made.value)


def test_what_is_not_converted_says_why():
    assert shipped(DAYS[-1]).not_converted.refusal in set(NotConverted)


def test_a_day_without_plans_has_no_example():
    found = shipped(date(2016, 1, 1))
    assert not any(found.cases.values())
    assert (None, None, None, ()) == (found.pace, found.headline, found.due_period, found.vintages)


def test_series_that_had_published_nothing_is_tried_last_and_marked():
    two = [series("count"), series("other")]
    early = by_hand(
        figure("2025", 500, kind="forecast", published="2024", series="other", id="o"), series=two
    )
    assert ("other", False) == (early.cases[1].reading.series.id, early.cases[1].unpublished)
    assert by_hand(series=two).cases[1].unpublished


def test_reasons_of_benchmarks_show_only_from_the_day_on_which_they_were_written():
    assert [False, True] == [shipped(day).reasons for day in (DAYS[-2], DAYS[-1])]
