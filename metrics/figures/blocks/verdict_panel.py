"""The verdict panel: what the readings of one target say, who stands aside, and by which rule."""

from dataclasses import dataclass

from metrics.figures.blocks.environment import Link, render
from metrics.figures.blocks.sources import source_label
from metrics.figures.blocks.status import shown
from metrics.figures.palette import Mode
from metrics.progress.headline import side_of
from metrics.progress.history import Step
from metrics.progress.result import Reading, Status, Verdict
from metrics.records.store import Records
from metrics.words import Words

#: Readings that stand aside from a majority and are told at once; the others are folded.
MOST_SENTENCES = 2


@dataclass(frozen=True, slots=True)
class _Said:
    """What a reading says, and the document in which its figure stands."""

    reading: Reading
    sentences: str
    source: str
    href: str


def _said(reading: Reading, status: Status, records: Records, words: Words, link: Link) -> _Said:
    source = records.sources.get(reading.observation.source) if reading.observation else None
    return _Said(
        reading,
        words.reading(reading, status, records),
        source_label(source, words) if source else "",
        link("sources", source=source.id) if source else "",
    )


def _stands_aside(reading: Reading, status: Status) -> bool:
    """Whether there is a majority and this reading is not of it."""
    return bool(status.headline.k) and side_of(reading.verdict) is not status.headline.side


def verdict_panel(
    status: Status, records: Records, words: Words, mode: Mode, link: Link, *, step: Step | None = None
) -> str:
    """Headline and, with the ``step`` that began it, since when and by whom; one sign a counted reading, what the rest say, the headline by independence, the rule."""
    said = [_said(reading, status, records, words, link) for reading in status.counted]
    aside = [one for one in said if _stands_aside(one.reading, status)][:MOST_SENTENCES]
    looked = ""
    if status.headline.verdict is Verdict.NO_DATA and status.known_on >= records.as_of:
        looked = words.say("block.verdict.looked", day=words.day(records.as_of))
    return render(
        "verdict_panel",
        one=shown(status, words),
        looked=looked,
        since=words.turned(step, records) if step else "",
        ballot=[(r.verdict, words.text(r.series.short), words.verdict(r.verdict)) for r in status.counted],
        aside=aside,
        each=[one for one in said if one not in aside],
        state=words.group_headline(status.state),
        independent=words.group_headline(status.independent),
        differ=status.differ,
        rule=words.headline_rule(),
        method=link("method", part="method"),
        mode=mode,
        say=words.say,
    )
