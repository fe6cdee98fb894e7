"""The finding: the title of a target's chart, as one sentence with its counts.

In: the status of a target and the records of the day. Out: "All five state readings pass 400; the one
independent figure is below it". Each reading that counts is put by its figure: past the target, short of
it, or not to be told.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from metrics.progress import satisfies
from metrics.progress.result import Reading, Status
from metrics.records.interval import interval
from metrics.records.store import Records
from metrics.records.vocabulary import Comparator, Independence
from metrics.words import Words

_WAY = {
    Comparator.MORE: "up",
    Comparator.AT_LEAST: "up",
    Comparator.LESS: "down",
    Comparator.AT_MOST: "down",
    Comparator.ABOUT: "about",
}


@dataclass(frozen=True, slots=True)
class Count:
    """How many readings of a group pass, fail, or cannot be told."""

    passing: int
    failing: int
    unclear: int

    @property
    def all(self) -> int:
        """How many there are."""
        return self.passing + self.failing + self.unclear


def count(readings: Sequence[Reading]) -> Count:
    """Where the figures of some readings stand."""
    answers = [satisfies(interval(r.observation), r.target) for r in readings if r.observation is not None]
    return Count(answers.count(True), answers.count(False), answers.count(None))


def groups(status: Status) -> tuple[tuple[str, Count], ...]:
    """Who counts, and how the counted readings of each stand: every one of them in one place."""
    found: dict[str, list[Reading]] = {"state": [], "independent": []}
    for one in status.counted:
        found["independent" if one.series.independence is Independence.INDEPENDENT else "state"].append(one)
    return tuple((who, count(readings)) for who, readings in found.items() if readings)


def finding(status: Status, records: Records, words: Words) -> str:
    """The finding of a target's chart. ``records`` hold only what was known on the day of the status."""
    value = goalpost(status, records, words)
    way = _WAY[status.target.comparator] if status.target.value_high is None else "within"
    clauses: list[str] = []
    for who, group in groups(status):
        clauses += _clauses(("follow" if clauses else "lead", way), who, group, value, words)
    if clauses:
        sentence = words.say("punctuation.clause").join(clauses)
        return sentence[0].upper() + sentence[1:]
    return _nothing(status, records, words)


def goalpost(status: Status, records: Records, words: Words) -> str:
    """The number of the target, "400" or "3 to 5", with its unit where the language picks the scale by the amount."""
    target = status.target
    if words.scales_amounts:
        unit, high = records.units[target.unit], target.value_high
        return words.amount(target.value, unit) if high is None else words.amounts(target.value, high, unit)
    if target.value_high is None:
        return words.number(target.value)
    return words.say("chart.range", low=words.number(target.value), high=words.number(target.value_high))


def _clauses(case: tuple[str, str], who: str, group: Count, value: str, words: Words) -> list[str]:
    """What the readings of a group say; the numbers of its clauses add up to all of them."""
    place, way = case
    key = f"chart.finding.{place}.{way}"
    values: dict[str, str | float] = {
        "who": words.say(f"chart.finding.who.{who}"),
        "value": value,
        "all": group.all,
    }
    if group.passing == group.all:
        return [words.say(f"{key}.all", n=group.all, **values)]
    if group.failing == group.all:
        return [words.say(f"{key}.none", n=group.all, **values)]
    if group.unclear == group.all:
        return [words.say(f"chart.finding.{place}.unclear", n=group.all, **values)]
    if group.passing:
        clauses = [words.say(f"{key}.some", n=group.passing, **values)]
        if group.failing:
            clauses.append(words.say(f"chart.finding.rest_fail.{way}", n=group.failing))
    else:
        clauses = [words.say(f"{key}.some_fail", n=group.failing, **values)]
    if group.unclear:
        clauses.append(words.say("chart.finding.rest_unclear", n=group.unclear))
    return clauses


def _nothing(status: Status, records: Records, words: Words) -> str:
    """What to say where no reading counts."""
    day = words.day(status.known_on)
    place = status.target.place
    known = [o for r in status.readings for o in records.observations_of(r.series.id) if o.geography == place]
    if not known:
        return words.say("chart.finding.no_figure", day=day)
    if not any(o.judged for o in known):
        return words.say("chart.finding.not_judged", day=day)
    return words.say("chart.finding.none_counts", due=words.day(status.target.due), day=day)
