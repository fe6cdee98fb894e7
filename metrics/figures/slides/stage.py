"""The stage: a deck as HTML, every slide laid out once at its full size, with all that a presenter needs around it.

In: a deck and the words of its language. Out: HTML, and the style sheet for it. ``presenter.js`` beside this file
drives the HTML, ``desk.js`` the presenter's window; all are used by the page and by the offline file. Light and dark are one attribute of the stage,
16:9 and 4:3 another, so neither needs the HTML anew.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from markupsafe import Markup

from metrics.figures.blocks.environment import markup, render
from metrics.figures.blocks.table import data_table
from metrics.figures.key import Sign, key_marks
from metrics.figures.palette import DARK, FONT, LIGHT, Mode
from metrics.figures.signs import sign_inline
from metrics.figures.slides.offer import DeckOffer
from metrics.figures.slides.qr_code import qr_code, qr_svg
from metrics.figures.slides.slide import Deck, Lanes, Slide, SlideLane, Statement, Trend
from metrics.figures.slides.years import years
from metrics.progress.result import Verdict
from metrics.records.vocabulary import Independence
from metrics.words import Words

FEW = 3  # lanes that may be higher than others
WHOLE = 600  # px of height of the years where nothing else stands on the slide
BESIDE = {1: 430, 2: 350}  # the same below so many lanes
LINE = 40  # px of a line below the years, less than that where there is none
_FOLDER = Path(__file__).parent

#: The keys that the help names: text of the catalogue and how the keys are written.
KEYS = (
    ("present.key.next", ("→", "Space", "Page Down")),
    ("present.key.previous", ("←", "Page Up")),
    ("present.key.ends", ("Home", "End")),
    ("present.key.number", ("1 – 99", "Enter")),
    ("present.key.slides", ("S",)),
    ("desk.key.open", ("P", "N")),
    ("desk.key.timer", ("C",)),
    ("desk.key.reset", ("R",)),
    ("desk.key.point", ("↓", "↑")),
    ("desk.key.zoom", ("Z", "+", "−")),
    ("desk.key.pan", ("Shift ↓ ↑ ← →",)),
    ("desk.key.laser", ("L",)),
    ("present.key.table", ("T",)),
    ("present.key.black", ("B",)),
    ("present.key.white", ("W",)),
    ("present.key.full", ("F",)),
    ("present.key.help", ("?",)),
    ("present.key.leave", ("Esc",)),
)


@dataclass(frozen=True, slots=True)
class _Track:
    """A lane with its places in per cent of the track."""

    lane: SlideLane
    at: float
    fade: tuple[float, float] | None
    span: tuple[float, float] | None
    mark: str  # class names


def stage_style() -> str:
    """The style sheet of the stage, both modes, as a ``<style>`` element. It fetches nothing.

    >>> stage_style()[:37]
    '<style>.mps{--paper:#FDFCFA;--panel:#'
    """
    sheet = "".join(map(_text, ("stage.css", "pointing.css", "desk.css")))
    tokens = f".mps{{{LIGHT.css()}--mps-font:{FONT};}}\n.mps[data-mode='dark']{{{DARK.css()}}}\n"
    return f"<style>{tokens}{sheet}</style>"


def presenter_script() -> str:
    """The module that drives a stage; it exports ``mount(root, options)`` and imports nothing."""
    scripts = ("presenter.js", "presenter_window.js", "pointing.js", "choosing.js")
    return "\n".join((*map(_text, scripts), f"const DESK = {json.dumps(desk_script())};\n"))


def desk_script() -> str:
    """What runs inside the presenter's window; the policy of a page or file that shows a stage names its hash."""
    return _text("desk.js")


