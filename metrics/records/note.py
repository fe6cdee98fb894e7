"""Notes: how a file was read that is not in the form of this house, but cannot be mistaken.

In: a report, the file and what was found in it. Out: notes, in the form of problems; they keep nothing from being shown and are
told beside the warnings.
"""

from metrics.records.detail import Detail
from metrics.records.problem import Report, shown


def note_encoding(report: Report, file: str, encoding: str) -> None:
    """The file is in another encoding, which its first bytes name."""
    report.note("read_encoding", file, found=encoding)


def note_separator(report: Report, file: str, line: int, name: str) -> None:
    """The columns are parted by another sign, and the header has the names of this house."""
    report.note("read_separator", file, (line, 1), found=Detail(f"found.{name}"))


def note_decimal_comma(report: Report, file: str, at: tuple[int, int], text: str, value: float) -> None:
    """The numbers of the file have a comma before their decimals."""
    report.note("read_decimal_comma", file, at, found=shown(text), better=f"{value:.15g}")
