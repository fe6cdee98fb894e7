"""The milestone strip: every dated target of some plans, on one axis of years.

In: the statuses to show. Out: one table that is drawn as lines on a time axis where there is room, and as a
matrix of lines and due dates where there is not.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from types import MappingProxyType
from typing import Literal

from metrics.figures.blocks.environment import Link, render
from metrics.figures.blocks.key import signs_key
from metrics.figures.palette import Mode
from metrics.figures.typesetting import text_width
from metrics.progress.history import Step
from metrics.progress.result import Status
from metrics.records.model import Indicator, Plan, Target, Unit
from metrics.records.store import Records
from metrics.words import Words
from metrics.words.demands import says_unit

MOST_LINES = 12  # on the page at once; the others are folded
#: A cell is up to 120 px wide and the axis 480 px at the width of a laptop's screen.
NARROWEST_CELL = 120 / 480
#: The axis at the narrowest width at which lines are drawn (560 px), its end, and the letters and air of a due date on it.
NARROWEST_AXIS, AXIS_END = 388, 16  # px
HEAD, APART = 15, 8  # px
SIGN, VERDICT, DEMAND = 17, 15, 13  # px from a due date to its label, and the letters of its lines


@dataclass(frozen=True, slots=True)
class YearAxis:
    """Whole years, from 1 January of ``first`` to 31 December of ``last``."""

    first: int
    last: int

    def share(self, day: date) -> float:
        """Where the end of a day stands, from 0 to 1; days outside stand on the edge.

        >>> YearAxis(2017, 2030).share(date(2020, 12, 31)), YearAxis(2017, 2030).share(date(2031, 5, 1))
        (0.28571, 1.0)
        """
        length = date(day.year, 12, 31).timetuple().tm_yday
        years = day.year - self.first + day.timetuple().tm_yday / length
        return round(min(max(years / (self.last - self.first + 1), 0.0), 1.0), 5)


@dataclass(frozen=True, slots=True)
class _Line:
    """The targets of a plan for one measure."""

    indicator: Indicator
    unit: Unit
    place: str  # of another place than the plan's; else empty
    demands: str
    start: float
    end: float
    cells: tuple[Status | None, ...]  # one a due date


@dataclass(frozen=True, slots=True)
class _Group:
    plan: Plan
    lines: tuple[_Line, ...]


def _lines(statuses: Sequence[Status]) -> list[list[Status]]:
    """Statuses of one plan, gathered by indicator; two for one due date never share a line."""
    lines: dict[tuple[str, str, str, int], list[Status]] = {}
    for status in statuses:
        target = status.target
        turn = 0
        while any(
            other.target.due == target.due
            for other in lines.get((target.indicator, target.unit, target.place, turn), [])
        ):
            turn += 1
        lines.setdefault((target.indicator, target.unit, target.place, turn), []).append(status)
    return list(lines.values())


def _crossed(share: float, known_on: float, word: str, lines: Sequence[str]) -> bool:
    """Whether the line of the known-on day runs behind a label on the narrowest axis.

    >>> _crossed(0.75, 0.65, "Behind", ["since 10 May 2025"]), _crossed(1.0, 0.3, "Behind", ["since 10 May 2025"])
    (True, False)
    """
    wide = max([text_width(word, VERDICT, 600), *(text_width(line, DEMAND) for line in lines)])
    return known_on <= share and (share - known_on) * NARROWEST_AXIS <= SIGN + wide + APART


def _demands(targets: Sequence[Target], records: Records, words: Words) -> str:
    """The demands of a line in the fewest words: ``> 150, 400, 1,000 RMB bn``."""
    say = words.say
    if says_unit(targets[0], records):
        return say("block.separator").join(words.demand(one, records) for one in targets)
    alike = len({target.comparator for target in targets}) == 1 and not any(t.value_high for t in targets)
    rest = [words.number(t.value) if alike else words.demand(t, records) for t in targets[1:]]
    demands = say("block.separator").join([words.demand(targets[0], records), *rest])
    unit = words.text(records.units[targets[0].unit].label)
    return say("block.strip.with_unit", demands=demands, unit=unit)


def _line(
    statuses: Sequence[Status],
    plan: Plan,
    records: Records,
    words: Words,
    *,
    axis: YearAxis,
    columns: Sequence[date],
) -> _Line:
    first = statuses[0].target
    by_due = {status.target.due: status for status in statuses}
    return _Line(
        indicator=records.indicators[first.indicator],
        unit=records.units[first.unit],
        place="" if first.place == plan.place else first.place,
        demands=_demands([by_due[due].target for due in sorted(by_due)], records, words),
        start=axis.share(plan.published.end),
        end=axis.share(max(by_due)),
        cells=tuple(by_due.get(day) for day in columns),
    )


def _name(line: _Line, records: Records, words: Words) -> str:
    """What a line measures, and where if it is another place than the plan's."""
    name = words.text(line.indicator.short)
    if not line.place:
        return name
    place = words.text(records.places[line.place].label)
    return words.say("block.strip.name_of_place", name=name, place=place)


