"""What can be wrong with a data file, and its message.

In: a kind of fault, a place in a file and the details. Out: a frozen :class:`Problem`, whose message is written from the
English texts of :data:`FAULTS`; :mod:`metrics.words.problems` writes it in the other languages.

The exception of this room is :class:`RecordsError`; it carries every problem of a folder at once.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from metrics.records.detail import Detail
from metrics.records.fault import FAULTS, Fault, filled, placeholders
from metrics.records.guess import effort, nearest

KEPT = 200  # more lines than anybody reads in one sitting; the rest is counted
REST = ("more", "many_more")  # kinds of the line that counts the rest
_ENOUGH = (
    5000  # problems, after which the rest of a file is passed over: a large broken one would take minutes
)
_SHOWN = 60  # characters of a value that a message repeats
_CUT = "…'"  # ends a value that a message repeats in part, which no fix does
_EFFORT = (
    5_000_000  # pairs of characters in all guesses: 0.5 s where ids are long and nearly alike, 20 ms else
)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, with its place.

    Args:
        kind: a key of :data:`FAULTS`.
        file: path inside the folder, with forward slashes; "" for what concerns no file.
        line: counted from 1; None for what concerns a whole file.
        column: counted from 1: the character in a YAML file, the cell in a CSV file.
        field: the name of the field or CSV column, where one is meant.
        details: what the message names, by placeholder.

    >>> str(Problem("text_for_number", "data/observations/a.csv", 17, 6, "value",
    ...             (("found", "'1,200'"), ("better", "1200"))))
    "data/observations/a.csv:17:value: '1,200' is not a number; write 1200"
    """

    kind: str
    file: str = ""
    line: int | None = None
    column: int | None = None
    field: str | None = None
    details: tuple[tuple[str, str], ...] = ()

    @property
    def fault(self) -> Fault:
        """What kind of fault it is."""
        return FAULTS[self.kind]

    @property
    def message(self) -> str:
        """What stands there, what may stand there, and the likely fix."""
        fault, details = self.fault, dict(self.details)
        wrong = filled(fault.says, details)
        return wrong if self.fix is None else f"{wrong}; {filled(fault.fixes[self.fix], details)}"

    @property
    def fix(self) -> int | None:
        """Which of the fixes is named, counted from 0: the first whose placeholders are all known, none of them cut short."""
        whole = {name for name, text in self.details if not text.endswith(_CUT)}
        fixes = enumerate(self.fault.fixes)
        return next((number for number, one in fixes if placeholders(one) <= whole), None)

    @property
    def stands_for(self) -> int:
        """How many problems this stands for: 1; for the last line of a long list, all that it counts.

        >>> Problem("more", details=(("count", "4,800"),)).stands_for
        4800
        """
        return int(dict(self.details)["count"].replace(",", "")) if self.kind in REST else 1

    @property
    def where(self) -> str:
        """File, line and column; in a CSV file the column is named and not counted."""
        named = self.field if self.file.endswith(".csv") else self.column
        return ":".join(str(part) for part in (self.file, self.line, named) if part is not None)

    def placed(self, message: str) -> str:
        """A message, in whatever language, behind the place and the name of the field."""
        field = "" if self.field is None or self.file.endswith(".csv") else f"{self.field}: "
        return f"{self.where}: {field}{message}" if self.where else message

    def __str__(self) -> str:
        return self.placed(self.message)


class RecordsError(Exception):
    """The files of a folder cannot be used; ``problems`` holds all reasons, in the order of the files."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    @property
    def count(self) -> int:
        """How many problems there are, those that are only counted included."""
        return sum(problem.stands_for for problem in self.problems)

    @property
    def at_least(self) -> bool:
        """Whether there may be more than ``count``: reading stopped before the end."""
        return bool(self.problems) and self.problems[-1].kind == REST[True]


class Report:
    """Collects problems while a folder is read, and puts them in the order of its files.

    Only the first :data:`KEPT` are kept, however many a file brings; a last one counts the rest.
    """

    def __init__(self, files: Sequence[str] = (), known: Iterable[Problem] = ()) -> None:
        self._rank = {file: rank for rank, file in enumerate(files)}
        self._kept: list[Problem] = list(known)
        self.notes: list[Problem] = []  # how files were read that are not in the form of this house
        self._dropped = 0
        self._effort = 0

    def add(
        self,
        kind: str,
        file: str,
        at: tuple[int, int] | None = None,
        field: str | None = None,
        **details: str | None,
    ) -> None:
        """Take a problem at ``(line, column)``; details that are None are left out."""
        line, column = at or (None, None)
        known = tuple((name, text) for name, text in details.items() if text is not None)
        self._kept.append(Problem(kind, file, line, column, field, known))
        if len(self._kept) >= 4 * KEPT:
            self._shorten()

    def note(
        self, kind: str, file: str, at: tuple[int, int] | None = None, *, found: str, better: str = ""
    ) -> None:
        """Take a note at ``(line, column)``, which keeps nothing from being read."""
        line, column = at or (None, None)
        details = (("found", found), *((("better", better),) if better else ()))
        self.notes.append(Problem(kind, file, line, column, None, details))

    @property
    def collected(self) -> tuple[list[Problem], int]:
        """The problems that are kept, and how many are only counted."""
        return self._kept, self._dropped

    def take(self, other: "Report") -> None:
        """Take over all that another one collected."""
        kept, dropped = other.collected
        self._kept += kept
        self._dropped += dropped
        self._shorten()

    def nearest(self, found: str, known: Iterable[str]) -> str | None:
        """The known word that was most likely meant; None where so much is wrong that guesses take too long."""
        if self._dropped + len(self._kept) > 2 * KEPT:
            return None
        words = list(known)
        self._effort += effort(found, words)
        return nearest(found, words) if self._effort <= _EFFORT else None

    @property
    def is_full(self) -> bool:
        """Whether so much is wrong that the rest of a list or table is passed over."""
        return self._dropped > _ENOUGH

    def concerns(self, file: str) -> bool:
        """Whether anything was found wrong with a file."""
        return any(problem.file == file for problem in self._kept)

    def problems(self) -> tuple[Problem, ...]:
        """All problems in the order of files, lines and columns, each once."""
        self._shorten()
        if not self._dropped:
            return tuple(self._kept)
        kind = REST[self.is_full]
        return (*self._kept, Problem(kind, details=(("count", f"{self._dropped:,}"),)))

    def _shorten(self) -> None:
        ordered = sorted(dict.fromkeys(self._kept), key=self._order)
        self._kept = ordered[:KEPT]
        self._dropped += len(ordered) - len(self._kept)

    def _order(self, problem: Problem) -> tuple[int, str, int, int]:
        rank = self._rank.get(problem.file, len(self._rank))
        return rank, problem.file, problem.line or 0, problem.column or 0


def shown(value: object) -> str:
    r"""A value as a message repeats it: short, on one line, a text in quotes.

    >>> shown("a" * 70), shown(12), shown("two\nlines")
    ("'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…'", '12', "'two\\nlines'")
    """
    if isinstance(value, Mapping):
        return Detail("found.map")
    if isinstance(value, (list, tuple)):
        return Detail("found.list")
    if isinstance(value, float):
        return f"{value:.15g}"
    text = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in str(value)[:_SHOWN])
    is_cut = len(str(value)) > _SHOWN
    return text if isinstance(value, int) else f"'{text}{_CUT}" if is_cut else f"'{text}'"
