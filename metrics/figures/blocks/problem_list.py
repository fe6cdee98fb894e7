"""Problems beside the text: a list of all, and of each file the lines around its problems, numbered.

In: problems, the texts of the files, words. Out: HTML. Of a file only the lines near a problem are written, of a long line
only what stands around the place; characters that cannot be seen, or that turn a line round, are written out by number.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from unicodedata import category

from metrics.figures.blocks.environment import render
from metrics.records.place import LINE_END, cells, line_starts
from metrics.records.problem import REST, Problem
from metrics.words import Words

AROUND = 3  # lines before and after a problem
WIDEST = 160  # characters of a line that are written
BEFORE = 60  # of these, before the place of a problem
LONGEST_MARK = 60  # characters that are marked
FEW = 8  # problems of a file whose list is open from the start

#: A piece of a line: its text, and what it is: "" as it stands, "mark" the place of a problem, "odd" a number written for a
#: character that cannot be seen, "cut" where the line goes on.
Piece = tuple[str, str]


@dataclass(frozen=True, slots=True)
class NumberedProblem:
    """A problem and its number on the page, which is that of its anchor."""

    number: int
    problem: Problem


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Lines of a file that stand together, and the problems in them."""

    file: str
    first: int  # number of its first line, from 1
    lines: tuple[str, ...]  # as they stand; without their ends
    spans: Mapping[
        int, tuple[int, int]
    ]  # number of a listed problem -> from where to where in its line it is marked
    listed: tuple[NumberedProblem, ...]
    skipped: int  # lines without a problem before it
    after: int  # lines without a problem behind it; 0 unless it is the last one

    @property
    def last(self) -> int:
        """The number of its last line."""
        return self.first + len(self.lines) - 1


def numbered(problems: Sequence[Problem]) -> dict[str, tuple[NumberedProblem, ...]]:
    """The problems by file, each with its number; those that only count the rest are left out."""
    listed: dict[str, list[NumberedProblem]] = {}
    for number, one in enumerate(problems, 1):
        if one.kind not in REST:
            listed.setdefault(one.file, []).append(NumberedProblem(number, one))
    return {file: tuple(some) for file, some in listed.items()}


def rest_of(problems: Sequence[Problem], words: Words) -> str | None:
    """What the last line of a long list says of the problems that are only counted."""
    return next((words.problem_message(one) for one in problems if one.kind in REST), None)


def excerpts(file: str, text: str, listed: Sequence[NumberedProblem]) -> tuple[Excerpt, ...]:
    """The lines of a file around its problems; those that have no line are not among them."""
    placed = sorted(
        (one for one in listed if one.problem.line is not None), key=lambda one: one.problem.line or 0
    )
    if not placed:
        return ()
    starts = line_starts(text)
    count = len(starts) - (1 if starts[-1] == len(text) and len(starts) > 1 else 0)
    groups: list[list[NumberedProblem]] = []
    for one in placed:
        line = min(one.problem.line or 1, count)
        if groups and line - min(groups[-1][-1].problem.line or 1, count) <= 2 * AROUND + 1:
            groups[-1].append(one)
        else:
            groups.append([one])
    found: list[Excerpt] = []
    for number, group in enumerate(groups):
        first = max(1, min(group[0].problem.line or 1, count) - AROUND)
        last = min(count, min(group[-1].problem.line or 1, count) + AROUND)
        if found and first <= found[-1].last:
            first = found[-1].last + 1
        lines = tuple(_line(text, starts, n) for n in range(first, last + 1))
        spans = {one.number: _span(one.problem, text, starts) for one in group}
        before = found[-1].last if found else 0
        after = count - last if number == len(groups) - 1 else 0
        found.append(Excerpt(file, first, lines, spans, tuple(group), first - before - 1, after))
    return tuple(found)


def problem_overview(problems: Sequence[Problem], words: Words) -> str:
    """All problems as a list by file, each a link to its place in the listing."""
    return render(
        "problem_overview",
        files=[
            {
                "name": visible(file) if file else [],
                "count": words.say("check.in_file", n=len(listed)),
                "open": len(listed) <= FEW,
                "listed": [{"where": _where(one.problem, words), **_shown(one, words)} for one in listed],
            }
            for file, listed in numbered(problems).items()
        ],
        together=words.say("check.together"),
        rest=rest_of(problems, words),
    )


