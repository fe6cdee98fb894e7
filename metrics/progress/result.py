"""What the engine says: frozen results, without a word of prose.

``words`` turns them into sentences, ``figures`` into pictures, ``exports`` into files. The cases and
their order are those of the verdict rules (docs/verdicts.md); ``case`` is the number of the row.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from metrics.records.model import Edition, Observation, PathValue, Series, Target
from metrics.records.vocabulary import DeclaredPath


class Verdict(StrEnum):
    """The verdict of a reading, or of the readings of one target together."""

    MET = "met"
    MET_EARLY = "met_early"
    MET_LATE = "met_late"
    MISSED = "missed"
    UNVERIFIED = "unverified"
    INCONCLUSIVE = "inconclusive"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    FAR_BEHIND = "far_behind"
    GOING_BACKWARDS = "going_backwards"
    DEPENDS_ON_PATH = "depends_on_path"
    TOO_EARLY = "too_early"
    STALE = "stale"
    NO_DATA = "no_data"
    NOT_COMPARABLE = "not_comparable"
    ENDED = "ended"  # of a headline alone: the promise was ended before it was due


class Side(StrEnum):
    """On which side of a target a verdict stands."""

    MET = "met"
    OTHER = "other"
    UNDECIDED = "undecided"


Path = DeclaredPath  # how a quantity is expected to travel to its target


class Refusal(StrEnum):
    """Why a pace is not computed."""

    FEW_POINTS = "few_points"  # no usable point 365 days or more after the start
    NOT_POSITIVE = "not_positive"  # compound needs start, latest and target above 0
    RATIO = "ratio"  # a ratio is judged on linear alone
    TARGET_ZERO = "target_zero"  # a target of 0 is judged on linear alone
    START_SATISFIES = "start_satisfies"  # the start already passes the target
    START_AT_TARGET = "start_at_target"  # the start stands at the number of a strict target: nothing to pace
    DUE_AT_START = "due_at_start"  # the due date is not after the start
    EQUAL_DATES = "equal_dates"  # start and latest stand on one day
    NOT_DECLARED = "not_declared"  # the target declares another path
    NOT_CHOSEN = "not_chosen"  # the reader chose another path


class Reason(StrEnum):
    """Why a reading says what it says, where the verdict alone does not say it."""

    NOTHING_PUBLISHED = "nothing_published"  # no row at all was known
    FORECASTS_ONLY = "forecasts_only"
    DERIVED_ONLY = "derived_only"
    FORECASTS_AND_DERIVED = "forecasts_and_derived"
    PARTS_OF_YEAR_ONLY = "parts_of_year_only"  # halves or quarters of a flow
    SPANS_ONLY = "spans_only"  # totals or means over years, compared with the promise of one
    OTHER_PERIODS_ONLY = "other_periods_only"  # the target names a period, and no figure is for just that
    OTHER_PLACES_ONLY = "other_places_only"
    DIFFERENT_DEFINITION = "different_definition"
    DIFFERENT_UNIT = "different_unit"
    FEW_POINTS = "few_points"
    PATHS_REFUSED = "paths_refused"
    NO_YEAR_YET = "no_year_yet"  # nothing is known of any year of a promise about every year
    NO_PLANNED_YET = "no_planned_yet"  # nothing is known of any period for which the plan gives a value


class NotCounted(StrEnum):
    """Why a reading is listed but does not count in the headline."""

    NOT_COMPARABLE = "not_comparable"
    NO_FIGURE = "no_figure"  # nothing judged is known
    REPEATS = "repeats"  # the series repeats another
    TOO_OLD = "too_old"  # no judged figure inside the 24 months
    AFTER_DUE = "after_due"  # judged figures only for periods after the due date


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a pace: ``value`` in the target's unit at the end of a period."""

    day: date
    value: float
    observation: Observation | None  # None: the plan's stated baseline


@dataclass(frozen=True, slots=True)
class Pace:
    """One path of one reading.

    Rates are yearly steps in the target's unit for ``linear`` and growth rates (0.2 = 20 % a year)
    for ``compound``. ``ratio`` = actual / required. Years are days / 365.25.
    """

    path: Path
    verdict: Verdict | None  # ON_TRACK, BEHIND, FAR_BEHIND, GOING_BACKWARDS; None if refused
    refusal: Refusal | None = None
    start: Point | None = None
    latest: Point | None = None
    ratio: float | None = None
    actual: float | None = None
    required: float | None = None
    needed: float | None = None  # the pace needed from the latest point to the due date
    value_at_due: float | None = None  # where the pace so far leads at the due date
    arrival: int | None = None  # calendar year in which the pace so far reaches the target; None: never


