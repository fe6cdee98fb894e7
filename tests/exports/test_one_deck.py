"""One deck: screen, offline file and PowerPoint file hold the same slides in one order, and each says the same.

What a reader sees of a slide is read back from each medium: heads, verdict, series with figures and verdict words,
sentences, tables, source, rule, day, notes. Lines are broken and letters set otherwise, so blanks do not count.
"""

from dataclasses import replace
from datetime import date
from functools import lru_cache

import pytest
from lxml import html as lxml_html
from pptx.util import Pt

from docs.examples import EXAMPLES
from metrics.exports.extract import extract
from metrics.exports.files import html, pptx
from metrics.exports.slides import deck_of
from metrics.figures.slides.stage import stage
from metrics.progress import as_known_on, assess
from metrics.records import load
from metrics.records.load import SHIPPED
from metrics.words import languages, words_for
from tests.exports.powerpoint.opened import A, P, kind, presentation

DAY = date(2026, 11, 28)
HEAD = Pt(40)  # above it who shows the slides
FOLDERS = {"china": SHIPPED, "quillhaven": EXAMPLES / "quillhaven"}
both = pytest.mark.parametrize("plan", FOLDERS)
spoken = pytest.mark.parametrize("language", languages())


@lru_cache
def taken(plan, language):
    known = as_known_on(load(FOLDERS[plan]), DAY)
    words = words_for(language)
    found = extract(known, assess(known, DAY), words)
    return replace(found, base="https://example.org/milepost", notes=True)


def bare(*texts):
    return "".join("".join(texts).split())


# From HTML: the stage, and the stage inside the offline file


def of_html(text):
    tree = lxml_html.fromstring(text)
    slides = tree.xpath('//section[contains(@class, "mps-slide") and @data-detail != "without"]')
    return [_of_section(one) for one in slides]


def _of_section(one):
    def every(name, within=one):
        found = within.xpath(f'.//*[contains(concat(" ", @class, " "), " {name} ")]')
        return [bare(*node.itertext()) for node in found]

    cells = one.xpath('.//div[@class="mps-rows"]/table//*[self::th or self::td]')
    names = one.xpath('.//svg[@class="mps-years"]/text[contains(@class, "mps-name")]')
    notes = one.xpath('./template[@data-part="notes"]')
    return {
        "title": every("mps-title")[0],
        "kicker": bare(*one.xpath('.//p[@class="mps-kick"]/span[1]')[0].itertext(), *every("mps-house")),
        "subtitle": "".join(every("mps-subtitle")),
        "verdict": "".join(every("mps-stand")),
        "goalpost": "".join(every("mps-post")),
        "lanes": [*every("mps-lane"), *every("mps-key")],
        "names": sorted(bare(*node.itertext(), *_below(node)) for node in names),
        "sentences": [
            bare(*node.itertext()) for node in one.xpath('.//div[@class="mps-statement"]//li/span')
        ],
        "cells": [bare(*node.itertext()) for node in cells],
        "below": sorted([*every("mps-needed"), *every("mps-below"), *every("mps-divide")]),
        "told": every("mps-told")[0],
        "known": every("mps-known")[0],
        "address": every("mps-address")[0],
        "notes": _spoken(notes[0]) if notes else "",
    }


def _below(node):
    """Who counts and when, which stands below a name."""
    after = node.getnext()
    is_note = after is not None and after.tag == "text" and "mps-name" not in (after.get("class") or "")
    return after.itertext() if is_note else ()


def _spoken(notes):
    """Everything but the heads, which each medium words for its place."""
    for head in notes.xpath(".//h3"):
        head.drop_tree()
    return bare(*notes.itertext())


# From the PowerPoint file


def of_file(data, language):
    return [_of_page(one, words_for(language)) for one in presentation(data).slides]


def _paragraphs(shape):
    return [bare(*(t.text or "" for t in p.iter(f"{A}t"))) for p in shape.iter(f"{A}p")]


