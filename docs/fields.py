"""The files that are made of the models: the schemas in metrics/schema/ for editors, and docs/fields.md for people.

``make schema`` writes them anew, after a change of a record; a test compares them with the models.
"""

import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # started as a file, so that the repository's own packages are found

from docs.schema import purpose, schema  # noqa: E402 - needs the path above
from metrics.records.contents import CSV, INHERITED, YAML  # noqa: E402
from metrics.records.expectation import Expectation, expectations  # noqa: E402
from metrics.records.folder import HOLDS, OBSERVED, PROMISED, DataFile  # noqa: E402
from metrics.records.model import LONGEST, Record, Text  # noqa: E402
from metrics.records.model.field_text import field_text  # noqa: E402
from metrics.records.model.fields import LONGEST_ID, Wanted  # noqa: E402
from metrics.records.period import FIRST_YEAR, LAST_YEAR  # noqa: E402
from metrics.records.references import REFERENCES  # noqa: E402
from metrics.records.scalar import plain  # noqa: E402
from metrics.records.vocabulary import Word  # noqa: E402

SCHEMAS = ROOT / "metrics" / "schema"
REFERENCE = ROOT / "docs" / "fields.md"

INTRODUCTION = """\
# Every field of every file

A plan is a folder of plain files. This page says what each of them holds, field by field: what may stand there, what it
means, and an example. Where an example comes from the shipped files, copy its form and not its figure.

`make check PLAN=FOLDER` finds everything that does not fit, with its line and the likely fix. Editors that know JSON Schema
(VS Code with the YAML extension, and every editor with yaml-language-server) complete the YAML files and mark mistakes while
you write: the first line of each file names its schema in [metrics/schema](../metrics/schema).

This page and the schemas are made of the models in `metrics/records`; `make schema` writes both anew.
"""
KINDS = {
    "text": "Any words. Put them in quotes where they begin with a sign, hold `: ` or ` #`, are all digits, or are one of "
    "yes, no, on, off, true and false.",
    "short text": f"The same, neither empty nor longer than {LONGEST:,} characters.",
    "bilingual text": "A [short text](#text) in the language of the folder (`language` in targets.yaml), or two of them in "
    "braces or below each other: `{en: City Council, zh: 市议会}`. In a CSV file the other language stands in a column of its own, "
    "which may be left out: `note_zh` beside `note`, or `note_en` where the folder is in Chinese.",
    "id": f"At most {LONGEST_ID} letters a-z, digits, `-`, `_` and `+`, a letter or digit first. "
    "Capitals count. *Id of a source* means that a source must have it.",
    "number": "Digits and a point: `1200.5`. No comma, no quotes, no sign for the unit.",
    "day": "`2020-12-31`.",
    "period": f"`2019`, `2019-H1`, `2019-Q3`, `2019-06` or `2019-06-30`, from {FIRST_YEAR} to {LAST_YEAR}. "
    "What is known only to the month or year counts from its last day.",
    "day, or period": "A day; or a period, which is read to its last day and told as it is written: `2027`, `2027-H1`, `2027-Q2`, `2027-06`, "
    "`FY2027`, `mid-2027` (30 June), `2020s` (the end of 2029).",
    "month": "Its number, from `1` to `12`.",
    "period, or some": "A period; or a fiscal or school year, `FY2025` or `SY2025`, where targets.yaml says when it begins; or months up to the end of one, `12 months to 2025-Q4`, which are judged as a year where they are "
    "twelve; or years on end, `2022/2025`, for a total or a mean, which are judged only by a target of that `period`.",
    "years": f"The first and the last, `2015..2024`, from {FIRST_YEAR} to {LAST_YEAR}.",
    "word": "One word of a closed [list](#words). Comparators, `yes` and `no` stand in quotes in YAML.",
    "web address": "Begins with `https://` or `http://` and has no space.",
    "language": "`en`, `zh` or the letters of another language in lower case, such as `fr`. `no` stands in quotes.",
    "currency": "Three capital letters (ISO 4217).",
    "list": "Each entry on a line of its own that begins with `- `, or all in brackets: `[a, b]`.",
}
NAMES = {
    Wanted.TEXT: "text",
    Wanted.ID: "id",
    Wanted.NUMBER: "number",
    Wanted.POSITIVE: "number above 0",
    Wanted.COUNT: "whole number above 0",
    Wanted.YEAR: "year",
    Wanted.YEARS: "[years](#what-may-stand-in-a-field)",
    Wanted.DAY: "day",
    Wanted.DUE: "[day, or period](#what-may-stand-in-a-field)",
    Wanted.MONTH: "month",
    Wanted.PERIOD: "period",
    Wanted.SPAN: "[period, or some](#what-may-stand-in-a-field)",
    Wanted.TRUTH: "`true` or `false`",
    Wanted.ADDRESS: "web address",
    Wanted.CURRENCY: "currency",
    Wanted.LANGUAGE: "language",
    Wanted.COLOUR: "colour",
    Wanted.PICTURE: "name of a picture",
    Wanted.MINUTES: "minutes, 1 to 600",
}


