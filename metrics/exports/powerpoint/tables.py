"""The tables of a file: the rows of a slide, its lanes, or its figures through the years.

In: bodies of slides. Out: tables that are ready to be drawn, their verdicts with their signs as text.
"""

from metrics.exports.powerpoint.table import Sheetlike
from metrics.figures.palette import LIGHT
from metrics.figures.signs import TEXT
from metrics.figures.slides.slide import Due, Goalpost, Lane, Lanes, Line, Point, Rows, Slide, Trend
from metrics.records.vocabulary import Kind
from metrics.words import Words

MOST_YEARS = 7  # columns; the newest are kept


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


def _verdict(lane: Lane) -> str:
    return f"{TEXT[lane.verdict]} {lane.word}" if lane.verdict and lane.counts else lane.word


def year_table(trend: Trend, goal: Goalpost | None, alt: str, words: Words) -> Sheetlike:
    """One row a series, one column a year; a series with two figures in a year has both in one cell."""
    days = [point.day for line in trend.lines for point in line.points] + [due.day for due in trend.dues]
    years = sorted({day.year for day in days})[-MOST_YEARS:]
    rows = [(line.name, *(_cell(line, year, words) for year in years)) for line in trend.lines]
    rows += [
        (
            goal.label if goal else words.say("powerpoint.target"),
            *(_due(due, words) if due.day.year == year else "" for year in years),
        )
        for due in trend.dues
        if due.day.year in years
    ]
    return Sheetlike(
        (words.say("powerpoint.column.series"), *map(str, years)),
        tuple(rows),
        words.say("powerpoint.table"),
        alt,
        numeric=frozenset(range(1, len(years) + 1)),
        colours=tuple((row, 0, LIGHT.series(line.independence)) for row, line in enumerate(trend.lines)),
    )


def _due(due: Due, words: Words) -> str:
    """When it is due, below its year."""
    if (due.day.month, due.day.day) == (12, 31):
        return words.say("powerpoint.due")
    return words.say("chart.due", day=due.day)


def _cell(line: Line, year: int, words: Words) -> str:
    return words.series(_figure(point, words) for point in line.points if point.day.year == year)


def _figure(point: Point, words: Words) -> str:
    kind = {Kind.FORECAST: "chart.forecast", Kind.DERIVED: "chart.derived"}.get(point.kind)
    if kind:
        return words.say("chart.piece", figure=point.figure, note=words.say(kind))
    whole = str(point.day.year) in point.period and (point.day.month, point.day.day) == (12, 31)
    return point.figure if whole else words.say("powerpoint.point", figure=point.figure, period=point.period)
