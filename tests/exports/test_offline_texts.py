"""The texts of the offline page: none of them becomes markup, all are in its language, and its structure is known."""

import re
from dataclasses import replace
from types import MappingProxyType

import pytest
from markupsafe import escape

from metrics.exports.extract import extract
from metrics.exports.offline import offline_page
from metrics.progress import as_known_on, assess
from metrics.records.expectation import text_fields
from metrics.records.model import Text
from metrics.words import words_for
from tests.app.test_languages import english, letters
from tests.figures.golden_file import expected_text
from tests.later import HELD
from tests.latin import foreign, seen
from tests.offline import DAY, SMALL, Read, small, told, unpacked

PLANTED = (
    "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>",
    "<a href=\"javascript:alert(1)\" onclick='x'>javascript:alert(1)</a>",
    "=1+1",
    "</noscript></script><style>*{display:none}</style><!--",
)
HEADINGS = ("h1", "h2", "h3", "h4", "caption", "summary")
LANDMARKS = ("html", "body", "header", "nav", "main", "section", "figure", "footer", "table", "noscript")


def planted_in(record, text, *names):
    """A copy of a record with the text in these fields."""
    told_twice = Text(en=text, zh=text)
    kinds = {name: told_twice if name in text_fields(type(record)) else text for name in names}
    return record.model_copy(update=kinds)


def _goal(goal, text):
    asked = tuple(planted_in(one, text, "statement", "reason") for one in goal.benchmarks)
    return planted_in(goal, text, "statement", "note").model_copy(update={"benchmarks": asked})


def with_planted(text):
    """The shipped records with the text in titles, labels, notes, questions and the names of sources."""

    def every(group, *names):
        return MappingProxyType(
            {name: planted_in(one, text, *names) for name, one in getattr(HELD, group).items()}
        )

    plans = {
        name: planted_in(plan, text, "title", "label").model_copy(
            update={
                "milestones": tuple(
                    one.model_copy(
                        update={
                            "targets": tuple(planted_in(t, text, "statement", "note") for t in one.targets),
                            "goals": tuple(_goal(each, text) for each in one.goals),
                        }
                    )
                    for one in plan.milestones
                )
            }
        )
        for name, plan in HELD.plans.items()
    }
    indicators = {
        name: planted_in(one, text, "label", "description").model_copy(
            update={"series": tuple(planted_in(each, text, "label", "note") for each in one.series)}
        )
        for name, one in HELD.indicators.items()
    }
    return replace(
        HELD,
        plans=MappingProxyType(plans),
        indicators=MappingProxyType(indicators),
        observations=every("observations", "note", "locator"),
        sources=every("sources", "title", "publisher", "note"),
        claims=every("claims", "statement", "why"),
        events=every("events", "title"),
    )


def page_of(records, target=None, chosen=()):
    known = as_known_on(records, DAY)
    taken = replace(extract(known, assess(known, DAY), words_for("en"), None, target), chosen=chosen)
    return offline_page(taken).decode("utf-8")


@pytest.fixture(
    scope="module", params=[{"chosen": SMALL}, {"target": "aidp-2020-parity"}], ids=["targets", "goal"]
)
def pair(request):
    """The file of records full of hostile texts, all of them in each field; and that of the records as they are."""
    return page_of(with_planted(" ".join(PLANTED)), **request.param), page_of(HELD, **request.param)


def test_planted_texts_never_become_markup(pair):
    """They add no element that acts, no attribute and no address: those there are are the page's own."""
    acting = ("script", "style", "iframe", "object", "form", "link", "meta", "template", "img")
    found, clean = map(Read, pair)
    assert {one: len(clean.all(one)) for one in acting} == {one: len(found.all(one)) for one in acting}
    assert set() == {key for _, attrs in found.elements for key in attrs if key.startswith("on")}
    addresses = [one["href"] for one in found.all("a") if "href" in one]
    assert [] == [one for one in addresses if not re.match("#|https?://", one)]


def test_planted_texts_are_shown_as_they_stand(pair):
    for text in PLANTED:
        assert str(escape(text)) in pair[0]
    charts = unpacked(pair[0], "mo-charts")
    assert "alert(1)" in charts
    assert [] == re.findall(r"<(?:script|img|a|style|/script|!--)", charts)


def structure(document):
    """A line for each heading, landmark, and element with an id or role: how deep, which, what it is called."""
    lines = []
    read = Read(document)
    for tag, attrs in read.elements:
        named = "".join(f" {key}={attrs[key]}" for key in ("id", "role", "lang", "scope") if key in attrs)
        if named or tag in (*HEADINGS, *LANDMARKS):
            lines.append(f"{tag}{named}")
    return "\n".join(lines) + "\n"


def test_structure_of_a_small_file(records, words):
    document = offline_page(extract(records, assess(records, DAY), words)).decode("utf-8")
    found = structure(document)
    assert expected_text("offline_structure.txt", found) == found


def test_chinese_file_speaks_no_english():
    document = small("zh")
    assert '<html lang="zh-Hans">' in document
    pages = document[: document.index('id="mo-plotly"')]
    assert set() == foreign(seen(pages[: pages.rindex("<script")]))
    known_again = letters(told(document))
    assert [] == [piece for piece in sorted(english()) if letters(piece) in known_again]