def texts() -> dict[Path, str]:
    """Every file that is made of the models, with the text that it must hold."""
    made = {
        SCHEMAS / f"{Path(file).stem}.schema.json": json.dumps(schema(file), ensure_ascii=False, indent=2)
        + "\n"
        for file in YAML
    }
    return made | {REFERENCE: "\n".join(_reference()) + "\n"}


def written(value: Any) -> str:
    """How an example is written in a YAML file, on one line.

    >>> written({"en": "Rise: 5 firms", "zh": "规划"}), written([2020, "2020-12-31", ">=", "no"])
    ('{en: "Rise: 5 firms", zh: 规划}', '[2020, 2020-12-31, ">=", "no"]')
    """
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {written(part)}" for name, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    if isinstance(value, str):
        is_bare = plain(value) == value and not re.search(r"""^[^\w]|[:#](?:\s|$)|\s#|[][{},"']""", value)
        return value if is_bare or value.startswith("http") else json.dumps(value, ensure_ascii=False)
    return json.dumps(value)


def _reference() -> Iterator[str]:
    """The lines of docs/fields.md."""
    yield INTRODUCTION
    yield from _table(("File", "Needed", "Holds"), [_file_row(role) for role in HOLDS])
    yield "\n## What may stand in a field\n"
    yield from _table(("Kind", "How it is written"), [(f"*{kind}*", how) for kind, how in KINDS.items()])
    yield "\nA field that is not needed may be left out, or named with nothing behind it.\n"
    yield f"### {Text.__name__}\n\n{purpose(Text)}\n"
    yield from _fields(Text)
    words: dict[type[Word], None] = {}
    files: dict[str, type[Record]] = YAML | CSV
    for role, model in files.items():
        yield f"\n## {_title(role)}\n"
        yield _sentence(purpose(model).split(": ", 1)[-1] if role in YAML else purpose(model))
        yield _header(role)
        yield from _fields(model, cells=role in CSV)
        told: list[type[Record]] = [model, Text]
        for record, holder, field in _inside(model):
            if record not in told:
                told.append(record)
                yield f"\n### {_spaced(record)}\n\n{purpose(record)}\n"
                yield f"Written under `{field}` of {_holder(holder)}.\n"
                yield from _fields(record)
        for record in told:
            words |= {type(one.words[0]): None for one in expectations(record).values() if one.words}
    yield "\n## Words\n\nThe closed lists, and what each word says to a reader."
    for choice in words:
        yield f"\n### {_spaced(choice)}\n\n{(choice.__doc__ or '').replace('``', '`')}\n"
        yield from _table(("Word", "Meaning"), [(f"`{word}`", word.meaning) for word in choice])


def _file_row(role: str) -> tuple[str, str, str]:
    needed = "no" if DataFile("", role).is_optional else "yes"
    anchor = re.sub(r"[^a-z_-]", "", _title(role).lower())
    return f"[{_title(role)}](#{anchor})", needed, HOLDS[role]