@dataclass(frozen=True, slots=True)
class HeldYear:
    """One year of a promise about every year."""

    year: int
    figure: Observation | None  # None: nothing is known of it
    passes: bool | None  # None: cannot be decided, or there is no figure


@dataclass(frozen=True, slots=True)
class PlannedValue:
    """One value of a path that the plan itself gives."""

    asked: PathValue
    figure: Observation | None  # None: nothing is known of its period
    passes: bool | None  # None: cannot be decided, or there is no figure


@dataclass(frozen=True, slots=True)
class Reading:
    """One target compared with one series."""

    target: Target
    series: Series
    verdict: Verdict
    case: int  # 1 to 20: the rule that decided
    counts: bool
    not_counted: NotCounted | None
    observation: Observation | None  # the figure that decided, or the newest judged one known
    before: Observation | None = None  # unverified: the nearest judged figure before the due period
    after: Observation | None = None  # unverified: the nearest after; met_late: the later figure
    since: Observation | None = None  # met early: first that passes, none failing after it; stale: last
    reason: Reason | None = None
    paces: tuple[Pace, ...] = ()
    newer: Observation | None = None  # a newer judged figure that is no pace point (an open end)
    years: tuple[HeldYear, ...] = ()  # of a promise about every year
    planned: tuple[PlannedValue, ...] = ()  # where the plan itself gives values on the way


@dataclass(frozen=True, slots=True)
class Headline:
    """What some readings of one target say together.

    ``k`` of ``n`` counted readings stand on the side of ``verdict``; k is 0 where there is no majority.
    ``tally`` counts every verdict among the counted readings, strongest first.
    """

    verdict: Verdict
    k: int
    n: int
    contested: bool
    side: Side
    tally: tuple[tuple[Verdict, int], ...]


@dataclass(frozen=True, slots=True)
class EditionStatus:
    """A form that a promise had, and what its readings say of it together on the day of its status."""

    edition: Edition | None  # None: the promise as its plan made it
    target: Target
    headline: Headline


@dataclass(frozen=True, slots=True)
class Status:
    """Where one target stands on one day."""

    target: Target  # as it stood on that day
    known_on: date
    due: bool  # known_on >= target.due, and not ended before
    readings: tuple[Reading, ...]  # every series of the indicator: counted first, order of the file
    headline: Headline
    independent: Headline | None  # None: no independent series
    state: Headline | None  # self-reported and state-affiliated series; None: there is none
    differ: bool  # both groups have a reading that counts, and their verdicts differ
    editions: tuple[
        EditionStatus, ...
    ] = ()  # every form that is known, the first one first; none without editions

    @property
    def counted(self) -> tuple[Reading, ...]:
        """The readings that count."""
        return tuple(r for r in self.readings if r.counts)

    @property
    def listed(self) -> tuple[Reading, ...]:
        """The readings that are shown and do not count."""
        return tuple(r for r in self.readings if not r.counts)


@dataclass(frozen=True, slots=True)
class Progress:
    """All targets of all plans that exist on a day."""

    known_on: date
    path: Path | None  # None: both
    statuses: Mapping[str, Status]  # target id -> status, order of the file


class Answer(StrEnum):
    """What a benchmark says of a goal."""

    SUPPORTS = "supports"
    DOES_NOT_SUPPORT = "does_not_support"
    CANNOT_SAY = "cannot_say"
    NO_RECENT_FIGURE = "no_recent_figure"  # there are figures, none of them recent enough for now
    NO_FIGURE_THEN = "no_figure_then"  # there are figures, none of them for the milestone
    NO_FIGURE = "no_figure"  # none at all
    NOT_YET = "not_yet"  # the milestone lies after the known-on day

    @property
    def silent(self) -> bool:
        """Whether nothing is said, for want of a figure."""
        return self not in (Answer.SUPPORTS, Answer.DOES_NOT_SUPPORT, Answer.CANNOT_SAY)
