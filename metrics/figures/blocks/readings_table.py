"""The readings of one target as a table: those that count first, then those that are listed."""

from dataclasses import dataclass

from metrics.figures.blocks.environment import Link, render
from metrics.figures.blocks.sources import second_hand, source_label
from metrics.figures.palette import Mode
from metrics.progress.result import NotCounted, Reading, Reason, Status
from metrics.records.model import Observation
from metrics.records.store import Records
from metrics.records.vocabulary import Independence
from metrics.words import Words


@dataclass(frozen=True, slots=True)
class _Row:
    reading: Reading
    name: str
    label: str
    independence: str
    definition: str
    period: str
    figure: str
    unit: str  # where the figure does not name it
    said: str  # the verdict, or why the reading does not count
    source: str
    href: str
    second: bool
    note: str | None


def _row(reading: Reading, status: Status, records: Records, words: Words, link: Link) -> _Row:
    series, observation = reading.series, reading.observation
    source = records.sources.get(observation.source) if observation else None
    figure = own_unit = ""
    if observation:
        same = observation.unit == status.target.unit
        unit = records.units[observation.unit]
        figure = words.figure(observation) if same else words.figure_long(observation, unit)
        own_unit = words.text(unit.label) if same else ""
    said = words.verdict(reading.verdict)
    if reading.not_counted:
        said = words.not_counted(reading.not_counted)
        if reading.reason:
            said = words.reason(reading.reason)
    return _Row(
        reading=reading,
        name=words.text(series.short),
        label=words.text(series.label),
        independence=words.independence(series.independence),
        definition=words.text(series.definition),
        period=words.period(observation.period) if observation else "",
        figure=figure,
        unit=own_unit,
        said=said,
        source=source_label(source, words) if source else "",
        href=link("sources", source=source.id) if source else "",
        second=bool(observation and second_hand(observation, source)),
        note=(observation and words.paragraph(_to_mind(observation, records, words))) or None,
    )


def _to_mind(figure: Observation, records: Records, words: Words) -> tuple[str, ...]:
    """What stands below a figure; here its day counts too, because it decides from when a reading stands."""
    return *words.cautions(figure, records), *words.ahead(figure, records)


def _silent(rows: list[_Row]) -> list[tuple[str, list[tuple[str, Independence]]]]:
    """The series without a figure, gathered by the reason."""
    found: dict[str, list[tuple[str, Independence]]] = {}
    for row in rows:
        found.setdefault(row.said, []).append((row.name, row.reading.series.independence))
    return list(found.items())


def _by_reason(rows: list[_Row]) -> list[tuple[str, list[_Row]]]:
    found: dict[str, list[_Row]] = {}
    for row in rows:
        found.setdefault(row.said, []).append(row)
    return list(found.items())


def readings_table(
    status: Status, records: Records, words: Words, mode: Mode, link: Link, *, level: int = 2
) -> str:
    """Every series of the indicator: who counts, what, for when, how much, with what verdict, and where."""
    target = status.target
    rows = [_row(reading, status, records, words, link) for reading in status.readings]
    # Series that have published nothing by then are counted, not named: their first figure may come later.
    unpublished = sum(row.reading.reason is Reason.NOTHING_PUBLISHED for row in rows)
    listed = [
        row for row in rows if not row.reading.counts and row.reading.reason is not Reason.NOTHING_PUBLISHED
    ]
    return render(
        "readings_table",
        level=level,
        caption=words.say("block.readings.caption", n=len(rows), counted=len(status.counted))
        if rows
        else words.say("block.readings.no_series"),
        unit=words.text(records.units[target.unit].label),
        question=words.say(
            "block.readings.question", demand=words.demand_long(target, records.units[target.unit])
        ),
        counted=[row for row in rows if row.reading.counts],
        listed=_by_reason([row for row in listed if row.reading.observation]),
        no_figure=words.not_counted(NotCounted.NO_FIGURE),
        unpublished=words.say("block.readings.unpublished", n=unpublished, day=words.day(status.known_on))
        if unpublished
        else "",
        silent=_silent([row for row in listed if not row.reading.observation]),
        mode=mode,
        say=words.say,
    )
