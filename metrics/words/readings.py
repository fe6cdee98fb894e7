"""Readings: one target compared with one series, in sentences.

In: a reading and the records it refers to. Out: sentences in the order in which they are read: what the
series says and what follows from it; since when; how its definition stands to the target; the pace; and
what must stand beside the figure. Each case of the rules has a first sentence of its own.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from metrics.progress.planned import KEPT, OPEN, SHORT, on_the_way
from metrics.progress.result import NotCounted, Pace, Path, Point, Reading, Reason, Refusal, Verdict
from metrics.progress.throughout import BROKEN, HELD, SO_FAR, UNTOLD
from metrics.records.calculated import CalculatedObservation
from metrics.records.model import Observation, Unit
from metrics.records.store import Records
from metrics.records.vocabulary import Bound, Kind, Usable
from metrics.words.cautions import overlap
from metrics.words.demands import demand_long
from metrics.words.numbers import rounded
from metrics.words.phrases import Phrases

_SAID_ALREADY = (NotCounted.NOT_COMPARABLE, NotCounted.NO_FIGURE)  # the first sentence says it
_CLOSED = (Bound.EXACT, Bound.ABOUT)
MOST_PARTS = 3  # figures that are named one by one; of more, the first and the last
_BESIDE = ("beside", "beside_one")  # of the only figure named, of one among several


def sentences(words: Phrases, reading: Reading, known_on: date, records: Records) -> tuple[str, ...]:
    """All sentences for a reading; the first one stands alone."""
    return tuple(_sentences(words, reading, known_on, records))


def _sentences(words: Phrases, reading: Reading, known_on: date, records: Records) -> Iterator[str]:
    unit = records.units[reading.series.unit]
    yield _first(words, reading, known_on, records)
    if reading.case in (1, 2):
        return
    since, run = reading.since, [pace for pace in reading.paces if pace.verdict]
    named = _named(reading)
    for figure in named:
        yield from _wording(words, figure, unit, _BESIDE[len(named) > 1])
        yield from _worked_out(words, figure, records)
    if reading.verdict is Verdict.MET_EARLY and since and since is not reading.observation:
        yield words.say("reading.since", **_figure(words, since, unit))
    yield from _planned(words, reading)
    yield words.say(f"definition.{reading.series.comparability}")
    yield from _paces(words, run, reading, records)
    if reading.newer and run:
        key = "reading.newer_part" if reading.newer.bound in _CLOSED else "reading.newer_open"
        yield words.say(key, **_figure(words, reading.newer, unit))
    points = [point.observation for pace in run for point in (pace.start, pace.latest) if point]
    every = dict.fromkeys(one for one in (*named, since, *points) if one)
    for figure in every:
        if figure.usable is Usable.FLAG and figure.note:
            beside = _BESIDE[len(every) > 1]
            yield words.say(f"{beside}.flagged", note=figure.note, when=words.when(figure.period))
    if named:
        yield from overlap(words, named[0], records)
    if reading.not_counted and reading.not_counted not in _SAID_ALREADY:
        yield words.say("reading.listed", reason=words.say(f"not_counted.{reading.not_counted}"))


def _named(reading: Reading) -> tuple[Observation, ...]:
    """The figures that the first sentence names."""
    named = {5: (reading.observation, reading.after), 8: (reading.before, reading.after)}
    return tuple(one for one in named.get(reading.case, (reading.observation,)) if one)


def _wording(words: Phrases, figure: Observation, unit: Unit, beside: str) -> Iterator[str]:
    """What a figure's wording allows, and how firm it is."""
    when = words.when(figure.period)
    if figure.bound is Bound.ABOUT and figure.low is not None and figure.high is not None:
        allowed = words.amounts(figure.low, figure.high, unit)
        yield words.say(f"{beside}.allowed", range=allowed, when=when)
    if figure.kind is Kind.ESTIMATE:
        firm = "provisional_estimate" if figure.provisional else "estimate"
        yield words.say(f"{beside}.{firm}", when=when)
    elif figure.provisional:
        yield words.say(f"{beside}.provisional", when=when)


