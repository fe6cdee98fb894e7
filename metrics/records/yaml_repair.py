"""Repair: a text that is no YAML is made readable in memory, so that the rest of it is checked in the same run.

In: the text and the fault at which the loader stopped. Out: the text with its lines where they were, in which as
little as possible was changed: a sign is put in quotes, an indentation set right, or else a value taken out. What was
taken out is noted, because it is not known what it held, and nothing more is reported about it.
"""

import re
from collections import Counter
from itertools import pairwise

from metrics.records.entry import Spot
from metrics.records.place import line_starts
from metrics.records.yaml_fault import FIELD, ITEM, SIGN, YamlFault

_STANDS_IN = "0"  # in the place of a value that was taken out
_TRIES = 3  # for a line: what is most likely meant, without its value, without it
_WIDTHS = (2, 4, 8)  # columns of a tab
_BLOCK = re.compile(r":\s+[|>][+-]?\s*$")
_UNPARTED = re.compile(r" *(?:- +)*[A-Za-z_]+:(?=\S)")
_ID = re.compile(r"\bid\s*:")


class Repair:
    """A text, and what had to be changed in it."""

    def __init__(self, text: str) -> None:
        starts = line_starts(text)
        self._lines = [text[start:end] for start, end in pairwise([*starts, len(text)])]
        self._tries: Counter[int] = Counter()
        self._silent: set[int] = set()  # lines that were reported, or that went with one that was
        self.unread: set[Spot] = set()  # where a value was taken out
        self.lost: set[Spot] = set()  # lines that were taken out, with the column in which they began
        self.hides_entries = False  # whether an id may have stood in what was taken out

    @property
    def text(self) -> str:
        """The text as it stands now."""
        return "".join(self._lines)

    def mend(self, fault: YamlFault) -> list[YamlFault] | None:
        """Change what a fault names; gives back what is to be reported of it, or None where it cannot be done."""
        at = min(fault.at[0], len(self._lines)) - 1
        if self._tries[at] >= _TRIES:
            return None
        faults = [] if at in self._silent else [fault]
        self._silent.add(at)
        self._tries[at] += 1
        if self._tries[at] == 1 and fault.kind == "tab":
            return faults + [YamlFault("tab", one) for one in self._untab(at)]
        if self._tries[at] == 1 and fault.kind == "indentation" and self._move(at):
            return faults
        if self._tries[at] == 1 and fault.kind == "no_colon" and self._part(at):
            return faults
        if self._tries[at] == 1 and fault.kind == "text_block" and self._quote(at, fault.at[1] - 1):
            return faults
        self._take_out(at, whole=self._tries[at] == _TRIES)
        return faults

    def _quote(self, at: int, column: int) -> bool:
        line = self._lines[at]
        if sign := SIGN.match(line, column):
            self._lines[at] = f"{line[:column]}'{sign[0]}'{line[sign.end() :]}"
        return sign is not None

    def _part(self, at: int) -> bool:
        """A space after the colon of a line that has one."""
        found = _UNPARTED.match(self._lines[at])
        if found:
            self._lines[at] = f"{found[0]} {self._lines[at][found.end() :]}"
        return found is not None

    def _untab(self, at: int) -> list[Spot]:
        """Spaces for the tabs of a line and of those right below; the places of the others are given back."""
        others: list[Spot] = []
        while at < len(self._lines) and (found := re.match(r" *\t[ \t]*", self._lines[at])):
            if at not in self._silent:
                others.append((at + 1, self._lines[at].find("\t") + 1))
                self._silent.add(at)
            rest = self._lines[at][found.end() :]
            right = self._column_of(at, found[0], rest)
            self._lines[at] = " " * right + rest
            at += 1
        return others

    def _column_of(self, at: int, tabs: str, rest: str) -> int:
        """In which column a line that begins with tabs is most likely meant to begin."""
        columns = [column for column, _ in self._columns_above(at)] or [0]
        above = self._lines[self._above(at)].split(" #")[0].rstrip()
        if at and _BLOCK.search(self._lines[at - 1]):
            return columns[0] + 2
        likely = [len(tabs.expandtabs(width)) for width in _WIDTHS]
        if tabs.count("\t") > 1:
            return next((one for one in likely if one in columns or one == columns[0] + 2), likely[0])
        if rest.startswith("- ") or rest.rstrip().endswith(":"):
            hint = self._hint(at, rest)
            return hint if hint in (*columns, columns[0] + 2) else columns[0]
        return columns[0] + 2 * above.endswith(":")

    def _hint(self, at: int, rest: str) -> int:
        """Where a line most likely begins, as the next one with no tab stands to it."""
        below = next((one for one in self._lines[at + 1 :] if one.strip() and "\t" not in one), "")
        is_outer = rest.rstrip().endswith(":") or (
            rest.startswith("- ") and not below.lstrip().startswith("- ")
        )
        return _indent(below) - 2 * is_outer

    def _move(self, at: int) -> bool:
        """Put a line below those that it belongs to, and what hangs on it; whether there is anywhere to go."""
        line = self._lines[at]
        begin = _indent(line)
        is_item = ITEM.match(line) is not None
        above = self._columns_above(at)
        columns = [column for column, dash in above if dash == is_item]
        inner = _columns(line)[-1][0]
        hint = self._hint(at, line.lstrip(" ")) if is_item or line.rstrip().endswith(":") else None
        if is_item and at + 1 < len(self._lines) and 0 < abs(_indent(self._lines[at + 1]) - inner) <= 2:
            self._shift(
                at, _indent(self._lines[at + 1]) - inner
            )  # what belongs to the entry follows from its other fields
            return True
        if not columns and above:
            return False
        to = 0 if not columns else min(columns, key=lambda one: (abs(one - begin), one != hint, -one))
        if to == begin:
            return False
        below = at + 1
        next_one = _indent(self._lines[below]) if below < len(self._lines) else 0
        is_block = next_one == inner if to > begin else next_one > begin or not line.rstrip().endswith(":")
        least = begin if to < begin else inner
        self._shift(at, to - begin)
        while is_block and below < len(self._lines) and (
            not self._lines[below].strip() or _indent(self._lines[below]) >= least
        ):  # fmt: skip
            if to > begin and not is_item and _indent(self._lines[below]) != begin:
                break
            self._shift(below, to - begin)
            below += 1
        return True

    def _shift(self, at: int, columns: int) -> None:
        line = self._lines[at]
        if line.strip():
            self._lines[at] = " " * max(_indent(line) + columns, 0) + line.lstrip(" ")

    def _take_out(self, at: int, *, whole: bool) -> None:
        """The value of a line goes, with what hangs on it; or the line as a whole."""
        line = self._lines[at]
        found = FIELD.match(line)
        item = ITEM.match(line)
        if not whole and not found and not item:
            columns = self._columns_above(at)
            if columns and columns[0][0] < _indent(line):  # it goes on with the value above
                self._take_out(self._above(at), whole=False)
                return
        end = line[len(line.rstrip("\r\n")) :]
        self.unread = {spot for spot in self.unread if spot[0] != at + 1}
        self._note(line if whole or not found else line[found.end() :])
        if whole or not (found or item):
            columns = self._columns_above(at)
            near = min((c for c, _ in columns), key=lambda c: abs(c - _indent(line)), default=_indent(line))
            goes_on = (one for one in range(at + 1, len(self._lines)) if self._lines[one].strip())
            after = next(goes_on, at)  # what follows may be what is left of the same entry
            self.lost.add(((after if _indent(self._lines[after]) == near else at) + 1, near + 1))
            self._lines[at] = end
            column = _indent(line)
        else:
            kept = f"{line[: found.end('name')]} " if found else f"{item[0]} " if item else ""
            self._lines[at] = f"{kept}{_STANDS_IN}{end}"
            self.unread.add((at + 1, len(kept) + 1))
            column = _columns(line)[-1][0]
        self._silent.add(at)
        for below in range(at + 1, len(self._lines)):
            line = self._lines[below]
            if line.strip() and _indent(line) <= column and line.strip().strip("]},"):
                break
            self._note(line)
            self._silent.add(below)
            self.unread = {spot for spot in self.unread if spot[0] != below + 1}
            self._lines[below] = line[len(line.rstrip("\r\n")) :]

    def _note(self, taken: str) -> None:
        self.hides_entries = self.hides_entries or _ID.search(taken) is not None

    def _above(self, at: int) -> int:
        return next(
            (
                one
                for one in range(at - 1, -1, -1)
                if FIELD.match(self._lines[one]) or ITEM.match(self._lines[one])
            ),
            0,
        )

    def _columns_above(self, at: int) -> list[tuple[int, bool]]:
        """Where the entries and fields begin that are open above a line, the innermost first; True for a dash."""
        found: list[tuple[int, bool]] = []
        for line in reversed(self._lines[:at]):
            if not (FIELD.match(line) or ITEM.match(line)) or line.lstrip().startswith("#"):
                continue
            for column, is_dash in reversed(_columns(line)):
                if not found or column < found[-1][0]:
                    found.append((column, is_dash))
            if found and found[-1][0] == 0:
                break
        return found


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _columns(line: str) -> list[tuple[int, bool]]:
    """Where the dashes and the field of a line begin; True for a dash.

    >>> _columns("  - id: a"), _columns("    value: 1")
    ([(2, True), (4, False)], [(4, False)])
    """
    lead = ITEM.match(line)
    dashes = [at for at in range(lead.end() if lead else 0) if line[at] == "-"]
    found = FIELD.match(line)
    rest = [(len(found["lead"]), False)] if found else [] if dashes else [(_indent(line), False)]
    return [*((at, True) for at in dashes), *rest]
