"""The lines that put a view, or one chart of it, into a frame of another page.

In: where the view can be seen, and what it is about. Out: HTML to copy: a line for the view, and one for each chart
that a frame of the view does not show by itself.
"""

from collections.abc import Mapping
from urllib.parse import quote

from metrics.app.form import ONLY
from metrics.figures.blocks import frame_line
from metrics.figures.blocks.environment import render
from metrics.progress.spread import spreads
from metrics.records.store import Records
from metrics.words import Words

#: px of a frame in which a target with its chart stands whole, and of one for a chart alone.
FRAME_SIZE, CHART_SIZE = (800, 640), (800, 520)


def charts_alone(about: str, records: Records, words: Words) -> dict[str, str]:
    """The charts that can be named with ``only``, and what each is called.

    Args:
        about: id of a target, a goal or an indicator.
        records: what was known on the day.
        words: the language.
    """
    if about in records.targets:
        return {f"target-{about}": words.say("paper.chart")}
    if about in records.goals:
        return {
            f"goal-{one.id}": words.text(one.statement)
            for one in records.goals[about].benchmarks
            if any(o.geography in (one.place, one.other_place) for o in records.observations_of(one.series))
        }
    indicator = records.indicators.get(about)
    if indicator is None:
        return {}
    places = {o.geography for one in indicator.series for o in records.observations_of(one.id)}
    told = any(spreads(records, indicator, place) for place in sorted(places))
    return {f"spread-{about}": words.say("paper.spread")} if told else {}


def embed_lines(address: str, title: str, charts: Mapping[str, str], words: Words) -> str:
    """A line for the view at ``address``, which is called ``title``, and one for each of its charts."""
    framed = f"{address}&embed=true"
    lines = [
        render("take_head", title=words.say("paper.embed"), note=words.say("paper.embed_note")),
        _line(framed, title, words.say("paper.embed"), FRAME_SIZE),
    ]
    for one, name in charts.items():
        lines.append(render("frame_name", name=name))
        lines.append(_line(f"{framed}&{ONLY}={quote(one)}", title, name, CHART_SIZE))
    return "".join(lines)


def _line(address: str, title: str, label: str, size: tuple[int, int]) -> str:
    return render("frame_line", label=label, text=frame_line(address, title, *size))
