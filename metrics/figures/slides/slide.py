"""A slide: one message, what shows it, and everything that must survive a photograph of it.

A :class:`Deck` holds everything a drawer needs, in words of one language and in the target's own unit; nobody
who draws asks the records again. So the page, the offline file and the PowerPoint file cannot disagree.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from metrics.figures.brand import Brand
from metrics.figures.chart import Table
from metrics.figures.points import PlottedPoint
from metrics.progress.result import Verdict
from metrics.records.vocabulary import Independence, Kind


class SlideKind(StrEnum):
    """What a slide is about."""

    TITLE = "title"  # the one-sentence verdict
    HOW = "how"  # how to read what follows
    TARGET = "target"  # one target, who counts and how
    DELIVERABLE = "deliverable"  # one thing to be done, and its evidence
    INDICATOR = "indicator"  # two places by one count, or what several series say of one place
    UNKNOWN = "unknown"  # what is not known
    METHOD = "method"  # the rules
    SOURCES = "sources"  # the documents


@dataclass(frozen=True, slots=True)
class SlideLane:
    """What one series says. ``value`` and the ends of ``look.spread`` are in the unit of the slide."""

    series: str  # id
    name: str  # who counts, "MIIT"
    note: str  # what and when, "industry ministry, for 2025"
    independence: Independence
    figure: str  # "> 1,200"
    value: float
    look: PlottedPoint  # hollow also where the figure does not count
    verdict: Verdict | None  # None: not counted, or there is no target
    word: str  # the verdict, or why the figure does not count: "forecast"
    counts: bool


@dataclass(frozen=True, slots=True)
class SlideTarget:
    """The number that was promised."""

    value: float
    high: float | None  # upper end of a two-sided target
    label: str  # "target: more than 400"
    short: tuple[tuple[float, float | None], ...]  # where it is not reached; None: without end


@dataclass(frozen=True, slots=True)
class Lanes:
    """A body: one lane a series on one axis of values, through 0."""

    counted: tuple[SlideLane, ...]
    listed: tuple[SlideLane, ...]  # shown, not counted
    goalpost: SlideTarget
    top: float  # upper end of the axis
    ticks: tuple[tuple[float, str], ...]  # place and label, from 0 on
    unit: str
    listed_head: str  # "Listed, not counted"
    needed: str = ""  # what the readings of an open target need from here, in one line
    caution: str = ""  # which of the series must not be added
    aside: str = ""  # what is listed, where it has no room for a lane each
    low: float = 0.0  # lower end of the axis, below 0 where something is

    def share(self, value: float) -> float:
        """Where a value stands on the axis, from 0 to 1; what lies outside is put on its end."""
        return min(max((value - self.low) / (self.top - self.low), 0.0), 1.0)


@dataclass(frozen=True, slots=True)
class Statement:
    """A body: a few sentences, each with its sign where it has one."""

    lines: tuple[tuple[Verdict | None, str], ...]
    lead: str = ""  # larger, above the lines
    hollow: frozenset[int] = frozenset()  # lines by number from 0 whose readings do not all agree
    targets: tuple[str, ...] = ()  # ids of the targets of which the first lines are


@dataclass(frozen=True, slots=True)
class Rows:
    """A body: a table, short enough to be read from the last row."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    more: str = ""  # how many rows were left out, in words


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One figure of a line through time."""

    day: date  # end of its period
    period: str  # in words
    when: str  # the same inside a sentence: "in 2025", "on 31 Dec 2025"
    value: float
    kind: Kind
    look: PlottedPoint
    figure: str  # "> 1,200"
    with_unit: str  # with its unit: "more than RMB 1,200 bn"


@dataclass(frozen=True, slots=True)
class TrendLine:
    """One series through time, oldest figure first; its figures are joined only between consecutive years."""

    series: str
    name: str  # who counts, or where
    who: str  # "self-reported"
    independence: Independence
    points: tuple[TrendPoint, ...]


@dataclass(frozen=True, slots=True)
class DuePoint:
    """A promise on a time axis."""

    day: date
    value: float
    high: float | None
    label: str


@dataclass(frozen=True, slots=True)
class Trend:
    """A body: the figures through time, each line one series."""

    lines: tuple[TrendLine, ...]
    dues: tuple[DuePoint, ...]
    unit: str
    alt: str
    note: str = ""  # how the bounds and forecasts that are drawn are told apart, in words
    caution: str = ""  # which of the series that count must not be added


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a target stands: sign and words."""

    verdict: Verdict
    hollow: bool
    text: str


@dataclass(frozen=True, slots=True)
class Notes:
    """What the presenter may say, what somebody will ask, and what to mind."""

    say: tuple[str, ...]
    asked: tuple[tuple[str, str], ...]  # question and answer
    caveats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide. ``id`` is stable and stands in the address; ``part`` counts the slides of one ``id`` from 1."""

    id: str
    kind: SlideKind
    kicker: str  # the plan, after a title of the presenter's own
    title: str  # the finding, generated
    subtitle: str  # measure, unit, place and period
    stand: Stand | None
    body: Lanes | Statement | Rows | Trend
    table: Table  # the data of the slide
    alt: str
    sources: str  # the source line
    rule: str  # the rule in words
    address: str  # short, to be typed by hand: "target?target=aidp-2025-core"
    notes: Notes
    own_title: str = ""  # the presenter's, which the kicker marks as such
    trend: Trend | None = None  # below lanes that are few
    facet: str = ""  # "years" for the slide of the same figures through time
    part: int = 1
    parts: int = 1

    @property
    def is_last_of_sources(self) -> bool:
        """Whether it is the slide with which a deck ends: it has the code of the deck."""
        return self.kind is SlideKind.SOURCES and self.part == self.parts

    @property
    def key(self) -> str:
        """Unlike that of any other slide of the deck: ``aidp-2025-core``, ``aidp-2025-core.2``."""
        if self.facet:
            return f"{self.id}.{self.facet}"
        return self.id if self.part == 1 else f"{self.id}.{self.part}"


@dataclass(frozen=True, slots=True)
class Deck:
    """All slides in their order, and what each of them repeats."""

    slides: tuple[Slide, ...]
    title: str  # of the file
    language: str
    known_on: date
    known: str  # "Known on 22 Nov 2026"
    product: str = "Milepost"  # or the name of the institution whose plan it is
    brand: Brand | None = None
    minutes: int | None = None  # that the timer begins with
    scheme: str = ""  # what stands before an address that leads anywhere, "https://"; "": none of them does
    address: str = ""  # of these very slides

    def whole(self, address: str) -> str | None:
        """The address with its scheme, as a phone needs it; None where it leads nowhere."""
        return f"{self.scheme}{address}" if self.scheme else None
