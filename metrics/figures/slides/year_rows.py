"""Figures through the years as a table: what stands in place of lines where most figures have an open end.

In: a :class:`~metrics.figures.slides.slide.Trend`. Out: one row a series, one column a year.
"""

from metrics.figures.slides.slide import DuePoint, Rows, SlideTarget, Trend, TrendLine, TrendPoint
from metrics.records.vocabulary import Kind
from metrics.words import Words

MOST_YEARS = 7  # columns; the newest are kept


def year_rows(trend: Trend, goal: SlideTarget | None, words: Words) -> Rows:
    """A series with two figures in a year has both in one cell; the promise has the last row."""
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
    return Rows((words.say("powerpoint.column.series"), *map(str, years)), tuple(rows))


def _due(due: DuePoint, words: Words) -> str:
    """When it is due, below its year."""
    if (due.day.month, due.day.day) == (12, 31):
        return words.say("powerpoint.due")
    return words.say("chart.due", day=due.day)


def _cell(line: TrendLine, year: int, words: Words) -> str:
    return words.series(_figure(point, words) for point in line.points if point.day.year == year)


def _figure(point: TrendPoint, words: Words) -> str:
    kind = {Kind.FORECAST: "chart.forecast", Kind.DERIVED: "chart.derived"}.get(point.kind)
    if kind:
        return words.say("chart.piece", figure=point.figure, note=words.say(kind))
    whole = str(point.day.year) in point.period and (point.day.month, point.day.day) == (12, 31)
    return point.figure if whole else words.say("powerpoint.point", figure=point.figure, period=point.period)
