"""Coverage as HTML: what can be followed, why the rest cannot, and every promise plan by plan.

In: a :class:`~metrics.progress.coverage.Coverage`, the records known on the day, words, links. Out: HTML. The
reasons link to their promises; a plan's promises are folded until a choice narrows them down.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum

from metrics.figures.blocks.environment import Link, render
from metrics.progress.benchmarks import count_answers
from metrics.progress.coverage import Coverage, CoverageRow, Untracked
from metrics.records.model import Target
from metrics.records.store import Records
from metrics.words import Words

#: Promises of one plan that are listed; more are counted, so that a page of any plan stays readable.
MOST_ROWS = 60

PART = "coverage"


class Order(StrEnum):
    """How the promises of a plan are put in order."""

    FILE = "file"
    QUIET = "quiet"  # the longest silent first; promises without a figure last
    FIGURES = "figures"  # those with the most figures first


def coverage_title(held: Coverage, words: Words, scope: str = "") -> tuple[str, str]:
    """The finding and the lead of the page; ``scope`` is what the plans are called where they are some."""
    if not held.rows:
        return words.say("coverage.title_none", day=words.day(held.known_on)), words.say("coverage.lead")
    day, tracked, n = words.day(held.known_on), len(held.tracked), len(held.rows)
    title = words.say("coverage.title", day=day, tracked=tracked, n=n)
    if scope:
        title = words.say("coverage.title_plan", plan=scope, day=day, tracked=tracked, n=n)
    sentences = [words.say("coverage.lead")]
    if held.targets:
        sentences.append(words.say("coverage.targets", n=len(held.targets), tracked=_tracked(held.targets)))
    if held.goals:
        sentences.append(
            words.say(
                "coverage.goals",
                n=len(held.goals),
                tests=len(held.with_benchmarks),
                tracked=_tracked(held.goals),
            )
        )
    return title, words.paragraph(sentences)


def coverage_reasons(held: Coverage, words: Words, link: Link, chosen: Untracked | None = None) -> str:
    """How many promises cannot be followed for each reason; each reason is a way to its promises."""
    silent = len(held.rows) - len(held.tracked)
    return render(
        "coverage_reasons",
        title=words.say("coverage.reasons.title", n=silent),
        note=words.say("coverage.reasons.note") if silent else "",
        rows=[
            {
                "text": words.say(f"coverage.why.{why}"),
                "n": n,
                "said": words.say("coverage.reasons.bar", n=n, all=len(held.rows)),
                "share": round(100 * n / len(held.rows), 2),
                "href": link("method", part=PART, reason=None if why is chosen else why.value),
                "here": why is chosen,
            }
            for why, n in held.reasons
        ],
        say=words.say,
    )


def coverage_plans(
    held: Coverage,
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
        held: all promises; the counts are of all of them.
        shown: whether the reader's choice leaves a promise in the list.
        records: the records known on the day.
        words: the language.
        link: makes addresses.
        order: of the promises inside a plan.
        opened: whether the lists stand open.
    """
    plans = []
    for plan in held.plans:
        whole = held.of((plan,))
        rows = _ordered([row for row in whole.rows if shown(row)], held, order)
        if not rows:
            continue
        name = words.text(records.plans[plan].title)
        plans.append(
            {
                "name": name,
                "counts": _counts(whole, words),
                "caption": words.say("coverage.plans.caption", plan=name),
                "fold": words.say("coverage.plans.promises", n=len(rows)),
                "rows": [_row(row, held, records, words, link) for row in rows[:MOST_ROWS]],
                "more": words.say("coverage.plans.more", n=len(rows) - MOST_ROWS)
                if len(rows) > MOST_ROWS
                else "",
            }
        )
    return render("coverage_plans", plans=plans, opened=opened, say=words.say)


def _tracked(rows: Sequence[CoverageRow]) -> int:
    return sum(row.tracked for row in rows)


def _counts(whole: Coverage, words: Words) -> list[str]:
    found = []
    if whole.targets:
        found.append(
            words.say("coverage.plans.targets", n=len(whole.targets), tracked=_tracked(whole.targets))
        )
    if whole.goals:
        found.append(
            words.say(
                "coverage.plans.goals",
                n=len(whole.goals),
                tracked=_tracked(whole.goals),
                tests=len(whole.with_benchmarks),
            )
        )
    newest = whole.newest
    if newest is not None:
        days = (whole.known_on - newest.known).days
        found.append(words.say("coverage.plans.newest", n=days, day=words.day(newest.known)))
    return found


def _ordered(rows: list[CoverageRow], held: Coverage, order: Order) -> list[CoverageRow]:
    if order is Order.QUIET:
        return sorted(rows, key=lambda row: -(row.days_since_publication(held.known_on) or -1))
    return sorted(rows, key=lambda row: -row.figures) if order is Order.FIGURES else rows


def _row(row: CoverageRow, held: Coverage, records: Records, words: Words, link: Link) -> dict[str, object]:
    promise = row.promise
    if isinstance(promise, Target):
        name = words.text(records.indicators[promise.indicator].short)
        under = words.demand_long(promise, records.units[promise.unit])
    else:
        name = words.text(promise.statement)
        answers = [words.say(f"block.goal.count.{answer}", n=n) for answer, n in count_answers(row.answers)]
        under = (
            words.say("coverage.goal_answers", answers=words.listing(answers))
            if answers
            else words.say("coverage.goal_bare")
        )
    return {
        "name": name,
        "under": under,
        "href": link("target", target=promise.id),
        "marks": f"reason={row.why.value}" if row.why else "",
        "due": words.day(promise.due),
        "tracked": row.tracked,
        "followed": words.say("coverage.yes" if row.tracked else "coverage.no"),
        "why": words.say(f"coverage.why.{row.why}") if row.why else "",
        "numbers": [
            (words.say("coverage.column.series"), words.number(row.series)),
            (words.say("coverage.column.figures"), words.number(row.figures)),
            (
                words.say(
                    "coverage.counted.target" if isinstance(promise, Target) else "coverage.counted.goal"
                ),
                words.number(row.counted),
            ),
        ],
        "latest": words.period(row.latest.period) if row.latest else "",
        "since": [
            (words.say(f"coverage.column.{key}"), _days(days, words))
            for key, days in (
                ("since_period", row.days_since_period(held.known_on)),
                ("since_publication", row.days_since_publication(held.known_on)),
            )
        ],
    }


def _days(days: int | None, words: Words) -> str:
    if days is None:
        return ""
    return words.say("coverage.running") if days < 0 else words.number(days)
