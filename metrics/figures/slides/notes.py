"""The notes of a slide: what to say, what somebody will ask, and what to mind.

In: the status of a target, or an indicator, and the records of the day. Out: :class:`Notes`. Everything is either
generated from records or kept in ``targets.yaml`` as our own words.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from metrics.figures.slides.slide import Notes
from metrics.figures.slides.speech import figures_speech, silence_speech, target_speech
from metrics.progress import alternatives
from metrics.progress.result import Path, Reason, Status
from metrics.records.model import Observation, Series, Text
from metrics.records.store import Records
from metrics.records.vocabulary import Usable
from metrics.words import Words

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
    asked = [*_what_would_change(status, records, words, path), *_why_listed(status, words)]
    asked += _questions((target.id, target.indicator), records, words)
    quality = records.indicators[target.indicator].quality
    figures = [one.observation for one in status.counted if one.observation]
    # The note of the records, which is left out where it would tell what came after the day.
    caveats = [records.targets[target.id].note, quality.limits, quality.handling]
    return Notes(
        target_speech(status, records, words), tuple(asked), _caveats(caveats, figures, caution, words)
    )


def indicator_notes(
    indicator: str, figures: Sequence[Observation], records: Records, words: Words, caution: str = ""
) -> Notes:
    """What to say of the figures of an indicator."""
    record = records.indicators[indicator]
    say = (words.text(record.description), *figures_speech(figures, records, words))
    caveats = [record.quality.limits, record.quality.handling]
    asked = tuple(_questions((indicator,), records, words))
    return Notes(say, asked, _caveats(caveats, figures, caution, words))


def silence_notes(statuses: Sequence[Status], records: Records, words: Words) -> Notes:
    """What to say of targets of which no reading counts."""
    about = {name for one in statuses for name in (one.target.id, one.target.indicator)}
    return Notes(silence_speech(statuses, records, words), tuple(_questions(about, records, words)), ())


def _questions(about: Collection[str], records: Records, words: Words) -> Iterable[tuple[str, str]]:
    return [
        (words.text(one.question), words.text(one.answer))
        for one in records.questions.values()
        if any(name in about for name in one.about)
    ]


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
