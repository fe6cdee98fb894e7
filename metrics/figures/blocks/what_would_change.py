"""What would change the verdict: every single change that flips the headline, beside the headline it would bring."""

import re

from metrics.figures.blocks.environment import Link, render
from metrics.figures.palette import Mode
from metrics.progress.alternatives import Alternatives, OtherDay, OtherFigure, OtherPath
from metrics.progress.result import Status
from metrics.records.store import Records
from metrics.words import Words
from metrics.words.alternatives import Alternative


def _href(one: Alternative, status: Status, link: Link) -> str:
    of, target = one.of, status.target.id
    if isinstance(of, OtherDay) and not of.later:
        return link("target", target=target, known_on=of.day.isoformat())
    if isinstance(of, OtherPath):
        return link("target", target=target, path=of.path.value if of.path else None)
    return ""


def _split(one: Alternative) -> tuple[str, str]:
    """``Met on 4 of 6, contested`` and ``1 missed, 1 not verified``."""
    head, *rest = re.split(r"[:;：；]\s*", one.said, maxsplit=1) if one.headline.n > 1 else [one.said]
    return head, rest[0] if rest else ""


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
    changes = words.alternatives(found, status, records)
    aside = [one for one in changes if isinstance(one.of, OtherFigure) and not one.of.counts]
    main = [one for one in changes if one not in aside]
    if not main:
        main, aside = aside, []
    return render(
        "what_would_change",
        level=level,
        rows=main,
        aside=aside,
        status=status,
        href=lambda one: _href(one, status, link),
        split=_split,
        mode=mode,
        words=words,
    )
