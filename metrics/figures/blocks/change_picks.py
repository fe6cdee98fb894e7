"""Days to choose from, as a line of links."""

from collections.abc import Sequence

from metrics.figures.blocks.environment import render


def picks(label: str, days: Sequence[tuple[str, str]]) -> str:
    """A line of links: what they are for, then each day with its address; nothing where there is none."""
    return render("change_picks", label=label, picks=days) if days else ""
