"""Examples: how a field is written, and where docs/fields.md explains it, for a message about a field that is missing.

In: a record class and the name of a field. Out: the line as it may stand in the file, and the place in the page.
"""

import re
from typing import Any

import yaml

from metrics.records.contents import YAML
from metrics.records.expectation import expectations
from metrics.records.folder import PROMISED
from metrics.records.model import Record
from metrics.records.model.field_text import field_text


def example(model: type[Record], field: str) -> str:
    """A field with a value, on one line.

    >>> from metrics.records.model import Plan, Question
    >>> example(Question, "about"), example(Plan, "milestones")
    ('about: [core_ai_industry_size]', 'milestones: [{due: 2020-12-31}]')
    """
    written = yaml.safe_dump(
        {field: _value(model, field)},
        allow_unicode=True,
        sort_keys=False,
        width=10**6,
        default_flow_style=True,
    )
    return re.sub(r"'([0-9]{4}(?:-[0-9]{2}){2})'", r"\1", written.strip()[1:-1])


def page(model: type[Record]) -> str:
    """Where the page that explains every field has those of a record.

    >>> from metrics.records.model import QualityNote
    >>> page(QualityNote)
    'docs/fields.md#quality-note'
    """
    file = next((name for name, record in YAML.items() if record is model), None)
    heading = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", model.__name__).lower()
    place = "" if file in (None, PROMISED) else "data"
    return f"docs/fields.md#{place}{file.replace('.', '') if file else heading}"


def _value(model: type[Record], field: str) -> Any:
    found = field_text(model, field).example
    if found is not None:
        return found
    expected = expectations(model)[field]
    record = expected.record or (expected.item.record if expected.item else None)
    if record is None:
        return []
    fields = expectations(record)
    name = next((name for name, inner in fields.items() if inner.required), next(iter(fields)))
    entry = {name: _value(record, name)}
    return entry if expected.record else [entry]