@lru_cache
def _text(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def stage(
    deck: Deck,
    words: Words,
    mode: Mode,
    *,
    notes: bool = True,
    without: Deck | None = None,
    offer: DeckOffer | None = None,
) -> str:
    """The whole stage.

    Args:
        deck: what is shown.
        words: of the deck's language.
        mode: light or dark at first; it is the attribute ``data-mode``.
        notes: whether the presenter's notes are in it.
        without: the same deck without its contested detail, where the presenter may switch between the two.
        offer: what else may be chosen, where the slides can be made anew.
    """
    first = {slide.id: slide for slide in reversed(deck.slides)}
    return render(
        "stage",
        deck=deck,
        mode=mode,
        lang=words.tag,
        slides=[
            (slide, detail, _slide(slide, deck, words, notes=notes)) for slide, detail in _both(deck, without)
        ],
        choices=[first[one] for one in dict.fromkeys(slide.id for slide in deck.slides)],
        offer=offer,
        keys=KEYS,
        say=words.say,
    )


def _both(deck: Deck, without: Deck | None) -> Iterator[tuple[Slide, str]]:
    """Every slide once, in an order that is that of both decks, and whether it is seen with the contested detail, without it, or both."""
    if without is None:
        yield from ((one, "both") for one in deck.slides)
        return
    bare = {repr(one): one for one in without.slides}
    common = bare.keys() & set(map(repr, deck.slides))
    for one in deck.slides:
        name = repr(one)
        while name in common and (first := next(iter(bare))) != name:
            yield bare.pop(first), "without"
        yield one, "both" if bare.pop(name, None) else "with"
    yield from ((one, "without") for one in bare.values())


def _slide(slide: Slide, deck: Deck, words: Words, *, notes: bool) -> Markup:
    table = Markup(data_table(slide.table, words, slide.title)) if slide.table.rows else None  # noqa: S704
    body = _body(slide, words)
    if slide.is_last_of_sources and (large := _code(deck, deck.address, words, large=True)):
        body = Markup('<div class="mps-beside">{}{}</div>').format(body, large)
    return markup(
        "slide",
        slide=slide,
        deck=deck,
        body=body,
        is_end=slide in (deck.slides[0], deck.slides[-1]),
        address=re.split(r"(?=[?&])", slide.address),
        sign=_sign,
        table=table,
        notes=slide.notes if notes else None,
        code=_code(deck, slide.address, words),
        say=words.say,
    )


def _code(deck: Deck, address: str, words: Words, *, large: bool = False) -> Markup:
    """The QR code of an address, as wide as it must be; nothing where the address leads nowhere."""
    whole = deck.whole(address)
    code = qr_code(whole) if whole else None
    if code is None:
        return Markup()
    label = words.say("slide.code", address=address)
    px = code.px(large=large)
    return Markup('<div class="mps-code{}" style="width:{}px">{}</div>').format(
        " mps-large" if large else "", px, qr_svg(code, label)
    )


def _sign(verdict: Verdict, hollow: bool = False, size: int = 40) -> Markup:
    return Markup(sign_inline(verdict, hollow, size))  # noqa: S704  drawn here, holds no data


def _body(slide: Slide, words: Words) -> Markup:
    body = slide.body
    if isinstance(body, Trend):
        return _years(body, words, WHOLE)
    if isinstance(body, Lanes):
        below = _years(slide.trend, words, BESIDE[len(body.counted)]) if slide.trend else Markup()
        return _lanes(slide, body, words) + below
    if isinstance(body, Statement):
        return markup("slide_statement", body=body, sign=_sign)
    return markup("slide_rows", body=body)


def _years(trend: Trend, words: Words, height: int) -> Markup:
    """The figures through the years."""
    drawn = years(trend, words, height - LINE * (bool(trend.caution) + bool(trend.note)))
    more = (words.say("slide.years.grey", n=drawn.nameless),) if drawn.nameless else ()
    note = words.paragraph(one for one in (trend.note, *more) if one)
    return markup("slide_years", it=drawn, alt=trend.alt, note=note) + _caution(trend.caution)


def _caution(text: str) -> Markup:
    return Markup('<p class="mps-needed">{}</p>').format(text) if text else Markup()


def _lanes(slide: Slide, body: Lanes, words: Words) -> Markup:
    lanes = (*body.counted, *body.listed)
    return markup(
        "slide_lanes",
        body=body,
        alt=slide.alt,
        few=not slide.trend and len(lanes) <= FEW,
        caution=_caution(body.caution),
        counted=[_track(lane, body) for lane in body.counted],
        listed=[_track(lane, body) for lane in body.listed],
        zones=_zones(body),
        posts=_posts(body),
        ticks=[(_place(body, value), label) for value, label in body.ticks],
        key=[] if slide.trend else [(mark, words.say(text)) for mark, text in _key(lanes)],
        sign=_sign,
        say=words.say,
    )


def _place(body: Lanes, value: float) -> float:
    """Where a value stands, in per cent of the track."""
    return round(100 * body.share(value), 3)


def _track(lane: SlideLane, body: Lanes) -> _Track:
    look, at = lane.look, _place(body, lane.value)
    span = (_place(body, look.spread[0]), _place(body, look.spread[1])) if look.spread else None
    names = {
        "mps-square": look.independent,
        "mps-hollow": look.hollow,
        "mps-provisional": look.provisional and not look.hollow,
        "mps-about": look.about,
    }
    mark = " ".join((_side(lane.independence), *(name for name, is_so in names.items() if is_so)))
    return _Track(lane, at, look.open_bar(at, (0.0, 100.0)), span, mark)


def _side(independence: Independence) -> str:
    return "mps-other" if independence is Independence.INDEPENDENT else "mps-gov"


def _zones(body: Lanes) -> list[tuple[float, float]]:
    short = body.goalpost.short
    return [(_place(body, low), 100.0 if high is None else _place(body, high)) for low, high in short]


def _posts(body: Lanes) -> list[float]:
    ends = (body.goalpost.value, body.goalpost.high)
    return [_place(body, value) for value in ends if value is not None]


def _key(lanes: tuple[SlideLane, ...]) -> list[tuple[str, str]]:
    """The marks that occur, each with the key of its text."""
    marks = key_marks(lane.look for lane in lanes)
    side = "mps-gov" if marks["state"] else "mps-other mps-square"
    looks: dict[Sign, tuple[str, str]] = {
        "state": ("mps-mark mps-gov", "block.key.state"),
        "independent": ("mps-mark mps-square mps-other", "block.key.independent"),
        "more_than": (f"mps-fade mps-fade-right {side}", "block.key.more_than"),
        "less_than": (f"mps-fade mps-fade-left {side}", "block.key.less_than"),
        "about": (f"mps-mark mps-about {side}", "block.key.about"),
        "range": (f"mps-range {side}", "block.key.range"),
        "provisional": (f"mps-mark mps-provisional {side}", "block.key.provisional"),
        "hollow": ("mps-mark mps-hollow mps-none", "present.not_counted"),
    }
    return [looks[mark] for mark, is_shown in marks.items() if is_shown]
