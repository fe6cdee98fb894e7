"""From records to verdicts: known on, readings, headline, pace, benchmarks, coverage, currency.

In: the frozen records. Out: frozen results (``result``) without a word of prose. The rules stand in
docs/verdicts.md. Reading order: ``intervals``, ``known``, ``evidence``, ``due_period``,
``pace``, ``reading``, ``headline``, ``assess``, ``history``, ``changes``, ``supposition``,
``alternatives``; beside them ``needed``, ``lead``, ``benchmarks``, ``deliveries``, ``coverage``, ``currency`` and ``sizes``.
"""

from metrics.progress.about import asked_about
from metrics.progress.alternatives import alternatives
from metrics.progress.assess import assess
from metrics.progress.benchmarks import BenchmarkResult, goal_results
from metrics.progress.changes import Changes, changes
from metrics.progress.deliveries import deliveries, delivery, delivery_history, own_ratings
from metrics.progress.headline import side_of
from metrics.progress.history import History, histories, history
from metrics.progress.intervals import satisfies
from metrics.progress.known import as_known_on, with_hindsight

__all__ = [
    "BenchmarkResult",
    "Changes",
    "History",
    "alternatives",
    "as_known_on",
    "asked_about",
    "assess",
    "changes",
    "deliveries",
    "delivery",
    "delivery_history",
    "goal_results",
    "histories",
    "history",
    "own_ratings",
    "satisfies",
    "side_of",
    "with_hindsight",
]
