"""The verdict panel: what the readings of one target say, who stands aside, and by which rule."""

from metrics.figures.blocks.environment import Link, render
from metrics.figures.blocks.status import shown
from metrics.figures.palette import Mode
from metrics.progress.headline import side_of
from metrics.progress.result import Reading, Status
from metrics.records.store import Records
from metrics.words import Words

#: Readings beside the headline that are told in a sentence; the table tells the others.
MOST_SENTENCES = 3


def _with_headline(reading: Reading, status: Status) -> bool:
    """Whether a reading says what the headline says, so that it needs no sentence of its own."""
    if status.headline.k:
        return side_of(reading.verdict) is status.headline.side
    return reading.verdict is status.headline.verdict and len(status.headline.tally) == 1


def _aside(status: Status, records: Records, words: Words) -> tuple[list[str], int]:
    """Sentences for the counted readings that do not stand with the headline, and how many more there are."""
    sentences = [
        words.reading(reading, status, records)
        for reading in status.counted
        if not _with_headline(reading, status)
    ]
    return sentences[:MOST_SENTENCES], max(len(sentences) - MOST_SENTENCES, 0)


def verdict_panel(status: Status, records: Records, words: Words, mode: Mode, link: Link) -> str:
    """Headline, one sign a counted reading, what the rest say, the headline by independence, the rule."""
    aside, more = _aside(status, records, words)
    return render(
        "verdict_panel",
        one=shown(status, words),
        ballot=[
            (r.verdict, words.text(r.series.short), words.verdict(r.verdict)) for r in status.counted
        ],
        aside=aside,
        more=words.say("block.verdict.more", n=more) if more else "",
        state=words.group_headline(status.state),
        independent=words.group_headline(status.independent),
        differ=status.differ,
        rule=words.headline_rule(),
        method=link("method"),
        mode=mode,
        say=words.say,
    )
