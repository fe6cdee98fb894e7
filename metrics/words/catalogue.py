"""The catalogue: every text of one language, by dotted key.

In: the YAML files of one folder, one file a section, all values texts. Out: a frozen :class:`Catalogue`
whose :meth:`~Catalogue.entry` picks the plural form. A key stands in one file only.
"""

import re
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from babel import Locale

FOLDER = Path(__file__).parent / "catalogue"

#: ``{name}``, or ``{name:word}`` and ``{name:Word}`` for a whole number in words.
PLACEHOLDER = re.compile(r"\{([a-z_][a-z0-9_]*)(?::(word|Word))?\}")

_CATEGORIES = frozenset({"zero", "one", "two", "few", "many", "other"})

Forms = Mapping[str, str]


class CatalogueError(Exception):
    """A catalogue that cannot be used: two texts for one key, or something that is not a text."""


class _Texts(yaml.CBaseLoader):
    """Reads every scalar as text (``no`` stays ``no``) and refuses a key that stands twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        keys = [key.value for key, _ in node.value]
        for key in keys:
            if keys.count(key) > 1:
                raise CatalogueError(f"{node.start_mark.name}: the key '{key}' stands twice")
        return super().construct_mapping(node, deep)


@dataclass(frozen=True)
class Catalogue:
    """The texts of one language.

    ``entries`` goes from dotted key to a text or to plural forms: a mapping with Unicode's plural
    categories, of which ``other`` is always there, and exact numbers (``=2``).
    """

    language: str  # the name of the folder, as in the address
    entries: Mapping[str, str | Forms]

    @cached_property
    def locale(self) -> Locale:
        """The locale by which Babel forms numbers, dates and plurals."""
        return Locale.parse(self.entry("language.locale"), sep="-")

    @cached_property
    def spoken(self) -> "Catalogue":
        """The same with the texts of the section ``spoken`` in the place of those that they are named after."""
        start = "spoken."
        own = {key.removeprefix(start): text for key, text in self.entries.items() if key.startswith(start)}
        return Catalogue(self.language, MappingProxyType({**self.entries, **own}))

    def __contains__(self, key: object) -> bool:
        return key in self.entries

    def entry(self, key: str, n: float | None = None) -> str:
        """The text at ``key``, in the plural form for ``n``.

        Raises:
            KeyError: there is no such text, or it has plural forms and ``n`` is missing.
        """
        found = self.entries[key]
        if isinstance(found, str):
            return found
        if n is None:
            raise KeyError(f"{key}: which plural form? n is missing")
        return found.get(f"={n:g}") or found.get(self.locale.plural_form(n)) or found["other"]


def is_plural(value: Mapping[str, Any]) -> bool:
    """Whether a mapping holds plural forms, and not further keys.

    >>> is_plural({"one": "{n} more", "other": "{n} more"}), is_plural({"other": {"a": "b"}})
    (True, False)
    """
    return (
        "other" in value
        and all(key in _CATEGORIES or re.fullmatch(r"=\d+", key) for key in value)
        and all(isinstance(form, str) for form in value.values())
    )


def _flat(section: Mapping[str, Any], above: str, where: Path) -> Iterator[tuple[str, str | Forms]]:
    for name, value in section.items():
        key = f"{above}{name}"
        if isinstance(value, str):
            yield key, value
        elif isinstance(value, Mapping) and is_plural(value):
            yield key, MappingProxyType(dict(value))
        elif isinstance(value, Mapping):
            yield from _flat(value, f"{key}.", where)
        else:
            raise CatalogueError(f"{where.name}: '{key}' is not a text")


def read_catalogue(folder: Path) -> Catalogue:
    """Read all ``*.yaml`` files of ``folder``; the folder's name is the language.

    Raises:
        CatalogueError: a key stands twice, in one file or in two, or a value is not a text.
    """
    entries: dict[str, str | Forms] = {}
    home: dict[str, str] = {}
    for path in sorted(folder.glob("*.yaml")):
        try:
            section = yaml.load(path.read_text("utf-8"), _Texts)  # noqa: S506  (a base loader: texts only)
        except yaml.YAMLError as error:
            raise CatalogueError(f"{path.name}: {error}") from error
        if not isinstance(section, Mapping):
            raise CatalogueError(f"{path.name}: holds no keys")
        for key, text in _flat(section, "", path):
            if key in entries:
                raise CatalogueError(f"'{key}' stands in {home[key]} and in {path.name}")
            entries[key], home[key] = text, path.name
    return Catalogue(folder.name, MappingProxyType(entries))


def languages() -> tuple[str, ...]:
    """The languages that have a catalogue, English first.

    >>> languages()[0]
    'en'
    """
    found = sorted(p.name for p in FOLDER.iterdir() if (p / "language.yaml").is_file())
    return tuple(sorted(found, key=lambda language: language != "en"))