def _heads_fit(heads: Sequence[tuple[str, float]]) -> bool:
    """Whether no two due dates of the head row would touch on the narrowest axis, and the last one is not cut.

    >>> _heads_fit([("2020", 0.2857), ("2025", 0.6429), ("2030", 1.0)])
    True
    >>> _heads_fit([("31 Dec 2020", 0.2), ("30 Jun 2021", 0.3)]), _heads_fit([("30 September 2030", 1.0)])
    (False, False)
    """
    ends = [
        (share * NARROWEST_AXIS - half, share * NARROWEST_AXIS + half)
        for text, share in heads
        for half in [text_width(text, HEAD, 600) / 2]
    ]
    apart = all(end + APART <= start for (_, end), (start, _) in pairwise(ends))
    return apart and all(end <= NARROWEST_AXIS + AXIS_END + 2 for _, end in ends)


def _fits(lines: Sequence[_Line], shares: Sequence[float]) -> bool:
    """Whether no two cells of a line would touch on the axis; ``shares`` are the places of the due dates."""
    for line in lines:
        places = [0.0, *(share for share, cell in zip(shares, line.cells, strict=True) if cell)]
        if any(b - a < NARROWEST_CELL for a, b in pairwise(places)):
            return False
    return True


def _cut(groups: Sequence[_Group]) -> tuple[list[_Group], list[_Group]]:
    """The groups that stand on the page at once, and those that are folded; a plan may be cut in two."""
    at_once, folded, room = [], [], MOST_LINES
    for group in groups:
        first, rest = group.lines[:room], group.lines[room:]
        at_once += [_Group(group.plan, first)] if first else []
        folded += [_Group(group.plan, rest)] if rest else []
        room -= len(first)
    return at_once, folded


def _tag_side(known_on: float, labels: Sequence[float]) -> Literal["right", "left", "low"]:
    """Where the known-on date stands beside its line without touching a year."""
    tag, half = 78 / 480, 17 / 480
    for side, start in (("right", known_on), ("left", known_on - tag)):
        inside = start >= 0 and start + tag <= 1
        if inside and all(label + half < start or label - half > start + tag for label in labels):
            return "right" if side == "right" else "left"
    return "low"


def _nothing(plans: Sequence[Plan], known_on: date, words: Words, link: Link) -> str:
    later = bool(plans) and all(plan.published.end > known_on for plan in plans)
    return render(
        "strip_nothing",
        text=words.say("block.strip.no_plan_yet", day=words.day_long(known_on))
        if later
        else words.say("block.strip.no_targets"),
        to_today=words.say("block.strip.to_today"),
        href=link("glance", known_on=None) if later else "",
        title=words.say("block.strip.title", n=0),
    )


def _goals(plans: Sequence[Plan], known_on: date) -> int:
    return sum(
        len(milestone.goals)
        for plan in plans
        if plan.published.end <= known_on
        for milestone in plan.milestones
    )


def milestone_strip(
    statuses: Sequence[Status],
    records: Records,
    words: Words,
    mode: Mode,
    *,
    known_on: date,
    link: Link,
    plans: Sequence[str],
    turned: Mapping[str, Step] = MappingProxyType({}),
) -> str:
    """All dated targets of ``plans`` (ids) with their headlines, by plan and by what is measured.

    ``turned`` has for each target the step with which its verdict began.
    """
    of_plans = [records.plans[plan] for plan in plans if plan in records.plans]
    if not statuses:
        return _nothing(of_plans, known_on, words, link)
    shown_plans = [plan for plan in of_plans if any(s.target.plan == plan.id for s in statuses)]
    columns = sorted({status.target.due for status in statuses})
    axis = YearAxis(min(plan.published.end.year for plan in shown_plans), columns[-1].year)
    groups = [
        _Group(
            plan,
            tuple(
                _line(line, plan, records, words, axis=axis, columns=columns)
                for line in _lines([s for s in statuses if s.target.plan == plan.id])
            ),
        )
        for plan in shown_plans
    ]
    year_ends = all((day.month, day.day) == (12, 31) for day in columns)
    heads = [str(day.year) if year_ends else words.day(day) for day in columns]
    share, shares = axis.share(known_on), [axis.share(day) for day in columns]
    side = _tag_side(share, shares)
    at_once, folded = _cut(groups)
    last = at_once[-1].lines[-1].cells[-1]
    lines = [line for group in groups for line in group.lines]
    return render(
        "strip",
        n=len(statuses),
        year_ends=year_ends,
        columns=[
            (head, place, day > known_on) for head, day, place in zip(heads, columns, shares, strict=True)
        ],
        groups=at_once,
        folded=folded,
        left=sum(len(group.lines) for group in folded),
        name=lambda line: _name(line, records, words),
        turned=turned,
        crossed=lambda at, word, texts: _crossed(at, share, word, texts),
        lanes=_fits(lines, shares) and _heads_fit(list(zip(heads, shares, strict=True))),
        today=share if share < 1 else None,
        known_on=known_on,
        tag=side,
        foot=side == "low" or (last is not None and not last.due),
        goals=_goals(of_plans, known_on),
        key=signs_key(statuses, words, mode),
        records=records,
        mode=mode,
        link=link,
        words=words,
    )
