"""Warnings: what is in order and still wants a look, because it decides something that a reader does not expect.

In: a :class:`RecordSet` of records that have no problems. Out: warnings, in the form of problems, in the order of the files; they
keep nothing from being shown.
"""

from collections.abc import Iterable
from functools import reduce

from metrics.records.detail import Detail
from metrics.records.model import Indicator, Observation, Series, Source, Target, Unit
from metrics.records.period import never_judged
from metrics.records.problem import Problem, Report, shown
from metrics.records.record_set import RecordSet
from metrics.records.vocabulary import Calculated

_FORMS = ("half", "quarter", "months", "span")


def warnings(record_set: RecordSet, files: list[str], notes: Iterable[Problem] = ()) -> tuple[Problem, ...]:
    """Everything that wants a look, in the order of the files; ``notes`` are those of reading them."""
    report = Report(files, notes)
    _ahead(record_set, report)
    _never_judged(record_set, report)
    _unnamed_groups(record_set, report)
    _percent_for_points(record_set, report)
    return report.problems()


def _unnamed_groups(record_set: RecordSet, report: Report) -> None:
    """Figures of a group that no calculation names: each group of a series is told once, where it first stands."""
    named: set[tuple[str, str]] = set()
    for one in record_set.records(Indicator):
        if one.calculation is not None:
            groups = (one.calculation.group, *one.calculation.groups)
            named.update((one.calculation.of, group) for group in groups if group)
    for row, entry in record_set.of(Observation):
        if row.group is not None and (row.indicator, row.group) not in named:
            named.add((row.indicator, row.group))
            found, indicator = shown(row.group), shown(row.indicator)
            report.add(
                "group_of_no_calculation",
                entry.file,
                entry.spot("group"),
                "group",
                found=found,
                indicator=indicator,
            )


def _percent_for_points(record_set: RecordSet, report: Report) -> None:
    """What lies between two percentages is no percentage."""
    shares = {one.id for one in record_set.records(Unit) if one.is_share}
    units = {one.id: one.unit for one in record_set.records(Indicator)}
    for one, entry in record_set.of(Indicator):
        if one.calculation is None or one.calculation.how not in (Calculated.DIFFERENCE, Calculated.GAP):
            continue
        if {one.unit, units[one.calculation.of]} <= shares:
            report.add("percent_for_points", entry.file, entry.spot("unit"), "unit", found=shown(one.unit))


def is_ahead(observation: Observation, source: Source | None) -> bool:
    """Whether a figure counts as known before the document that is cited for it appeared.

    A document of which only the month or the year is known may have appeared on the first day of it.
    """
    return source is not None and observation.known < source.published.start


def _ahead(record_set: RecordSet, report: Report) -> None:
    sources = {source.id: source for source in record_set.records(Source)}
    for row, entry in record_set.of(Observation):
        source = sources.get(row.source)
        if source is not None and is_ahead(row, source):
            found, appeared = shown(row.published), source.published.text
            at = entry.spot("published")
            report.add("ahead_of_source", entry.file, at, "published", found=found, appeared=appeared)


def _never_judged(record_set: RecordSet, report: Report) -> None:
    """Series of an indicator that has a target, with figures of which none can ever be compared with it."""
    measures = {one.id: one.measure for one in record_set.records(Indicator)}
    asked = {(one.indicator, one.period.days if one.period else None) for one in record_set.records(Target)}
    rows: dict[str, list[Observation]] = {}
    for row in record_set.records(Observation):
        if row.judged:
            rows.setdefault(row.series, []).append(row)
    for series, entry in record_set.of(Series):
        figures = rows.get(series.id, [])
        wanted = {period for indicator, period in asked if indicator == series.indicator}
        is_asked = any(row.period.days in wanted for row in figures)
        if (
            not figures
            or not wanted
            or is_asked
            or not all(never_judged(r.period, measures[series.indicator]) for r in figures)
        ):
            continue
        spans = all(row.period.form == "span" for row in figures)
        kind = "series_of_spans" if spans else "series_never_judged"
        forms = [Detail(f"what.{form}") for form in _FORMS if any(row.period.form == form for row in figures)]
        what = reduce(lambda a, b: Detail("join.and", a=a, b=b), forms)
        report.add(kind, entry.file, entry.spot("id"), found=shown(series.id), what=None if spans else what)
