"""The gallery: every chart that can be taken away as a picture, by its id.

In: an extract. Out: for each chart how it is drawn and where in the dashboard it is seen. Charts show what the pages
show before a reader has chosen anything: the first series, places and year.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import cast

from metrics.exports.extract import Extract
from metrics.figures.chart import Chart
from metrics.figures.cited import for_paper
from metrics.figures.goal.chart import goal_chart
from metrics.figures.indicator.chart import draw
from metrics.figures.indicator.first_choice import first_places, first_series
from metrics.figures.indicator.panel_sheet import panel_sheet
from metrics.figures.indicator.scene import IndicatorScene
from metrics.figures.indicator.spread import spread_chart
from metrics.figures.page_parts import PageData, bullets_svg
from metrics.figures.palette import Mode
from metrics.figures.picture import Draw, SizeName, address_of
from metrics.figures.points import drawn_points
from metrics.figures.target.chart import target_chart
from metrics.figures.timeline.chart import timeline_chart
from metrics.progress import goal_results, history
from metrics.progress.spread import spreads, widest
from metrics.records.model import Indicator


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One chart: ``draw`` for a plotly figure, ``svg`` where the picture is our own."""

    id: str
    address: str
    draw: Draw | None = None
    svg: Callable[[SizeName], str] = str
    paper: Callable[[Chart], Chart] = lambda chart: chart  # with what a paper cites


def gallery(taken: Extract, mode: Mode) -> Mapping[str, Exhibit]:
    """Every chart of an extract, the readings of the first page first; nothing is drawn yet."""
    paper = partial(for_paper, records=taken.known, words=taken.words)
    return {one.id: replace(one, paper=paper) for one in (*_promised(taken, mode), *_reported(taken, mode))}


def _address(taken: Extract, page: str, **given: str) -> str:
    language = taken.words.language
    shared = {
        "path": taken.progress.path.value if taken.progress.path else "",
        "plan": taken.plan or "",
        "lang": language if language != "en" else "",
    }
    place = address_of(page, {**given, **shared}, taken.known_on)
    return f"{taken.base.rstrip('/')}/{place}" if taken.base else place


def first_page(taken: Extract, mode: Mode) -> PageData:
    """What the parts of the first page are made from, without histories; links lead nowhere."""
    plans = (taken.plan,) if taken.plan else taken.known.glance.plans
    if taken.target:
        plans = tuple(taken.known.plans)

    def nowhere(page: str, /, **params: str | None) -> str:  # noqa: ARG001
        return ""

    return PageData(taken.known, taken.progress, {}, plans, taken.words, mode, nowhere)


def _promised(taken: Extract, mode: Mode) -> Iterator[Exhibit]:
    known, words, day = taken.known, taken.words, taken.known_on
    page = first_page(taken, mode)
    if page.beside:
        address = _address(taken, "glance")

        def bullets(size: SizeName) -> str:
            past = {
                one.target.id: history(known, one.target, day, taken.progress.path) for one in page.beside
            }
            return bullets_svg(replace(page, histories=past), size, address)

        yield Exhibit(f"readings-{page.beside[0].target.indicator}", address, svg=bullets)
    if known.plans or known.events:

        def timeline(width: int, height: int) -> Chart:  # noqa: ARG001  as high as its rows
            return timeline_chart(
                known,
                words,
                mode,
                known_on=day,
                plans=(taken.plan,) if taken.plan else tuple(known.plans),
                categories=tuple(known.categories),
                indicator=known.glance.indicator,
                width=width,
                exact=True,
            )

        yield Exhibit("timeline", _address(taken, "timeline"), timeline)
    for status in taken.statuses:
        name = status.target.id
        yield Exhibit(
            f"target-{name}",
            _address(taken, "target", target=name),
            partial(target_chart, status, known, words, mode),
        )
    for goal in taken.records.goals.values():
        for result in goal_results(known, goal, day):
            mark = result.benchmark
            if any(p and drawn_points(known, mark.series, p) for p in (mark.place, mark.other_place)):

                def benchmark(width: int, height: int, result: object = result) -> Chart:
                    drawn = goal_chart(result, known, words, mode, known_on=day, width=width, height=height)  # type: ignore[arg-type]
                    return cast("Chart", drawn)

                yield Exhibit(f"goal-{mark.id}", _address(taken, "target", target=goal.id), benchmark)


def _reported(taken: Extract, mode: Mode) -> Iterator[Exhibit]:
    known = taken.known
    for name in taken.records.indicators:
        figures = [one for one in known.observations.values() if one.indicator == name]
        if figures:
            yield from _indicator(taken, known.indicators[name], mode)


def _indicator(taken: Extract, indicator: Indicator, mode: Mode) -> Iterator[Exhibit]:
    known, words, day = taken.known, taken.words, taken.known_on
    figures = [one for one in known.observations.values() if one.indicator == indicator.id]
    first = first_series(indicator, figures, known, day)
    has, unit = {one.series for one in figures}, known.series[first[0]].unit
    same = tuple(one.id for one in indicator.series if one.id in has and one.unit == unit)

    def places(chosen: tuple[str, ...]) -> tuple[str, ...]:
        found = dict.fromkeys(one.geography for one in figures if one.series in chosen)
        return first_places(tuple(found), known)

    targets = tuple(one.target for one in taken.statuses if one.target.indicator == indicator.id)

    def scene(series: tuple[str, ...], width: int, height: int | None = None) -> IndicatorScene:
        return IndicatorScene(
            indicator,
            known,
            words,
            mode,
            series_ids=series,
            places=places(series),
            known_on=day,
            targets=targets if height else (),
            width=width,
            height=height,
        )

    def levels(width: int, height: int) -> Chart:
        return draw(scene(first, width, height))

    def panels(width: int, height: int) -> Chart:
        return panel_sheet(scene(same, width), width, height)

    yield Exhibit(f"indicator-{indicator.id}", _address(taken, "indicators", indicator=indicator.id), levels)
    if len(same) > 1:
        address = _address(taken, "indicators", indicator=indicator.id, layout="multiples")
        yield Exhibit(f"panels-{indicator.id}", address, panels)
    every_place = tuple(dict.fromkeys(one.geography for one in figures))
    by_place = {place: spreads(known, indicator, place) for place in (*places(first), *every_place)}
    place = next((one for one, found in by_place.items() if found), None)
    year = widest(by_place[place]) if place else None
    if place and year is not None:

        def spread(width: int, height: int) -> Chart:
            return spread_chart(
                by_place[place][year],
                indicator,
                known,
                words,
                mode,
                place=place,
                year=year,
                known_on=day,
                width=width,
                height=height,
            )

        address = _address(taken, "indicators", indicator=indicator.id, place=place, year=str(year))
        yield Exhibit(f"spread-{indicator.id}", address, spread)
