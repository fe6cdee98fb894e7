"""The report of a preview: what a publisher's file brings, in sentences.

In: a preview and words. Out: lines, those that belong to the one above with two blanks in front. The command line prints
them, and the page shows the same.
"""

from collections.abc import Iterator, Sequence

from metrics.progress.changes import ReadingChange
from metrics.records.model import Observation
from metrics.records.store import Records
from metrics.releases.figures import ReleaseFigure
from metrics.releases.preview import Import, Preview
from metrics.words import Words

#: Lines of a list; the rest is counted.
MOST = 40
#: Places outside the plan that are named.
NAMED = 8


def report(found: Preview, asked: Import, words: Words) -> tuple[str, ...]:
    """All that there is to say."""
    return (*_counts(found, asked, words), *_flips(found, words))


def _counts(found: Preview, asked: Import, words: Words) -> Iterator[str]:
    cells, figures = found.found, found.figures
    told = {"file": asked.file, "day": words.day(asked.published), "mapping": asked.mapping.id}
    yield words.say("release.read", format=words.say(f"release.format.{cells.format}"), **told)
    for name in ("new", "revised"):
        if n := len(getattr(figures, name)):
            yield f"  {words.say(f'release.{name}', n=n)}"
    for one in figures.revised[:MOST]:
        told = _named(one.new, found.records, words)
        old, new = words.figure(one.old), words.figure(_observation(one.new, one.old))
        yield f"    {words.say('release.one_revised', old=old, new=new, locator=one.new.locator, **told)}"
    yield from _rest(figures.revised, words)
    counts = {
        "unchanged": len(figures.unchanged),
        "missing": cells.missing,
        "other_series": cells.other_series,
    }
    for name, n in counts.items():
        if n:
            yield f"  {words.say(f'release.{name}', n=n)}"
    if places := cells.other_places:
        named = words.series([name for name, _ in places.most_common(NAMED)])
        named += " …" if len(places) > NAMED else ""
        yield f"  {words.say('release.other_places', n=len(places), places=named)}"
    if figures.gone:
        yield f"  {words.say('release.gone', n=len(figures.gone))}"
        for gone in figures.gone[:MOST]:
            told = _named(gone, found.records, words)
            yield f"    {words.say('release.one_gone', figure=words.figure(gone), **told)}"
        yield from _rest(figures.gone, words)


def _rest(items: Sequence[object], words: Words) -> Iterator[str]:
    if len(items) > MOST:
        yield f"    {words.say('release.more', n=len(items) - MOST)}"


def _named(one: ReleaseFigure | Observation, records: Records, words: Words) -> dict[str, str]:
    place = one.place if isinstance(one, ReleaseFigure) else one.geography
    period = one.period if isinstance(one, ReleaseFigure) else one.period.text
    return {
        "series": words.text(records.series[one.series].label),
        "place": words.text(records.places[place].label),
        "period": period,
    }


def _observation(new: ReleaseFigure, old: Observation) -> Observation:
    """A figure as a record, to be worded like one."""
    return old.model_copy(update={"value": new.value, "bound": new.bound})


def _flips(found: Preview, words: Words) -> Iterator[str]:
    if found.files:
        key = "release.flips" if found.flips else "release.no_flips"
        yield words.say(key, n=len(found.flips))
    for flip in found.flips:
        before, after = (words.headline(one) for one in (flip.before, flip.after))
        yield f"  {words.say('release.headline', target=flip.after.target.id, before=before, after=after)}"
        for one in flip.readings:
            yield f"    {_reading(one, found.records, words)}"


def _reading(one: ReadingChange, records: Records, words: Words) -> str:
    before, after = (words.say(f"verdict.{each.verdict}") for each in (one.before, one.after))
    told = {"series": words.text(one.after.series.label), "before": before, "after": after}
    figure = one.after.observation
    if figure is None:
        return words.say("release.reading_alone", **told)
    said = words.figure_long(figure, records.units[figure.unit])
    return words.say("release.reading", figure=said, period=words.period(figure.period), **told)
