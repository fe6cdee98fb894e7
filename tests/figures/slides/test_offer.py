"""What a presenter may choose: only what there is a figure of."""

from datetime import date

from metrics.figures.slides.choice import Choice, SlideChoice
from metrics.figures.slides.offer import offer
from metrics.figures.slides.slide import Deck
from metrics.progress import as_known_on
from metrics.records import load
from metrics.words import words_for

KNOWN = as_known_on(load(), date(2026, 11, 28))
WORDS = words_for("en")
USUAL = Deck((), "", "en", date(2026, 11, 28), "")


def offered(*slides, deck=None):
    return offer(KNOWN, WORDS, USUAL, Choice(slides), deck)


def test_indicator_is_offered_with_the_places_and_years_of_its_figures_and_a_target_with_its_detail_alone():
    found = offered(
        SlideChoice("ai_patent_filings", place="USA", years=(2015, 2020)),
        SlideChoice("aidp-2025-core", detail="brief"),
        SlideChoice("title"),
    ).slides
    assert {"ai_patent_filings", "aidp-2025-core"} == set(found)
    patents = found["ai_patent_filings"]
    figures = [
        one
        for series in KNOWN.indicators["ai_patent_filings"].series
        for one in KNOWN.observations_of(series.id)
        if one.judged
    ]
    assert {one.geography for one in figures} >= {place for place, _ in patents.places} >= {"CHN", "USA"}
    assert (min(patents.years), max(patents.years)) == (
        min(one.period.end.year for one in figures),
        max(one.period.end.year for one in figures),
    )
    assert ("USA", (2015, 2020), False) == (patents.place, patents.span, patents.brief)
    assert ((), (), True) == (
        found["aidp-2025-core"].places,
        found["aidp-2025-core"].years,
        found["aidp-2025-core"].brief,
    )


def test_other_indicators_and_decks_are_offered_by_name_and_what_is_beyond_the_usual_deck_is_marked():
    found = offered(SlideChoice("ai_patent_filings"), deck="two-countries")
    assert {"ai_patent_filings"} == found.added
    others = [id_ for id_, _ in found.others]
    assert "ai_patent_filings" not in others
    assert set(others) <= set(KNOWN.indicators)
    assert [label for _, label in found.others] == sorted(label for _, label in found.others)
    assert ("two-countries", "China and the United States side by side") in found.decks
    assert "two-countries" == found.deck
