"""How a headline is shown: which sign, which words, which accessible name."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from metrics.progress.result import Headline, Status, Verdict
from metrics.records.model import Target
from metrics.words import Words


def hollow(headline: Headline) -> bool:
    """Whether the sign is hollow: not every counted reading stands where the headline does.

    >>> from metrics.progress.result import Side
    >>> hollow(Headline(Verdict.MET, 5, 6, False, Side.MET, ((Verdict.MET, 5), (Verdict.UNVERIFIED, 1))))
    True
    >>> hollow(Headline(Verdict.MET, 1, 1, False, Side.MET, ((Verdict.MET, 1),)))
    False
    """
    return headline.k < headline.n


def due_name(target: Target, others: Iterable[Target], words: Words) -> str:
    """The year of a due date; the day where another target beside it is due on another day of that year."""
    days = {one.due for one in others if one.due.year == target.due.year} | {target.due}
    return words.day(target.due) if len(days) > 1 else str(target.due.year)


@dataclass(frozen=True, slots=True)
class StatusView:
    """A status, ready for a template. ``full`` is its accessible name."""

    verdict: Verdict
    hollow: bool
    text: str  # "Met on 5 of 6; 1 not verified"
    full: str  # "Met on 5 of 6 readings; 1 due, not verified: 269.7 in 2024"
    brief: str  # undecided: the verdict and the strongest count, "Inconclusive: 2 of 5 met"; else as text
    head: str  # undecided: the verdict alone, "Inconclusive, contested"; else as text
    rest: str  # undecided: what follows the head, "2 of 5 met early, 2 too early to say"; and what became of a promise
    mark: str  # "moved", "dropped"; empty where the promise stands as its plan made it


def _brief(summary: Headline, words: Words) -> str:
    """The verdict of divided readings with the count of the strongest side only."""
    first, n = summary.tally[0]
    if first is Verdict.MET:
        n = sum(more for verdict, more in summary.tally if verdict in (Verdict.MET, Verdict.MET_EARLY))
    return words.say(
        "headline.divided_contested" if summary.contested else "headline.divided",
        verdict=words.verdict(summary.verdict),
        tally=words.say(f"tally_first.{first}", n=n, all=summary.n),
    )


def shown(status: Status, words: Words) -> StatusView:
    """The headline of a target as it is shown in a line of text, in a narrow place, and as a heading."""
    summary, text = status.headline, words.headline_main(status)
    ended = summary.verdict is Verdict.ENDED
    divided = summary.n > 1 and not summary.k and len(summary.tally) > 1 and not ended
    head, *rest = re.split(r"[:;：；]\s*", text, maxsplit=1) if divided or ended or not summary.n else [text]
    return StatusView(
        verdict=summary.verdict,
        hollow=hollow(summary),
        text=words.headline(status),
        full=words.headline_full(status),
        brief=_brief(summary, words) if divided else head if ended else text,
        head=head,
        rest=words.edition_joined(*rest, words.edition_clause(status)),
        mark=words.edition_mark(status),
    )
