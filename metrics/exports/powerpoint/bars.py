"""The bars: what several series say of one place, as a native chart with one bar a series.

In: :class:`~metrics.figures.slides.slide.Lanes` without a goalpost, the highest first. Out: a chart whose series tell
who counts and how: full, striped where an end is open, dashed where nothing was counted but derived or forecast.
"""

from dataclasses import dataclass
from datetime import date

from metrics.exports.powerpoint.places import CANVAS
from metrics.exports.powerpoint.plot import ChartFiles, Note, chart_xml, share, value_axis
from metrics.exports.powerpoint.shape import Rectangle, Run
from metrics.exports.powerpoint.sheet import Worksheet, sheet_bytes
from metrics.exports.powerpoint.text_fit import cut, width
from metrics.figures.palette import LIGHT
from metrics.figures.slides.slide import Lanes, SlideLane
from metrics.words import Words

NAMES = 230.0  # points that the names may take


@dataclass(frozen=True, slots=True)
class _Class:
    """One native series: who counts, and how sure it is."""

    independent: bool
    manner: str  # "exact", "open" or "unsure"


@dataclass(frozen=True, slots=True)
class _Drawn:
    name: str
    named: str
    values: tuple[float | None, ...]
    values_at: str
    colour: str
    hatched: bool
    hollow: bool
    labels: tuple[Note, ...]


def bars_chart(  # noqa: PLR0917  (what, in which words, and where)
    body: Lanes, words: Words, known_on: date, alt: str, language: str, box: Rectangle = CANVAS
) -> ChartFiles:
    """The chart."""
    lanes = (*body.counted, *body.listed)
    classes = sorted({_class(lane) for lane in lanes}, key=lambda one: (one.independent, one.manner))
    names = tuple(cut(lane.name, NAMES, 16)[0] for lane in lanes)
    header = (
        words.say("powerpoint.sheet.series"),
        *(_name(one, words) for one in classes),
        words.say("powerpoint.sheet.figure"),
    )
    rows = tuple(
        (name, *(lane.value if _class(lane) == one else None for one in classes), lane.figure)
        for name, lane in zip(names, lanes, strict=True)
    )
    sheet = Worksheet(header, rows)
    series = [
        _Drawn(
            name=_name(one, words),
            named=sheet.reference(column, -1),
            values=tuple(row[column] for row in rows),  # type: ignore[misc]
            values_at=sheet.reference(column, 0, len(rows) - 1),
            colour=LIGHT.other if one.independent else LIGHT.gov,
            hatched=one.manner == "open",
            hollow=one.manner == "unsure",
            labels=tuple(
                Note(index, (Run(_label(lane), 16, LIGHT.ink, bold=lane.counts),), "outEnd")
                for index, lane in enumerate(lanes)
                if _class(lane) == one
            ),
        )
        for column, one in enumerate(classes, 1)
    ]
    left = max(width(name, 16) for name in names) + 14
    has_key = len(classes) > 1  # one entry alone would tell nothing apart
    inner = Rectangle(box.x + left, box.y + 4, box.w - left - 40, box.h - (64 if has_key else 34))
    highest = max(lane.value for lane in lanes) * 1.12  # room for the label at the end of the longest bar
    xml = chart_xml(
        "bars",
        language,
        series=series,
        categories=names,
        categories_at=sheet.reference(0, 0, len(rows) - 1),
        across=value_axis(highest, words.say("powerpoint.number")),
        has_key=has_key,
        gap=70 if len(lanes) > 3 else 140,
        share=share(inner, box),
    )
    return ChartFiles(xml, sheet_bytes(sheet, known_on), box, words.say("powerpoint.bars"), alt)


def _class(lane: SlideLane) -> _Class:
    look = lane.look
    return _Class(look.independent, "unsure" if look.hollow else "open" if look.opening else "exact")


def _name(one: _Class, words: Words) -> str:
    who = words.say(f"block.key.{'independent' if one.independent else 'state'}")
    return who if one.manner == "exact" else words.say(f"powerpoint.class.{one.manner}", who=who)


def _label(lane: SlideLane) -> str:
    return f"{lane.figure}  {lane.word}" if lane.word and not lane.counts else lane.figure
