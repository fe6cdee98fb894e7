"""A YAML file: its text becomes maps, lists and scalars that know where they stood.

In: text. Out: :class:`Fields`, or None where the text is no YAML. The loader's events are read one by
one instead of composed into nodes: that takes half the time, cannot overflow the stack however deep the
text is nested, and meets duplicate keys, tags and aliases before anything is made of them.
"""

import re
from typing import Any

import yaml

from metrics.records.characters import line_around, odd
from metrics.records.entry import Fields, Listing, Spot
from metrics.records.problem import Report, shown
from metrics.records.scalar import Odd, plain

DEEPEST = 20  # levels; a benchmark of a goal stands on level 10
MOST_ALIASES = 10
MOST_VALUES = 100_000  # in a file; the shipped ones hold below 10,000, and a thousand targets some 30,000
LONGEST_VALUE = 131_072  # characters; as many as a cell of a CSV file holds


class _StoppedError(Exception):
    """The rest of the file cannot be read; the reason is reported."""


def parse(text: str, file: str, report: Report) -> Fields | None:
    r"""The map that a YAML file holds; None, with a problem, if it holds none.

    >>> report = Report()
    >>> fields = parse("as_of: 2026-11-22\nplans: [aidp-2017]", "targets.yaml", report)
    >>> dict(fields), fields.spot("plans")
    ({'as_of': '2026-11-22', 'plans': ['aidp-2017']}, (2, 8))
    """
    reader = _Reader(text, file, report)
    try:
        root = reader.document()
    except _StoppedError:
        return None
    except yaml.YAMLError as error:
        _tell(error, text, file, report)
        return None
    if root is None:
        report.add("empty_file", file, holds="fields")
        return None
    if not isinstance(root, Fields):
        report.add("not_a_map", file, reader.start, found=shown(root))
        return None
    return root


class _Reader:
    """Walks the events of one file."""

    def __init__(self, text: str, file: str, report: Report) -> None:
        self._next = yaml.CSafeLoader(text).get_event
        self._file = file
        self._report = report
        self._anchored: dict[str, tuple[Any, int]] = {}  # with the number of values in each
        self._values = 0
        self._aliases = 0
        self.start: Spot = (1, 1)

    def document(self) -> Any:
        """The one document of the file; None if it is empty."""
        self._next()  # the stream begins
        event = self._next()
        if type(event) is yaml.StreamEndEvent:
            return None
        event = self._next()
        self.start = _spot(event)
        root = self._value(event, 0)
        self._next()  # the document ends
        event = self._next()
        if type(event) is not yaml.StreamEndEvent:
            self._add("several_documents", _spot(event))
        return root

    def _value(self, event: Any, depth: int) -> Any:
        kind = type(event)
        if kind is yaml.AliasEvent:
            return self._alias(event)
        if event.tag is not None:
            self._add("tag", _spot(event), found=shown(_short(event.tag)))
        before = self._values
        self._count(1, event)
        value: Any
        if kind is yaml.ScalarEvent:
            value = self._scalar(event)
        else:
            if depth >= DEEPEST:
                self._add("deep", _spot(event), limit=str(DEEPEST))
                raise _StoppedError
            value = self._map(event, depth) if kind is yaml.MappingStartEvent else self._list(depth)
        if event.anchor is not None:
            self._anchored[event.anchor] = value, self._values - before
        return value

    def _count(self, values: int, event: Any) -> None:
        self._values += values
        if self._values > MOST_VALUES:
            self._add("many_values", _spot(event), limit=f"{MOST_VALUES:,}")
            raise _StoppedError

    def _scalar(self, event: Any) -> Any:
        text: str = event.value
        if len(text) > LONGEST_VALUE:
            self._add("long_value", _spot(event), limit=f"{LONGEST_VALUE:,}")
            raise _StoppedError
        if found := odd(text):
            kind, details = found
            self._add(kind, _spot(event), **details)
        if not event.style:  # no quotes
            return plain(text)
        if not text and event.style in (">", "|"):
            return Odd(event.style, "the beginning of a text block")
        return text

    def _list(self, depth: int) -> Listing:
        listing = Listing()
        while type(event := self._next()) is not yaml.SequenceEndEvent:
            listing.items_at.append(_spot(event))
            listing.append(self._value(event, depth + 1))
        return listing

    def _map(self, start: Any, depth: int) -> Fields:
        fields = Fields(self._file, _spot(start))
        while type(event := self._next()) is not yaml.MappingEndEvent:
            at = _spot(event)
            key = self._key(event, depth)
            event = self._next()
            value_at = _spot(event)
            value = self._value(event, depth + 1)
            if key is None:
                continue
            if key in fields:
                self._add("same_key", at, shown(key)[1:-1], line=str(fields.keys_at[key][0]))
                continue
            fields[key] = value
            fields.keys_at[key] = at
            fields.values_at[key] = value_at
        return fields

    def _key(self, event: Any, depth: int) -> str | None:
        """The name of a field; None, with a problem, if it is none."""
        if type(event) is yaml.ScalarEvent:
            if event.tag is not None:
                self._add("tag", _spot(event), found=shown(_short(event.tag)))
            if event.value == "<<" and event.implicit[0]:
                self._add("merge_key", _spot(event))
                return None
            if event.anchor is not None:
                self._anchored[event.anchor] = event.value, 1
            return str(event.value)
        value = self._value(event, depth + 1)
        self._add("odd_key", _spot(event), found=shown(value))
        return None

    def _alias(self, event: Any) -> Any:
        self._aliases += 1
        if self._aliases > MOST_ALIASES:
            self._add("many_aliases", _spot(event), limit=str(MOST_ALIASES))
            raise _StoppedError
        if event.anchor not in self._anchored:
            self._add("no_anchor", _spot(event), found=shown(f"&{event.anchor}"))
            raise _StoppedError
        value, values = self._anchored[event.anchor]
        self._count(values, event)
        return value

    def _add(self, kind: str, at: Spot, field: str | None = None, **details: str) -> None:
        self._report.add(kind, self._file, at, field, **details)
        if self._report.is_full:
            raise _StoppedError


def _spot(event: Any) -> Spot:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1


def _short(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


def _tell(error: yaml.YAMLError, text: str, file: str, report: Report) -> None:
    """Report why the loader stopped, in words for the person who wrote the file."""
    said, context = getattr(error, "problem", None) or "", getattr(error, "context", None) or ""
    mark, begun = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    at = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    began = (begun.line + 1, begun.column + 1) if begun else at
    beginning = line_around(text, begun.index)[begun.column :] if begun else ""
    line = line_around(text, mark.index) if mark else ""
    character = line[at[1] - 1 : at[1]]
    if "tab" in said or (re.match(r" *\t", line) and "mapping values" not in said):
        report.add("tab", file, (at[0], line.find("\t") + 1))
    elif "mapping values are not allowed" in said:
        report.add("two_colons", file, at)
    elif "cannot start any token" in said:
        report.add("bad_start", file, at, found=shown(character))
    elif "comment or line break" in said and "block scalar" in context:
        report.add("text_block", file, began, found=shown(beginning[:2]))
    elif "quoted scalar" in context and "end of stream" in said:
        report.add("open_quote", file, began)
    elif "flow" in context:
        report.add("open_bracket", file, began)
    elif "expected <document start>" in said:
        report.add("several_documents", file, at)
    elif "block" in context and "did not find expected" in said:
        report.add("indentation", file, at)
    else:
        report.add("yaml", file, at, why=said or "it cannot be read")
