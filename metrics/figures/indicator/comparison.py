"""The chart and the table of two plans' targets for one indicator.

In: a comparison and the records of a day. Out: a :class:`Chart`: the series of the indicator as its own chart draws them,
with both plans' targets, starting points and ways told apart by letter and form; its table is one row a target.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from metrics.figures.chart import Cell, Chart, Column, Table
from metrics.figures.frame import WIDTH
from metrics.figures.indicator.chart import draw
from metrics.figures.indicator.first_choice import first_series
from metrics.figures.indicator.scene import IndicatorScene
from metrics.figures.indicator.versus import LETTERS, versus
from metrics.figures.palette import Mode
from metrics.progress.comparison import Comparison, Promised
from metrics.progress.result import Path
from metrics.records.model import Target
from metrics.records.store import Records
from metrics.words import Words
from metrics.words.comparing import difference_sentence, finding, target_names

_KEYS = (
    ("plan", False),
    ("target", False),
    ("asks", False),
    ("value", True),
    ("value_high", True),
    ("unit", False),
    ("place", False),
    ("due", False),
    ("baseline_value", True),
    ("baseline_period", False),
    ("statement", False),
    ("published", False),
    ("verdict", False),
    ("linear", True),
    ("compound", True),
    ("difference", False),
)


def comparison_chart(  # noqa: PLR0917  (what, from what, in which words, colours and size)
    comparison: Comparison,
    records: Records,
    words: Words,
    mode: Mode,
    width: int = WIDTH,
    height: int | None = None,
    *,
    known_on: date,
) -> Chart:
    """Draw what two plans ask for, and what was reported.

    Args:
        comparison: the targets of both.
        records: what was known on the day.
        words: the language.
        mode: light or dark.
        width: px for which labels are set.
        height: px of the whole figure, at least, where it is drawn for this one size alone; None: its own height.
        known_on: the day.
    """
    indicator = records.indicators[comparison.indicator]
    targets = [one.status.target for side in comparison.sides for one in side]
    named = comparison.differences[0].first
    figures = [
        one
        for one in records.observations.values()
        if (one.indicator, one.unit, one.geography) == (indicator.id, named.unit, named.place)
    ]
    drawn = tuple(one for one in targets if (one.unit, one.place) == (named.unit, named.place))
    scene = IndicatorScene(
        indicator if figures else indicator.model_copy(update={"unit": named.unit}),
        records,
        words,
        mode,
        series_ids=first_series(indicator, figures, records, known_on),
        places=(named.place,),
        known_on=known_on,
        scale="level",
        targets=drawn,
        width=width,
        height=height,
        versus=versus(comparison, records, words, named.unit, named.place),
    )
    title = finding(comparison, records, words)
    subtitle = _subtitle(comparison, records, words, left_out=len(targets) - len(drawn))
    return replace(
        draw(scene),
        id=f"compare-{indicator.id}",
        title=title,
        subtitle=subtitle,
        alt=_alt(comparison, records, words, title, subtitle),
        table=comparison_table(comparison, records, words),
    )


def _subtitle(comparison: Comparison, records: Records, words: Words, *, left_out: int) -> str:
    """The indicator, its unit and place, which plan has which letter, and what could not be drawn."""
    named = comparison.differences[0].first
    first, second = (words.text(records.plans[one].label) for one in comparison.plans)
    place = records.places.get(named.place)
    sentences = [
        words.say(
            "chart.target.subtitle",
            measure=words.text(records.indicators[comparison.indicator].label),
            place=words.text(place.label) if place else named.place,
            unit=words.text(records.units[named.unit].label),
        ),
        words.say("compare.subtitle", first=first, second=second),
    ]
    if left_out:
        sentences.append(words.say("compare.left_out", n=left_out))
    return words.paragraph(sentences)


def _alt(comparison: Comparison, records: Records, words: Words, title: str, subtitle: str) -> str:
    names = target_names(comparison, records, words)
    asked = [
        words.say(
            "compare.alt_target",
            name=words.say("compare.lettered", letter=LETTERS[side], name=names[one.status.target.id]),
            demand=words.demand_long(one.status.target, records),
            due=words.due(one.status.target),
        )
        for side, promised in enumerate(comparison.sides)
        for one in promised
    ]
    targets = words.say("chart.gap").join(asked)
    return words.say("compare.alt", title=title, subtitle=subtitle, targets=targets)


def comparison_table(comparison: Comparison, records: Records, words: Words) -> Table:
    """One row a target, plan A first; the differences stand at the targets of plan B."""
    names = target_names(comparison, records, words)
    by_second = {
        one.second.id: difference_sentence(one, names, records, words) for one in comparison.differences
    }
    rows = (_row(one, records, words, by_second) for side in comparison.sides for one in side)
    columns = (Column(key, words.say(f"compare.column.{key}"), numeric) for key, numeric in _KEYS)
    return Table(tuple(columns), tuple(rows))


def _row(one: Promised, records: Records, words: Words, by_second: Mapping[str, str]) -> tuple[Cell, ...]:
    target: Target = one.status.target
    plan, place = records.plans[target.plan], records.places.get(target.place)
    required = {pace.path: pace.required for pace in one.asked}
    return (
        words.text(plan.label),
        target.id,
        words.demand_long(target, records),
        target.value,
        target.value_high,
        words.text(records.units[target.unit].label),
        words.text(place.label) if place else target.place,
        target.due.isoformat(),
        target.baseline_value,
        target.baseline_period.text if target.baseline_period else None,
        words.text(target.statement),
        plan.published.text,
        words.headline_full(one.status),
        required.get(Path.LINEAR),
        required.get(Path.COMPOUND),
        by_second.get(target.id, ""),
    )
