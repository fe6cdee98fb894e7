"""Figures: the cells of a grid, read by a mapping.

In: a grid, a mapping, the records of a folder. Out: a :class:`Found`: every cell that is a figure of a series of the
folder, how many rows are of something else, and every cell that is not understood.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from metrics.records.detail import Detail
from metrics.records.guess import nearest
from metrics.records.model import ReleaseMapping, SeriesRule
from metrics.records.period import Period
from metrics.records.problem import Problem, shown
from metrics.records.store import Records
from metrics.records.vocabulary import Bound, FlagMeaning, Kind, WideForm
from metrics.releases.cells import MISSING, decimal_mark, number_cell, period_text, plain
from metrics.releases.flags import meanings
from metrics.releases.formats import HEADS
from metrics.releases.grid import Cell, Grid
from metrics.releases.places import PlaceNames

#: Letters that stand beside each other, each a mark of its own; more of them are a word.
MOST_MARKS = 3


class ReleaseFigure(NamedTuple):
    """One figure of a publisher's file, in the unit of its series."""

    series: str
    place: str
    period: str
    value: float
    bound: Bound
    kind: Kind
    provisional: bool
    locator: str

    @property
    def says(self) -> tuple[object, ...]:
        """What it says, without where it stands."""
        return self[3:7]


@dataclass
class Found:
    """What a grid holds for a folder."""

    format: str = "table"
    figures: list[ReleaseFigure] = field(default_factory=list)
    missing: int = 0  # cells that say that there is no figure
    other_series: int = 0  # rows that fit no rule of the mapping
    other_places: Counter[str] = field(default_factory=Counter)  # how the publisher writes them
    problems: list[Problem] = field(default_factory=list)

    def add(self, other: "Found") -> None:
        """Take over what another grid holds."""
        self.figures += other.figures
        self.missing += other.missing
        self.other_series += other.other_series
        self.other_places += other.other_places
        self.problems += other.problems


class _Cell(NamedTuple):
    """A cell with a figure, and where it stands."""

    row: int
    column: int
    period: str
    place: str


class _ReadCell(NamedTuple):
    """What a cell says, before its series and its unit are known."""

    cell: _Cell
    rule: SeriesRule
    period: str
    value: float
    meant: set[FlagMeaning]


def columns_of(mapping: ReleaseMapping) -> tuple[str, ...]:
    """The names of all columns that a mapping names, each once."""
    named = (mapping.period, mapping.place, mapping.value, mapping.unit, mapping.flag)
    of_rules = (name for rule in mapping.series for name in (rule.value, *(one.column for one in rule.where)))
    return tuple(dict.fromkeys(name for name in (*named, *of_rules) if name))


def head_of(grid: Grid, mapping: ReleaseMapping) -> int | None:
    """The row, from 0, with the names of the columns; None if there is none."""
    if mapping.header is not None:
        return next((at for at, number in enumerate(grid.numbers) if number == mapping.header), None)
    wanted = set(columns_of(mapping))
    heads = enumerate(grid.rows[:HEADS])
    return next((at for at, row in heads if wanted <= {plain(cell) for cell in row}), None)


def completed(mapping: ReleaseMapping, grid: Grid) -> ReleaseMapping:
    """The mapping with the columns of the format of a grid where it names none."""
    is_wide, of_rules = mapping.wide or grid.roles.get("wide"), any(rule.value for rule in mapping.series)
    if mapping.value or of_rules:
        is_wide = mapping.wide
    said = {
        "period": is_wide is WideForm.PERIODS or mapping.in_period,
        "place": is_wide is WideForm.PLACES or mapping.in_place,
        "value": is_wide or of_rules,
        "wide": mapping.value or of_rules,
    }
    own = {name for name, value in mapping if value is not None}
    free = {name: column for name, column in grid.roles.items() if name not in own and not said.get(name)}
    return mapping.model_copy(update=free)


def found_in(grid: Grid, mapping: ReleaseMapping, records: Records) -> Found:
    """Read a grid by a mapping."""
    mapping, found = completed(mapping, grid), Found()
    head = head_of(grid, mapping)
    if head is None:
        found.problems += _no_columns(grid, mapping)
    elif lacking := list(_lacking(grid, mapping, head)):
        found.problems += lacking
    else:
        return _Reading(grid, mapping, records, head).found
    return found


