"""What the tests of the blocks share: the shipped records, a link that can be read back, and a small HTML reader."""

from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from urllib.parse import urlencode

import pytest

from metrics.progress import assess
from metrics.records import load
from metrics.words import words_for

TODAY = date(2026, 11, 28)
_VOID = {"img", "br", "hr", "meta", "input"}


@dataclass
class Node:
    tag: str
    attrs: dict[str, str | None]
    children: list["Node | str"] = field(default_factory=list)

    def all(self, tag=None, **attrs):
        """All elements below with this tag, whose class list holds ``cls`` and whose attributes are these."""
        cls = attrs.pop("cls", None)
        found = []
        for child in self.children:
            if isinstance(child, str):
                continue
            classes = (child.attrs.get("class") or "").split()
            if (
                (tag is None or child.tag == tag)
                and (cls is None or cls in classes)
                and all(child.attrs.get(name) == value for name, value in attrs.items())
            ):
                found.append(child)
            found += child.all(tag, **({"cls": cls} if cls else {}), **attrs)
        return found

    def one(self, tag=None, **attrs):
        found = self.all(tag, **attrs)
        assert len(found) == 1, f"{len(found)} of {tag} {attrs}"
        return found[0]

    @property
    def text(self):
        parts = [child if isinstance(child, str) else child.text for child in self.children]
        return " ".join(" ".join(parts).split())

    @property
    def style(self):
        """The custom properties of the style attribute."""
        pairs = (part.split(":") for part in (self.attrs.get("style") or "").split(";") if part)
        return dict(pairs)


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = Node("#root", {})
        self.open = [self.root]

    def handle_starttag(self, tag, attrs):
        node = Node(tag, dict(attrs))
        self.open[-1].children.append(node)
        if tag not in _VOID:
            self.open.append(node)

    def handle_endtag(self, tag):
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data):
        self.open[-1].children.append(data)


def read(html):
    """The tree of a block; every tag must be closed in its place."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert [node.tag for node in reader.open] == ["#root"]
    return reader.root


@pytest.fixture(scope="session")
def tree():
    return read


@pytest.fixture(scope="session")
def words():
    return words_for("en")


@pytest.fixture(scope="session")
def records():
    return load()


@pytest.fixture(scope="session")
def progress(records):
    return assess(records, TODAY)


@pytest.fixture(scope="session")
def status(progress):
    return lambda target: progress.statuses[target]


@pytest.fixture(scope="session")
def link():
    def href(page, /, **params):
        return f"{page}?{urlencode({name: value for name, value in params.items() if value})}"

    return href


@pytest.fixture
def glance(progress, records):
    return [s for s in progress.statuses.values() if s.target.plan in records.glance.plans]


@pytest.fixture
def core(progress):
    return [progress.statuses[f"aidp-{year}-core"] for year in (2020, 2025, 2030)]
