"""The citation of a view: who, what, as known on which day, from which data, at which address.

In: the title of a view, its day and its address. Out: the same citation as a line of text, as BibTeX and as
CSL-JSON. Authors, title and version are those of CITATION.cff; the year is that of the data, which the digest
of the data files names exactly.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any

import yaml

from metrics.exports.bibliography import bibtex, csl_items, csl_text
from metrics.exports.bibtex import entry
from metrics.figures.cited import references
from metrics.records.model import Observation, Source
from metrics.records.store import Records
from metrics.words import Words

_FILE = FilePath(__file__).parents[2] / "CITATION.cff"
_DIGEST = 12  # hexadecimal digits: enough to tell any two states of the data apart

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Work:
    """What is cited as a whole, as CITATION.cff has it."""

    title: str
    version: str
    authors: tuple[str, ...]
    licence: str


@lru_cache(maxsize=1)
def work() -> Work:
    """The work as CITATION.cff has it.

    >>> work().authors
    ('The Milepost authors',)
    """
    read: dict[str, Any] = yaml.safe_load(_FILE.read_text("utf-8"))
    authors = tuple(
        one.get("name") or f"{one['given-names']} {one['family-names']}" for one in read["authors"]
    )
    return Work(read["title"], read["version"], authors, read["license"])


@dataclass(frozen=True, slots=True)
class Citation:
    """One view, cited."""

    title: str  # of the view
    known_on: date
    year: int  # in which the data were last brought up to date
    digest: str  # the first digits of that of the data files; empty for records made by hand
    address: str | None  # None: not known
    work: Work
    sources: tuple[Source, ...] = ()  # the documents of the figures that the view rests on
    #: The same in words, with the body that counted where a document hands it on.
    references: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """A key for reference managers.

        >>> Citation("x", date(2020, 12, 31), 2026, "0a1b2c3d4e5f", None, work()).id
        'milepost-2020-12-31-0a1b2c3d4e5f'
        """
        return "-".join(part for part in ("milepost", self.known_on.isoformat(), self.digest) if part)

    def plain(self, words: Words) -> str:
        """One line for a footnote."""
        text = words.say(
            "citation.plain",
            authors=words.listing(self.work.authors),
            year=str(self.year),
            title=self.title,
            work=self.work.title,
            version=self.work.version,
            notes=self._notes(words),
        )
        if self.address:
            text = words.say("citation.with_address", text=text, address=self.address)
        if self.references:
            listed = words.say("punctuation.clause").join(self.references)
            text = words.paragraph([text, words.say("cited.figures", references=listed)])
        return text

    def bibtex(self, words: Words) -> str:
        """An entry for a .bib file."""
        version = words.say("citation.version", version=self.work.version)
        fields = {
            "author": self.work.authors,
            "title": self.title,
            "howpublished": f"{self.work.title}, {version}",
            "year": str(self.year),
            "note": self._notes(words),
            "url": self.address,
        }
        return entry("misc", self.id, fields)

    def bibliography(self, words: Words) -> str:
        """The same with an entry for each document of its figures."""
        return "\n".join(one for one in (self.bibtex(words), bibtex(self.sources, words)) if one)

    def csl_json(self, words: Words) -> str:
        """CSL-JSON: the item of the view, then one for each document of its figures."""
        return csl_text([self.csl(words), *csl_items(self.sources, words)])

    def csl(self, words: Words) -> Json:
        """An item of CSL-JSON."""
        item: Json = {
            "id": self.id,
            "type": "webpage",
            "title": self.title,
            "container-title": self.work.title,
            "author": [{"literal": author} for author in self.work.authors],
            "issued": {"date-parts": [[self.year]]},
            "version": self.work.version,
            "note": self._notes(words),
        }
        return item | ({"URL": self.address} if self.address else {})

    def _notes(self, words: Words) -> str:
        key = "citation.known_on_data" if self.digest else "citation.known_on"
        return words.say(key, day=self.known_on, digest=self.digest)


def citation(title: str, known_on: date, records: Records, address: str | None = None) -> Citation:
    """The citation of a view of ``records``."""
    return Citation(title, known_on, records.as_of.year, records.digest[:_DIGEST], address, work())


def with_figures(cited: Citation, figures: Sequence[Observation], records: Records, words: Words) -> Citation:
    """The citation of a view with those of the figures that it rests on."""
    ids = dict.fromkeys(one.source for one in figures if one.source in records.sources)
    sources = tuple(records.sources[one] for one in ids)
    return replace(cited, sources=sources, references=references(figures, records, words))
