"""The headline: what the readings of one target say together.

In: readings. Out: a :class:`Headline`: k of n and a tally; never a score, never an average.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from metrics.progress.result import Headline, NotCounted, Reading, Side, Verdict
from metrics.records.vocabulary import Independence

MET_SIDE = (Verdict.MET, Verdict.MET_EARLY, Verdict.ON_TRACK)  # strongest first
OTHER_SIDE = (
    Verdict.MISSED,
    Verdict.MET_LATE,
    Verdict.GOING_BACKWARDS,
    Verdict.FAR_BEHIND,
    Verdict.BEHIND,
)
STRONGEST_FIRST = (
    *MET_SIDE,
    *OTHER_SIDE,
    Verdict.DEPENDS_ON_PATH,
    Verdict.INCONCLUSIVE,
    Verdict.UNVERIFIED,
    Verdict.STALE,
    Verdict.TOO_EARLY,
    Verdict.NO_DATA,
    Verdict.NOT_COMPARABLE,
    Verdict.ENDED,
)
STATE = (Independence.SELF_REPORTED, Independence.STATE_AFFILIATED)
SEVERAL = 2  # from so many counted readings on, one that depends on the path stands on both sides


def side_of(verdict: Verdict) -> Side:
    """On which side of a target a verdict stands.

    >>> side_of(Verdict.MET_LATE).value, side_of(Verdict.DEPENDS_ON_PATH).value
    ('other', 'undecided')
    """
    if verdict in MET_SIDE:
        return Side.MET
    return Side.OTHER if verdict in OTHER_SIDE else Side.UNDECIDED


def headline(readings: Sequence[Reading], *, due: bool) -> Headline:
    """What some readings of one target say together.

    More than half of the counted readings on one side decide: when due with the strongest verdict
    there, before that with the weakest. Without such a majority k is 0.

    Args:
        readings: counted and listed ones.
        due: whether the target has fallen due.
    """
    verdicts = [reading.verdict for reading in readings if reading.counts]
    n = len(verdicts)
    if not n:
        return Headline(_without_counted(readings, due=due), 0, 0, False, Side.UNDECIDED, ())
    counts = Counter(verdicts)
    tally = tuple((verdict, counts[verdict]) for verdict in STRONGEST_FIRST if verdict in counts)
    contested = _contested(verdicts)
    for side, ranked in ((Side.MET, MET_SIDE), (Side.OTHER, OTHER_SIDE)):
        k = sum(counts[verdict] for verdict in ranked)
        if 2 * k > n:
            present = [verdict for verdict in ranked if verdict in counts]
            return Headline(present[0] if due else present[-1], k, n, contested, side, tally)
    one_reason = len(counts) == 1 and side_of(verdicts[0]) is Side.UNDECIDED
    verdict = verdicts[0] if one_reason else Verdict.INCONCLUSIVE
    return Headline(verdict, 0, n, contested, Side.UNDECIDED, tally)


def _contested(verdicts: Sequence[Verdict]) -> bool:
    sides = {side_of(verdict) for verdict in verdicts}
    both = Verdict.DEPENDS_ON_PATH in verdicts and len(verdicts) >= SEVERAL
    return both or {Side.MET, Side.OTHER} <= sides


def _without_counted(readings: Iterable[Reading], *, due: bool) -> Verdict:
    readings = tuple(readings)
    silent = (NotCounted.NOT_COMPARABLE, NotCounted.NO_FIGURE)
    if any(reading.not_counted not in silent for reading in readings):
        return Verdict.UNVERIFIED if due else Verdict.STALE
    if any(reading.verdict is Verdict.NOT_COMPARABLE for reading in readings):
        return Verdict.NOT_COMPARABLE
    return Verdict.NO_DATA


def group_headline(
    readings: Sequence[Reading], independence: Iterable[Independence], *, due: bool
) -> Headline | None:
    """The headline of the series of some groups by themselves; None where there is no such series."""
    wanted = frozenset(independence)
    group = [reading for reading in readings if reading.series.independence in wanted]
    return headline(group, due=due) if group else None
