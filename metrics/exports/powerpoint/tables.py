"""The tables of a file: the rows of a slide, its lanes, or its figures through the years.

In: bodies of slides. Out: tables that are ready to be drawn, their verdicts with their signs as text.
"""

from metrics.exports.powerpoint.table import Sheetlike
from metrics.figures.palette import LIGHT
from metrics.figures.signs import TEXT
from metrics.figures.slides.slide import Lanes, Rows, Slide, SlideLane, SlideTarget, Trend
from metrics.figures.slides.year_rows import year_rows
from metrics.words import Words


def row_table(body: Rows, shown: Slide, words: Words) -> Sheetlike:
    """The rows as they are."""
    return Sheetlike(body.header, body.rows, words.say("powerpoint.table"), shown.alt)


def lane_table(body: Lanes, shown: Slide, words: Words) -> Sheetlike:
    """Who counts, the figure, what and when, and the verdict or why there is none."""
    lanes = (*body.counted, *body.listed)
    columns = ["series", "figure", "note"] + (["verdict"] if any(lane.word for lane in lanes) else [])
    return Sheetlike(
        tuple(words.say(f"powerpoint.column.{name}") for name in columns),
        tuple((lane.name, lane.figure, lane.note, _verdict(lane))[: len(columns)] for lane in lanes),
        words.say("powerpoint.table"),
        shown.alt,
        numeric=frozenset({1}),
        strong=frozenset({1}),
        colours=tuple(
            (row, 3, LIGHT.status(lane.verdict))
            for row, lane in enumerate(lanes)
            if lane.verdict and lane.counts
        ),
    )


def _verdict(lane: SlideLane) -> str:
    return f"{TEXT[lane.verdict]} {lane.word}" if lane.verdict and lane.counts else lane.word


def year_table(trend: Trend, goal: SlideTarget | None, alt: str, words: Words) -> Sheetlike:
    """One row a series, one column a year; a series with two figures in a year has both in one cell."""
    rows = year_rows(trend, goal, words)
    return Sheetlike(
        rows.header,
        rows.rows,
        words.say("powerpoint.table"),
        alt,
        numeric=frozenset(range(1, len(rows.header))),
        colours=tuple((row, 0, LIGHT.series(line.independence)) for row, line in enumerate(trend.lines)),
    )
