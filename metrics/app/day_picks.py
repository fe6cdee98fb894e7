"""The days that the known-on control offers: due dates, the articles, and days on which a verdict changed.

In: all records, histories, the view. Out: groups of links to days. Nothing that became known after the known-on day
is named; due dates are days of the calendar, and stand there always, as does today.
"""

from collections.abc import Callable, Iterable
from datetime import date

from metrics.app.address import View
from metrics.app.box import Option, OptionGroup
from metrics.progress.history import History, Step, flips_by_day
from metrics.records.store import Records
from metrics.words import Words

#: Days with a changed verdict that are offered; all of them stand on the page "What changed".
MOST_FLIPS = 8


def day_groups(
    records: Records,
    histories: Iterable[History],
    view: View,
    words: Words,
    link: Callable[[date], str],
) -> tuple[OptionGroup, ...]:
    """The groups of days.

    Args:
        records: all records.
        histories: up to the known-on day.
        view: what the page shows.
        words: the language.
        link: makes a link to this view on another day.
    """

    def group(name: str, days: Iterable[tuple[date, str]], *more: Option) -> OptionGroup:
        options = (Option(text, link(day), day == view.known_on) for day, text in days)
        return OptionGroup(words.say(name), (*options, *more), in_a_row=name == "days.due")

    flips = flips_by_day(one for one in histories if one.target.plan in view.plans)
    every = Option(words.say("days.all", n=len(flips)), view.href("changes"))
    newest = [(day, _flip(day, steps, records, words)) for day, steps in flips[:MOST_FLIPS]]
    return (
        group("days.due", _due(records, view, words)),
        group("days.articles", _articles(records, view, words)),
        *((group("days.flips", newest, every),) if flips else ()),
    )


def _due(records: Records, view: View, words: Words) -> list[tuple[date, str]]:
    """The last day of each milestone of the plans that are shown; and today."""
    plans = (records.plans[one] for one in view.plans)
    due = {milestone.due for plan in plans for milestone in plan.milestones}
    days = [(day, words.day(day)) for day in sorted(due) if day < view.today]
    return [*days, (view.today, words.say("page.known_on.today"))]


def _articles(records: Records, view: View, words: Words) -> list[tuple[date, str]]:
    """The day of each article whose claims are held against the figures."""
    sources = [
        records.sources[one] for one in dict.fromkeys(claim.source for claim in records.claims.values())
    ]
    known = sorted(
        (one for one in sources if view.earliest <= one.published.end <= view.known_on),
        key=lambda one: one.published.end,
    )
    return [
        (
            one.published.end,
            words.say("days.article", day=words.day(one.published.end), publisher=one.publisher),
        )
        for one in known
    ]


def _flip(day: date, steps: tuple[Step, ...], records: Records, words: Words) -> str:
    if len(steps) > 1:
        return words.say("days.several", day=words.day(day), n=len(steps))
    status = steps[0].status
    return words.say(
        "days.one",
        day=words.day(day),
        indicator=words.text(records.indicators[status.target.indicator].short),
        year=str(status.target.due.year),
        verdict=words.verdict_inside(status.headline.verdict),
    )
