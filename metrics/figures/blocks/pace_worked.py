"""The pace, worked: the formulas of both paths, the classes, and a reading of the day step by step.

In: the reading that was picked (``progress/examples``), words. Out: HTML. All numbers are the engine's own; they are
rounded where they are shown and nowhere else.
"""

from markupsafe import Markup

from metrics.figures.blocks.environment import Link, render
from metrics.figures.blocks.formula import formula
from metrics.figures.palette import Mode
from metrics.progress.examples import FORMULAS, ReadingExample, inputs
from metrics.progress.pace import BEHIND, ON_TRACK
from metrics.progress.result import Pace, Path, Point, Reading, Verdict
from metrics.records.model import Unit
from metrics.records.store import Records
from metrics.words import Words
from metrics.words.numbers import rounded
from metrics.words.readings import change

RATIO = "actual / required"

#: Years are days by the days of a year, and are shown so: rounded, they would not give the pace that is shown.
TIMES = {"t": "d / y", "T": "D / y"}


def pace_rules(words: Words, mode: Mode) -> str:
    """The formulas of both paths, and what a ratio is called."""
    return render(
        "pace_rules",
        rows=[
            (words.path(path), [formula(text) for text in (one.actual, one.required, one.at_due, one.needed)])
            for path, one in FORMULAS.items()
        ],
        letters=("a", "b", "g", "t", "T"),
        classes=(Verdict.ON_TRACK, Verdict.BEHIND, Verdict.FAR_BEHIND, Verdict.GOING_BACKWARDS),
        limits={"on_track": words.number(ON_TRACK), "behind": words.number(BEHIND)},
        ratio=formula(RATIO, {name: words.say(f"method.pace.{name}") for name in ("actual", "required")}),
        mode=mode,
        words=words,
    )


def pace_worked(
    example: ReadingExample | None, records: Records, words: Words, mode: Mode, link: Link
) -> str:
    """A reading of the day, from its two points to the class of each path."""
    if example is None:
        return render("note", text=words.say("method.pace.none"))
    reading = example.reading
    unit = records.units[reading.target.unit]
    run = [pace for pace in reading.paces if pace.ratio is not None]
    first = inputs(run[0], reading.target)
    start, latest = run[0].start, run[0].latest
    facts = [
        ("a", _point(start, reading, words, unit)),
        ("b", _point(latest, reading, words, unit)),
        (
            "g",
            words.say(
                "method.demand",
                demand=words.demand_long(reading.target, records),
                due=words.due(reading.target),
            ),
        ),
        (
            "t",
            words.say(
                "method.pace.years", days=first.days, year=words.say("method.pace.year_days"), n=first.t
            ),
        ),
        (
            "T",
            words.say(
                "method.pace.years",
                days=first.days_to_due,
                year=words.say("method.pace.year_days"),
                n=first.T,
            ),
        ),
    ]
    left_out = [
        words.say(f"pace.left_out.{pace.path}", refusal=words.refusal(pace.refusal))
        for pace in reading.paces
        if pace.refusal
    ]
    return render(
        "pace_worked",
        title=words.say("method.pace.worked", series=words.text(reading.series.label)),
        target=words.text(records.indicators[reading.target.indicator].short),
        href=link("target", target=reading.target.id),
        facts=[(letter, words.say(f"method.pace.letter.{letter}"), text) for letter, text in facts],
        paths=[_path(pace, reading, words, unit) for pace in run],
        left_out=left_out,
        verdict=reading.verdict,
        word=words.verdict(reading.verdict),
        mode=mode,
        say=words.say,
    )


def _point(point: Point | None, reading: Reading, words: Words, unit: Unit) -> str:
    if point is None:
        return ""
    if point.observation is None:
        period = reading.target.baseline_period
        when = words.when(period) if period else words.day(point.day)
        return words.say("pace.baseline", figure=words.amount(point.value, unit), when=when)
    return words.say(
        "method.pace.point",
        figure=words.figure_long(point.observation, unit),
        when=words.when(point.observation.period),
        day=words.day(point.day),
    )


def _path(pace: Pace, reading: Reading, words: Words, unit: Unit) -> dict[str, object]:
    example = inputs(pace, reading.target)
    shown = {letter: words.number(value) for letter, value in example.letters.items()}
    shown |= {
        "d": words.number(example.days),
        "D": words.number(example.days_to_due),
        "y": words.say("method.pace.year_days"),
    }
    made = FORMULAS[pace.path]

    def worked(text: str) -> Markup:
        return formula(text, shown, TIMES)

    def speed(value: float | None) -> str:
        return "" if value is None else change(words, value, pace.path, unit)

    def bare(value: float | None) -> str:
        if value is None:
            return ""
        return (
            words.percent(rounded(value, 4))
            if pace.path is Path.COMPOUND
            else words.number(rounded(value, 4))
        )

    steps: list[tuple[str, Markup, str]] = [
        (words.say("method.pace.actual"), worked(made.actual), speed(pace.actual)),
        (words.say("method.pace.required"), worked(made.required), speed(pace.required)),
        (
            words.say("method.pace.ratio"),
            formula(RATIO, {"actual": bare(pace.actual), "required": bare(pace.required)}),
            words.number(rounded(pace.ratio or 0.0)),
        ),
    ]
    if pace.value_at_due is not None:
        steps.append(
            (
                words.say("method.pace.at_due"),
                worked(made.at_due),
                words.amount(rounded(pace.value_at_due), unit),
            )
        )
    if pace.needed is not None:
        steps.append((words.say("method.pace.needed"), worked(made.needed), speed(pace.needed)))
    return {
        "name": words.path(pace.path),
        "steps": steps,
        "verdict": pace.verdict,
        "word": words.verdict(pace.verdict) if pace.verdict else "",
        "arrival": words.say("method.pace.arrival", year=str(pace.arrival))
        if pace.arrival is not None
        else words.say("method.pace.no_arrival"),
    }
