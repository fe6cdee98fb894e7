"""Markdown: texts from the data files as plain text in labels that Streamlit reads as Markdown."""

import re

_SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~:$^&])")


def plain_label(text: str) -> str:
    """The text with every sign of Markdown made harmless: no link, picture, colour or formula comes of it.

    >>> plain_label("a*b") == "a" + chr(92) + "*b"
    True
    """
    return _SIGNS.sub(r"\\\1", text)
