"""The subject of a deck: what was known and found on a day, in one language, and whose targets are shown.

In: records and results of the day, words, a callable that makes short addresses, plans. Out: a frozen
:class:`Subject`, from which every slide is made, and what every slide repeats.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from metrics.figures.blocks.environment import Link
from metrics.figures.blocks.sources import source_label
from metrics.figures.typesetting import text_width
from metrics.progress.deliveries import Delivery, deliveries
from metrics.progress.result import Progress, Status
from metrics.records.model import Indicator, Plan, Source
from metrics.records.store import Records
from metrics.words import Words

NAMED = 5  # so many sources at the most stand in the footer; the rest are counted, and stand on the slide of the sources
FOOTER = 60.0  # heights of type: two lines of a footer, less the word before them and what a broken line leaves free


@dataclass(frozen=True, slots=True)
class Subject:
    """What a deck is about, and how it is told."""

    known: Records  # what was known on the day
    progress: Progress
    words: Words
    link: Link  # short addresses
    plans: tuple[str, ...]  # whose targets are shown
    targets: tuple[str, ...] = ()  # only these; empty: all of the plans
    scheme: str = ""  # what a whole address begins with; "": it is not known where the dashboard stands

    @property
    def statuses(self) -> tuple[Status, ...]:
        """The targets, in the order of the file."""
        return tuple(
            one
            for one in self.progress.statuses.values()
            if one.target.plan in self.plans and (not self.targets or one.target.id in self.targets)
        )

    @property
    def measured(self) -> tuple[Status, ...]:
        """Those of which a reading counts."""
        return tuple(one for one in self.statuses if one.counted)

    @property
    def unknown(self) -> tuple[Status, ...]:
        """Those of which none does."""
        return tuple(one for one in self.statuses if not one.counted)

    @property
    def deliverables(self) -> tuple[Delivery, ...]:
        """Where the deliverables of the plans stand; none where only some targets are shown."""
        return () if self.targets else deliveries(self.known, self.plans, self.progress.known_on)

    @property
    def known_plans(self) -> tuple[Plan, ...]:
        """The plans that exist on the day."""
        return tuple(self.known.plans[name] for name in self.plans if name in self.known.plans)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators that have a slide of their own, where anything is known of them."""
        named = () if self.targets else self.known.glance.slides
        return tuple(self.known.indicators[name] for name in named if name in self.known.indicators)

    @property
    def day(self) -> str:
        """The known-on day."""
        return self.words.day(self.progress.known_on)

    def kicker(self, plan: str | None = None) -> str:
        """The plan by its full title and year, or all of them by their short names."""
        plans = [self.known.plans[plan]] if plan else self.known_plans
        if len(plans) == 1:
            one = plans[0]
            return self.words.say(
                "slide.plan", title=self.words.text(one.title), year=str(one.published.end.year)
            )
        return self.words.listing(
            self.words.say(
                "overview.plan", label=self.words.text(one.label), year=str(one.published.end.year)
            )
            for one in plans
        )

    def address(self, page: str, /, **params: str | None) -> str:
        """Where the slide can be seen again, as it stands on it."""
        return self.link(page, **params)

    def footer(self, sources: Iterable[str]) -> str:
        """The source line: each source once, in the order given, the rest counted."""
        names = list(dict.fromkeys(sources))
        line = self.words.say("slide.no_source")
        for shown in range(len(names) if len(names) <= NAMED + 1 else NAMED, 0, -1):
            rest = len(names) - shown
            more = [self.words.say("slide.more_sources", n=rest)] if rest else []
            line = self.words.say("chart.gap").join([*names[:shown], *more])
            if text_width(line, 1) <= FOOTER:
                break
        return line

    def documents(self, sources: Iterable[Source]) -> str:
        """The same of documents."""
        return self.footer(source_label(one, self.words) for one in sources)


def subject(
    known: Records,
    progress: Progress,
    words: Words,
    link: Link,
    *,
    plans: Sequence[str] = (),
    targets: Sequence[str] = (),
    scheme: str = "",
) -> Subject:
    """What a deck is about: some plans, or some targets, or else the plans of the first page.

    Args:
        known: what was known on the day.
        progress: the results of that day.
        words: the language.
        link: makes the short addresses.
        plans: ids of plans; empty: those of the targets, else those of the first page.
        targets: ids of targets, of which alone slides are made; empty: all of the plans.
        scheme: what a whole address begins with; "" where none is known.
    """
    if targets and not plans:
        plans = tuple(dict.fromkeys(known.targets[one].plan for one in targets if one in known.targets))
    return Subject(known, progress, words, link, tuple(plans) or known.glance.plans, tuple(targets), scheme)
