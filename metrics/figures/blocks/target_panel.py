"""A target's page: at its head what is promised and where it stands, below its chart what both rest on.

In: the status of a target. Out: HTML.
"""

from collections.abc import Sequence

from metrics.figures.blocks.environment import Link, render
from metrics.figures.blocks.sources import plan_wording, source_label
from metrics.figures.blocks.status import due_name, shown
from metrics.figures.palette import Mode
from metrics.progress.headline import side_of
from metrics.progress.history import Step
from metrics.progress.result import Reading, Status, Verdict
from metrics.records.store import Records
from metrics.words import Words

#: Readings that stand aside from a majority and are told at once; the others are folded.
MOST_SENTENCES = 2


def target_head(
    status: Status,
    records: Records,
    words: Words,
    mode: Mode,
    link: Link,
    *,
    siblings: Sequence[Status] = (),
    step: Step | None = None,
) -> str:
    """The promise beside its headline, since when it stands, and one sign a counted reading.

    Args:
        status: of the target.
        records: what was known on the day.
        words: the language.
        mode: light or dark.
        link: makes addresses.
        siblings: the targets of the same plan and indicator, itself included.
        step: the step with which the verdict began.
    """
    target = status.target
    unit = records.units[target.unit]
    looked = ""
    if status.headline.verdict is Verdict.NO_DATA and status.known_on >= records.as_of:
        looked = words.say("block.verdict.looked", day=words.day(records.as_of))
    return render(
        "target_head",
        target=target,
        plan=records.plans[target.plan],
        indicator=records.indicators[target.indicator],
        tabs=sorted(siblings, key=lambda one: one.target.due),
        due_name=lambda one: due_name(one, (tab.target for tab in siblings), words),
        title=words.say(
            "block.claim.title", demand=words.demand_long(target, records), due=words.due(target)
        ),
        baseline=words.say(
            "block.claim.baseline",
            amount=words.amount(target.baseline_value, unit),
            when=words.when(target.baseline_period),
        )
        if target.baseline_value is not None and target.baseline_period is not None
        else "",
        one=shown(status, words),
        counted=status.counted,
        looked=looked,
        first=_first(status, records, words),
        since=words.turned(step, records) if step else "",
        mode=mode,
        link=link,
        words=words,
        say=words.say,
    )


def _first(status: Status, records: Records, words: Words) -> str:
    """Where the first promise stands, beside the present one; empty where the promise stands as its plan made it."""
    if not status.editions:
        return ""
    first = status.editions[0]
    return words.say(
        "block.editions.against_first",
        promise=words.promised(first.target, records),
        stands=words.group_headline(first.headline),
    )


def target_basis(status: Status, records: Records, words: Words, link: Link) -> str:
    """How the plan words the promise and where that can be checked; what the readings say, and by which rule."""
    target = status.target
    sourced = [(reading, _source(reading, records, words, link)) for reading in status.counted]
    aside = [one for one in sourced if _stands_aside(one[0], status)][:MOST_SENTENCES]
    return render(
        "target_basis",
        target=target,
        wording=plan_wording(target.statement, words),
        places=[
            (role, source_label(records.sources[source], words), source)
            for role, source in (("stands", target.source), ("read", target.read_through))
            if source and source in records.sources
        ],
        status=status,
        sentence=lambda reading: words.reading(reading, status, records),
        aside=aside,
        each=[one for one in sourced if one not in aside],
        link=link,
        words=words,
        say=words.say,
    )


def _source(reading: Reading, records: Records, words: Words, link: Link) -> tuple[str, str] | None:
    """The document in which the figure of a reading stands: its name and its address."""
    source = records.sources.get(reading.observation.source) if reading.observation else None
    return (source_label(source, words), link("sources", source=source.id)) if source else None


def _stands_aside(reading: Reading, status: Status) -> bool:
    """Whether there is a majority and this reading is not of it."""
    return bool(status.headline.k) and side_of(reading.verdict) is not status.headline.side
