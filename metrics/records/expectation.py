"""Expectations: what may stand in each field of a record, read off its type.

In: a record class. Out: for each field an :class:`Expectation`, from which ``csv_file`` converts cells
and ``shape`` words its messages, so that neither repeats what ``model`` says.
"""

from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from metrics.records.model import Record, Text, Wanted
from metrics.records.vocabulary import Word


@dataclass(frozen=True, slots=True)
class Expectation:
    """What one field wants: the words of a choice, or the record of a map or of the items of a list.

    ``is_line``: a text that is neither empty nor longer than the model's ``LONGEST``.
    """

    kind: Wanted
    required: bool = False
    is_line: bool = False
    words: tuple[Word, ...] = ()
    record: type[Record] | None = None
    item: "Expectation | None" = None

    @property
    def allowed(self) -> str | None:
        """The words of a choice in one line; signs stand in quotes."""
        if not self.words:
            return None
        return ", ".join(word if word[0].isalpha() else f"'{word}'" for word in self.words)


@cache
def expectations(model: type[Record]) -> dict[str, Expectation]:
    """What each field of a record wants.

    >>> from metrics.records.model import Target
    >>> expectations(Target)["path"].words, expectations(Target)["due"].kind.name
    ((<DeclaredPath.LINEAR: 'linear'>, <DeclaredPath.COMPOUND: 'compound'>), 'DUE')
    """
    hints = get_type_hints(model, include_extras=True)
    return {
        name: _expectation(hints[name], field.is_required()) for name, field in model.model_fields.items()
    }


@cache
def nested(model: type[Record]) -> dict[str, type[Record]]:
    """The fields of a record that hold lists of other records.

    >>> from metrics.records.model import Milestone
    >>> [(name, inner.__name__) for name, inner in nested(Milestone).items()]
    [('targets', 'Target'), ('goals', 'Goal'), ('deliverables', 'Deliverable')]
    """
    return {
        name: expected.item.record
        for name, expected in expectations(model).items()
        if expected.item and expected.item.record
    }


def _expectation(hint: Any, required: bool = False) -> Expectation:
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        kind = next(one for one in parts if isinstance(one, Wanted))
        return Expectation(kind, required, is_line=kind is Wanted.TEXT)
    if hint is str:
        return Expectation(Wanted.TEXT, required)
    if origin in (Union, UnionType):
        return _expectation(next(part for part in parts if part is not NoneType), required)
    if origin is tuple:
        return Expectation(Wanted.LISTING, required, item=_expectation(parts[0]))
    if issubclass(hint, Word):
        return Expectation(Wanted.CHOICE, required, words=tuple(hint))
    if issubclass(hint, Record):
        return Expectation(Wanted.FIELDS, required, record=hint)
    raise TypeError(f"{hint} is no type of a field")


@cache
def text_fields(model: type[Record]) -> tuple[str, ...]:
    """The fields of a record that hold a text which may stand in several languages.

    >>> from metrics.records.model import Observation
    >>> text_fields(Observation)
    ('locator', 'note')
    """
    return tuple(name for name, expected in expectations(model).items() if expected.record is Text)
