"""Latin words in Chinese: which stand in a text, and which of them are names.

``latin_names.txt`` holds every name, unit and key of a keyboard that a Chinese text may write in Latin letters, one a
line. Beside them only what names a document may stand: its title, author, licence, address and id.
"""

import re
from functools import cache
from html import unescape
from pathlib import Path

from metrics.records.model import Record, Text
from tests.later import HELD

NAMES = frozenset(Path(__file__).with_name("latin_names.txt").read_text("utf-8").split())
WORD = re.compile(r"[A-Za-z][A-Za-z.&'’-]*[A-Za-z]|[A-Za-z]")
MARKS = frozenset(
    ["Page", "Down", "Up", "Home", "End", "Space", "Tab", "L", "Z", "b", "g", "t"]
)  # keys, and letters of formulas
ADDRESS = re.compile(
    r"https?://\S+|[\w-]+\.(?:csv|tsv|json|xlsx|ods)(?::\d+:[A-Z]+|, .+![A-Z]+\d+)|(?<=：)[a-z]+(?= ?\?)|[?&][a-z-]+=\S+|(?<=：)(?:glance|method|sources)\b"
)  # whole, a place in a file, or behind a page's name


def latin(text):
    """The words in Latin letters, addresses left aside."""
    return set(WORD.findall(ADDRESS.sub(" ", text)))


@cache
def documents():
    """What names the documents of the shipped plans."""
    return frozenset(
        word
        for one in HELD.sources.values()
        for text in (one.id, one.title, one.author or "", one.licence or "", str(one.url or ""))
        for word in latin(text)
    )


def foreign(text):
    """The words in Latin letters that name nothing."""
    return latin(text) - NAMES - MARKS - documents()


def seen(html):
    """What a reader of a page is told: its text and what stands for pictures, without what machines read."""
    html = re.sub(r"<(style|script|pre|code)\b.*?</\1>", " ", html, flags=re.DOTALL)
    spoken = re.findall(r'\b(?:alt|title|aria-label)="([^"]*)"', html)
    return unescape(" ".join([re.sub(r"<[^>]+>", " ", html), *spoken]))


def chinese(value):
    """Every Chinese text of a record or of several."""
    if isinstance(value, Text):
        yield value.zh or ""
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            yield from chinese(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from chinese(one)
