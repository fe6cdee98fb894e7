"""The line of sources: the documents of the figures, each by its publisher and its day, through whom if at second hand."""

from datetime import date

import pytest

from metrics.figures.naming import cited, source_line
from metrics.progress import as_known_on, assess
from metrics.records import load
from metrics.records.model import Text
from metrics.records.vocabulary import Access
from metrics.words import words_for
from tests.progress.build import by_id, figure, records, series, source, target

WORDS = words_for("en")
DAY = date(2026, 11, 28)


def documents(*sources, count=1):
    rows = [figure(str(2020 + n), 100, id=f"r{n}", source=one.id) for n, one in enumerate(sources)]
    made = records(*rows, series=[series()], target=target(), sources=by_id(sources))
    return tuple(made.observations.values()), made


def second_hand(**more):
    return source("b").model_copy(update={"access": Access.REPUTABLE_PRESS} | more)


def test_each_document_is_named_once_and_the_rest_are_counted():
    figures, made = documents(
        source("a", "2026-03-05"), source("b", "2026-03-05"), source("c", "2024-07"), source("d", "2025")
    )
    assert (
        "Sources: Somebody, 5 Mar 2026; Somebody, Jul 2024; Somebody, 2025. Known on 28 Nov 2026.",
        "Sources: Somebody, 5 Mar 2026; and 2 more. Known on 28 Nov 2026.",
        "Known on 28 Nov 2026.",
    ) == (
        source_line(figures, made, WORDS, DAY),
        source_line(figures, made, WORDS, DAY, room=300),
        source_line([], made, WORDS, DAY),
    )


@pytest.mark.parametrize(
    ("publisher", "expected"),
    [
        ("Evening Post (the paper)", "Somebody through Evening Post, 2010"),
        ("Somebody, via Evening Post", "Somebody, via Evening Post, 2010"),
    ],
)
def test_document_that_restates_somebody_names_both(publisher, expected):
    figures, made = documents(second_hand(publisher=Text(en=publisher)))
    assert (expected,) == cited(figures, made, WORDS)


def test_target_and_slide_name_the_same_documents_for_the_same_figures():
    from functools import partial

    from metrics.app.address import href_of
    from metrics.figures.slides.deck import deck
    from metrics.figures.slides.subject import subject

    known = as_known_on(load(), DAY)
    progress = assess(known, DAY)
    slides = deck(subject(known, progress, WORDS, partial(href_of, {}))).slides
    for status in progress.statuses.values():
        figures = [one.observation for one in status.counted if one.observation]
        mine = [one for one in slides if one.key == status.target.id]
        named = cited(figures, known, WORDS)
        for one in mine:  # as many as its footer holds, in this order
            listed = [name for name in named if name in one.sources]
            assert named[: len(listed)] == tuple(listed)
            assert bool(listed) == bool(named)
