"""The address of a choice: the slides that are wanted as one parameter, and what of it could not be used.

In: the text of the parameter ``slides``, or some slides. Out: the other of the two. Items stand in order, with ``,``
between them; an item is an id, and after ``;`` what it is narrowed to: ``patents;place=USA;years=2015..2024``. In a value
``%``, ``,``, ``;`` and ``=`` are percent-encoded, so that none of them stands there raw. Nothing of an address is an error:
what cannot be used is passed over and told.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import quote, unquote

from metrics.figures.slides.choice import SlideChoice
from metrics.records.model.fields import MOST_MINUTES
from metrics.records.period import FIRST_YEAR, LAST_YEAR
from metrics.words import Words

LONGEST_TITLE = 200  # characters; twice what fits on a line
_SHOWN = 40  # characters of a part that a note repeats
_RESERVED = re.compile("[%,;=]")


@dataclass(frozen=True, slots=True)
class Unused:
    """A part of the address of which nothing became a part of the deck.

    ``reason``: ``slide``, ``empty``, ``twice``, ``field``, ``title``, ``place``, ``years``, ``detail`` or ``minutes``.
    """

    reason: str
    part: str
    slide: str  # id of the item in which it stands

    def said(self, words: Words) -> str:
        """A note for the reader."""
        part = self.part if len(self.part) <= _SHOWN else f"{self.part[: _SHOWN - 1]}…"
        return words.say(f"slide.unused.{self.reason}", part=part, slide=self.slide[:_SHOWN])


def minutes_of(text: str) -> tuple[int | None, tuple[Unused, ...]]:
    """The planned minutes of the parameter ``minutes``; what is no such number is told.

    >>> minutes_of("20"), minutes_of(""), minutes_of("601")
    ((20, ()), (None, ()), (None, (Unused(reason='minutes', part='601', slide=''),)))
    """
    if re.fullmatch("[0-9]{1,3}", text, re.ASCII) and 1 <= int(text) <= MOST_MINUTES:
        return int(text), ()
    return None, (Unused("minutes", text, ""),) if text else ()


def slides_text(slides: Iterable[SlideChoice]) -> str:
    """The parameter for some slides.

    >>> slides_text([SlideChoice("title"), SlideChoice("a-2020", own_title="Met; at last")])
    'title,a-2020;title=Met%3B at last'
    >>> slides_text([SlideChoice("patents", place="USA", years=(2015, 2024), detail="brief")])
    'patents;place=USA;years=2015..2024;detail=brief'
    """
    return ",".join(";".join(_parts(one)) for one in slides)


def _parts(slide: SlideChoice) -> Iterator[str]:
    yield slide.id
    if slide.own_title:
        yield f"title={_raw(slide.own_title)}"
    if slide.place:
        yield f"place={_raw(slide.place)}"
    if slide.years:
        yield f"years={slide.years[0]}..{slide.years[1]}"
    if slide.detail != "full":
        yield f"detail={slide.detail}"


def _raw(value: str) -> str:
    return _RESERVED.sub(lambda found: quote(found[0], safe=""), value)


def slides_of(
    text: str, known: Collection[str], places: Collection[str]
) -> tuple[tuple[SlideChoice, ...], tuple[Unused, ...]]:
    """The slides that a parameter asks for, and what of it could not be used.

    Args:
        text: the parameter.
        known: ids of which there can be a slide.
        places: ids of places.

    >>> slides_of("title,b;place=MOON", ["title", "b"], ["USA"])[1]
    (Unused(reason='place', part='MOON', slide='b'),)
    """
    found: dict[str, SlideChoice] = {}
    unused: list[Unused] = []
    for item in filter(None, text.split(",")):
        name, *fields = item.split(";")
        name = name.strip()
        if name not in known or name in found:
            unused.append(Unused("twice" if name in found else "slide", name, name))
            continue
        slide = SlideChoice(name)
        for field in filter(None, fields):
            key, _, value = field.partition("=")
            taken = _taken(slide, key.strip(), unquote(value), places)
            if isinstance(taken, SlideChoice):
                slide = taken
            else:
                unused.append(Unused(taken, field if taken == "field" else unquote(value), name))
        found[name] = slide
    return tuple(found.values()), tuple(unused)


def _taken(slide: SlideChoice, key: str, value: str, places: Collection[str]) -> SlideChoice | str:
    """The slide with one more field, or the reason for which the field cannot be used."""
    take = _FIELDS.get(key)
    if take is None:
        return "field"
    return take(slide, value, places) or key


def _title(slide: SlideChoice, value: str, _: Collection[str]) -> SlideChoice | None:
    line = " ".join(value.split())
    is_line = 0 < len(line) <= LONGEST_TITLE and line.isprintable()
    return replace(slide, own_title=line) if is_line else None


def _place(slide: SlideChoice, value: str, places: Collection[str]) -> SlideChoice | None:
    return replace(slide, place=value) if value in places else None


def _years(slide: SlideChoice, value: str, _: Collection[str]) -> SlideChoice | None:
    years = re.fullmatch(r"([0-9]{4})\.\.([0-9]{4})", value)
    first, last = (int(years[1]), int(years[2])) if years else (0, 0)
    return replace(slide, years=(first, last)) if FIRST_YEAR <= first <= last <= LAST_YEAR else None


def _detail(slide: SlideChoice, value: str, _: Collection[str]) -> SlideChoice | None:
    return (
        replace(slide, detail="brief" if value == "brief" else "full") if value in ("brief", "full") else None
    )


_FIELDS: dict[str, Callable[[SlideChoice, str, Collection[str]], SlideChoice | None]] = {
    "title": _title,
    "place": _place,
    "years": _years,
    "detail": _detail,
}
