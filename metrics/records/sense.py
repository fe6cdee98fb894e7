"""Sense: what must hold between the fields of a record, and between records, once each fits by itself.

In: a :class:`RecordSet`. Out: problems. Every check is one function over one kind of record.
"""

from collections.abc import Hashable, Iterable, Mapping
from itertools import pairwise

from metrics.records.calculations import check_calculations
from metrics.records.colour import LEAST_CONTRAST, LEAST_DISTANCE, ON_DARK, ON_LIGHT, contrast, distance
from metrics.records.detail import Detail
from metrics.records.editions import after_each, check_editions
from metrics.records.entry import Entry, Fields
from metrics.records.model import (
    Benchmark,
    DeckSlide,
    Deliverable,
    DeliveryReport,
    DeliveryStep,
    ExchangeRate,
    Goal,
    NamedDeck,
    Observation,
    PriceIndex,
    Rating,
    Record,
    ReleaseMapping,
    Series,
    Target,
    Theme,
    Unit,
)
from metrics.records.problem import Report, shown
from metrics.records.record_set import RecordSet
from metrics.records.vocabulary import Comparator, DeliveryState, Kind

_SHOWN = ("target", "indicator", "page")  # what a slide can be of
_NAMED = 8  # series of a circle that a message names
NUMBER = "{number}"  # what stands for the number where a unit says how its amounts are written


def check_sense(record_set: RecordSet, report: Report) -> None:
    """Report everything that fits its field and still cannot be."""
    _ids(record_set, report)
    for target, entry in record_set.of(Target):
        _target(target, entry, report)
        for after, own in after_each(target, entry):
            _number(after, own, report)
    check_editions(record_set, report)
    for benchmark, entry in record_set.of(Benchmark):
        _benchmark(benchmark, entry, report)
    deliverables = {one.id: one for one in record_set.records(Deliverable)}
    for deliverable, entry in record_set.of(Deliverable):
        _deliverable(deliverable, entry, report)
    for said, entry in record_set.of(DeliveryReport):
        _evidence(said, deliverables.get(said.deliverable), entry, report)
    reports = (
        ((one.deliverable, one.subject, one.source, one.known), entry)
        for one, entry in record_set.of(DeliveryReport)
    )
    _once(reports, "published", "same_evidence", None, report)
    ratings = (((one.promise, one.known), entry) for one, entry in record_set.of(Rating))
    _once(ratings, "published", "same_rating", None, report)
    for _, entry in record_set.of(NamedDeck):
        _slides(entry, report)
    for slide, entry in record_set.of(DeckSlide):
        _slide(slide, entry, report)
    for mapping, entry in record_set.of(ReleaseMapping):
        _mapping(mapping, entry, report)
    for theme, entry in record_set.of(Theme):
        _accents(theme, entry, report)
    for unit, entry in record_set.of(Unit):
        _written(unit, entry, report)
    series = {this.id: this for this in record_set.records(Series)}
    _repeats(series, record_set, report)
    _overlaps(series, record_set, report)
    for observation, entry in record_set.of(Observation):
        _range(observation, entry, report)
        _publication(observation, entry, report)
        _series(observation, series.get(observation.series), entry, report)
    check_calculations(record_set, report)
    vintages = (
        ((o.series, o.geography, o.group, o.period.days, o.known), entry)
        for o, entry in record_set.of(Observation)
    )
    _once(vintages, "published", "same_vintage", None, report)
    rates = ((rate.year, entry) for rate, entry in record_set.of(ExchangeRate))
    _once(rates, "year", "same_row", Detail("what.year"), report)
    prices = (((p.year, p.geography, p.index_type), entry) for p, entry in record_set.of(PriceIndex))
    _once(prices, "year", "same_row", Detail("what.price"), report)


def _mapping(mapping: ReleaseMapping, entry: Entry, report: Report) -> None:
    if mapping.value and mapping.wide:
        report.add("value_and_wide", entry.file, entry.spot("value"), "value")


