"""The families at a glance: a row for each, with what was promised, the latest figures of both groups, and a spark.

In: the views of ``progress.families``. Out: one real table, which a narrow screen shows as one block a row.
"""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from metrics.figures.blocks.environment import Link, render
from metrics.figures.blocks.status import due_name
from metrics.figures.palette import Mode
from metrics.figures.spark import spark_img, spark_points
from metrics.progress.benchmarks import BenchmarkResult
from metrics.progress.families import FamilyView
from metrics.progress.history import Step
from metrics.progress.result import Answer, Status
from metrics.records.model import Goal
from metrics.records.store import Records
from metrics.words import Words

PROMISES = 3  # so many targets of a family stand in its row; with more, a link leads to all


def family_rows(
    views: Sequence[FamilyView],
    records: Records,
    words: Words,
    mode: Mode,
    link: Link,
    *,
    turned: Mapping[str, Step],
    level: int = 2,
) -> str:
    """The families of the first page; empty where there is none.

    Args:
        views: the families.
        records: the records known on the day.
        words: the language.
        mode: light or dark.
        link: makes addresses.
        turned: for each target the step with which its verdict began.
        level: of the heading.
    """
    if not views:
        return ""
    return render(
        "family_rows",
        promised=sum(bool(view.promises) for view in views),
        views=views,
        nearest=nearest,
        due_name=lambda one, others: due_name(one.target, (each.target for each in others), words),
        turned=turned,
        tests=_tests,
        note=lambda figure: words.paragraph(words.cautions(figure, records)),
        spark=lambda view: _spark(view, records, words, mode),
        spark_by=lambda view: _spark_by(view, records, words),
        level=level,
        records=records,
        mode=mode,
        link=link,
        words=words,
    )


def nearest(promises: Sequence[Status]) -> tuple[Status, ...]:
    """Of the targets of a family those due nearest to the known-on day, by due date."""
    near = sorted(promises, key=lambda one: abs((one.target.due - one.known_on).days))[:PROMISES]
    return tuple(sorted(near, key=lambda one: one.target.due))


def _tests(view: FamilyView) -> list[tuple[str, list[Goal], list[Answer]]]:
    """The benchmarks of the family by the year of the goals that they were chosen for: the goals, and what they say."""
    found: dict[str, list[BenchmarkResult]] = {}
    for result in view.benchmarks:
        found.setdefault(str(result.goal.due.year), []).append(result)
    return [
        (year, list({one.goal.id: one.goal for one in some}.values()), [one.said for one in some])
        for year, some in found.items()
    ]


def _spark(view: FamilyView, records: Records, words: Words, mode: Mode) -> Markup:
    if view.lead is None:
        return Markup("")
    parts = []
    for place, figures in zip(view.places, spark_points(records, view.lead, view.places), strict=True):
        if figures:
            ends = dict.fromkeys(words.dated_figure(one) for one in (figures[0], figures[-1]))
            parts.append(
                words.say(
                    "block.families.spark_alt",
                    place=words.text(records.places[place].label),
                    figures=words.listing(ends),
                )
            )
    alt = words.say("punctuation.clause").join(parts)
    return Markup(spark_img(records, view.lead, view.places, mode, alt))  # noqa: S704  drawn here, its text escaped


def _spark_by(view: FamilyView, records: Records, words: Words) -> str:
    if view.lead is None:
        return ""
    years = [
        one.period.end.year for figures in spark_points(records, view.lead, view.places) for one in figures
    ]
    first, last = str(min(years)), str(max(years))
    return words.say(
        "block.families.spark_by" if first != last else "block.families.spark_by_one",
        series=words.text(records.series[view.lead].short),
        first=first,
        last=last,
    )
