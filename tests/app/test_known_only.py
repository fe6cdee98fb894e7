"""A page can reach the records known on its day, and no others."""

import ast
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from metrics.progress import as_known_on, assess, changes, histories
from metrics.records import load
from metrics.records.store import Records

PAGES = Path(__file__).resolve().parents[2] / "metrics" / "app" / "pages"
DAYS = (date(2018, 12, 31), date(2021, 11, 14), date(2024, 6, 1))
SCRIPT = """
import streamlit as st
from metrics.app.frame import here
st.session_state["now"] = here()
"""


def reached(thing, seen):
    """Every set of records that can be reached from a thing by its attributes and items."""
    if id(thing) in seen:
        return
    seen[id(thing)] = thing
    if isinstance(thing, Records):
        yield thing
    elif is_dataclass(thing):
        for one in fields(thing):
            yield from reached(getattr(thing, one.name), seen)
    elif isinstance(thing, Mapping):
        for one in thing.values():
            yield from reached(one, seen)
    elif isinstance(thing, (list, tuple, set, frozenset)):
        for one in thing:
            yield from reached(one, seen)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_what_a_page_gets_holds_the_records_known_on_its_day_alone(day, language):
    app = AppTest.from_string(SCRIPT, default_timeout=20)
    app.query_params["known-on"], app.query_params["lang"] = day.isoformat(), language
    now = app.run().session_state["now"]
    assert [] == list(app.exception)
    seen = {}
    for start in (now, now.page, now.histories, now.published()):
        found = list(reached(start, seen))
        assert all(one.observations == as_known_on(one, day).observations for one in found)
        assert all(one.plans.keys() == as_known_on(one, day).plans.keys() for one in found)
        assert all(one.sources.keys() == as_known_on(one, day).sources.keys() for one in found)
    units = 2 if language == "zh" else 1  # Chinese tells figures in units of its own
    assert units == sum(isinstance(one, Records) for one in seen.values())
    assert now.shown.progress_on(date(2026, 11, 28)) is now.progress


def test_page_takes_nothing_but_what_the_frame_gives_it():
    closed = {"metrics.app.data", "metrics.app.watch", "metrics.records.store", "metrics.records"}
    for page in PAGES.glob("*.py"):
        tree = ast.walk(ast.parse(page.read_text(encoding="utf-8")))
        taken = {
            name
            for one in tree
            if isinstance(one, (ast.Import, ast.ImportFrom))
            for alias in one.names
            for name in (
                getattr(one, "module", None) or alias.name,
                f"{getattr(one, 'module', '')}.{alias.name}",
            )
        }
        assert set() == taken & closed, page.name


def test_two_days_compared_from_what_is_known_on_the_later_one_are_those_of_all_records():
    records = load()
    for since, day in pairwise((date(2017, 12, 31), *DAYS, date(2026, 11, 28))):
        known, past = as_known_on(records, day), histories(records, day)
        after = assess(known, day)
        assert as_known_on(records, since) == as_known_on(known, since)
        one = changes(records, assess(as_known_on(records, since), since), after, past, ())
        other = changes(known, assess(as_known_on(known, since), since), after, past, ())
        assert one == other
