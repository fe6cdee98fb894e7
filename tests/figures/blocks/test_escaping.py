"""Hostile text in every text field of the records stays text in every block."""

from dataclasses import replace
from datetime import date
from enum import Enum
from xml.etree import ElementTree as ET

import pytest
from pydantic import BaseModel

from metrics.figures import blocks
from metrics.figures.bullet_picture import bullet_picture
from metrics.figures.chart import Column, Table
from metrics.progress import alternatives, assess, goal_results, histories
from metrics.progress.families import family_views
from metrics.records.model import Text

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>[a](javascript:b) {{ 7 }} &amp;"
DAY = date(2026, 11, 28)
BOTH, OTHER = Text(en=HOSTILE, zh=HOSTILE), Text(zh=HOSTILE)
_KEPT = {"id", "url", "path"}


def _poisoned(value, text=BOTH):
    """The same record with every free text replaced."""
    if isinstance(value, Text):
        return text
    if isinstance(value, BaseModel):
        return value.model_copy(
            update={name: _field(name, getattr(value, name), text) for name in type(value).model_fields}
        )
    if isinstance(value, tuple):
        return tuple(_poisoned(one, text) for one in value)
    return value


def _field(name, value, text):
    if isinstance(value, str) and not isinstance(value, Enum):
        return (
            HOSTILE
            if " " in value or name in {"note", "title", "publisher", "author", "locator", "licence"}
            else value
        )
    return value if name in _KEPT else _poisoned(value, text)


@pytest.fixture(
    scope="module", params=[BOTH, OTHER], ids=["in the language of the page", "in another language"]
)
def poisoned(request, records):
    return replace(
        records,
        **{
            name: {key: _poisoned(one, request.param) for key, one in getattr(records, name).items()}
            for name in (
                "plans",
                "units",
                "places",
                "indicators",
                "observations",
                "sources",
                "events",
                "claims",
            )
        },
    )


@pytest.fixture(scope="module")
def built(poisoned, words, link):
    assessed = assess(poisoned, DAY)
    statuses = list(assessed.statuses.values())
    core = [assessed.statuses[f"aidp-{year}-core"] for year in (2020, 2025, 2030)]
    goal = poisoned.goals["aidp-2020-parity"]
    results = goal_results(poisoned, goal, DAY)
    sources = list(poisoned.sources.values())
    return {
        "strip": blocks.milestone_strip(
            statuses, poisoned, words, "light", known_on=DAY, link=link, plans=tuple(poisoned.plans)
        ),
        "bullets": blocks.bullet_rows(core, poisoned, words, "light", link),
        "families": blocks.family_rows(
            family_views(poisoned, statuses, DAY, poisoned.glance.plans),
            poisoned,
            words,
            "light",
            link,
            turned={name: one.turned for name, one in histories(poisoned, DAY).items()},
        ),
        "needed": blocks.needed_list(core[2], poisoned, words, link),
        "sentence": blocks.verdict_sentence(
            words.overview(statuses, poisoned, known_on=DAY, plans=tuple(poisoned.plans)), link
        ),
        "claim": blocks.target_head(core[1], poisoned, words, "light", link, siblings=core),
        "verdict": blocks.target_basis(core[1], poisoned, words, link),
        "readings": blocks.readings_table(core[1], poisoned, words, "light", link),
        "changes": blocks.what_would_change(
            core[2], poisoned, words, "light", link, found=alternatives(poisoned, core[2])
        ),
        "paces": blocks.pace_table(core[2], poisoned, words, "light", link),
        "quality": blocks.quality_list(core[1], poisoned, words),
        "targets": blocks.target_list(statuses, poisoned, words, "light", link),
        "goals": blocks.goal_list(list(poisoned.goals.values()), poisoned, words, link, known_on=DAY),
        "goal": blocks.goal_panel(goal, results, [goal, goal], poisoned, words, link, known_on=DAY)
        + blocks.goal_steps(goal, [goal, goal], poisoned, words, link),
        "benchmark": blocks.benchmark_head(results[0], words)
        + blocks.benchmark_panel(results[0], poisoned, words, link, known_on=DAY),
        "sources": blocks.source_rows(sources, {sources[0].id: [(HOSTILE, HOSTILE)]}, words),
        "claims": blocks.claim_list(list(poisoned.claims.values()), poisoned, words, link, known_on=DAY),
        "claim table": blocks.claim_table(
            list(poisoned.claims.values()), poisoned, words, link, known_on=DAY
        ),
        "found": blocks.found_list(
            [blocks.HitGroup(HOSTILE, (blocks.Hit(HOSTILE, "a", HOSTILE, HOSTILE),), 1)], words
        ),
        "table": blocks.data_table(Table((Column("a", HOSTILE),), ((HOSTILE,),)), words, HOSTILE),
        "head": blocks.page_head(HOSTILE, HOSTILE) + blocks.section_head(HOSTILE, HOSTILE),
    }


NAMES = [
    "strip",
    "bullets",
    "families",
    "needed",
    "sentence",
    "claim",
    "verdict",
    "readings",
    "changes",
    "paces",
    "quality",
    "targets",
    "goals",
    "goal",
    "benchmark",
    "sources",
    "claims",
    "claim table",
    "found",
    "table",
    "head",
]


@pytest.mark.parametrize("name", NAMES)
def test_hostile_text_never_becomes_markup(built, name, tree):
    page = tree(built[name])
    assert [] == page.all("script")
    assert [] == [
        img.attrs for img in page.all("img") if not img.attrs["src"].startswith("data:image/svg+xml;base64,")
    ]
    assert [] == [n.tag for n in page.all() if any(attr.startswith("on") for attr in n.attrs)]


@pytest.mark.parametrize("name", [name for name in NAMES if name not in {"sentence", "quality"}])
def test_hostile_text_is_shown_as_it_stands(built, name, tree):
    page = tree(built[name])
    shown = page.text + " ".join(str(v) for n in page.all() for v in n.attrs.values())
    assert HOSTILE in shown


@pytest.mark.parametrize("name", NAMES)
def test_no_link_runs_a_script(built, name, tree):
    addresses = [a.attrs["href"] for a in tree(built[name]).all("a")]
    assert [] == [href for href in addresses if href.lower().startswith("javascript:")]


def test_a_picture_of_hostile_text_is_still_well_formed(poisoned, words):
    assessed = assess(poisoned, DAY)
    root = ET.fromstring(bullet_picture([assessed.statuses["aidp-2025-core"]], poisoned, words, "light"))
    tags = {node.tag.rpartition("}")[2] for node in root.iter()}
    assert set() == tags & {"script", "img", "image", "foreignObject", "a"}


def alone(node):
    """What a page shows outside of elements that say their language."""
    for child in node.children:
        if isinstance(child, str):
            yield child
        elif "lang" not in child.attrs:
            yield from alone(child)


@pytest.mark.parametrize(
    "name", [name for name in NAMES if name not in {"found", "table", "head", "sources", "claim table"}]
)
def test_every_text_in_another_language_is_marked_and_no_attribute_holds_a_mark(request, built, name, tree):
    page = tree(built[name])
    assert [] == [v for n in page.all() for v in n.attrs.values() if "<span" in (v or "")]
    if "another" in request.node.callspec.id:
        assert HOSTILE not in " ".join(alone(page))
