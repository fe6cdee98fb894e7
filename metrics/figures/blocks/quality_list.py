"""How good are these figures: five answers for the readings of one target."""

from metrics.figures.blocks.environment import render
from metrics.progress import with_hindsight
from metrics.progress.result import Status
from metrics.records.store import Records
from metrics.records.vocabulary import Independence
from metrics.words import Words


def _accuracy(status: Status, words: Words) -> str:
    """How close the nearest counted figure lies to the target: what a figure must be able to tell apart."""
    target = status.target
    near = min(
        (r for r in status.counted if r.observation is not None),
        key=lambda r: abs(r.observation.value - target.value) if r.observation else 0.0,
        default=None,
    )
    if near is None or near.observation is None:
        return words.say("block.quality.accuracy_none")
    distance = abs(near.observation.value - target.value)
    return words.say(
        "block.quality.accuracy" if distance else "block.quality.accuracy_at",
        demand=words.demand(target),
        figure=words.figure(near.observation),
        distance=words.number(distance),
        reporter=words.text(near.series.short),
    )


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
    verified = note.verified.value if any(r.observation for r in status.readings) else "none"
    answers = [
        ("verified", words.say(f"block.quality.verified_{verified}")),
        ("sources", _sources(status, words)),
        ("accuracy_needed", _accuracy(status, words)),
        ("limits", note.limits),
        ("handling", note.handling),
    ]
    if not with_hindsight(records, status.known_on):
        answers.append(("limits", words.say("block.quality.hindsight", day=words.day(records.as_of))))
    return render(
        "quality_list",
        title=words.say("block.quality.title"),
        answers=[(words.say(f"block.quality.{key}"), text) for key, text in answers if text],
        level=level,
    )
