"""The bullets as a picture of their own, for download: with title, subtitle, source line and known-on day.

In: the same statuses as ``blocks.bullet_rows``. Out: an SVG in one of three sizes (taller where there are more lanes
than fit) that needs nothing from outside, and the chart whose table goes with it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from metrics.figures.blocks.environment import render
from metrics.figures.blocks.lanes import Bullet, ReadingLane, bullets_of, finding, measure, scale_of
from metrics.figures.blocks.scale import Scale
from metrics.figures.chart import Chart, Column, Table
from metrics.figures.cited import with_references
from metrics.figures.key import key_marks
from metrics.figures.naming import source_line
from metrics.figures.palette import FONT, PALETTES, Mode
from metrics.figures.picture import SHORT, SizeName, lines_of
from metrics.figures.signs import sign_svg
from metrics.figures.typesetting import WIDE_FROM, wrapped
from metrics.progress.result import Status
from metrics.records.model import Observation
from metrics.records.store import Records
from metrics.words import Words

FOOT = 98  # room for axis and one row of the key, above the source lines
LINE, ROW = 22, 30  # px of a source line, and of a row of the key
BESIDE = 20  # px of a line under a headline
TITLE, SUBTITLE, NOTE = 40, 21, 16  # px of letters


@dataclass(frozen=True, slots=True)
class BulletLayout:
    """Where everything stands in one size, in px; the file has ``scale`` times as many."""

    width: int
    height: int
    scale: float
    margin: int
    title: int  # px of the letters of the title
    head: int  # px of a target's own line or lines
    track: tuple[int, int]  # left and right end of the tracks
    status: int  # where a target's headline begins
    figure: int  # where a figure ends
    sign: int  # where the sign of a verdict begins
    lane: tuple[int, int]  # the thinnest and the thickest
    stacked: bool  # whether the headline, and the period of a figure, stand on a line of their own


#: In the narrow ones the letters are as large in print as those of ``metrics.figures.picture.SIZES``.
SHEETS: Mapping[SizeName, BulletLayout] = MappingProxyType(
    {
        "slide": BulletLayout(
            1600, 900, 1, 64, TITLE, 44, (330, 1040), 640, 1146, 1300, (22, 40), stacked=False
        ),
        "square": BulletLayout(1000, 1000, 1.2, 40, 30, 76, (250, 590), 40, 704, 724, (46, 64), stacked=True),
        "column": BulletLayout(1050, 900, 1.8, 40, 30, 76, (250, 640), 40, 754, 774, (46, 64), stacked=True),
    }
)
LETTER_WIDTH = 0.62  # width of a letter in its own size, in the widest type a reader may have in its place
WIDER = 1.2  # how much wider than the house's own such a type runs

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class _Mark:
    """A lane in px."""

    lane: ReadingLane
    y: float
    x: float
    fade: tuple[float, float] | None
    span: tuple[float, float] | None
    beyond: bool
    colour: str
    sign: Markup


@dataclass(frozen=True, slots=True)
class _Block:
    """A target in px."""

    bullet: Bullet
    y: float
    headline_y: float  # where the headline stands
    beside: tuple[tuple[float, str], ...]  # under it: where each line stands, and its text
    top: float
    height: float
    ticks: tuple[float, ...]
    zones: tuple[tuple[float, float], ...]
    marks: tuple[_Mark, ...]
    colour: str
    size: float  # of the headline's letters
    sign: Markup


def _px(scale: Scale, sheet: BulletLayout, multiple: float) -> float:
    left, right = sheet.track
    return round(left + (right - left) * scale.place(multiple) / 100, 1)


def _placed(svg: str, x: float, y: float) -> Markup:
    return Markup(svg.replace("<svg ", f'<svg x="{x:g}" y="{y:g}" ', 1))  # noqa: S704  made by signs


def _mark(lane: ReadingLane, scale: Scale, sheet: BulletLayout, y: float, mode: Mode) -> _Mark:
    x = _px(scale, sheet, lane.at)
    left, right = map(float, sheet.track)
    span = (_px(scale, sheet, lane.span[0]), _px(scale, sheet, lane.span[1])) if lane.span else None
    return _Mark(
        lane=lane,
        y=y,
        x=x,
        fade=lane.look.open_bar(x, (left, right)),
        span=span,
        beyond=scale.beyond(lane.span[0] if lane.span else lane.at),
        colour=PALETTES[mode].series(lane.independence),
        sign=_placed(sign_svg(lane.verdict, mode, size=20), sheet.sign, y - 10),
    )


def _blocks(
    bullets: Sequence[Bullet],
    scale: Scale,
    sheet: BulletLayout,
    start: float,
    lane_height: float,
    *,
    mode: Mode,
    beside: Mapping[str, Sequence[str]],
) -> list[_Block]:
    blocks = []
    y = start
    for bullet in bullets:
        lines = beside.get(bullet.target.id, ())
        foot = y + sheet.head - 8
        top = foot + BESIDE * len(lines)
        headline_y = y + (56 if sheet.stacked else 24)
        room = sheet.width - sheet.margin - sheet.status - 36
        height = lane_height * max(len(bullet.lanes), 1)
        blocks.append(
            _Block(
                bullet=bullet,
                y=y + 24,
                headline_y=headline_y,
                beside=tuple((foot + BESIDE * nth + 10, line) for nth, line in enumerate(lines)),
                top=top,
                height=height,
                ticks=tuple(_px(scale, sheet, tick) for tick in bullet.ticks),
                zones=tuple((_px(scale, sheet, low), _px(scale, sheet, high)) for low, high in bullet.short),
                marks=tuple(
                    _mark(lane, scale, sheet, round(top + lane_height * (place + 0.5), 1), mode)
                    for place, lane in enumerate(bullet.lanes)
                ),
                colour=PALETTES[mode].status(bullet.status.verdict),
                size=_fitting(bullet.status.text, room, 21),
                sign=_placed(
                    sign_svg(bullet.status.verdict, mode, bullet.status.hollow, 26),
                    sheet.status,
                    headline_y - 20,
                ),
            )
        )
        y = top + height + 8
    return blocks


def _fitting(text: str, room: float, largest: float) -> float:
    """The largest size of letters in which a text surely fits.

    >>> _fitting("Met", 800, 21), _fitting("x" * 90, 800, 21)
    (21, 14.3)
    """
    return min(largest, round(room / max(_breadth(text), LETTER_WIDTH), 1))


def _breadth(text: str) -> float:
    """The width of a text in its own size; a Chinese letter is as wide as it is high."""
    return sum(1.0 if letter >= WIDE_FROM else LETTER_WIDTH for letter in text)


def _key(
    drawn: Sequence[ReadingLane], sheet: BulletLayout, words: Words
) -> list[tuple[str, str, float, int]]:
    """The marks that occur, with their words, where each begins in px, and in which row."""
    there: dict[str, bool] = dict(key_marks(lane.look for lane in drawn).items())
    there["flagged"] = any(lane.note for lane in drawn)
    placed, x, row = [], float(sheet.margin), 0
    for kind, shown in there.items():
        if shown:
            text = words.say(f"block.key.{kind}")
            wide = 80 + 18 * _breadth(text)
            if x > sheet.margin and x + wide > sheet.width - sheet.margin + 30:
                x, row = float(sheet.margin), row + 1
            placed.append((kind, text, round(x, 1), row))
            x += wide
    return placed


def _figures(statuses: Sequence[Status]) -> list[Observation]:
    """The figures of the readings that count."""
    read = [reading.observation for status in statuses for reading in status.counted]
    return [one for one in read if one is not None]


def _source(statuses: Sequence[Status], records: Records, words: Words) -> str:
    return source_line(_figures(statuses), records, words, max(status.known_on for status in statuses))


def _table(statuses: Sequence[Status], records: Records, words: Words) -> Table:
    columns = (
        Column("target", words.say("block.column.target")),
        Column("series", words.say("block.column.series")),
        Column("independence", words.say("block.column.independence")),
        Column("period", words.say("block.column.period")),
        Column("figure", words.say("block.column.figure")),
        Column("value", words.say("block.column.value"), numeric=True),
        Column("unit", words.say("block.column.unit")),
        Column("published", words.say("block.column.published")),
        Column("verdict", words.say("block.column.verdict")),
        Column("source", words.say("block.column.source")),
    )
    rows = []
    for status in statuses:
        for reading in status.counted:
            seen = reading.observation
            if seen is None:
                continue
            rows.append(
                (
                    words.say(
                        "block.claim.title",
                        demand=words.demand_long(status.target, records),
                        due=words.due(status.target),
                    ),
                    words.text(reading.series.label),
                    words.independence(reading.series.independence),
                    words.period(seen.period),
                    words.figure(seen),
                    seen.value,
                    words.text(records.units[seen.unit].label),
                    words.period(seen.published),
                    words.verdict(reading.verdict),
                    words.text(records.sources[seen.source].publisher),
                )
            )
    return Table(columns, tuple(rows))


def bullet_chart(statuses: Sequence[Status], records: Records, words: Words) -> Chart:
    """Title, source line, text alternative and table of the bullets; its picture is not plotly's.

    ``statuses`` are one or more targets of one indicator.
    """
    title = finding(statuses, records, words)
    rows = " ".join(
        words.say("block.picture.row", target=bullet.demand, due=bullet.due, status=bullet.status.full)
        for bullet in bullets_of(statuses, records, words)
    )
    return Chart(
        id=f"readings-{statuses[0].target.indicator}",
        plot=None,
        title=title,
        subtitle=measure(statuses, records, words),
        source=_source(statuses, records, words),
        alt=words.say("block.picture.alt", title=title, rows=rows),
        table=_table(statuses, records, words),
    )


def bullet_picture(  # noqa: PLR0917  (what, from what, in which words, colours and size)
    statuses: Sequence[Status],
    records: Records,
    words: Words,
    mode: Mode,
    size: SizeName = "slide",
    address: str = "",
    *,
    source: str | None = None,
    beside: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> str:
    """The whole picture as one SVG, with every text that it needs when it stands alone.

    Args:
        statuses: one or more targets of one indicator.
        records: what was known on the day.
        words: the language.
        mode: light or dark.
        size: which of :data:`SHEETS`.
        address: where it can be seen again.
        source: the source line, where it says more than that of the chart.
        beside: for each target what stands under its headline, since when it stands and what is needed from here.
    """
    sheet = SHEETS[size]
    width = sheet.width - 2 * sheet.margin
    chart = bullet_chart(statuses, records, words)
    bullets = bullets_of(statuses, records, words)
    scale = scale_of(bullets)
    head, start = _head(chart, sheet, mode)
    line = source or chart.source
    if size == "column":
        line = with_references(line, _figures(statuses), records, words)
    sources = wrapped(line, width, NOTE * WIDER)
    where = lines_of(SHORT + address, width, NOTE * WIDER) if address else ()
    drawn = [lane for bullet in bullets for lane in bullet.lanes]
    key = _key(drawn, sheet, words)
    rows = max((row for *_, row in key), default=0)
    below = FOOT + ROW * rows + LINE * (len(sources) + len(where))
    lanes = sum(max(len(bullet.lanes), 1) for bullet in bullets)
    notes = {
        name: [line for text in texts for line in wrapped(text, width, NOTE * WIDER)]
        for name, texts in beside.items()
    }
    room = sheet.height - start - below - sheet.head * len(bullets) - BESIDE * sum(map(len, notes.values()))
    thinnest, thickest = sheet.lane
    thickness = min(thickest, max(thinnest, room / lanes))
    blocks = _blocks(bullets, scale, sheet, start, thickness, mode=mode, beside=notes)
    end = blocks[-1].top + blocks[-1].height
    height = max(sheet.height, round(end + below))
    svg = render(
        "bullet_picture.svg",
        chart=chart,
        sheet=sheet,
        width=sheet.width,
        height=height,
        foot=height - LINE * (len(sources) + len(where)) - 18,
        font=FONT,
        colours=PALETTES[mode],
        head=head,
        blocks=blocks,
        end=end,
        axis=[(tick, _px(scale, sheet, tick)) for tick in scale.ticks()] if drawn else [],
        key=[(kind, text, x, ROW * (rows - row)) for kind, text, x, row in key],
        source=sources,
        address=where,
        line=LINE,
        say=words.say,
    )
    return _NOT_XML.sub("", svg)


def bullet_spec(svg: str, size: SizeName) -> dict[str, Any]:
    """What ``picture.js`` needs to write the files of such a picture."""
    width, height = svg.split('viewBox="0 0 ', 1)[1].split('"', 1)[0].split()
    return {"svg": svg, "width": int(width), "height": int(height), "scale": SHEETS[size].scale}


def _head(
    chart: Chart, sheet: BulletLayout, mode: Mode
) -> tuple[list[tuple[float, int, str, float, str]], float]:
    """Title and subtitle line by line (letters, weight, colour, height, text), and where the bullets begin."""
    palette, width = PALETTES[mode], sheet.width - 2 * sheet.margin
    lines: list[tuple[float, int, str, float, str]] = []
    y = 84.0 - (TITLE - sheet.title)
    for text in wrapped(chart.title, width, sheet.title * WIDER, 600):
        lines.append((sheet.title, 600, palette.ink, y, text))
        y += sheet.title * 1.2
    y -= sheet.title * 1.2 - SUBTITLE - 17
    for text in wrapped(chart.subtitle, width, SUBTITLE * WIDER):
        lines.append((SUBTITLE, 400, palette.ink_3, y, text))
        y += SUBTITLE * 1.3
    return lines, y
