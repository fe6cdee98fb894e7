"""Versus: two plans in the chart of one indicator, told apart by letter and by the form of their marks.

In: a comparison. Out: which target belongs to which plan, where each plan itself says that it starts, and the way between
what it states. Plan A has filled bars and dots, plan B hollow bars and dashes; no colour tells them apart.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from metrics.figures.key import KeyEntry, Sign
from metrics.figures.target.goalposts import Way, paths
from metrics.progress.comparison import Comparison
from metrics.progress.pace import baseline
from metrics.records.store import Records
from metrics.words import Words

#: What the two plans are called in the chart and beside it.
LETTERS = ("A", "B")

#: Half the way between two bars that would cover each other, in px.
ASIDE = 16.0

#: How they are told apart: the bars of their targets, and the ways between what they state.
_BARS: tuple[Sign, Sign] = ("target", "target_other")
_WAYS: tuple[Sign, Sign] = ("pace", "pace_other")


@dataclass(frozen=True, slots=True)
class OwnWay:
    """The way of one plan between the points that it states."""

    side: int
    points: tuple[tuple[date, float], ...]
    rate: float | None  # a year; None: a straight line


@dataclass(frozen=True, slots=True)
class Versus:
    """What is drawn of two plans."""

    names: tuple[str, str]
    sides: Mapping[str, int]  # by the id of each target
    places: Mapping[str, tuple[date, float]]  # its due date and its value
    starts: tuple[tuple[int, date, float], ...]  # side, day and value of each stated starting point
    ways: tuple[OwnWay, ...]

    @property
    def asides(self) -> Mapping[str, float]:
        """How far in px a bar stands beside its place, by the id of its target; equal ones would cover each other."""
        places: dict[tuple[date, float], set[int]] = {}
        for name, (day, value) in self.places.items():
            places.setdefault((day, value), set()).add(self.sides[name])
        return {
            name: (ASIDE if self.sides[name] else -ASIDE) if len(places[place]) > 1 else 0.0
            for name, place in self.places.items()
        }

    def key(self, words: Words) -> Iterator[KeyEntry]:
        """The marks and the own ways of both plans."""
        for side, sign in enumerate(_BARS):
            if side in self.sides.values():
                text = words.say("compare.lettered", letter=LETTERS[side], name=self.names[side])
                yield KeyEntry(sign, text)
        for way in self.ways:
            letter = LETTERS[way.side]
            if way.rate is None:
                text = words.say("compare.own_path", letter=letter)
            else:
                text = words.say("compare.own_growth", letter=letter, rate=words.percent(way.rate))
            yield KeyEntry(_WAYS[way.side], text)

    @property
    def points(self) -> tuple[tuple[date, float], ...]:
        """Days and values beside the targets that the frame must hold."""
        return tuple((day, value) for _, day, value in self.starts)


def versus(comparison: Comparison, records: Records, words: Words, unit: str, place: str) -> Versus:
    """What is drawn of a comparison: only targets of one unit and place."""
    sides: dict[str, int] = {}
    places: dict[str, tuple[date, float]] = {}
    starts: dict[tuple[int, date, float], None] = {}
    ways: list[OwnWay] = []
    for side, promised in enumerate(comparison.sides):
        drawn = [
            one.status
            for one in promised
            if (one.status.target.unit, one.status.target.place) == (unit, place)
        ]
        for one in drawn:
            sides[one.target.id] = side
            places[one.target.id] = one.target.due, one.target.value
            start = baseline(one.target)
            if start is not None:
                starts[side, start.day, start.value] = None
        own: list[Way] = [way for way in paths(drawn[-1], records) if way.series is None] if drawn else []
        ways += [OwnWay(side, way.points, way.rate) for way in own]
    labels = [words.text(records.plans[one].label) for one in comparison.plans]
    return Versus((labels[0], labels[1]), sides, places, tuple(starts), tuple(ways))
