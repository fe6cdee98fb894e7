"""The sources for reference managers: CSL-JSON and BibTeX.

In: the documents of an extract. Out: the text of ``sources.csl.json`` and ``sources.bib``, in the order of the
files. A day that is known only to the month or year stays so.
"""

import json
from collections.abc import Iterable

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
    return json.dumps(csl_items(sources, words), ensure_ascii=False, indent=2) + "\n"


def csl_items(sources: Iterable[Source], words: Words) -> list[dict[str, object]]:
    """The documents as items of CSL-JSON."""
    return [_item(source, words.text(source.publisher)) for source in sources]


def bibtex(sources: Iterable[Source], words: Words) -> str:
    """The documents as BibTeX, one ``@misc`` each."""
    return "\n".join(
        entry(
            "misc",
            source.id,
            {
                "author": (source.author or words.text(source.publisher),),
                "title": source.title,
                "howpublished": words.text(source.publisher) if source.author else None,
                "year": str(source.published.start.year),
                "month": _month(source),
                "url": source.url,
            },
        )
        for source in sources
    )


def _item(source: Source, publisher: str) -> dict[str, object]:
    item = {
        "id": source.id,
        "type": CSL[source.kind],
        "title": source.title,
        "publisher": publisher,
        "author": [{"literal": source.author or publisher}],
        "issued": {"date-parts": [_parts(source)]},
        "URL": source.url,
    }
    return {name: value for name, value in item.items() if value is not None}


def _parts(source: Source) -> list[int]:
    day, form = source.published.end, source.published.form
    return [day.year, day.month, day.day][: {"day": 3, "month": 2}.get(form, 1)]


def _month(source: Source) -> str | None:
    """The number of the month, where it is known."""
    return str(source.published.end.month) if source.published.form in ("day", "month") else None
