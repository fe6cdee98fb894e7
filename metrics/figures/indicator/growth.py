"""Growth as tables: from the first figure of each series to its last, and from each year to the next.

In: the series of a scene. Out: tables. A rate that is not computed says why.
"""

from metrics.figures.chart import Cell, Column, Table
from metrics.figures.indicator.scene import IndicatorScene
from metrics.progress.growth import Growth, overall, yearly

COLUMNS = (
    "series",
    "place",
    "start",
    "end",
    "start_value",
    "end_value",
    "rate_pct",
    "low_pct",
    "high_pct",
    "why_none",
)
NUMERIC = frozenset({"start_value", "end_value", "rate_pct", "low_pct", "high_pct"})


def overall_table(scene: IndicatorScene) -> Table:
    """The compound growth a year of each series, first figure with two ends to last."""
    return _table(scene, first_to_last=True)


def steps_table(scene: IndicatorScene) -> Table:
    """Every step from a year to the next, and why some have no rate."""
    return _table(scene, first_to_last=False)


def _table(scene: IndicatorScene, *, first_to_last: bool) -> Table:
    measure, say = scene.indicator.measure, scene.words.say
    columns = [Column(k, say(f"chart.table.{k}"), k in NUMERIC) for k in COLUMNS]
    rows = []
    for series in scene.indicator.series:
        for place in scene.places if series.id in scene.series_ids else ():
            figures = [one for one in scene.records.observations_of(series.id) if one.geography == place]
            whole = overall(figures, measure)
            steps = yearly(figures, measure) if not first_to_last else () if whole is None else (whole,)
            rows += [_row(scene, step) for step in steps]
    # A column in which nothing stands, such as why no rate where there is one everywhere, is left out.
    kept = [at for at in range(len(columns)) if any(row[at] not in (None, "") for row in rows)]
    return Table(tuple(columns[at] for at in kept), tuple(tuple(row[at] for at in kept) for row in rows))


def _row(scene: IndicatorScene, step: Growth) -> tuple[Cell, ...]:
    words = scene.words
    series = scene.records.series[step.earlier.series]

    def percent(share: float | None) -> float | None:
        return None if share is None else round(share * 100, 1)

    ranged = step.low != step.high
    return (
        scene.series_name(series),
        scene.place_name(step.earlier.geography),
        step.earlier.period.text,
        step.later.period.text,
        step.earlier.value,
        step.later.value,
        percent(step.rate),
        percent(step.low) if ranged else None,
        percent(step.high) if ranged else None,
        words.say(f"chart.growth.why.{step.refusal}") if step.refusal else "",
    )
