"""Characters: the bytes of a file as text, or where they are none.

In: bytes. Out: text without byte-order mark, in which every character may be printed.
"""

import re

from metrics.records.problem import Report

_MARKS = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
# C0 without tab, line feed and carriage return; C1; and what YAML counts as a line break and editors do not.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def decode(data: bytes, file: str, report: Report) -> str | None:
    """The text of a file in UTF-8, with or without byte-order mark; None, with a problem, if it is none."""
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            report.add("utf16", file, found=encoding)
            return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        report.add("not_utf8", file, end_of(before), found=f"0x{data[error.start]:02X}")
        return None
    found = _CONTROL.search(text)
    if found:
        report.add(
            "control_character", file, end_of(text[: found.start()]), found=f"U+{ord(found.group()):04X}"
        )
        return None
    return text


def end_of(text: str) -> tuple[int, int]:
    r"""Line and column of the character after a text.

    >>> end_of("as_of: 2026-11-22\npla")
    (2, 4)
    """
    lines = text.count("\n") + 1
    return lines, len(text) - (text.rfind("\n") + 1) + 1
