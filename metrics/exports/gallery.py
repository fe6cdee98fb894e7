"""The gallery: every chart that can be taken away as a picture, by its id.

In: an extract. Out: for each chart how it is drawn and where in the dashboard it is seen. Charts show what the pages
show before a reader has chosen anything: the first series, places and year.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import cast

from metrics.exports.extract import Extract
from metrics.figures.chart import Chart
from metrics.figures.cited import for_paper
from metrics.figures.page_parts import (
    ChartPart,
    Named,
    PageData,
    Part,
    TimelineView,
    bullets_svg,
    charts_about,
    choose_indicator,
    indicator_parts,
    timeline_parts,
)
from metrics.figures.palette import Mode
from metrics.figures.picture import Draw, SizeName, address_of
from metrics.progress import history


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
    return {one.id: replace(one, paper=paper) for one in _exhibits(taken, mode)}


def _address(taken: Extract, page: str, **given: str) -> str:
    language = taken.words.language
    shared = {
        "path": taken.progress.path.value if taken.progress.path else "",
        "plan": taken.plan or "",
        "lang": language if language != "en" else "",
    }
    place = address_of(page, {**given, **shared}, taken.known_on)
    return f"{taken.base.rstrip('/')}/{place}" if taken.base else place


def _page(taken: Extract, mode: Mode) -> PageData:
    """What the parts of the pages are made from, without histories; links lead nowhere."""
    plans = (taken.plan,) if taken.plan else taken.known.glance.plans
    if taken.target:
        plans = tuple(taken.known.plans)

    def nowhere(page: str, /, **params: str | None) -> str:  # noqa: ARG001
        return ""

    return PageData(taken.known, taken.progress, {}, plans, taken.words, mode, nowhere)


def _exhibits(taken: Extract, mode: Mode) -> Iterator[Exhibit]:
    known, page, address = taken.known, _page(taken, mode), partial(_address, taken)

    def shown(parts: Iterable[Part], name: str, **given: str) -> Iterator[Exhibit]:
        for one in parts:
            if isinstance(one, ChartPart):
                yield Exhibit(one.name, address(name, **given), cast("Draw", partial(one.draw, mode)))

    if page.beside:
        yield _bullets(taken, page)
    plans = (taken.plan,) if taken.plan else tuple(known.plans)
    yield from shown(timeline_parts(page, TimelineView(plans)), "timeline")
    for name in (*taken.progress.statuses, *taken.records.goals):
        yield from shown(charts_about(page, name), "target", target=name)
    measured = {one.indicator for one in known.observations.values()}
    for name in taken.records.indicators:
        if name in measured:
            yield from _indicator(page, name, shown)


def _bullets(taken: Extract, page: PageData) -> Exhibit:
    """Who counts what, as on the first page."""
    address = _address(taken, "glance")

    def drawn(size: SizeName) -> str:
        path = taken.progress.path
        past = {one.target.id: history(taken.known, one.target, taken.known_on, path) for one in page.beside}
        return bullets_svg(replace(page, histories=past), size, address)

    return Exhibit(f"readings-{page.beside[0].target.indicator}", address, svg=drawn)


def _indicator(page: PageData, name: str, shown: Callable[..., Iterator[Exhibit]]) -> Iterator[Exhibit]:
    """Its series in one chart, in panels where there are several of them, and how far apart they are."""
    about = {"indicator": name}
    choice = choose_indicator(page.known, page.day, Named(about))
    chart, *others = (one for one in indicator_parts(page, choice) if isinstance(one, ChartPart))
    yield from shown([chart], "indicators", **about)
    units = [page.known.series[one].unit for one in choice.series_ids]
    if units.count(page.known.series[choice.drawn[0]].unit) > 1:
        layout = {"layout": "multiples"}
        yield from shown(list(charts_about(page, name, **layout))[:1], "indicators", **about, **layout)
    yield from shown(others, "indicators", **about, place=choice.spread_place or "", year=str(choice.year))
