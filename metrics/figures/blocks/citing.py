"""What cites each source: plans, promises, figures, events and claims, each with the page where it is seen."""

from collections.abc import Iterator

from metrics.figures.blocks.environment import Link
from metrics.figures.blocks.source_list import Citing
from metrics.records.store import Records
from metrics.words import Words


def citing(records: Records, words: Words, link: Link) -> dict[str, tuple[Citing, ...]]:
    """From the id of a source to what cites it, in the order of the files, each thing once."""
    found: dict[str, dict[Citing, None]] = {}
    for source, name, address in _all(records, words, link):
        found.setdefault(source, {})[(name, address)] = None
    return {source: tuple(things) for source, things in found.items()}


def _all(records: Records, words: Words, link: Link) -> Iterator[tuple[str, str, str | None]]:
    claims: dict[str, int] = {}
    for claim in records.claims.values():
        claims[claim.source] = claims.get(claim.source, 0) + 1
    for source, n in claims.items():
        yield (
            source,
            words.say("page.sources.claims_in", n=n),
            link("sources", show="claims", source=source),
        )
    for plan in records.plans.values():
        yield plan.source, words.text(plan.label), link("targets", plan=plan.id)
    for promise in (*records.targets.values(), *records.goals.values()):
        address = link("target", target=promise.id)
        yield promise.source, words.text(promise.statement), address
        if promise.read_through:
            yield promise.read_through, words.text(promise.statement), address
    for figure in records.observations.values():
        series = records.series[figure.series]
        yield (
            figure.source,
            words.say("page.sources.figures_of", series=words.text(series.label)),
            link("indicators", indicator=series.indicator, series=series.id),
        )
    for event in records.events.values():
        yield event.source, words.text(event.title), link("timeline", item=event.id)
    for rate in records.rates:
        yield rate.source, words.say("page.sources.rates"), None
    for price in records.prices:
        yield price.source, words.say("page.sources.prices"), None
