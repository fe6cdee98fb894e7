"""How the claims stand: article by article, how many of each assessment, every count a link to those claims."""

from collections.abc import Sequence
from datetime import date

from metrics.figures.blocks.claim_list import TOKEN, unassessed
from metrics.figures.blocks.environment import Link, render
from metrics.progress.known import with_hindsight
from metrics.records.model import Claim
from metrics.records.store import Records
from metrics.records.vocabulary import Assessment
from metrics.words import Words


def claim_table(
    claims: Sequence[Claim], records: Records, words: Words, link: Link, *, known_on: date
) -> str:
    """The counts of all claims, and one row an article; on a day before the assessments only how many there are.

    Args:
        claims: all that are counted.
        records: what was known on the day.
        words: the language.
        link: makes addresses; a count leads to the claims that it counts.
        known_on: the day.
    """
    shown = with_hindsight(records, known_on)
    columns = list(Assessment) if shown else []
    articles = list(dict.fromkeys(one.source for one in claims))

    def cell(source: str | None, assessment: Assessment | None) -> tuple[int, str]:
        n = sum(
            (source is None or one.source == source) and (assessment is None or one.assessment is assessment)
            for one in claims
        )
        return n, link("sources", show="claims", source=source, assessment=assessment)

    rows = [
        {
            "name": words.text(records.sources[source].publisher),
            "about": words.named(records.sources[source].title),
            "published": words.period(records.sources[source].published),
            "cells": [*(cell(source, one) for one in columns), cell(source, None)],
        }
        for source in articles
    ]
    return render(
        "claim_table",
        rows=rows,
        columns=[
            (words.assessment(one), TOKEN[one], words.say(f"block.claims.means.{one}")) for one in columns
        ],
        total=[*(cell(None, one) for one in columns), cell(None, None)],
        note="" if shown else unassessed(records, words),
        number=words.number,
        say=words.say,
    )