def _worked_out(words: Phrases, figure: Observation, records: Records) -> Iterator[str]:
    """From which figures one was worked out, and for which years a sum has none."""
    if not isinstance(figure, CalculatedObservation):
        return

    def part(one: Observation) -> str:
        amount, when = words.figure_long(one, records.units[one.unit]), words.when(one.period)
        if one.group is None:
            return words.say("reading.part", figure=amount, when=when)
        group = words.text(records.groups[one.group].label)
        return words.say("reading.part_of_group", group=group, figure=amount, when=when)

    parts = figure.parts
    if len(parts) > MOST_PARTS:
        by_time = sorted(parts, key=lambda one: one.period.end)
        ends = {"first": part(by_time[0]), "last": part(by_time[-1])}
        yield words.say("reading.worked_out_of_many", n=len(parts), **ends)
    else:
        yield words.say("reading.worked_out", parts=words.listing(map(part, parts)))
    if figure.missing:
        years = words.listing(words.say("period.year", year=str(year)) for year in figure.missing)
        yield words.say("reading.missing_years", years=years)


def _figure(words: Phrases, figure: Observation, unit: Unit) -> dict[str, str]:
    return {
        "figure": words.figure_long(figure, unit),
        "when": words.when(figure.period),
        "published": words.published(figure),
    }


def _later(words: Phrases, figure: Observation, unit: Unit) -> dict[str, str]:
    return {f"later_{name}": text for name, text in _figure(words, figure, unit).items()}


def _first(words: Phrases, reading: Reading, known_on: date, records: Records) -> str:
    """The first sentence, by case."""
    target, series = reading.target, reading.series
    unit, target_unit = records.units[series.unit], records.units[target.unit]
    texts = {
        "reporter": words.text(series.reporter),
        "known_on": words.day(known_on),
        "unit": words.text(unit.label),
        "target_unit": words.text(target_unit.label),
        "demand": demand_long(words, target, records),
        "due": words.due(target),
        "verdict": words.say(f"verdict_inside.{reading.verdict}"),
    }
    figure = reading.observation
    if figure is None or reading.case in (1, 2):
        return words.say(f"no_reading.{reading.reason or Reason.NOTHING_PUBLISHED}", **texts)
    if reading.case == 8:
        return _unverified(words, reading, unit, texts)
    texts |= _figure(words, figure, unit)
    if reading.case == 5 and reading.after:
        texts |= _later(words, reading.after, unit)
    if reading.case == 10:
        texts["end"] = words.day(figure.period.end)
    if reading.case == 11:
        texts["refusal"] = words.listing(_refusals(words, reading))
    if reading.case == UNTOLD:
        texts["gaps"] = words.listing(_gaps(words, reading, known_on))
    if reading.case in (KEPT, SHORT, OPEN):
        asked = next(one.asked.value for one in reading.planned if one.figure is figure)
        texts["asked"] = demand_long(words, on_the_way(target, asked), records)
    early = {Reason.NO_YEAR_YET: "reading.no_year", Reason.NO_PLANNED_YET: "reading.no_planned"}
    return words.say(early[reading.reason] if reading.reason in early else _BY_CASE[reading.case], **texts)


_BY_CASE = {
    3: "reading.met",
    4: "reading.inconclusive",
    5: "reading.met_late",
    6: "reading.missed",
    7: "reading.met_before",
    9: "reading.met_early",
    10: "reading.stale",
    11: "reading.no_pace",
    12: "reading.pace",
    13: "reading.pace",
    BROKEN: "reading.broken",
    HELD: "reading.held",
    UNTOLD: "reading.untold",
    SO_FAR: "reading.so_far",
    KEPT: "reading.along_path",
    SHORT: "reading.along_path",
    OPEN: "reading.along_path",
}


def _planned(words: Phrases, reading: Reading) -> Iterator[str]:
    """What a series says of each value on the way, period by period, those alike together."""
    answers = {"kept": True, "short": False, "open": None}
    for key, answer in answers.items():
        periods = [one.asked.period for one in reading.planned if one.figure and one.passes is answer]
        if periods:
            yield words.say(f"planned.{key}", periods=words.listing(map(words.period, periods)))
    silent = [one.asked.period for one in reading.planned if one.figure is None]
    if silent and len(silent) < len(reading.planned):
        yield words.say("planned.silent", periods=words.listing(map(words.period, silent)))


def _unverified(words: Phrases, reading: Reading, unit: Unit, texts: dict[str, str]) -> str:
    if reading.before and reading.after:
        texts |= _figure(words, reading.before, unit) | _later(words, reading.after, unit)
        return words.say("reading.unverified_between", **texts)
    if reading.before:
        return words.say("reading.unverified_before", **texts | _figure(words, reading.before, unit))
    known = reading.after or reading.observation
    return words.say("reading.unverified_after", **texts | (_figure(words, known, unit) if known else {}))


