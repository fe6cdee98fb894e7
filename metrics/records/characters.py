"""Characters: the bytes of a file as text, or where they are none.

In: bytes. Out: text without byte-order mark, in which every character may be printed. Of the characters that change
the direction of writing, those that force it may stand nowhere, because 051 would be read as 150; those that begin a
direction must end it on the same line of the same value, as software that writes Arabic or Hebrew names does. Marks,
joiners and spaces of no width may stand in any text: several scripts need them.
"""

import re

from metrics.records.detail import Detail
from metrics.records.note import note_encoding
from metrics.records.place import LINE_END, end_of
from metrics.records.problem import Report

_MARKS = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
_OTHERS = {  # how files begin that are no text, or none of ours
    b"\x89PNG": Detail("format.png"),
    b"\xff\xd8\xff": Detail("format.jpeg"),
    b"GIF8": Detail("format.gif"),
    b"%PDF": Detail("format.pdf_document"),
    b"PK\x03\x04": Detail("format.workbook"),
    b"\xd0\xcf\x11\xe0": Detail("format.old_workbook"),
    b"\x1f\x8b": Detail("format.compressed"),
    b"<!doctype html": Detail("format.web_page"),
    b"<html": Detail("format.web_page"),
}
_CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
_FORCED = "\u202d\u202e"
_OPENS = {"\u202a": "\u202c", "\u202b": "\u202c", "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}
_TURNING = "\u202a-\u202e\u2066-\u2069"
_TURNS = re.compile(f"[{_TURNING}]")
# C0 without tab, line feed and carriage return; C1; and what YAML counts as a line break and editors do not.
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
_CONTROL = re.compile(f"[{_CONTROLS}]")
_CONTROL_OR_TURN = re.compile(f"[{_CONTROLS}{_TURNING}]")


def decode(data: bytes, file: str, report: Report) -> str | None:
    """The text of a file in UTF-8, or in UTF-16 with its byte-order mark; None, with a problem, if it is none."""
    for start, found in _OTHERS.items():
        if data[: len(start)] == start or data[:14].lower().startswith(start):
            report.add("other_format", file, found=found)
            return None
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return _of_many_bytes(data, encoding, file, report)
    return _printable(data, file, report)


def _of_many_bytes(data: bytes, encoding: str, file: str, report: Report) -> str | None:
    """The text of a file whose first bytes say that it is in UTF-16; one in UTF-32, or broken off, is none."""
    try:
        text = data.decode(encoding) if encoding == "UTF-16" else None
    except UnicodeDecodeError:
        text = None
    if text is None:
        report.add("utf16", file, found=encoding)
        return None
    note_encoding(report, file, encoding)
    return _printable(text.encode(), file, report)


def _printable(data: bytes, file: str, report: Report) -> str | None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        report.add("not_utf8", file, end_of(before), found=f"0x{data[error.start]:02X}")
        return None
    control = _CONTROL.search(text)
    if control:
        report.add("control_character", file, end_of(text[: control.start()]), found=_code(control.group()))
        return None
    conflict = _CONFLICT.search(text)
    if conflict:
        report.add("conflict", file, end_of(text[: conflict.start()]))
        return None
    return text


def odd(value: str) -> tuple[str, dict[str, str]] | None:
    r"""The kind and details of what may not stand in a value, however it was written; None if nothing is.

    >>> odd("a \x1b"), odd("a\n\tb")
    (('control_character', {'found': 'U+001B'}), None)
    """
    found = _CONTROL_OR_TURN.search(value)
    if not found:
        return None
    control = _CONTROL.search(value)
    return ("control_character", {"found": _code(control.group())}) if control else turned(value)


def turns(text: str) -> bool:
    """Whether any character in a text changes the direction of writing."""
    return _TURNS.search(text) is not None


def turned(value: str) -> tuple[str, dict[str, str]] | None:
    r"""The kind and details of a change of direction that is forced or not closed; None if there is none.

    >>> turned("\u202e051"), turned("\u2067\u05d0 1"), turned("\u2067\u05d0\u2069 1"), turned("a\u2069")
    (('forced_direction', {'found': 'U+202E'}),
     ('open_direction', {'found': 'U+2067', 'better': 'U+2069'}),
     None,
     ('stray_end', {'found': 'U+2069'}))
    """
    for line in LINE_END.split(value):
        begun: list[str] = []
        for turn in _TURNS.findall(line):
            if turn in _FORCED:
                return "forced_direction", {"found": _code(turn)}
            if turn in _OPENS:
                begun.append(turn)
            elif not begun or _OPENS[begun.pop()] != turn:
                return "stray_end", {"found": _code(turn)}
        if begun:
            return "open_direction", {"found": _code(begun[-1]), "better": _code(_OPENS[begun[-1]])}
    return None


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"
