"""Words: everything the house can say in one language, behind one door.

In: records and results. Out: text, raw: what comes from data files is escaped where HTML or Markdown is
made. The pages, the slides, the files and the command line all speak through :func:`words_for`.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Generic, TypeVar

from metrics.progress.deliveries import Delivered
from metrics.progress.result import (
    Answer,
    NotCounted,
    Path,
    Reading,
    Reason,
    Refusal,
    Status,
    Verdict,
)
from metrics.progress.sizes import resized
from metrics.records.model import Source
from metrics.records.store import Records
from metrics.records.vocabulary import (
    Access,
    Assessment,
    Bound,
    ClaimKind,
    DeliveryState,
    Independence,
    Kind,
    SourceKind,
    Verification,
)
from metrics.words import (
    alternatives,
    causes,
    cautions,
    deliveries,
    demands,
    editions,
    headlines,
    needed,
    overview,
    problems,
    readings,
    turned,
)
from metrics.words.catalogue import FOLDER, languages, read_catalogue
from metrics.words.phrases import Phrases

CASES = range(1, 14)

Term = TypeVar("Term", bound=StrEnum)


class _Section(Generic[Term]):
    """A closed list of words: for each a text in the section of the catalogue that has the name of the attribute."""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, words: Phrases, owner: type) -> Callable[[Term], str]:
        return lambda term: words.say(f"{self.name}.{term}")


@dataclass(frozen=True)
class Words(Phrases):
    """One language: its formats, its vocabulary and its sentences."""

    # Sentences; the documentation stands where each is made.

    headline = headlines.headline
    headline_main = headlines.headline_main
    headline_full = headlines.headline_full
    headline_short = headlines.headline_short
    group_headline = headlines.group_headline
    overview = overview.overview
    demand = demands.demand
    demand_long = demands.demand_long
    promised = editions.promised
    edition_mark = editions.edition_mark
    edition_remark = editions.edition_remark
    edition_clause = editions.edition_clause
    edition_joined = editions.edition_joined
    edition_changes = editions.edition_changes
    edition_entry = editions.edition_entry
    delivery = deliveries.delivery
    delivery_by = deliveries.delivery_by
    own_rating = deliveries.own_rating
    alternatives = alternatives.alternatives
    causes = causes.causes
    needed_line = needed.needed_line
    needed = needed.needed
    turned_short = turned.turned_short
    flipped = turned.flipped
    turned = turned.turned
    ahead = cautions.ahead
    not_added = cautions.not_added
    full_note = cautions.full_note
    cautions = cautions.cautions
    problem_title = problems.problem_title
    problem_message = problems.problem_message
    problem_line = problems.problem_line

    def reading(self, reading: Reading, status: Status, records: Records) -> str:
        """What one series says of the target, in a few sentences."""
        return self.paragraph(self.reading_sentences(reading, status, records))

    def reading_sentences(self, reading: Reading, status: Status, records: Records) -> tuple[str, ...]:
        """The same, sentence by sentence; the first one stands alone."""
        return readings.sentences(self, reading, status.known_on, records)

    def in_own_units(self, records: Records) -> Records:
        """The records in the sizes of units in which this language counts: 3031亿元 for RMB 303.1 bn.

        For showing only; what people take away is made from the records as they are published.
        """
        return resized(records, self.own_units(records.units.values()))

    @cached_property
    def spoken(self) -> "Words":
        """The same language with amounts and days as they are read aloud: 1,200 billion yuan.

        >>> words_for("en").spoken.say("amount.scale.1000000000", number="1,200", currency="yuan")
        '1,200 billion yuan'
        """
        return replace(self, catalogue=self.catalogue.spoken)

    @property
    def native(self) -> dict[str, str]:
        """Streamlit's own words -> what stands for them in this language; empty where they are its own."""
        first = words_for(languages()[0]).catalogue.entries
        keys = [key for key in first if key.startswith("native.")]
        own = {str(first[key]): self.catalogue.entry(key) for key in keys}
        return {theirs: ours for theirs, ours in own.items() if theirs != ours}

    def rule(self, case: int) -> str:
        """The rule of one case (1 to 13) in words."""
        return self.say(f"rule.{case}")

    def rules(self) -> tuple[str, ...]:
        """All thirteen rules, in their order."""
        return tuple(self.rule(case) for case in CASES)

    def headline_rule(self) -> str:
        """How readings become a headline."""
        return self.say("rules.headline")

    def counting_rule(self) -> str:
        """Which readings count."""
        return self.say("rules.counting")

    def document(self, source: Source, records: Records) -> str:
        """The title of a document; of a plan itself the plan's own, without what the title adds for other readers."""
        for plan in records.plans.values():
            title = self.text(plan.title)
            if plan.source == source.id and title and source.title.startswith(title):
                number = plan.document_number
                return self.say("document.numbered", title=title, number=number) if number else title
        return self.named(source.title)

    # Vocabulary

    verdict = _Section[Verdict]()  # ``Met``, as a label
    verdict_inside = _Section[Verdict]()  # ``met``, inside a sentence
    not_counted = _Section[NotCounted]()  # why a reading is listed and not counted
    reason = _Section[Reason]()  # why a reading says what it says
    refusal = _Section[Refusal]()  # why a pace is not computed
    path = _Section[Path]()  # ``linear path``
    answer = _Section[Answer]()  # what a benchmark says of a goal
    delivered = _Section[Delivered]()  # where a deliverable stands
    delivery_state = _Section[DeliveryState]()  # what a document says of it
    independence = _Section[Independence]()  # ``self-reported``
    independence_note = _Section[Independence]()  # what is meant by it
    kind = _Section[Kind]()  # ``estimate``
    bound = _Section[Bound]()  # ``more than``
    verification = _Section[Verification]()  # how far a figure or a wording was checked
    source_kind = _Section[SourceKind]()  # what sort of document a source is
    access = _Section[Access]()  # how directly a figure reaches us
    claim_kind = _Section[ClaimKind]()  # what a claim asserts
    assessment = _Section[Assessment]()  # how a claim compares with the data here


@lru_cache(maxsize=16)
def words_for(language: str) -> Words:
    """The words of a language.

    Raises:
        ValueError: there is no catalogue for it.

    >>> words_for("en").number(1200)
    '1,200'
    """
    if language not in languages():
        raise ValueError(f"there are no words in '{language}'; there are in {', '.join(languages())}")
    return Words(read_catalogue(FOLDER / language))
