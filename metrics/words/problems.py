"""Problems of data files in words: the tables of faults in the language of the page.

In: a problem as the records tell it. Out: its title, its message, and the line with its place. The tables of the
records are the English ones; another language brings its own under ``problem``, and a kind that it lacks stays as it is.
"""

import re

from metrics.records.problem import CUT, Problem
from metrics.words.catalogue import PLACEHOLDER
from metrics.words.numbers import fill
from metrics.words.phrases import Phrases

_WORDED = ("wanted", "holds", "what", "record", "why", "reading", "home", "outer", "found")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")
_RECORD = re.compile(r"(\w+) ('.+')")  # target 'size-2020'
_FIELD = re.compile(r"('.+?') of (\w+) ('.+')")  # 'path_reason' of target 'size-2020'


def problem_title(words: Phrases, problem: Problem) -> str:
    """What kind of problem it is, for a list."""
    key = f"problem.{problem.kind}.title"
    return words.catalogue.entry(key) if key in words.catalogue else problem.fault.title


def problem_message(words: Phrases, problem: Problem) -> str:
    """What stands there, what may stand there, and the likely fix, see :attr:`Problem.message`."""
    says = f"problem.{problem.kind}.says"
    if says not in words.catalogue:
        return problem.message
    details = {name: _worded(words, name, text) for name, text in problem.details}
    said = fill(words.catalogue.entry(says), details)
    whole = {name for name, text in problem.details if not text.endswith(CUT) and not _is_left(details, name)}
    for number in range(1, len(problem.fault.fixes) + 1):
        fix = words.catalogue.entry(f"problem.{problem.kind}.fixes.{number}")
        if {match[1] for match in PLACEHOLDER.finditer(fix)} <= whole:
            return f"{said}{words.say('punctuation.clause')}{fill(fix, details)}"
    return said


def problem_line(words: Phrases, problem: Problem) -> str:
    """The same after its place, see ``str`` of a problem."""
    field = "" if problem.field is None or problem.file.endswith(".csv") else f"{problem.field}: "
    message = f"{field}{problem_message(words, problem)}"
    return f"{problem.where}: {message}" if problem.where else message


def _worded(words: Phrases, name: str, text: str) -> str:
    """A fixed phrase of the records in the language of the page; names and values stay as they are."""
    if _GROUPED.fullmatch(text):
        n = int(text.replace(",", ""))
        return str(n) if n % 10_000 else words.number(n)
    if name not in _WORDED:
        return text
    key = f"problem.word.{text}"
    if key in words.catalogue:
        return words.catalogue.entry(key)
    if found := _FIELD.fullmatch(text):
        return f"{_record(words, found[2], found[3])}{found[1]}"
    return _record(words, found[1], found[2]) if (found := _RECORD.fullmatch(text)) else text


def _record(words: Phrases, word: str, name: str) -> str:
    key = f"problem.word.{word}"
    kind = words.catalogue.entry(key) if key in words.catalogue else word
    return fill(words.catalogue.entry("problem.record"), {"word": kind, "id": name.strip("'")})


def _is_left(details: dict[str, str], name: str) -> bool:
    """Whether a reason is still a sentence of another language, which no fix repeats."""
    return name == "why" and details[name].isascii()
