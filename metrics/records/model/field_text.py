"""Field texts: what each field of a record means, for the person who edits the files, and an example of it.

In: ``fields.yaml``, beside this module. Out: a :class:`FieldText` for a field of a record class; the schemas, docs/fields.md
and messages about missing fields are made of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from metrics.records.model.fields import Record


@dataclass(frozen=True, slots=True)
class FieldText:
    """The meaning of a field, in a sentence or two, and a value as it may stand there."""

    meaning: str
    example: Any = None  # None: the field holds records, whose own fields have examples


@cache
def field_texts() -> Mapping[str, Mapping[str, FieldText]]:
    """The texts of all fields, by the name of the record class that declares them."""
    read = yaml.load(Path(__file__).with_name("fields.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return {record: {name: FieldText(**text) for name, text in own.items()} for record, own in read.items()}


def field_text(model: type[Record], field: str) -> FieldText:
    """The text of a field, which a base class may have.

    >>> from metrics.records.model import Goal
    >>> field_text(Goal, "due").example
    '2020-12-31'
    """
    texts = (field_texts().get(one.__name__, {}) for one in model.__mro__)
    return next(found[field] for found in texts if field in found)
