"""The spread: one row a series on one axis of values, for one place and year.

In: the figures that :func:`metrics.progress.spread.spreads` gives for a year. Out: a :class:`Chart`. Each row names who
counts, what, and in which source; the title gives the lowest and the highest of the judged figures, never a mean.
"""

from datetime import date

from metrics.figures.chart import Chart
from metrics.figures.frame import WIDTH
from metrics.figures.indicator.spread_rows import draw_rows
from metrics.figures.indicator.spread_scene import SpreadScene
from metrics.figures.indicator.terms import terms_sentences, terms_table
from metrics.figures.naming import source_line
from metrics.figures.palette import Mode
from metrics.progress.spread import Spread
from metrics.progress.terms import Restated
from metrics.records.model import Indicator
from metrics.records.store import Records
from metrics.words import Words


def spread_chart(
    found: Spread,
    indicator: Indicator,
    records: Records,
    words: Words,
    mode: Mode,
    *,
    place: str,
    year: int,
    known_on: date,
    restated: Restated | None = None,
    width: int = WIDTH,
    height: int | None = None,
) -> Chart:
    """Draw what several series say of one place and year.

    Args:
        found: what the series say, in one unit.
        indicator: what is measured.
        records: what was known on the day, in the terms that are shown.
        words: the language.
        mode: light or dark.
        place: of which place the figures are.
        year: of which year.
        known_on: the day.
        restated: where ``records`` are in another currency or in constant prices, how they came to be.
        width: px for which labels are set.
        height: px of the whole figure, at least; None: its own height.
    """
    spread = SpreadScene(indicator, place, year, found, records, words, mode, restated, width, height)
    title = _title(spread)
    return Chart(
        id=f"spread-{indicator.id}",
        plot=draw_rows(spread),
        title=title,
        subtitle=_subtitle(spread),
        source=source_line(found.figures, records, words, known_on),
        alt=_alt(spread, title),
        table=terms_table(found.figures, (), restated, records, words),
    )


def _title(spread: SpreadScene) -> str:
    words, lowest, highest = spread.words, spread.spread.counts[0], spread.spread.counts[-1]
    return words.say(
        "chart.spread.title",
        n=len(spread.spread.counts),
        indicator=words.text(spread.indicator.label),
        place=spread.where,
        year=str(spread.year),
        low=words.say(f"figure_long.{lowest.bound}", figure=words.number(lowest.value)),
        high=words.figure_long(highest, spread.unit),
    )


def _subtitle(spread: SpreadScene) -> str:
    words, lowest, highest = spread.words, spread.spread.counts[0], spread.spread.counts[-1]
    sentences = [words.say("chart.spread.subtitle", unit=words.text(spread.unit.label))]
    if lowest.value > 0 and lowest.bound.opening is highest.bound.opening is None:
        times = round(highest.value / lowest.value, 1)
        if times > 1:  # "1 times" would say nothing
            sentences.append(words.say("chart.spread.times", times=words.number(times)))
    if spread.spread.beside:
        sentences.append(words.say("chart.spread.beside", n=len(spread.spread.beside)))
    sentences += words.not_added((one.series for one in spread.figures), spread.records)
    if spread.restated:
        ids = [one.series for one in spread.figures]
        sentences += terms_sentences(spread.restated, ids, [spread.place], words, refused=False)
    return words.paragraph(sentences)


def _alt(spread: SpreadScene, title: str) -> str:
    words = spread.words
    rows = [
        words.say(
            "chart.spread.alt_row",
            series=words.text(spread.series(one).short),
            figure=words.figure_long(one, spread.unit),
        )
        for one in spread.figures
    ]
    return words.say("chart.spread.alt", title=title, rows=words.say("chart.gap").join(rows))
