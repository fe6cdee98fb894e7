"""The report of the bench: medians, and what they are against an app with one chart."""

import os
import platform
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from statistics import median

from tests.bench.measure import Visit
from tests.bench.pages import YARDSTICK

AIM = 1.5  # times the app with one chart

_PREFACE = """\
Measured on {day} by `make bench`: {packages}, Python {python}, Chromium {browser}, {processors} processors, {machine};
load average before the start {load:.1f}.

Medians over interleaved rounds; their number: {rounds}. Every app runs with the same settings, all servers run side by side, and
each page has been visited once before. Times are in milliseconds; behind them stands the multiple of an app with
one plotly chart and one widget; the aim is {aim} ×. A time ends with the last change of the page before it stands
still. On the pages of Milepost the interaction goes back to what was known at the end of 2020. The server's
processor time comes in steps of 10 ms."""


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
    visits: Mapping[str, Sequence[Visit]], footprints: Mapping[str, Footprint], browser: str, load: float
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
            aim=AIM,
        ),
        "",
        "| page | " + " | ".join(name for name, _ in TIMES) + " | transferred, MB |",
        "|--|" + "--:|" * (len(TIMES) + 1),
    ]
    for name, seen in visits.items():
        cells = [_cell(_middle(seen, pick), yardstick[label]) for label, pick in TIMES]
        lines.append(f"| {name} | " + " | ".join(cells) + f" | {_middle(seen, _transferred):.1f} |")
    lines += ["", _standing(visits, yardstick), ""]
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


def _transferred(visit: Visit) -> float:
    return visit.transferred


def _cell(value: float, yardstick: float) -> str:
    return f"{value:.0f} ({value / yardstick:.1f} ×)" if yardstick else f"{value:.0f}"


def _standing(visits: Mapping[str, Sequence[Visit]], yardstick: Mapping[str, float]) -> str:
    """Which times of which pages are beyond the aim."""
    beyond = [
        f"{name}: {label}, {value / yardstick[label]:.1f} ×"
        for name, seen in visits.items()
        for label, pick in TIMES[:3]
        if (value := _middle(seen, pick)) > AIM * yardstick[label]
    ]
    if not beyond:
        return f"Every page stays within {AIM} × in all three times."
    return f"Beyond {AIM} ×:\n\n" + "\n".join(f"- {one}" for one in beyond)
