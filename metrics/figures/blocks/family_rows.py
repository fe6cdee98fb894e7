"""The families at a glance: a row for each, with what was promised, the latest figures of both groups, and a spark.

In: the views of ``progress.families``. Out: one real table, which a narrow screen shows as one block a row.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from metrics.figures.blocks.environment import Link, render
from metrics.figures.blocks.status import StatusView, shown
from metrics.figures.palette import Mode
from metrics.figures.spark import spark_img, spark_points
from metrics.progress.families import FamilyView, LatestFigure
from metrics.progress.history import Step
from metrics.progress.result import Answer, Status
from metrics.records.model import Goal, Indicator
from metrics.records.store import Records
from metrics.words import Words

PROMISES = 3  # so many targets of a family stand in its row; with more, a link leads to all


@dataclass(frozen=True, slots=True)
class _Promise:
    demand: str
    status: StatusView
    word: str
    since: str
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class _Figure:
    """The latest figure of a group; ``places`` are named where two stand side by side."""

    values: tuple[tuple[str, str], ...]  # name of the place, figure
    by: str
    unit: str
    note: str | None


@dataclass(frozen=True, slots=True)
class _Test:
    """Benchmarks of the goals of one year: how many support."""

    text: str
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    measure: str
    href: str
    promises: tuple[_Promise, ...]
    every: str
    every_href: str
    tests: tuple[_Test, ...]
    figures: tuple[_Figure | None, ...]  # independent, state
    spark: Markup
    spark_by: str


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
    numbers = sum(bool(view.promises) for view in views)
    return render(
        "family_rows",
        title=words.say(
            "block.families.title_all" if numbers == len(views) else "block.families.title",
            n=numbers,
            all=len(views),
        ),
        subtitle=words.say("block.families.subtitle"),
        rows=[_row(view, records, words, mode, link=link, turned=turned) for view in views],
        level=level,
        mode=mode,
        say=words.say,
    )


def _row(
    view: FamilyView, records: Records, words: Words, mode: Mode, *, link: Link, turned: Mapping[str, Step]
) -> _Row:
    indicator = view.indicator
    promises = nearest(view.promises)
    every = len(view.promises) + view.others
    return _Row(
        name=words.text(records.families[view.family].label),
        measure=_measure(indicator, records, words),
        href=link("indicators", indicator=indicator.id),
        promises=tuple(
            _promise(one, view, records, words, link=link, step=turned.get(one.target.id)) for one in promises
        ),
        every=words.say("block.families.every", n=every) if promises and every > len(promises) else "",
        every_href=link("targets", show="targets", family=view.family),
        tests=() if promises else tuple(_tests(view, words, link)),
        figures=tuple(_figure(one, view, records, words) for one in (view.independent, view.state)),
        spark=_spark(view, records, words, mode),
        spark_by=_spark_by(view, records, words),
    )


def _measure(indicator: Indicator, records: Records, words: Words) -> str:
    """The name of the indicator and its unit, where the name does not say it."""
    name, unit = words.text(indicator.short), words.text(records.units[indicator.unit].label)
    if unit.casefold() in name.casefold():
        return name
    return words.say("block.families.measure", measure=name, unit=unit)


def nearest(promises: Sequence[Status]) -> tuple[Status, ...]:
    """Of the targets of a family those due nearest to the known-on day, by due date."""
    near = sorted(promises, key=lambda one: abs((one.target.due - one.known_on).days))[:PROMISES]
    return tuple(sorted(near, key=lambda one: one.target.due))


def _promise(
    status: Status,
    view: FamilyView,
    records: Records,
    words: Words,
    *,
    link: Link,
    step: Step | None,
) -> _Promise:
    target = status.target
    unit = records.units[target.unit]
    said = words.say("block.claim.title", demand=words.demand_long(target, unit), due=words.due(target))
    own = target.indicator == view.indicator.id and target.unit == view.indicator.unit
    parts = [words.headline_full(status), words.turned(step, records) if step else ""]
    return _Promise(
        demand=words.say(
            "block.families.demand" if target.indicator == view.indicator.id else "block.families.demand_of",
            due=str(target.due.year),
            indicator=words.text(records.indicators[target.indicator].short),
            demand=words.demand(target) if own else words.demand_long(target, unit),
        ),
        status=shown(status, words),
        word=words.verdict(status.headline.verdict),
        since=words.turned_short(step) if step else "",
        label=said
        + words.say("punctuation.colon")
        + words.say("punctuation.clause").join(filter(None, parts)),
        href=link("target", target=target.id),
    )


def _tests(view: FamilyView, words: Words, link: Link) -> list[_Test]:
    """The benchmarks of the family by the year of the goals that they were chosen for."""
    found: dict[str, list[tuple[Goal, Answer]]] = {}
    for result in view.benchmarks:
        found.setdefault(str(result.goal.due.year), []).append((result.goal, result.said))
    return [_test(year, tests, words, link) for year, tests in found.items()]


def _test(year: str, tests: Sequence[tuple[Goal, Answer]], words: Words, link: Link) -> _Test:
    goals = {goal.id: goal for goal, _ in tests}
    n = sum(answer is Answer.SUPPORTS for _, answer in tests)
    return _Test(
        text=words.say("block.families.test", due=year, n=n, all=len(tests)),
        title=words.say("punctuation.clause").join(words.text(goal.statement) for goal in goals.values()),
        href=link("target", target=tests[0][0].id)
        if len(goals) == 1
        else link("targets", show="goals", year=year),
    )


def _figure(latest: LatestFigure | None, view: FamilyView, records: Records, words: Words) -> _Figure | None:
    if latest is None:
        return None
    one, series = latest.figure, records.series[latest.figure.series]
    pair = [one, *filter(None, [latest.beside])]
    names = [words.text(records.places[each.geography].label) if len(pair) > 1 else "" for each in pair]
    unit = words.text(records.units[series.unit].label) if series.unit != view.indicator.unit else ""
    return _Figure(
        values=tuple((name, words.figure(each)) for name, each in zip(names, pair, strict=True)),
        by=words.say("block.families.by", series=words.text(series.short), period=words.period(one.period)),
        unit=unit,
        note=words.paragraph(words.cautions(one, records)) or None,
    )


def _spark(view: FamilyView, records: Records, words: Words, mode: Mode) -> Markup:
    if view.lead is None:
        return Markup("")
    told = []
    for place, figures in zip(view.places, spark_points(records, view.lead, view.places), strict=True):
        if figures:
            ends = dict.fromkeys(words.said(one) for one in (figures[0], figures[-1]))
            told.append(
                words.say(
                    "block.families.spark_alt",
                    place=words.text(records.places[place].label),
                    figures=words.listing(ends),
                )
            )
    alt = words.say("punctuation.clause").join(told)
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
