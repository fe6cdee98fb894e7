"""The same readings by other rules, side by side: a matrix of signs and words, gathered by how far the rules differ.

In: :class:`~metrics.progress.other_rules.Compared` rows, the records known on the day, words, links. Out: HTML, the
finding as a title, and the data as a table that can be taken away.
"""

from collections.abc import Sequence
from datetime import date

from metrics.figures.blocks.environment import Link, render
from metrics.figures.chart import Column, Table
from metrics.figures.palette import Mode
from metrics.progress.other_rules import Compared, Difference, Newest, Rule, count_differences
from metrics.progress.result import Pace
from metrics.records.store import Records
from metrics.words import Words
from metrics.words.numbers import rounded

#: Readings that are listed; more are counted and stand in the data.
MOST_ROWS = 100


def rules_title(rows: Sequence[Compared], day: date, words: Words) -> tuple[str, str]:
    """The finding and the lead: on how many readings the method alone changes the answer."""
    counts = dict(count_differences(rows))
    n = sum(counts.values())
    lead = words.say("others.lead", day=words.day(day))
    if not n:
        return words.say("others.title_none", day=words.day(day)), lead
    title = words.say("others.title", n=n, differ=n - counts.get(Difference.SAME, 0))
    opposite = words.say("others.lead_opposite", n=counts.get(Difference.OPPOSITE, 0))
    return title, words.paragraph((lead, opposite))


def rules_matrix(rows: Sequence[Compared], records: Records, words: Words, mode: Mode, link: Link) -> str:
    """The readings that have a ratio, those on which the rules stand furthest apart first."""
    paced = [row for row in rows if row.paced]
    listed = [one for kind in Difference for one in paced if one.difference is kind]
    left = len(listed) - MOST_ROWS
    groups = []
    for kind in Difference:
        shown = [one for one in listed[:MOST_ROWS] if one.difference is kind]
        if shown:
            n = sum(one.difference is kind for one in paced)
            groups.append(
                {
                    "kind": kind,
                    "name": words.say(f"others.group.{kind}", n=n),
                    "rows": [_row(one, records, words, link) for one in shown],
                }
            )
    return render(
        "rules_matrix",
        groups=groups,
        columns=[words.say(f"others.column.{one}") for one in ("reading", *Rule)],
        more=words.say("others.more", n=left) if left > 0 else "",
        mode=mode,
        say=words.say,
    )


def rules_told(words: Words, link: Link) -> str:
    """What each rule does, where it comes from, and which are left out, with the reason."""
    return render(
        "rules_told",
        rules=[(words.say(f"others.column.{rule}"), words.say(f"others.rules.{rule}")) for rule in Rule],
        method=link("method", part="method"),
        left_out=[
            words.say("others.left_out.unconfirmed", names=words.say("others.left_out.names")),
            words.say("others.left_out.joined"),
        ],
        say=words.say,
    )


def foil_list(
    rows: Sequence[Compared], newest: Sequence[Newest], records: Records, words: Words, link: Link
) -> str:
    """How often the bare number says otherwise, and the newest figure of any series for each target."""
    return render(
        "foil_list",
        title=words.say("others.foil.title", n=len(rows), differ=sum(row.foil_differs for row in rows)),
        fold=words.say("others.foil.fold", n=len(newest)),
        rows=[
            {
                "target": _target_name(one.status.target.id, records, words),
                "href": link("target", target=one.status.target.id),
                "figure": words.say(
                    "others.foil.figure",
                    figure=words.figure_long(one.figure, records.units[one.figure.unit]),
                    when=words.when(one.figure.period),
                    series=words.text(records.series[one.figure.series].short),
                ),
                "said": words.say("others.passes" if one.passes else "others.fails"),
                "headline": words.headline(one.status),
            }
            for one in newest[:MOST_ROWS]
        ],
        more=words.say("others.more", n=len(newest) - MOST_ROWS) if len(newest) > MOST_ROWS else "",
        say=words.say,
    )


def rules_data(rows: Sequence[Compared], words: Words) -> Table:
    """Every reading with a judged, comparable figure by each rule, raw, as a file holds it."""
    keys = (
        "target",
        "series",
        "milepost",
        "growth_ratio",
        "growth",
        "steps_ratio",
        "steps",
        "bare",
        "difference",
    )
    columns = tuple(Column(key, words.say(f"others.data.{key}"), key.endswith("_ratio")) for key in keys)
    return Table(
        columns,
        tuple(
            (
                row.status.target.id,
                row.reading.series.id,
                row.reading.verdict.value,
                row.growth.ratio,
                _class(row.growth),
                row.steps.ratio,
                _class(row.steps),
                row.passes,
                row.difference.value if row.paced else None,
            )
            for row in rows
        ),
    )


def _class(pace: Pace) -> str | None:
    named = pace.verdict or pace.refusal
    return named.value if named else None


def _target_name(target_id: str, records: Records, words: Words) -> str:
    target = records.targets[target_id]
    return words.say(
        "others.target",
        indicator=words.text(records.indicators[target.indicator].short),
        demand=words.demand_long(target, records.units[target.unit]),
        due=words.due(target),
    )


def _row(row: Compared, records: Records, words: Words, link: Link) -> dict[str, object]:
    return {
        "target": _target_name(row.status.target.id, records, words),
        "href": link("target", target=row.status.target.id),
        "series": words.text(row.reading.series.label),
        "cells": [
            {
                "verdict": row.reading.verdict,
                "word": words.verdict(row.reading.verdict),
                "beside": "" if row.reading.counts else _not_counted(row, words),
            },
            _ratio(row.growth, words),
            _ratio(row.steps, words),
        ],
        "bare": words.say(
            "others.bare",
            figure=words.number(row.figure.value),
            said=words.say("others.passes" if row.passes else "others.fails"),
        ),
    }


def _not_counted(row: Compared, words: Words) -> str:
    return words.not_counted(row.reading.not_counted) if row.reading.not_counted else ""


def _ratio(pace: Pace, words: Words) -> dict[str, object]:
    if pace.verdict is None or pace.ratio is None:
        return {"verdict": None, "word": words.refusal(pace.refusal) if pace.refusal else "", "beside": ""}
    return {
        "verdict": pace.verdict,
        "word": words.verdict(pace.verdict),
        "beside": words.number(rounded(pace.ratio)),
    }
