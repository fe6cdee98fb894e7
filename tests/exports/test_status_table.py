"""The table of a status: it fits the terminal, and cuts nothing off."""

from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.exports.status_table import status_table
from metrics.exports.terminal import columns, legible, wrapped
from metrics.progress.result import Path, Progress
from metrics.records.store import Records
from metrics.words import Words


@pytest.mark.parametrize("width", [48, 60, 80, 100, 120])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp1252", "gb18030"])
def test_every_line_fits_the_terminal(
    progress: Progress, records: Records, words: Words, width: int, encoding: str
) -> None:
    text = status_table(progress, records, words, width=width, encoding=encoding, readings=True)
    assert [] == [line for line in text.splitlines() if columns(line) > width]
    assert text == text.encode(encoding).decode(encoding)


@pytest.mark.parametrize("width", [48, 80, 120])
def test_nothing_is_cut_off(progress: Progress, records: Records, words: Words, width: int) -> None:
    said = " ".join(status_table(progress, records, words, width=width).split())
    for status in progress.statuses.values():
        assert status.target.id in said
        for word in (*words.headline(status).split(), *words.day(status.target.due).split()):
            assert word in said


def test_verdict_stands_beside_its_target_where_there_is_room(
    progress: Progress, records: Records, words: Words
) -> None:
    lines = status_table(progress, records, words, width=120).splitlines()
    status = progress.statuses["core-2025"]
    row = next(line for line in lines if "core-2025" in line)
    assert row.startswith("◐ ")
    assert row.endswith(words.headline(status))
    assert words.day(status.target.due) in row


def test_targets_stand_under_their_plan(progress: Progress, records: Records, words: Words) -> None:
    lines = status_table(progress, records, words).splitlines()
    plan = next(place for place, line in enumerate(lines) if "small-plan" in line)
    first, second = (
        next(place for place, line in enumerate(lines) if name in line) for name in progress.statuses
    )
    assert plan < first < second


def test_terminal_without_the_signs_gets_the_words_alone(
    progress: Progress, records: Records, words: Words
) -> None:
    lines = status_table(progress, records, words, width=120, encoding="ascii").splitlines()
    assert 'A Small Plan - "fur alle"' in "\n".join(lines)
    assert any(line.startswith("core-2025 ") for line in lines)
    assert not any("?" in line for line in lines)


def test_readings_are_told_on_request(progress: Progress, records: Records, words: Words) -> None:
    brief = status_table(progress, records, words)
    full = " ".join(status_table(progress, records, words, readings=True).split())
    status = progress.statuses["core-2025"]
    for reading in status.readings:
        sentence = words.reading(reading, status, records)
        assert f"{sentence} [{reading.series.id}]" in full
        assert sentence not in " ".join(brief.split())


def test_day_without_a_plan_says_so(records: Records, words: Words) -> None:
    none = Progress(date(2016, 1, 1), None, MappingProxyType({}))
    text = status_table(none, replace(records, plans=MappingProxyType({})), words)
    assert words.say("export.status.no_target") in text


def test_path_is_named(progress: Progress, records: Records, words: Words) -> None:
    first = {
        path: status_table(replace(progress, path=path), records, words, width=120).splitlines()[0]
        for path in (None, *Path)
    }
    assert len(first) == len(set(first.values()))
    assert Path.COMPOUND.value in first[Path.COMPOUND]


@given(st.text(), st.integers(2, 40))
def test_wrapped_lines_fit_and_keep_every_sign(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert all(columns(line) <= width for line in lines)
    assert "".join(text.split()) == "".join("".join(lines).split())


@given(st.text(), st.sampled_from(["utf-8", "ascii", "cp1252", "gb18030", "cp437"]))
def test_legible_text_can_be_written_and_controls_nothing(text: str, encoding: str) -> None:
    shown = legible(text, encoding)
    assert shown == shown.encode(encoding).decode(encoding)
    assert not set(shown) & {"\x1b", "\x07", "\r", "\n", "\u202e", "\u200f", "\x9b"}
