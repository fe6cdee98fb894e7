"""A YAML file: its text becomes maps, lists and scalars that know where they stood.

In: text. Out: :class:`Fields`, or None where the text is no YAML and cannot be made any. The loader's events are
read one by one instead of composed into nodes: that takes half the time, cannot overflow the stack however deep the
text is nested, and meets duplicate keys, tags and aliases before anything is made of them.
"""

from typing import Any

import yaml

from metrics.records.characters import odd
from metrics.records.detail import Detail
from metrics.records.entry import UNREAD, Fields, Spot, YamlList
from metrics.records.problem import Report, shown
from metrics.records.scalar import Odd, plain
from metrics.records.yaml_fault import yaml_fault
from metrics.records.yaml_repair import Repair

DEEPEST = 20  # levels; a benchmark of a goal stands on level 10
MOST_ALIASES = 10
MOST_VALUES = 100_000  # in a file; the shipped ones hold below 10,000, and a thousand targets some 30,000
LONGEST_VALUE = 131_072  # characters; as many as a cell of a CSV file holds
_READ_AGAIN = 2_000_000  # characters that are read in all tries to get past faults of one file: 0.5 s


class _StoppedError(Exception):
    """The rest of the file cannot be read; the reason is reported."""


def parse(text: str, file: str, report: Report) -> Fields | None:
    r"""The map that a YAML file holds; None, with a problem, if it holds none.

    >>> report = Report()
    >>> fields = parse("as_of: 2026-11-22\nplans: [aidp-2017]", "targets.yaml", report)
    >>> dict(fields), fields.spot("plans")
    ({'as_of': '2026-11-22', 'plans': ['aidp-2017']}, (2, 8))
    """
    repair: Repair | None = None
    spent = 0
    while True:
        trial = Report()
        reader = _Reader(text, file, trial, repair)
        try:
            root = reader.document()
        except _StoppedError:
            root = UNREAD
        except yaml.YAMLError as error:
            fault = yaml_fault(error, text)
            spent += len(text)
            if spent + len(text) <= _READ_AGAIN and fault.kind != "several_documents":
                repair = repair or Repair(text)
                faults = repair.mend(fault)
                if faults is not None:
                    for one in faults:
                        report.add(one.kind, file, one.at, **one.details)
                    text = repair.text
                    continue
            report.add(fault.kind, file, fault.at, **fault.details)
            root = UNREAD
        report.take(trial)
        return _fields(root, reader, file, report)


def _fields(root: Any, reader: "_Reader", file: str, report: Report) -> Fields | None:
    """The map of a file that could be read."""
    if root is None:
        report.add("empty_file", file, holds=Detail("holds.fields"))
        return None
    if not isinstance(root, Fields):
        if root is not UNREAD:
            report.add("not_a_map", file, reader.start, found=shown(root))
        return None
    return root


class _Reader:
    """Walks the events of one file."""

    def __init__(self, text: str, file: str, report: Report, repair: Repair | None) -> None:
        self._next = yaml.CSafeLoader(text).get_event
        self._unread = repair.unread if repair else set()
        self._lost = set(repair.lost) if repair else set()
        self._repair = repair
        self._last = (
            text.count("\n") + 1 if repair and not text.endswith("\n") else None
        )  # a file cut off, most likely
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
        if isinstance(root, Fields):
            root.hides_entries = self._repair is not None and self._repair.hides_entries
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
        if self._unread and _spot(event) in self._unread:
            return UNREAD
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
            return Odd(event.style, Detail("reading.text_block"))
        return text

    def _list(self, depth: int) -> YamlList:
        listing = YamlList()
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
        if self._repair:
            last = _spot(event)[0]
            own = {one for one in self._lost if one[1] == fields.here[1] and fields.here[0] <= one[0] <= last}
            fields.is_partial = bool(own) or (self._last is not None and last >= self._last)
            self._lost -= own
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
            if self._repair is None:  # else it may have stood in what was taken out
                self._add("no_anchor", _spot(event), found=shown(f"&{event.anchor}"))
            return UNREAD
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
