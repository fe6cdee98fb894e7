"""The notes of a slide: what to say, what somebody will ask, and what to mind.

In: the status of a target, or an indicator, and the records of the day. Out: :class:`Notes`. Everything is either
generated from records or kept in ``targets.yaml`` as our own words.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from metrics.figures.slides.slide import Notes
from metrics.progress import alternatives, side_of
from metrics.progress.result import Path, Reading, Reason, Status
from metrics.records.model import Observation, Series, Text
from metrics.records.store import Records
from metrics.records.vocabulary import Usable
from metrics.words import Words

READINGS = 4  # so many readings stand in the notes; the slide shows them all
CHANGES = 3  # so many of the changes that would flip the headline
SERIES = 3  # so many series are named in one of them
NOTED = 3  # so many notes of flagged figures


def target_notes(
    status: Status, records: Records, words: Words, path: Path | None, caution: str = ""
) -> Notes:
    """What to say of a target.

    Args:
        status: where it stands on the day.
        records: what was known on that day.
        words: the language.
        path: the path that was chosen, None for both.
        caution: which of the series on the slide must not be added.
    """
    target = status.target
    say = [words.headline_full(status)]
    say += [
        words.say(
            "slide.notes.groups",
            state=words.group_headline(status.state),
            other=words.group_headline(status.independent),
        )
    ]
    say += [words.reading_sentences(one, status, records)[0] for one in _most_telling(status)]
    asked = [*_what_would_change(status, records, words, path), *_why_listed(status, words)]
    asked += _questions((target.id, target.indicator), records, words)
    quality = records.indicators[target.indicator].quality
    figures = [one.observation for one in status.counted if one.observation]
    # The note of the records, which is left out where it would tell what came after the day.
    caveats = [records.targets[target.id].note, quality.limits, quality.handling]
    return Notes(tuple(say), tuple(asked), _caveats(caveats, figures, caution, words))


def indicator_notes(
    indicator: str, figures: Iterable[Observation], records: Records, words: Words, caution: str = ""
) -> Notes:
    """What to say of the figures of an indicator."""
    record = records.indicators[indicator]
    say = [
        words.say(
            "slide.notes.figure",
            series=words.text(records.series[one.series].label),
            figure=words.figure_long(one, records.units[one.unit]),
            when=words.when(one.period),
            published=words.published(one),
        )
        for one in figures
    ]
    caveats = [record.quality.limits, record.quality.handling]
    asked = tuple(_questions((indicator,), records, words))
    return Notes((words.text(record.description), *say), asked, _caveats(caveats, figures, caution, words))


def questions_about(ids: Iterable[str], records: Records, words: Words) -> Notes:
    """Only what somebody will ask about some targets or indicators."""
    return Notes((), tuple(_questions(tuple(ids), records, words)), ())


def _questions(about: tuple[str, ...], records: Records, words: Words) -> Iterable[tuple[str, str]]:
    def text(one: Text) -> str:
        return words.text(one)

    return [
        (text(one.question), text(one.answer))
        for one in records.questions.values()
        if any(name in about for name in one.about)
    ]


def _most_telling(status: Status) -> list[Reading]:
    """The readings that the notes name: first those that do not stand with the majority."""
    side = status.headline.side
    aside = [r for r in status.counted if side_of(r.verdict) is not side]
    return [*aside, *(r for r in status.counted if r not in aside)][:READINGS]


def _what_would_change(
    status: Status, records: Records, words: Words, path: Path | None
) -> list[tuple[str, str]]:
    found = words.alternatives(alternatives(records, status, path), status, records)
    texts = [
        words.say(
            "slide.notes.change_any" if one.any_of else "slide.notes.change",
            change=one.text,
            series=_named(one.any_of, words),
            said=one.said,
        )
        for one in found[:CHANGES]
    ]
    answer = words.paragraph(texts) if texts else words.say("what_would_change.nothing")
    return [(words.say("slide.notes.what_would_change"), answer)]


def _named(series: Sequence[Series], words: Words) -> str:
    """The first few by name, the others by their number."""
    names = [words.text(one.short) for one in series]
    if len(names) > SERIES + 1:
        names = [*names[:SERIES], words.say("slide.more_sources", n=len(names) - SERIES)]
    return words.say("chart.gap").join(names)


def _why_listed(status: Status, words: Words) -> list[tuple[str, str]]:
    """Why series are listed and not counted: each reason with the number of series."""
    found = Counter(
        one.not_counted
        for one in status.listed
        if one.not_counted is not None and one.reason is not Reason.NOTHING_PUBLISHED
    )
    texts = [
        words.say("slide.notes.listed_for", reason=words.not_counted(reason), n=n)
        for reason, n in found.most_common()
    ]
    question = words.say("slide.notes.why_listed", n=found.total())
    return [(question, words.say("chart.gap").join(texts))] if texts else []


def _caveats(
    kept: Iterable[Text | None], figures: Iterable[Observation], caution: str, words: Words
) -> tuple[str, ...]:
    """What to mind: of the target and the indicator, then what must stand beside the figures."""
    flagged = (words.text(one.note) for one in figures if one.usable is Usable.FLAG and one.note)
    noted = list(dict.fromkeys(flagged))[:NOTED]
    return (*(words.text(one) for one in kept if one), *([caution] if caution else []), *noted)
