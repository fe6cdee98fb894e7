"""The address as read by Python: good values are used, bad ones leave a note and the default."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.app.address import Address, language_of, view_of
from metrics.progress.result import Path
from metrics.records import load
from metrics.words import languages, words_for

TODAY = date(2026, 11, 28)


@pytest.fixture(scope="module")
def records():
    return load()


def read(records, **given_values):
    address = Address(
        {name.replace("_", "-"): value for name, value in given_values.items()}, words_for("en")
    )
    return view_of(address, records, TODAY), address.notes


def test_empty_address_is_today_and_both_paths(records):
    view, notes = read(records)
    assert (TODAY, None, None, {}) == (view.known_on, view.path, view.plan, dict(view.shared))
    assert [] == notes


def test_good_values_are_used_and_kept_for_links(records):
    view, notes = read(records, known_on="2020-12-31", path="compound", plan="aidp-2017")
    assert (date(2020, 12, 31), Path.COMPOUND, "aidp-2017") == (view.known_on, view.path, view.plan)
    assert [] == notes
    assert view.href("targets", year="2025") == (
        "targets?known-on=2020-12-31&path=compound&plan=aidp-2017&year=2025"
    )


def test_link_to_the_first_page_stays_relative(records):
    view, _ = read(records)
    assert "./" == view.href("glance")
    assert "./?known-on=2020-12-31" == view.href("glance", known_on="2020-12-31")


@pytest.mark.parametrize(
    ("name", "value", "part"),
    [
        ("known_on", "2019-02-30", "is not a day like 2020-12-31"),
        ("known_on", "yesterday", "is not a day like 2020-12-31"),
        ("known_on", "2031-01-01", "has not come yet"),
        ("known_on", "0001-01-01", "before the first plan"),
        ("path", "zigzag", "does not exist"),
        ("path", "liner", "perhaps “linear” was meant"),
        ("plan", "aidp-2018", "perhaps “aidp-2017” was meant"),
        ("lang", "fr", "does not exist"),
    ],
)
def test_bad_value_leaves_one_note_and_the_default(records, name, value, part):
    view, notes = read(records, **{name: value})
    assert 1 == len(notes)
    assert part in notes[0]
    assert None is view.path
    assert None is view.plan
    assert "en" == view.language


def test_long_bad_value_is_cut_in_its_note(records):
    _, notes = read(records, plan="x" * 5000)
    assert len(notes[0]) < 200


def test_list_keeps_the_order_of_what_is_allowed_and_notes_the_rest():
    address = Address({"show": "b,a,zzz"}, words_for("en"))
    assert ("a", "b") == address.choices("show", ["a", "b", "c"])
    assert 1 == len(address.notes)


@given(st.dictionaries(st.sampled_from(["known-on", "path", "plan", "lang"]), st.text(max_size=60)))
def test_no_address_is_an_error(held):
    address = Address(held, words_for("en"))
    view = view_of(address, load(), TODAY)
    assert view.known_on <= TODAY
    assert len(address.notes) <= 5


@pytest.mark.parametrize("language", languages())
def test_every_language_is_kept_across_links_and_the_first_one_needs_no_word(records, language):
    view, notes = read(records, lang=language)
    assert (language, []) == (view.language, notes)
    assert ({} if language == "en" else {"lang": language}) == dict(view.shared)
    assert ("targets" if language == "en" else f"targets?lang={language}") == view.href("targets")


@pytest.mark.parametrize("asked", ["", "fr", "EN", "zh-Hans", "../en", "\x00"])
def test_a_language_that_there_is_not_is_english(asked):
    assert "en" == language_of({"lang": asked})
