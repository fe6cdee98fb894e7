"""A cut: one plan of a folder with all that it refers to, as the files of a folder of its own.

In: a folder that has no problems and the id of one of its plans. Out: the text of each file of the new folder. Entries
are taken over line by line, so that they keep their words and their layout, and the comments at the top of a file
stay; what the plan does not need is left out. Nothing is written here.
"""

import csv
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import cast

import yaml

from metrics.records.contents import CSV, YAML
from metrics.records.expectation import nested
from metrics.records.folder import PROMISED, Folder
from metrics.records.load import load
from metrics.records.model import (
    Category,
    Claim,
    Event,
    ExchangeRate,
    Family,
    Goal,
    Indicator,
    NamedDeck,
    Observation,
    Place,
    Plan,
    PriceIndex,
    Question,
    Record,
    Source,
    Target,
    Unit,
)
from metrics.records.store import Records

Kept = dict[type[Record], Collection[str]]  # ids of the entries that stay, by their class


@dataclass(frozen=True, slots=True)
class Cut:
    """A part of a folder."""

    files: dict[str, str]  # path inside the new folder -> text
    glance: Indicator  # whose readings stand on its first page


def cut(folder: Path, plan: str, beside: Sequence[str] = ()) -> Cut:
    """A plan of a folder, its targets and goals, and all that these name.

    Kept are its indicators with all their series and figures; the claims and questions that are about nothing else;
    the sources of all these, and the events that rest on the same sources; exchange rates and prices where there is
    money.

    Args:
        folder: with ``targets.yaml``.
        plan: id of one of its plans.
        beside: ids of indicators that no promise of the plan names and that are kept with it.

    Raises:
        RecordsError: the folder has problems.
        ValueError: it has no such plan or indicator, or two entries stand on one line.
    """
    records = load(folder)
    for given, known in (((plan,), records.plans), (beside, records.indicators)):
        if strange := [one for one in given if one not in known]:
            raise ValueError(f"{strange[0]!r} is not one of {', '.join(known)}")
    kept = _kept(records, records.plans[plan], beside)
    glance = _glance(records, records.plans[plan])
    measured = {one.indicator for one in records.targets.values() if one.plan == plan}
    slides = [one for one in kept[Indicator] if one not in measured and _figures(records, one)]
    found = Folder(folder)
    files = {}
    for file in found.files:
        if not found.has(file.label):
            continue
        text = (folder / file.label).read_text("utf-8")
        name = file.label if file.role == PROMISED else f"data/{file.label.removeprefix(f'{found.data}/')}"
        if file.role in YAML:
            first = f"glance:\n  plans: [{plan}]\n  indicator: {glance.id}\n"
            first += f"  slides: [{', '.join(slides)}]\n" if slides else ""
            files[name] = _entries(text, nested(YAML[file.role]), kept, first)
        else:
            files[name] = _rows(text, CSV[file.role], kept)
    return Cut({name: text for name, text in files.items() if text}, glance)


def _kept(records: Records, plan: Plan, beside: Sequence[str]) -> Kept:
    targets = [one for one in records.targets.values() if one.plan == plan.id]
    promises: list[Target | Goal] = [*targets]
    promises += [one for one in records.goals.values() if one.plan == plan.id]
    tests = [test for one in promises if isinstance(one, Goal) for test in one.benchmarks]
    named = {one.indicator for one in promises if one.indicator} | {*beside}
    named |= {records.series[test.series].indicator for test in tests}
    repeating = [one for one in records.series.values() if one.repeats and one.indicator in named]
    named |= {records.series[one.repeats].indicator for one in repeating if one.repeats}
    indicators = [one for one in records.indicators.values() if one.id in named]
    figures = [one for one in records.observations.values() if one.indicator in named]
    about = {one.id for one in promises} | {one.id for one in figures}
    claims = [one for one in records.claims.values() if _is_about(one, about, named)]
    cited = {plan.source} | {one.source for one in promises} | {one.source for one in figures}
    cited |= {one.read_through for one in promises if one.read_through} | {one.source for one in claims}
    events = [one for one in records.events.values() if one.source in cited]
    series = [one for indicator in indicators for one in indicator.series]
    units = {one.unit for one in targets} | {one.unit for one in indicators} | {one.unit for one in series}
    is_money = any(records.units[one].currency for one in units)
    if is_money:  # to be converted into, and put into constant prices
        units |= {one.id for one in records.units.values() if one.currency}
        cited |= {one.source for one in records.rates}
    places = {plan.place} | {one.place for one in targets} | {one.geography for one in figures}
    places |= {one.geography for one in events} | {one.place for one in tests}
    places |= {one.other_place for one in tests if one.other_place}
    cited |= {one.source for one in records.prices if is_money and one.geography in places}
    return {
        Plan: {plan.id},
        Question: {q.id for q in records.questions.values() if named | about >= {*q.about}},
        Unit: units,
        Place: places,
        Family: {one.family for one in indicators},
        Indicator: [one.id for one in indicators],
        Observation: about,
        Claim: {one.id for one in claims},
        NamedDeck: {one.id for one in records.decks.values() if _is_of(one, about | named, places)},
        Event: {one.id for one in events},
        Category: {one.category for one in events},
        Source: cited,
        ExchangeRate: {str(one.year) for one in records.rates} if is_money else (),
        PriceIndex: places if is_money else (),
    }


