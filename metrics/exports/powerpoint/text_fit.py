"""Letters: how wide a text is in Arial, and how it is made to fit.

In: a text, its size in points and its weight. Out: points, lines or a size. PowerPoint fits text only while somebody
edits it, so what must fit is made to fit here. The widths are those of Arial, which every system has or replaces by
a face of the same widths; a Chinese sign is as wide as it is high.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

_PRINTABLE = "".join(map(chr, range(32, 127)))
_REGULAR = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 "
    "556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 "
    "1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 "
    "667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 "
    "333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 "
    "556 556 333 500 278 556 500 722 500 500 500 334 260 334 584"
)
_BOLD = (
    "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 "
    "556 556 556 556 556 556 556 556 556 556 333 333 584 584 584 611 "
    "975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 "
    "667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556 "
    "333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 "
    "611 611 389 556 333 611 556 778 556 556 500 389 280 389 584"
)
_OTHER = {"–": 556, "—": 1000, "’": 222, "‘": 222, "“": 333, "”": 333, "…": 1000, "·": 333, "≈": 549}
_WIDE_FROM = "\u2e80"
_EITHER = "“”‘’…—·"  # as wide as a Chinese sign in a Chinese text
_BETWEEN = 250  # thousandths that some programs leave between a Chinese sign and a Latin one
_SLACK = 1.01  # PowerPoint rounds advances to its own grid


def _advances(widths: str) -> dict[str, int]:
    return dict(zip(_PRINTABLE, map(int, widths.split()), strict=True)) | _OTHER


_ADVANCE = {False: _advances(_REGULAR), True: _advances(_BOLD)}


@lru_cache(maxsize=8192)
def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of one line in points.

    >>> round(width("2025", 18), 1), round(width("工信部", 18), 1)
    (40.4, 54.5)
    """
    advance = _ADVANCE[bold]
    thousandths = sum(advance.get(sign, 1000 if sign >= _WIDE_FROM else 600) for sign in text)
    if is_chinese(text):
        thousandths += sum(1000 - advance[sign] for sign in text if sign in _EITHER)
        thousandths += _BETWEEN * sum(
            (one >= _WIDE_FROM) != (two >= _WIDE_FROM) and " " not in {one, two}
            for one, two in pairwise(text)
        )
    return thousandths / 1000 * size * _SLACK


def is_chinese(text: str) -> bool:
    """Whether a text has a Chinese sign; its lines are then higher, and its quotation marks wider.

    >>> is_chinese("2025年"), is_chinese("2025")
    (True, False)
    """
    return any(sign >= _WIDE_FROM for sign in text)


def leading(text: str) -> float:
    """How high its lines are, in sizes."""
    return 1.45 if is_chinese(text) else 1.2


def lines(text: str, most: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """The text broken into lines of at most ``most`` points: at spaces, in Chinese anywhere.

    >>> lines("state bodies and their institutes", 120, 14)
    ('state bodies and', 'their institutes')
    """
    found, line = [], ""
    for piece in pieces(text):
        if line and width((line + piece).rstrip(), size, bold=bold) > most:
            found.append(line.rstrip())
            line = ""
        line += piece if line else piece.lstrip()
    return tuple([*found, line.rstrip()] if line.strip() else found)


def phrases(text: str, most: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """The text in lines; a Chinese one is broken after its signs where it can be, and not inside a word.

    >>> phrases("尚无定论，各口径不一致", 80, 14), phrases("尚无定论", 80, 14)
    (('尚无定论，', '各口径不一', '致'), ('尚无定论',))
    >>> phrases("尚无定论，各口径不一致", 110, 14)
    ('尚无定论，', '各口径不一致')
    """
    rows = [""]
    for part in re.split("(?<=[，。；：、])", text):
        if rows[-1] and width(rows[-1] + part, size, bold=bold) > most:
            rows.append("")
        rows[-1] += part
    if is_chinese(text) and all(width(row, size, bold=bold) <= most for row in rows):
        return tuple(filter(None, rows))
    return lines(text, most, size, bold=bold)


def pieces(text: str) -> list[str]:
    """The text, parted at every place where a line may end.

    >>> pieces("state bodies"), pieces("到期（2030年）")
    (['state', ' bodies'], ['到', '期', '（2030', '年）'])
    """
    found: list[str] = [""]
    for sign in text:
        before = found[-1][-1:]
        breaks = (
            sign == " "
            or (sign >= _WIDE_FROM and sign not in "，。；：、！？）」』》")
            or (before >= _WIDE_FROM and before not in "（「『《" and sign < _WIDE_FROM)
        )
        if breaks and found[-1]:
            found.append(sign)
        else:
            found[-1] += sign
    return found


def broken(address: str, most: float, size: float) -> tuple[str, ...]:
    """An address in lines of at most ``most`` points: broken before a parameter, and anywhere if one is too long.

    >>> broken("target?target=aidp&path=linear", 90, 12)
    ('target', '?target=aidp', '&path=linear')
    """
    rows = [""]
    for part in re.split(r"(?=[?&])", address):
        whole = width(part, size) <= most
        for sign in [part] if whole else part:
            if width(rows[-1] + sign, size) > most:
                rows.append("")
            rows[-1] += sign
    return tuple(row for row in rows if row)


def joined(text: str, rows: Iterable[str]) -> str:
    """The rows of a text in one again, with a blank where the text has one.

    >>> joined("state bodies", ("state", "bodies")), joined("到期日", ("到期", "日"))
    ('state bodies', '到期日')
    """
    whole = ""
    for row in rows:
        blank = bool(whole) and text[len(whole) : len(whole) + 1] == " "
        whole += f" {row}" if blank else row
    return whole


def cut(text: str, most: float, size: float, *, bold: bool = False, rows: int = 1) -> tuple[str, ...]:
    """At least one line and at most ``rows``, with an ellipsis where something is missing.

    >>> cut("state bodies and their institutes", 120, 14)
    ('state bodies and…',)
    """
    found = lines(text, most, size, bold=bold) or ("",)
    if len(found) <= rows and all(width(line, size, bold=bold) <= most for line in found):
        return found
    kept, last = found[: rows - 1], found[rows - 1] if len(found) >= rows else found[-1]
    last = f"{last} " if len(found) > rows else last
    while last and width(f"{last.rstrip(' ,;:')}…", size, bold=bold) > most:
        last = last[: last.rstrip().rfind(" ")] if " " in last.strip() else last.strip()[:-1]
    return (*kept, f"{last.rstrip(' ,;:')}…")


def fitting(text: str, most: float, size: float, least: float, *, bold: bool = False) -> float:
    """The greatest size between the two, in half points, at which the text is one line; ``least`` if none is.

    >>> fitting("Met", 200, 18, 12), fitting("M" * 40, 100, 18, 12)
    (18, 12.0)
    """
    while size > least and width(text, size, bold=bold) > most:
        size = max(size - 0.5, least)
    return size
