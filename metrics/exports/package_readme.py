"""The README of the data package: what it is, its tables and columns, the rules in short, how to cite, the terms.

In: an extract and its listings. Out: Markdown, by ``package_readme.md.jinja``. What comes from data files is plain
text in it: signs that mean something to Markdown are escaped. The licences are those of the documents known on the day.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path as FilePath

from jinja2 import Environment, StrictUndefined

from metrics.exports.citation import citation
from metrics.exports.extract import Extract
from metrics.exports.listings import Listing

_MARKUP = re.compile(r"([\\`*_\[\]<>|#])")


_TEMPLATE = Environment(undefined=StrictUndefined, trim_blocks=True, keep_trailing_newline=True).from_string(
    FilePath(__file__).with_name("package_readme.md.jinja").read_text("utf-8")
)


def package_readme(taken: Extract, tables: Iterable[Listing]) -> str:
    """The text of ``README.md``."""
    words = taken.words
    by_licence: dict[str, list[str]] = {}
    for source in taken.records.sources.values():
        if source.licence:
            by_licence.setdefault(escaped(source.licence), []).append(f"`{source.id}`")
    return _TEMPLATE.render(
        words=words,
        say=words.say,
        day=taken.known_on,
        about=_about(taken),
        tables=tuple(tables),
        cited=escaped(citation(words.say("package.name"), taken.known_on, taken.known).plain(words)),
        licences={licence: words.series(ids) for licence, ids in by_licence.items()},
    )


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


def escaped(text: str) -> str:
    r"""A text as plain text in Markdown.

    >>> escaped("a_b [c](d)")
    'a\\_b \\[c\\](d)'
    """
    return _MARKUP.sub(r"\\\1", text)
