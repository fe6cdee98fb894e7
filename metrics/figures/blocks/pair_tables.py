"""Pairs as tables: two places beside each other, each row one count; and why the counts of one year differ.

In: what ``metrics.progress.pairs`` finds. Out: a heading that says how many times the one place the other is, and a table
in which only figures of one row may be compared. The reason why counts differ is made of their own definitions.
"""

from collections.abc import Sequence

from metrics.figures.blocks.environment import Link
from metrics.figures.blocks.frame import section_head
from metrics.figures.blocks.table import data_table
from metrics.figures.chart import Cell, Column, Table
from metrics.figures.naming import source_cell
from metrics.progress.pairs import Pair, PairRow, YearPairs, tally
from metrics.records.model import Observation, Series
from metrics.records.store import Records
from metrics.records.vocabulary import Kind, Usable
from metrics.words import Words

NAMED = 2  # so many measures are told in the heading; the table has all
EVEN = 0.05  # this far from 1 is about even

_FAMILY = ("measure", "ratio", "place", "other", "period", "series", "others", "source")
_YEAR = ("series", "ratio", "place", "other", "period", "definition", "source")


def family_pairs_table(
    lines: Sequence[PairRow], places: Sequence[str], records: Records, words: Words, link: Link | None = None
) -> str:
    """Two places in each measure of a family, the latest period that one count has of both; nothing without a line."""
    if not lines:
        return ""
    names = place_names(places, records, words)
    compared = [one for one in lines if one.pair.ratio is not None][:NAMED]
    findings = [pair_finding(one, names, words) for one in compared]
    title = words.say("punctuation.clause").join(findings) or words.say("pairs.title", **names)
    limits = [
        words.say("pairs.limits", measure=words.text(one.indicator.short), limits=limits)
        for one in compared
        if (limits := words.text(one.indicator.quality.limits))
    ]
    flagged = [
        words.say("pairs.limits", measure=words.text(one.indicator.short), limits=words.paragraph(notes))
        for one in lines
        if (notes := _notes(one.pair, words))
    ]
    note = words.paragraph([words.say("pairs.within"), *limits, *flagged])
    keys = [key for key in _FAMILY if key != "others" or any(one.apart for one in lines)]
    cells = (_line(one, names, records, words) for one in lines)
    table = Table(_columns(keys, names, words), tuple(tuple(row[key] for key in keys) for row in cells))
    caption = words.say("pairs.title", **names)
    return section_head(title, note) + data_table(table, words, caption, link, stack="pairs")


def year_pairs_table(
    compared: YearPairs | None,
    places: Sequence[str],
    records: Records,
    words: Words,
    link: Link | None = None,
) -> str:
    """Every count of a year for two places, and why they differ; nothing where no count has both."""
    if compared is None:
        return ""
    names = place_names(places, records, words)
    measure = words.text(compared.indicator.short)
    title = words.say("pairs.year_title", measure=measure, year=str(compared.year), **names)
    sentences = [
        *leaders(compared.pairs, names, words),
        why(compared.lowest, compared.highest, words),
        *words.not_added((one.series.id for one in compared.pairs), records),
    ]
    rows = tuple(_count(one, names, records, words) for one in compared.pairs)
    table = Table(_columns(_YEAR, names, words), rows)
    return section_head(title, words.paragraph(sentences)) + data_table(
        table, words, title, link, stack="pairs"
    )


def pair_finding(line: PairRow, names: dict[str, str], words: Words, key: str = "pairs.ahead") -> str:
    """The measure in few words: by which count it is told, and where the others lie; ``key``: how a ratio is said."""
    compared = words.say(
        "pairs.finding",
        measure=words.text(line.indicator.short),
        period=words.period(line.pair.figure.period),
        ahead=ahead(line.pair, names, words, key),
    )
    if not line.apart or line.pair.ratio is None:
        return compared
    low, high = line.apart[0], line.apart[-1]
    if min(low, line.pair.ratio) < 1 < max(high, line.pair.ratio):
        return words.say("pairs.but_divided", told=compared)
    low, high = (low, high) if low >= 1 else (1 / high, 1 / low)
    if len(line.apart) == 1:
        return words.say("pairs.but_one", told=compared, low=_times(low, words))
    return words.say("pairs.but", told=compared, low=_times(low, words), high=_times(high, words))


def ahead(pair: Pair, names: dict[str, str], words: Words, key: str = "pairs.ahead") -> str:
    """Which place has more, and how many times the other: ``China 6.2 × United States``."""
    return words.say("pairs.no_ratio") if pair.ratio is None else _ahead(pair.ratio, names, words, key)


def _ahead(ratio: float, names: dict[str, str], words: Words, key: str = "pairs.ahead") -> str:
    if abs(ratio - 1) < EVEN:
        return words.say("pairs.even", **names)
    place, other = (names["place"], names["other"]) if ratio > 1 else (names["other"], names["place"])
    return words.say(key, place=place, other=other, times=_times(max(ratio, 1 / ratio), words))


