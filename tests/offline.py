"""Offline pages that several tests look at, each made once; and what a reader of their HTML finds.

The whole file takes seconds to make: it lies in the folder of the test run, and whoever asks for it first makes it.
"""

import gzip
import re
import time
from base64 import b64decode
from dataclasses import replace
from datetime import date
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

from metrics.exports.extract import Extract, extract
from metrics.exports.offline import offline_page
from metrics.progress import as_known_on, assess
from metrics.words import words_for
from tests.later import HELD

DAY = date(2026, 11, 28)
SMALL = ("aidp-2025-core", "aidp-2030-core")
PATIENCE = 120  # seconds
VOID = {"meta", "link", "br", "img", "input", "hr", "use"}


def taken(day: date = DAY, language: str = "en", *, plan: str | None = None, **more) -> Extract:
    """The shipped files as an extract."""
    known = as_known_on(HELD, day)
    return replace(extract(known, assess(known, day), words_for(language), plan), **more).in_own_units


@lru_cache
def small(language: str = "en") -> str:
    """The file of two targets."""
    return offline_page(taken(language=language, chosen=SMALL)).decode("utf-8")


def whole(folder: Path) -> Path:
    """The file of everything, made by the first that asks; the others wait.

    Raises:
        TimeoutError: it was not made in time.
    """
    place, claim = folder / "offline-whole.html", folder / "offline-whole.claim"
    for _ in range(PATIENCE * 5):
        if place.exists():
            return place
        try:
            claim.mkdir()
        except FileExistsError:
            time.sleep(0.2)
            continue
        try:
            part = folder / "offline-whole.part"
            part.write_bytes(offline_page(taken()))
            part.replace(place)
        finally:
            claim.rmdir()
    raise TimeoutError(place)


def shared_folder(tmp_path_factory) -> Path:
    """The folder of the test run, the same for all its workers."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if base.name.startswith("popen-") else base


class Read(HTMLParser):
    """Every element of a document: name and attributes; and the texts of scripts, style sheets and headings."""

    def __init__(self, document: str):
        super().__init__(convert_charrefs=True)
        self.elements, self.raw, self.open = [], [], []
        self.feed(document)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag in ("script", "style"):
            self.raw.append([tag, dict(attrs), ""])

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert tag == self.open.pop(), (tag, self.getpos())

    def handle_data(self, data):
        if self.open and self.open[-1] in ("script", "style"):
            self.raw[-1][2] += data

    def all(self, *names):
        return [attrs for name, attrs in self.elements if name in names]


def unpacked(document: str, name: str) -> str:
    """What lies packed in a document."""
    data = re.search(rf'<script type="text/plain" id="{name}">([^<]*)</script>', document)[1]
    return gzip.decompress(b64decode(data)).decode("utf-8")


def told(document: str) -> str:
    """A document as people and machines read it: without its style sheet, its scripts and plotly, with its figures."""
    held = re.sub(r"<style>.*?</style>", "", document[: document.index('id="mo-plotly"')], flags=re.DOTALL)
    return held[: held.rindex('<script type="text/plain"')] + unpacked(document, "mo-charts")
