"""Known on: what could be known on a day, and which rows of it are judged."""

from dataclasses import replace
from datetime import date

from metrics.progress import as_known_on, with_hindsight
from metrics.progress.evidence import evidence
from metrics.progress.known import judged
from metrics.records.model import Claim, Event, ExchangeRate, Glance, PriceIndex, QualityNote
from metrics.records.vocabulary import Measure
from tests.progress.build import benchmark, by_id, figure, goal, plan, records, series, source, target


def event(name, when, cited="paper"):
    return Event.model_validate(
        {
            "id": name,
            "date": when,
            "title": {"en": "Something"},
            "category": "plan",
            "geography": "CHN",
            "source": cited,
            "verification": "verified",
        }
    )


def claim(name, cited):
    return Claim.model_validate(
        {"id": name, "source": cited, "statement": "It grew.", "kind": "figure", "assessment": "consistent"}
    )


def rate(year):
    return ExchangeRate(year=year, cny_per_usd=7.0, source="rates")


def price(year):
    return PriceIndex.model_validate(
        {"year": year, "geography": "CHN", "index_type": "cpi", "index": 100, "source": "prices"}
    )


def test_a_plan_exists_from_the_day_it_was_published_not_from_the_day_on_the_document():
    held = records(plans=by_id([plan(target(), issued="2017-07-08", published="2017-07-20")]))
    assert [] == list(as_known_on(held, date(2017, 7, 19)).targets)
    assert ["the-target"] == list(as_known_on(held, date(2017, 7, 20)).targets)


def test_an_observation_is_known_from_the_last_day_of_its_publication():
    held = records(figure("2024", 500, published="2025-03"))
    assert 0 == len(as_known_on(held, date(2025, 3, 30)).observations)
    assert 1 == len(as_known_on(held, date(2025, 3, 31)).observations)


def test_a_source_is_known_from_the_last_day_of_its_publication():
    held = records(plans=by_id([]), sources=by_id([source("a", "2019"), source("b", "2020")]))
    assert ["a"] == list(as_known_on(held, date(2019, 12, 31)).sources)


def test_a_later_source_stays_where_something_known_cites_it():
    held = records(
        figure("2018", 5, published="2019-01-15", source="reprint"),
        plans=by_id([plan(target(source="translation", read_through="copy"))]),
        sources=by_id(
            [source(name, "2024") for name in ("reprint", "translation", "copy", "paper", "other")]
        ),
    )
    expected = ["reprint", "translation", "copy", "paper"]
    assert expected == list(as_known_on(held, date(2019, 12, 31)).sources)


def test_events_are_known_from_their_last_day():
    held = records(events=by_id([event("day", "2019-05-01"), event("year", "2019")]))
    assert ["day"] == list(as_known_on(held, date(2019, 12, 30)).events)
    assert ["day", "year"] == list(as_known_on(held, date(2019, 12, 31)).events)


def test_a_claim_is_known_with_its_source_even_where_that_source_is_kept_for_a_citation():
    held = records(
        figure("2018", 5, published="2019-01-15", source="late"),
        sources=by_id([source("early", "2018"), source("late", "2024")]),
        claims=by_id([claim("a", "early"), claim("b", "late")]),
    )
    assert ["a"] == list(as_known_on(held, date(2019, 12, 31)).claims)
    assert ["a", "b"] == list(as_known_on(held, date(2024, 12, 31)).claims)


def test_a_yearly_mean_is_known_once_the_year_is_over():
    held = records(
        rates=(rate(2018), rate(2019)),
        prices=(price(2018), price(2019)),
        sources=by_id([source("rates", "2026"), source("prices", "2026")]),
    )
    then = as_known_on(held, date(2019, 12, 30))
    assert ((2018,), (2018,)) == (tuple(r.year for r in then.rates), tuple(p.year for p in then.prices))
    assert ["rates", "prices"] == list(then.sources)


def test_an_indicator_stays_where_the_first_page_shows_it_with_all_its_series():
    held = records(figure("2024", 500))
    then = as_known_on(held, date(2016, 1, 1))
    assert (held.indicators, held.series) == (then.indicators, then.series)


def test_an_indicator_is_known_with_its_first_figure_or_with_the_promise_that_names_it():
    elsewhere = Glance(plans=(), indicator="other")
    by_figure = records(figure("2018", 5, published="2019-01-15"), glance=elsewhere)
    assert [] == list(as_known_on(by_figure, date(2019, 1, 14)).indicators)
    assert ["size"] == list(as_known_on(by_figure, date(2019, 1, 15)).indicators)
    by_target = records(target=target(), glance=elsewhere)
    assert [] == list(as_known_on(by_target, date(2014, 12, 31)).indicators)
    assert ["size"] == list(as_known_on(by_target, date(2015, 1, 1)).indicators)
    by_benchmark = records(plans=by_id([plan(goal(benchmark(">", value=1)))]), glance=elsewhere)
    assert ["size"] == list(as_known_on(by_benchmark, date(2015, 1, 1)).indicators)


