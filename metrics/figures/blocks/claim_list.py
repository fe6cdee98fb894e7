"""Claims: what articles say, in our words, how it stands against what is held here, and what it bears on.

In: claims and the records of a day. Out: a list, or a section of the claims that bear on one promise. What a
claim bears on is shown only once it is known, and an assessment only from the day on which it was made.
"""

from collections.abc import Sequence
from datetime import date

from metrics.figures.blocks.environment import Link, render
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
        claims=claims,
        apart_from=promise,
        token=TOKEN,
        facts=lambda one: _facts(one, records, words),
        assessed=with_hindsight(records, known_on),
        level=level,
        records=records,
        link=link,
        words=words,
    )


def claim_list(
    claims: Sequence[Claim], records: Records, words: Words, link: Link, *, known_on: date, level: int = 2
) -> str:
    """One entry a claim, in the order given."""
    return render(
        "claim_list",
        claims=claims,
        apart_from="",
        token=TOKEN,
        facts=lambda one: _facts(one, records, words),
        assessed=with_hindsight(records, known_on),
        level=level,
        records=records,
        link=link,
        words=words,
    )


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