def _title(role: str) -> str:
    """The place of a file inside the folder."""
    place = role if role == PROMISED else f"data/{role}"
    return f"`{place}/FAMILY.csv`" if role == OBSERVED else f"`{place}`"


def _header(role: str) -> str:
    if role in YAML:
        return ""
    return "\nThe first line names all columns. A cell that is not needed may be empty, its comma stays.\n"


def _holder(model: type[Record]) -> str:
    return "the file" if model in YAML.values() else f"[{_one(model)}](#{_anchor(model)})"


def _fields(model: type[Record], *, cells: bool = False) -> Iterator[str]:
    """The table of the fields that may be written in a record; ``cells``: it is a row of a CSV file."""
    inherited = {one.field: one for one in INHERITED.get(model, ())}
    rows = []
    for name, expected in expectations(model).items():
        if name in inherited and inherited[name].is_fixed:
            continue
        text = field_text(model, name)
        needed = "yes" if expected.required and name not in inherited else "no"
        rows.append(
            (
                f"`{name}`",
                needed,
                _wanted(model, name, expected),
                text.meaning,
                _example(text.example, cells),
            )
        )
    yield from _table(
        ("Column" if cells else "Field", "Needed", "What may stand there", "Meaning", "Example"), rows
    )


def _example(value: Any, cells: bool) -> str:
    if value is None:
        return ""
    return f"`{str(value).lower() if isinstance(value, bool) else value if cells else written(value)}`"


def _wanted(model: type[Record], name: str, expected: Expectation) -> str:
    """What may stand in a field, in a few words."""
    if expected.item:
        return f"list of {_several(model, name, expected.item)}"
    if expected.record is Text:
        return "bilingual text"
    if expected.record:
        return f"[{_spaced(expected.record).lower()}](#{_anchor(expected.record)})"
    if expected.words:
        choice = type(expected.words[0])
        words = ", ".join(f"`{word}`" for word in expected.words)
        return f"[{_spaced(choice).lower()}](#{_anchor(choice)}): {words}"
    if named := REFERENCES.get(model, {}).get(name, ()):
        return f"id of {_either([_one(one) for one in named])}"
    return "short text" if expected.is_line else NAMES[expected.kind]


def _several(model: type[Record], name: str, item: Expectation) -> str:
    """The items of a list."""
    if item.record:
        return f"[{_plural(item.record)}](#{_anchor(item.record)})"
    named = REFERENCES.get(model, {}).get(name, ())
    return f"ids of {_either([_plural(one) for one in named])}"


def _either(names: list[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} or {last}" if first else last


def _inside(model: type[Record]) -> Iterator[tuple[type[Record], type[Record], str]]:
    """The records in a record, each with the one around it and the field in which it stands."""
    for name, expected in expectations(model).items():
        held = expected.record or (expected.item.record if expected.item else None)
        if held:
            yield held, model, name
            yield from _inside(held)


def _spaced(named: type) -> str:
    """The name of a record or of a list of words, as people write it.

    >>> from metrics.records.vocabulary import SourceKind
    >>> _spaced(SourceKind)
    'Source kind'
    """
    return re.sub(r"(?<!^)([A-Z])", lambda found: f" {found[1].lower()}", named.__name__)


def _one(named: type) -> str:
    """The record with its article."""
    name = _spaced(named).lower()
    return f"an {name}" if name[0] in "aeio" else f"a {name}"  # a unit


def _plural(named: type) -> str:
    """More than one of a record.

    >>> [_plural(type(name, (), {})) for name in ("Plan", "Category", "Series")]
    ['plans', 'categories', 'series']
    """
    name = _spaced(named).lower()
    return name if name.endswith("s") else re.sub(r"y$", "ie", name) + "s"


def _anchor(named: type) -> str:
    return _spaced(named).lower().replace(" ", "-")


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:]


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    yield "| " + " | ".join(head) + " |"
    yield "|" + "--|" * len(head)
    for row in rows:
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"


if __name__ == "__main__":
    for path, text in texts().items():
        path.write_text(text, encoding="utf-8")
        print(f"{path.relative_to(ROOT)}: {len(text):,} characters")
