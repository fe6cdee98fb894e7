"""From records to verdicts: known on, readings, headline, pace, benchmarks, coverage, currency.

In: the frozen records. Out: frozen results (``result``) without a word of prose. The rules stand in
docs/verdicts.md. Reading order: ``intervals``, ``known``, ``evidence``, ``due_period``,
``pace``, ``reading``, ``headline``, ``assess``, ``history``, ``changes``, ``supposition``,
``alternatives``; beside them ``needed``, ``lead``, ``benchmarks``, ``coverage``, ``currency`` and ``sizes``.
"""

from metrics.progress.about import asked_about, indicators_about
from metrics.progress.alternatives import (
    Alternatives,
    LeftOut,
    OtherDay,
    OtherFigure,
    OtherPath,
    alternatives,
    flips,
)
from metrics.progress.assess import assess, exists_on, judge
from metrics.progress.benchmarks import BenchmarkResult, count_answers, goal_results
from metrics.progress.changes import Changes, HeadlineChange, ReadingChange, Revision, changes
from metrics.progress.currency import Conversion, NotConverted, convert
from metrics.progress.headline import STRONGEST_FIRST, group_headline, headline, side_of
from metrics.progress.history import Cause, History, Publication, Step, flips_by_day, histories, history
from metrics.progress.intervals import Interval, compare, interval, satisfies
from metrics.progress.known import as_known_on, judged, with_hindsight
from metrics.progress.lead import ranked_indicators, ranked_series
from metrics.progress.needed import Needed, needed, needed_of
from metrics.progress.result import (
    Answer,
    Headline,
    NotCounted,
    Pace,
    Path,
    Point,
    Progress,
    Reading,
    Reason,
    Refusal,
    Side,
    Status,
    Verdict,
)

__all__ = [
    "STRONGEST_FIRST",
    "Alternatives",
    "Answer",
    "BenchmarkResult",
    "Cause",
    "Changes",
    "Conversion",
    "Headline",
    "HeadlineChange",
    "History",
    "Interval",
    "LeftOut",
    "Needed",
    "NotConverted",
    "NotCounted",
    "OtherDay",
    "OtherFigure",
    "OtherPath",
    "Pace",
    "Path",
    "Point",
    "Progress",
    "Publication",
    "Reading",
    "ReadingChange",
    "Reason",
    "Refusal",
    "Revision",
    "Side",
    "Status",
    "Step",
    "Verdict",
    "alternatives",
    "as_known_on",
    "asked_about",
    "assess",
    "changes",
    "compare",
    "convert",
    "count_answers",
    "exists_on",
    "flips",
    "flips_by_day",
    "goal_results",
    "group_headline",
    "headline",
    "histories",
    "history",
    "indicators_about",
    "interval",
    "judge",
    "judged",
    "needed",
    "needed_of",
    "ranked_indicators",
    "ranked_series",
    "satisfies",
    "side_of",
    "with_hindsight",
]
