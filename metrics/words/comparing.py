"""Comparing in words: what the targets of two plans for one indicator ask, and what differs.

In: a comparison and the records. Out: a name for each target, one sentence for each pair, and the finding.
"""

from collections.abc import Mapping

from metrics.progress.comparison import Apart, Comparison, Lag, TargetDifference
from metrics.records.model import Target
from metrics.records.store import Records
from metrics.words.demands import demand_long
from metrics.words.numbers import rounded
from metrics.words.phrases import Phrases, capitalised


def target_names(comparison: Comparison, records: Records, words: Phrases) -> Mapping[str, str]:
    """What each target is called, by its id: its plan, with the year where the plan has several."""
    names = {}
    for side in comparison.sides:
        for one in side:
            target = one.status.target
            plan = words.text(records.plans[target.plan].label)
            year = str(target.due.year)
            names[target.id] = words.say("compare.target", plan=plan, year=year) if len(side) > 1 else plan
    return names


def finding(comparison: Comparison, records: Records, words: Phrases) -> str:
    """What differs between the two targets that are nearest in time, of several the last ones; without a full stop."""
    nearest = min(
        comparison.differences,
        key=lambda one: (abs((one.second.due - one.first.due).days), -one.first.due.toordinal()),
    )
    sentence = difference(nearest, target_names(comparison, records, words), records, words)
    return capitalised(sentence)


def sentences(comparison: Comparison, records: Records, words: Phrases) -> tuple[str, ...]:
    """What differs, pair by pair, in whole sentences."""
    names = target_names(comparison, records, words)
    return tuple(difference_sentence(one, names, records, words) for one in comparison.differences)


def difference_sentence(
    one: TargetDifference, names: Mapping[str, str], records: Records, words: Phrases
) -> str:
    """What differs between two targets; of one that must be passed and one that need only be reached, that too."""
    sentence = difference(one, names, records, words)
    parts = [words.say("compare.sentence", text=capitalised(sentence))]
    if one.apart is None and one.strict:
        strict, other = (one.second, one.first) if one.strict > 0 else (one.first, one.second)
        parts.append(words.say("compare.strict", strict=names[strict.id], other=names[other.id]))
    return words.paragraph(parts)


def difference(one: TargetDifference, names: Mapping[str, str], records: Records, words: Phrases) -> str:
    """What the second target asks beside the first, without a full stop."""
    both = {"first": names[one.first.id], "second": names[one.second.id]}
    if one.apart is not None:
        first, second = (_sort(target, one.apart, records, words) for target in (one.first, one.second))
        return words.say(f"compare.apart.{one.apart}", **both, one=first, two=second)
    when = _lag(one.lag, words)
    if not one.change:
        return words.say("compare.same", **both, when=when)
    size = rounded(abs(one.change if one.share is None else one.share))
    amount = words.percent(size) if one.share is not None else words.step(size, records.units[one.first.unit])
    what = words.say("compare.more" if one.change > 0 else "compare.less", amount=amount)
    return words.say("compare.said", **both, what=what, when=when)


def _lag(lag: Lag, words: Phrases) -> str:
    if not lag.n:
        return words.say("compare.due.same")
    way = "later" if lag.n > 0 else "earlier"
    return words.say(f"compare.due.{lag.unit}.{way}", n=abs(lag.n))


def _sort(target: Target, why: Apart, records: Records, words: Phrases) -> str:
    """The place, the unit or the demand of a target, whichever sets it apart."""
    unit = records.units[target.unit]
    if why is Apart.PLACE:
        place = records.places.get(target.place)
        return words.text(place.label) if place else target.place
    return demand_long(words, target, records) if why is Apart.DEMAND else words.text(unit.label)
