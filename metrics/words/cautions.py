"""Cautions: what decides how a figure may be used, and therefore stands beside it wherever it is shown.

In: figures and the records of the day. Out: sentences. Two things decide: the note of a flagged figure, and that another
series counts partly the same things, so that the two must not be added. Where the day of a figure decides, a third stands
there: that it was public before the document that is cited for it.
"""

from collections.abc import Iterable

from metrics.records.model import Observation
from metrics.records.store import Records
from metrics.records.vocabulary import Usable
from metrics.words.phrases import Phrases


def cautions(words: Phrases, figure: Observation, records: Records) -> tuple[str, ...]:
    """What must stand beside a figure."""
    flagged = [words.text(figure.note)] if figure.usable is Usable.FLAG and figure.note else []
    return (*flagged, *overlap(words, figure, records))


def ahead(words: Phrases, figure: Observation, records: Records) -> tuple[str, ...]:
    """That a figure was public before the document that is cited for it; nothing where it was not."""
    if not records.ahead_of_source(figure):
        return ()
    source = records.sources[figure.source]
    known, appeared = words.period(figure.published), words.period(source.published)
    return (words.say("caution.ahead", known=known, appeared=appeared),)


def marked(words: Phrases, text: str, figure: Observation, records: Records) -> str:
    """Words that name the day of a figure, with the mark of one that was public before the document cited for it."""
    if not records.ahead_of_source(figure):
        return text
    return words.say(
        "caution.ahead_mark", text=text, appeared=words.period(records.sources[figure.source].published)
    )


def full_note(words: Phrases, figure: Observation, records: Records) -> str:
    """The note of a figure, flagged or not, with what must stand beside it."""
    more = [*overlap(words, figure, records), *ahead(words, figure, records)]
    return words.paragraph([words.text(figure.note), *more] if figure.note else more)


def overlap(words: Phrases, figure: Observation, records: Records) -> tuple[str, ...]:
    """That a figure must not be added to those of other series, which are named; nothing where there are none."""
    others = [words.text(one.short) for one in records.overlapping(figure.series)]
    return (words.say("caution.overlap", others=words.listing(others)),) if others else ()


def not_added(words: Phrases, shown: Iterable[str], records: Records) -> tuple[str, ...]:
    """For some series that are shown together, by id: which of them must not be added."""
    ids = tuple(dict.fromkeys(shown))
    groups = dict.fromkeys(
        frozenset({one, *(other.id for other in records.overlapping(one))} & {*ids}) for one in ids
    )
    names = ([words.text(records.series[one].short) for one in ids if one in group] for group in groups)
    return tuple(
        words.say("caution.not_added", series=words.listing(some)) for some in names if len(some) > 1
    )
