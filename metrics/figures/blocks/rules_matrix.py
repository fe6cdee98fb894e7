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
    shown = listed[:MOST_ROWS]
    return render(
        "rules_matrix",
        groups=[
            (kind, sum(one.difference is kind for one in paced), rows)
            for kind in Difference
            if (rows := [one for one in shown if one.difference is kind])
        ],
        rules=list(Rule),
        left=len(listed) - MOST_ROWS,
        rounded=rounded,
        records=records,
        mode=mode,
        link=link,
        words=words,
    )


def rules_list(words: Words, link: Link) -> str:
    """What each rule does, where it comes from, and which are left out, with the reason."""
    return render("rules_list", rules=list(Rule), link=link, words=words)


def foil_list(
    rows: Sequence[Compared], newest: Sequence[Newest], records: Records, words: Words, link: Link
) -> str:
    """How often the bare number says otherwise, and the newest figure of any series for each target."""
    return render(
        "foil_list",
        n=len(rows),
        differ=sum(row.foil_differs for row in rows),
        newest=newest,
        most=MOST_ROWS,
        records=records,
        link=link,
        words=words,
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
