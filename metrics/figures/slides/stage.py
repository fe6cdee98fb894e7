"""The stage: a deck as HTML, every slide laid out once at its full size, with all that a presenter needs around it.

In: a deck and the words of its language. Out: HTML, and the style sheet for it. ``presenter.js`` beside this file
drives the HTML, ``desk.js`` the presenter's window; all are used by the page and by the offline file. Light and dark are one attribute of the stage,
16:9 and 4:3 another, so neither needs the HTML anew.
"""

import json
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from markupsafe import Markup

from metrics.figures.blocks.environment import markup, render
from metrics.figures.blocks.table import data_table
from metrics.figures.key import Sign, key_marks
from metrics.figures.palette import DARK, FONT, LIGHT, Mode
from metrics.figures.signs import sign_inline
from metrics.figures.slides.lanes import NEEDED
from metrics.figures.slides.offer import DeckOffer
from metrics.figures.slides.pages import DeckPage, Look, pages
from metrics.figures.slides.qr_code import qr_code, qr_svg
from metrics.figures.slides.slide import Deck, Lanes, Rows, Slide, SlideLane, SlideTarget, Statement, Trend
from metrics.figures.slides.year_rows import year_rows
from metrics.figures.slides.years import BESIDE, WHOLE, years
from metrics.progress.result import Verdict
from metrics.records.vocabulary import Independence
from metrics.words import Words

FEW = 3  # lanes that may be higher than others
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
            (page.slide, detail, _slide(page, deck, words, notes=notes))
            for page, detail in _both(deck, without, words)
        ],
        choices=[first[one] for one in dict.fromkeys(slide.id for slide in deck.slides)],
        offer=offer,
        keys=KEYS,
        say=words.say,
    )


def _both(deck: Deck, without: Deck | None, words: Words) -> list[tuple[DeckPage, str]]:
    """Every page once, and whether it is seen with the contested detail, without it, or both."""
    every = pages(deck, words)
    if without is None:
        return [(page, "both") for page in every]
    bare = pages(without, words)
    with_detail, without_detail = set(map(_same, every)), set(map(_same, bare))
    return [
        *((page, "both" if _same(page) in without_detail else "with") for page in every),
        *((page, "without") for page in bare if _same(page) not in with_detail),
    ]


def _same(page: DeckPage) -> str:
    """What makes two pages the same."""
    return repr(page)


def _slide(page: DeckPage, deck: Deck, words: Words, *, notes: bool) -> Markup:
    slide = page.slide
    table = Markup(data_table(slide.table, words, slide.title)) if slide.table.rows else None  # noqa: S704
    body = _body(page, words)
    if slide.is_last_of_sources and (large := _code(deck, deck.address, words, large=True)):
        body = Markup('<div class="mps-beside">{}{}</div>').format(body, large)
    return markup(
        "slide",
        slide=slide,
        deck=deck,
        body=body,
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


def _body(page: DeckPage, words: Words) -> Markup:
    slide, body = page.slide, page.slide.body
    if page.trend is not None and isinstance(body, Lanes):
        if page.look in {Look.YEARS, Look.YEAR_TABLE}:
            return _years(page, page.trend, words, WHOLE)
        above = _lanes(slide, body, words, alone=False)
        return above + _years(page, page.trend, words, BESIDE[max(len(body.counted), 1)])
    if isinstance(body, Lanes):
        return _lanes(slide, body, words)
    if isinstance(body, Statement):
        return markup("slide_statement", body=body, sign=_sign)
    return _rows(body)


def _years(page: DeckPage, trend: Trend, words: Words, height: int) -> Markup:
    """The figures through the years: lines, or a table where most have an open end."""
    if page.look in {Look.YEAR_TABLE, Look.LANES_AND_TABLE}:
        goal = page.slide.body.goalpost if isinstance(page.slide.body, Lanes) else None
        rows = _rows(replace(year_rows(trend, goal, words), more=words.say("powerpoint.why_table")))
        return rows + _caution(trend.caution)
    drawn = years(trend, words, height - NEEDED if trend.caution else height)
    more = (words.say("powerpoint.grey", n=drawn.nameless),) if drawn.nameless else ()
    note = words.paragraph(one for one in (trend.note, *more) if one)
    return markup("slide_years", it=drawn, alt=page.alt, note=note) + _caution(trend.caution)


def _caution(text: str) -> Markup:
    return Markup('<p class="mps-needed">{}</p>').format(text) if text else Markup()


def _lanes(slide: Slide, body: Lanes, words: Words, *, alone: bool = True) -> Markup:
    lanes = (*body.counted, *body.listed)
    return markup(
        "slide_lanes",
        body=body,
        alt=slide.alt,
        few=alone and len(lanes) <= FEW,
        bare=not any(lane.word for lane in lanes),
        caution=_caution(body.caution) if alone else "",
        counted=[_track(lane, body.top) for lane in body.counted],
        listed=[_track(lane, body.top) for lane in body.listed],
        zones=_zones(body.goalpost, body.top) if body.goalpost else [],
        posts=_posts(body.goalpost, body.top) if body.goalpost else [],
        ticks=[(_place(value, body.top), label) for value, label in body.ticks],
        key=[(mark, words.say(text)) for mark, text in _key(lanes)],
        sign=_sign,
        say=words.say,
    )


def _rows(body: Rows) -> Markup:
    return markup("slide_rows", body=body)


def _place(value: float, top: float) -> float:
    """Where a value stands, in per cent of the track; what lies outside is put on its edge.

    >>> _place(400, 1400), _place(3000, 1400)
    (28.571, 100.0)
    """
    return round(100 * min(max(value / top, 0.0), 1.0), 3)


def _track(lane: SlideLane, top: float) -> _Track:
    look, at = lane.look, _place(lane.value, top)
    span = (_place(look.spread[0], top), _place(look.spread[1], top)) if look.spread else None
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


def _zones(post: SlideTarget, top: float) -> list[tuple[float, float]]:
    return [(_place(low, top), 100.0 if high is None else _place(high, top)) for low, high in post.short]


def _posts(post: SlideTarget, top: float) -> list[float]:
    return [_place(value, top) for value in (post.value, post.high) if value is not None]


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
