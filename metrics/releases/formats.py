"""Formats: the shapes in which publishers give their figures, as far as they are told by the file itself.

In: a grid, or a JSON document. Out: a grid with the format's name and the columns that are period, place, value and marks
in it. Descriptions: SDMX-CSV 1.0 and 2.0 (github.com/sdmx-twg/sdmx-csv), JSON-stat 2.0 (json-stat.org/full), TSV of
Eurostat's bulk download, CSV of the World Development Indicators, CSV of Our World in Data.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import product
from types import MappingProxyType
from typing import Any

from metrics.records.problem import Problem, RecordsError
from metrics.records.vocabulary import WideForm
from metrics.releases.cells import plain
from metrics.releases.grid import Cell, Grid

#: Rows among which the names of the columns are looked for.
HEADS = 50

_PLACES = ("REF_AREA", "geo", "GEO", "LOCATION", "COUNTRY", "COU")  # as the large publishers of SDMX call it


def with_format(grid: Grid) -> Grid:
    """A grid with the format that it has, as far as it is told; a table otherwise."""
    for number, row in enumerate(grid.rows[:HEADS]):
        names = [plain(cell) for cell in row]
        for name, (is_it, read) in _TABLES.items():
            if is_it(names):
                return replace(read(grid, number, names), format=name)
    return grid


def _sdmx_csv(grid: Grid, head: int, names: Sequence[str]) -> Grid:
    del head
    roles = {"period": "TIME_PERIOD", "value": "OBS_VALUE"}
    for role, columns in (("place", _PLACES), ("flag", ("OBS_STATUS", "OBS_FLAG"))):
        if there := [one for one in columns if one in names]:
            roles[role] = there[0]
    return replace(grid, roles=roles)


def _owid(grid: Grid, head: int, names: Sequence[str]) -> Grid:
    del head
    period = next(one for one in ("Year", "Day") if one in names)
    values = [one for one in names if one and one not in ("Entity", "Code", period)]
    roles = {"period": period, "place": "Code" if "Code" in names else "Entity"}
    return replace(grid, roles=roles | ({"value": values[0]} if len(values) == 1 else {}))


def _wdi(grid: Grid, head: int, names: Sequence[str]) -> Grid:
    del head, names
    return replace(grid, roles={"place": "Country Code", "wide": WideForm.PERIODS})


def _eurostat(grid: Grid, head: int, names: Sequence[str]) -> Grid:
    r"""The first column holds all dimensions: ``freq,unit,geo\TIME_PERIOD``; flags stand behind the figures."""
    dimensions = names[0].split("\\")[0].split(",")
    rows: list[Sequence[Cell]] = [[*dimensions, *names[1:]]]
    rows += [[*plain(row[0]).split(","), *row[1:]] for row in grid.rows[head + 1 :]]
    roles = {"place": dimensions[-1], "wide": WideForm.PERIODS}
    return replace(grid, rows=rows, numbers=grid.numbers[head:], roles=roles, shift=len(dimensions) - 1)


_Names = Sequence[str]
_TABLES: Mapping[str, tuple[Callable[[_Names], bool], Callable[[Grid, int, _Names], Grid]]] = (
    MappingProxyType(
        {
            "sdmx_csv": (lambda names: {"TIME_PERIOD", "OBS_VALUE"} <= set(names), _sdmx_csv),
            "eurostat": (
                lambda names: bool(names) and names[0].endswith(("\\TIME_PERIOD", "\\time")),
                _eurostat,
            ),
            "wdi": (lambda names: {"Country Code", "Indicator Code"} <= set(names), _wdi),
            "owid": (lambda names: names[:1] == ["Entity"] and ("Year" in names or "Day" in names), _owid),
        }
    )
)


def json_stat(text: str, file: str) -> Grid:
    """The grid of a JSON-stat dataset: a column for each dimension, one for values and one for marks.

    Raises:
        RecordsError: it is no JSON-stat dataset.
    """
    try:
        return _dataset(json.loads(text), file)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise RecordsError([Problem("no_json_stat", file)]) from None


def _dataset(document: dict[str, Any], file: str) -> Grid:
    dimensions: list[str] = document["id"]
    codes = [_codes(document["dimension"][one]["category"]) for one in dimensions]
    if [len(one) for one in codes] != document["size"]:
        raise ValueError
    values, status = document["value"], document.get("status") or {}
    rows: list[Sequence[Cell]] = [[*dimensions, "value", "status"]]
    for number, key in enumerate(product(*codes)):
        rows.append([*key, _at(values, number), _at(status, number)])
    role = document.get("role", {})
    roles = {"value": "value", "flag": "status"}
    roles |= {name: role[kind][0] for name, kind in (("period", "time"), ("place", "geo")) if role.get(kind)}
    return Grid(file, None, rows, range(len(rows)), "json_stat", roles)


def _codes(category: dict[str, Any]) -> list[str]:
    index = category.get("index", list(category.get("label", {})))
    return sorted(index, key=lambda code: int(index[code])) if isinstance(index, dict) else list(index)


def _at(values: Any, number: int) -> Any:
    """One of a list, of a map by number, or a text that holds for all."""
    if isinstance(values, str):
        return values
    return values.get(str(number)) if isinstance(values, dict) else values[number]
