"""What cites each source: plans, promises, figures, events and claims, each with the page where it is seen."""

from collections.abc import Iterator

from metrics.app.address import View
from metrics.figures.blocks.source_list import Citing
from metrics.records.store import Records
from metrics.words import Words


def citing(held: Records, words: Words, view: View) -> dict[str, tuple[Citing, ...]]:
    """From the id of a source to what cites it, in the order of the files, each thing once."""
    found: dict[str, dict[Citing, None]] = {}
    for source, name, address in _all(held, words, view):
        found.setdefault(source, {})[(name, address)] = None
    return {source: tuple(things) for source, things in found.items()}


def _all(held: Records, words: Words, view: View) -> Iterator[tuple[str, str, str | None]]:
    claims: dict[str, int] = {}
    for claim in held.claims.values():
        claims[claim.source] = claims.get(claim.source, 0) + 1
    for source, n in claims.items():
        yield (
            source,
            words.say("page.sources.claims_in", n=n),
            view.href("sources", show="claims", source=source),
        )
    for plan in held.plans.values():
        yield plan.source, words.text(plan.label), view.href("targets", plan=plan.id)
    for promise in (*held.targets.values(), *held.goals.values()):
        address = view.href("target", target=promise.id)
        yield promise.source, words.text(promise.statement), address
        if promise.read_through:
            yield promise.read_through, words.text(promise.statement), address
    for figure in held.observations.values():
        series = held.series[figure.series]
        yield (
            figure.source,
            words.say("page.sources.figures_of", series=words.text(series.label)),
            view.href("indicators", indicator=series.indicator, series=series.id),
        )
    for event in held.events.values():
        yield event.source, words.text(event.title), view.href("timeline", item=event.id)
    for rate in held.rates:
        yield rate.source, words.say("page.sources.rates"), None
    for price in held.prices:
        yield price.source, words.say("page.sources.prices"), None