def _written(unit: Unit, entry: Entry, report: Report) -> None:
    """Where a unit says how its amounts are written, the number stands there once in every language."""
    for _, text in unit.written.versions if unit.written else ():
        if text.count(NUMBER) != 1 or set("{}") & set(text.replace(NUMBER, "")):
            at = entry.spot("written")
            report.add("no_place_for_number", entry.file, at, "written", found=shown(text), better=NUMBER)


def _place(entry: Entry, field: str) -> str:
    return f"{entry.file}:{entry.spot(field)[0]}"


def _once(
    found: Iterable[tuple[Hashable, Entry]], field: str, kind: str, what: str | None, report: Report
) -> None:
    """No key comes twice; ``what`` says of which fields the key is made."""
    first: dict[Hashable, Entry] = {}
    for key, entry in found:
        earlier = first.setdefault(key, entry)
        if earlier is not entry:
            report.add(kind, entry.file, entry.spot(field), field, place=_place(earlier, field), what=what)


def _ids(record_set: RecordSet, report: Report) -> None:
    """An id is given once among its kind; promises share theirs, and steps are told apart by their deliverable."""
    first: dict[tuple[type[Record], str], Entry] = {}
    for claimed in record_set.claimed:
        if claimed.model is DeliveryStep:
            continue
        kind = Target if claimed.model in (Goal, Deliverable) else claimed.model
        earlier = first.setdefault((kind, claimed.id), claimed.entry)
        if earlier is not claimed.entry:
            entry = claimed.entry
            report.add(
                "same_id",
                entry.file,
                entry.spot("id"),
                "id",
                found=shown(claimed.id),
                place=_place(earlier, "id"),
            )


def _number(target: Target, entry: Entry, report: Report) -> None:
    """A range has its upper end above its lower one; ``entry`` is that of the target or of its edition."""
    if target.value_high is not None:
        at = entry.spot("value_high")
        if target.comparator is not Comparator.ABOUT:
            found = shown(target.comparator.value)
            report.add("range_without_about", entry.file, at, "value_high", found=found)
        elif target.value_high <= target.value:
            high, value = _digits(target.value_high), _digits(target.value)
            report.add("range_upside_down", entry.file, at, "value_high", found=high, value=value)
    if target.holds_from and target.holds_from.end > target.due:
        field = "holds_from" if "holds_from" in entry else "due"
        at, found = entry.spot(field), shown(target.holds_from)
        report.add("holds_after_due", entry.file, at, field, found=found, due=target.due.isoformat())
    last = target.path_values[-1].period if target.path_values else None
    if last and last.end >= target.due:
        field = "path_values" if "path_values" in entry else "due"
        at, due = entry.spot(field), target.due.isoformat()
        report.add("value_after_due", entry.file, at, field, found=shown(last), due=due)


def _target(target: Target, entry: Entry, report: Report) -> None:
    _number(target, entry, report)
    for one, other in (("baseline_value", "baseline_period"), ("baseline_period", "baseline_value")):
        if getattr(target, one) is not None and getattr(target, other) is None:
            report.add("half_baseline", entry.file, entry.spot(one), one, missing=other)
    for other in ("period", "path"):
        if target.holds_from and getattr(target, other):
            report.add("holds_and_more", entry.file, entry.spot(other), other)
    for other in ("period", "holds_from", "path", "value_high"):
        if target.path_values and getattr(target, other):
            report.add("values_and_more", entry.file, entry.spot(other), other)
    ends = [one.period.end for one in target.path_values]
    if any(later <= earlier for earlier, later in pairwise(ends)):
        report.add("values_out_of_order", entry.file, entry.spot("path_values"), "path_values")
    if target.path and not target.path_reason:
        report.add("path_without_reason", entry.file, entry.spot("path"), "path")
    if target.path_reason and not target.path:
        report.add("reason_without_path", entry.file, entry.spot("path_reason"), "path_reason")


def _benchmark(benchmark: Benchmark, entry: Entry, report: Report) -> None:
    if (benchmark.value is None) == (benchmark.other_place is None):
        found = "neither" if benchmark.value is None else "both"
        field = "value" if benchmark.value is not None else None
        report.add("one_of_two_" + found, entry.file, entry.spot(field or "id"), field)
    if benchmark.other_place == benchmark.place:
        at = entry.spot("other_place")
        report.add("same_place", entry.file, at, "other_place", found=shown(benchmark.place))


