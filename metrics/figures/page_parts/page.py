"""What the parts of a page are made from, and what a part is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from metrics.figures.blocks import of_plans, page_head
from metrics.figures.blocks.environment import Link
from metrics.figures.chart import Chart, Panels
from metrics.figures.palette import Mode
from metrics.progress.history import History, Step
from metrics.progress.result import Progress, Status
from metrics.records.store import Records
from metrics.words import Words


@dataclass(frozen=True, slots=True)
class PageData:
    """What the parts of a page are made from."""

    known: Records  # what could be known on the day
    progress: Progress
    histories: Mapping[str, History]
    plans: tuple[str, ...]  # whose targets the page counts
    words: Words
    mode: Mode
    link: Link

    @property
    def day(self) -> date:
        """The day as of which everything is told."""
        return self.progress.known_on

    @property
    def statuses(self) -> tuple[Status, ...]:
        """The targets of its plans."""
        return tuple(one for one in self.progress.statuses.values() if one.target.plan in self.plans)

    @property
    def beside(self) -> tuple[Status, ...]:
        """Those beside the strip: of the indicator that the data name for it, else all that were measured at all."""
        named = tuple(one for one in self.statuses if one.target.indicator == self.known.glance.indicator)
        return named or tuple(one for one in self.statuses if one.counted)

    @property
    def turned(self) -> Mapping[str, Step]:
        """For each target the step with which its verdict began."""
        return {name: past.turned for name, past in self.histories.items()}

    def head(self, title: str, lead: str) -> str:
        """The head of a page whose finding counts targets of its plans."""
        return page_head(of_plans(title, self.plans, self.known, self.words), lead)


@dataclass(frozen=True, slots=True)
class PagePart:
    """A part of a page; ``make`` gives its HTML, empty where there is nothing to say."""

    name: str
    make: Callable[[], str]


@dataclass(frozen=True, slots=True)
class ChartPart:
    """A chart of a page, drawn for a mode and px of width: panels only where no height is asked for.

    ``name`` is its id. ``width`` is that of its column on a page 1366 px wide, for which its labels are placed, px; a
    height, px, is that of a picture, which is drawn for this one size alone. ``label`` is what it is called where it
    can be shown without its page; ``beside`` makes HTML that stands beside it; ``table`` is off where the page itself lists
    its data.
    """

    name: str
    draw: Callable[[Mode, int, int | None], Chart | Panels]
    width: int
    label: str = ""
    level: int = 2
    beside: Callable[[], str] | None = None
    table: bool = True


Part = PagePart | ChartPart
