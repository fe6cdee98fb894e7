"""The chart of a target: every series on a time axis, held against the bar that was promised.

In: the status of the target and the records of its day (nothing later may be in them). Out: a
:class:`Chart`. Back to front: ground, required path, series that do not count, series that count, target,
labels. Year figures stand at the year's end.
"""

from metrics.figures.chart import Chart
from metrics.figures.curves import draw_curve
from metrics.figures.drawing import Drawing
from metrics.figures.frame import WIDTH
from metrics.figures.labels import Spot
from metrics.figures.naming import figure_table, source_line
from metrics.figures.palette import Mode
from metrics.figures.plot import Band
from metrics.figures.target import definition_lanes
from metrics.figures.target.finding import finding
from metrics.figures.target.goalposts import MOST_SERIES, Way, draw_goalposts, draw_paths, paced
from metrics.figures.target.labels import label
from metrics.figures.target.scene import NOTHING, Nothing, Scene
from metrics.figures.target.window import opens
from metrics.figures.typesetting import span
from metrics.progress.result import Status
from metrics.records.store import Records
from metrics.words import Words


def target_chart(  # noqa: PLR0917  (what, from what, in which words, colours and size)
    status: Status,
    records: Records,
    words: Words,
    mode: Mode,
    width: int = WIDTH,
    height: int | None = None,
) -> Chart:
    """Draw where a target stands.

    Args:
        status: what the engine says of the target on one day.
        records: what was known on that day.
        words: the language.
        mode: light or dark.
        width: px for which labels are set; they stay apart from 0.93 to 1.6 times that width.
        height: px of the whole figure, at least, where it is drawn for this one size alone; None: its own height.
    """
    scene = Scene(status, records, words, mode, width, height)
    drawing = Drawing(scene.frame, mode)
    drawing.not_due(status.known_on)
    draw_paths(scene.ways, drawing, {s.series.id: s.full for s in scene.curves})
    for curve in sorted(scene.curves, key=lambda s: s.counts):
        draw_curve(
            scene.marks[curve.series.id],
            curve.joins,
            drawing,
            name=words.text(curve.series.short),
            series=curve.series.id,
            place=scene.target.place,
            colour=curve.colour,
            width=2.2 if curve.counts else 1.8,
        )
    if scene.nothing:
        _no_data(scene.nothing, scene, drawing)
    draw_goalposts(scene.posts, drawing)
    label(scene, drawing)
    definition_lanes.draw(scene.definition_lanes, drawing)
    title = finding(status, records, words)
    return Chart(
        id=f"target-{status.target.id}",
        plot=drawing.over_years((tick, words.number(tick)) for tick in scene.ticks),
        title=title,
        subtitle=_subtitle(scene),
        source=source_line(scene.all_points, records, words, status.known_on),
        alt=_alt(scene, title),
        table=figure_table(scene.all_points, records, words, (r.series.id for r in status.counted)),
        opens=opens(status, scene.frame),
        key=scene.key,
    )


def _no_data(nothing: Nothing, scene: Scene, drawing: Drawing) -> None:
    """Hatching from the plan to the day or the due date, and the words over it."""
    last, palette = min(scene.status.known_on, scene.target.due), scene.palette
    if last > nothing.first:
        drawing.bands.append(
            Band(nothing.first, last, *nothing.levels, palette.edge, "no data", hatched=True)
        )
    text, spot = span(nothing.text, palette.ink_2, 600), Spot(0, 16, "left")
    drawing.write(text, nothing.first, nothing.levels[1], spot, size=NOTHING, outline=palette.paper)


def _subtitle(scene: Scene) -> str:
    """Measure, unit, prices and place, and how to read the dates."""
    say, words, records = scene.words.say, scene.words, scene.records
    unit = records.units[scene.target.unit]
    place = records.places.get(scene.target.place)
    texts = {
        "measure": words.text(scene.indicator.label),
        "place": words.text(place.label) if place else scene.target.place,
        "unit": words.text(unit.label),
    }
    if unit.prices is None:
        sentences = [say("chart.target.subtitle", **texts)]
    else:
        nominal = unit.prices == "nominal"
        prices = say("chart.nominal") if nominal else say("chart.constant", year=unit.prices)
        sentences = [say("chart.target.subtitle_prices", **texts, prices=prices)]
    if scene.curves:
        sentences.append(say("chart.target.dates"))
    if scene.beyond:
        sentences.append(say("chart.target.beyond", n=scene.beyond))
    undrawn = len(paced(scene.status)) - MOST_SERIES
    if undrawn > 0:
        sentences.append(say("chart.target.unpaced", n=undrawn))
    sentences += words.not_added((curve.series.id for curve in scene.curves), records)
    return words.paragraph(sentences)


def _alt(scene: Scene, title: str) -> str:
    """The text alternative: the finding, what the chart shows, and the figures that count."""
    say, words, records, target = scene.words.say, scene.words, scene.records, scene.target
    place = records.places.get(target.place)
    unit = records.units[target.unit]
    sentences = [
        say(
            "chart.target.alt",
            title=title,
            measure=words.text(scene.indicator.label),
            place=words.text(place.label) if place else target.place,
            unit=words.text(unit.label),
            first=str(scene.first.year),
            last=str(scene.last.year),
            day=words.day(scene.status.known_on),
            series=say("chart.target.alt_series", n=len(scene.curves)),
            demand=words.demand_long(target, records),
            due=words.due(target),
        )
    ]
    counted = [
        say(
            "chart.target.alt_reading",
            series=words.text(r.series.short),
            figure=words.figure(r.observation),
            period=words.period(r.observation.period),
        )
        for r in scene.status.counted
        if r.observation is not None
    ]
    if counted:
        sentences.append(say("chart.target.alt_counted", readings=say("chart.gap").join(counted)))
    if scene.ways:
        ways = say("chart.gap").join(_way(way, scene) for way in scene.ways)
        sentences.append(say("chart.target.alt_paths", paths=ways))
    if scene.all_points:
        sentences.append(say("chart.target.alt_table"))
    return words.paragraph(sentences)


def _way(way: Way, scene: Scene) -> str:
    """One path: the plan's own pace, or the path that a series would have had to take from its first usable figure."""
    if way.series is None or way.path is None:
        return scene.own_pace(way)
    (day, value), words = way.points[0], scene.words
    return words.say(
        f"chart.target.alt_path.{way.path}",
        series=next(words.text(s.series.short) for s in scene.curves if s.series.id == way.series),
        value=words.number(value),
        day=words.day(day),
        rate=words.percent(way.rate) if way.rate is not None else "",
    )
