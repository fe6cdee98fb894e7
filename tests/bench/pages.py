"""What is measured: every page, how it is opened, and the one thing a reader does on it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.server import ROOT

APPS = Path(__file__).parent / "apps"
EMPTY, ONE_CHART, MILEPOST = APPS / "empty.py", APPS / "one_chart.py", ROOT / "dashboard.py"

Step = Callable[[Page], None]


def nothing(page: Page) -> None:
    """There is nothing to prepare."""


def press(selector: str) -> Step:
    """Click the first element that a CSS selector finds."""
    return lambda page: page.locator(selector).first.click()


@dataclass(frozen=True)
class Measured:
    """One page of one app. ``prepare`` is not timed, ``act`` is."""

    name: str
    script: Path
    address: str
    act: Step
    prepare: Step = nothing
    chart: bool = False  # whether its first view has a plotly figure


def milepost(name: str, address: str, *, chart: bool = False) -> Measured:
    """A page of the dashboard, on which the reader goes back to what was known at the end of 2020."""
    return Measured(
        f"Milepost: {name}",
        MILEPOST,
        address,
        act=press(".mp-choice .mp-row a[href*='known-on=2020-12-31']"),
        prepare=press(".st-key-mp-days button"),
        chart=chart,
    )


YARDSTICK = "One plotly chart, one widget"

PAGES = (
    Measured("Empty app", EMPTY, "/", act=press(".st-key-act button")),
    Measured(
        YARDSTICK,
        ONE_CHART,
        "/",
        act=press(".st-key-act [role='radiogroup'] label:not(:has(input:checked))"),
        chart=True,
    ),
    milepost("at a glance", "/"),
    milepost("timeline", "/timeline", chart=True),
    milepost("targets", "/targets"),
    milepost("one target", "/target?target=aidp-2025-core", chart=True),
    milepost("indicators", "/indicators", chart=True),
    milepost("what changed", "/timeline?part=changes"),
    milepost("sources", "/sources"),
    milepost("coverage", "/targets?part=coverage"),
    milepost("method", "/method?part=method"),
)
