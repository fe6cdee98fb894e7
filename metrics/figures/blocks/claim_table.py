"""How the claims stand: article by article, how many of each assessment, every count a link to those claims."""

from collections.abc import Sequence
from datetime import date

from metrics.figures.blocks.claim_list import TOKEN
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

    return render(
        "claim_table",
        rows=[
            (records.sources[one], [*(cell(one, kind) for kind in columns), cell(one, None)])
            for one in articles
        ],
        columns=columns,
        token=TOKEN,
        total=[*(cell(None, one) for one in columns), cell(None, None)],
        assessed=shown,
        records=records,
        words=words,
    )
