"""The findings: what the title of a slide says, generated from the status of a target on the day.

In: a status and the words of a language. Out: "Core AI industry, more than RMB 400 bn by 2025: met, but on no independent count".
The verdict in it is that of the headline, in the same word.
"""

from metrics.progress import side_of
from metrics.progress.result import Reading, Status, Verdict
from metrics.records.model import Target
from metrics.records.store import Records
from metrics.records.vocabulary import Independence
from metrics.words import Words
from metrics.words.phrases import capitalised

_MET = (Verdict.MET, Verdict.MET_EARLY)


def target_title(status: Status, records: Records, words: Words) -> str:
    """What was promised, by when, and what the readings say of it."""
    return promise(status.target, records, words, finding(status, words))


def promise(target: Target, records: Records, words: Words, said: str) -> str:
    """What was promised, by when, and what is said of it."""
    due = target.due
    whole_year = (due.month, due.day) == (12, 31)
    title = words.say(
        "slide.title.year" if whole_year else "slide.title.day",
        measure=words.text(records.indicators[target.indicator].short),
        demand=words.demand_long(target, records),
        due=str(due.year) if whole_year else words.day(due),
        finding=said,
    )
    return capitalised(title)


def finding(status: Status, words: Words) -> str:
    """What the readings say together, in one clause.

    The tally is in it wherever the readings do not agree; where the state's own figures alone carry a verdict, it
    says so. Last stands what became of the promise.
    """
    remark, said = words.edition_remark(status), _agreed(status, words)
    return words.say("slide.finding.changed", finding=said, remark=remark) if remark else said


def _agreed(status: Status, words: Words) -> str:
    said = status.headline
    if said.n == 0 or said.verdict is Verdict.ENDED:
        return words.verdict_inside(said.verdict)
    verdict = words.verdict_inside(said.verdict)
    if said.n == 1:
        return words.say("slide.finding.only", verdict=verdict)
    if said.k == 0:
        return _undecided(status, words)
    if said.contested:
        return words.say("slide.finding.contested", verdict=verdict, k=said.k, n=said.n)
    rest = [r for r in status.counted if side_of(r.verdict) is not said.side]
    backing = [r for r in status.counted if side_of(r.verdict) is said.side and _independent(r)]
    if not rest:
        key = "slide.finding.all" if backing else "slide.finding.all_state"
        return words.say(key, verdict=verdict, n=said.n)
    if not backing and any(map(_independent, rest)):
        return words.say("slide.finding.no_independent", verdict=verdict)
    return words.say("slide.finding.majority", verdict=verdict, k=said.k, n=said.n)


def _independent(reading: Reading) -> bool:
    return reading.series.independence is Independence.INDEPENDENT


def _undecided(status: Status, words: Words) -> str:
    """No majority: the count of the strongest side, or the one reason that all share."""
    said = status.headline
    first, n = said.tally[0]
    if len(said.tally) == 1 and not said.contested:
        return words.say("slide.finding.agreed", verdict=words.verdict_inside(first), n=said.n)
    if first in _MET:
        n = sum(more for verdict, more in said.tally if verdict in _MET)
    return words.say(
        f"slide.finding.{'open_contested' if said.contested else 'open'}",
        verdict=words.verdict_inside(said.verdict),
        tally=words.say(f"tally_first.{first}", n=n, all=said.n),
    )