def _lacking(grid: Grid, mapping: ReleaseMapping, head: int) -> Iterator[Problem]:
    """What neither the mapping nor the format says."""
    wide = mapping.wide
    allowed = ", ".join(name for cell in grid.rows[head][:20] if (name := plain(cell)))
    for name, is_said in (
        ("period", mapping.period or mapping.in_period or wide is WideForm.PERIODS),
        ("place", mapping.place or mapping.in_place or wide is WideForm.PLACES),
        ("value", mapping.value or wide or all(rule.value for rule in mapping.series)),
    ):
        if not is_said:
            details = (("what", Detail(f"what.{name}")), ("field", name), ("allowed", allowed))
            yield Problem("mapping_lacks", grid.file, grid.numbers[head], details=details)


def _no_columns(grid: Grid, mapping: ReleaseMapping) -> Iterator[Problem]:
    """One problem for each column that is not there, beside the row that has most of them."""
    wanted = columns_of(mapping)
    rows = grid.rows[:HEADS]
    best = max(rows, key=lambda row: len(set(wanted) & {plain(cell) for cell in row}), default=())
    there = [name for cell in best if (name := plain(cell))]
    number = grid.numbers[rows.index(best)] if best else None
    for name in wanted:
        if name not in there:
            details = {"found": shown(name), "allowed": ", ".join(there[:20])}
            if guess := nearest(name, there):
                details["guess"] = guess
            yield Problem("no_such_column", grid.file, number, details=tuple(details.items()))


