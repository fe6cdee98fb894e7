"""Text for a terminal: what can be shown there, how wide it is, and where it may be broken.

In: text from the catalogue and from the data files. Out: text that the encoding of the terminal can hold,
without control or direction signs, and lines that fit a number of columns. Nothing is ever cut off.
"""

from unicodedata import category, combining, east_asian_width, normalize

#: What stands for a sign that an encoding cannot hold; Unicode's own decompositions serve for the others.
PLAIN = {
    "≥": ">=",
    "≤": "<=",
    "≠": "!=",
    "≈": "~",
    "−": "-",
    "–": "-",
    "—": "-",
    "·": "-",
    "’": "'",
    "‘": "'",
    "“": '"',
    "”": '"',
    "×": "x",
    "→": "->",
}

UNKNOWN = "?"


def holds(encoding: str, text: str) -> bool:
    """Whether an encoding can hold the whole text.

    >>> holds("utf-8", "✓"), holds("latin-1", "✓"), holds("latin-1", "é")
    (True, False, True)
    """
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def legible(text: str, encoding: str = "utf-8") -> str:
    r"""The text in signs that the encoding holds; control and direction signs become ``?``.

    >>> legible("≥ 51 – “core”", "ascii")
    '>= 51 - "core"'
    >>> legible("a\x1b[2Jb\u202ec")
    'a?[2Jb?c'
    """
    return "".join(_legible(sign, encoding) for sign in text)


def _legible(sign: str, encoding: str) -> str:
    if category(sign) in ("Cc", "Cf", "Cs"):
        return UNKNOWN
    if holds(encoding, sign):
        return sign
    plain = PLAIN.get(sign) or "".join(s for s in normalize("NFKD", sign) if not combining(s))
    return plain if holds(encoding, plain) else UNKNOWN


def columns(text: str) -> int:
    """How many columns a text takes: two for a wide sign, none for a combining one.

    >>> columns("core"), columns("核心")
    (4, 4)
    """
    return sum(2 if east_asian_width(sign) in "WF" else not combining(sign) for sign in text)


def padded(text: str, width: int) -> str:
    """The text filled up with blanks to ``width`` columns."""
    return text + " " * (width - columns(text))


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most ``width`` columns, broken at blanks, or inside a word that is longer.

    >>> wrapped("met on 2 of 3; 1 inconclusive", 14)
    ['met on 2 of 3;', '1 inconclusive']
    >>> wrapped("人工智能核心产业", 6)
    ['人工智', '能核心', '产业']
    """
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}".lstrip()
        if columns(joined) <= width:
            lines[-1] = joined
            continue
        if lines[-1]:
            lines.append("")
        for sign in word:
            if lines[-1] and columns(lines[-1] + sign) > width:
                lines.append("")
            lines[-1] += sign
    return lines
