"""The verdict sentence: what a page says first, with its counts as links to the targets they count."""

from metrics.figures.blocks.environment import Link, render
from metrics.words import Overview


def verdict_sentence(overview: Overview, link: Link) -> str:
    """Kicker, sentence (h1) and dek of the first page.

    A count has the colour of its group and leads to just the targets it counts: ``targets?status=<verdict,...>``.
    """
    segments = [
        (text, group, link("targets", status=",".join(verdicts)) if group else None)
        for text, group, verdicts in overview.segments
    ]
    return render("sentence", kicker=overview.kicker, segments=segments, dek=overview.dek)
