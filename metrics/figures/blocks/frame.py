"""What stands around charts and pages: heads, source lines, columns, the foot of a page."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

from markupsafe import Markup

from metrics.figures.blocks.environment import Link, render
from metrics.figures.chart import Chart, Panels
from metrics.figures.key import sign
from metrics.figures.palette import PALETTES, Mode
from metrics.records.store import Records
from metrics.words import Words

Shares = Literal["glance", "target", "pair", "argument"]


def page_head(title: str, lead: str = "") -> str:
    """The title of a page (h1) and what it is about."""
    return render("page_head", title=title, lead=lead)


def page_tabs(tabs: Iterable[tuple[str, str, str, bool]], label: str) -> str:
    """The views of a page, one of which is shown.

    Args:
        tabs: of each its id, for the place of the keyboard, or nothing, its name, its address, and whether it is shown.
        label: what they are views of.
    """
    return render("page_tabs", tabs=tabs, label=label)


def section_head(title: str, note: str = "", *, level: int = 2, anchor: str = "") -> str:
    """The head of a section that is not a chart; ``anchor`` is what a link on the same page leads to."""
    return render("section_head", title=title, note=note, level=level, anchor=anchor, key=())


def contents(title: str, sections: Sequence[tuple[str, str]]) -> str:
    """The sections of a long page as links: anchor and title of each."""
    return render("contents", title=title, sections=sections)


def chart_head(chart: Chart | Panels, *, level: int = 2, mode: Mode | None = None) -> str:
    """Title, subtitle and key of a chart; the title is a heading. With ``mode`` the signs of the key are images."""
    return render(
        "section_head", title=chart.title, note=chart.subtitle, level=level, anchor="", key=_key(chart, mode)
    )


def chart_foot(chart: Chart | Panels, *, mode: Mode | None = None) -> str:
    """The source line of a chart; with ``mode`` also its key, which stands here on a phone."""
    return render("chart_foot", source=chart.source, key=_key(chart, mode) if mode else [])


def _key(chart: Chart | Panels, mode: Mode | None) -> list[tuple[Markup, str]]:
    """The signs of a key with their texts."""
    palette = PALETTES[mode] if mode else None
    return [(Markup(sign(one, palette)), one.text) for one in chart.key]  # noqa: S704  drawn here


def columns(left: str, right: str, shares: Shares = "glance") -> str:
    """Two blocks (HTML of this room) side by side where there is room, else one below the other."""
    return render("columns", left=Markup(left), right=Markup(right), shares=shares)  # noqa: S704 made here


def footer(records: Records, words: Words, *, known_on: date, link: Link) -> str:
    """The foot of every page: age of the data, known-on day, and the ways to rules and sources."""
    return render(
        "footer",
        version=words.say("block.footer.version", day=words.day(records.as_of)),
        known_on=words.say("block.footer.known_on", day=words.day(known_on)),
        majority=words.say("block.footer.majority"),
        links=[
            (words.say("block.footer.method"), link("method")),
            (words.say("block.footer.sources"), link("sources")),
        ],
    )