def _of_page(page, words):
    holders = {one.placeholder_format.idx: _paragraphs(one._element) for one in page.placeholders}
    free = [one for one in page.shapes if not one.is_placeholder]
    groups = [one for one in free if one.shape_type == 6 and "".join(_paragraphs(one._element))]
    # A lane and the key begin with what is drawn, the head and the axis with a text.
    lanes = [one for one in groups if _begins_with_drawing(one) and one.name != words.say("slide.listed")]
    houses = [one for one in free if one.has_text_frame and one.top < HEAD]
    texts = [one for one in free if one.has_text_frame and one.text_frame.text and one not in houses]
    charts = [one for one in free if one.has_chart]
    names = [one for one in texts if charts and one.left >= charts[0].left + charts[0].width]
    tables = [one.table for one in free if one.has_table]
    said = page.notes_slide.notes_text_frame.paragraphs
    heads = {words.say("powerpoint.notes.asked"), words.say("powerpoint.notes.mind")}
    (told,) = kind(page, "ftr")
    day, address = _known(page)
    return {
        "title": bare(*holders[0]),
        "kicker": bare(*holders.get(13, []), *(one.text_frame.text for one in houses)),
        "subtitle": bare(*holders.get(14, [])),
        "verdict": bare(*holders.get(15, [])),
        "goalpost": bare(*_paragraphs(groups[0]._element)) if lanes else "",
        "lanes": [bare(*_paragraphs(one._element)) for one in lanes],
        "names": sorted(bare(*_paragraphs(one._element)) for one in names),
        "sentences": [one for one in holders.get(1, []) if one],
        "cells": [bare(cell.text_frame.text) for table in tables for cell in table.iter_cells()],
        "below": sorted(
            bare(*_paragraphs(one._element))
            for one in (*texts, *groups)
            if one not in names and (one in texts or one.name == words.say("slide.listed"))
        ),
        "told": bare(told)
        .replace(bare(words.say("powerpoint.sources")), bare(words.say("present.sources")))
        .replace(bare(words.say("powerpoint.rule")), bare(words.say("present.rule"))),
        "known": day,
        "address": address,
        "notes": bare(*(one.text for one in said if one.text not in heads)),
    }


def _begins_with_drawing(group):
    return not group.shapes[0].has_text_frame or not group.shapes[0].text_frame.text


def _known(page):
    (shape,) = [
        sp
        for sp in page.shapes._spTree.iter(f"{P}sp")
        if any(ph.get("type") == "dt" for ph in sp.iter(f"{P}ph"))
    ]
    first, *address = _paragraphs(shape)
    return first.removeprefix("Milepost"), bare(*address)


def differences(one, other):
    return [
        f"{number} {name}: {a[name]!r} | {b[name]!r}"
        for number, (a, b) in enumerate(zip(one, other, strict=True), 1)
        for name in a
        if a[name] != b[name]
    ]


@both
@spoken
def test_file_says_on_every_slide_what_the_screen_says(plan, language):
    about = taken(plan, language)
    screen = of_html(stage(deck_of(about.in_own_units), about.words, "light"))
    assert [] == differences(screen, of_file(pptx(about), language))


def test_readers_see_a_word_that_is_other():
    """The law above would hold of readers that see nothing."""
    about = taken("china", "en")
    deck = deck_of(about)
    screen = of_html(stage(deck, about.words, "light"))
    other = stage(deck, about.words, "light").replace("Met early", "Met").replace("RMB bn", "US$ bn")
    found = {one.split(":")[0].split(" ", 1)[1] for one in differences(screen, of_html(other))}
    assert {"lanes", "subtitle"} <= found
    assert all(
        screen[2][name] for name in ("title", "kicker", "verdict", "goalpost", "told", "known", "notes")
    )
    assert all(any(one[name] for one in screen) for name in screen[0])


@both
@spoken
def test_offline_file_says_on_every_slide_what_the_screen_says(plan, language):
    about = taken(plan, language)
    screen = of_html(stage(deck_of(about.in_own_units), about.words, "light"))
    assert [] == differences(screen, of_html(html(about).decode()))
