"""The closed word lists of the records: every enumeration that a data file may use.

Open lists (units, indicator families, event categories) are declared in the data files
themselves, so that another plan can bring its own.
"""

from enum import StrEnum


class Comparator(StrEnum):
    """How a value is held against a target. ``~`` is two-sided."""

    MORE = ">"
    AT_LEAST = ">="
    LESS = "<"
    AT_MOST = "<="
    ABOUT = "~"


class Measure(StrEnum):
    """What kind of quantity an indicator is."""

    FLOW = "flow"  # an amount over a period
    STOCK = "stock"  # a count as of a day
    RATIO = "ratio"  # a share, rate or per-head value


class Direction(StrEnum):
    """Which way counts as progress."""

    UP = "up"
    DOWN = "down"


class Comparability(StrEnum):
    """How the definition of a series relates to the definition in the target."""

    SAME = "same"
    UNDEFINED = "undefined"  # cannot be told: one side has no definition
    WIDER = "wider"
    NARROWER = "narrower"
    DIFFERENT = "different"  # another thing: never judged


class Independence(StrEnum):
    """Who counts, seen from the body that is judged."""

    SELF_REPORTED = "self_reported"
    STATE_AFFILIATED = "state_affiliated"
    INDEPENDENT = "independent"


class PriceBasis(StrEnum):
    """The prices in which a money series is stated."""

    NOMINAL = "nominal"
    REAL_2021_USD = "real-2021-usd"
    NOT_MONEY = "n/a"


class Bound(StrEnum):
    """How a published value is worded."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    ABOUT = "about"


class Kind(StrEnum):
    """What a value is: actuals and estimates are judged, the others are not."""

    ACTUAL = "actual"
    ESTIMATE = "estimate"
    FORECAST = "forecast"
    DERIVED = "derived"


class Verification(StrEnum):
    """How far a figure or a wording was checked."""

    VERIFIED = "verified"
    VERIFIED_SECONDARY = "verified_secondary"
    RECALLED = "recalled"
    RECALLED_HIGH = "recalled_high"
    DERIVED = "derived"


class Usable(StrEnum):
    """``flag``: judged and shown, but only with the note beside it."""

    YES = "yes"
    FLAG = "flag"


class Quality(StrEnum):
    """Whether an indicator's figures could be verified."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class SourceKind(StrEnum):
    """What sort of document a source is."""

    OFFICIAL = "official"
    OFFICIAL_STATEMENT = "official_statement"
    RESEARCH_INSTITUTE = "research_institute"
    ACADEMIC = "academic"
    MARKET_RESEARCH = "market_research"
    DATABASE = "database"
    PRESS = "press"
    BLOG = "blog"


class Access(StrEnum):
    """How directly a figure reaches us."""

    PRIMARY = "primary"
    REPUTABLE_PRESS = "reputable_press"
    SECONDARY_COPY = "secondary_copy"


class ClaimKind(StrEnum):
    """What a claim asserts."""

    TARGET = "target"
    FIGURE = "figure"
    PROJECTION = "projection"
    QUALITATIVE = "qualitative"


class Assessment(StrEnum):
    """How a claim stands against what is held here."""

    CONSISTENT = "consistent"
    DOUBTFUL = "doubtful"
    SUPERSEDED = "superseded"
    UNSOURCED = "unsourced"


class IndexType(StrEnum):
    """Which price index a row of ``prices.csv`` belongs to."""

    CPI = "cpi"
    GDP_DEFLATOR = "gdp_deflator"
