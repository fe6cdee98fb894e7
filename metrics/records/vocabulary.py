"""The closed word lists of the records: every enumeration that a data file may use, and what each word means.

Nothing comes in. Out: enumerations of a :class:`Word`. Open lists (units, indicator families, event categories)
are declared in the data files themselves, so that another plan can bring its own.
"""

from enum import StrEnum
from typing import Literal, Self


class Word(StrEnum):
    """A word that may stand in a field, and what it means to the person who writes it there.

    >>> Comparator(">").meaning
    'more than the value; the value itself is not enough'
    """

    _value_: str
    meaning: str

    def __new__(cls, value: str, meaning: str = "") -> Self:
        word = str.__new__(cls, value)
        word._value_ = value
        word.meaning = meaning
        return word


class Comparator(Word):
    """How a value is compared with a target. ``~`` is two-sided."""

    MORE = ">", "more than the value; the value itself is not enough"
    AT_LEAST = ">=", "the value or more"
    LESS = "<", "less than the value; the value itself is too much"
    AT_MOST = "<=", "the value or less"
    ABOUT = "~", "about the value, within 10 per cent of it; or from value to value_high"


class DeclaredPath(Word):
    """How a plan itself says that a quantity shall travel to its target."""

    LINEAR = "linear", "by the same amount each year"
    COMPOUND = "compound", "by the same per cent each year"


class NamedBy(Word):
    """Which of the two calendar years that a fiscal or school year touches gives it its name."""

    START = "start", "the one in which it begins"
    END = "end", "the one in which it ends"


class Seasonality(Word):
    """Which part of a year is comparable only with itself in other years."""

    QUARTERS = "quarters", "a quarter is compared with the same quarter of other years only"


class Measure(Word):
    """What kind of quantity an indicator is."""

    FLOW = "flow", "an amount over a period, such as sales of a year"
    STOCK = "stock", "a count as of a day, such as firms at the end of a year"
    RATIO = "ratio", "a share, a rate or a value per head"


class Calculated(Word):
    """How the figures of an indicator follow from those of another."""

    CHANGE = "change", "by how many per cent it has changed since the base period"
    DIFFERENCE = "difference", "by how much it has changed since the base period"
    TIMES = "times", "how many times as large as in the base period"
    INDEX = "index", "the base period as 100"
    YEARLY_GROWTH = "yearly_growth", "by how many per cent it has changed in a year"
    AVERAGE_GROWTH = "average_growth", "by how many per cent a year it has changed since the base period"
    TOTAL = "total", "the sum of all years from the first one on"
    GROUP = "group", "the figure of one group"
    GAP = "gap", "the figure of the first group less that of the second"
    GROUP_RATIO = "group_ratio", "the figure of the first group divided by that of the second"
    LOWEST = "lowest", "the lowest of the groups"
    HIGHEST = "highest", "the highest of the groups"


class Direction(Word):
    """Which way counts as progress."""

    UP = "up", "more counts as progress"
    DOWN = "down", "less counts as progress"


class Comparability(Word):
    """How the definition of a series relates to the definition in the target."""

    SAME = "same", "it counts what the target means"
    UNDEFINED = "undefined", "it cannot be told: the target or the series has no definition"
    WIDER = "wider", "it counts what the target means, and more"
    NARROWER = "narrower", "it counts a part of what the target means"
    DIFFERENT = "different", "it counts another thing; it is shown and never judged"


class Independence(Word):
    """Who counts, seen from the body that is judged."""

    SELF_REPORTED = "self_reported", "the body that is judged, or one under it, speaks of itself"
    STATE_AFFILIATED = (
        "state_affiliated",
        "an institute, association, university or newspaper under the state that is judged",
    )
    INDEPENDENT = "independent", "a reporter outside the state that is judged"


class PriceBasis(Word):
    """The prices in which a money series is stated."""

    NOMINAL = "nominal", "money at the prices of each year"
    REAL_2021_USD = "real-2021-usd", "US dollars at the prices of 2021"
    NOT_MONEY = "n/a", "no money"


class Bound(Word):
    """How a published value is worded."""

    EXACT = "exact", "the value as it stands"
    AT_LEAST = "at_least", "the value or more"
    MORE_THAN = "more_than", "more than the value; how much more is not said"
    AT_MOST = "at_most", "the value or less"
    LESS_THAN = "less_than", "less than the value; how much less is not said"
    ABOUT = "about", "about the value: from low to high where they are given, else within 5 per cent of it"

    @property
    def opening(self) -> Literal["up", "down"] | None:
        """The side on which the value has no end; None: it has both ends.

        >>> Bound.MORE_THAN.opening, Bound.AT_MOST.opening, Bound.ABOUT.opening
        ('up', 'down', None)
        """
        if self in (Bound.AT_LEAST, Bound.MORE_THAN):
            return "up"
        return "down" if self in (Bound.AT_MOST, Bound.LESS_THAN) else None


