"""A deck made by hand, with every body and every mark; its figures are invented."""

from datetime import date

from metrics.figures.chart import Column, Table
from metrics.figures.points import PlottedPoint
from metrics.figures.slides.slide import (
    Deck,
    Lanes,
    Notes,
    Rows,
    Slide,
    SlideKind,
    SlideLane,
    SlideTarget,
    Stand,
    Statement,
)
from metrics.progress.result import Verdict
from metrics.records.vocabulary import Bound, Independence, Kind

STATE, SELF, OTHER = Independence.STATE_AFFILIATED, Independence.SELF_REPORTED, Independence.INDEPENDENT
PLAN = "China’s New Generation AI Development Plan, 2017"
RULE = "A reading counts with a figure for the 24 months up to the due date. More than half must agree"
NOTES = Notes(
    say=("Five of six readings lie past the target.", "The sixth has published nothing for the due year."),
    asked=(("Why is there no one figure?", "Each reporter counts something else."),),
    caveats=("“More than” has no upper end.",),
)
TABLE = Table(
    (Column("series", "Series"), Column("value", "Value", numeric=True), Column("published", "Published")),
    (("one", 1200.0, date(2026, 3, 5)), ("two", 269.7, None)),
)


def lane(name, note, figure, value, word="Met", *, verdict=Verdict.MET, bound=None, spread=None, **more):
    given = {"independence": STATE, "counts": True, "kind": Kind.ACTUAL, "provisional": False} | more
    bound = bound or (Bound.MORE_THAN if figure.startswith(">") else Bound.EXACT)
    hollow = given.pop("kind") is not Kind.ACTUAL or not given["counts"]
    provisional, who = given.pop("provisional"), given["independence"] is OTHER
    look = PlottedPoint(who, bound.opening, hollow, provisional, bound is Bound.ABOUT, spread)
    series = name.lower()
    return SlideLane(
        series, name, note, figure=figure, value=value, look=look, verdict=verdict, word=word, **given
    )


def listed(name, note, figure, value, word, **more):
    return lane(name, note, figure, value, word, verdict=None, counts=False, **more)


def slide(key, kind, title, body, **more):
    given = {
        "kicker": PLAN,
        "subtitle": "",
        "stand": None,
        "table": TABLE,
        "alt": f"Lanes: {title}",
        "sources": "MIIT, 5 Mar 2026; CAICT, 3 Aug 2026; CCID, 26 Apr 2025; NDRC, 29 May 2025; iResearch, 2025",
        "rule": RULE,
        "address": f"target?target={key}",
        "notes": NOTES,
    }
    return Slide(id=key, kind=kind, title=title, body=body, **(given | more))


def post(value, top=None):
    return SlideTarget(value, top, f"target: more than {value:g}", ((0.0, value),))


