"""Search: one index over what was promised, reported and said, in English and Chinese.

In: the records of a day. Out: an index, made once, and what of it holds every word of a search, grouped by
kind. Words may stand in any order, capitals and widths of letters make no difference, and a Chinese word is
found inside a longer text. On a day before the assessments the reasons of claims are left out.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from unicodedata import normalize

from metrics.app.address import View
from metrics.figures.blocks import Hit
from metrics.records.model import Text
from metrics.records.store import Records
from metrics.words import Words
from metrics.words.mixed_text import html_language

#: Characters of a text shown round the first word that was found.
_AROUND = 70


class SearchGroup(StrEnum):
    """The kinds of things that are found, in the order in which they are shown."""

    PROMISES = "promises"
    SERIES = "series"
    FIGURES = "figures"
    EVENTS = "events"
    SOURCES = "sources"
    CLAIMS = "claims"


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """One thing that can be found: its name, the page where it stands, and its texts with their languages."""

    group: SearchGroup
    id: str
    name: str
    page: str
    parameters: Mapping[str, str]
    texts: tuple[tuple[str, str], ...]
    plain: str  # all that is searched, as :func:`plain` makes it


Index = Sequence[SearchEntry]


def index(held: Records, words: Words, *, hindsight: bool) -> Index:
    """Everything that can be found.

    Args:
        held: what was known on the day.
        words: the language in which things are named.
        hindsight: whether the reasons of assessments show on the day.
    """
    return (
        *_promises(held, words),
        *_series(held, words),
        *_figures(held, words),
        *_events(held, words),
        *_sources(held, words),
        *_claims(held, words, hindsight=hindsight),
    )


def find(entries: Index, search: str) -> dict[SearchGroup, list[SearchEntry]]:
    """What holds every word of ``search``, by group, in the order of the files; everything where it is empty."""
    wanted = plain(search).split()
    found: dict[SearchGroup, list[SearchEntry]] = {group: [] for group in SearchGroup}
    for entry in entries:
        if all(word in entry.plain for word in wanted):
            found[entry.group].append(entry)
    return found


def hit(entry: SearchEntry, search: str, view: View) -> Hit:
    """An entry as a link, with the part of its texts that holds what the name does not."""
    missing = [word for word in plain(search).split() if word not in plain(entry.name)]
    language, text = next(
        ((lang, text) for lang, text in entry.texts if any(word in plain(text) for word in missing)),
        ("en", ""),
    )
    excerpt = _part(text, missing)
    return Hit(entry.name, view.href(entry.page, **entry.parameters), excerpt, language)


def plain(text: str) -> str:
    """A text as it is searched.

    >>> plain("ＡＩ Plan　核心")
    'ai plan 核心'
    """
    return normalize("NFKC", text).casefold()


def _part(text: str, wanted: Sequence[str]) -> str:
    """The words round the first one that was looked for.

    >>> _part("short", ["sh"]), len(_part("a " * 200 + "here" + " b" * 200, ["here"])) < 200
    ('short', True)
    """
    if len(text) <= 2 * _AROUND:
        return text
    held = plain(text)
    # Where letters changed their number the place is not exact; the part is only for orientation.
    at = max(0, min((held.find(word) for word in wanted if word in held), default=0) - _AROUND // 2)
    end = at + 2 * _AROUND
    start = "…" if at else ""
    return start + text[at:end].strip() + ("…" if end < len(text) else "")


def _entry(
    group: SearchGroup,
    one: str,
    name: str,
    to: tuple[str, Mapping[str, str]],
    texts: Sequence[tuple[str, str | None]],
) -> SearchEntry:
    there = tuple((language, text) for language, text in texts if text)
    held = plain("\n".join([one, name, *(text for _, text in there)]))
    return SearchEntry(group, one, name, *to, there, held)


def _versions(*texts: Text | None) -> list[tuple[str, str | None]]:
    """Every language in which some texts stand, as HTML names it, with the text."""
    return [(html_language(name), version) for text in texts if text for name, version in text.versions]


def _promises(held: Records, words: Words) -> Iterator[SearchEntry]:
    for one in (*held.targets.values(), *held.goals.values()):
        plan = held.plans[one.plan]
        name = words.say(
            "page.sources.found_promise",
            statement=words.text(one.statement).rstrip(".。"),
            plan=words.text(plan.label),
        )
        texts = _versions(one.statement, one.note, plan.label, plan.title)
        yield _entry(SearchGroup.PROMISES, one.id, name, ("target", {"target": one.id}), texts)


def _series(held: Records, words: Words) -> Iterator[SearchEntry]:
    with_figures = {one.series for one in held.observations.values()}
    for one in held.series.values():
        if one.id in with_figures:
            indicator = held.indicators[one.indicator].label
            texts = _versions(indicator, one.label, one.reporter, one.definition, one.note)
            to = ("indicators", {"indicator": one.indicator, "series": one.id})
            yield _entry(SearchGroup.SERIES, one.id, words.text(one.label), to, texts)


def _figures(held: Records, words: Words) -> Iterator[SearchEntry]:
    for one in held.observations.values():
        name = words.say(
            "page.sources.found_figure",
            series=words.text(held.series[one.series].label),
            place=words.text(held.places[one.geography].label),
            figure=words.figure_long(one, held.units[one.unit]),
            period=words.period(one.period),
        )
        to = {"indicator": one.indicator, "series": one.series, "places": one.geography}
        texts = _versions(one.note, one.locator)
        yield _entry(SearchGroup.FIGURES, one.id, name, ("indicators", to), texts)


def _events(held: Records, words: Words) -> Iterator[SearchEntry]:
    for one in held.events.values():
        day = words.period(one.date)
        name = words.say("page.sources.found_event", title=words.text(one.title), day=day)
        texts = _versions(one.title, one.note)
        yield _entry(SearchGroup.EVENTS, one.id, name, ("timeline", {"item": one.id}), texts)


def _sources(held: Records, words: Words) -> Iterator[SearchEntry]:
    for one in held.sources.values():
        name = words.say(
            "page.sources.found_source",
            title=words.document(one, held),
            publisher=one.publisher,
            published=one.published,
        )
        plain_texts = [("en", text) for text in (one.author, one.licence, one.url, one.published.text)]
        texts = [*plain_texts, *_versions(one.publisher, one.note)]
        yield _entry(SearchGroup.SOURCES, one.id, name, ("sources", {"source": one.id}), texts)


def _claims(held: Records, words: Words, *, hindsight: bool) -> Iterator[SearchEntry]:
    for one in held.claims.values():
        texts = _versions(one.statement, one.why if hindsight else None)
        to = ("sources", {"show": "claims", "claim": one.id})
        yield _entry(SearchGroup.CLAIMS, one.id, words.text(one.statement), to, texts)