def _deliverable(deliverable: Deliverable, entry: Entry, report: Report) -> None:
    """It has steps or a count, and each step its own id."""
    if deliverable.steps and deliverable.count is not None:
        report.add("steps_and_count", entry.file, entry.spot("count"), "count")
    ids = [step.id for step in deliverable.steps]
    for one in dict.fromkeys(one for one in ids if ids.count(one) > 1):
        report.add("same_step", entry.file, entry.spot("steps"), "steps", found=shown(one))


def _evidence(said: DeliveryReport, deliverable: Deliverable | None, entry: Entry, report: Report) -> None:
    """Evidence is about a step where there are steps and a thing where things are counted, and no newer than its document."""
    is_done = said.state is DeliveryState.DONE
    if is_done and said.date is None:
        report.add("done_without_date", entry.file, entry.spot("state"), "date")
    if said.date is not None and said.date.start > said.known:
        at, published = entry.spot("date"), said.published.text
        report.add(
            "date_after_publication", entry.file, at, "date", found=shown(said.date), published=published
        )
    if deliverable is None:
        return
    steps = [step.id for step in deliverable.steps]
    name = shown(deliverable.id)
    for field, wanted in (("step", bool(steps)), ("item", deliverable.count is not None)):
        if getattr(said, field) is not None and not wanted:
            report.add(f"{field}_of_none", entry.file, entry.spot(field), field, deliverable=name)
        elif getattr(said, field) is None and wanted and is_done:
            report.add(f"done_without_{field}", entry.file, entry.spot("state"), field, deliverable=name)
    if said.step is not None and steps and said.step not in steps:
        guess, allowed = report.nearest(said.step, steps), ", ".join(steps)
        at, found = entry.spot("step"), shown(said.step)
        report.add(
            "step_of_another",
            entry.file,
            at,
            "step",
            found=found,
            deliverable=name,
            guess=guess,
            allowed=allowed,
        )


def _slides(deck: Entry, report: Report) -> None:
    """A deck shows a thing once."""
    first: dict[object, Fields] = {}
    for slide in filter(lambda one: isinstance(one, Fields), deck["slides"]):
        name = next((one for one in _SHOWN if isinstance(slide.get(one), str)), None)
        if name is None:
            continue
        earlier = first.setdefault(slide[name], slide)
        if earlier is not slide:
            found, place = shown(slide[name]), f"{slide.file}:{earlier.here[0]}"
            report.add("same_slide", slide.file, slide.spot(name), name, found=found, place=place)


def _slide(slide: DeckSlide, entry: Entry, report: Report) -> None:
    """A slide is about one thing, and only a slide of figures can be narrowed."""
    about = [name for name in _SHOWN if getattr(slide, name)]
    if len(about) != 1:
        second = about[1] if about else None
        at = entry.spot(second) if second else entry.here
        report.add("slide_of_several" if second else "slide_of_nothing", entry.file, at, second)
    if about != ["indicator"]:
        for name in ("place", "years"):
            if getattr(slide, name):
                report.add("only_of_indicators", entry.file, entry.spot(name), name)


def _accents(theme: Theme, entry: Entry, report: Report) -> None:
    """An accent can be read on its page, and is taken for no verdict."""
    for field, colours in (("accent", ON_LIGHT), ("accent_dark", ON_DARK)):
        accent = getattr(theme, field)
        if accent is None:
            if field in entry:
                report.add("colour_as_comment", entry.file, entry.spot(field), field)
            continue
        at, found = entry.spot(field), shown(accent)
        if (ratio := contrast(accent, colours.paper)) < LEAST_CONTRAST:
            # Rounded down, so that no 4.5 is said to be too little.
            told, least = f"{int(ratio * 100) / 100:.2f}", f"{LEAST_CONTRAST:g}"
            report.add(
                "faint_accent",
                entry.file,
                at,
                field,
                found=found,
                ratio=told,
                ground=colours.paper,
                least=least,
            )
        near = min(colours.of_verdicts, key=lambda one: distance(accent, one))
        if (apart := distance(accent, near)) < LEAST_DISTANCE:
            told, least = f"{int(apart * 1000) / 1000:.3f}", f"{LEAST_DISTANCE:g}"
            report.add(
                "accent_like_verdict", entry.file, at, field, found=found, other=near, apart=told, least=least
            )
    if theme.accent_dark and not theme.accent:
        report.add("dark_accent_alone", entry.file, entry.spot("accent_dark"), "accent_dark")


