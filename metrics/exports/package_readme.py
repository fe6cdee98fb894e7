"""The README of the data package: what it is, its tables and columns, the rules in short, how to cite, the terms.

In: an extract and its listings. Out: Markdown. What comes from data files is plain text in it: signs that mean
something to Markdown are escaped. The licences are those of the documents known on the day.
"""

import re
from collections.abc import Iterable, Iterator

from metrics.exports.citation import citation
from metrics.exports.extract import Extract
from metrics.exports.listings import Listing
from metrics.words import Words

_MARKUP = re.compile(r"([\\`*_\[\]<>|#])")


def package_readme(taken: Extract, tables: Iterable[Listing]) -> str:
    """The text of ``README.md``."""
    return "\n".join(_lines(taken, tuple(tables))) + "\n"


def _lines(taken: Extract, tables: tuple[Listing, ...]) -> Iterator[str]:
    words = taken.words
    yield f"# {words.say('package.title', day=taken.known_on)}"
    for text in _about(taken):
        yield from ("", text)
    yield from _head("tables", words)
    yield from _table(
        words,
        ("file", "rows", "meaning"),
        (
            (f"`data/{one.name}.csv`", f"{len(one.rows)}", words.say(f"listing.meaning.{one.name}"))
            for one in tables
        ),
    )
    yield ""
    yield words.say("package.readme.also")
    yield from _head("columns", words)
    yield words.say("package.readme.columns_lead")
    for one in tables:
        yield from ("", f"### {words.say(f'listing.title.{one.name}')} (`{one.name}`)", "")
        yield from _table(
            words, ("column", "meaning"), ((f"`{f.name}`", f.meaning(words)) for f in one.fields)
        )
    yield from _head("rules", words)
    yield from (f"{case}. {rule}" for case, rule in enumerate(words.rules(), 1))
    yield from ("", words.headline_rule(), "", words.counting_rule())
    yield from _head("cite", words)
    yield escaped(citation(words.say("package.name"), taken.known_on, taken.known).plain(words))
    yield from ("", words.say("package.readme.cite_source"))
    yield from _head("terms", words)
    yield from _terms(taken)


def _about(taken: Extract) -> Iterator[str]:
    words, day = taken.words, taken.known_on
    yield words.say("package.description")
    yield words.say("package.readme.known_on", day=day)
    yield words.say(f"package.readme.path_{taken.progress.path or 'both'}")
    if taken.target:
        yield words.say("package.readme.target", id=taken.target)
    elif taken.plan:
        yield words.say("package.readme.plan", id=taken.plan)
    if taken.is_earlier:
        yield words.say("package.readme.hindsight", day=taken.known.as_of)
    yield words.say("package.readme.listed")
    yield words.say("package.readme.form")
    yield words.say("package.readme.formula")


def _terms(taken: Extract) -> Iterator[str]:
    words = taken.words
    for name in ("code", "facts", "licences"):
        yield from (words.say(f"package.terms.{name}"), "")
    by_licence: dict[str, list[str]] = {}
    for source in taken.records.sources.values():
        if source.licence:
            by_licence.setdefault(source.licence, []).append(f"`{source.id}`")
    if by_licence:
        rows = ((escaped(licence), words.series(ids)) for licence, ids in by_licence.items())
        yield from _table(words, ("licence", "sources"), rows)
        yield ""
    yield words.say("package.terms.derived")
    yield from ("", words.say("package.terms.large"))


def _head(name: str, words: Words) -> tuple[str, ...]:
    return "", f"## {words.say(f'package.readme.head_{name}')}", ""


def _table(words: Words, columns: Iterable[str], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    names = [words.say(f"package.readme.column_{column}") for column in columns]
    yield f"| {' | '.join(names)} |"
    yield f"|{'--|' * len(names)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def escaped(text: str) -> str:
    r"""A text as plain text in Markdown.

    >>> escaped("a_b [c](d)")
    'a\\_b \\[c\\](d)'
    """
    return _MARKUP.sub(r"\\\1", text)
