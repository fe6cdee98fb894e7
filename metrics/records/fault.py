"""Faults: every kind of problem that a data file or an upload can have, and its English texts.

In: ``problems.yaml`` of the English catalogue, beside those of the other languages. Out: :data:`FAULTS`, by the name of
the kind, and :data:`DETAILS`, the fixed texts that messages name. Field and place are not part of a text: they stand in
front of it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import yaml

_FILE = Path(__file__).parents[1] / "words" / "catalogue" / "en" / "problems.yaml"
_TEXTS = yaml.load(_FILE.read_text("utf-8"), yaml.CBaseLoader)["problem"]  # noqa: S506  (a base loader: texts only)
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of problem: a title for lists, a template, and templates of likely fixes.

    ``says`` names what stands there and what may stand there. Of ``fixes`` the first is named whose placeholders are all
    known, and none of them cut short.
    """

    title: str
    says: str
    fixes: tuple[str, ...]


FAULTS: Mapping[str, Fault] = MappingProxyType(
    {
        kind: Fault(texts["title"], texts["says"], tuple(texts["fixes"].values()))
        for kind, texts in _TEXTS.items()
        if "says" in texts
    }
)

#: From the key of a detail to what English says.
DETAILS: Mapping[str, str] = MappingProxyType(
    {f"{section}.{name}": text for section, texts in _TEXTS["detail"].items() for name, text in texts.items()}
)


def placeholders(template: str) -> set[str]:
    """The names in a template.

    >>> sorted(placeholders("write {better} for {found}"))
    ['better', 'found']
    """
    return set(_PLACEHOLDER.findall(template))


def filled(template: str, texts: Mapping[str, str]) -> str:
    """A template with a text for each of its placeholders.

    >>> filled("write {better} for {found}", {"better": "'2020'", "found": "'202O'"})
    "write '2020' for '202O'"
    """
    return _PLACEHOLDER.sub(lambda name: texts[name[1]], template)
