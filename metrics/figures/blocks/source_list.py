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
    return render(
        "source_rows",
        sources=sources,
        citing=citing,
        most=MOST_NAMED,
        ahead=_ahead(records, words) if records else {},
        records=records,
        level=level,
        words=words,
    )


def _ahead(records: Records, words: Words) -> dict[str, list[str]]:
    """The figures that were public before the document that is cited for them, by the id of that."""
    found: dict[str, list[str]] = {}
    for one in records.observations.values():
        if records.ahead_of_source(one):
            known = words.period(one.published)
            figure = words.figure_long(one, records.units[one.unit])
            series = words.text(records.series[one.series].short)
            place = words.text(records.places[one.geography].label)
            entry = words.say(
                "block.sources.ahead_figure", series=series, place=place, figure=figure, known=known
            )
            found.setdefault(one.source, []).append(entry)
    return found