def notes(held):
    """Every note of some records, and the limits of their indicators."""
    (indicator,) = held.indicators.values()
    (promised,) = held.plans.values()
    groups = (held.targets, held.goals, held.series, held.observations, held.sources, held.events)
    found = [record.note for group in groups for record in group.values()]
    return [
        one for one in (promised.note, *found, indicator.quality.limits, indicator.quality.handling) if one
    ]


def test_notes_tell_what_is_known_today_and_are_left_out_of_earlier_days():
    series_of = series("count", note="It stopped later.")
    held = records(
        figure("2018", 5, published="2019-01-15", note="Revised later."),
        series=[series_of],
        plans=by_id([plan(target(note="Met later."), goal(note="Reached later."), note="Renewed later.")]),
        sources=by_id([source().model_copy(update={"note": "Corrected later."})]),
        events=by_id([event("day", "2018-05-01").model_copy(update={"note": "Undone later."})]),
    )
    (indicator,) = held.indicators.values()
    quality = {"verified": "yes", "limits": "Broken later.", "handling": "Left out later."}
    held = replace(
        held,
        indicators=by_id([indicator.model_copy(update={"quality": QualityNote.model_validate(quality)})]),
    )
    assert 9 == len(notes(held))
    assert [] == notes(as_known_on(held, date(2026, 11, 21)))
    assert 9 == len(notes(as_known_on(held, held.as_of)))
    assert (False, True) == (with_hindsight(held, date(2026, 11, 21)), with_hindsight(held, held.as_of))


def test_a_flagged_figure_never_stands_without_its_note():
    flagged = figure("2018", 5, published="2019-01-15", usable="flag", note="Half of it is guessed.")
    then = as_known_on(records(flagged), date(2019, 1, 15))
    assert ["Half of it is guessed."] == [row.note and row.note.en for row in then.observations.values()]


def test_known_on_leaves_the_records_as_they_were():
    held = records(figure("2024", 500))
    as_known_on(held, date(2016, 1, 1))
    assert 1 == len(held.observations)


def test_the_newest_vintage_of_a_period_is_judged():
    rows = [figure("2024", 500, published="2025-01-10"), figure("2024", 520, published="2025-06-10")]
    assert (520.0,) == tuple(row.value for row in judged(rows, Measure.FLOW))


def test_an_estimate_may_be_replaced_by_an_actual_and_by_a_newer_estimate():
    rows = [
        figure("2024", 500, kind="actual", published="2025-01-10"),
        figure("2024", 520, kind="estimate", published="2025-06-10"),
    ]
    assert (520.0,) == tuple(row.value for row in judged(rows, Measure.FLOW))


def test_a_forecast_or_derived_row_never_replaces_a_judged_one():
    rows = [
        figure("2024", 500, published="2025-01-10"),
        figure("2024", 600, kind="forecast", published="2025-06-10"),
        figure("2024", 700, kind="derived", published="2025-07-10"),
    ]
    assert (500.0,) == tuple(row.value for row in judged(rows, Measure.FLOW))


def test_half_years_and_quarters_of_a_flow_are_not_judged():
    rows = [figure(p, 5) for p in ("2024-H1", "2024-Q3", "2024-11", "2024-12-05", "2024")]
    expected = ["2024-11", "2024-12-05", "2024"]
    assert expected == [row.period.text for row in judged(rows, Measure.FLOW)]


def test_half_years_and_quarters_of_a_stock_or_a_ratio_are_judged():
    rows = [figure(p, 5) for p in ("2024-H1", "2024-Q3")]
    assert [2, 2] == [len(judged(rows, measure)) for measure in (Measure.STOCK, Measure.RATIO)]


def test_judged_figures_stand_by_the_end_of_their_period_and_a_year_last_of_one_day():
    rows = [figure(p, 5) for p in ("2024", "2024-12-31", "2023", "2024-12")]
    expected = ["2023", "2024-12", "2024-12-31", "2024"]
    assert expected == [row.period.text for row in judged(rows, Measure.FLOW)]


def test_a_vintage_is_seen_only_from_the_day_it_was_published():
    held = records(figure("2024", 500, published="2025-01-10"), figure("2024", 520, published="2025-06-10"))
    seen = [evidence(held, "count", "CHN", day).figures for day in (date(2025, 6, 9), date(2025, 6, 10))]
    assert [500.0, 520.0] == [figures[0].value for figures in seen]


def test_figures_of_another_place_are_no_evidence():
    held = records(figure("2024", 500, geography="USA"))
    assert () == evidence(held, "count", "CHN", date(2026, 1, 1)).rows


def test_between_two_publications_nothing_is_computed_again():
    held = records(figure("2024", 500, published="2025-01-10"))
    days = [date(2025, 1, 9), date(2025, 1, 10), date(2026, 1, 1)]
    before, first, second = (evidence(held, "count", "CHN", day) for day in days)
    assert first is second
    assert before.rows == ()
