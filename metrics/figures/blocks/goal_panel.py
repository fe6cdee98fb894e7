"""A goal and its benchmarks: tests chosen here, what each says at the milestone and now, and on which figures."""

from collections.abc import Sequence
from datetime import date

from metrics.figures.blocks.environment import Link, render
from metrics.figures.blocks.sources import plan_wording, source_label
from metrics.progress.benchmarks import BenchmarkResult, Figures, count_answers
from metrics.progress.known import with_hindsight
from metrics.progress.result import Answer
from metrics.records.model import Goal
from metrics.records.store import Records
from metrics.words import Words


def _figures(
    figures: Figures, records: Records, words: Words, link: Link, *, last: bool = False
) -> list[dict[str, str]]:
    """Figures with their sources; ``last`` where they answer nothing and are only the last that there are."""
    return [
        {
            "text": words.say(
                "block.goal.last" if last else "block.goal.figure",
                place=words.text(records.places[one.geography].label),
                figure=words.figure_long(one, records.units[one.unit]),
                period=words.period(one.period),
            ),
            "source": source_label(records.sources[one.source], words),
            "href": link("sources", source=one.source),
        }
        for one in figures
    ]


def _tally(answers: Sequence[Answer], words: Words) -> str:
    counted = count_answers(answers)
    return words.listing(words.say(f"block.goal.count.{answer}", n=n) for answer, n in counted)


def _moments(goal: Goal, words: Words, known_on: date) -> tuple[str, str]:
    """The two moments at which a benchmark is asked, in words."""
    return (
        words.say("block.goal.at_milestone", due=words.day(goal.due)),
        words.say("block.goal.now", day=words.day(known_on)),
    )


def goal_panel(  # noqa: PLR0917  (what, of what, in which words)
    goal: Goal,
    results: Sequence[BenchmarkResult],
    siblings: Sequence[Goal],
    records: Records,
    words: Words,
    link: Link,
    *,
    known_on: date,
) -> str:
    """Head of a goal's page: statement and wording, the ways to the goals beside it, and the counts of the answers.

    Args:
        goal: the goal.
        results: what its benchmarks say.
        siblings: the goals of its plan, itself included, in their order.
        records: what was known on the day.
        words: the language.
        link: makes addresses.
        known_on: the day.
    """
    at = [one.id for one in siblings].index(goal.id)
    steps = (
        ("block.goal.previous", siblings[at - 1] if at else None),
        ("block.goal.next", siblings[at + 1] if at + 1 < len(siblings) else None),
    )
    indicator = records.indicators.get(goal.indicator or "")
    moments = _moments(goal, words, known_on)
    tallies = (
        _tally([result.at_milestone for result in results], words),
        _tally([result.now for result in results], words),
    )
    return render(
        "goal_panel",
        plan=words.text(records.plans[goal.plan].label),
        plan_href=link("targets", plan=goal.plan, show="goals"),
        place=words.say("block.goal.place", n=at + 1, all=len(siblings)),
        steps=[
            (words.say(key), words.text(one.statement).rstrip(".。"), link("target", target=one.id))
            for key, one in steps
            if one
        ],
        title=words.text(goal.statement).rstrip(".。"),
        wording=plan_wording(goal.statement, words),
        due=words.say("block.goal.due", due=words.by(goal.due)),
        places=[
            (source_label(records.sources[source], words), link("sources", source=source))
            for source in (goal.source, goal.read_through)
            if source and source in records.sources
        ],
        locator=words.text(goal.locator),
        checked=words.say("block.claim.checked", checked=words.verification(goal.verification)),
        note=words.text(goal.note),
        n=len(results),
        tallies=list(zip(moments, tallies, strict=True)) if results else [],
        indicator=words.text(indicator.label) if indicator else "",
        indicator_href=link("indicators", indicator=goal.indicator),
        hindsight=""
        if with_hindsight(records, known_on) or not results
        else words.say("block.goal.chosen_later", day=words.day(records.as_of)),
        say=words.say,
    )


def benchmark_head(result: BenchmarkResult, words: Words) -> str:
    """What one benchmark asks, as a heading, with the label that it was chosen here."""
    return render(
        "benchmark_head",
        statement=words.text(result.benchmark.statement).rstrip(".。"),
        chosen=words.say("block.goal.chosen_here"),
    )


def benchmark_panel(
    result: BenchmarkResult, records: Records, words: Words, link: Link, *, known_on: date
) -> str:
    """The answers of one benchmark with their figures, why it was chosen, and which series it asks.

    The series is named only once a figure of it is known, the reason only from the day on which it was given.
    """
    benchmark = result.benchmark
    series = records.series[benchmark.series]
    places = [one for one in (benchmark.place, benchmark.other_place) if one]
    there = any(one.geography in places for one in records.observations_of(series.id))
    pairs = (
        (result.at_milestone, result.milestone_figures, False),
        (result.now, result.now_figures or result.last_figures, not result.now_figures),
    )
    return render(
        "benchmark_panel",
        answers=[
            (moment, answer, words.answer(answer), _figures(figures, records, words, link, last=last))
            for moment, (answer, figures, last) in zip(
                _moments(result.goal, words, known_on), pairs, strict=True
            )
        ],
        reason=words.text(benchmark.reason) if with_hindsight(records, known_on) else "",
        series=words.text(series.label) if there else "",
        series_href=link("indicators", indicator=series.indicator, series=series.id, places=",".join(places)),
        nothing="" if there else words.say("block.goal.nothing", day=words.day(known_on)),
        say=words.say,
    )


def goal_steps(goal: Goal, siblings: Sequence[Goal], records: Records, words: Words, link: Link) -> str:
    """All goals of the plan, by due date, with the one that is shown marked; nothing where it is the only one."""
    if len(siblings) < 2:
        return ""
    groups: dict[date, list[dict[str, object]]] = {}
    for one in siblings:
        groups.setdefault(one.due, []).append(
            {
                "statement": words.text(one.statement).rstrip(".。"),
                "href": link("target", target=one.id),
                "here": one.id == goal.id,
                "benchmarks": words.say("block.goal.benchmarks", n=len(one.benchmarks))
                if one.benchmarks
                else "",
            }
        )
    return render(
        "goal_steps",
        title=words.say("block.goal.siblings", plan=words.text(records.plans[goal.plan].label)),
        groups=[(words.say("block.goal.due", due=words.by(due)), rows) for due, rows in groups.items()],
    )