def _refusals(words: Phrases, reading: Reading) -> list[str]:
    """Why no path is run, each reason once, and one that binds both paths alone."""
    found = dict.fromkeys(pace.refusal for pace in reading.paces if pace.refusal)
    weak = (Refusal.NOT_CHOSEN, Refusal.NOT_DECLARED, Refusal.RATIO, Refusal.TARGET_ZERO)
    return [words.say(f"refusal.{one}") for one in found if one not in weak or len(found) == 1]


def _gaps(words: Phrases, reading: Reading, known_on: date) -> list[str]:
    """The years that leave a promise about every year undecided; before it is due none after the last one told of."""
    told = max((one.year for one in reading.years if one.figure), default=0)
    last = reading.years[-1].year if known_on >= reading.target.due else told
    open_years = [one.year for one in reading.years if not one.passes and one.year <= last]
    return [words.say("period.year", year=str(year)) for year in open_years]


def _paces(words: Phrases, run: Sequence[Pace], reading: Reading, records: Records) -> Iterator[str]:
    if not run:
        return
    unit = records.units[reading.target.unit]
    start, latest = run[0].start, run[0].latest
    if start and latest:
        yield words.say(
            "pace.measured",
            start=point(words, start, reading, unit),
            latest=point(words, latest, reading, unit),
        )
    for pace in run:
        yield from _pace(words, pace, unit)
    for pace in reading.paces:
        if pace.refusal is Refusal.NOT_DECLARED and reading.target.path and reading.target.path_reason:
            path = words.say(f"path.{reading.target.path}")
            yield words.say("pace.declared", path=path, reason=reading.target.path_reason)
        elif pace.refusal:
            yield words.say(f"pace.left_out.{pace.path}", refusal=words.say(f"refusal.{pace.refusal}"))


def point(words: Phrases, one: Point, reading: Reading, unit: Unit) -> str:
    """A point of a pace: its figure, its period, and whether it was reported at all.

    Args:
        words: the language.
        one: the start or the latest point of a pace of the reading.
        reading: the reading.
        unit: the target's unit.
    """
    figure = one.observation
    if figure is None:
        period = reading.target.baseline_period
        when = words.when(period) if period else words.day(one.day)
        return words.say("pace.baseline", figure=words.amount(one.value, unit), when=when)
    key = "pace.derived" if figure.kind is Kind.DERIVED else "pace.stated"
    return words.say(key, figure=words.figure_long(figure, unit), when=words.when(figure.period))


def _pace(words: Phrases, pace: Pace, unit: Unit) -> Iterator[str]:
    if pace.actual is None or pace.required is None or pace.value_at_due is None:
        return
    yield words.say(
        f"pace.run.{pace.path}",
        actual=change(words, pace.actual, pace.path, unit),
        required=change(words, pace.required, pace.path, unit),
        verdict=words.say(f"verdict_inside.{pace.verdict}"),
    )
    leads = {"value": words.amount(rounded(possible(pace)), unit)}
    if pace.needed is not None:
        leads["needed"] = change(words, pace.needed, pace.path, unit)
    if pace.arrival is not None:
        leads["arrival"] = str(pace.arrival)
    yield words.say(_LEADS["needed" in leads, "arrival" in leads], **leads)


def possible(pace: Pace) -> float:
    """Where a pace leads at the due date: not below zero, where what is measured never was."""
    value = pace.value_at_due or 0.0
    never = all(point.value >= 0 for point in (pace.start, pace.latest) if point)
    return max(value, 0.0) if never else value


_LEADS = {  # by whether there is time left, and whether the target is reached at all
    (True, True): "pace.leads",
    (True, False): "pace.leads_never",
    (False, True): "pace.leads_done",
    (False, False): "pace.leads_done_never",
}


def change(words: Phrases, speed: float, path: Path, unit: Unit) -> str:
    """A pace in words, to three digits: ``a rise of RMB 56 bn a year``, ``growth of 26.2% a year``.

    Args:
        words: the language.
        speed: yearly steps in ``unit`` for the linear path, a growth rate (0.2) for the compound one.
        path: which of the two it is.
        unit: the target's unit; steps of a percentage are percentage points.
    """
    which = "still" if not speed else "rise" if speed > 0 else "fall"
    if path is Path.COMPOUND:
        return words.say(f"pace.growth.{which}", amount=words.percent(rounded(abs(speed))))
    size = rounded(abs(speed))
    return words.say(f"pace.step.{which}", amount=words.step(size, unit))
