"""Words: everything the house can say in one language, behind one door.

In: records and results. Out: text, raw: what comes from data files is escaped where HTML or Markdown is
made. The pages, the slides, the files and the command line all speak through :func:`words_for`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from metrics.progress.alternatives import Alternatives
from metrics.progress.history import Cause, Step
from metrics.progress.needed import Needed
from metrics.progress.result import (
    Answer,
    Headline,
    NotCounted,
    Path,
    Reading,
    Reason,
    Refusal,
    Status,
    Verdict,
)
from metrics.progress.sizes import resized
from metrics.records.model import Observation, Source
from metrics.records.problem import Problem
from metrics.records.store import Records
from metrics.records.vocabulary import (
    Access,
    Assessment,
    Bound,
    ClaimKind,
    Comparability,
    Independence,
    Kind,
    Measure,
    Quality,
    SourceKind,
    Usable,
    Verification,
)
from metrics.words import (
    alternatives,
    causes,
    cautions,
    headlines,
    needed,
    overview,
    problems,
    readings,
    turned,
)
from metrics.words.alternatives import Alternative
from metrics.words.catalogue import FOLDER, languages, read_catalogue
from metrics.words.causes import CauseLine
from metrics.words.overview import Overview
from metrics.words.phrases import Phrases

CASES = range(1, 14)


@dataclass(frozen=True)
class Words(Phrases):
    """One language: its formats, its vocabulary and its sentences."""

    # Sentences

    def headline(self, status: Status) -> str:
        """``Met on 5 of 6; 1 not verified``."""
        return headlines.headline(self, status)

    def headline_full(self, status: Status) -> str:
        """``Met on 5 of 6 readings; 1 due, not verified: 269.7 in 2024``, the accessible phrase."""
        return headlines.headline_full(self, status)

    def headline_short(self, status: Status) -> tuple[str, str]:
        """``("Met", "5 of 6")``, for a narrow cell; the second may be empty."""
        return headlines.headline_short(self, status)

    def group_headline(self, headline: Headline | None) -> str:
        """The headline of the independent series, or of those of the state, standing alone."""
        return headlines.group_headline(self, headline)

    def reading(self, reading: Reading, status: Status, records: Records) -> str:
        """What one series says of the target, in a few sentences."""
        return self.paragraph(self.reading_sentences(reading, status, records))

    def reading_sentences(self, reading: Reading, status: Status, records: Records) -> tuple[str, ...]:
        """The same, sentence by sentence; the first one stands alone."""
        return readings.sentences(self, reading, status.known_on, records)

    def cautions(self, figure: Observation, records: Records) -> tuple[str, ...]:
        """What must stand beside a figure, see :func:`metrics.words.cautions.cautions`."""
        return cautions.cautions(self, figure, records)

    def ahead(self, figure: Observation, records: Records) -> tuple[str, ...]:
        """That a figure was public before its document, see :func:`metrics.words.cautions.ahead`."""
        return cautions.ahead(self, figure, records)

    def not_added(self, shown: Iterable[str], records: Records) -> tuple[str, ...]:
        """Which of some series must not be added, see :func:`metrics.words.cautions.not_added`."""
        return cautions.not_added(self, shown, records)

    def full_note(self, figure: Observation, records: Records) -> str:
        """The note of a figure, flagged or not, with what must stand beside it."""
        told = [*cautions.overlap(self, figure, records), *cautions.ahead(self, figure, records)]
        return self.paragraph([self.text(figure.note), *told] if figure.note else told)

    def alternatives(self, found: Alternatives, status: Status, records: Records) -> tuple[Alternative, ...]:
        """What would flip the headline, one by one, see :func:`metrics.words.alternatives.alternatives`."""
        return alternatives.alternatives(self, found, status, records)

    def overview(
        self,
        statuses: Sequence[Status],
        records: Records,
        known_on: date | None = None,
        plans: Sequence[str] | None = None,
    ) -> Overview:
        """The sentence of the first screen, see :func:`metrics.words.overview.overview`."""
        return overview.overview(self, statuses, records, known_on, plans)

    def told(self, records: Records) -> Records:
        """The records in the sizes of units that this language tells figures in: 3031亿元 for RMB 303.1 bn.

        For showing only; what people take away is made from the records as they are published.
        """
        return resized(records, self.own_units(records.units.values()))

    def causes(self, cause: Cause, records: Records) -> tuple[CauseLine, ...]:
        """What made a headline change: a line for each publication, and for what the calendar did."""
        return causes.causes(self, cause, records)

    def turned(self, step: Step, records: Records, *, unit: bool = True) -> str:
        """Since when the verdict of a headline stands, and whose figure turned it."""
        return turned.turned(self, step, records, unit=unit)

    def turned_short(self, step: Step) -> str:
        """Since when, without by whom."""
        return turned.turned_short(self, step)

    def needed(self, way: Needed, records: Records) -> str:
        """What a series needs from its latest figure on, in a sentence."""
        return needed.needed(self, way, records)

    def needed_line(self, ways: Sequence[Needed], records: Records) -> str:
        """What the readings of a target need from here, in one line."""
        return needed.needed_line(self, ways, records)

    @property
    def native(self) -> dict[str, str]:
        """Streamlit's own words -> what stands for them in this language; empty where they are its own."""
        first = read_catalogue(FOLDER / languages()[0]).entries
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

    # Problems of data files

    def problem_title(self, problem: Problem) -> str:
        """``Not a number``, for a list."""
        return problems.problem_title(self, problem)

    def problem_message(self, problem: Problem) -> str:
        """What stands there, what may stand there, and the likely fix."""
        return problems.problem_message(self, problem)

    def problem_line(self, problem: Problem) -> str:
        """The same after its file, line and field."""
        return problems.problem_line(self, problem)

    # Vocabulary

    def verdict(self, verdict: Verdict) -> str:
        """``Met``, as a label."""
        return self.say(f"verdict.{verdict}")

    def verdict_inside(self, verdict: Verdict) -> str:
        """``met``, inside a sentence."""
        return self.say(f"verdict_inside.{verdict}")

    def not_counted(self, not_counted: NotCounted) -> str:
        """Why a reading is listed and not counted."""
        return self.say(f"not_counted.{not_counted}")

    def reason(self, reason: Reason) -> str:
        """Why a reading says what it says."""
        return self.say(f"reason.{reason}")

    def refusal(self, refusal: Refusal) -> str:
        """Why a pace is not computed."""
        return self.say(f"refusal.{refusal}")

    def path(self, path: Path) -> str:
        """``linear path``."""
        return self.say(f"path.{path}")

    def answer(self, answer: Answer) -> str:
        """What a benchmark says of a goal."""
        return self.say(f"answer.{answer}")

    def independence(self, independence: Independence) -> str:
        """``self-reported``."""
        return self.say(f"independence.{independence}")

    def independence_note(self, independence: Independence) -> str:
        """What is meant by it."""
        return self.say(f"independence_note.{independence}")

    def comparability(self, comparability: Comparability) -> str:
        """``wider definition``."""
        return self.say(f"comparability.{comparability}")

    def measure(self, measure: Measure) -> str:
        """``amount over a period``."""
        return self.say(f"measure.{measure}")

    def kind(self, kind: Kind) -> str:
        """``estimate``."""
        return self.say(f"kind.{kind}")

    def bound(self, bound: Bound) -> str:
        """``more than``."""
        return self.say(f"bound.{bound}")

    def verification(self, verification: Verification) -> str:
        """How far a figure or a wording was checked."""
        return self.say(f"verification.{verification}")

    def usable(self, usable: Usable) -> str:
        """Whether a figure may stand without its note."""
        return self.say(f"usable.{usable}")

    def quality(self, quality: Quality) -> str:
        """Whether an indicator's figures could be verified."""
        return self.say(f"quality.{quality}")

    def source_kind(self, kind: SourceKind) -> str:
        """What sort of document a source is."""
        return self.say(f"source_kind.{kind}")

    def access(self, access: Access) -> str:
        """How directly a figure reaches us."""
        return self.say(f"access.{access}")

    def claim_kind(self, kind: ClaimKind) -> str:
        """What a claim asserts."""
        return self.say(f"claim_kind.{kind}")

    def assessment(self, assessment: Assessment) -> str:
        """How a claim stands against what is held here."""
        return self.say(f"assessment.{assessment}")


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