def _repeats(series: dict[str, Series], record_set: RecordSet, report: Report) -> None:
    """No series repeats itself, straight or through others."""
    circles = _circles({this.id: this.repeats for this in series.values()})
    for this, entry in record_set.of(Series):
        if this.id not in circles:
            continue
        at = entry.spot("repeats")
        circle, begins = circles[this.id]
        if len(circle) == 1:
            report.add("repeats_itself", entry.file, at, "repeats")
        else:
            found = [*circle[begins : begins + _NAMED], *circle[: min(begins, _NAMED)]][:_NAMED]
            if len(circle) > _NAMED:
                found.append("…")
            report.add("repeats_in_circle", entry.file, at, "repeats", circle=", ".join(found))


def _overlaps(series: Mapping[str, Series], record_set: RecordSet, report: Report) -> None:
    """A series overlaps others, of the same indicator: what else is counted is never added."""
    for this, entry in record_set.of(Series):
        for one, at in zip(this.overlaps, entry.spots("overlaps") if this.overlaps else (), strict=True):
            if one == this.id:
                report.add("overlaps_itself", entry.file, at, "overlaps")
            elif one in series and series[one].indicator != this.indicator:
                there = series[one].indicator
                report.add("overlaps_other", entry.file, at, "overlaps", found=shown(one), there=there)


def _circles(following: Mapping[str, str | None]) -> dict[str, tuple[list[str], int]]:
    """For each id that comes back to itself: the ids on the way, and where it stands among them.

    >>> _circles({"a": "b", "b": "c", "c": "b", "d": None})
    {'b': (['b', 'c'], 0), 'c': (['b', 'c'], 1)}
    """
    begun_at: dict[str, str] = {}  # from which id on each was reached first; each is gone through once
    found = {}
    for start in following:
        way: list[str] = []
        one = start
        while one in following and one not in begun_at:
            begun_at[one] = start
            way.append(one)
            one = following[one] or ""
        if begun_at.get(one) == start:
            circle = way[way.index(one) :]
            found.update({name: (circle, place) for place, name in enumerate(circle)})
    return found


def _range(observation: Observation, entry: Entry, report: Report) -> None:
    low, high, value = observation.low, observation.high, observation.value
    if low is not None and high is not None and low > high:
        report.add(
            "low_above_high", entry.file, entry.spot("low"), "low", low=_digits(low), high=_digits(high)
        )
        return
    at = entry.spot("value")
    if low is not None and value < low:
        report.add("below_low", entry.file, at, "value", found=_digits(value), end=_digits(low))
    if high is not None and value > high:
        report.add("above_high", entry.file, at, "value", found=_digits(value), end=_digits(high))


def _publication(observation: Observation, entry: Entry, report: Report) -> None:
    if observation.kind is Kind.ACTUAL and observation.known < observation.period.end:
        report.add(
            "before_end",
            entry.file,
            entry.spot("published"),
            "published",
            found=shown(observation.published),
            period=observation.period.text,
        )


def _series(observation: Observation, series: Series | None, entry: Entry, report: Report) -> None:
    if series is None:
        return
    for field, kind in (("indicator", "other_indicator"), ("unit", "other_unit")):
        here, there = getattr(observation, field), getattr(series, field)
        if here != there:
            found = shown(here)
            report.add(
                kind, entry.file, entry.spot(field), field, found=found, series=series.id, better=there
            )


def _digits(value: float) -> str:
    return f"{value:.15g}"
