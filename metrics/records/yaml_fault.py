"""What is wrong where YAML stops: the loader's error becomes a kind of fault, at the line that is to blame.

In: the error and the text. Out: a :class:`YamlFault`. The loader says where it can go on no longer; that is often
lines below the quote that somebody forgot to close.
"""

import re
from dataclasses import dataclass, field

import yaml

from metrics.records.detail import Detail, why
from metrics.records.entry import Spot
from metrics.records.place import LINE_END, line_around, line_starts
from metrics.records.problem import shown

FIELD = re.compile(r"""(?P<lead> *(?:- +)*)(?P<name>(?:"[^"]*"|'[^']*'|[A-Za-z_<][^\s:#]*) *:)(?:\s+|$)""")
ITEM = re.compile(r" *(?:- *)*(?:-(?= |$))")
SIGN = re.compile(r"(?:>=|>|<=|<)(?=\s|$)")
_LOOKS_BACK = 10_000  # characters above the place at which the loader stopped
_OPENS = re.compile(r"""(?:^|[:{\[,]|- ) *(?P<quote>["'])""")
_BRACKET = re.compile(r"(?:^|:| -) *[\[{]")
_QUOTED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL), "'": re.compile(r"'(?:[^']|'')*'", re.DOTALL)}


@dataclass(frozen=True, slots=True)
class YamlFault:
    """A kind of fault, its place, and what its message names."""

    kind: str
    at: Spot
    details: dict[str, str] = field(default_factory=dict)


def yaml_fault(error: yaml.YAMLError, text: str) -> YamlFault:
    r"""Why the loader stopped, in words for the person who wrote the file.

    >>> text, found = 'a: "open\nb: "shut"\n', None
    >>> try:
    ...     for _ in yaml.parse(text, yaml.CSafeLoader): pass
    ... except yaml.YAMLError as error:
    ...     found = yaml_fault(error, text)
    >>> found
    YamlFault(kind='open_quote', at=(1, 4), details={})
    """
    said, context = getattr(error, "problem", None) or "", getattr(error, "context", None) or ""
    mark, begun = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if mark is None:
        return YamlFault("yaml", (1, 1), {"why": why(said) if said else Detail("why.cannot_be_read")})
    at: Spot = (mark.line + 1, mark.column + 1)
    began: Spot = (begun.line + 1, begun.column + 1) if begun else at
    line = line_around(text, mark.index)
    first = line_around(text, begun.index) if begun else line
    above = LINE_END.split(text[max(mark.index - mark.column - _LOOKS_BACK, 0) : mark.index - mark.column])[
        :-1
    ]
    end = mark.index - mark.column + len(line)
    below = next((one for one in LINE_END.split(text[end : end + _LOOKS_BACK]) if one.strip()), "")
    is_indented = not line[: at[1] - 1].strip(" -")
    if "tab" in said or (re.match(r" *\t", line) and "mapping values" not in said):
        return YamlFault("tab", (at[0], line.find("\t") + 1))
    if "quoted scalar" in context and "end of stream" in said:
        return YamlFault("open_quote", began)
    if quote := _open_quote([*above, line[: at[1]]], at[0]):
        return YamlFault("open_quote", quote)
    if "mapping values are not allowed" in said:
        name = FIELD.match(line)
        before = next((one for one in reversed(above) if _bare(one)), "")
        if name is None or name.end("name") != at[1] or not before:
            return YamlFault("two_colons", at)
        inner = len(before) - len(before.lstrip(" -"))
        if not FIELD.match(before) and (inner == len(name["lead"]) or ":" in before):
            number = at[0] - 1 - [*reversed(above)].index(before)
            return YamlFault("no_colon", (number, inner + 1), {"found": shown(_bare(before))})
        return YamlFault("indentation", _entry_above(line, above, below, at) or at)
    if "cannot start any token" in said:
        return YamlFault("bad_start", at, {"found": shown(line[at[1] - 1 : at[1]])})
    if "could not find expected ':'" in said:
        return YamlFault("no_colon", began, {"found": shown(_bare(first))})
    if "comment or line break" in said and "block scalar" in context:
        sign = SIGN.match(first, began[1] - 1)
        found = sign[0] if sign else first[began[1] - 1 :].split(" #")[0].strip()
        more = {"better": sign[0]} if sign else {}
        return YamlFault("text_block", began, {"found": shown(found), **more})
    if "flow" in context:
        is_there = first[began[1] - 1 : began[1]] in ("[", "{")
        return YamlFault("open_bracket", began if is_there else _open_bracket(above, at[0]) or began)
    if "expected <document start>" in said and (beginning := _indented_beginning(text)):
        return YamlFault("indentation", beginning)
    if "expected <document start>" in said:
        return YamlFault("several_documents", at)
    if "block" in context and "did not find expected" in said and "content" not in said:
        if not is_indented:
            return YamlFault("after_quote", at)
        return YamlFault("indentation", _entry_above(line, above, below, at) or at)
    return YamlFault("yaml", at, {"why": why(said) if said else Detail("why.cannot_be_read")})


def _bare(line: str) -> str:
    """What a line says, without its dashes and its comment."""
    return f" {line}".split(" #")[0].strip().removeprefix("- ").strip()


def _entry_above(line: str, above: list[str], below: str, at: Spot) -> Spot | None:
    """The first line of the entry to which a field belongs, where that stands in the wrong column by what is below."""
    before = above[-1] if above else ""
    found = FIELD.match(before)
    begin = _indent(line)
    fits = _indent(below) == begin + 2 * line.rstrip().endswith(":")
    if (
        fits
        and found
        and "-" in found["lead"]
        and FIELD.match(line)
        and 0 < abs(len(found["lead"]) - begin) <= 2
    ):
        return at[0] - 1, len(before) - len(before.lstrip(" ")) + 1
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _indented_beginning(text: str) -> Spot | None:
    """Where the first field of a file begins, if that is not in the first column."""
    for number, line in enumerate(LINE_END.split(text[:_LOOKS_BACK]), start=1):
        if found := FIELD.match(line):
            return (number, len(found["lead"]) + 1) if found["lead"] else None
    return None


def _open_bracket(above: list[str], last: int) -> Spot | None:
    """The nearest bracket at the beginning of a value that is not closed in its line."""
    for back, line in enumerate(reversed(above), start=1):
        found = _BRACKET.search(line)
        if found and sum(map(line.count, "[{")) > sum(map(line.count, "]}")):
            return last - back, found.end()
    return None


def _open_quote(lines: list[str], last: int) -> Spot | None:
    """The quote that was left open in one of some lines and is closed in the last of them, by the next one that opens.

    Args:
        lines: up to the place at which the loader stopped.
        last: the number of the last of them in the file.
    """
    text = "\n".join(lines)
    starts = line_starts(text)
    for back in range(len(lines) - 2, -1, -1):
        for found in _OPENS.finditer(lines[back]):
            closed = _QUOTED[found["quote"]].match(text, starts[back] + found.start("quote"))
            if closed and closed.end() > starts[-1]:
                return last - len(lines) + 1 + back, found.start("quote") + 1
    return None
