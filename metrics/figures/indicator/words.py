"""The words of an indicator's chart: its finding, subtitle, text alternative and table.

In: a scene. Out: texts. The finding names what the newest figures say together; where reporters differ it
gives the spread, never a mean.
"""

from metrics.figures.chart import Column, Table
from metrics.figures.indicator.scene import IndicatorScene
from metrics.figures.indicator.terms import refused_of, terms_sentences, terms_table
from metrics.figures.points import part_of_a_year
from metrics.figures.scale import ScaledSeries, ScalePoint
from metrics.progress.lead import compared

NAMED = 3  # so many series that are not drawn are named


def finding(scene: IndicatorScene) -> str:
    """The title of the chart."""
    series, words = scene.scaled.series, scene.words
    by_scale = {"ratio": _ratio, "index": _index, "growth": _growth}
    if not series:
        label = words.text(scene.indicator.label)
        return words.say("chart.indicator.none", indicator=label, day=words.day(scene.known_on))
    if scene.scale in by_scale:
        return by_scale[scene.scale](scene)
    if len(series) == 1:
        return _one(scene, series[0])
    return _spread(scene) if scene.several_series else _places(scene)


def _long(scene: IndicatorScene, point: ScalePoint) -> str:
    return scene.words.figure_long(point.observation, scene.unit)


def _one(scene: IndicatorScene, one: ScaledSeries) -> str:
    """One line: its last figure, and its first."""
    words = scene.words
    points = _judged(one)
    name = words.text(one.series.short)
    last = {
        "series": name,
        "last": _long(scene, points[-1]),
        "period": words.when(points[-1].observation.period),
    }
    if len(points) == 1:
        return words.say("chart.indicator.one_figure", **last)
    first = {"first": _long(scene, points[0]), "start": words.when(points[0].observation.period)}
    return words.say("chart.indicator.one", **last, **first)


def _places(scene: IndicatorScene) -> str:
    """One series, several places: the figures of the last year that all of them have."""
    words = scene.words
    years = [_by_year(scene, s) for s in scene.scaled.series]
    common = set.intersection(*(set(one) for one in years))
    if not common:
        return words.say("chart.indicator.no_common_place", n=len(years))
    year = max(common)
    figures = [
        words.say(
            "chart.indicator.place_figure", place=scene.place_name(s.place), figure=_long(scene, one[year])
        )
        for s, one in list(zip(scene.scaled.series, years, strict=True))[:3]
    ]
    return words.say("chart.indicator.places", year=str(year), figures=words.listing(figures))


def _spread(scene: IndicatorScene) -> str:
    """Several series: lowest and highest figure of the last year that two or more of them have."""
    words = scene.words
    place = scene.shown_places[0]
    years = [_by_year(scene, s) for s in scene.scaled.series if s.place == place]
    shared = sorted({y for one in years for y in one if sum(y in other for other in years) > 1})
    if not shared:
        return words.say("chart.indicator.no_common_year", n=len(years), place=scene.place_name(place))
    year = shared[-1]
    points = sorted((one[year] for one in years if year in one), key=lambda p: p.value)
    lowest = points[0].observation
    return words.say(
        "chart.indicator.spread",
        n=len(points),
        year=str(year),
        place=scene.place_name(place),
        low=words.say(
            f"figure_long.{lowest.bound}", figure=words.number(lowest.value)
        ),  # the unit stands once
        high=_long(scene, points[-1]),
    )


def _by_year(scene: IndicatorScene, one: ScaledSeries) -> dict[int, ScalePoint]:
    """The judged figures by year; half a year is never told as a year."""
    return {
        point.observation.period.end.year: point
        for point in one.points
        if point.observation.judged and not part_of_a_year(point.observation, scene.indicator.measure)
    }


def _judged(one: ScaledSeries) -> list[ScalePoint]:
    """Its judged points; where there are none, all."""
    return [point for point in one.points if point.observation.judged] or list(one.points)


def _pair(scene: IndicatorScene) -> dict[str, str]:
    """The names of the two places of a ratio."""
    place, other = compared(scene.records)
    return {"place": scene.place_name(place), "other": scene.place_name(other)}


def _ratio(scene: IndicatorScene) -> str:
    """What stands against one of the denominator in the last judged year: one figure, or lowest, highest and who leads."""
    words = scene.words
    places = _pair(scene)
    judged = [(s, [p for p in s.points if _both_judged(p)]) for s in scene.scaled.series]
    # Where nothing is judged, forecasts and derived values are told; the key says that they are hollow.
    kept = judged if any(points for _, points in judged) else [(s, list(s.points)) for s, _ in judged]
    years = [(s, {p.observation.period.end.year: p for p in points}) for s, points in kept]
    last = max(year for _, one in years for year in one)
    ratios = sorted(((one[last].value, s) for s, one in years if last in one), key=lambda pair: pair[0])
    low, high = (words.number(ratios[i][0]) for i in (0, -1))
    if len(ratios) == 1:
        series = words.text(ratios[0][1].series.short)
        return words.say("chart.indicator.ratio", value=low, year=str(last), series=series, **places)
    ahead = sum(value > 1 for value, _ in ratios)
    key = "chart.indicator.ratios" if ahead else "chart.indicator.ratios_behind"
    return words.say(key, n=len(ratios), k=ahead, low=low, high=high, year=str(last), **places)


def _both_judged(point: ScalePoint) -> bool:
    return point.observation.judged and (point.other is None or point.other.judged)


