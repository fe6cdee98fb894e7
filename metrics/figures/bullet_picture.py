"""The bullets as a picture of their own, for download: with title, subtitle, source line and known-on day.

In: the same statuses as ``blocks.bullet_rows``. Out: an SVG of 1600 x 900 (taller where there are more lanes
than fit) that needs nothing from outside, and the chart whose table goes with it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go
from markupsafe import Markup

from metrics.figures.blocks.environment import render
from metrics.figures.blocks.lanes import Bullet, Lane, bullets_of, finding, measure, scale_of
from metrics.figures.blocks.scale import Scale
from metrics.figures.chart import Chart, Column, Table
from metrics.figures.lettering import WIDE_FROM, wrapped
from metrics.figures.palette import FONT, PALETTES, Mode
from metrics.figures.signs import sign_svg
from metrics.progress.result import Status
from metrics.records.store import Records
from metrics.records.vocabulary import Independence
from metrics.words import Words

WIDTH, HEIGHT = 1600, 900
MARGIN = 64
TOP = 150  # room for title and subtitle
FOOT = 110  # room for axis and key, above the source lines
LINE = 22  # px of a source line
HEAD = 44  # px of a target's own line
TRACK = (330, 1040)  # left and right end of the tracks, px
STATUS = 640  # where a target's headline begins, px
THINNEST, THICKEST = 22, 40  # px of a lane
NOTE = 16  # px of the letters of a source line
LETTER = 0.62  # width of a letter in its own size, in the widest type a reader may have in its place
WIDER = 1.2  # how much wider than the house's own such a type runs

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class _Mark:
    """A lane in px."""

    lane: Lane
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
    top: float
    height: float
    ticks: tuple[float, ...]
    zones: tuple[tuple[float, float], ...]
    marks: tuple[_Mark, ...]
    colour: str
    size: float  # of the headline's letters
    sign: Markup


def _px(scale: Scale, multiple: float) -> float:
    left, right = TRACK
    return round(left + (right - left) * scale.place(multiple) / 100, 1)


def _placed(svg: str, x: float, y: float) -> Markup:
    return Markup(svg.replace("<svg ", f'<svg x="{x:g}" y="{y:g}" ', 1))  # noqa: S704  made by signs


def _mark(lane: Lane, scale: Scale, y: float, mode: Mode) -> _Mark:
    x = _px(scale, lane.at)
    fade = (x, float(TRACK[1])) if lane.open_up else (float(TRACK[0]), x) if lane.open_down else None
    span = None
    if lane.form == "range" and lane.low is not None and lane.high is not None:
        span = (_px(scale, lane.low), _px(scale, lane.high))
    return _Mark(
        lane=lane,
        y=y,
        x=x,
        fade=fade,
        span=span,
        beyond=scale.beyond(lane.at if lane.low is None else lane.low),
        colour=PALETTES[mode].series(lane.independence),
        sign=_placed(sign_svg(lane.verdict, mode, size=20), 1300, y - 10),
    )


def _blocks(bullets: Sequence[Bullet], scale: Scale, lane_height: float, mode: Mode) -> list[_Block]:
    blocks = []
    y = float(TOP)
    for bullet in bullets:
        top = y + HEAD - 8
        height = lane_height * max(len(bullet.lanes), 1)
        blocks.append(
            _Block(
                bullet=bullet,
                y=y + 24,
                top=top,
                height=height,
                ticks=tuple(_px(scale, tick) for tick in bullet.ticks),
                zones=tuple((_px(scale, low), _px(scale, high)) for low, high in bullet.short),
                marks=tuple(
                    _mark(lane, scale, round(top + lane_height * (place + 0.5), 1), mode)
                    for place, lane in enumerate(bullet.lanes)
                ),
                colour=PALETTES[mode].status(bullet.status.verdict),
                size=_fitting(bullet.status.text, WIDTH - MARGIN - STATUS - 36, 21),
                sign=_placed(sign_svg(bullet.status.verdict, mode, bullet.status.hollow, 26), STATUS, y + 4),
            )
        )
        y = top + height + 8
    return blocks


def _fitting(text: str, room: float, largest: float) -> float:
    """The largest size of letters in which a text surely fits.

    >>> _fitting("Met", 800, 21), _fitting("x" * 90, 800, 21)
    (21, 14.3)
    """
    return min(largest, round(room / max(_breadth(text), LETTER), 1))


def _breadth(text: str) -> float:
    """The width of a text in its own size; a Chinese letter is as wide as it is high."""
    return sum(1.0 if letter >= WIDE_FROM else LETTER for letter in text)


def _key(drawn: Sequence[Lane], words: Words) -> list[tuple[str, str, float]]:
    """The marks that occur, with their words and where each begins, in px."""
    independent = [lane.independence is Independence.INDEPENDENT for lane in drawn]
    there = {
        "state": not all(independent),
        "independent": any(independent),
        "more_than": any(lane.open_up for lane in drawn),
        "less_than": any(lane.open_down for lane in drawn),
        "about": any(lane.form == "about" for lane in drawn),
        "flagged": any(lane.note for lane in drawn),
    }
    placed, x = [], float(MARGIN)
    for kind, shown in there.items():
        if shown:
            text = words.say(f"block.key.{kind}")
            placed.append((kind, text, round(x, 1)))
            x += 80 + 18 * _breadth(text)
    return placed


def _source(statuses: Sequence[Status], records: Records, words: Words) -> str:
    cited = dict.fromkeys(
        reading.observation.source
        for status in statuses
        for reading in status.counted
        if reading.observation is not None
    )
    known_on = max(status.known_on for status in statuses)
    return words.source_line([records.sources[source] for source in cited], known_on)


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
        unit = records.units[status.target.unit]
        for reading in status.counted:
            seen = reading.observation
            if seen is None:
                continue
            rows.append(
                (
                    words.say(
                        "block.claim.title",
                        demand=words.demand_long(status.target, unit),
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
                    records.sources[seen.source].publisher,
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
        figure=go.Figure(),
        title=title,
        subtitle=measure(statuses, records, words),
        source=_source(statuses, records, words),
        alt=words.say("block.picture.alt", title=title, rows=rows),
        table=_table(statuses, records, words),
    )


def bullet_picture(statuses: Sequence[Status], records: Records, words: Words, mode: Mode) -> str:
    """The whole picture as one SVG, with every text that it needs when it stands alone."""
    chart = bullet_chart(statuses, records, words)
    bullets = bullets_of(statuses, records, words)
    scale = scale_of(bullets)
    source = wrapped(chart.source, (WIDTH - 2 * MARGIN) / WIDER, NOTE)
    below = FOOT + LINE * len(source)
    lanes = sum(max(len(bullet.lanes), 1) for bullet in bullets)
    room = HEIGHT - TOP - below - HEAD * len(bullets)
    blocks = _blocks(bullets, scale, min(THICKEST, max(THINNEST, room / lanes)), mode)
    end = blocks[-1].top + blocks[-1].height
    drawn = [lane for bullet in bullets for lane in bullet.lanes]
    height = max(HEIGHT, round(end + below))
    svg = render(
        "bullet_picture.svg",
        chart=chart,
        width=WIDTH,
        height=height,
        foot=height - LINE * len(source) - 30,
        status=STATUS,
        margin=MARGIN,
        track=TRACK,
        font=FONT,
        colours=PALETTES[mode],
        title_size=_fitting(chart.title, WIDTH - 2 * MARGIN, 40),
        blocks=blocks,
        end=end,
        axis=[(tick, _px(scale, tick)) for tick in scale.ticks()] if drawn else [],
        key=_key(drawn, words),
        source=source,
        line=LINE,
        say=words.say,
    )
    return _NOT_XML.sub("", svg)
