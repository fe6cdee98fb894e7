"""What the reader has chosen on the timeline, as its page and a frame show it."""

from collections.abc import Iterable
from dataclasses import dataclass

from metrics.app.detail import choosable
from metrics.app.frame import Here
from metrics.app.years import asked
from metrics.figures.page_parts import TimelineView
from metrics.figures.page_parts.timeline import lane_names

#: Names of parameters.
FOLD, ITEM = "fold", "item"

#: What the address says where no lane is folded; where it says nothing, those of the events are.
NONE = "none"


@dataclass(frozen=True, slots=True)
class LaneFolds:
    """Which lanes there are, and which are folded where nobody chose any."""

    lanes: tuple[str, ...]
    usual: tuple[str, ...]

    def parameter(self, folded: Iterable[str]) -> str | None:
        """What the address says for some folded lanes; None for the usual ones."""
        asked = tuple(one for one in self.lanes if one in set(folded))
        return None if asked == self.usual else ",".join(asked) or NONE


def choose(now: Here) -> tuple[TimelineView, LaneFolds]:
    """Read the choice; what cannot be used leaves a note in the address."""
    held, address = now.known, now.address
    folds = LaneFolds(tuple(lane_names(now.page)), tuple(held.categories))
    folded = address.choices(FOLD, (*folds.lanes, NONE)) or folds.usual
    view = TimelineView(
        plans=tuple(one for one in now.view.plans if one in held.plans),
        folded=tuple(one for one in folded if one != NONE),
        years=asked(now),
        chosen=address.choice(ITEM, choosable(held)),
        today=now.view.today,
    )
    return view, folds
