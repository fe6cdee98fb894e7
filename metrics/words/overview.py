"""The overview: the one sentence of the first screen, what stands above it and what stands below it.

In: the statuses of the targets shown, and all records. Out: an :class:`Overview`. Everything in it is
computed: how many targets stand where, what could not be checked and why, and on whose figures it rests.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from metrics.progress.deliveries import DONE, Delivery, deliveries
from metrics.progress.headline import side_of
from metrics.progress.result import Reading, Reason, Status, Verdict
from metrics.records.interval import interval
from metrics.records.model import Plan, Target
from metrics.records.store import Records
from metrics.records.vocabulary import Independence
from metrics.words.phrases import Phrases

PLANS_NAMED = 3  # so many plans are named above the sentence; more are counted

#: Figures were published, and all of them are forecasts or derived: the reasons, and what such a target is called.
_NOT_JUDGED = {Reason.FORECASTS_ONLY, Reason.DERIVED_ONLY, Reason.FORECASTS_AND_DERIVED}
_UNJUDGED = "unjudged"

_OPEN, _CLOSE = "\x02", "\x03"  # stand for [ and ] of a clause once its group is known


class StatusGroup(StrEnum):
    """Where targets stand, by the colour they share. The values are tokens of the palette."""

    POS = "pos"  # met, met early, on track
    WARN = "warn"  # behind
    NEG = "neg"  # missed, met late, far behind, going backwards
    OPEN = "open"  # inconclusive, depends on the path, due and not verified
    MUTE = "mute"  # too early, no recent figure, no data, not comparable, no longer promised


class Segment(NamedTuple):
    """A piece of the sentence; ``group`` is that of the targets it counts, None for the words between.

    ``verdicts`` are those that its targets have: just these targets are found by them.
    """

    text: str
    group: StatusGroup | None
    verdicts: tuple[Verdict, ...] = ()


@dataclass(frozen=True, slots=True)
class Overview:
    """What the first screen says: a line above, the sentence, a line below (may be empty)."""

    kicker: str
    segments: tuple[Segment, ...]
    dek: str

    @property
    def sentence(self) -> str:
        """The sentence as one text."""
        return "".join(segment.text for segment in self.segments)


class _Clause(NamedTuple):
    """Targets that are counted together."""

    name: str  # of the clause where its targets have several of its verdicts
    group: StatusGroup
    kinds: tuple[Verdict, ...]


_CLAUSES = (
    _Clause("met", StatusGroup.POS, (Verdict.MET, Verdict.MET_EARLY)),
    _Clause("on_track", StatusGroup.POS, (Verdict.ON_TRACK,)),
    _Clause("met_late", StatusGroup.NEG, (Verdict.MET_LATE,)),
    _Clause("missed", StatusGroup.NEG, (Verdict.MISSED,)),
    _Clause("behind", StatusGroup.NEG, (Verdict.BEHIND, Verdict.FAR_BEHIND, Verdict.GOING_BACKWARDS)),
    _Clause("inconclusive", StatusGroup.OPEN, (Verdict.INCONCLUSIVE, Verdict.DEPENDS_ON_PATH)),
    _Clause("unverified", StatusGroup.OPEN, (Verdict.UNVERIFIED,)),
    _Clause("too_early", StatusGroup.MUTE, (Verdict.TOO_EARLY,)),
    _Clause("ended", StatusGroup.MUTE, (Verdict.ENDED,)),
    _Clause("unchecked", StatusGroup.MUTE, (Verdict.NO_DATA, Verdict.NOT_COMPARABLE, Verdict.STALE)),
)


def overview(
    words: Phrases,
    statuses: Sequence[Status],
    records: Records,
    known_on: date | None = None,
    plans: Sequence[str] | None = None,
) -> Overview:
    """The sentence over some targets on one day.

    Args:
        words: the language.
        statuses: the targets counted, all judged on one day.
        records: those that were known on the day, or all.
        known_on: the day; without it that of the statuses, else that of the data.
        plans: ids of the plans shown; without them those of the statuses, else those of the first page.
    """
    day = known_on or (statuses[0].known_on if statuses else records.as_of)
    ids = plans or tuple(dict.fromkeys(s.target.plan for s in statuses)) or records.glance.plans
    shown = [records.plans[one] for one in ids if one in records.plans]
    there = [plan for plan in shown if plan.published.end <= day]
    known = sum(plan.published.end <= day for plan in records.plans.values())
    kicker = _kicker(words, there, day, every=len(there) == known)
    apart = _apart(words, deliveries(records, [plan.id for plan in there], day))
    if not statuses:
        return Overview(kicker, (*_nothing(words, ids, there, day), *apart), "")
    return Overview(kicker, (*_sentence(words, statuses), *apart), _dek(words, statuses))


def _apart(words: Phrases, found: Sequence[Delivery]) -> tuple[Segment, ...]:
    """How many deliverables are done, which no count of targets holds; nothing where there is none."""
    if not found:
        return ()
    done = words.number(sum(one.result in DONE for one in found))
    said = words.say("delivery.overview", n=len(found), done=done)
    return (Segment(words.paragraph(["", said]) or said, None),)


def _kicker(words: Phrases, plans: Sequence[Plan], day: date, *, every: bool) -> str:
    if not plans:
        return words.say("overview.kicker_none", known_on=day)
    if len(plans) > PLANS_NAMED:
        years = sorted(plan.published.start.year for plan in plans)
        named = words.say("scope.all" if every else "scope.many", n=len(plans))
        return words.say(
            "overview.kicker_many",
            plans=named[:1].upper() + named[1:],
            first=str(years[0]),
            last=str(years[-1]),
            known_on=day,
        )
    names = [
        words.say("overview.plan", label=words.text(plan.label), year=str(plan.published.start.year))
        for plan in plans
    ]
    return words.say("overview.kicker", plans=words.listing(names), known_on=day)


def _nothing(words: Phrases, asked: Sequence[str], there: Sequence[Plan], day: date) -> tuple[Segment, ...]:
    # Which plan was to come, and when, nobody could know on that day.
    none_yet = "overview.no_plan_yet" if asked else "overview.no_plan"
    return (Segment(words.say("overview.no_targets" if there else none_yet, known_on=day), None),)


def _sentence(words: Phrases, statuses: Sequence[Status]) -> tuple[Segment, ...]:
    counted = [
        (clause, found)
        for clause in _CLAUSES
        if (found := [s for s in statuses if s.headline.verdict in clause.kinds])
    ]
    total = len(statuses)
    why = _why(words, statuses)
    if len(counted) == 1:
        clause, found = counted[0]
        text = _part(words, f"overview.whole.{_name(clause, found)}", clause, found, why)
        return _segments(text)
    parts = words.clauses(
        _part(words, f"overview.part.{_name(clause, found)}", clause, found, why) for clause, found in counted
    )
    if why:
        return _segments(words.say("overview.sentence_why", n=total, parts=parts, why=why))
    return _segments(words.say("overview.sentence", n=total, parts=parts))


def _name(clause: _Clause, found: Sequence[Status]) -> str:
    verdicts = {s.headline.verdict for s in found}
    return clause.name if clause.name == "unchecked" or len(verdicts) > 1 else verdicts.pop().value


def _part(words: Phrases, key: str, clause: _Clause, found: Sequence[Status], why: str) -> str:
    basis = words.say(f"overview.basis.{_basis(found)}", n=len(found))
    text = words.say(key, n=len(found), basis=basis, why=why)
    only_behind = all(s.headline.verdict is Verdict.BEHIND for s in found)
    group = StatusGroup.WARN if only_behind else clause.group
    verdicts = {s.headline.verdict for s in found}
    mark = ",".join((group, *(kind for kind in clause.kinds if kind in verdicts)))
    return text.replace("[", f"{_OPEN}{mark}{_OPEN}").replace("]", _CLOSE)


def _basis(found: Sequence[Status]) -> str:
    """On how many of their readings some targets stand as they do."""
    heads = [status.headline for status in found]
    if all(head.n == 1 for head in heads):
        return "only"
    agreed = [head.k == head.n for head in heads]
    return "every" if all(agreed) else "every_or_most" if any(agreed) else "most"


def _segments(text: str) -> tuple[Segment, ...]:
    """Cut a sentence at its marks."""
    before, *marked = text.split(_OPEN)
    pieces = [Segment(before, None)]
    for mark, rest in zip(marked[::2], marked[1::2], strict=True):
        inside, _, after = rest.partition(_CLOSE)
        group, *verdicts = mark.split(",")
        pieces += [Segment(inside, StatusGroup(group), tuple(map(Verdict, verdicts))), Segment(after, None)]
    return tuple(piece for piece in pieces if piece.text)


def _why(words: Phrases, statuses: Sequence[Status]) -> str:
    """Why some targets cannot be checked; empty where all can."""
    found = Counter(map(_kind, statuses))
    present = {kind: found[kind] for kind in (_UNJUDGED, *_CLAUSES[-1].kinds) if found[kind]}
    if len(present) == 1:
        return words.say(f"overview.why.{next(iter(present))}")
    return words.clauses(words.say(f"overview.why_some.{kind}", n=n) for kind, n in present.items())


def _kind(status: Status) -> str:
    """The verdict; of a target without judged data also whether anything was published at all."""
    verdict = status.headline.verdict
    reasons = {one.reason for one in status.readings}
    return _UNJUDGED if verdict is Verdict.NO_DATA and reasons & _NOT_JUDGED else verdict


def _dek(words: Phrases, statuses: Sequence[Status]) -> str:
    """On whose figures it rests: said of the targets met, else of those on track, missed or behind."""
    counted = [reading for status in statuses for reading in status.counted]
    if not counted:
        return words.say("dek.nothing_counts")
    for clause in _CLAUSES:
        decided = [s for s in statuses if s.headline.verdict in clause.kinds]
        if decided and clause.group in (StatusGroup.POS, StatusGroup.NEG):
            return words.paragraph(_rests(words, clause.name, decided, statuses))
    return words.paragraph([_readings(words, counted), *_differ(words, statuses)])


def _rests(words: Phrases, name: str, decided: Sequence[Status], statuses: Sequence[Status]) -> list[str]:
    """Whether independent figures stand on the side of the verdict; if not, what they say."""
    backed = [
        status
        for status in decided
        if any(_independent(r) and side_of(r.verdict) is status.headline.side for r in status.counted)
    ]
    if backed:
        key = "dek.backed_all" if len(backed) == len(decided) else "dek.backed"
        return [words.say(f"{key}.{name}", n=len(backed), all=len(decided)), *_differ(words, statuses)]
    first = words.say(f"dek.rest_on_state.{name}", n=len(decided))
    others = [(s.target, r) for s in decided for r in s.counted if _independent(r)]
    if not others:
        return [first, words.say("dek.no_independent", n=len(decided))]
    if len(others) == 1 and others[0][1].verdict is Verdict.UNVERIFIED:
        return [first, _silent(words, *others[0])]
    return [first, *_differ(words, statuses)]


def _silent(words: Phrases, target: Target, reading: Reading) -> str:
    """The one independent reporter has no figure for the due period: where it stood before."""
    whole = (target.due.month, target.due.day) == (12, 31)
    due = words.say("period.year", year=str(target.due.year)) if whole else words.day(target.due)
    figure = reading.before or reading.after
    if figure is None:
        return words.say("dek.silent", due=due)
    texts = {"due": due, "when": words.when(figure.period)}
    allowed = interval(figure)
    if allowed.high < target.value:
        return words.say("dek.silent_below", **texts)
    if allowed.low > (target.value_high or target.value):
        return words.say("dek.silent_above", **texts)
    return words.say("dek.silent", due=due)


def _readings(words: Phrases, counted: Sequence[Reading]) -> str:
    independent = sum(_independent(reading) for reading in counted)
    if not independent:
        return words.say("dek.readings_none", n=len(counted))
    if independent == len(counted):
        return words.say("dek.readings_all", n=len(counted))
    return words.say("dek.readings", n=len(counted), independent=independent)


def _differ(words: Phrases, statuses: Sequence[Status]) -> list[str]:
    """On how many targets the two groups of reporters differ."""
    n = sum(status.differ for status in statuses)
    return [words.say("dek.differ", n=n)] if n else []


def _independent(reading: Reading) -> bool:
    return reading.series.independence is Independence.INDEPENDENT
