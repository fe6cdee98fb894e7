"""The slides of what was measured: one target or one indicator each, who counts and how, and through the years.

In: a subject, what of it is wanted, and a target's status or an indicator. Out: slides; several where the lanes do not
fit on one, or where they leave no room for the years.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from metrics.figures.blocks.pair_tables import pair_finding, place_names
from metrics.figures.blocks.status import shown as shown_status
from metrics.figures.naming import cited
from metrics.figures.slides.choice import SlideChoice
from metrics.figures.slides.figures import alt_table
from metrics.figures.slides.findings import target_title
from metrics.figures.slides.lanes import parts, target_lanes
from metrics.figures.slides.notes import indicator_notes, target_notes
from metrics.figures.slides.slide import (
    Lanes,
    Notes,
    Slide,
    SlideKind,
    SlideLane,
    Stand,
    Statement,
    Trend,
)
from metrics.figures.slides.speech import reading_speech, years_speech
from metrics.figures.slides.subject import Subject
from metrics.figures.slides.trend import line_texts, pair_trend, spread_trend, target_trend, trend_finding
from metrics.progress.known import judged
from metrics.progress.lead import compared
from metrics.progress.pairs import PairRow, family_pairs
from metrics.progress.result import Status
from metrics.progress.spread import spreads
from metrics.records.model import Indicator, Observation
from metrics.records.store import Records
from metrics.records.vocabulary import Independence
from metrics.words import Words
from metrics.words.headlines import nearest_figure
from metrics.words.phrases import capitalised

FEW = 2  # lanes, below which the years have room


def target_slides(
    subject: Subject, status: Status, wanted: SlideChoice, *, contested: bool
) -> tuple[Slide, ...]:
    """One target against every series that counts it, then the same series through the years."""
    known, words, target = subject.known, subject.words, status.target
    listed = contested and wanted.detail == "full"
    lanes = target_lanes(status, known, words, subject.progress.path, listed=listed)
    if not lanes.counted and not lanes.listed:
        return ()
    figures = [one for r in status.counted if (one := nearest_figure(r) or r.observation)]
    stood = shown_status(status, words)
    title = target_title(status, known, words)
    place = known.places.get(target.place)
    series = [one.series for one in status.counted]
    subtitle = words.say(
        "slide.subtitle.target",
        place=words.text(place.label) if place else target.place,
        unit=lanes.unit,
        n=len(series),
        bodies=len({words.text(one.reporter) for one in series}),
        independent=words.say(
            "slide.independent.short",
            n=sum(one.independence is Independence.INDEPENDENT for one in series),
        ),
    )
    slide = Slide(
        id=target.id,
        kind=SlideKind.TARGET,
        kicker=subject.kicker(target.plan),
        title=title,
        subtitle=subtitle,
        stand=Stand(stood.verdict, stood.hollow, stood.brief),
        body=lanes,
        table=alt_table(figures, known, words, (one.id for one in series)),
        alt=words.say("slide.alt.target", title=title, subtitle=subtitle, lanes=_lanes_text(lanes, subject)),
        sources=_reporters(figures, subject),
        rule=_rule(status, subject),
        address=subject.address("target", target=target.id),
        notes=target_notes(status, known, words, subject.progress.path, lanes.caution),
    )
    trend = target_trend(status, known, words)
    if trend and len(lanes.counted) <= FEW and not lanes.listed:
        return (replace(slide, body=replace(lanes, caution="", aside=""), trend=trend),)
    about = words.say(
        "slide.about",
        measure=words.text(known.indicators[target.indicator].short),
        due=_due(target.due, subject),
        verdict=words.verdict_inside(status.headline.verdict),
    )
    bodies = parts(lanes)
    shown_parts = (
        replace(
            slide,
            body=body,
            part=number,
            parts=len(bodies),
            notes=_part_notes(slide, status, body, number, subject),
        )
        for number, body in enumerate(bodies, 1)
    )
    return (*shown_parts, *([_through_the_years(slide, trend, about, status, subject)] if trend else []))


def _part_notes(slide: Slide, status: Status, body: Lanes, number: int, subject: Subject) -> Notes:
    """The notes of the target on its first slide; on those that go on with it what its first readings say."""
    if number == 1:
        return slide.notes
    series = [lane.series for lane in body.counted]
    some = [one for one in status.counted if one.series.id in series][:FEW]
    return Notes(tuple(reading_speech(one, subject.known, subject.words) for one in some), (), ())


def _through_the_years(slide: Slide, trend: Trend, about: str, status: Status, subject: Subject) -> Slide:
    """The same target with a finding of its own; the figures of every line are the answer to a question."""
    known, words = subject.known, subject.words
    spoken = target_trend(status, known, words.spoken) or trend
    say = years_speech(spoken, status.target, known, words.spoken)
    asked = (words.say("slide.notes.which_figures"), words.paragraph(line_texts(trend.lines, words)))
    title = words.say("slide.years.of", about=about, finding=trend_finding(trend, words))
    mind = [trend.caution] if trend.caution and trend.caution not in slide.notes.caveats else []
    return replace(
        slide,
        title=capitalised(title),
        body=trend,
        facet="years",
        alt=words.paragraph((f"{title}{words.say('punctuation.stop')}", trend.alt)),
        notes=Notes(say, (asked,), (*mind, *slide.notes.caveats)),
    )


def _rule(status: Status, subject: Subject) -> str:
    """How the readings were counted, and of those that were paced by which path, only what was computed."""
    words = subject.words
    rule = words.say("slide.rule.due" if status.due else "slide.rule.coming")
    if status.target.path_values and not status.due:
        return words.say("slide.rule.planned", rule=rule)
    paths = {pace.path for one in status.counted for pace in one.paces if pace.verdict is not None}
    if status.due or not paths:
        return rule
    return words.say(f"slide.rule.{'both' if len(paths) > 1 else paths.pop()}", rule=rule)


def _due(day: date, subject: Subject) -> str:
    whole_year = (day.month, day.day) == (12, 31)
    return subject.words.say("period.year", year=str(day.year)) if whole_year else subject.words.day(day)


def indicator_slides(subject: Subject, indicator: Indicator, wanted: SlideChoice) -> tuple[Slide, ...]:
    """The latest year of the count that has both places; where one place alone is counted, how far counts lie apart."""
    known, own = _narrowed(subject.known, indicator, wanted.years), subject.known_plans[0].place
    places = compared(known)
    pair = None
    if wanted.place is None and own in places:
        rows = family_pairs(known, indicator.family, subject.progress.known_on, places)
        pair = next((one for one in rows if one.indicator.id == indicator.id), None)
    made = (
        _pair_slide(subject, known, pair, places)
        if pair
        else _spread_slide(subject, known, indicator, wanted.place or own)
    )
    return (made,) if made else ()


def _narrowed(known: Records, indicator: Indicator, years: tuple[int, int] | None) -> Records:
    """The records without the figures of an indicator for other years than those."""
    if years is None:
        return known
    kept = {
        name: one
        for name, one in known.observations.items()
        if one.indicator != indicator.id or years[0] <= one.period.end.year <= years[1]
    }
    return replace(known, observations=kept)


def _pair_slide(subject: Subject, known: Records, row: PairRow, places: Sequence[str]) -> Slide:
    """Two places by one count: the ratio in words, and both lines through the years."""
    words, pair = subject.words, row.pair
    names = place_names(places, known, words)
    figures = [one for one in (pair.first, pair.second) if one]
    series = words.text(pair.series.short)
    subtitle = words.say(
        "slide.subtitle.pair",
        **names,
        unit=words.text(known.units[pair.figure.unit].label),
        series=series,
        who=words.independence(pair.series.independence),
    )
    return _indicator_slide(
        subject,
        known,
        row.indicator,
        (pair_finding(row, names, words, "pairs.spoken"), subtitle, words.say("slide.rule.pair")),
        (pair_trend(pair, places, known, words), figures),
    )


def _spread_slide(subject: Subject, known: Records, indicator: Indicator, place: str) -> Slide | None:
    """What several series say of one place: of the newest year that two of them count, else the newest of each."""
    words = subject.words
    label = words.text(known.places[place].label) if place in known.places else place
    found = spreads(known, indicator, place)
    year = max(found, default=None)
    figures = found[year].figures if year is not None else _newest(known, indicator, place)
    if not figures:
        return None
    counts = [one for one in figures if one.judged]
    named = {"indicator": words.text(indicator.label), "place": label}
    trend = spread_trend(indicator, place, figures[0].unit, known, words)
    if year is not None:
        low, high = counts[0], counts[-1]
        title = words.say(
            "slide.title.spread",
            **named,
            year=str(year),
            n=len(counts),
            low=words.say(f"figure_long.{low.bound}", figure=words.number(low.value)),
            high=words.figure_long(high, known.units[high.unit]),
        )
    elif trend:
        about = words.say("slide.title.place", **named)
        title = words.say("slide.years.of", about=about, finding=trend_finding(trend, words))
    else:
        title = words.say("slide.title.newest", **named, n=len(counts))
    unit = words.text(known.units[figures[0].unit].label)
    subtitle = words.say("slide.subtitle.spread", place=label, unit=unit)
    head = (title, subtitle, words.say("slide.rule.spread"))
    return _indicator_slide(subject, known, indicator, head, (trend, figures))


def _indicator_slide(
    subject: Subject,
    known: Records,
    indicator: Indicator,
    head: tuple[str, str, str],
    shown: tuple[Trend | None, Sequence[Observation]],
) -> Slide:
    """One indicator, as lines through the years, or in words where there is one figure.

    Args:
        subject: what the deck is about.
        known: the records of the day, for the years that are wanted.
        indicator: the indicator.
        head: title, subtitle and rule.
        shown: the lines, and the figures of which the title speaks.
    """
    words, (title, subtitle, rule), (trend, figures) = subject.words, head, shown
    caution = trend.caution if trend else ""
    notes = indicator_notes(indicator.id, figures, known, words, caution)
    lines = [_figure_line(one, known, words) for one in figures]
    body = trend or Statement(tuple((None, one) for one in lines))
    return Slide(
        id=indicator.id,
        kind=SlideKind.INDICATOR,
        kicker=words.text(known.families[indicator.family].label),
        title=capitalised(title),
        subtitle=subtitle,
        stand=None,
        body=body,
        table=alt_table(figures, known, words, (one.series for one in figures if one.judged)),
        alt=words.say(
            "slide.alt.words",
            title=title,
            subtitle=subtitle,
            lines=trend.alt if trend else words.paragraph(lines),
        ),
        sources=_reporters(figures, subject),
        rule=rule,
        address=subject.address("indicators", indicator=indicator.id),
        notes=notes,
    )


def _figure_line(figure: Observation, known: Records, words: Words) -> str:
    return words.say(
        "slide.notes.figure",
        series=words.text(known.series[figure.series].label),
        figure=words.figure_long(figure, known.units[figure.unit]),
        when=words.when(figure.period),
        published=words.published(figure),
    )


def _newest(known: Records, indicator: Indicator, place: str) -> tuple[Observation, ...]:
    """The newest judged figure of each series, in the unit of the indicator."""
    found = []
    for series in indicator.series:
        rows = [one for one in known.observations_of(series.id) if one.geography == place]
        figures = judged(rows, indicator.measure)
        if figures and series.unit == indicator.unit:
            found.append(figures[-1])
    return tuple(sorted(found, key=lambda one: one.value))


def _lanes_text(lanes: Lanes, subject: Subject) -> str:
    """The lanes as a list in words, for the text alternative."""
    words = subject.words

    def one(lane: SlideLane) -> str:
        return words.say("slide.alt.lane", name=lane.name, note=lane.note, figure=lane.figure, word=lane.word)

    return words.say("chart.gap").join(map(one, (*lanes.counted, *lanes.listed)))


def _reporters(figures: Sequence[Observation], subject: Subject) -> str:
    """The documents of the figures, in the order of the lanes' readings."""
    return subject.footer(cited(figures, subject.known, subject.words))
