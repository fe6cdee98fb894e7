"""What was promised, as listings: plans, targets, goals and benchmarks.

In: an extract. Out: one listing each, rows in the order of the files. Reasons are shown as they were known on the day, those
of benchmarks with today's knowledge only; a benchmark is listed when its series has a figure.
"""

from collections.abc import Iterator

from metrics.exports.extract import Extract
from metrics.exports.listings.columns import listed
from metrics.exports.listings.listing import Field
from metrics.records.model import Benchmark, Goal, Plan, Target

_WHERE = "source read_through locator verification note"


def _goal_of(one: Benchmark, taken: Extract) -> dict[str, object]:
    goal = next(goal.id for goal in taken.records.goals.values() if one in goal.benchmarks)
    return {"goal": goal} | ({"reason": None} if taken.is_earlier else {})


def _benchmarks(taken: Extract) -> Iterator[Benchmark]:
    for goal in taken.records.goals.values():
        yield from (one for one in goal.benchmarks if one.series in taken.records.series)


PROMISED = (
    listed(
        "plans",
        Plan,
        "id title label issuer document_number issued published known_from place source note",
    ),
    listed(
        "targets",
        Target,
        "id plan statement indicator comparator value value_high unit due place baseline_value baseline_period path "
        f"path_reason {_WHERE}",
        instead=lambda one, taken: {"path_reason": taken.as_then(one.path_reason)},
    ),
    listed("goals", Goal, f"id plan statement indicator due {_WHERE}"),
    listed(
        "benchmarks",
        Benchmark,
        "id goal statement series place comparator value other_place reason",
        Field("goal", required=True, listing="goals"),
        of=_benchmarks,
        instead=_goal_of,
    ),
)
