"""The timeline as its page and a frame show it.

In: what the reader has chosen. Out: the choice, the scene and the chart of it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from metrics.app.chart_block import Anew
from metrics.app.detail import choosable
from metrics.app.frame import Here
from metrics.app.years import asked
from metrics.figures.chart import Chart
from metrics.figures.frame import WIDTH
from metrics.figures.timeline.chart import drawn
from metrics.figures.timeline.scene import FIGURES, PLANS, TimelineScene

#: Names of parameters.
FOLD, ITEM = "fold", "item"

#: What the address says where no lane is folded; where it says nothing, those of the events are.
NONE = "none"


@dataclass(frozen=True, slots=True)
class TimelineChoice:
    """What the reader has chosen."""

    lanes: Mapping[str, str]  # what each lane is called
    plans: tuple[str, ...]
    folded: tuple[str, ...]
    usual: tuple[str, ...]  # the lanes that are folded where nobody chose any
    span: tuple[int, int] | None  # None: all years
    item: str | None

    @property
    def parts(self) -> tuple[object, ...]:
        """What tells apart the pictures of it."""
        return (self.plans, self.folded, self.span, self.item)

    def fold(self, folded: Iterable[str]) -> str | None:
        """What the address says for some folded lanes; None for the usual ones."""
        asked = tuple(one for one in self.lanes if one in set(folded))
        return None if asked == self.usual else ",".join(asked) or NONE


def choose(now: Here) -> TimelineChoice:
    """Read the choice; what cannot be used leaves a note in the address."""
    held, words, address = now.known, now.words, now.address
    lanes = {
        PLANS: words.say("chart.timeline.plans"),
        FIGURES: words.say("chart.timeline.figures"),
        **{one: words.text(category.label) for one, category in held.categories.items()},
    }
    usual = tuple(held.categories)
    folded = address.choices(FOLD, (*lanes, NONE)) or usual
    return TimelineChoice(
        lanes=lanes,
        plans=tuple(one for one in now.view.plans if one in held.plans),
        folded=tuple(one for one in folded if one != NONE),
        usual=usual,
        span=asked(now),
        item=address.choice(ITEM, choosable(held)),
    )


def scene(choice: TimelineChoice, now: Here) -> TimelineScene:
    """What the chart shows."""
    return now.keep(lambda: _scene(choice, now, now.form.chart_width(WIDTH)), "timeline scene", *choice.parts)


def _scene(choice: TimelineChoice, now: Here, width: int, *, exact: bool = False) -> TimelineScene:
    held, view = now.known, now.view
    return TimelineScene(
        held,
        now.words,
        now.mode,
        known_on=view.known_on,
        plans=choice.plans,
        categories=tuple(held.categories),
        indicator=held.glance.indicator,
        width=width,
        today=view.today,
        years=choice.span,
        folded=choice.folded,
        chosen=choice.item,
        exact=exact,
    )


def timeline_chart(choice: TimelineChoice, now: Here) -> Chart:
    """The chart; there is a plan or an event to show."""
    shown = scene(choice, now)
    return now.keep(lambda: drawn(shown), "timeline", *choice.parts)


def anew(choice: TimelineChoice, now: Here) -> Anew:
    """The same chart at another size; it is always as high as its rows."""

    def draw(width: int, height: int) -> Chart:  # noqa: ARG001
        return drawn(_scene(choice, now, width, exact=True))

    return Anew("timeline", draw, choice.parts)
