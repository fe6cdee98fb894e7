"""Mending: the fix that a problem names, put into the text in its place, where there is only one way to do so.

In: a :class:`Problem` and the text of its file. Out: a :class:`Mend`, or None where the fix needs a person. Nothing is put
in unless what stands at the place is what the problem says stands there, so a text that has changed since is left alone.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

import yaml

from metrics.records.place import LINE_END, cells, line_starts
from metrics.records.problem import Problem, shown
from metrics.records.scalar import plain

_GUESSED = ("not_a_choice", "unknown_id", "unknown_field", "unknown_column")
_BETTER = ("text_for_number", "not_a_day", "other_indicator")
_QUOTED = ("odd_scalar", "number_for_text")
_BARE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_+.-]*")
_SIGN = re.compile(r">=|>|<=|<")


@dataclass(frozen=True, slots=True)
class Mend:
    """Characters ``start`` to ``end`` of a text, what stands there, and what belongs there."""

    start: int
    end: int
    old: str
    new: str

    def applied(self, text: str) -> str:
        """The text with it put in."""
        return text[: self.start] + self.new + text[self.end :]


def mends(problems: Iterable[Problem], text: str) -> dict[Problem, Mend]:
    """The fix of each problem of a text for which there is one; its lines are counted once for all of them."""
    starts = line_starts(text)
    return {one: found for one in problems if (found := mend(one, text, starts))}


def mend(problem: Problem, text: str, starts: Sequence[int] = ()) -> Mend | None:
    r"""What to put in the place of what, to be rid of a problem.

    Args:
        problem: of :func:`~metrics.records.read_files`.
        text: of its file, without byte-order mark.
        starts: where the lines of the text begin, if that is known already.

    >>> problem = Problem("text_for_number", "data/observations/a.csv", 2, 2, "value",
    ...                   (("found", "'1,200'"), ("better", "1200")))
    >>> found = mend(problem, 'id,value\na,"1,200"\n')
    >>> found.old, found.new, found.applied('id,value\na,"1,200"\n')
    ('"1,200"', '1200', 'id,value\na,1200\n')
    """
    if problem.line is None or problem.column is None:
        return None
    starts = starts or line_starts(text)
    if problem.line > len(starts):
        return None
    begin, details = starts[problem.line - 1], dict(problem.details)
    if problem.file.endswith(".csv"):
        found = _in_row(problem, text, begin, details)
    else:
        found = _in_yaml(problem, text, begin + problem.column - 1, details)
    return found if found and found.end < len(text) else None  # what ends a file may be half a word


def mended(problems: Iterable[Problem], text: str) -> str:
    """A text with every fix put in that its problems name, from its end to its beginning."""
    found = {one.start: one for one in mends(problems, text).values()}
    bound = len(text) + 1
    for start in sorted(found, reverse=True):
        if found[start].end <= bound:
            text, bound = found[start].applied(text), start
    return text


def _in_row(problem: Problem, text: str, begin: int, details: dict[str, str]) -> Mend | None:
    new = _named(problem.kind, details)
    numbered = enumerate(cells(text, begin), start=1)
    cell = next((one for number, one in numbered if number == problem.column), None)
    if new is None or cell is None:
        return None
    old = text[cell[0] : cell[1]]
    value = old[1:-1].replace('""', '"') if old.startswith('"') else old
    if shown(value) != details.get("found"):
        return None
    if any(sign in new for sign in ',"\r\n'):
        new = '"' + new.replace('"', '""') + '"'
    return Mend(*cell, old, new)


def _in_yaml(problem: Problem, text: str, start: int, details: dict[str, str]) -> Mend | None:
    if problem.kind == "text_block":
        sign = _SIGN.match(text, start)
        rest = LINE_END.split(text[start : start + 200], maxsplit=1)[0]
        return Mend(start, sign.end(), sign[0], f"'{sign[0]}'") if sign and sign[0] == rest.strip() else None
    found = details.get("found", "")
    for end in _ends(text, start, is_key=problem.kind in ("unknown_field", "filled_in")):
        old = text[start:end]
        value = _value(old)
        if value is None or shown(value) != found:
            continue
        new = _named(problem.kind, details)
        if problem.kind in _QUOTED and old[0] not in "'\"":
            return Mend(start, end, old, f"'{old}'")
        if new is not None:
            is_number = problem.kind == "text_for_number"
            return Mend(start, end, old, new if is_number else _written(new))
    return None


def _named(kind: str, details: dict[str, str]) -> str | None:
    """The word that a problem names as the likely right one."""
    if kind in _GUESSED:
        return details.get("guess")
    return details.get("better") if kind in _BETTER and "why" not in details else None


def _ends(text: str, start: int, *, is_key: bool) -> Iterator[int]:
    """Where the scalar that begins at a place may end, the farthest first."""
    rest = LINE_END.split(text[start : start + 2500], maxsplit=1)[0]
    quoted = re.match(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"", rest)
    if quoted:
        yield start + quoted.end()
        return
    bare = re.split(r"\s#", rest, maxsplit=1)[0].rstrip()
    stops = [one.start() for one in re.finditer(r":(?=\s|$)" if is_key else r"[,\]}]", bare)]
    for stop in [*stops] if is_key else [len(bare), *reversed(stops)]:
        trimmed = len(bare[:stop].rstrip())
        if trimmed:
            yield start + trimmed


def _value(written: str) -> object:
    """What a scalar stands for, as ``yaml_file`` reads it."""
    if written[0] not in "'\"":
        value = plain(written)
        return value if isinstance(value, (int, float)) else str(value)
    try:
        return str(yaml.safe_load(StringIO(written)))
    except yaml.YAMLError:
        return None


def _written(new: str) -> str:
    """A word as it is written in YAML: bare where that cannot be misread."""
    return new if _BARE.fullmatch(new) and plain(new) == new else _in_quotes(new)


def _in_quotes(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