class Kind(Word):
    """What sort of figure it is: actuals and estimates are judged, the others are not."""

    ACTUAL = "actual", "counted after the fact; it is judged"
    ESTIMATE = "estimate", "estimated by the reporter; it is judged"
    FORECAST = "forecast", "said before the fact; it is drawn and never judged"
    DERIVED = (
        "derived",
        "worked out by you from other figures; it serves to tell the pace and decides nothing else",
    )


class DeliveryState(Word):
    """What a document says of a deliverable, of one of its steps, or of one of the things that it counts."""

    DONE = "done", "it has been done; the date says when"
    PARTLY = "partly", "a part of it has been done; the date says as of when"
    NOT_DONE = "not_done", "it has not been done; the date says as of when"


class Verification(Word):
    """How far a figure or a wording was checked."""

    VERIFIED = "verified", "seen in the document, or in another that gives it"
    VERIFIED_SECONDARY = "verified_secondary", "seen only in a restatement, reprint or copy"
    RECALLED = "recalled", "from memory and not checked"
    RECALLED_HIGH = "recalled_high", "generally known; the exact wording is not checked"
    DERIVED = "derived", "worked out by you from other figures"


class Usable(Word):
    """Whether a figure may stand alone."""

    YES = "yes", "it can stand alone"
    FLAG = "flag", "it is judged and shown, but only with its note beside it"


class Quality(Word):
    """Whether an indicator's figures could be verified."""

    YES = "yes", "the figures could be checked"
    PARTLY = "partly", "some of the figures could be checked"
    NO = "no", "the figures could not be checked"


class SourceKind(Word):
    """What sort of document a source is."""

    OFFICIAL = "official", "a document of a government or public body"
    OFFICIAL_STATEMENT = "official_statement", "a speech, an answer or a press conference of a public body"
    RESEARCH_INSTITUTE = "research_institute", "a report of a research institute"
    ACADEMIC = "academic", "an article or book by scholars"
    MARKET_RESEARCH = "market_research", "a report of a firm that sells market figures"
    DATABASE = "database", "a table of figures that is kept up to date"
    PRESS = "press", "a newspaper, magazine or news agency"
    BLOG = "blog", "a page that anybody may write"


class Access(Word):
    """How directly a figure reaches us."""

    PRIMARY = "primary", "the document itself"
    REPUTABLE_PRESS = "reputable_press", "press of standing that restates it"
    SECONDARY_COPY = "secondary_copy", "a reprint, a digest, a transcription or data in another form"


class ClaimKind(Word):
    """What a claim asserts."""

    TARGET = "target", "what was promised"
    FIGURE = "figure", "a number for a time that has passed"
    PROJECTION = "projection", "a number for a time to come"
    QUALITATIVE = "qualitative", "a statement without a number"


class Assessment(Word):
    """How a claim compares with the data here."""

    CONSISTENT = "consistent", "it agrees with what the files hold, or was plainly reported"
    DOUBTFUL = (
        "doubtful",
        "it conflicts with what the files hold, is a firm's word about itself, or its number is wrong",
    )
    SUPERSEDED = "superseded", "it was right or open when it was written, and has been overtaken since"
    UNSOURCED = "unsourced", "it names no source, and none was found"


class SlidePage(Word):
    """A slide of words, which belongs to no target and no indicator."""

    TITLE = "title", "what all targets say together, and where each stands"
    HOW = "how", "how to read the slides"
    UNKNOWN = "unknown", "the targets of which nothing is known that counts"
    METHOD = "method", "the rules"
    SOURCES = "sources", "the documents"


class SlideDetail(Word):
    """How much a slide shows."""

    FULL = "full", "all that there is to show"
    BRIEF = "brief", "neither figures that do not count nor notes on method"


class WideForm(Word):
    """What the names of the columns are where the figures stand side by side."""

    PERIODS = "periods", "each column with figures is a period, which its name says"
    PLACES = "places", "each column with figures is a place, which its name says"


class DecimalSign(Word):
    """What stands before the decimals of a number."""

    POINT = ".", "a point, as in 1,234.5"
    COMMA = ",", "a comma, as in 1.234,5"


class FlagMeaning(Word):
    """What a publisher's mark says of a figure."""

    NONE = "none", "nothing that changes how it is read"
    PROVISIONAL = "provisional", "it is provisional"
    ESTIMATE = "estimate", "it is estimated"
    FORECAST = "forecast", "it is a forecast"
    BREAK = "break", "from here on something else is counted: figures belong to another series"
    MISSING = "missing", "there is no figure"
    ABOUT = "about", "it is about the value"
    AT_LEAST = "at_least", "it is the value or more"
    MORE_THAN = "more_than", "it is more than the value"
    AT_MOST = "at_most", "it is the value or less"
    LESS_THAN = "less_than", "it is less than the value"


class IndexType(Word):
    """Which price index a row of ``prices.csv`` belongs to."""

    CPI = "cpi", "consumer prices"
    GDP_DEFLATOR = "gdp_deflator", "the prices of all that an economy makes"
