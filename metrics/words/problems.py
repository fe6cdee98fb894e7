"""Problems of data files in the language of the page.

In: a :class:`Problem` of :mod:`metrics.records`. Out: its message, its title, and the line with its place. English stands
in the tables of the records, and the command line says it from there; what another language says stands in its catalogue,
by the kind of the problem. What stands in the file is repeated as it is, in the quotes of the language where it is told,
and as it may be typed where a fix is told.
"""

import re

from metrics.records.detail import Detail
from metrics.records.problem import Problem
from metrics.words.phrases import Phrases

_LISTS = ("allowed", "circle")  # details that hold words of the format, or ids, with a comma between them
_SPOKEN = re.compile(r"\w+: \{en: .*\}")  # an example that is a text in languages
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")


def problem_message(words: Phrases, problem: Problem) -> str:
    """What stands there, what may stand there, and the likely fix."""
    key = f"problem.{problem.kind}"
    if f"{key}.says" not in words.catalogue:
        return problem.message
    said = words.say(f"{key}.says", **{name: _told(words, name, text) for name, text in problem.details})
    if problem.fix is None:
        return said
    typed = {name: _told(words, name, text, typed=True) for name, text in problem.details}
    fix = words.say(f"{key}.fixes.{problem.fix + 1}", **typed)
    return f"{said}{words.say('punctuation.clause')}{fix}"


def problem_title(words: Phrases, problem: Problem) -> str:
    """What kind of problem it is, for a list."""
    key = f"problem.{problem.kind}.title"
    return words.say(key) if key in words.catalogue else problem.fault.title


def problem_line(words: Phrases, problem: Problem) -> str:
    """The message behind its place and its field, as the command line writes them."""
    return problem.placed(problem_message(words, problem))


def _told(words: Phrases, name: str, text: str, *, typed: bool = False) -> str:
    """A detail in the language."""
    if isinstance(text, Detail):
        parts = {part: _told(words, part, held, typed=typed) for part, held in text.parts.items()}
        return words.say(f"problem.detail.{text.key}", **parts)
    if name == "example":
        return _example(words.language, text)
    if name in _LISTS:
        return text.replace(", ", words.say("problem.between"))
    if _GROUPED.fullmatch(text):
        return text.replace(",", "")
    if not (typed and name == "found") and len(text) > 1 and text[0] == text[-1] == "'":
        return words.say("problem.quoted", text=text[1:-1])
    return text


def _example(language: str, text: str) -> str:
    """An example with what it holds in the language, in place of what it holds in English.

    >>> _example("zh", "label: {en: Policy, zh: 政策}"), _example("zh", "answer: {en: Nobody does.}")
    ('label: {zh: 政策}', 'answer: {zh: …}')
    """
    if not _SPOKEN.fullmatch(text):
        return text
    field = text.partition(":")[0]
    _, own, said = text.rpartition(f", {language}: ")
    return f"{field}: {{{language}: {said if own else '…}'}"
