"""The words of the timeline: its finding, subtitle, source line, text alternative and table.

In: a scene. Out: texts and a table with one row for each plan, figure and event, by date.
"""

from datetime import date

from metrics.figures.chart import Cell, Column, Table
from metrics.figures.naming import source_line
from metrics.figures.timeline.promised import promised
from metrics.figures.timeline.scene import TimelineScene
from metrics.records.period import Period
from metrics.records.vocabulary import Independence

COLUMNS = ("lane", "date", "title", "value", "unit", "due", "source", "id")


def finding(scene: TimelineScene) -> str:
    """How many targets of the plans shown have been met on a published figure; of the last due, when and by whom."""
    words, records = scene.words, scene.records
    found = promised(records, [plan.id for plan in scene.past_plans], scene.until)
    day, n, every = words.day(scene.until), len(found.met), len(found.statuses)
    if not found.judged:
        plans = words.say("chart.timeline.n_plans", n=len(scene.past_plans))
        return words.say("chart.timeline.known", plans=plans, day=day)
    if not n:
        return words.say("chart.timeline.none_met", n=every, day=day)
    sentence = words.say(
        "chart.timeline.met_only" if every == 1 else "chart.timeline.met", n=n, all=every, day=day
    )
    timed = [(one.status.target, one.first) for one in found.met if one.first]
    if not timed:
        return sentence
    target, first = max(timed, key=lambda one: one[0].due)
    state = records.series[first.series].independence is not Independence.INDEPENDENT
    last = words.say(
        "chart.timeline.met_state" if state else "chart.timeline.met_when",
        indicator=words.text(records.indicators[target.indicator].short),
        year=str(target.due.year),
        month=words.period(Period.parse(f"{first.known:%Y-%m}")),
    )
    return words.say("chart.timeline.met_last", n=n, told=sentence, last=last)


def subtitle(scene: TimelineScene) -> str:
    """What the lanes show."""
    words = scene.words
    unit = words.text(scene.records.units[scene.indicator.unit].label)
    label = words.text(scene.indicator.label)
    sentence = words.say("chart.timeline.subtitle", indicator=label, unit=unit)
    if scene.years == scene.whole:
        return sentence
    first, last = map(str, scene.years)
    part = (
        words.say("timeline.only", first=first, last=last)
        if first != last
        else words.say("timeline.only_year", year=first)
    )
    return words.paragraph([sentence, part])


def source(scene: TimelineScene) -> str:
    """Whose figures are shown, and the known-on day."""
    return source_line(scene.figures, scene.records, scene.words, scene.known_on)


def alt(scene: TimelineScene, title: str) -> str:
    """The text alternative."""
    say = scene.words.say
    sentence = say(
        "chart.timeline.alt",
        title=title,
        first=str(scene.years[0]),
        last=str(scene.years[1]),
        day=scene.words.day(scene.known_on),
        plans=say("chart.timeline.n_plans", n=len(scene.plans)),
        figures=say("chart.timeline.n_figures", n=len(scene.figures)),
        events=say("chart.timeline.n_events", n=sum(map(len, scene.events.values()))),
    )
    return scene.words.paragraph([sentence, say("chart.timeline.alt_table")])


def table(scene: TimelineScene) -> Table:
    """Every entry, by the day it became known."""
    words, records = scene.words, scene.records
    rows: list[tuple[date, tuple[Cell, ...]]] = []
    for plan in scene.plans:
        dues = words.listing(words.day(m.due) for m in plan.milestones)
        lane = words.say("chart.timeline.plans")
        cells = (lane, plan.published.text, words.text(plan.title), "", "", dues, plan.source, plan.id)
        rows.append((plan.published.end, cells))
    for one in scene.figures:
        lane = words.say("chart.timeline.figures")
        unit = words.text(records.units[one.unit].label)
        sentence = words.say(
            "chart.timeline.figure",
            series=words.text(records.series[one.series].label),
            period=words.period(one.period),
        )
        rows.append(
            (one.known, (lane, one.published.text, sentence, words.figure(one), unit, "", one.source, one.id))
        )
    for category, events in scene.events.items():
        lane = words.text(records.categories[category].label)
        rows += [
            (e.date.end, (lane, e.date.text, words.text(e.title), "", "", "", e.source, e.id)) for e in events
        ]
    rows.sort(key=lambda row: row[0])
    columns = tuple(Column(key, words.say(f"chart.table.{key}")) for key in COLUMNS)
    return Table(columns, tuple(cells for _, cells in rows))
