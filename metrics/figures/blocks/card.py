"""The card of one chosen thing: when it was, what it is, what was promised in it, and where to go from there."""

from collections.abc import Sequence
from dataclasses import dataclass

from metrics.figures.blocks.environment import render
from metrics.figures.blocks.status import StatusView
from metrics.figures.palette import Mode


@dataclass(frozen=True, slots=True)
class PromiseCard:
    """A target or a goal in a card: what it asks, its page, and where it stands; a goal has no status."""

    text: str
    href: str
    status: StatusView | None = None


def card(
    title: str,
    when: str,
    *,
    label: str,
    close: tuple[str, str],
    links: Sequence[tuple[str, str]],
    mode: Mode,
    note: str = "",
    promises: Sequence[PromiseCard] = (),
) -> str:
    """HTML of a card. ``links`` and ``close`` are texts and addresses; ``label`` names it for a screen reader."""
    return render(
        "card",
        title=title,
        when=when,
        label=label,
        note=note,
        promises=promises,
        links=links,
        close=close[1],
        close_text=close[0],
        mode=mode,
    )
