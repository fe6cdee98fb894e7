"""Examples: for each rule a real figure or reading to which it applied on the day.

In: the records of a known-on day, their :class:`Progress`, and the plans to look in first. Out: an
:class:`Examples`. Picking is by rule and never by taste: the first that fits, in the plans named, then in all
others, readings that count before those that are listed. Where nothing fits there is no example. Every number in
it is a result of the engine; :data:`FORMULAS` are the texts of its formulas, by which a test works them out again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from metrics.progress.benchmarks import BenchmarkResult, goal_results
from metrics.progress.currency import DOLLAR, Conversion, NotConverted, convert
from metrics.progress.due_period import DUE_MONTHS, for_due_period, speaks_for
from metrics.progress.evidence import evidence_for
from metrics.progress.intervals import satisfies
from metrics.progress.known import with_hindsight
from metrics.progress.pace import YEAR_DAYS
from metrics.progress.reading import SILENT_MONTHS
from metrics.progress.result import NotCounted, Pace, Path, Progress, Reading, Reason, Status, Verdict
from metrics.records.interval import interval
from metrics.records.model import Observation, Target
from metrics.records.period import months_before
from metrics.records.store import Records
from metrics.records.vocabulary import Bound

CASES = range(1, 14)


@dataclass(frozen=True, slots=True)
class Formula:
    """The formulas of one path, in the letters of docs/verdicts.md, section 5.

    a, b and g are the values at start, latest point and target; t the years from start to latest, T those
    from start to the due date.
    """

    actual: str
    required: str
    at_due: str
    needed: str


FORMULAS: Mapping[Path, Formula] = {
    Path.LINEAR: Formula("(b - a) / t", "(g - a) / T", "a + T * (b - a) / t", "(g - b) / (T - t)"),
    Path.COMPOUND: Formula(
        "(b / a) ** (1 / t) - 1",
        "(g / a) ** (1 / T) - 1",
        "a * (b / a) ** (T / t)",
        "(g / b) ** (1 / (T - t)) - 1",
    ),
}


@dataclass(frozen=True, slots=True)
class ReadingExample:
    """A reading with the status it belongs to."""

    status: Status
    reading: Reading

    @property
    def unpublished(self) -> bool:
        """Whether the series had published nothing by then: it is not named, for its name would come too early."""
        return self.reading.reason is Reason.NOTHING_PUBLISHED

    @property
    def answer(self) -> bool | None:
        """Whether the deciding figure satisfies the target; None: cannot be decided, or there is none."""
        figure = self.reading.observation
        return satisfies(interval(figure), self.reading.target) if figure else None

    @property
    def due_after(self) -> date:
        """The due period holds the days after this one, up to and including the due date."""
        return months_before(self.status.target.due, DUE_MONTHS)

    @property
    def silent_after(self) -> date:
        """A series whose last period ended on this day or before it is silent (case 10)."""
        return months_before(self.status.known_on, SILENT_MONTHS)

    @property
    def counts_after(self) -> date:
        """A reading counts with a figure for a period that ended after this day, and not after the due date."""
        return months_before(self.counts_until, SILENT_MONTHS)

    @property
    def counts_until(self) -> date:
        """The earlier of due date and known-on day, from which the 24 months of a count run back."""
        return min(self.status.target.due, self.status.known_on)


@dataclass(frozen=True, slots=True)
class Inputs:
    """What went into the formulas of a pace."""

    a: float
    b: float
    g: float
    days: int  # from start to latest point
    days_to_due: int  # from start to the due date

    @property
    def t(self) -> float:
        """Years from start to latest point."""
        return self.days / YEAR_DAYS

    @property
    def T(self) -> float:  # noqa: N802  the letter of the formula
        """Years from start to the due date."""
        return self.days_to_due / YEAR_DAYS

    @property
    def letters(self) -> Mapping[str, float]:
        """Letter -> value."""
        return {"a": self.a, "b": self.b, "g": self.g, "t": self.t, "T": self.T}


def inputs(pace: Pace, target: Target) -> Inputs:
    """The inputs of a pace that was computed.

    Raises:
        ValueError: it was refused.
    """
    if pace.start is None or pace.latest is None or pace.ratio is None:
        raise ValueError(f"{target.id}: the {pace.path} path has no pace")
    start, latest = pace.start, pace.latest
    return Inputs(
        a=start.value,
        b=latest.value,
        g=target.value,
        days=(latest.day - start.day).days,
        days_to_due=(target.due - start.day).days,
    )


@dataclass(frozen=True, slots=True)
class DuePeriod:
    """The days that count as the due period of a target, with a figure inside and one outside."""

    status: Status
    after: date  # the window holds the days after this one, up to and including the due date
    inside: Observation | None
    outside: Observation | None


@dataclass(frozen=True, slots=True)
class Examples:
    """One example for each rule, as far as the day has one."""

    cases: Mapping[int, ReadingExample | None]
    pace: ReadingExample | None  # a reading with a pace on both paths, else on one
    headline: Status | None  # a majority, with readings beside it where there is such a one
    not_counted: Mapping[NotCounted, ReadingExample | None]
    bounds: Mapping[Bound, tuple[Observation, Target] | None]  # a figure and the target it is compared with
    due_period: DuePeriod | None
    vintages: tuple[Observation, ...]  # of one period, by publication; empty where none was revised
    delay: Observation | None  # a figure of the first page, to show its period apart from its publication
    benchmark: BenchmarkResult | None
    converted: Conversion | None
    not_converted: Conversion | None
    reasons: bool  # whether the reasons of benchmarks, which are written with hindsight, show on the day


def examples(records: Records, progress: Progress, first: Sequence[str]) -> Examples:
    """One example for each rule.

    Args:
        records: the records known on the day of ``progress``.
        progress: the readings of that day.
        first: ids of plans, looked in before all others.
    """
    tried = list(_in_turn(progress, first))
    return Examples(
        cases={case: next((one for one in tried if one.reading.case == case), None) for case in CASES},
        pace=_first(tried, lambda one: _paced(one) == len(Path))
        or _first(tried, lambda one: _paced(one) > 0),
        headline=_majority(progress, first),
        not_counted={
            why: next((one for one in tried if one.reading.not_counted is why), None) for why in NotCounted
        },
        bounds={bound: _bounded(records, tried, bound) for bound in Bound},
        due_period=_due_period(records, tried),
        vintages=_vintages(records, tried),
        delay=_delay(records),
        benchmark=_benchmark(records, progress, first),
        converted=_converted(records, None),
        not_converted=_converted(records, NotConverted.NO_RATE)
        or _converted(records, NotConverted.REAL_PRICES),
        reasons=with_hindsight(records, progress.known_on),
    )


def _in_order(progress: Progress, first: Sequence[str]) -> list[Status]:
    statuses = list(progress.statuses.values())
    return sorted(statuses, key=lambda status: status.target.plan not in first)


def _in_turn(progress: Progress, first: Sequence[str]) -> Iterator[ReadingExample]:
    """All readings, in the order in which they are tried: by plan, then those that count, the unpublished last."""
    found = [
        ReadingExample(status, reading)
        for status in _in_order(progress, first)
        for reading in status.readings
    ]
    yield from sorted(
        found,
        key=lambda one: (one.unpublished, one.status.target.plan not in first, not one.reading.counts),
    )


def _first(tried: Iterable[ReadingExample], fits: Callable[[ReadingExample], bool]) -> ReadingExample | None:
    return next((one for one in tried if fits(one)), None)


def _paced(one: ReadingExample) -> int:
    return sum(pace.verdict is not None for pace in one.reading.paces)


def _majority(progress: Progress, first: Sequence[str]) -> Status | None:
    """A headline with a majority and something beside it; else any majority; else any that counts."""
    statuses = [one for one in _in_order(progress, first) if one.headline.n]
    return (
        next((one for one in statuses if 0 < one.headline.k < one.headline.n), None)
        or next((one for one in statuses if one.headline.k), None)
        or next(iter(statuses), None)
    )


def _bounded(
    records: Records, tried: Sequence[ReadingExample], bound: Bound
) -> tuple[Observation, Target] | None:
    """A deciding figure of this wording; else any judged figure that can be compared with its target."""
    for one in tried:
        figure = one.reading.observation
        if figure and figure.bound is bound and one.reading.verdict is not Verdict.NOT_COMPARABLE:
            return figure, one.reading.target
    for one in tried:
        if one.reading.verdict in (Verdict.NOT_COMPARABLE, Verdict.NO_DATA):
            continue
        target = one.reading.target
        for figure in evidence_for(records, one.reading.series.id, target, one.status.known_on).figures:
            if figure.bound is bound:
                return figure, target
    return None


def _due_period(records: Records, tried: Sequence[ReadingExample]) -> DuePeriod | None:
    """A due target for which one figure speaks and an earlier or later one does not."""
    found: DuePeriod | None = None
    for one in tried:
        status, target = one.status, one.reading.target
        if not status.due or one.reading.case < CASES[2]:
            continue
        measure = records.indicators[target.indicator].measure
        figures = evidence_for(records, one.reading.series.id, target, status.known_on).figures
        inside = for_due_period(figures, target.due, measure)
        outside = next((f for f in reversed(figures) if not speaks_for(f.period, target.due, measure)), None)
        found_here = DuePeriod(status, months_before(target.due, DUE_MONTHS), inside, outside)
        if inside and outside:
            return found_here
        if inside and found is None:
            found = found_here
    return found


def _vintages(records: Records, tried: Sequence[ReadingExample]) -> tuple[Observation, ...]:
    """The judged figures of one period that was revised: of a series that is read, else of any."""
    read = [(one.reading.series.id, one.reading.target.place) for one in tried]
    others = [(series, place) for series in records.series for place in records.places]
    for series, place in dict.fromkeys([*read, *others]):
        by_period: dict[tuple[date, date], list[Observation]] = {}
        for row in records.observations_of(series):
            if row.geography == place and row.judged:
                by_period.setdefault(row.period.days, []).append(row)
        revised = [rows for rows in by_period.values() if len({row.value for row in rows}) > 1]
        if revised:
            return tuple(sorted(revised[-1], key=lambda row: row.known))
    return ()


def _delay(records: Records) -> Observation | None:
    """The newest figure of the indicator of the first page whose publication came after its period."""
    late = [
        row
        for row in records.observations.values()
        if row.indicator == records.glance.indicator and row.judged and row.known > row.period.end
    ]
    return max(late, key=lambda row: (row.known, row.period.end), default=None)


def _benchmark(records: Records, progress: Progress, first: Sequence[str]) -> BenchmarkResult | None:
    """A benchmark with an answer at its milestone, else now."""
    goals = sorted(records.goals.values(), key=lambda goal: goal.plan not in first)
    results = [one for goal in goals for one in goal_results(records, goal, progress.known_on)]
    return next((one for one in results if not one.at_milestone.silent), None) or next(
        (one for one in results if not one.now.silent), None
    )


def _converted(records: Records, refusal: NotConverted | None) -> Conversion | None:
    """The newest judged figure, those of the first page's indicator first, that is converted to dollars, or not so."""
    rows = sorted(
        (
            row
            for row in records.observations.values()
            if row.judged and records.units[row.unit].currency != DOLLAR
        ),
        key=lambda row: (row.indicator != records.glance.indicator, -row.known.toordinal()),
    )
    if refusal is NotConverted.REAL_PRICES:
        rows = [row for row in records.observations.values() if row.judged]
    made = (convert(records, row, DOLLAR) for row in rows)
    return next(
        (one for one in made if one.refusal is refusal and (refusal is not None or one.rate is not None)),
        None,
    )
