"""Search over everything, in both languages."""

from datetime import date
from time import thread_time

import pytest

from metrics.app.address import Address, view_of
from metrics.app.search import SearchGroup, find, hit, index
from metrics.progress import as_known_on
from metrics.records import load
from metrics.words import words_for

WORDS = words_for("en")
HELD = load()
TODAY = date(2026, 11, 28)
INDEX = index(HELD, WORDS, hindsight=True)
VIEW = view_of(Address({}, WORDS), HELD, TODAY)


def ids(search, group, entries=INDEX):
    return [entry.id for entry in find(entries, search)[group]]


def test_every_record_can_be_found():
    found = find(INDEX, "")
    assert [*HELD.targets, *HELD.goals] == [one.id for one in found[SearchGroup.PROMISES]]
    assert list(HELD.observations) == [one.id for one in found[SearchGroup.FIGURES]]
    assert list(HELD.events) == [one.id for one in found[SearchGroup.EVENTS]]
    assert list(HELD.sources) == [one.id for one in found[SearchGroup.SOURCES]]
    assert list(HELD.claims) == [one.id for one in found[SearchGroup.CLAIMS]]


def test_words_in_any_order_and_any_case_are_found():
    assert (
        ids("larger 400 CORE", SearchGroup.PROMISES)
        == ids("core larger 400", SearchGroup.PROMISES)
        == ["aidp-2025-core"]
    )
    assert [] == ids("core larger 401", SearchGroup.PROMISES)


def test_chinese_words_are_found_inside_longer_texts():
    assert "aidp-2030-core" in ids("核心产业", SearchGroup.PROMISES)
    assert ids("人工智能", SearchGroup.SERIES)
    assert "ev-mic2025" in ids("中国制造", SearchGroup.EVENTS)


def test_full_width_letters_are_the_same_letters():
    assert ids("CAICT", SearchGroup.SOURCES) == ids("ＣＡＩＣＴ", SearchGroup.SOURCES) != []


def test_notes_and_reasons_are_searched():
    assert "S07" in ids("829 million", SearchGroup.CLAIMS)
    noted = next(one for one in HELD.observations.values() if one.note and len(one.note.en) > 30)
    assert noted.id in ids(noted.note.en, SearchGroup.FIGURES)


def test_reasons_are_not_searched_before_they_were_given():
    day = date(2021, 12, 31)
    before = index(as_known_on(HELD, day), WORDS, hindsight=False)
    assert [] == ids("mid-2025", SearchGroup.CLAIMS, before)
    assert ["S07"] == ids("mid-2025", SearchGroup.CLAIMS)


@pytest.mark.parametrize("day", [date(2017, 12, 31), date(2020, 12, 31), date(2024, 12, 31)])
def test_nothing_of_a_later_day_is_found(day):
    known = as_known_on(HELD, day)
    found = find(index(known, WORDS, hindsight=False), "")
    with_figures = {one.series for one in known.observations.values()}
    assert {one.id for one in found[SearchGroup.SERIES]} == with_figures
    assert [one.id for one in found[SearchGroup.FIGURES]] == list(known.observations)
    assert {one.id for one in found[SearchGroup.SOURCES]} == set(known.sources)


def test_a_hit_shows_the_part_that_holds_the_word_and_leads_to_its_page():
    [entry] = find(INDEX, "829 million")[SearchGroup.CLAIMS]
    made = hit(entry, "829 million", VIEW)
    assert "829 million" in made.excerpt
    assert "sources?show=claims&claim=S07" == made.href
    [entry] = find(INDEX, "2025年核心产业")[SearchGroup.PROMISES]
    assert ("zh-Hans", "target?target=aidp-2025-core") == (
        hit(entry, "2025年核心产业", VIEW).language,
        hit(entry, "2025年核心产业", VIEW).href,
    )


def test_a_hit_by_its_name_needs_no_excerpt():
    [entry] = find(INDEX, "core larger 400")[SearchGroup.PROMISES]
    assert "" == hit(entry, "core larger 400", VIEW).excerpt


def test_a_search_takes_less_than_ten_milliseconds():
    def once():
        start = thread_time()
        find(INDEX, "industry 核心 2025")
        return thread_time() - start

    assert min(once() for _ in range(20)) < 0.01
