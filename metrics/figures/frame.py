"""The frame of a chart: its size in px, its margins, and what a day and a value are in px.

In: sizes and ranges. Out: positions. Plotly stretches a figure to the width of its column, so a place
across is a share of the plot (0 left, 1 right) plus an offset in px; upright everything is px, because
the height is fixed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor, log10

WIDTH = 1302  # px: the column of a page 1366 px wide
SCROLLS = 860  # px; on a narrower screen most charts keep this width and scroll in their box
PHONE = 350  # px of such a chart that a phone shows
BEYOND = 64  # px of what comes after the day at which the box opens
NARROWEST, WIDEST = 0.93, 1.6  # of that width: from a page 1280 px wide on labels stay apart


#: A place across: a day, or a value.
Across = date | float


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the plot stands and what it spans. ``top`` to ``right`` are the margins in px."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    first: date
    last: date
    low: float
    high: float
    exact: bool = False  # for one width alone: a picture is never stretched
    values: tuple[float, float] | None = None  # the ends of an axis of values, instead of one of days
    scrolls: int = SCROLLS  # px; on a narrower screen the chart keeps this width and scrolls in its box

    @property
    def plot_width(self) -> int:
        """Width of the plot in px."""
        return self.width - self.left - self.right

    @property
    def plot_height(self) -> int:
        """Height of the plot in px."""
        return self.height - self.top - self.bottom

    @property
    def widths(self) -> tuple[float, float]:
        """The narrowest and the widest plot, in px, in which labels must stay apart."""
        if self.exact:
            return self.plot_width, self.plot_width
        return self.plot_width * NARROWEST, self.plot_width * WIDEST

    @property
    def narrow(self) -> tuple[float, float]:
        """The plots below :attr:`widths`: down to the width from which the chart scrolls in its box."""
        least = self.widths[0]
        return (least if self.exact else min(self.scrolls - self.left - self.right, least)), least

    def across(self, at: Across) -> float:
        """The place of a day or a value as a share of the plot."""
        if isinstance(at, date):
            return (at - self.first).days / (self.last - self.first).days
        low, high = self.values or (0.0, 1.0)
        return (at - low) / (high - low)

    def up(self, value: float) -> float:
        """The height of a value in px above the foot of the plot."""
        return (value - self.low) / (self.high - self.low) * self.plot_height

    def value_at(self, px: float) -> float:
        """The value that stands ``px`` above the foot of the plot."""
        return self.low + px / self.plot_height * (self.high - self.low)

    def days(self, px: float) -> float:
        """How many days ``px`` are at the width for which the chart is drawn."""
        return px / self.plot_width * (self.last - self.first).days

    def moved(self, day: date, px: float) -> str:
        """The moment that stands ``px`` to the right of a day, as plotly reads it."""
        return moment(day, self.days(px))

    def holds(self, day: date) -> bool:
        """Whether the day lies on the axis."""
        return self.first <= day <= self.last


def moment(day: date, days: float = 0.0) -> str:
    """A day, or a moment ``days`` later, as plotly reads it.

    >>> moment(date(2025, 12, 31)), moment(date(2025, 12, 31), 0.25)
    ('2025-12-31', '2025-12-31T06:00:00')
    """
    if not days:
        return day.isoformat()
    hours = round(days * 24)
    return f"{(day + timedelta(days=hours // 24)).isoformat()}T{hours % 24:02}:00:00"


def steps(high: float, wanted: int = 6) -> tuple[float, ...]:
    """Round steps from 0 that reach or pass ``high`` in about ``wanted`` steps.

    >>> steps(1200)
    (0.0, 200.0, 400.0, 600.0, 800.0, 1000.0, 1200.0)
    >>> steps(97, 5)
    (0.0, 20.0, 40.0, 60.0, 80.0, 100.0)
    >>> steps(0.005, 5)
    (0.0, 0.001, 0.002, 0.003, 0.004, 0.005)
    """
    if high <= 0:
        return (0.0, 1.0)
    rough = high / wanted
    power = 10.0 ** floor(log10(rough))
    step = next(m * power for m in (1, 2, 2.5, 4, 5, 10) if m * power >= rough * 0.999)
    return tuple(float(f"{i * step:.10g}") for i in range(ceil(high / step - 1e-9) + 1))


def steps_around(low: float, high: float, wanted: int = 6) -> tuple[float, ...]:
    """Round steps through 0 that reach from ``low`` to ``high``.

    >>> steps_around(-22, 45)
    (-40.0, -20.0, 0.0, 20.0, 40.0, 60.0)
    """
    if low >= 0:
        return steps(high, wanted)
    step = steps(max(high - low, 0.0), wanted)[1]
    return tuple(
        float(f"{i * step:.10g}") for i in range(floor(low / step + 1e-9), ceil(high / step - 1e-9) + 1)
    )


def decades(low: float, high: float) -> tuple[float, ...]:
    """The ticks of a log axis between two powers of ten given as logarithms: 1, 2, 5, 10, or 1, 10, 100.

    >>> decades(2.4, 3.1)
    (200.0, 500.0, 1000.0, 2000.0)
    >>> decades(0.2, 5)
    (1.0, 10.0, 100.0, 1000.0, 10000.0, 100000.0)
    """
    powers = range(floor(low), ceil(high) + 1)
    parts = (1, 2, 5) if high - low < 3 else (1,)
    ticks = [float(f"{part * 10.0**power:.10g}") for power in powers for part in parts]
    start = max(i for i, tick in enumerate(ticks) if log10(tick) <= low + 1e-9)
    stop = min((i for i, tick in enumerate(ticks) if log10(tick) >= high - 1e-9), default=len(ticks) - 1)
    return tuple(ticks[start : max(stop, start + 1) + 1])


def year_ticks(frame: Frame) -> tuple[tuple[date, str], ...]:
    """The ticks of a time axis: at the end of every year, or of every second, third...

    Years stand at least 44 px apart at the width for which the chart is drawn.
    """
    years = list(years_between(frame.first, frame.last))
    step = max(1, round(44 * len(years) / frame.plot_width + 0.4))
    return tuple((date(year, 12, 31), str(year)) for year in years[::step])


def years_between(first: date, last: date) -> Iterable[int]:
    """The years whose last day lies between two days."""
    return (year for year in range(first.year, last.year + 1) if first <= date(year, 12, 31) <= last)
