"""The words of a benchmark's chart: its finding, subtitle, text alternative and table.

In: a scene. Out: texts. The finding is what the newest figures say of the goal: those of now, else those of
the milestone.
"""

from metrics.figures.chart import Table
from metrics.figures.goal.scene import GoalScene
from metrics.figures.naming import figure_table
from metrics.progress.benchmarks import Figures


def finding(scene: GoalScene) -> str:
    """The title of the chart."""
    result, say = scene.result, scene.words.say
    if result.now_figures:
        return say(f"chart.goal.now.{result.now}", figures=_figures(scene, result.now_figures))
    if result.milestone_figures:
        figures = _figures(scene, result.milestone_figures)
        return say(f"chart.goal.milestone.{result.at_milestone}", figures=figures)
    if result.last_figures:
        return say("chart.goal.last", figures=_figures(scene, result.last_figures))
    return say("chart.goal.silent")


def _figures(scene: GoalScene, figures: Figures) -> str:
    words = scene.words
    sentence = [
        words.say(
            "chart.indicator.place_figure",
            place=scene.place_name(one.geography),
            figure=words.say(f"figure_long.{one.bound}", figure=words.number(one.value)),
        )
        for one in figures
    ]
    return words.say(
        "chart.goal.figures", figures=words.listing(sentence), when=words.when(figures[0].period)
    )


def level(scene: GoalScene) -> str:
    """What stands at the line of a benchmark with a value."""
    words = scene.words
    return words.say("chart.goal.level", demand=words.demand_long(scene.benchmark, scene.records))


def subtitle(scene: GoalScene) -> str:
    """Measure, unit, and who counts; how years stand on the axis."""
    words = scene.words
    sentence = words.say(
        "chart.goal.subtitle",
        measure=words.text(scene.indicator.label),
        unit=words.text(scene.unit.label),
        series=words.text(scene.series.short),
    )
    return words.paragraph([sentence, words.say("chart.target.dates")])


def alt(scene: GoalScene) -> str:
    """The text alternative: the finding, the two days marked, and where each line ends."""
    words, say = scene.words, scene.words.say
    sentences = [
        say(
            "chart.goal.alt",
            title=finding(scene),
            subtitle=subtitle(scene),
            due=scene.due,
            day=scene.known_on,
        )
    ]
    ends = [
        say(
            "chart.indicator.alt_line",
            name=curve.name,
            value=curve.values[-1],
            period=words.period(curve.points[-1].period),
        )
        for curve in scene.curves
    ]
    if ends:
        sentences.append(say("chart.indicator.alt_ends", lines=say("chart.gap").join(ends)))
    return words.paragraph(sentences)


def table(scene: GoalScene) -> Table:
    """The figures behind every point."""
    whole = figure_table(scene.points, scene.records, scene.words)
    kept = len(whole.columns) - 1  # without the column on whether a series counts for a target
    return Table(whole.columns[:kept], tuple(row[:kept] for row in whole.rows))
