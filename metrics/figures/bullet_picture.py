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
from metrics.figures.blocks.status import hollow
from metrics.figures.chart import Chart, Column, Table
from metrics.figures.palette import FONT, PALETTES, Mode
from metrics.figures.signs import sign_svg
from metrics.progress.result import Status, Verdict
from metrics.records.store import Records
from metrics.words import Words

WIDTH, HEIGHT = 1600, 900
MARGIN = 64
TOP, BOTTOM = 150, 150  # room for title and subtitle; for axis, key and sources
HEAD = 44  # px of a target's own line
TRACK = (330, 1090)  # left and right end of the tracks, px
THINNEST, THICKEST = 22, 40  # px of a lane
TITLE_LETTERS, NOTE_LETTERS = 78, 170  # letters that fit on a line of 1472 px

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
    sign: Markup


def _px(scale: Scale, multiple: float) -> float:
    left, right = TRACK
    return round(left + (right - left) * scale.place(multiple) / 100, 1)


def _placed_sign(verdict: Verdict, mode: Mode, open_: bool, size: int, x: float, y: float) -> Markup:
    svg = sign_svg(verdict, mode, open_, size)
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
        sign=_placed_sign(lane.verdict, mode, False, 20, 1354, y - 10),
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
                sign=_placed_sign(bullet.status.verdict, mode, bullet.status.hollow, 26, 700, y + 4),
            )
        )
        y = top + height + 8
    return blocks


def _lines(text: str, letters: int) -> list[str]:
    """Break a text into lines of at most so many letters, at spaces where there are any.

    >>> _lines("more than 400", 9)
    ['more than', '400']
    """
    lines: list[str] = []
    for word in text.split():
        rest = word
        if lines and len(lines[-1]) + 1 + len(rest) <= letters:
            lines[-1] += f" {rest}"
            continue
        while rest:
            lines.append(rest[:letters])
            rest = rest[letters:]
    return lines


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
                    f"{words.demand_long(status.target, unit)} {words.due(status.target)}",
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
    lanes = sum(max(len(bullet.lanes), 1) for bullet in bullets)
    room = HEIGHT - TOP - BOTTOM - HEAD * len(bullets)
    blocks = _blocks(bullets, scale, min(THICKEST, max(THINNEST, room / lanes)), mode)
    end = blocks[-1].top + blocks[-1].height
    drawn = [lane for bullet in bullets for lane in bullet.lanes]
    kinds = [
        kind
        for kind, there in (
            ("state", any(lane.independence != "independent" for lane in drawn)),
            ("independent", any(lane.independence == "independent" for lane in drawn)),
            ("more_than", any(lane.open_up for lane in drawn)),
            ("less_than", any(lane.open_down for lane in drawn)),
            ("about", any(lane.form == "about" for lane in drawn)),
        )
        if there
    ]
    svg = render(
        "bullet_picture.svg",
        chart=chart,
        width=WIDTH,
        height=max(HEIGHT, round(end + BOTTOM)),
        margin=MARGIN,
        track=TRACK,
        font=FONT,
        colours=PALETTES[mode],
        title=_lines(chart.title, TITLE_LETTERS)[:1],
        blocks=blocks,
        end=end,
        axis=[(tick, _px(scale, tick)) for tick in scale.ticks()] if drawn else [],
        key=[(kind, words.say(f"block.key.{kind}")) for kind in kinds],
        source=_lines(chart.source, NOTE_LETTERS),
        hollow=hollow,
        say=words.say,
    )
    return _NOT_XML.sub("", svg)
