"""The deck: made from the plan, in the usual order or the one chosen, of what was known on the day and nothing later."""

from dataclasses import asdict, replace
from datetime import date
from functools import lru_cache

import pytest

from metrics.figures.slides.choice import Choice
from metrics.figures.slides.deck import WHOLE, deck, offered
from metrics.figures.slides.slide import Lanes, Rows, SlideKind, Statement
from metrics.figures.slides.subject import subject
from metrics.progress import as_known_on, assess
from metrics.records import load
from metrics.words import languages, words_for
from tests.later import DAYS, days_allowed, days_named, later

HELD = load()
TODAY = date(2026, 11, 28)
WORDS = words_for("en")


def link(page, /, **params):
    return page + "".join(f"?{name}={value}" for name, value in params.items())


@lru_cache
def told(day=TODAY, language="en", plans=(), targets=()):
    known = as_known_on(HELD, day)
    return subject(known, assess(known, day), words_for(language), link, plans=plans, targets=targets)


@lru_cache
def made(day=TODAY, language="en", plans=(), choice=WHOLE):
    return deck(told(day, language, plans), choice)


def texts(slide):
    """Everything that a slide says, its notes and table included."""

    def inner(value):
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            for one in value.values():
                yield from inner(one)
        elif isinstance(value, (list, tuple)):
            for one in value:
                yield from inner(one)

    return list(inner(asdict(slide)))


def test_deck_of_the_first_page_tells_the_three_steps_and_what_stands_beside_them():
    assert [
        "title",
        "how",
        "aidp-2020-core",
        "aidp-2025-core",
        "aidp-2030-core",
        "moe-2020-centres",
        "ai_patent_filings",
        "ai_private_investment",
        "unknown",
        "method",
        "sources",
    ] == list(dict.fromkeys(slide.id for slide in made().slides))


def test_keys_are_unlike_each_other():
    keys = [slide.key for slide in made(plans=tuple(HELD.plans)).slides]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("language", languages())
def test_every_slide_carries_finding_source_rule_and_address(language):
    for slide in made(language=language).slides:
        for carried in (slide.kicker, slide.title, slide.sources, slide.rule, slide.address, slide.alt):
            assert carried.strip()
        assert not set("{}") & set("".join(texts(slide)))


def test_slides_stand_in_the_order_chosen_and_unknown_ids_are_passed_over():
    chosen = Choice(("sources", "aidp-2030-core", "nothing", "title"))
    ids = list(dict.fromkeys(slide.id for slide in made(choice=chosen).slides))
    assert ["sources", "aidp-2030-core", "title"] == ids


def test_hidden_detail_keeps_verdict_and_tally():
    full, bare = made(), made(choice=Choice(contested=False))
    slides = {slide.key: slide for slide in bare.slides}
    one = slides["aidp-2020-core"]
    assert isinstance(one.body, Lanes)
    assert () == one.body.listed
    before = next(slide for slide in full.slides if slide.key == one.key)
    assert (before.title, before.stand) == (one.title, one.stand)
    assert isinstance(before.body, Lanes)
    assert before.body.listed


def test_every_target_is_either_measured_or_among_those_that_cannot_be_checked():
    plans = tuple(HELD.plans)
    of_all = told(plans=plans)
    slides = made(plans=plans).slides
    shown = {slide.id for slide in slides if slide.kind is SlideKind.TARGET}
    assert {one.target.id for one in of_all.measured} == shown
    lines = [
        line
        for slide in slides
        if slide.kind is SlideKind.UNKNOWN and isinstance(slide.body, Statement)
        for line in slide.body.lines
    ]
    assert len(of_all.unknown) == len(lines)
    assert len(of_all.statuses) == len(shown) + len(lines)


def test_target_alone_has_no_slides_of_other_targets_or_indicators():
    one = deck(told(targets=("compute-2025-total",)))
    kinds = [slide.id for slide in one.slides if slide.kind in (SlideKind.TARGET, SlideKind.INDICATOR)]
    assert ["compute-2025-total"] == kinds


def test_before_the_first_plan_there_is_one_slide_that_says_so():
    slides = made(date(2014, 12, 31)).slides
    assert ["title"] == [slide.id for slide in slides]
    assert "There is no plan here yet." == slides[0].title


def test_every_document_behind_a_counted_figure_is_listed():
    rows = [row for s in made().slides if isinstance(s.body, Rows) for row in s.body.rows]
    cited = {
        HELD.sources[r.observation.source].title
        for one in told().measured
        for r in one.counted
        if r.observation is not None
    }
    assert cited <= {row[1] for row in rows}


def test_questions_of_the_plan_stand_with_their_slides_only():
    notes = {slide.id: {question for question, _ in slide.notes.asked} for slide in made().slides}
    mine = "Are these patents granted, or only filed?"
    assert mine in notes["ai_patent_filings"]
    assert mine not in notes["aidp-2020-core"]
    for question in HELD.questions.values():
        assert set(question.about) <= {*HELD.targets, *HELD.goals, *HELD.indicators}


def test_offered_are_ids_and_titles():
    found = dict(offered(told()))
    assert "More than RMB 400 bn by 2025: met, but on no independent count" == found["aidp-2025-core"]


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_no_slide_tells_of_a_later_day(day):
    said = "\n".join(text for slide in made(day, plans=tuple(HELD.plans)).slides for text in texts(slide))
    assert [] == [one for one in later(day) if one in said]
    assert set() == {one for one in days_named(said) if one > day} - days_allowed(day)
    assert [] == [one for q in HELD.questions.values() if (one := q.answer.en) in said]


def test_planted_later_sentence_would_be_found():
    day = date(2020, 12, 31)
    slide = made(day).slides[0]
    sentence = later(day)[0]
    assert sentence in texts(replace(slide, subtitle=sentence))


def test_same_deck_twice():
    assert made() == deck(told())
