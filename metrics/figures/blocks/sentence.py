"""The verdict sentence: what a page says first, with its counts as links to the targets they count."""

from metrics.figures.blocks.environment import Link, render
from metrics.figures.palette import STATUS_TOKEN
from metrics.progress.result import Verdict
from metrics.words import Overview


def _colour(group: str | None) -> str:
    """The colour of a group of verdicts; a group that is no verdict gathers what cannot be checked."""
    return f"mp-{STATUS_TOKEN[Verdict(group)] if group in list(Verdict) else 'mute'}"


def verdict_sentence(overview: Overview, link: Link) -> str:
    """Kicker, sentence (h1) and dek of the first page.

    A count that stands for a verdict group has its colour and leads to ``targets?status=<group>``.
    """
    segments = [
        (text, _colour(group), link("targets", status=group) if group else None)
        for text, group in overview.segments
    ]
    return render("sentence", kicker=overview.kicker, segments=segments, dek=overview.dek)
