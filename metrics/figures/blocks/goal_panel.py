"""A goal and its benchmarks: tests chosen here, what each says, and on which figures."""

from collections.abc import Sequence

from metrics.figures.blocks.environment import Link, render
from metrics.figures.blocks.sources import source_label
from metrics.progress.benchmarks import BenchmarkResult, Figures, count_answers
from metrics.progress.result import Answer
from metrics.records.model import Goal
from metrics.records.store import Records
from metrics.words import Words


def _figures(figures: Figures, records: Records, words: Words, link: Link) -> list[dict[str, str]]:
    return [
        {
            "text": words.say(
                "block.goal.figure",
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


def goal_panel(
    goal: Goal, results: Sequence[BenchmarkResult], records: Records, words: Words, link: Link
) -> str:
    """The goal's page: statement, the counts of the answers, and one entry a benchmark."""
    plan = records.plans[goal.plan]
    rows = [
        {
            "statement": words.text(result.benchmark.statement),
            "reason": words.text(result.benchmark.reason),
            "series": words.text(records.series[result.benchmark.series].label),
            "answers": [
                (words.say("block.goal.at_milestone", due=words.day(goal.due)), result.at_milestone),
                (words.say("block.goal.now"), result.now),
            ],
            "figures": _figures(
                tuple(dict.fromkeys((*result.milestone_figures, *result.now_figures))), records, words, link
            ),
        }
        for result in results
    ]
    return render(
        "goal_panel",
        plan=words.text(plan.label),
        plan_href=link("targets", plan=goal.plan),
        title=words.text(goal.statement).rstrip(".。"),
        wording=goal.statement.zh,
        due=words.say("block.goal.due", due=words.day(goal.due)),
        places=[
            (source_label(records.sources[source], words), link("sources", source=source))
            for source in (goal.source, goal.read_through)
            if source and source in records.sources
        ],
        locator=goal.locator,
        note=goal.note,
        rows=rows,
        at_milestone=_tally([result.at_milestone for result in results], words),
        today=_tally([result.now for result in results], words),
        answer=words.answer,
        say=words.say,
    )
