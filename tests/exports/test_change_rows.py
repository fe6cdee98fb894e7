"""The comparison of two days as a file: every change once, by id, with raw values."""

import csv
from datetime import date
from io import StringIO

import pytest

from metrics.exports.change_rows import HEADER, change_file
from metrics.progress import assess, changes, histories
from metrics.records import load

HELD = load()
SINCE, DAY = date(2024, 12, 31), date(2026, 11, 28)


@pytest.fixture(scope="module")
def found():
    return changes(HELD, assess(HELD, SINCE), assess(HELD, DAY), histories(HELD, DAY))


@pytest.fixture(scope="module")
def rows(found):
    return list(csv.DictReader(StringIO(change_file(found).decode("utf-8-sig"))))


def test_every_row_names_both_days(rows):
    assert [*HEADER, "known_on"] == list(rows[0])
    assert {("2024-12-31", "2026-11-28")} == {(row["since"], row["known_on"]) for row in rows}


@pytest.mark.parametrize(
    ("what", "name"),
    [
        *(
            ("headline", "headlines"),
            ("reading", "readings"),
            ("revision", "revisions"),
            ("figure", "figures"),
        ),
        *(
            ("plan", "plans"),
            ("target", "targets"),
            ("goal", "goals"),
            ("event", "events"),
            ("source", "sources"),
        ),
    ],
)
def test_nothing_is_left_out(rows, found, what, name):
    assert len(getattr(found, name)) == sum(row["what"] == what for row in rows)


def test_headline_names_the_figures_and_the_calendar_that_made_it(rows):
    (row,) = [one for one in rows if (one["what"], one["id"]) == ("headline", "aidp-2025-core")]
    assert ("met_early", "met", "true", "2025-12-31", "iresearch-2025") == tuple(
        row[name] for name in ("before", "after", "due", "day", "source")
    )
    assert all(one in HELD.observations for one in (*row["made_by"].split(), *row["lapsed"].split()))


def test_revision_has_both_values_raw(rows):
    (row,) = [
        one
        for one in rows
        if (one["what"], one["series"], one["place"], one["period"])
        == ("revision", "quid_nominal", "CHN", "2021")
    ]
    assert ("22.8", "25.891", "usd_bn") == (row["before"], row["after"], row["unit"])
