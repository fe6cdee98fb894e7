"""The lines that put a view, or one chart of it, into a frame of another page.

In: where the view can be seen, and what it is about. Out: HTML to copy: a line for the view, and one for each chart
that a frame of the view does not show by itself.
"""

from collections.abc import Mapping
from urllib.parse import quote

from metrics.app.form import ONLY
from metrics.figures.blocks import frame_line
from metrics.figures.blocks.environment import render
from metrics.figures.page_parts import PageData, charts_about
from metrics.words import Words

#: px of a frame in which a target with its chart stands whole, and of one for a chart alone.
FRAME_SIZE, CHART_SIZE = (800, 640), (800, 520)


def charts_alone(about: str, page: PageData) -> dict[str, str]:
    """The charts that can be named with ``only``, and what each is called.

    Args:
        about: id of a target, a goal or an indicator.
        page: what is known.
    """
    known = page.known
    if about not in known.indicators and about not in known.goals and about not in page.progress.statuses:
        return {}
    return {one.name: one.label for one in charts_about(page, about) if one.label}


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
