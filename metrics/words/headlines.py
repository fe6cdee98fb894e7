"""Headlines: what the readings of one target say together, in words.

In: a status. Out: the headline as a line, in full (the accessible phrase, with the figures of the
readings that do not agree), and cut in two for a narrow cell. The wording always names what the rest say.
"""

from collections.abc import Sequence
from functools import reduce

from metrics.progress.headline import side_of
from metrics.progress.result import Headline, NotCounted, Reading, Reason, Status, Verdict
from metrics.records.model import Observation
from metrics.words.editions import edition_clause, edition_joined, edition_mark, ended_headline
from metrics.words.phrases import Phrases, capitalised

FIGURES = 3  # so many figures of one verdict are named in the full phrase; more stand in the readings

_WITH_FIGURES = (Verdict.UNVERIFIED, Verdict.INCONCLUSIVE, Verdict.MISSED)
_SILENT = (NotCounted.NOT_COMPARABLE, NotCounted.NO_FIGURE)


def headline(words: Phrases, status: Status) -> str:
    """The headline as one line: ``Met on 5 of 6; 1 not verified``; after it what became of a promise that was due."""
    return edition_joined(words, headline_main(words, status), edition_clause(words, status))


def headline_main(words: Phrases, status: Status) -> str:
    """The same without what became of the promise."""
    summary = status.headline
    if summary.verdict is Verdict.ENDED:
        return ended_headline(words, status)
    if summary.n == 0:
        return _without_counted(words, status)
    return group_headline(words, summary)


def headline_full(words: Phrases, status: Status) -> str:
    """The whole phrase: ``Met on 5 of 6 readings; 1 due, not verified: 269.7 in 2024``."""
    return edition_joined(words, _main_full(words, status), edition_clause(words, status))


def _main_full(words: Phrases, status: Status) -> str:
    summary = status.headline
    if summary.verdict is Verdict.ENDED:
        return ended_headline(words, status)
    if summary.n == 0:
        return _without_counted(words, status, full=True)
    if summary.n == 1:
        return _only(words, summary, status.counted[0])
    if summary.k == 0 and len(summary.tally) == 1:
        return _agreed(words, summary, full=True)
    if summary.k == 0:
        return _divided(words, summary)
    key = _share(summary, "headline.every_long", "headline.majority_long", "headline.majority_contested_long")
    main = words.say(key, verdict=words.say(f"verdict.{summary.verdict}"), k=summary.k, n=summary.n)
    return _with_rest(words, main, summary, status.counted)


def group_headline(words: Phrases, summary: Headline | None) -> str:
    """The headline of the series of some groups by themselves, or that there is no such series."""
    if summary is None:
        return words.say("headline.no_series")
    if summary.n == 0:
        return words.say(f"verdict.{summary.verdict}")
    if summary.n == 1 or (summary.k == 0 and len(summary.tally) == 1):
        return _agreed(words, summary)
    if summary.k == 0:
        return _divided(words, summary)
    key = _share(summary, "headline.every", "headline.majority", "headline.majority_contested")
    main = words.say(key, verdict=words.say(f"verdict.{summary.verdict}"), k=summary.k, n=summary.n)
    return _with_rest(words, main, summary)


def headline_short(words: Phrases, status: Status) -> tuple[str, str]:
    """The verdict and, in few words, on what it rests: ``("Met", "5 of 6")``; and whether the promise was changed."""
    verdict, rests = _short(words, status)
    mark = edition_mark(words, status)
    return verdict, words.say(
        "headline_short.changed", tally=rests, mark=mark
    ) if rests and mark else rests or mark


def _short(words: Phrases, status: Status) -> tuple[str, str]:
    summary = status.headline
    verdict = words.say(f"verdict.{summary.verdict}")
    if summary.verdict is Verdict.ENDED:
        return verdict, ""
    if summary.n == 0:
        says_all = summary.verdict in (Verdict.NO_DATA, Verdict.NOT_COMPARABLE)
        return verdict, "" if says_all else words.say("headline_short.no_count")
    if summary.n == 1:
        return verdict, words.say("headline_short.only")
    if summary.k:
        every, most = "headline_short.every", "headline_short.majority"
        key = _share(summary, every, most, "headline_short.majority_contested")
        return verdict, words.say(key, k=summary.k, n=summary.n)
    if len(summary.tally) == 1 and not summary.contested:
        return verdict, words.say("headline_short.agreed", n=summary.n)
    if summary.contested:
        return verdict, words.say("headline_short.contested")
    first, n = summary.tally[0]
    if first is Verdict.MET:
        n = sum(more for one, more in summary.tally if one in (Verdict.MET, Verdict.MET_EARLY))
    return verdict, words.say(f"tally_short.{first}", n=n, all=summary.n)


def _share(summary: Headline, every: str, majority: str, contested: str) -> str:
    """One of three keys: by whether all that count are on the side of the headline, or more than half of them."""
    if summary.k == summary.n:
        return every
    return contested if summary.contested else majority


