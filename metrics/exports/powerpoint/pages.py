"""The pages: which slides of the file each slide of the deck becomes.

In: a deck. Out: a page for each slide, and a second one for a target or an indicator: its figures through the years, as
a chart, or as a table where lines would lie because most figures are lower bounds. One message a page.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from metrics.exports.powerpoint import bars
from metrics.exports.powerpoint.lanes import height
from metrics.exports.powerpoint.stretches import UNSURE, can_be_drawn, is_closed, judged
from metrics.figures.slides.slide import Deck, Lanes, Line, Notes, Point, Rows, Slide, SlideKind, Trend
from metrics.words import Words

SMALL = 145.0  # points that lanes may take for a chart to stand below them


class Look(StrEnum):
    """How a page shows its finding."""

    OPENING = "opening"
    STATEMENT = "statement"
    ROWS = "rows"
    LANES = "lanes"
    LANES_AND_YEARS = "lanes_and_years"  # where few lanes leave room for the chart below
    BARS = "bars"
    LANE_TABLE = "lane_table"  # instead of bars that would lie
    LANES_AND_TABLE = "lanes_and_table"
    YEARS = "years"
    YEAR_TABLE = "year_table"  # instead of lines that would lie


@dataclass(frozen=True, slots=True)
class Page:
    """One slide of the file; its texts are those of ``slide``."""

    slide: Slide
    look: Look
    trend: Trend | None = None  # the figures through the years that it shows
    alt: str = ""  # their text alternative


def pages(deck: Deck, words: Words) -> tuple[Page, ...]:
    """Every slide of the file, in order."""
    return tuple(page for slide in deck.slides for page in _pages(slide, words))


def _pages(slide: Slide, words: Words) -> Iterator[Page]:
    shown = _shown(slide) if slide.part == 1 else None
    look = _look(slide)
    if shown is None:
        yield Page(slide, look)
        return
    drawn = can_be_drawn(shown.lines)
    years = _through_the_years(slide, shown, words, is_drawn=drawn)
    if look is Look.LANES and _is_small(slide):
        yield Page(slide, Look.LANES_AND_YEARS if drawn else Look.LANES_AND_TABLE, shown, years.alt)
    else:
        yield Page(slide, look)
        yield Page(years, Look.YEARS if drawn else Look.YEAR_TABLE, shown, years.alt)


def _look(slide: Slide) -> Look:
    if isinstance(slide.body, Rows):
        return Look.ROWS
    if not isinstance(slide.body, Lanes):
        return Look.OPENING if slide.kind is SlideKind.TITLE else Look.STATEMENT
    if slide.body.goalpost is not None:
        return Look.LANES
    return Look.BARS if bars.can_be_drawn(slide.body) else Look.LANE_TABLE


def _is_small(slide: Slide) -> bool:
    """Whether the lanes leave room for a chart or a table."""
    return isinstance(slide.body, Lanes) and height(slide.body) <= SMALL


def _shown(slide: Slide) -> Trend | None:
    """The lines that count, and the promise of this slide; None where two reported figures or more are missing."""
    if slide.trend is None or not isinstance(slide.body, Lanes):
        return None
    goal = slide.body.goalpost
    lines = tuple(line for line in slide.trend.lines if line.counts)
    dues = tuple(one for one in slide.trend.dues if goal and (one.value, one.high) == (goal.value, goal.high))
    return replace(slide.trend, lines=lines, dues=dues) if len(judged(lines)) > 1 else None


def _through_the_years(slide: Slide, shown: Trend, words: Words, *, is_drawn: bool) -> Slide:
    """The same slide with a finding of its own."""
    found = judged(shown.lines)
    newest = [last for line in shown.lines if (last := _newest(line))]
    low, high = (pick(newest, key=lambda one: one.value) for pick in (min, max))
    if not is_drawn:
        bounds = sum(not is_closed(one) for one in found)
        key = "all_bounds" if bounds == len(found) else "bounds"
        title = words.say(f"powerpoint.title.{key}", n=bounds, all=len(found))
    elif (slide.kind is SlideKind.INDICATOR or len(newest) == 1) and (longest := _longest(shown)):
        first, last = longest[1][0], longest[1][-1]
        title = words.say(
            "powerpoint.title.longest",
            name=longest[0],
            first=first.figure,
            start=first.period,
            last=last.figure,
            end=last.period,
        )
    else:
        title = words.say("powerpoint.title.newest", low=low.figure, high=high.figure)
    told = tuple(
        words.say("powerpoint.line", name=line.name, figures=_told(line, words)) for line in shown.lines
    )
    mind = () if is_drawn else (words.say("powerpoint.why_table"),)
    return replace(
        slide,
        title=title,
        subtitle=slide.subtitle if slide.stand else shown.subtitle,
        alt=words.paragraph((f"{title}.", *told)),
        notes=Notes(say=told, asked=(), caveats=(*mind, *slide.notes.caveats)),
    )


def _longest(shown: Trend) -> tuple[str, tuple[Point, ...]] | None:
    """The name and the reported figures of the line that has most of them; growth is told of one series only."""
    line = max(shown.lines, key=lambda one: len(judged((one,))))
    points = judged((line,))
    return (line.name, points) if len(points) > len(shown.lines) or len(points) > 2 else None


def _newest(line: Line) -> Point | None:
    found = judged((line,))
    return found[-1] if found else None


def _told(line: Line, words: Words) -> str:
    return words.series(
        words.say(
            "powerpoint.unsure" if one.kind in UNSURE else "powerpoint.point",
            figure=one.figure,
            period=one.period,
        )
        for one in line.points
    )
