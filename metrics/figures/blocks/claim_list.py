"""Claims: what articles say, in our words, how it stands against what is held here, and what it bears on.

In: claims and the records of a day. Out: a list, or a section of the claims that bear on one promise. What a
claim bears on is shown only once it is known, and an assessment only from the day on which it was made.
"""

from collections.abc import Sequence
from datetime import date

from metrics.figures.blocks.environment import Link, render
from metrics.figures.blocks.sources import source_label
from metrics.progress.known import with_hindsight
from metrics.records.model import Claim
from metrics.records.store import Records
from metrics.records.vocabulary import Assessment
from metrics.words import Words

#: The colour of an assessment, never without its word.
TOKEN = {
    Assessment.CONSISTENT: "pos",
    Assessment.DOUBTFUL: "open",
    Assessment.SUPERSEDED: "warn",
    Assessment.UNSOURCED: "mute",
}


def claims_on(promise: str | None, records: Records) -> tuple[Claim, ...]:
    """The claims that bear on a target or a goal: mapped to it, or to a figure of its indicator and place.

    Args:
        promise: id of a target or a goal; None: no claim.
        records: what was known on the day.
    """
    target = records.targets.get(promise or "")
    figures = {
        one.id
        for one in records.observations.values()
        if target and (one.indicator, one.geography) == (target.indicator, target.place)
    }
    return tuple(one for one in records.claims.values() if one.maps_to in {promise, *figures} - {None})


def claim_section(
    promise: str | None, records: Records, words: Words, link: Link, *, known_on: date, level: int = 2
) -> str:
    """The claims that bear on one promise, under a heading; nothing where there is none."""
    claims = claims_on(promise, records)
    if not claims:
        return ""
    return render(
        "claim_section",
        title=words.say("block.claims.bearing", n=len(claims)),
        note="" if with_hindsight(records, known_on) else unassessed(records, words),
        claims=_entries(claims, records, words, link, known_on=known_on, apart_from=promise),
        level=level,
        say=words.say,
    )


def claim_list(
    claims: Sequence[Claim],
    records: Records,
    words: Words,
    link: Link,
    *,
    known_on: date,
    level: int = 2,
) -> str:
    """One entry a claim, in the order given."""
    return render(
        "claim_list",
        claims=_entries(claims, records, words, link, known_on=known_on),
        level=level,
        say=words.say,
    )


def unassessed(records: Records, words: Words) -> str:
    """Why no assessment is shown on an earlier day."""
    return words.say("block.claims.unassessed", day=words.day(records.as_of))


def _entries(
    claims: Sequence[Claim],
    records: Records,
    words: Words,
    link: Link,
    *,
    known_on: date,
    apart_from: str | None = None,
) -> list[dict[str, object]]:
    """What the template needs; that a claim bears on ``apart_from`` goes without saying."""
    shown = with_hindsight(records, known_on)
    return [
        {
            "id": one.id,
            "marks": f"source={one.source} assessment={one.assessment}" if shown else f"source={one.source}",
            "statement": words.text(one.statement),
            "facts": _facts(one, records, words),
            "article": source_label(records.sources[one.source], words),
            "href": link("sources", source=one.source),
            "assessment": words.assessment(one.assessment) if shown else "",
            "token": TOKEN[one.assessment],
            "why": words.text(one.why) if shown else "",
            "bears_on": None if one.maps_to == apart_from else _bears_on(one, records, words, link),
        }
        for one in claims
    ]


def _facts(claim: Claim, records: Records, words: Words) -> list[str]:
    """Kind, place, period and value, as far as the claim has them."""
    place = records.places.get(claim.geography or "")
    facts = [
        words.claim_kind(claim.kind),
        words.text(place.label) if place else "",
        words.period(claim.period) if claim.period else "",
        _amount(claim, claim.value, records, words) if claim.value is not None else "",
    ]
    return [one for one in facts if one]


def _amount(claim: Claim, value: float, records: Records, words: Words) -> str:
    """The value as the article words it: in a unit of the records, or in its own words."""
    unit = claim.unit or ""
    named, times = f"block.claims.unit.{unit}", f"block.claims.times.{unit}"
    if unit in records.units:
        amount = words.amount(value, records.units[unit])
    elif named in words.catalogue:
        size = (
            float(words.say(times)) if times in words.catalogue else 1.0
        )  # where a language counts otherwise
        amount = words.say(named, number=words.number(value * size))
    else:
        amount = words.say(
            "block.claims.unit_other", number=words.number(value), unit=unit.replace("_", " ")
        ).strip()
    return words.say(f"figure_long.{claim.bound}", figure=amount) if claim.bound else amount


def _bears_on(claim: Claim, records: Records, words: Words, link: Link) -> dict[str, str] | None:
    """What the claim is mapped to, if that is known: what it is, its words, its address and its source."""
    thing = claim.maps_to or ""
    promise = records.targets.get(thing) or records.goals.get(thing)
    if promise:
        return {
            "what": words.say("block.claims.target" if thing in records.targets else "block.claims.goal"),
            "text": words.text(promise.statement).rstrip(".。"),
            "href": link("target", target=thing),
            **_source(promise.source, records, words, link),
        }
    if thing in records.observations:
        figure = records.observations[thing]
        series = records.series[figure.series]
        return {
            "what": words.say("block.claims.figure"),
            "text": words.say(
                "block.claims.figure_text",
                series=words.text(series.label),
                place=words.text(records.places[figure.geography].label),
                figure=words.figure_long(figure, records.units[figure.unit]),
                period=words.period(figure.period),
            ),
            "href": link(
                "indicators", indicator=figure.indicator, series=figure.series, places=figure.geography
            ),
            **_source(figure.source, records, words, link),
        }
    if thing in records.events:
        event = records.events[thing]
        return {
            "what": words.say("block.claims.event"),
            "text": words.say(
                "block.claims.event_text",
                title=words.text(event.title).rstrip(".。"),
                day=words.period(event.date),
            ),
            "href": link("timeline", item=thing),
            **_source(event.source, records, words, link),
        }
    return None


def _source(source: str, records: Records, words: Words, link: Link) -> dict[str, str]:
    return {
        "source": source_label(records.sources[source], words),
        "source_href": link("sources", source=source),
    }
