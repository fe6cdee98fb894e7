"""The days that the known-on control offers: due dates, the articles, and days on which a verdict changed.

In: all records, histories, the view. Out: labelled groups of days. Nothing that became known after the known-on day
is named; due dates are days of the calendar, and stand there always, as does today.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from metrics.app.address import View
from metrics.progress.history import History, Step, flips_by_day
from metrics.records.store import Records
from metrics.words import Words

#: Days with a changed verdict that are offered; all of them stand on the page "What changed".
MOST_FLIPS = 8


@dataclass(frozen=True, slots=True)
class Pick:
    """A day that is offered."""

    day: date
    label: str


@dataclass(frozen=True, slots=True)
class DayGroup:
    """Days of one kind. ``id`` is a stable name."""

    id: str
    title: str
    picks: tuple[Pick, ...]
    in_a_row: bool  # short labels stand beside each other
    more: str = ""  # what a link to all of them says


def day_groups(held: Records, histories: Iterable[History], view: View, words: Words) -> tuple[DayGroup, ...]:
    """The groups that have a day.

    Args:
        held: all records.
        histories: up to the known-on day.
        view: what the page shows.
        words: the language.
    """
    groups = (
        DayGroup("due", words.say("days.due"), _due(held, view, words), in_a_row=True),
        DayGroup("articles", words.say("days.articles"), _articles(held, view, words), in_a_row=False),
        _flips(histories, held, words, view.plans),
    )
    return tuple(group for group in groups if group.picks)


def _due(held: Records, view: View, words: Words) -> tuple[Pick, ...]:
    """The last day of each milestone of the plans that are shown; and today."""
    due = {milestone.due for plan in map(held.plans.__getitem__, view.plans) for milestone in plan.milestones}
    days = [Pick(day, words.day(day)) for day in sorted(due) if day < view.today]
    return (*days, Pick(view.today, words.say("page.known_on.today")))


def _articles(held: Records, view: View, words: Words) -> tuple[Pick, ...]:
    """The day of each article whose claims are held against the figures."""
    sources = [held.sources[one] for one in dict.fromkeys(claim.source for claim in held.claims.values())]
    known = sorted(
        (one for one in sources if one.published.end <= view.known_on), key=lambda one: one.published.end
    )
    return tuple(
        Pick(
            one.published.end,
            words.say("days.article", day=words.day(one.published.end), publisher=one.publisher),
        )
        for one in known
        if one.published.end >= view.earliest
    )


def _flips(histories: Iterable[History], held: Records, words: Words, plans: Collection[str]) -> DayGroup:
    """The newest days on which the verdict of a shown target changed."""
    days = flips_by_day(one for one in histories if one.target.plan in plans)
    picks = tuple(Pick(day, _flip(day, steps, held, words)) for day, steps in days[:MOST_FLIPS])
    more = words.say("days.all", n=len(days))
    return DayGroup("flips", words.say("days.flips"), picks, in_a_row=False, more=more)


def _flip(day: date, steps: tuple[Step, ...], held: Records, words: Words) -> str:
    if len(steps) > 1:
        return words.say("days.several", day=words.day(day), n=len(steps))
    status = steps[0].status
    return words.say(
        "days.one",
        day=words.day(day),
        indicator=words.text(held.indicators[status.target.indicator].short),
        year=str(status.target.due.year),
        verdict=words.verdict_inside(status.headline.verdict),
    )