class _Reading:
    """One pass through a grid."""

    def __init__(self, grid: Grid, mapping: ReleaseMapping, records: Records, head: int) -> None:
        self.found = Found()
        self._grid, self._mapping, self._records = grid, mapping, records
        self._names = [plain(cell) for cell in grid.rows[head]]
        self._at = {name: at for at, name in reversed(list(enumerate(self._names)))}
        self._places = PlaceNames(records, mapping.places)
        self._flags = meanings(mapping.flags)
        self._body = range(head + 1, len(grid.rows))
        self._place_ids: dict[str, str | None] = {}
        self._units: dict[str, str] = {}  # of each series: the unit of its first figure, as it is written
        cells = list(self._cells())
        self._decimal = mapping.decimal or self._found_decimal(cells)
        read = [one for cell, rule in cells if (one := self._read(cell, rule))]
        breaks: dict[tuple[str, str], date] = {}  # by series and place: the end of the first period behind it
        for one in read:
            if FlagMeaning.BREAK in one.meant:
                at = (one.rule.series, one.cell.place)
                breaks[at] = min(breaks.get(at, date.max), Period.parse(one.period).end)
        self.found.figures += [self._figure(one, breaks) for one in read]

    def _text(self, row: int, name: str | None) -> str:
        if name is None:
            return ""
        cells, at = self._grid.rows[row], self._at[name]
        return plain(cells[at]) if at < len(cells) else ""

    def _problem(self, kind: str, cell: _Cell | None, name: str | None, **details: str) -> None:
        grid = self._grid
        if cell is None:
            file, line = grid.file, None
        elif grid.sheet:
            file, line = grid.spot(cell.row, cell.column), None
        else:
            file, line = grid.file, grid.numbers[cell.row]
        self.found.problems.append(Problem(kind, file, line, None, name, tuple(details.items())))

    def _wide(self) -> dict[int, str]:
        """The columns with figures that stand side by side, with the period or place that each is."""
        named = set(columns_of(self._mapping))
        read = period_text if self._mapping.wide is WideForm.PERIODS else self._place
        found = ((at, read(name)) for at, name in enumerate(self._names) if name and name not in named)
        return {at: text for at, text in found if text}

    def _cells(self) -> Iterator[tuple[_Cell, SeriesRule]]:
        """Each cell with a figure of a series of the folder, by rows."""
        mapping = self._mapping
        wide = self._wide() if mapping.wide else {}
        fixed_period = mapping.in_period.text if mapping.in_period else ""
        for row in self._body:
            rules = self._rules(row)
            if not rules:
                self.found.other_series += 1
                continue
            period = self._text(row, mapping.period) or fixed_period
            written = self._text(row, mapping.place)
            place = self._place(written) if written else mapping.in_place
            if mapping.wide is not WideForm.PLACES and place is None:
                self.found.other_places[written] += 1
                continue
            for column, rule in rules.items():
                if column:
                    yield _Cell(row, self._at[column], period, place or ""), rule
                    continue
                for at, text in wide.items():
                    is_period = mapping.wide is WideForm.PERIODS
                    ends = (text, place or "") if is_period else (period, text)
                    yield _Cell(row, at, *ends), rule

    def _rules(self, row: int) -> dict[str | None, SeriesRule]:
        """By each column of figures, the first rule that fits a row."""
        found: dict[str | None, SeriesRule] = {}
        for rule in self._mapping.series:
            if all(self._text(row, one.column) == one.value for one in rule.where):
                found.setdefault(rule.value or self._mapping.value, rule)
        return found

    def _place(self, written: str) -> str | None:
        if written not in self._place_ids:
            self._place_ids[written] = self._places.place(written)
        return self._place_ids[written]

    def _value(self, cell: _Cell) -> Cell:
        cells = self._grid.rows[cell.row]
        return cells[cell.column] if cell.column < len(cells) else None

    def _found_decimal(self, cells: Sequence[tuple[_Cell, SeriesRule]]) -> str:
        texts = ((cell, text) for cell, _ in cells if isinstance(text := self._value(cell), str))
        known = list(texts)
        mark = decimal_mark(text for _, text in known)
        if mark is None:
            first = next(cell for cell, text in known if "," in text)
            self._problem("either_decimal", first, None, found=shown(self._value(first)))
        return mark or "."

    def _read(self, cell: _Cell, rule: SeriesRule) -> _ReadCell | None:
        """A cell that holds a figure; None, counted or told, for any other."""
        raw, mapping = self._value(cell), self._mapping
        if plain(raw).split(" ")[0].casefold() in MISSING:
            self.found.missing += 1
            return None
        period, number = period_text(cell.period), number_cell(raw, self._decimal)
        flags = self._text(cell.row, mapping.flag) or (number.marks if number else "")
        meant = self._meant(flags)
        unit = self._text(cell.row, mapping.unit)
        first = self._units.setdefault(rule.series, unit)
        if period is None:
            self._problem("not_a_span", cell, mapping.period, found=shown(cell.period))
        elif number is None:
            self._problem("text_for_number", cell, mapping.value, found=shown(raw))
        elif meant is None:
            self._problem("unknown_flag", cell, mapping.flag, found=shown(flags))
        elif first != unit:
            told = {"found": shown(unit), "first": shown(first), "series": rule.series}
            self._problem("two_units", cell, mapping.unit, **told)
        elif FlagMeaning.MISSING in meant:
            self.found.missing += 1
        elif FlagMeaning.BREAK in meant and rule.after_break is None:
            self._problem("break_in_series", cell, mapping.flag, series=rule.series, period=period)
        else:
            return _ReadCell(
                cell, rule, period, number.value, meant | ({number.sign} if number.sign else set())
            )
        return None

    def _meant(self, flags: str) -> set[FlagMeaning] | None:
        """What marks say together; None where one of them is not known."""
        known, several = self._flags, [flags.casefold()] if flags else []
        if several and several[0] not in known:
            several = re.split("[ ,;]+", several[0])
        if (
            len(several) == 1
            and several[0] not in known
            and len({*several[0]}) == len(several[0]) <= MOST_MARKS
        ):
            several = [*several[0]]  # letters beside each other, as Eurostat writes them
        return {known[one] for one in several} if known.keys() >= {*several} else None

    def _figure(self, one: _ReadCell, breaks: Mapping[tuple[str, str], date]) -> ReleaseFigure:
        rule, meant = one.rule, one.meant
        begins = breaks.get((rule.series, one.cell.place), date.max)
        is_after = rule.after_break and Period.parse(one.period).end >= begins
        forecast, estimate = FlagMeaning.FORECAST in meant, FlagMeaning.ESTIMATE in meant
        return ReleaseFigure(
            rule.after_break if is_after and rule.after_break else rule.series,
            one.cell.place,
            one.period,
            one.value if rule.factor is None else round(one.value * rule.factor, 12),
            next((Bound(word.value) for word in meant if word.value in set(Bound)), Bound.EXACT),
            Kind.FORECAST if forecast else Kind.ESTIMATE if estimate else Kind.ACTUAL,
            FlagMeaning.PROVISIONAL in meant,
            self._grid.spot(one.cell.row, one.cell.column),
        )
