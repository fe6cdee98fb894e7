"""What a search found: grouped by kind, each group bounded, the rest counted."""

from collections.abc import Sequence
from dataclasses import dataclass

from metrics.figures.blocks.environment import render
from metrics.words import Words


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found. ``excerpt`` is the part in which the words stand, if not in the name."""

    name: str
    href: str
    excerpt: str = ""
    language: str = "en"  # of the excerpt


@dataclass(frozen=True, slots=True)
class HitGroup:
    """Things of one kind: the first few, how many there are in all, and where all of them are listed, if anywhere."""

    title: str
    hits: tuple[Hit, ...]
    n: int
    href: str | None = None


def found_list(groups: Sequence[HitGroup], words: Words, *, level: int = 2) -> str:
    """One list a group; groups without a hit are left out, and nothing at all says so."""
    there = [group for group in groups if group.n]
    return render("found_list", groups=there, level=level, say=words.say, number=words.number)
