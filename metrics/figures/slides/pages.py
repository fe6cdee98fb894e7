"""The pages: what is shown on the screen and in a file for each slide of the deck.

In: a deck. Out: a page for each slide, and a second one for a target or an indicator: its figures through the years, as
a chart, or as a table where most figures have an open end. One message a page.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from metrics.figures.slides.segments import can_be_drawn, judged
from metrics.figures.slides.slide import (
    Deck,
    Lanes,
    Notes,
    Rows,
    Slide,
    SlideKind,
    Trend,
    TrendLine,
    TrendPoint,
)
from metrics.figures.slides.trend import marks_note
from metrics.words import Words

SMALL = 2  # lanes, below which the years have room


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
    YEAR_TABLE = "year_table"  # instead of lines, where most figures have an open end


@dataclass(frozen=True, slots=True)
class DeckPage:
    """One slide of the file; its texts are those of ``slide``."""

    slide: Slide
    look: Look
    trend: Trend | None = None  # the figures through the years that it shows
    alt: str = ""  # their text alternative

    @property
    def caution(self) -> str:
        """Which of the series that it shows must not be added."""
        body = self.slide.body
        return self.trend.caution if self.trend else body.caution if isinstance(body, Lanes) else ""


def pages(deck: Deck, words: Words) -> tuple[DeckPage, ...]:
    """Every slide of the file, in order."""
    return tuple(page for slide in deck.slides for page in _pages(slide, words))


def _pages(slide: Slide, words: Words) -> Iterator[DeckPage]:
    shown = _shown(slide, words) if slide.part == 1 else None
    look = _look(slide)
    if shown is None:
        yield DeckPage(slide, look)
        return
    drawn = can_be_drawn(shown.lines)
    years = _through_the_years(slide, shown, words, is_drawn=drawn)
    if _is_small(slide):
        yield DeckPage(slide, Look.LANES_AND_YEARS if drawn else Look.LANES_AND_TABLE, shown, years.alt)
    else:
        yield DeckPage(slide, look)
        yield DeckPage(years, Look.YEARS if drawn else Look.YEAR_TABLE, shown, years.alt)


def _look(slide: Slide) -> Look:
    if isinstance(slide.body, Rows):
        return Look.ROWS
    if not isinstance(slide.body, Lanes):
        return Look.OPENING if slide.kind is SlideKind.TITLE and slide.part == 1 else Look.STATEMENT
    if slide.body.goalpost is not None:
        return Look.LANES
    return Look.BARS if _bars_can_be_drawn(slide.body) else Look.LANE_TABLE


def _bars_can_be_drawn(body: Lanes) -> bool:
    """Whether bars would not lie: two figures or more, and at least half of those that count have both ends."""
    closed = sum(lane.look.opening is None for lane in body.counted)
    return len(body.counted) >= 2 and closed * 2 >= len(body.counted)


def _is_small(slide: Slide) -> bool:
    """Whether the lanes leave room for a chart or a table."""
    return isinstance(slide.body, Lanes) and len(slide.body.counted) <= SMALL and not slide.body.listed


def _shown(slide: Slide, words: Words) -> Trend | None:
    """The lines that count, and the promise of this slide; None where two reported figures or more are missing."""
    if slide.trend is None or not isinstance(slide.body, Lanes):
        return None
    goal = slide.body.goalpost
    lines = tuple(line for line in slide.trend.lines if line.counts)
    dues = tuple(one for one in slide.trend.dues if goal and (one.value, one.high) == (goal.value, goal.high))
    if len(judged(lines)) < 2:
        return None
    return replace(slide.trend, lines=lines, dues=dues, note=marks_note(lines, words))


def _through_the_years(slide: Slide, shown: Trend, words: Words, *, is_drawn: bool) -> Slide:
    """The same slide with a finding of its own."""
    found = judged(shown.lines)
    if is_drawn:
        title = _finding(shown, words)
    else:
        bounds = sum(one.look.opening is not None for one in found)
        key = "all_bounds" if bounds == len(found) else "bounds"
        title = words.say(f"powerpoint.title.{key}", n=bounds, all=len(found))
    if slide.about:
        title = words.say("powerpoint.title.of", about=slide.about, finding=title)
    title = title[:1].upper() + title[1:]
    texts = tuple(
        words.say("powerpoint.line", name=line.name, figures=_line_text(line, words)) for line in shown.lines
    )
    mind: tuple[str, ...] = () if is_drawn else (words.say("powerpoint.why_table"),)
    if shown.caution and shown.caution not in slide.notes.caveats:
        mind += (shown.caution,)
    return replace(
        slide,
        title=title,
        subtitle=slide.subtitle if slide.stand else shown.subtitle,
        facet="years",
        alt=words.paragraph((f"{title}{words.say('punctuation.stop')}", *texts)),
        notes=Notes(say=texts, asked=(), caveats=(*mind, *slide.notes.caveats)),
    )


def _finding(shown: Trend, words: Words) -> str:
    """How far apart the counts of the newest year with two of them lie; else the newest of each; else the one series."""
    reported = [(line.name, points) for line in shown.lines if (points := judged((line,)))]
    if len(reported) == 1:
        name, points = reported[0]
        first, last = points[0], points[-1]
        return words.say(
            "powerpoint.title.one_series",
            name=name,
            first=first.with_unit,
            start=first.when,
            last=last.with_unit,
            end=last.when,
        )
    by_year: dict[int, list[TrendPoint]] = defaultdict(list)
    for _, points in reported:
        for year, point in {one.day.year: one for one in points}.items():
            by_year[year].append(point)
    common = [year for year, points in by_year.items() if len(points) > 1]
    several = by_year[max(common)] if common else [points[-1] for _, points in reported]
    low, high = (pick(several, key=lambda one: one.value).with_unit for pick in (min, max))
    if not common:
        return words.say("powerpoint.title.newest", low=low, high=high)
    return words.say("powerpoint.title.common", n=len(several), year=str(max(common)), low=low, high=high)


def _line_text(line: TrendLine, words: Words) -> str:
    return words.series(
        words.say(
            "powerpoint.unsure" if one.look.hollow else "powerpoint.point",
            figure=one.figure,
            period=one.period,
        )
        for one in line.points
    )
