"""The rules beside the cases, each with a real example: intervals, due period, headline, counting, days, goals, money.

In: the :class:`~metrics.progress.examples.Examples` of the day, words, links. Out: HTML for one section each.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from metrics.figures.blocks.environment import Link, render
from metrics.figures.blocks.sources import source_label
from metrics.figures.blocks.worked_cases import answer_text, example_name, figure_text, interval_text
from metrics.progress.currency import Conversion
from metrics.progress.examples import Examples
from metrics.progress.headline import side_of
from metrics.progress.intervals import satisfies
from metrics.progress.result import NotCounted, Side
from metrics.records.interval import interval
from metrics.records.model import Observation, Target
from metrics.records.store import Records
from metrics.records.vocabulary import Bound
from metrics.words import Words
from metrics.words.numbers import rounded


@dataclass(frozen=True, slots=True)
class _Step:
    """One line of an example: what it is, what stands there, and where it leads."""

    label: str
    text: str
    href: str = ""
    beside: str = ""  # what follows the link


def _drawn(steps: Sequence[_Step], words: Words) -> str:
    return render("worked_steps", steps=steps, nothing=words.say("method.none"))


def _target(target: Target, records: Records, words: Words, link: Link) -> _Step:
    demand = words.demand_long(target, records)
    return _Step(
        words.say("method.step.target"),
        words.say("method.demand", demand=demand, due=words.due(target)),
        link("target", target=target.id),
        words.text(records.indicators[target.indicator].short),
    )


def worked_intervals(examples: Examples, records: Records, words: Words, link: Link) -> str:
    """Each wording with what it allows, and a figure so worded held against its target."""
    return render(
        "worked_intervals",
        rows=[(bound, examples.bounds[bound]) for bound in Bound],
        interval_text=lambda figure: interval_text(interval(figure), words),
        answer=lambda figure, target: answer_text(satisfies(interval(figure), target), words),
        records=records,
        link=link,
        words=words,
    )


def worked_due_period(examples: Examples, records: Records, words: Words, link: Link) -> str:
    """The window of a due target, with a figure inside and one outside."""
    example = examples.due_period
    if example is None:
        return _drawn((), words)
    target = example.status.target
    window = words.say("method.due_period.window", after=words.day(example.after), due=words.day(target.due))
    steps = [_target(target, records, words, link), _Step(words.say("method.step.window"), window)]
    for key, figure in (("inside", example.inside), ("outside", example.outside)):
        if figure is not None:
            steps.append(_Step(words.say(f"method.step.{key}"), _ended(figure, records, words)))
    return _drawn(steps, words)


def _ended(figure: Observation, records: Records, words: Words) -> str:
    return words.say(
        "method.ended", figure=figure_text(figure, records, words), end=words.day(figure.period.end)
    )


def worked_headline(examples: Examples, records: Records, words: Words, link: Link) -> str:
    """A real tally: how many readings count, on which side they stand, and what follows."""
    status = examples.headline
    if status is None:
        return _drawn((), words)
    summary = status.headline
    tally = words.series(words.say(f"tally.{verdict}", n=n) for verdict, n in summary.tally)
    sides = {side: sum(n for verdict, n in summary.tally if side_of(verdict) is side) for side in Side}
    majority = words.say(
        "method.majority" if summary.k else "method.no_majority", k=summary.k, n=summary.n, half=summary.n / 2
    )
    state = words.say(
        "method.sides", met=sides[Side.MET], other=sides[Side.OTHER], undecided=sides[Side.UNDECIDED]
    )
    steps = (
        _target(status.target, records, words, link),
        _Step(words.say("method.step.counted"), words.say("method.tally", n=summary.n, tally=tally)),
        _Step(words.say("method.step.sides"), state),
        _Step(words.say("method.step.majority"), majority),
        _Step(words.say("method.step.headline"), words.headline_full(status)),
    )
    return _drawn(steps, words)


def worked_counting(examples: Examples, records: Records, words: Words, link: Link) -> str:
    """For each reason not to count a reading that is listed for it."""
    steps = []
    for why, example in examples.not_counted.items():
        if example is None:
            continue
        target, figure = example.reading.target, example.reading.observation
        reason = words.say(
            "method.counts_window", after=words.day(example.counts_after), due=words.day(example.counts_until)
        )
        if example.reading.reason and why in (NotCounted.NO_FIGURE, NotCounted.NOT_COMPARABLE):
            reason = words.reason(example.reading.reason)
        if figure:
            sentence = figure_text(figure, records, words)
            reason = words.say("method.not_counted", figure=sentence, reason=reason)
        steps.append(
            _Step(
                words.not_counted(why),
                example_name(example, records, words),
                link("target", target=target.id),
                reason,
            )
        )
    return _drawn(steps, words)


def worked_days(examples: Examples, records: Records, words: Words, link: Link) -> str:
    """The two dates of a figure, and a period that was revised."""
    steps = []
    late = examples.delay
    if late is not None:
        sentence = words.say(
            "method.two_dates",
            figure=words.figure_long(late, records.units[late.unit]),
            period=words.period(late.period),
            known=words.day(late.known),
        )
        name = words.text(records.series[late.series].label)
        steps.append(
            _Step(words.say("method.step.two_dates"), name, link("sources", source=late.source), sentence)
        )
    for vintage in examples.vintages:
        newest = vintage is examples.vintages[-1]
        steps.append(
            _Step(
                words.say("method.step.vintage_counts" if newest else "method.step.vintage"),
                words.say(
                    "method.vintage",
                    reporter=words.text(records.series[vintage.series].label),
                    place=words.text(records.places[vintage.geography].label),
                ),
                link("sources", source=vintage.source),
                figure_text(vintage, records, words),
            )
        )
    return _drawn(steps, words)


def worked_goals(examples: Examples, records: Records, words: Words, link: Link) -> str:
    """A benchmark with its answers and the figures they rest on."""
    found = examples.benchmark
    if found is None:
        return _drawn((), words)
    test, goal = found.benchmark, found.goal
    steps = [
        _Step(words.say("method.step.goal"), words.text(goal.statement), link("target", target=goal.id)),
        _Step(words.say("method.step.benchmark"), words.text(test.statement)),
    ]
    if examples.reasons:
        steps.append(_Step(words.say("method.step.why"), words.text(test.reason)))
    for label, figures, answer in (
        (
            words.say("method.step.at_milestone", due=words.day(goal.due)),
            found.milestone_figures,
            found.at_milestone,
        ),
        (words.say("method.step.now"), found.now_figures, found.now),
    ):
        sentence = [_at(figure, records, words) for figure in figures]
        text = words.answer(answer)
        if sentence:
            asked = (
                sentence[0]
                if len(sentence) == 1
                else words.say(f"method.against.{test.comparator}", held=sentence[0], other=sentence[1])
            )
            text = words.say("method.answered", figures=asked, answer=text)
        steps.append(_Step(label, text))
    return _drawn(steps, words)


def _at(figure: Observation, records: Records, words: Words) -> str:
    """A figure of a place, as worded and as an interval."""
    return words.say(
        "method.with_interval",
        place=words.text(records.places[figure.geography].label),
        figure=words.figure_long(figure, records.units[figure.unit]),
        interval=interval_text(interval(figure), words),
        when=words.when(figure.period),
    )


def worked_money(examples: Examples, records: Records, words: Words, link: Link) -> str:
    """An amount converted at the rate of its own year, and one that is not."""
    steps = []
    made = examples.converted
    if made is not None and made.rate is not None and made.unit is not None and made.value is not None:
        source = records.sources[made.rate.source]
        rate = words.say("method.rate", rate=made.rate.cny_per_usd, year=str(made.rate.year))
        result = words.say(
            "method.converted",
            before=made.observation.value,
            rate=made.rate.cny_per_usd,
            after=words.amount(rounded(made.value), made.unit),
        )
        steps += [
            _Step(words.say("method.step.published"), _amount(made, records, words)),
            _Step(
                words.say("method.step.rate"),
                source_label(source, words),
                link("sources", source=source.id),
                rate,
            ),
            _Step(words.say("method.step.converted"), result),
        ]
    left = examples.not_converted
    if left is not None and left.refusal is not None:
        sentence = words.say(
            f"method.not_converted.{left.refusal}", figure=_amount(left, records, words), year=str(left.year)
        )
        steps.append(_Step(words.say("method.step.not_converted"), sentence))
    return _drawn(steps, words)


def _amount(made: Conversion, records: Records, words: Words) -> str:
    figure = made.observation
    return words.say(
        "method.of_series",
        figure=words.figure_long(figure, records.units[figure.unit]),
        when=words.when(figure.period),
        series=words.text(records.series[figure.series].label),
    )
