r"""BibTeX: entries that LaTeX can read, whatever stands in a title.

In: the kind of an entry, its key and its fields. Out: text in UTF-8; signs that mean something to LaTeX are
escaped, Chinese and accents are kept. Authors stand in braces of their own, so that a ministry keeps its name.
"""

import re
from collections.abc import Mapping, Sequence

_SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # BibTeX counts every brace, the escaped ones too
    "}": r"\textbraceright{}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_IN_ADDRESS = {"{": "%7B", "}": "%7D", "\\": "%5C"}
_NO_KEY = re.compile(r"[^A-Za-z0-9_+.:-]+")


def escaped(text: str) -> str:
    r"""The text as LaTeX shows it.

    >>> escaped("R&D_100% 核心")
    'R\\&D\\_100\\% 核心'
    """
    return "".join(_SIGNS.get(sign, sign) for sign in " ".join(text.split()))


def entry(kind: str, key: str, fields: Mapping[str, str | Sequence[str] | None]) -> str:
    r"""One entry; empty fields are left out. A list of names is joined as BibTeX asks.

    >>> entry("misc", "a-1", {"author": ("Ministry of A and B",), "title": "5 %", "url": "https://a.cn/%E6"})
    '@misc{a-1,\n  author = {{Ministry of A and B}},\n  title = {{5 \\%}},\n  url = {https://a.cn/%E6}\n}\n'
    """
    lines = [f"  {name} = {{{_value(name, value)}}}" for name, value in fields.items() if value]
    return f"@{kind}{{{_NO_KEY.sub('-', key)},\n" + ",\n".join(lines) + "\n}\n"


def _value(name: str, value: str | Sequence[str]) -> str:
    if not isinstance(value, str):
        return " and ".join(f"{{{escaped(one)}}}" for one in value)
    if name == "url":  # read as it stands: only what would end the field is written anew
        return "".join(_IN_ADDRESS.get(sign, sign) for sign in value)
    return f"{{{escaped(value)}}}" if name == "title" else escaped(value)
