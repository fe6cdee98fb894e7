"""Slides: the deck of an extract, whichever file it becomes.

In: an extract, which may say which slides are wanted. Out: a :class:`~metrics.figures.slides.slide.Deck`. Its addresses can
be typed by hand from a photograph: whole where it is known where the dashboard stands, else after the name of the page.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import urlencode

from metrics.exports.extract import Extract
from metrics.figures.slides.deck import deck
from metrics.figures.slides.named import plans_of
from metrics.figures.slides.slide import Deck
from metrics.figures.slides.subject import subject
from metrics.figures.views import page_of, part_of
from metrics.words import Words


def deck_of(taken: Extract, *, contested: bool = True) -> Deck:
    """The slides of the plan, the deck or the targets that were asked for, or else of the plans of the first page.

    Args:
        taken: the extract.
        contested: whether figures that do not count are shown; off leaves them out, on leaves it to the choice.
    """
    targets = taken.chosen or ((taken.target,) if taken.target else ())
    plans = (taken.plan,) if taken.plan else plans_of(taken.choice, taken.known)
    return deck(
        subject(
            taken.known,
            taken.progress,
            taken.words,
            taken.short or addresses(taken.words, taken.base, {"known-on": taken.known_on.isoformat()}),
            plans=plans,
            targets=targets,
            scheme=scheme_of(taken.base),
        ),
        replace(taken.choice, contested=contested and taken.choice.contested),
    )


def scheme_of(base: str | None) -> str:
    """What an address with this base begins with.

    >>> scheme_of("http://localhost:8501"), scheme_of(None)
    ('http://', '')
    """
    return base[: base.index("//") + 2] if base else ""


def addresses(
    words: Words, base: str | None = None, shared: Mapping[str, str | None] | None = None
) -> Callable[..., str]:
    """Makes the address that stands on a slide.

    Args:
        words: the language.
        base: where the dashboard stands, "https://example.org/milepost"; None: not known, then the page is named in
            words, and what it is about follows.
        shared: parameters of every address; they follow those of the page.

    >>> from metrics.words import words_for
    >>> addresses(words_for("en"))("target", target="aidp-2025-core")
    'Page “Target”: target?target=aidp-2025-core'
    >>> addresses(words_for("en"))("glance")
    'Page “At a glance”'
    >>> addresses(words_for("en"), "https://example.org/milepost/")("glance")
    'example.org/milepost/'
    """

    def made(page: str, /, **params: str | None) -> str:
        given = (
            part_of(page)
            | params
            | {name: value for name, value in (shared or {}).items() if name not in params}
        )
        query = urlencode({name: value for name, value in given.items() if value}, safe=",;=.")
        place = ("" if page == "glance" else page_of(page)) + (f"?{query}" if query else "")
        if base:  # browsers put the scheme in front
            return f"{base.removeprefix('https://').removeprefix('http://').rstrip('/')}/{place}"
        key = "slide.address" if place else "slide.address_page"
        return words.say(key, page=words.say(f"page.{page}.name"), address=place)

    return made
