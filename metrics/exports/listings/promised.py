"""What was promised, as listings: plans, targets, goals and benchmarks.

In: an extract. Out: one listing each, rows in the order of the files.
"""

from metrics.exports.extract import Extract
from metrics.exports.listings.listing import Listing, closed, fields, in_languages, row, texts
from metrics.records.vocabulary import Comparator, Verification

_KEY = ("id",)
_ID = fields("id", required=True)
_WHERE = (
    *fields("source", required=True, listing="sources"),
    *fields("read_through", listing="sources"),
    *texts("locator"),
    closed("verification", Verification),
    *texts("note"),
)

PLAN = (
    *_ID,
    *texts("title label issuer"),
    *fields("document_number"),
    *fields("issued", "period"),
    *fields("published", "period", required=True),
    *fields("known_from", "day", required=True),
    *fields("place", required=True, listing="places"),
    *fields("source", required=True, listing="sources"),
    *texts("note"),
)
TARGET = (
    *_ID,
    *fields("plan", required=True, listing="plans"),
    *texts("statement"),
    *fields("indicator", required=True, listing="indicators"),
    closed("comparator", Comparator),
    *fields("value", "number", required=True),
    *fields("value_high", "number"),
    *fields("unit", required=True, listing="units"),
    *fields("due", "day", required=True),
    *fields("place", required=True, listing="places"),
    *fields("baseline_value", "number"),
    *fields("baseline_period", "period"),
    closed("path", ("linear", "compound"), required=False),
    *texts("path_reason"),
    *_WHERE,
)
GOAL = (
    *_ID,
    *fields("plan", required=True, listing="plans"),
    *texts("statement"),
    *fields("indicator", listing="indicators"),
    *fields("due", "day", required=True),
    *_WHERE,
)
BENCHMARK = (
    *_ID,
    *fields("goal", required=True, listing="goals"),
    *texts("statement"),
    *fields("series", required=True, listing="series"),
    *fields("place", required=True, listing="places"),
    closed("comparator", Comparator),
    *fields("value", "number"),
    *fields("other_place", listing="places"),
    *texts("reason"),
)


def plans(taken: Extract) -> Listing:
    """The plans."""
    return Listing("plans", _KEY, PLAN, tuple(row(one, PLAN) for one in taken.records.plans.values()))


def targets(taken: Extract) -> Listing:
    """The promises with a number."""
    rows = (
        row(one, TARGET, **in_languages(path_reason=taken.as_then(one.path_reason)))
        for one in taken.records.targets.values()
    )
    return Listing("targets", _KEY, TARGET, tuple(rows))


def goals(taken: Extract) -> Listing:
    """The promises without a number."""
    return Listing("goals", _KEY, GOAL, tuple(row(one, GOAL) for one in taken.records.goals.values()))


def benchmarks(taken: Extract) -> Listing:
    """The tests that this project chose, those whose series has a figure; the reason only with today's knowledge."""
    reason = in_languages(reason=None) if taken.is_earlier else {}
    rows = (
        row(one, BENCHMARK, goal=goal.id, **reason)
        for goal in taken.records.goals.values()
        for one in goal.benchmarks
        if one.series in taken.records.series
    )
    return Listing("benchmarks", _KEY, BENCHMARK, tuple(rows))
