"""The verdict sentence: what a page says first, with its counts as links to the targets they count."""

from metrics.figures.blocks.environment import Link, render
from metrics.words import Overview


def verdict_sentence(overview: Overview, link: Link) -> str:
    """Kicker, sentence (h1) and dek of the first page.

    A count has the colour of its group and leads to ``targets?status=<group>``.
    """
    segments = [
        (text, group, link("targets", status=group.value) if group else None)
        for text, group in overview.segments
    ]
    return render("sentence", kicker=overview.kicker, segments=segments, dek=overview.dek)