def why(low: Series, high: Series, words: Words) -> str:
    """Why the lowest and the highest of some counts differ, in the words of their definitions."""
    if words.text(low.definition) == words.text(high.definition):
        return words.say("pairs.why_same", low=words.text(low.short), high=words.text(high.short))
    return words.say(
        "pairs.why",
        low=words.text(low.short),
        low_definition=words.text(low.definition),
        high=words.text(high.short),
        high_definition=words.text(high.definition),
    )


def leaders(pairs: Sequence[Pair], names: dict[str, str], words: Words) -> list[str]:
    """How many counts have both places, on how many of them each is ahead, and which are not counted in that.

    The parts add up to all that have both.
    """
    compared = tally(pairs)
    ratios = [one.ratio for one in compared.counted]
    closed = [one for one in ratios if one is not None]
    even = [one for one in closed if abs(one - 1) < EVEN]
    counted = {
        "place": sum(one > 1 for one in closed if one not in even),
        "other": sum(one < 1 for one in closed if one not in even),
        "even": len(even),
        "untold": len(ratios) - len(closed),
    }
    parts = [words.say(f"pairs.leader.{who}", n=n, **names) for who, n in counted.items() if n]
    left = {"derived": compared.derived, "prices": compared.prices, "again": compared.again}
    not_counted = [
        words.say(
            f"pairs.uncounted.{why}",
            n=len(some),
            series=words.listing(words.text(one.series.short) for one in some),
        )
        for why, some in left.items()
        if some
    ]
    n = sum(one.has_both for one in pairs)
    sentences = [words.say("pairs.both", n=n)]
    sentences.append(
        words.say("pairs.leaders", parts=words.series(parts)) if parts else words.say("pairs.none_judged")
    )
    if not_counted:
        sentences.append(
            words.say("pairs.not_counted", parts=words.say("punctuation.clause").join(not_counted))
        )
    return sentences


def place_names(places: Sequence[str], records: Records, words: Words) -> dict[str, str]:
    """The two places as the sentences of pairs take them."""
    place, other = (words.text(records.places[one].label) for one in places)
    return {"place": place, "other": other}


def _columns(keys: Sequence[str], names: dict[str, str], words: Words) -> tuple[Column, ...]:
    numeric = {"place", "other"}
    return tuple(
        Column(
            key,
            words.say(f"pairs.column.{key}", **names),
            key in numeric,
            ("sources", "source") if key == "source" else None,
        )
        for key in keys
    )


def _line(line: PairRow, names: dict[str, str], records: Records, words: Words) -> dict[str, Cell]:
    pair = line.pair
    return {
        "measure": words.text(line.indicator.label),
        "ratio": ahead(pair, names, words),
        "place": _figure(pair.first, records, words),
        "other": _figure(pair.second, records, words),
        "period": words.period(pair.figure.period),
        "series": words.text(pair.series.short),
        "others": _others(line, names, words),
        "source": source_cell(pair.figure.source, records, words),
    }


def _others(line: PairRow, names: dict[str, str], words: Words) -> str:
    if not line.apart:
        return ""
    low, high, n = line.apart[0], line.apart[-1], len(line.apart)
    if n == 1:
        return words.say("pairs.another", ahead=_ahead(low, names, words))
    if low < 1 < high:
        compared = {"low": _times(1 / low, words), "high": _times(high, words)}
        return words.say("pairs.others_divided", n=n, **compared, **names)
    if high <= 1:
        low, high, names = 1 / high, 1 / low, {"place": names["other"], "other": names["place"]}
    return words.say("pairs.others", n=n, low=_times(low, words), high=_times(high, words), **names)


def _count(pair: Pair, names: dict[str, str], records: Records, words: Words) -> tuple[Cell, ...]:
    return (
        words.text(pair.series.short),
        ahead(pair, names, words) if pair.has_both else "",
        _figure(pair.first, records, words),
        _figure(pair.second, records, words),
        words.period(pair.figure.period),
        words.paragraph([words.text(pair.series.definition), *_notes(pair, words)]),
        source_cell(pair.figure.source, records, words),
    )


def _notes(pair: Pair, words: Words) -> list[str]:
    """The notes of flagged figures, which decide how these may be used."""
    flagged = [one for one in (pair.first, pair.second) if one is not None and one.usable is Usable.FLAG]
    return list(dict.fromkeys(words.text(one.note) for one in flagged if one.note))


def _figure(figure: Observation | None, records: Records, words: Words) -> str:
    if figure is None:
        return words.say("pairs.missing")
    text = words.figure_long(figure, records.units[figure.unit])
    if figure.kind is Kind.DERIVED:
        return words.say("chart.piece", figure=text, note=words.say("chart.derived"))
    return text


def _times(ratio: float, words: Words) -> str:
    """Two digits say how far apart two counts are; more would pretend."""
    return words.number(float(f"{ratio:.2g}"))