def _only(words: Phrases, summary: Headline, reading: Reading) -> str:
    figure = nearest_figure(reading)
    if summary.verdict not in _WITH_FIGURES or figure is None:
        return _agreed(words, summary)
    verdict = words.say(f"verdict_inside.{summary.verdict}")
    return capitalised(words.say("headline.only_figure", verdict=verdict, figure=words.dated_figure(figure)))


def _agreed(words: Phrases, summary: Headline, *, full: bool = False) -> str:
    """One reading, or all undecided for one reason."""
    if summary.n == 1:
        return capitalised(words.say("headline.only", verdict=words.say(f"verdict_inside.{summary.verdict}")))
    verdict = words.say(f"verdict.{summary.verdict}")
    if summary.contested:
        key = "headline.agreed_contested_long" if full else "headline.agreed_contested"
    else:
        key = "headline.agreed_long" if full else "headline.agreed"
    return words.say(key, verdict=verdict, n=summary.n)


def _divided(words: Phrases, summary: Headline) -> str:
    """No majority, and more than one verdict: the tally of each."""
    first, *others = summary.tally
    parts = [
        words.say(f"tally_first.{first[0]}", n=first[1], all=summary.n),
        *(words.say(f"tally.{verdict}", n=n) for verdict, n in others),
    ]
    key = "headline.divided_contested" if summary.contested else "headline.divided"
    return words.say(key, verdict=words.say(f"verdict.{summary.verdict}"), tally=words.series(parts))


def _with_rest(words: Phrases, main: str, summary: Headline, counted: Sequence[Reading] = ()) -> str:
    """The majority, then the other verdicts inside it, then what the rest say, with their figures if given.

    "Met" takes the readings met early in; every other verdict names the ones that say more.
    """
    inside = (
        [] if summary.verdict is Verdict.MET else [v for v in summary.tally if side_of(v[0]) is summary.side]
    )
    parts = [words.say(f"stronger.{verdict}", n=n) for verdict, n in inside if verdict is not summary.verdict]
    for verdict, n in summary.tally:
        if side_of(verdict) is not summary.side:
            parts.append(_rest(words, verdict, n, [r for r in counted if r.verdict is verdict]))
    if not parts:
        return main
    rest = reduce(lambda a, b: words.say("headline.rest_more", a=a, b=b), parts)
    return words.say("headline.rest", main=main, rest=rest)


def _rest(words: Phrases, verdict: Verdict, n: int, readings: Sequence[Reading]) -> str:
    if not readings:
        return words.say(f"tally.{verdict}", n=n)
    key = f"tally_long.{verdict}"
    summary = words.say(key if key in words.catalogue else f"tally.{verdict}", n=n)
    figures = [words.dated_figure(figure) for figure in map(nearest_figure, readings) if figure]
    if verdict not in _WITH_FIGURES or not 0 < len(figures) <= FIGURES:
        return summary
    return words.say("headline.with_figures", said=summary, figures=words.listing(figures))


def nearest_figure(reading: Reading) -> Observation | None:
    """The figure by which a reading is known: the nearest one where the due period has none."""
    if reading.verdict is Verdict.UNVERIFIED:
        return reading.before or reading.after
    return reading.observation


def _without_counted(words: Phrases, status: Status, *, full: bool = False) -> str:
    """No reading counts: what the listed ones last said, or why there is nothing."""
    verdict = words.say(f"verdict.{status.headline.verdict}")
    if status.headline.verdict in (Verdict.NO_DATA, Verdict.NOT_COMPARABLE):
        reason = words.listing(words.say(f"reason.{one}") for one in _reasons(status))
        return words.say("headline.because", verdict=verdict, reason=reason)
    last = [(r, nearest_figure(r)) for r in status.readings if r.not_counted not in _SILENT]
    latest_first = sorted(
        ((reading, figure) for reading, figure in last if figure),
        key=lambda one: one[1].period.end,
        reverse=True,
    )
    before = [one for one in latest_first if one[1].period.end <= status.target.due]
    if full:
        figures = [
            words.say(
                "headline.by_reporter",
                figure=words.dated_figure(figure),
                reporter=words.text(reading.series.short),
            )
            for reading, figure in (before or latest_first)[:FIGURES]
        ]
        return words.say("headline.none_counts", verdict=verdict, figures=words.listing(figures))
    newest = words.dated_figure(before[0][1] if before else latest_first[-1][1])
    return words.say("headline.last" if before else "headline.nearest", verdict=verdict, figure=newest)


def _reasons(status: Status) -> Sequence[Reason]:
    """Why no reading says anything, each reason once; that nothing was published only where nothing was."""
    verdict = status.headline.verdict
    found = dict.fromkeys(r.reason for r in status.readings if r.verdict is verdict and r.reason)
    if {Reason.FORECASTS_ONLY, Reason.DERIVED_ONLY} <= found.keys():
        found[Reason.FORECASTS_AND_DERIVED] = None
    if Reason.FORECASTS_AND_DERIVED in found:
        found = {one: None for one in found if one not in (Reason.FORECASTS_ONLY, Reason.DERIVED_ONLY)}
    return [one for one in found if one is not Reason.NOTHING_PUBLISHED] or [Reason.NOTHING_PUBLISHED]
