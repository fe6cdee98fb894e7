"""The report of the bench: medians, and what they are against an app with one chart."""

import os
import platform
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from statistics import median

from tests.bench.measure import Visit
from tests.bench.pages import MILEPOST, YARDSTICK, Measured

#: Times the app with one chart: a change of the day on a page without and with a chart, and a first load.
CHANGE, CHANGE_WITH_CHART, FIRST_LOAD = 1.2, 1.5, 1.0
CPU, SCRIPT_RUN = 20.0, 12.0  # ms of the server for a change; ms of a run of the script
WIRE = 2.3  # MB of a first load
MESSAGES, MESSAGES_GLANCE, NODES = 40, 25, 1200
TRACES, ANNOTATIONS, SHAPES = 10, 8, 8
GLANCE = "Milepost: at a glance"

_PREFACE = """\
Measured on {day} by `make bench`: {packages}, Python {python}, Chromium {browser}, {processors} processors, {machine};
load average before the start {load:.1f}.

Medians over interleaved rounds; their number: {rounds}. Every app runs with the same settings, all servers run side by side, and
each page has been visited once before. Times are in milliseconds; behind them stands the multiple of an app with
one plotly chart and one widget. A time ends with the last change of the page before it stands still. On the pages of
Milepost the interaction goes back to what was known at the end of 2020. The server's processor time comes in steps
of 10 ms. Messages are Streamlit's for the interaction; the figure is the one with most in it.

Bars: a change {change} × on a page without a chart and {with_chart} × on one with a chart, a first load {first:.1f} × and {wire} MB, {cpu:.0f} ms of
the server a change, {script_run:.0f} ms a run of the script, {messages} messages ({glance} on the first page), {nodes:,} elements, {traces} traces, {annotations} annotations
and {shapes} shapes a figure. With everything kept, a run of the script takes {script:.1f} ms on the first page."""


@dataclass(frozen=True)
class Footprint:
    """What a server takes."""

    start: float  # seconds until it answers
    idle: float  # MB before the first visit
    used: float  # MB after all visits


TIMES: tuple[tuple[str, Callable[[Visit], float]], ...] = (
    ("first load, cold cache", lambda one: one.cold),
    ("warm cache", lambda one: one.warm),
    ("interaction to redrawn page", lambda one: one.act),
    ("server CPU a load", lambda one: one.load_cpu),
    ("server CPU an interaction", lambda one: one.act_cpu),
)


def report(
    pages: Sequence[Measured],
    visits: Mapping[str, Sequence[Visit]],
    footprints: Mapping[str, Footprint],
    *,
    browser: str,
    load: float,
    script: float,
) -> str:
    """The report as Markdown. Times in ms, with the ratio to the app with one chart behind them."""
    rounds = len(visits[YARDSTICK])
    packages = ", ".join(f"{name} {version(name)}" for name in ("streamlit", "plotly", "pandas"))
    yardstick = {name: _middle(visits[YARDSTICK], pick) for name, pick in TIMES}
    lines = [
        "# How fast the pages are",
        "",
        _PREFACE.format(
            day=date.today().isoformat(),
            packages=packages,
            python=platform.python_version(),
            browser=browser,
            processors=os.cpu_count(),
            machine=platform.machine(),
            load=load,
            rounds=rounds,
            change=CHANGE,
            with_chart=CHANGE_WITH_CHART,
            first=FIRST_LOAD,
            wire=WIRE,
            cpu=CPU,
            script_run=SCRIPT_RUN,
            messages=MESSAGES,
            glance=MESSAGES_GLANCE,
            nodes=NODES,
            traces=TRACES,
            annotations=ANNOTATIONS,
            shapes=SHAPES,
            script=script,
        ),
        "",
        "| page | " + " | ".join(name for name, _ in TIMES) + " |",
        "|--|" + "--:|" * len(TIMES),
    ]
    for name, seen in visits.items():
        cells = [_cell(_middle(seen, pick), yardstick[label]) for label, pick in TIMES]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    lines += ["", f"| page | {' | '.join(SIZES)} |", "|--|" + "--:|" * len(SIZES)]
    lines += [f"| {name} | {' | '.join(_sizes(seen))} |" for name, seen in visits.items()]
    lines += ["", _beyond(pages, visits, yardstick, script), ""]
    lines += [
        "| server | seconds until it answers | MB before the first visit | MB after all visits |",
        "|--|--:|--:|--:|",
    ]
    lines += [
        f"| {name} | {one.start:.1f} | {one.idle:.0f} | {one.used:.0f} |" for name, one in footprints.items()
    ]
    return "\n".join(lines) + "\n"


def _middle(visits: Sequence[Visit], pick: Callable[[Visit], float]) -> float:
    return median(map(pick, visits))


#: What is counted of each page, beside its times.
SIZES = (
    *("first load, MB", "elements", "messages", "their kB"),
    *("traces", "annotations", "shapes", "figure, kB of JSON"),
)


def _sizes(seen: Sequence[Visit]) -> list[str]:
    traces, annotations, shapes, json = seen[-1].figure
    return [
        f"{_middle(seen, lambda one: one.transferred):.2f}",
        f"{_middle(seen, lambda one: one.nodes):.0f}",
        f"{_middle(seen, lambda one: one.messages):.0f}",
        f"{_middle(seen, lambda one: one.message_bytes) / 1000:.0f}",
        *map(str, (traces, annotations, shapes)),
        f"{json / 1000:.0f}",
    ]


def _cell(value: float, yardstick: float) -> str:
    return f"{value:.0f} ({value / yardstick:.1f} ×)" if yardstick else f"{value:.0f}"


def _beyond(
    pages: Sequence[Measured],
    visits: Mapping[str, Sequence[Visit]],
    yardstick: Mapping[str, float],
    script: float,
) -> str:
    """Which pages of Milepost are beyond which bar, and by how much."""
    found = [
        f"{one.name}: {label}, {value:.4g} where the bar is {bar:g}"
        for one in pages
        if one.script == MILEPOST
        for label, value, bar in _bars(one, visits[one.name], yardstick)
        if value > bar
    ]
    if script > SCRIPT_RUN:
        found.append(f"a run of the script, {script:.1f} ms where the bar is {SCRIPT_RUN:g}")
    return (
        "Beyond the bars:\n\n" + "\n".join(f"- {one}" for one in found)
        if found
        else "Every page keeps every bar."
    )


def _bars(
    page: Measured, seen: Sequence[Visit], yardstick: Mapping[str, float]
) -> Iterator[tuple[str, float, float]]:
    """Every bar of a page: what is measured, its value, and the most that it may be."""
    (cold, pick_cold), _, (act, pick_act), *_ = TIMES
    yield f"{act}, ×", _middle(seen, pick_act) / yardstick[act], CHANGE_WITH_CHART if page.chart else CHANGE
    yield f"{cold}, ×", _middle(seen, pick_cold) / yardstick[cold], FIRST_LOAD
    yield "server CPU an interaction, ms", _middle(seen, lambda one: one.act_cpu), CPU
    yield "first load, MB", _middle(seen, lambda one: one.transferred), WIRE
    yield (
        "messages",
        _middle(seen, lambda one: one.messages),
        MESSAGES_GLANCE if page.name == GLANCE else MESSAGES,
    )
    yield "elements", _middle(seen, lambda one: one.nodes), NODES
    yield from zip(
        ("traces", "annotations", "shapes"), seen[-1].figure, (TRACES, ANNOTATIONS, SHAPES), strict=False
    )
