"""The slides of what was measured: one target or one indicator each, who counts and how.

In: a subject, and a target's status or an indicator. Out: slides; several where the lanes do not fit on one.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from metrics.figures.blocks.status import shown
from metrics.figures.naming import cited
from metrics.figures.slides.choice import SlideChoice
from metrics.figures.slides.figures import alt_table
from metrics.figures.slides.findings import target_title
from metrics.figures.slides.lanes import parts, spread_lanes, target_lanes
from metrics.figures.slides.notes import indicator_notes, target_notes
from metrics.figures.slides.slide import Lanes, Slide, SlideKind, SlideLane, Stand
from metrics.figures.slides.subject import Subject
from metrics.figures.slides.trend import spread_trend, target_trend
from metrics.progress.known import judged
from metrics.progress.result import Status
from metrics.progress.spread import spreads, widest
from metrics.records.model import Indicator, Observation
from metrics.words.headlines import last_said


def target_slides(
    subject: Subject, status: Status, wanted: SlideChoice, *, contested: bool
) -> tuple[Slide, ...]:
    """One target against every series that counts it."""
    known, words, target = subject.known, subject.words, status.target
    listed = contested and wanted.detail == "full"
    lanes = target_lanes(status, known, words, subject.progress.path, listed=listed)
    if not lanes.counted and not lanes.listed:
        return ()
    siblings = [
        one
        for one in subject.progress.statuses.values()
        if one.target.plan == target.plan and one.target.indicator == target.indicator
    ]
    figures = [one for r in status.counted if (one := last_said(r) or r.observation)]
    stood = shown(status, words)
    title = target_title(status, known, words)
    place = known.places.get(target.place)
    subtitle = words.say(
        "slide.subtitle.target",
        measure=words.text(known.indicators[target.indicator].label),
        place=words.text(place.label) if place else target.place,
        unit=lanes.unit,
        due=target.due,
    )
    return _in_parts(
        Slide(
            id=target.id,
            kind=SlideKind.TARGET,
            kicker=subject.kicker(target.plan),
            title=title,
            subtitle=subtitle,
            stand=Stand(stood.verdict, stood.hollow, stood.brief),
            body=lanes,
            trend=target_trend(status, siblings, known, words),
            table=alt_table(figures, known, words, (r.series.id for r in status.counted)),
            alt=words.say(
                "slide.alt.target", title=title, subtitle=subtitle, lanes=_lanes_text(lanes, subject)
            ),
            sources=_reporters(figures, subject),
            rule=_rule(status, subject),
            address=subject.address("target", target=target.id),
            notes=target_notes(status, known, words, subject.progress.path, lanes.caution),
            about=words.say(
                "slide.about",
                measure=words.text(known.indicators[target.indicator].short),
                due=_due(target.due, subject),
            ),
        ),
        lanes,
    )


def _rule(status: Status, subject: Subject) -> str:
    """How the readings were counted, and of those that were paced by which path, only what was computed."""
    words = subject.words
    rule = words.say("slide.rule.due" if status.due else "slide.rule.coming")
    paths = {pace.path for one in status.counted for pace in one.paces if pace.verdict is not None}
    if status.due or not paths:
        return rule
    return words.say(f"slide.rule.{'both' if len(paths) > 1 else paths.pop()}", rule=rule)


def _due(day: date, subject: Subject) -> str:
    whole_year = (day.month, day.day) == (12, 31)
    return subject.words.say("period.year", year=str(day.year)) if whole_year else subject.words.day(day)


def indicator_slides(
    subject: Subject, indicator: Indicator, wanted: SlideChoice, *, contested: bool
) -> tuple[Slide, ...]:
    """What several series say of one place: of the year in which they lie furthest apart, else the newest of each."""
    known, words = subject.known, subject.words
    place = wanted.place or subject.known_plans[0].place
    label = words.text(known.places[place].label) if place in known.places else place
    found = {
        year: one for year, one in spreads(known, indicator, place).items() if _within(year, wanted.years)
    }
    year = widest(found)
    figures = found[year].figures if year is not None else _newest(indicator, place, subject, wanted.years)
    if not figures:
        return ()
    counts = [one for one in figures if one.judged]
    lanes = spread_lanes(
        figures, known, words, dated=year is None, listed=contested and wanted.detail == "full"
    )
    named = {"indicator": words.text(indicator.label), "place": label}
    if year is None:
        title = words.say("slide.title.newest", **named, n=len(counts))
    else:
        low, high = counts[0], counts[-1]
        title = words.say(
            "slide.title.spread",
            **named,
            year=str(year),
            n=len(counts),
            low=words.say(f"figure_long.{low.bound}", figure=words.number(low.value)),
            high=words.figure_long(high, known.units[high.unit]),
        )
    subtitle = words.say(
        "slide.subtitle.indicator" if year is None else "slide.subtitle.spread",
        place=label,
        unit=lanes.unit,
        year="" if year is None else str(year),
    )
    return _in_parts(
        Slide(
            id=indicator.id,
            kind=SlideKind.INDICATOR,
            kicker=words.text(known.families[indicator.family].label),
            title=title,
            subtitle=subtitle,
            stand=None,
            body=lanes,
            trend=spread_trend(indicator, place, figures[0].unit, known, words, years=wanted.years),
            table=alt_table(figures, known, words, (one.series for one in counts)),
            alt=words.say(
                "slide.alt.indicator", title=title, subtitle=subtitle, lanes=_lanes_text(lanes, subject)
            ),
            sources=_reporters(figures, subject),
            rule=words.say("slide.rule.spread"),
            address=subject.address("indicators", indicator=indicator.id),
            notes=indicator_notes(indicator.id, figures, known, words, lanes.caution),
            about=words.text(indicator.short),
        ),
        lanes,
    )


def _within(year: int, years: tuple[int, int] | None) -> bool:
    return years is None or years[0] <= year <= years[1]


def _newest(
    indicator: Indicator, place: str, subject: Subject, years: tuple[int, int] | None
) -> tuple[Observation, ...]:
    """The newest judged figure of each series, in the unit of the indicator."""
    found = []
    for series in indicator.series:
        rows = [one for one in subject.known.observations_of(series.id) if one.geography == place]
        rows = [one for one in rows if _within(one.period.end.year, years)]
        figures = judged(rows, indicator.measure)
        if figures and series.unit == indicator.unit:
            found.append(figures[-1])
    return tuple(sorted(found, key=lambda one: one.value))


def _in_parts(slide: Slide, lanes: Lanes) -> tuple[Slide, ...]:
    """The slide, or as many as its lanes need."""
    bodies = parts(lanes)
    return tuple(
        replace(slide, body=body, part=number, parts=len(bodies)) for number, body in enumerate(bodies, 1)
    )


def _lanes_text(lanes: Lanes, subject: Subject) -> str:
    """The lanes as a list in words, for the text alternative."""
    words = subject.words

    def one(lane: SlideLane) -> str:
        key = "slide.alt.lane" if lane.word else "slide.alt.lane_bare"
        return words.say(key, name=lane.name, note=lane.note, figure=lane.figure, word=lane.word)

    return words.say("chart.gap").join(map(one, (*lanes.counted, *lanes.listed)))


def _reporters(figures: Sequence[Observation], subject: Subject) -> str:
    """The documents of the figures, in the order of the lanes' readings."""
    return subject.footer(cited(figures, subject.known, subject.words))
