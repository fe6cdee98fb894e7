"""Stepping: buttons and keys that move the known-on day over the days on which a verdict changed, and play them.

In: the view of a page. Out: the control, and a line on what changed. The day goes into the address, so whatever the page shows follows. The
browser keeps the time of a play: a step is asked for when the one before has been drawn, so a slow server slows
it down and never piles up work.
"""

from collections.abc import Collection, Sequence
from datetime import date
from functools import lru_cache
from html import escape
from importlib.resources import files
from typing import Any

import streamlit as st

from metrics.app.address import KNOWN_ON
from metrics.app.controls import put
from metrics.app.frame import Here
from metrics.progress.history import flips_by_day

_KEY = "mp-stepping"

_BUTTON = (
    '<button type="button" name="{name}"><svg viewBox="0 0 16 16" aria-hidden="true">{shape}</svg></button>'
)
_SHAPES = {
    "back": '<path d="M4 2h2v12H4zM14 2v12L6 8z"/>',
    "play": '<path class="play" d="M4 2v12l9-6z"/><path class="pause" d="M3 2h4v12H3zM9 2h4v12H9z"/>',
    "forward": '<path d="M10 2h2v12h-2zM2 2v12l8-6z"/>',
}


def steps(changes: Collection[date], shown: date, earliest: date, today: date) -> dict[str, date | None]:
    """The day to which each key leads from the day that is shown; None: to no other.

    The arrows lead to days on which a verdict changed, in a plan without such a day to the ends of years, as the
    page keys always do; Home and End to the first of them and to today.

    >>> days = steps([date(2019, 4, 30), date(2021, 11, 14)], date(2020, 6, 30), date(2017, 7, 20), date(2026, 2, 3))
    >>> " ".join(f"{key} {day}" for key, day in days.items())  # doctest: +NORMALIZE_WHITESPACE
    'ArrowLeft 2019-04-30 ArrowRight 2021-11-14 PageUp 2019-12-31 PageDown 2020-12-31
     Home 2019-04-30 End 2026-02-03'
    """
    ends = [date(year, 12, 31) for year in range(earliest.year, today.year)]
    stops = sorted({day for day in changes or ends if earliest <= day < today} | {today})
    ends.append(today)

    def around(days: Sequence[date]) -> tuple[date | None, date | None]:
        return max((d for d in days if d < shown), default=None), min(
            (d for d in days if d > shown), default=None
        )

    keys = ("ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End")
    return dict(zip(keys, (*around(stops), *around(ends), stops[0], today), strict=True))


@lru_cache(maxsize=1)
def _control() -> Any:
    folder = files("metrics.app")
    buttons = "".join(_BUTTON.format(name=name, shape=shape) for name, shape in _SHAPES.items())
    return st.components.v2.component(
        "milepost_stepping",
        html=f'<div class="s" role="group">\n{buttons}</div>\n',
        css=folder.joinpath("stepping.css").read_text(encoding="utf-8"),
        js=folder.joinpath("stepping.js").read_text(encoding="utf-8"),
    )


def last_flip(now: Here) -> str:
    """A line on what changed on the known-on day, else on the last day before it on which a verdict changed."""
    words, day = now.words, now.view.known_on
    flips = flips_by_day(one for one in now.histories.values() if one.target.plan in now.view.plans)
    text = words.flipped(*flips[0], now.known) if flips else words.say("turned.none", day=words.day(day))
    before = "" if flips and flips[0][0] == day else " mp-flip-before"
    if flips and before:
        text = words.say("turned.last", flip=text)
    return f'<p class="mp-flip{before}" aria-live="polite">{escape(text)}</p>'


def stepping(now: Here) -> None:
    """Back, play or pause, and on; the days to which they lead are known one step ahead, and what changes on them is not."""
    view, words = now.view, now.words
    changes = now.flip_days()
    days = {
        key: day and day.isoformat()
        for key, day in steps(changes, view.known_on, view.earliest, view.today).items()
    }

    def stepped() -> None:
        asked = (st.session_state.get(_KEY) or {}).get("step") or {}
        if (day := asked.get("day")) in filter(None, days.values()):
            put(KNOWN_ON, None if day == days["End"] else day)

    _control()(
        key=_KEY,
        width="content",
        data={
            "parameter": KNOWN_ON,
            "days": days,
            "labels": {name: words.say(f"stepping.{name}") for name in ("back", "play", "pause", "forward")},
        },
        on_step_change=stepped,
    )
