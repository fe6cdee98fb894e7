"""The speech: what a presenter may say of a slide, in two to five sentences that can be spoken.

In: a status, lines through the years, figures or targets, the records of the day and the words of a language. Out:
sentences: what was promised, where it stands and by whose figure, who disagrees, what is not known. Amounts and days
stand as they are read aloud (:attr:`~metrics.words.Words.spoken`).
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from metrics.figures.slides.segments import segments
from metrics.figures.slides.slide import Trend, TrendLine
from metrics.progress import side_of
from metrics.progress.result import Reading, Reason, Status, Verdict
from metrics.records.model import Observation, Target
from metrics.records.store import Records
from metrics.records.vocabulary import Bound, Independence
from metrics.words import Words
from metrics.words.headlines import nearest_figure

SENTENCES = 5
NAMED = 3  # so many lines, figures or targets are told one by one
_FLOORS = (Bound.AT_LEAST, Bound.MORE_THAN)


def target_speech(status: Status, records: Records, words: Words) -> tuple[str, ...]:
    """Of a target: the promise, the readings from the largest group to the smallest, and what nobody knows."""
    words, target = words.spoken, status.target
    about = {"demand": words.demand_long(target, records), "due": words.due(target)}
    measure = words.text(records.indicators[target.indicator].short)
    year = str(records.plans[target.plan].published.end.year)
    groups = _groups(status)
    told = [words.say("slide.speech.promise", measure=measure, year=year, **about)]
    before = None
    for group in groups[: SENTENCES - 2]:
        side = side_of(group[0].verdict)
        key = "stands" if before is None else "also" if side is before else "but"
        told.append(reading_speech(group[0], records, words, key=key, more=len(group) - 1))
        before = side
    return (*told, *_unknown(status, groups[0][0], about, records, words))[:SENTENCES]


def reading_speech(
    reading: Reading, records: Records, words: Words, *, key: str = "stands", more: int = 0
) -> str:
    """By whose figure, and what follows from it; ``more`` others say so too."""
    words = words.spoken
    figure = _figure(reading)
    return words.say(
        f"slide.speech.{key}",
        reporter=words.text(reading.series.reporter),
        line=words.say(f"slide.speech.line.{reading.series.comparability}"),
        figure=words.figure_long(figure, records.units[figure.unit]),
        when=words.when(figure.period),
        so=words.say(f"slide.speech.so.{reading.verdict}"),
        n=more,
    )


def _figure(reading: Reading) -> Observation:
    """By which a reading is known: of one that was met late the figure that met it."""
    late = reading.after if reading.verdict is Verdict.MET_LATE else None
    figure = late or nearest_figure(reading) or reading.observation
    if figure is None:
        raise ValueError(f"{reading.series.id}: a reading that counts has a figure")
    return figure


def _groups(status: Status) -> list[list[Reading]]:
    """The readings that count: those of the majority, then each other verdict; the telling one of each is the first."""
    said = status.headline
    found: dict[object, list[Reading]] = {said.side: []} if said.k else {}
    for reading in sorted(status.counted, key=lambda one: [v for v, _ in said.tally].index(one.verdict)):
        side = side_of(reading.verdict)
        found.setdefault(side if said.k and side is said.side else reading.verdict, []).append(reading)
    for group in found.values():
        group.sort(key=lambda one: one.verdict is not said.verdict)
    return list(found.values())


def _unknown(
    status: Status, lead: Reading, about: dict[str, str], records: Records, words: Words
) -> Iterator[str]:
    """What nobody knows: an independent count, the day that is still to come, how far above its floor a figure is."""
    if not any(one.series.independence is Independence.INDEPENDENT for one in status.counted):
        yield words.say("slide.speech.no_independent", **about)
    if not status.due:
        yield words.say("slide.speech.coming", **about)
    figure, reporter = _figure(lead), words.text(lead.series.reporter)
    listed = [one for one in status.listed if one.reason is not Reason.NOTHING_PUBLISHED]
    if figure.bound in _FLOORS:
        amount = words.amount(figure.value, records.units[figure.unit])
        yield words.say(
            "slide.speech.floor", reporter=reporter, amount=amount, when=words.when(figure.period)
        )
    elif status.due and (listed or len(status.counted) > 1):
        yield words.say("slide.speech.listed", n=len(listed), **about)
    elif status.due:
        yield words.say("slide.speech.alone", reporter=reporter, **about)


def years_speech(trend: Trend, target: Target, records: Records, words: Words) -> tuple[str, ...]:
    """Of a target through the years, whose lines are in spoken words: the promise, then line by line."""
    demand = words.demand_long(target, records)
    lines = sorted(trend.lines, key=lambda one: -len(one.points))
    told = [
        words.say("slide.speech.bar", demand=demand, due=words.due(target)),
        *(_line(one, words) for one in lines[:NAMED]),
    ]
    if len(lines) == 1:
        told[1:] = [_way(lines[0], words)]
    if len(lines) > NAMED:
        names = words.listing(one.name for one in lines[NAMED:])
        told.append(words.say("slide.speech.other_lines", n=len(lines) - NAMED, names=names))
    return tuple(told)


def _line(line: TrendLine, words: Words) -> str:
    """From its first figure to its last, or the only one."""
    points = [one for one in line.points if not one.look.hollow] or line.points
    first, last = points[0], points[-1]
    key = "forecast" if last.look.hollow else "one_figure" if len(points) == 1 else "line_says"
    return words.say(
        f"slide.speech.{key}",
        name=line.name,
        first=first.with_unit,
        start=first.when,
        last=last.with_unit,
        end=last.when,
    )


def _way(line: TrendLine, words: Words) -> str:
    """What lies between the first and the last figure of the only line: its longest step."""
    joined = [pair for run in segments(line) if not run.is_unsure for pair in pairwise(run.points)]
    steps = [(a, b) for a, b in joined if a and b and not (a.look.opening or b.look.opening)]
    if len(steps) < 2:
        return words.say("slide.speech.few", name=line.name, n=len(line.points))
    a, b = max(steps, key=lambda one: abs(one[1].value - one[0].value))
    return words.say("slide.speech.step", first=a.with_unit, start=a.when, last=b.with_unit, end=b.when)


def figures_speech(figures: Sequence[Observation], records: Records, words: Words) -> tuple[str, ...]:
    """Of an indicator: the figures from the lowest to the highest, or both ends where they are many."""
    words = words.spoken
    told = [
        words.say(
            "slide.speech.figure",
            place=words.text(records.places[one.geography].label)
            if one.geography in records.places
            else one.geography,
            reporter=words.text(records.series[one.series].reporter),
            figure=words.figure_long(one, records.units[one.unit]),
            when=words.when(one.period),
            published=words.published(one),
        )
        for one in figures
    ]
    if len(told) <= NAMED:
        return tuple(told)
    return (told[0], told[-1], words.say("slide.speech.between", n=len(told) - 2))


def whole_speech(statuses: Sequence[Status], records: Records, words: Words) -> tuple[str, ...]:
    """Of all targets: how many, how many can be judged at all, and which falls due next."""
    words = words.spoken
    counted = sum(bool(one.counted) for one in statuses)
    told = [words.say("slide.speech.whole", n=len(statuses), day=words.day_long(statuses[0].known_on))]
    rest = len(statuses) - counted
    key = "judged_none" if not counted else "judged" if rest else "judged_all"
    told.append(words.say(f"slide.speech.{key}", n=counted, rest=rest))
    coming = min((one.target for one in statuses if not one.due), key=lambda one: one.due, default=None)
    if coming:
        told.append(
            words.say(
                "slide.speech.next",
                measure=words.text(records.indicators[coming.indicator].short),
                demand=words.demand_long(coming, records),
                due=words.due(coming),
            )
        )
    return tuple(told)


def silence_speech(statuses: Iterable[Status], records: Records, words: Words) -> tuple[str, ...]:
    """Of targets of which no reading counts: why, each reason with the first few that it holds for."""
    found: dict[Verdict, list[str]] = {}
    for one in statuses:
        name = words.text(records.indicators[one.target.indicator].short)
        found.setdefault(one.headline.verdict, []).append(name)

    def names(every: Sequence[str]) -> str:
        every = tuple(dict.fromkeys(every))
        more = [words.say("slide.more_sources", n=len(every) - NAMED)] if len(every) > NAMED else []
        return words.series([*every[:NAMED], *more]) if more else words.listing(every)

    return tuple(
        words.say(f"slide.speech.silent.{verdict}", names=names(some)) for verdict, some in found.items()
    )
