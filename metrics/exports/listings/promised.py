"""What was promised, as listings: plans, targets, goals and benchmarks.

In: an extract. Out: one listing each, rows in the order of the files.
"""

from metrics.exports.extract import Extract
from metrics.exports.listings.columns import columns
from metrics.exports.listings.listing import Field, Listing, in_languages, listed, row
from metrics.records.model import Benchmark, Goal, Plan, Target

_KEY = ("id",)
_WHERE = "source read_through locator verification note"

plans = listed(
    "plans",
    columns(Plan, "id title label issuer document_number issued published known_from place source note"),
    lambda records: records.plans.values(),
)
TARGET = columns(
    Target,
    "id plan statement indicator comparator value value_high unit due place baseline_value baseline_period path "
    f"path_reason {_WHERE}",
)
goals = listed(
    "goals",
    columns(Goal, f"id plan statement indicator due {_WHERE}"),
    lambda records: records.goals.values(),
)
BENCHMARK = columns(
    Benchmark,
    "id goal statement series place comparator value other_place reason",
    Field("goal", required=True, listing="goals"),
)


def targets(taken: Extract) -> Listing:
    """The promises with a number."""
    found = (
        row(one, TARGET, **in_languages(path_reason=taken.as_then(one.path_reason)))
        for one in taken.records.targets.values()
    )
    return Listing("targets", _KEY, TARGET, tuple(found))


def benchmarks(taken: Extract) -> Listing:
    """The tests that this project chose, those whose series has a figure; the reason only with today's knowledge."""
    reason = in_languages(reason=None) if taken.is_earlier else {}
    found = (
        row(one, BENCHMARK, goal=goal.id, **reason)
        for goal in taken.records.goals.values()
        for one in goal.benchmarks
        if one.series in taken.records.series
    )
    return Listing("benchmarks", _KEY, BENCHMARK, tuple(found))
