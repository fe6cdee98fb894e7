"""Causes: what made a headline change, in words.

In: the cause of a step and the records. Out: one line for each publication, with the source that it leads to,
and one for each thing that the calendar did.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from metrics.progress.history import Cause
from metrics.records.model import Observation
from metrics.records.store import Records
from metrics.words.cautions import marked
from metrics.words.editions import edition_changes
from metrics.words.phrases import Phrases

NAMED = 3  # so many figures of one series, and so many silent series, are named; the rest are counted


class CauseLine(NamedTuple):
    """A line in words; ``source`` is the id of the publication that it names, None for the calendar."""

    text: str
    source: str | None


def causes(words: Phrases, cause: Cause, records: Records) -> tuple[CauseLine, ...]:
    """What made a step: publications first, then the calendar.

    Args:
        words: the language.
        cause: of the step.
        records: all records, or those of the step's day or later.
    """
    return tuple(_lines(words, cause, records))


def _lines(words: Phrases, cause: Cause, records: Records) -> Iterator[CauseLine]:
    if cause.made_public:
        yield CauseLine(words.say("history.made_public"), None)
    made = "history.part" if cause.due or cause.lapsed or cause.edition else "history.made"
    for one in cause.publications:
        figures = _by_series(words, one.figures, records)
        yield CauseLine(words.say(made, n=len(one.figures), figures=figures), one.source)
    if cause.edition is not None:
        changes = edition_changes(words, cause.edition, records)
        yield CauseLine(words.say("history.edition", changes=changes), cause.edition.edition.source)
    if cause.together and len(cause.publications) > 1:
        yield CauseLine(words.say("history.together"), None)
    if cause.due:
        yield CauseLine(words.say("history.due"), None)
    if cause.lapsed:
        yield CauseLine(_silent(words, cause.lapsed, records), None)


def _silent(words: Phrases, lapsed: Sequence[Observation], records: Records) -> str:
    names = [words.text(records.series[one.series].short) for one in lapsed]
    if len(names) > 1:
        return words.say("history.silent_many", n=len(names), series=_bounded(words, names))
    return words.say("history.silent", series=names[0], figure=_figure(words, lapsed[0], records))


def _by_series(words: Phrases, figures: Sequence[Observation], records: Records) -> str:
    """``CAICT, 2020 map: RMB 303.1 bn in 2020``, series by series."""
    gathered: dict[str, list[str]] = {}
    for one in figures:
        gathered.setdefault(one.series, []).append(_figure(words, one, records))
    clauses = [
        words.say(
            "history.of_series",
            series=words.text(records.series[name].short),
            figures=_bounded(words, texts),
        )
        for name, texts in gathered.items()
    ]
    joined = clauses[0]
    for more in clauses[1:]:
        joined = words.say("history.gap", a=joined, b=more)
    return joined


def _figure(words: Phrases, figure: Observation, records: Records) -> str:
    amount = words.figure_long(figure, records.units[figure.unit])
    return marked(words, words.say("said", figure=amount, when=words.when(figure.period)), figure, records)


def _bounded(words: Phrases, texts: Sequence[str]) -> str:
    rest = len(texts) - NAMED
    if rest <= 1:
        return words.listing(texts)
    return words.listing([*texts[:NAMED], words.say("history.more", n=rest)])