def _index(scene: IndicatorScene) -> str:
    """Where the newest figures stand, with the first common year as 100."""
    words = scene.words
    series = scene.scaled.series
    bases = {s.base for s in series}
    named = [
        words.say(
            "chart.indicator.index_figure",
            name=scene.name(s.series, s.place),
            value=words.number(round(_judged(s)[-1].value)),
            period=words.when(_judged(s)[-1].observation.period),
        )
        for s in series[:3]
    ]
    figures = words.listing(named)
    if len(bases) == 1:
        return words.say("chart.indicator.index", base=str(next(iter(bases))), figures=figures)
    return words.say("chart.indicator.index_own", figures=figures)


def _growth(scene: IndicatorScene) -> str:
    """The change of the last year on the one before: of each place, or of the first place by who counts."""
    words, drawn = scene.words, scene.scaled.series
    if scene.several_series:
        drawn = tuple(one for one in drawn if one.place == scene.shown_places[0])
    years = [(s, {p.observation.period.end.year: p.value / 100 for p in s.points}) for s in drawn]
    last = max(year for _, one in years for year in one)
    when = {"year": str(last), "before": str(last - 1)}
    changes = sorted(((one[last], s) for s, one in years if last in one), key=lambda pair: pair[0])
    if scene.several_series and len(changes) > 1:
        low, high = (words.percent(changes[i][0]) for i in (0, -1))
        place = scene.place_name(scene.shown_places[0])
        return words.say(
            "chart.indicator.growth_many", n=len(changes), place=place, low=low, high=high, **when
        )
    rates = words.listing(
        words.say("chart.indicator.growth_place", place=scene.place_name(s.place), rate=words.percent(rate))
        for rate, s in changes[:3]
    )
    series = scene.series_name(changes[0][1].series)
    return words.say("chart.indicator.growth_one", series=series, rates=rates, **when)


def _not_drawn(scene: IndicatorScene) -> list[str]:
    """How many more series of the indicator have figures, and which; of many the first."""
    words = scene.words
    names = [
        words.text(one.short)
        for one in scene.indicator.series
        if one.id not in scene.series_ids and scene.records.observations_of(one.id)
    ]
    if not names:
        return []
    key = "chart.indicator.not_drawn" if len(names) <= NAMED else "chart.indicator.not_drawn_many"
    return [words.say(key, n=len(names), series=words.say("punctuation.clause").join(names[:NAMED]))]


def subtitle(scene: IndicatorScene) -> str:
    """Measure, unit, places, the scale in words, and what could not be drawn."""
    words, say, drawn = scene.words, scene.words.say, scene.scaled
    measure = words.text(scene.indicator.label)
    if scene.scale == "ratio":
        sentences = [say("chart.indicator.subtitle_ratio", measure=measure, **_pair(scene))]
    else:
        unit = words.text(scene.unit.label)
        places = words.listing(scene.place_name(p) for p in scene.shown_places or scene.places)
        sentences = [
            say(f"chart.indicator.subtitle_{scene.scale}", measure=measure, unit=unit, places=places)
        ]
    if drawn.series:
        sentences.append(say("chart.target.dates"))
    silent = [
        one
        for one in scene.indicator.series
        if one.id in scene.series_ids
        and not any(o.geography in scene.places for o in scene.records.observations_of(one.id))
    ]
    if silent:
        names = words.listing(words.text(one.short) for one in silent)
        where = words.listing(map(scene.place_name, scene.places))
        sentences.append(say("chart.indicator.elsewhere", series=names, places=where))
    sentences += _not_drawn(scene)
    for key, n in (
        ("open_ended", drawn.open_ended),
        ("not_positive", drawn.not_positive),
        ("unmatched", drawn.unmatched),
    ):
        if n:
            sentences.append(say(f"chart.indicator.{key}", n=n))
    sentences += words.not_added((s.series.id for s in drawn.series), scene.records)
    for why in dict.fromkeys(drawn.no_growth):
        sentences.append(say(f"chart.growth.left_out.{why}", n=drawn.no_growth.count(why)))
    if scene.restated:
        ids = [s.id for s in scene.indicator.series if s.id in scene.series_ids]
        sentences += terms_sentences(scene.restated, ids, scene.places, words)
    return words.paragraph(sentences)


def alt(scene: IndicatorScene, title: str) -> str:
    """The text alternative: the finding, what is drawn, and the last value of each line."""
    words, say = scene.words, scene.words.say
    sentences = [
        say(
            "chart.indicator.alt",
            title=title,
            subtitle=subtitle(scene),
            n=len(scene.curves),
            day=words.day(scene.known_on),
        )
    ]
    ends = [
        say(
            "chart.indicator.alt_line",
            name=curve.name,
            value=curve.values[-1],
            period=words.period(curve.points[-1].observation.period),
        )
        for curve in scene.curves[:6]
    ]
    if ends:
        sentences.append(say("chart.indicator.alt_ends", lines=say("chart.gap").join(ends)))
    return words.paragraph(sentences)


def table(scene: IndicatorScene) -> Table:
    """The figures behind every point; on an index or ratio with the value on the scale beside them."""
    words, restated = scene.words, scene.restated
    points = [point for one in scene.scaled.series for point in one.points]
    left_out = refused_of(restated, scene.series_ids, scene.places)
    whole = terms_table([p.observation for p in points], left_out, restated, scene.records, words)
    if scene.scale not in ("index", "ratio", "growth"):
        return whole
    column = Column(scene.scale, words.say(f"chart.table.{scene.scale}"), numeric=True)
    on_scale = [round(p.value, 4) for p in points] + [None] * len(left_out)
    rows = ((*row, value) for row, value in zip(whole.rows, on_scale, strict=True))
    return Table((*whole.columns, column), tuple(rows))
