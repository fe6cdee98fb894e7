"""What would change the verdict: every single change that flips the headline, beside the headline it would bring."""

import re
from dataclasses import dataclass

from metrics.figures.blocks.environment import Link, render
from metrics.figures.blocks.status import hollow
from metrics.figures.palette import Mode
from metrics.progress.alternatives import Alternatives, OtherDay, OtherFigure, OtherPath
from metrics.progress.result import Status, Verdict
from metrics.records.store import Records
from metrics.records.vocabulary import Independence
from metrics.words import Words
from metrics.words.alternatives import Alternative


@dataclass(frozen=True, slots=True)
class _Row:
    text: str
    any_of: tuple[tuple[str, Independence], ...]
    href: str  # the view that shows it; empty where there is none to show
    verdict: Verdict
    hollow: bool
    head: str  # "Met on 4 of 6, contested"
    rest: str  # "1 missed, 1 not verified"


def _href(one: Alternative, status: Status, link: Link) -> str:
    of, target = one.of, status.target.id
    if isinstance(of, OtherDay) and not of.later:
        return link("target", target=target, known_on=of.day.isoformat())
    if isinstance(of, OtherPath):
        return link("target", target=target, path=of.path.value if of.path else None)
    return ""


def _row(one: Alternative, status: Status, words: Words, link: Link) -> _Row:
    head, *rest = re.split(r"[:;：；]\s*", one.said, maxsplit=1) if one.headline.n > 1 else [one.said]
    return _Row(
        text=one.text,
        any_of=tuple((words.text(each.short), each.independence) for each in one.any_of),
        href=_href(one, status, link),
        verdict=one.headline.verdict,
        hollow=hollow(one.headline),
        head=head,
        rest=rest[0] if rest else "",
    )


def what_would_change(
    status: Status,
    records: Records,
    words: Words,
    mode: Mode,
    link: Link,
    *,
    found: Alternatives,
    level: int = 2,
) -> str:
    """Each change with the headline it would bring; figures of series that do not count now are folded."""
    told = words.alternatives(found, status, records)
    aside = [one for one in told if isinstance(one.of, OtherFigure) and not one.of.counts]
    main = [one for one in told if one not in aside]
    if not main:
        main, aside = aside, []
    nothing = "what_would_change.nothing" if status.readings else "what_would_change.no_series"
    return render(
        "what_would_change",
        level=level,
        rows=[_row(one, status, words, link) for one in main],
        aside=[_row(one, status, words, link) for one in aside],
        nothing="" if told else words.say(nothing),
        mode=mode,
        say=words.say,
    )
