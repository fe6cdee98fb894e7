"""Sources: who says so, how directly it reaches us, and what here rests on it."""

from collections.abc import Mapping, Sequence

from metrics.figures.blocks.environment import render
from metrics.records.model import Source
from metrics.records.store import Records
from metrics.words import Words

#: A cited thing: its name and its address on this site (None where it has no page).
Citing = tuple[str, str | None]

#: Cited things that are named at once; the others are folded.
MOST_NAMED = 6


def source_rows(
    sources: Sequence[Source],
    citing: Mapping[str, Sequence[Citing]],
    words: Words,
    *,
    records: Records | None = None,
    level: int = 2,
) -> str:
    """One entry a source. ``citing`` goes from its id to what cites it.

    Of ``records`` the figures are named that were public before the document that is cited for them. The address is shown as text and opened by the person only.
    """
    ahead = _ahead(records, words) if records else {}
    entries = [
        {
            "id": source.id,
            "title": words.document(source, records) if records else words.named(source.title),
            "publisher": words.text(source.publisher),
            "author": words.named(source.author),
            "published": words.period(source.published),
            "facts": [
                words.source_kind(source.kind),
                words.say(
                    "block.sources.who",
                    independence=words.independence(source.independence),
                    meaning=words.independence_note(source.independence),
                ),
                words.access(source.access),
            ],
            "licence": words.named(source.licence),
            "note": words.text(source.note),
            "ahead": words.say(
                "block.sources.ahead", n=len(ahead[source.id]), figures=words.listing(ahead[source.id])
            )
            if source.id in ahead
            else None,
            "url": source.url,
            "cites": list(citing.get(source.id, ()))[:MOST_NAMED],
            "more": list(citing.get(source.id, ()))[MOST_NAMED:],
        }
        for source in sources
    ]
    return render("source_rows", entries=entries, level=level, say=words.say)


def _ahead(records: Records, words: Words) -> dict[str, list[str]]:
    """The figures that were public before the document that is cited for them, by the id of that."""
    found: dict[str, list[str]] = {}
    for one in records.observations.values():
        if records.ahead_of_source(one):
            known = words.period(one.published)
            figure = words.figure_long(one, records.units[one.unit])
            series = words.text(records.series[one.series].short)
            place = words.text(records.places[one.geography].label)
            said = words.say(
                "block.sources.ahead_figure", series=series, place=place, figure=figure, known=known
            )
            found.setdefault(one.source, []).append(said)
    return found
