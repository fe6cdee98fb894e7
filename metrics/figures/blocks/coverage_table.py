"""Coverage as HTML: what can be followed, why the rest cannot, and every promise plan by plan.

In: a :class:`~metrics.progress.coverage.Coverage`, the records known on the day, words, links. Out: HTML. The
reasons link to their promises; a plan's promises are folded until a choice narrows them down.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum

from metrics.figures.blocks.environment import Link, render
from metrics.progress.benchmarks import count_answers
from metrics.progress.coverage import Coverage, CoverageRow, Untracked
from metrics.records.store import Records
from metrics.words import Words

#: Promises of one plan that are listed; more are counted, so that a page of any plan stays readable.
MOST_ROWS = 60


class Order(StrEnum):
    """How the promises of a plan are put in order."""

    FILE = "file"
    QUIET = "quiet"  # the longest silent first; promises without a figure last
    FIGURES = "figures"  # those with the most figures first


def coverage_title(coverage: Coverage, words: Words) -> tuple[str, str]:
    """The finding and the lead of the page."""
    if not coverage.rows:
        return words.say("coverage.title_none", day=words.day(coverage.known_on)), words.say("coverage.lead")
    day, tracked, n = words.day(coverage.known_on), len(coverage.tracked), len(coverage.rows)
    title = words.say("coverage.title", day=day, tracked=tracked, n=n)
    sentences = [words.say("coverage.lead")]
    if coverage.targets:
        sentences.append(
            words.say("coverage.targets", n=len(coverage.targets), tracked=_tracked(coverage.targets))
        )
    if coverage.goals:
        sentences.append(
            words.say(
                "coverage.goals",
                n=len(coverage.goals),
                tests=len(coverage.with_benchmarks),
                tracked=_tracked(coverage.goals),
            )
        )
    return title, words.paragraph(sentences)


def coverage_reasons(coverage: Coverage, words: Words, link: Link, chosen: Untracked | None = None) -> str:
    """How many promises cannot be followed for each reason; each reason is a way to its promises."""
    return render("coverage_reasons", coverage=coverage, chosen=chosen, link=link, words=words)


def coverage_plans(
    coverage: Coverage,
    shown: Callable[[CoverageRow], bool],
    records: Records,
    words: Words,
    link: Link,
    *,
    order: Order = Order.FILE,
    opened: bool = False,
) -> str:
    """Each plan with its counts and, folded unless ``opened``, its promises.

    Args:
        coverage: all promises; the counts are of all of them.
        shown: whether the reader's choice leaves a promise in the list.
        records: the records known on the day.
        words: the language.
        link: makes addresses.
        order: of the promises inside a plan.
        opened: whether the lists stand open.
    """
    plans = []
    for plan in coverage.plans:
        whole = coverage.of((plan,))
        if rows := _ordered([row for row in whole.rows if shown(row)], coverage, order):
            plans.append((records.plans[plan], whole, rows))
    return render(
        "coverage_plans",
        plans=plans,
        opened=opened,
        most=MOST_ROWS,
        tracked=_tracked,
        answered=lambda row: count_answers(row.answers),
        known_on=coverage.known_on,
        records=records,
        link=link,
        words=words,
    )


def _tracked(rows: Sequence[CoverageRow]) -> int:
    return sum(row.tracked for row in rows)


def _ordered(rows: list[CoverageRow], coverage: Coverage, order: Order) -> list[CoverageRow]:
    if order is Order.QUIET:
        return sorted(rows, key=lambda row: -(row.days_since_publication(coverage.known_on) or -1))
    return sorted(rows, key=lambda row: -row.figures) if order is Order.FIGURES else rows
