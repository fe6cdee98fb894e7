"""Search among sources: every word must occur somewhere, in any order, capitals or not."""

from unicodedata import normalize

from metrics.records.model import Source


def matches(source: Source, search: str) -> bool:
    """Whether every word of ``search`` occurs in what is known about a source.

    >>> from metrics.records.period import Period
    >>> one = Source.model_construct(id="a-2020", publisher="CAICT", author=None, title="算力", note=None,
    ...                              published=Period.parse("2020"), url=None, licence=None)
    >>> matches(one, "caict 2020"), matches(one, "算力"), matches(one, "caict 2021"), matches(one, "")
    (True, True, False, True)
    """
    held = _plain(
        " ".join(
            filter(
                None,
                (
                    source.id,
                    source.publisher,
                    source.author,
                    source.title,
                    source.published.text,
                    source.url,
                    source.note,
                    source.licence,
                ),
            )
        )
    )
    return all(word in held for word in _plain(search).split())


def _plain(text: str) -> str:
    return normalize("NFKC", text).casefold()