def _is_of(deck: NamedDeck, about: Collection[str], places: Collection[str]) -> bool:
    """Whether a deck shows nothing that goes."""
    return all(
        (one.page or one.about in about) and (not one.place or one.place in places) for one in deck.slides
    )


def _is_about(claim: Claim, about: Collection[str], indicators: Collection[str]) -> bool:
    """Whether a claim is about something that stays and nothing that goes."""
    if claim.indicator and claim.indicator not in indicators:
        return False
    return claim.maps_to in about if claim.maps_to else claim.indicator is not None


def _figures(records: Records, indicator: str) -> int:
    return sum(len(records.observations_of(one.id)) for one in records.indicators[indicator].series)


def _glance(records: Records, plan: Plan) -> Indicator:
    """The indicator with the most figures of those that the plan's targets name; without targets, its goals."""
    named = [one.indicator for one in records.targets.values() if one.plan == plan.id]
    named = named or [
        one.indicator for one in records.goals.values() if one.plan == plan.id and one.indicator
    ]
    ids = named or list(records.indicators)
    return records.indicators[max(ids, key=lambda one: _figures(records, one))]


def _entries(text: str, lists: dict[str, type[Record]], kept: Kept, glance: str) -> str:
    """A YAML file with those of its entries that stay; nothing where none does."""
    lines = text.splitlines(keepends=True)
    root = cast(yaml.MappingNode, yaml.compose(text, yaml.CSafeLoader))  # else it could not be loaded
    keys = [key.start_mark.line for key, _ in root.value]
    parts = ["".join(lines[: keys[0]])]
    found = False
    for (key, value), (start, end) in zip(root.value, pairwise([*keys, len(lines)]), strict=True):
        model = lists.get(key.value)
        if model is None:
            parts.append(f"{glance}\n" if key.value == "glance" else "".join(lines[start:end]))
            continue
        starts = [item.start_mark.line for item in value.value]
        if len({start, *starts}) <= len(starts):
            raise ValueError(f"{key.value}: two entries stand on one line")
        spans = zip(value.value, pairwise([*starts, end]), strict=True)
        chosen = [_whole(lines[one:other]) for item, (one, other) in spans if _id(item) in kept[model]]
        if chosen:
            found = True
            parts += [lines[start], *chosen, "" if chosen[-1].endswith("\n\n") else "\n"]
    return "".join(parts).rstrip("\n") + "\n" if found else ""


def _id(entry: yaml.MappingNode) -> str:
    return next(str(value.value) for key, value in entry.value if key.value == "id")


def _whole(lines: Sequence[str]) -> str:
    """An entry with at most one empty line below it, and without the heading of the entries that follow."""
    last = max(at for at, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#"))
    return "".join(lines[: last + 1]) + ("\n" if len(lines) > last + 1 else "")


def _rows(text: str, model: type[Record], kept: Kept) -> str:
    """A CSV file with those of its rows that stay; nothing where none does."""
    lines = text.splitlines(keepends=True)
    reader = csv.reader(lines)
    header = next(reader)
    field = {PriceIndex: "geography", ExchangeRate: "year"}.get(model, "id")
    at, above, parts = header.index(field), reader.line_num, []
    for row in reader:
        if row and row[at] in kept[model]:
            parts.append("".join(lines[above : reader.line_num]))
        above = reader.line_num
    return "".join([lines[0], *parts]) if parts else ""