def problem_head(file: str, listed: Sequence[NumberedProblem], words: Words, edit: str | None) -> str:
    """The heading of a file in the listing, and the problems that have no line.

    Args:
        file: its path; "" for what concerns no file.
        listed: its problems.
        words: the language.
        edit: where it can be edited; None: it is being edited, or cannot be.
    """
    return render(
        "problem_head",
        name=visible(file) if file else [],
        together=words.say("check.together"),
        count=words.say("check.in_file", n=len(listed)),
        edit=edit,
        edit_label=words.say("check.edit"),
        listed=[_shown(one, words) for one in listed if one.problem.line is None],
    )


def excerpt(shown: Excerpt, words: Words) -> str:
    """Lines with their numbers, and below each what is wrong in it and how it is mended."""
    by_line: dict[int, list[NumberedProblem]] = {}
    for one in shown.listed:
        by_line.setdefault(min(one.problem.line or 1, shown.last), []).append(one)
    rows = []
    for number, line in enumerate(shown.lines, shown.first):
        listed = by_line.get(number, [])
        span = shown.spans[listed[0].number] if listed else None
        rows.append((number, pieces(line, span), [_shown(one, words) for one in listed]))
    return render(
        "excerpt",
        caption=words.say("check.lines", file=shown.file, first=shown.first, last=shown.last),
        rows=rows,
        skipped=words.say("check.skipped", n=shown.skipped) if shown.skipped else None,
        after=words.say("check.skipped", n=shown.after) if shown.after else None,
    )


def pieces(line: str, span: tuple[int, int] | None = None) -> list[Piece]:
    r"""A line in pieces that can be written safely; cut around ``span``, which is marked.

    >>> pieces("value: 1,200", (7, 12))
    [('value: ', ''), ('1,200', 'mark')]
    >>> pieces("a\u202eb")
    [('a', ''), ('U+202E', 'odd'), ('b', '')]
    >>> pieces("x" * 500)[1]
    ('…', 'cut')
    """
    start, end = span or (0, 0)
    left = max(0, start - BEFORE) if len(line) > WIDEST else 0
    right = min(len(line), left + WIDEST)
    found: list[Piece] = [("…", "cut")] if left else []
    found += visible(line[left:start]) if span else visible(line[left:right])
    if span:
        found += [(text or " ", kind or "mark") for text, kind in visible(line[start:end]) or [(" ", "mark")]]
        found += visible(line[end : max(right, end)])
    return [*found, ("…", "cut")] if max(right, end) < len(line) else found


def visible(text: str) -> list[Piece]:
    """A text in pieces, with a number in the place of each character that cannot be seen or that turns text round."""
    found: list[Piece] = []
    for odd, group in groupby(text, key=_is_odd):
        run = "".join(group)
        found += [(f"U+{ord(one):04X}", "odd") for one in run] if odd else [(run, "")]
    return found


def _is_odd(character: str) -> bool:
    return category(character) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") and character != "\t"


def _line(text: str, starts: Sequence[int], number: int) -> str:
    end = starts[number] if number < len(starts) else len(text)
    return LINE_END.sub("", text[starts[number - 1] : end])


def _span(problem: Problem, text: str, starts: Sequence[int]) -> tuple[int, int]:
    """From where to where in its line a problem is marked."""
    number = min(problem.line or 1, len(starts))
    begin, line = starts[number - 1], _line(text, starts, number)
    column = problem.column or 1
    if problem.file.endswith(".csv"):
        spots: Iterator[tuple[int, int]] = cells(text, begin)
        start, end = next(
            (one for n, one in enumerate(spots, 1) if n == column), (begin + len(line), begin + len(line))
        )
        start, end = start - begin, end - begin
    else:
        start = min(column - 1, len(line))
        rest = line[start:]
        end = start + len(rest.split(" #")[0].rstrip())
    start = min(start, len(line))
    return start, min(max(start, end), len(line), start + LONGEST_MARK)


def _where(problem: Problem, words: Words) -> str:
    return words.say("check.line", n=problem.line) if problem.line else words.say("check.whole_file")


def _shown(listed: NumberedProblem, words: Words) -> dict[str, object]:
    problem = listed.problem
    return {
        "number": listed.number,
        "title": words.problem_title(problem),
        "field": visible(problem.field or ""),
        "colon": words.say("punctuation.colon"),
        "message": visible(words.problem_message(problem)),
    }