LANES = Lanes(
    counted=(
        lane("MIIT", "industry ministry, for 2025", "> 1,200", 1200.0, independence=SELF),
        lane("CAICT, new series", "state institute, for 2025", "> 1,200", 1200.0),
        lane("CCID", "state institute, for 2024", "> 700", 700.0, "Met early", verdict=Verdict.MET_EARLY),
        lane(
            "NDRC",
            "planning commission, April 2025",
            "≈ 600",
            600.0,
            bound=Bound.ABOUT,
        ),
        lane("Premier", "in a speech, July 2024", "> 500", 500.0, "Met early", verdict=Verdict.MET_EARLY),
        lane(
            "iResearch",
            "consultancy, for 2024, none since",
            "269.7",
            269.7,
            "Due, not verified",
            verdict=Verdict.UNVERIFIED,
            independence=OTHER,
        ),
    ),
    listed=(),
    goalpost=post(400.0),
    top=1400.0,
    ticks=((0.0, "0"), (400.0, "400"), (800.0, "800"), (1200.0, "1,200")),
    unit="RMB billion",
    listed_head="Listed, not counted",
)
CONTESTED = Lanes(
    counted=(
        lane("CAICT, 2020 map", "state institute", "303.1", 303.1),
        lane("Shi Yong", "State Council counsellor", "160.7", 160.7, provisional=True),
        lane(
            "MIIT, 2019–20 series",
            "industry ministry, December",
            "> 100",
            100.0,
            "Inconclusive",
            verdict=Verdict.INCONCLUSIVE,
        ),
    ),
    listed=(
        listed("NDRC", "planning commission, 2019", "> 160", 160.0, "forecast", kind=Kind.FORECAST),
        listed(
            "iiMedia",
            "consultancy, 2020",
            "> 150",
            150.0,
            "forecast: the target itself",
            kind=Kind.FORECAST,
            independence=OTHER,
        ),
        listed("MIIT", "first half, US$11.7 bn", "≈ 77", 77.0, "half a year", bound=Bound.ABOUT),
        listed("ISC", "internet society, 2019", "71", 71.0, "forecast", kind=Kind.FORECAST),
    ),
    goalpost=post(150.0),
    top=340.0,
    ticks=((0.0, "0"), (100.0, "100"), (150.0, "150"), (200.0, "200"), (300.0, "300")),
    unit="RMB billion",
    listed_head="Listed, not counted",
)
CROWDED = Lanes(
    counted=(
        lane(
            "Ministry of Industry and Information",
            "as said at the yearly conference",
            "49.5–51",
            50.0,
            "Depends on the path",
            verdict=Verdict.DEPENDS_ON_PATH,
            spread=(49.5, 51.0),
        ),
        lane(
            "National statistics, revised",
            "statistics office, first half of 2020",
            "< 97.25%",
            97.25,
            "Going backwards",
            verdict=Verdict.GOING_BACKWARDS,
            bound=Bound.LESS_THAN,
        ),
        *(
            lane(
                f"Consultancy number {n}",
                "consultancy, for 2024, none since",
                "269.7",
                60.0 + n,
                "Due, not verified",
                verdict=Verdict.UNVERIFIED,
                independence=OTHER,
            )
            for n in range(2)
        ),
    ),
    listed=tuple(
        listed(
            f"Reporter {n} of the regions",
            "a long note on what it counted",
            "≈ 77",
            70.0,
            "not comparable: wider",
        )
        for n in range(1)
    ),
    goalpost=SlideTarget(
        50.0, 90.0, "target: 50 to 90 institutions of all kinds", ((0.0, 50.0), (90.0, None))
    ),
    top=110.0,
    ticks=tuple((float(n), f"{n},000") for n in range(0, 110, 10)),
    unit="institutions",
    listed_head="Listed, not counted",
)
DECK = Deck(
    slides=(
        slide(
            "title",
            SlideKind.TITLE,
            "Of ten dated targets, one is met, one is contested and eight cannot be checked",
            Statement(
                (
                    (Verdict.MET, "Core AI industry in 2025: met on 5 of 6 readings; 1 not verified"),
                    (Verdict.INCONCLUSIVE, "Core AI industry in 2030: inconclusive, contested: 2 of 5 above"),
                    (Verdict.NO_DATA, "Eight others: no published figure was found for what was promised"),
                ),
                "Whether a target was met depends on who counts and how.",
            ),
        ),
        slide(
            "how",
            SlideKind.HOW,
            "How to read what follows",
            Statement(
                (
                    (None, "A reading is one reporter with one definition. Readings are never joined."),
                    (None, "Right of the black line means past the target."),
                    (None, "Orange diamonds are independent of the state."),
                )
            ),
            table=Table((), ()),
        ),
        slide(
            "aidp-2025-core",
            SlideKind.TARGET,
            "The 2025 AI-industry target is met on five of six readings",
            LANES,
            subtitle="Core AI industry, RMB billion, due 31 December 2025",
            stand=Stand(Verdict.MET, True, "Met on 5 of 6; 1 not verified"),
        ),
        slide(
            "aidp-2020-core",
            SlideKind.TARGET,
            "Whether the 2020 target was met depends on who counts",
            CONTESTED,
            subtitle="AI industry in 2020, RMB billion, due 31 December 2020",
            stand=Stand(Verdict.MET, True, "Met on 2 of 3; 1 inconclusive"),
        ),
        slide(
            "aidp-2020-core",
            SlideKind.TARGET,
            "A crowded slide whose title is far too long for a single line, and needs a second one",
            CROWDED,
            subtitle="Key research centres and institutions of all kinds, institutions, China, due 31 December 2020",
            stand=Stand(Verdict.INCONCLUSIVE, False, "Inconclusive, contested: 2 of 5 above"),
            sources="; ".join(f"Consultancy number {n}, 26 Apr 202{n}" for n in range(8)),
            part=2,
            parts=2,
        ),
        slide(
            "unknown",
            SlideKind.UNKNOWN,
            "What is not known",
            Rows(
                ("Target", "Due", "Why there is no verdict"),
                tuple(
                    (
                        f"Target number {n} of the ministry",
                        "by the end of 2020",
                        "No published figure was found.",
                    )
                    for n in range(8)
                ),
                "and 2 more, on the page of targets",
            ),
        ),
        slide(
            "sources",
            SlideKind.SOURCES,
            "Where the figures come from",
            Rows(
                ("Document", "Published", "Who speaks"), (("Yearly report", "3 Aug 2026", "state institute"),)
            ),
        ),
    ),
    title="China’s AI plan: what was promised, what was reported",
    language="en",
    known_on=date(2026, 11, 28),
    known="Known on 28 Nov 2026",
)
