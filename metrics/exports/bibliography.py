"""The sources for reference managers: CSL-JSON and BibTeX.

In: the documents of an extract. Out: the text of ``sources.csl.json`` and ``sources.bib``, in the order of the
files. A day that is known only to the month or year stays so.
"""

import json
from collections.abc import Iterable, Sequence

from metrics.exports.bibtex import entry
from metrics.records.model import Source
from metrics.records.vocabulary import SourceKind
from metrics.words import Words

#: What reference managers call each sort of document.
CSL = {
    SourceKind.OFFICIAL: "document",
    SourceKind.OFFICIAL_STATEMENT: "speech",
    SourceKind.RESEARCH_INSTITUTE: "report",
    SourceKind.ACADEMIC: "article",
    SourceKind.MARKET_RESEARCH: "report",
    SourceKind.DATABASE: "dataset",
    SourceKind.PRESS: "article-newspaper",
    SourceKind.BLOG: "post-weblog",
}


def csl_json(sources: Iterable[Source], words: Words) -> str:
    """The documents as CSL-JSON."""
    return csl_text(csl_items(sources, words))


def csl_text(items: list[dict[str, object]]) -> str:
    """Items of CSL-JSON as the text of a file."""
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def csl_items(sources: Iterable[Source], words: Words) -> list[dict[str, object]]:
    """The documents as items of CSL-JSON."""
    return [_item(source, words.text(source.publisher)) for source in sources]


def bibtex(sources: Iterable[Source], words: Words) -> str:
    """The documents as BibTeX, one ``@misc`` each."""
    return "\n".join(entry("misc", source.id, _fields(source, words)) for source in sources)


def _fields(source: Source, words: Words) -> dict[str, str | Sequence[str] | None]:
    publisher, day = words.text(source.publisher), source.published
    return {
        "author": (source.author or publisher,),
        "title": source.title,
        "howpublished": publisher if source.author else None,
        "year": str(day.start.year),
        "month": str(day.end.month) if day.form in ("day", "month") else None,
        "url": source.url,
    }


def _item(source: Source, publisher: str) -> dict[str, object]:
    day, known = source.published.end, {"day": 3, "month": 2}.get(source.published.form, 1)
    item = {
        "id": source.id,
        "type": CSL[source.kind],
        "title": source.title,
        "publisher": publisher,
        "author": [{"literal": source.author or publisher}],
        "issued": {"date-parts": [[day.year, day.month, day.day][:known]]},
        "URL": source.url,
    }
    return {name: value for name, value in item.items() if value is not None}
