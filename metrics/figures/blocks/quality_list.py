"""How good are these figures: five answers for the readings of one target."""

from dataclasses import dataclass

from metrics.figures.blocks.environment import render
from metrics.figures.blocks.sources import second_hand
from metrics.progress import with_hindsight
from metrics.progress.result import Reading, Status
from metrics.progress.supposition import target_limits
from metrics.records.model import Observation
from metrics.records.store import Records
from metrics.records.vocabulary import Independence
from metrics.words import Words
from metrics.words.numbers import displayed


@dataclass(frozen=True, slots=True)
class _Gap:
    """How far the figure of a reading lies from the nearest limit of the target, and on which side of it."""

    reading: Reading
    figure: Observation
    distance: float  # in the target's unit, above the limit if positive

    @property
    def shown(self) -> float:
        """The distance between the two numbers as they are displayed, so that a reader can check it."""
        limit = displayed(self.figure.value - self.distance)
        return float(abs(displayed(self.figure.value) - limit)) or abs(self.distance)

    @property
    def side(self) -> str:
        """The key of its wording: an open end may lead away from the target, or back over it."""
        if not self.distance:
            return "at"
        above = self.distance > 0
        opening = self.figure.bound.opening
        open_end = "" if opening is None else "_away" if (opening == "up") is above else "_back"
        return f"{'above' if above else 'below'}{open_end}"


def _gaps(status: Status) -> list[_Gap]:
    """The nearest counted figure on each side of the target, or at it; the nearest of all first."""
    limits = target_limits(status.target)
    found = []
    for reading in status.counted:
        if (figure := reading.observation) is not None:
            distance = min((figure.value - limit for limit in limits), key=abs)
            found.append(_Gap(reading, figure, distance))
    near: dict[bool, _Gap] = {}
    for gap in sorted(found, key=lambda one: abs(one.distance)):
        near.setdefault(gap.distance > 0, gap)
    return list(near.values())


def _accuracy(status: Status, records: Records, words: Words) -> str:
    """How close the nearest counted figures lie to the target: what a figure must be able to tell apart.

    Bare numbers, or amounts where the language picks the scale by the amount: 低于目标1.03万亿元.
    """
    unit = records.units[status.target.unit]
    scaled = words.scales_amounts
    nearest = [
        words.say(
            "block.quality.near",
            figure=words.figure_long(gap.figure, unit) if scaled else words.figure(gap.figure),
            reporter=words.text(gap.reading.series.short),
            where=words.say(
                f"block.quality.side.{gap.side}",
                distance=words.amount(abs(gap.distance), unit) if scaled else words.number(gap.shown),
            ),
        )
        for gap in _gaps(status)
    ]
    if not nearest:
        return words.say("block.quality.accuracy_none")
    demand = words.demand_long(status.target, records) if scaled else words.demand(status.target, records)
    return words.say("block.quality.accuracy", demand=demand, nearest=words.listing(nearest))


def _verified(status: Status, records: Records, words: Words) -> str:
    """What is known of the indicator, and how many of the figures that count were read at second hand."""
    if not any(reading.observation for reading in status.readings):
        return words.say("block.quality.verified_none")
    general = words.say(
        f"block.quality.verified_{records.indicators[status.target.indicator].quality.verified}"
    )
    figures = [reading.observation for reading in status.counted if reading.observation]
    copies = sum(second_hand(figure, records.sources.get(figure.source)) for figure in figures)
    if not copies:
        return general
    return words.paragraph([general, words.say("block.quality.copies", n=copies, all=len(figures))])


def _sources(status: Status, words: Words) -> str:
    counts = [r.series.independence for r in status.counted]
    parts = [
        words.say(f"block.quality.of_{independence.value}", n=counts.count(independence))
        for independence in Independence
        if independence in counts
    ]
    if not parts:
        return words.say("block.quality.sources_none")
    return words.say("block.quality.sources_counted", readings=words.listing(parts))


def quality_list(status: Status, records: Records, words: Words, *, level: int = 2) -> str:
    """Verified, sources, accuracy needed, limits and handling, as far as they are known."""
    note = records.indicators[status.target.indicator].quality
    answers = [
        ("verified", _verified(status, records, words)),
        ("sources", _sources(status, words)),
        ("accuracy_needed", _accuracy(status, records, words)),
        ("limits", words.text(note.limits)),
        ("handling", words.text(note.handling)),
    ]
    if not with_hindsight(records, status.known_on):
        answers.append(("limits", words.say("block.quality.hindsight", day=words.day(records.as_of))))
    return render(
        "quality_list",
        title=words.say("block.quality.title"),
        answers=[(words.say(f"block.quality.{key}"), text) for key, text in answers if text],
        level=level,
    )
