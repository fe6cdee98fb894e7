"""Problems of data files in the language of the page.

In: a :class:`Problem` of :mod:`metrics.records`. Out: its message, its title, and the line with its place. The records speak
English by themselves; what another language says stands in its catalogue, by the kind of the problem. What stands in
the file is repeated as it is: in the quotes of the language where it is named, and as it may be typed in a fix.
"""

import re

from metrics.records.detail import Detail
from metrics.records.model import LANGUAGES
from metrics.records.problem import Problem
from metrics.words.phrases import Phrases

_LISTS = ("allowed", "circle")  # details that hold words of the format, or ids, with a comma between them
_IN_LANGUAGES = re.compile(r"\w+: \{en: .*\}")  # an example that is a text in languages
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")


def problem_message(words: Phrases, problem: Problem) -> str:
    """What stands there, what may stand there, and the likely fix."""
    if words.language == LANGUAGES[0]:
        return problem.message
    key = f"problem.{problem.kind}"
    wrong = words.say(f"{key}.says", **{name: _detail(words, name, text) for name, text in problem.details})
    if problem.fix is None:
        return wrong
    typed = {name: _detail(words, name, text, typed=True) for name, text in problem.details}
    fix = words.say(f"{key}.fixes.{problem.fix + 1}", **typed)
    return f"{wrong}{words.say('punctuation.clause')}{fix}"


def problem_title(words: Phrases, problem: Problem) -> str:
    """What kind of problem it is, for a list."""
    return words.say(f"problem.{problem.kind}.title")


def problem_line(words: Phrases, problem: Problem) -> str:
    """The message behind its place and its field, as the command line writes them."""
    return problem.placed(problem_message(words, problem))


def _detail(words: Phrases, name: str, text: str, *, typed: bool = False) -> str:
    """A detail in the language."""
    if isinstance(text, Detail):
        parts = {part: _detail(words, part, inner, typed=typed) for part, inner in text.parts.items()}
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
    if not _IN_LANGUAGES.fullmatch(text):
        return text
    field = text.partition(":")[0]
    _, own, value = text.rpartition(f", {language}: ")
    return f"{field}: {{{language}: {value if own else '…}'}"
