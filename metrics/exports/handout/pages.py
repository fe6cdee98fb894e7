"""The pages of a handout: one for the whole, then one for each target, made from the slides of the same deck.

In: an extract. Out: a :class:`Handout`. Nothing is worded here that the slides do not say.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from metrics.exports.extract import Extract
from metrics.exports.slides import deck_of
from metrics.figures.signs import TEXT
from metrics.figures.slides.choice import WHOLE
from metrics.figures.slides.slide import Deck, Lanes, Slide, SlideKind, Statement, Trend
from metrics.progress.result import Status
from metrics.words import Words
from metrics.words.headlines import nearest_figure


@dataclass(frozen=True, slots=True)
class HandoutTable:
    """A table with its name and its text alternative; the first row is the header."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    alt: str


@dataclass(frozen=True, slots=True)
class HandoutPage:
    """One page: a finding, what shows it, and where it stands."""

    title: str
    subtitle: str
    stand: str  # the headline with its sign; "" on the page for the whole
    lines: tuple[str, ...]
    trend: Trend | None  # drawn as a chart
    tables: tuple[HandoutTable, ...]
    sources: tuple[str, ...]
    rule: str
    address: str
    alt: str


@dataclass(frozen=True, slots=True)
class Handout:
    """All pages, and what each of them repeats."""

    deck: Deck
    kicker: str
    pages: tuple[HandoutPage, ...]


def handout(taken: Extract) -> Handout:
    """The pages of the targets of which a reading counts; the others stand on the first one with the reason."""
    deck, words = deck_of(taken), taken.words
    whole = [one for one in deck.slides if one.kind is SlideKind.TITLE]
    first = whole[0] if whole else deck_of(replace(taken, choice=WHOLE)).slides[0]
    found = [_first(first, (*(whole or [first]), *_unknown(deck)), words)]
    targets = (one for one in deck.slides if one.kind is SlideKind.TARGET)
    found += [
        _target(tuple(parts), taken.progress.statuses[name], taken)
        for name, parts in groupby(targets, key=lambda one: one.id)
    ]
    return Handout(deck, first.kicker, tuple(found))


def _unknown(deck: Deck) -> Iterator[Slide]:
    return (one for one in deck.slides if one.kind is SlideKind.UNKNOWN)


def _first(first: Slide, lists: Iterable[Slide], words: Words) -> HandoutPage:
    """What all targets say together, and where each stands, those of which nothing is known too."""
    lines = {  # what has a reason on a later slide stands there without it
        name: f"{TEXT[verdict]} {text}"
        for one in lists
        if isinstance(one.body, Statement)
        for name, (verdict, text) in zip(one.body.targets, one.body.lines, strict=False)
        if verdict
    }
    return HandoutPage(
        title=first.title,
        subtitle=first.subtitle,
        stand="",
        lines=tuple(lines.values()),
        trend=None,
        tables=(),
        sources=(),
        rule=first.rule,
        address=first.address,
        alt=words.say("handout.standing"),
    )


def _target(parts: tuple[Slide, ...], status: Status, taken: Extract) -> HandoutPage:
    words, shown = taken.words, parts[0]
    bodies = [one.body for one in parts if isinstance(one.body, Lanes)]
    body = replace(
        bodies[0],
        counted=tuple(lane for one in bodies for lane in one.counted),
        listed=tuple(lane for one in bodies for lane in one.listed),
    )
    tables = (
        [_readings(replace(body, listed=()), shown, words.say("handout.readings"), words)]
        if body.counted
        else []
    )
    if body.listed:
        tables.append(_readings(replace(body, counted=()), shown, body.listed_head, words))
    lines = (body.needed, body.caution, *(one.aside for one in bodies))
    trends = (one.body if isinstance(one.body, Trend) else one.trend for one in parts)
    return HandoutPage(
        title=shown.title,
        subtitle=shown.subtitle,
        stand=f"{TEXT[shown.stand.verdict]} {shown.stand.text}" if shown.stand else "",
        lines=tuple(one for one in lines if one),
        trend=next((one for one in trends if one), None),
        tables=tuple(tables),
        sources=tuple(_sources(status, taken)),
        rule=shown.rule,
        address=shown.address,
        alt=shown.alt,
    )


def _readings(body: Lanes, shown: Slide, name: str, words: Words) -> HandoutTable:
    """Who counts, the figure, what and when, and the verdict or why there is none."""
    header = tuple(words.say(f"handout.column.{one}") for one in ("series", "figure", "note", "verdict"))
    rows = (
        (
            one.name,
            one.figure,
            one.note,
            f"{TEXT[one.verdict]} {one.word}" if one.verdict and one.counts else one.word,
        )
        for one in (*body.counted, *body.listed)
    )
    return HandoutTable(name, (header, *rows), shown.alt)


def _sources(status: Status, taken: Extract) -> Iterator[str]:
    """The plan, and the documents of every figure that counts, each on a line."""
    known, words = taken.known, taken.words
    figures = (nearest_figure(one) or one.observation for one in status.counted)
    names = [status.target.source, *(one.source for one in figures if one)]
    for source in (known.sources[name] for name in dict.fromkeys(names)):
        yield words.say(
            "handout.source",
            publisher=words.text(source.publisher),
            document=words.document(source, known),
            day=words.period(source.published),
            who=words.independence(source.independence),
        )
