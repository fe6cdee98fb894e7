"""Tables as CSV: what was in the table is in the file, and no cell becomes a formula."""

import csv
from datetime import date
from io import StringIO
from itertools import dropwhile
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.exports.csv_rows import csv_table
from metrics.exports.file_name import file_name
from metrics.figures.chart import Cell, Column, Table

DAY = date(2026, 11, 28)

TEXTS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1) | st.sampled_from(
    [
        "=1+1",
        "'=1+1",
        "''-5",
        "+86",
        "-5",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        " =1",
        "＝1",
        "a,b",
        "a\r\nb",
        "核心产业",
    ]
)
KINDS: dict[str, st.SearchStrategy[Cell]] = {
    "text": TEXTS,
    "whole": st.integers(-(2**60), 2**60),
    "number": st.floats(allow_nan=False, allow_infinity=False),
    "truth": st.booleans(),
    "day": st.dates(date(1900, 1, 1), date(2199, 12, 31)),
}


@st.composite
def tables(draw: st.DrawFn) -> Table:
    kinds = draw(st.lists(st.sampled_from(sorted(KINDS)), min_size=1, max_size=5))
    columns = tuple(
        Column(f"{kind}_{place}", kind, kind in ("whole", "number")) for place, kind in enumerate(kinds)
    )
    rows = draw(st.lists(st.tuples(*(st.none() | KINDS[kind] for kind in kinds)), max_size=5))
    return Table(columns, tuple(rows))


def cells(data: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def formula_begins(text: str) -> bool:
    """What docs/command-line.md calls the beginning of a formula, blanks and apostrophes passed over."""
    first = next(dropwhile(lambda sign: sign.isspace() or sign == "'", text), "")
    return text[:1] in set("\t\r\n") or first in set("=+-@＝＋－＠")


def value(text: str, kind: str) -> Cell:
    """The cell again: the documented reading of a file, by the kind of its column."""
    if text == "":
        return None
    if kind == "text":
        return text[1:] if text[0] == "'" and formula_begins(text[1:]) else text
    if kind == "whole":
        return int(text)
    if kind == "number":
        return float(text)
    return text == "true" if kind == "truth" else date.fromisoformat(text)


@given(tables())
def test_reading_the_file_gives_the_table_back(table: Table) -> None:
    header, *rows = cells(csv_table(table, DAY))
    kinds = [column.label for column in table.columns]
    assert [column.key for column in table.columns] + ["known_on"] == header
    assert list(table.rows) == [tuple(value(t, k) for t, k in zip(row, kinds, strict=False)) for row in rows]
    assert all(row[-1] == "2026-11-28" for row in rows)


@given(tables())
def test_no_text_begins_like_a_formula(table: Table) -> None:
    for row, given_row in zip(cells(csv_table(table, DAY))[1:], table.rows, strict=True):
        for text, cell in zip(row, given_row, strict=False):
            if isinstance(cell, str):
                assert text.lstrip()[:1] not in set("=+-@＝＋－＠")
                assert text[0] not in "\t\r\n"


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "'=1"]
)
def test_formula_is_defused_by_one_apostrophe(text: str) -> None:
    assert f"'{text}" == cells(csv_table(Table((Column("note", "Note"),), ((text,),)), DAY))[1][0]


@pytest.mark.parametrize("text", ["> 400", "'quoted'", "a=b", "2019-H1", "– none", "核心产业", "<script>"])
def test_harmless_text_is_left_as_it_is(text: str) -> None:
    assert text == cells(csv_table(Table((Column("note", "Note"),), ((text,),)), DAY))[1][0]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        (-0.5, "-0.5"),
        (-5, "-5"),
        (1200.0, "1200"),
        (0.1, "0.1"),
        (True, "true"),
        (False, "false"),
        (None, ""),
        (date(2020, 12, 31), "2020-12-31"),
        (float("inf"), ""),
        (float("-inf"), ""),
        (float("nan"), ""),
    ],
)
def test_values_are_written_raw(cell: Cell, written: str) -> None:
    table = Table((Column("value", "Value"), Column("end", "End")), ((cell, "."),))
    assert [written, ".", "2026-11-28"] == cells(csv_table(table, DAY))[1]


def test_file_has_a_byte_order_mark_and_rfc_line_ends() -> None:
    data = csv_table(Table((Column("name", "Name"),), (("核心",),)), DAY)
    assert b"\xef\xbb\xbfname,known_on\r\n" + "核心".encode() + b",2026-11-28\r\n" == data


def test_table_with_its_own_known_on_column_keeps_it() -> None:
    table = Table((Column("known_on", "Known on"), Column("value", "Value")), ((date(2019, 12, 31), 1),))
    assert [["known_on", "value"], ["2019-12-31", "1"]] == cells(csv_table(table, DAY))


def test_table_without_rows_is_a_header() -> None:
    assert [["value", "known_on"]] == cells(csv_table(Table((Column("value", "Value"),), ()), DAY))


@given(st.text())
def test_file_name_is_one_plain_name_on_every_system(chart_id: str) -> None:
    name = file_name(chart_id, DAY, "csv")
    assert (name,) == PurePosixPath(name).parts == PureWindowsPath(name).parts
    assert name.startswith("milepost-")
    assert name.endswith("-known-on-2026-11-28.csv")
    assert len(name) <= 120
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-")
