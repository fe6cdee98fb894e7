"""Stepping: buttons that move the known-on day a year back or on, and play it year by year until today.

In: the view of a page. Out: the control; the day goes into the address, so whatever the page shows follows. The
browser keeps the time of a play: a step is asked for when the one before has been drawn, so a slow server slows
it down and never piles up work.
"""

from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any

import streamlit as st

from metrics.app.address import KNOWN_ON
from metrics.app.controls import put
from metrics.app.frame import Here

_KEY = "mp-stepping"

_BUTTON = (
    '<button type="button" name="{name}"><svg viewBox="0 0 16 16" aria-hidden="true">{shape}</svg></button>'
)
_SHAPES = {
    "back": '<path d="M4 2h2v12H4zM14 2v12L6 8z"/>',
    "play": '<path class="play" d="M4 2v12l9-6z"/><path class="pause" d="M3 2h4v12H3zM9 2h4v12H9z"/>',
    "forward": '<path d="M10 2h2v12h-2zM2 2v12l8-6z"/>',
}


def stops(earliest: date, today: date) -> tuple[date, ...]:
    """The days at which a step can end: the last day of each year, and today.

    >>> [day.isoformat() for day in stops(date(2024, 3, 1), date(2026, 2, 3))]
    ['2024-12-31', '2025-12-31', '2026-02-03']
    """
    ends = (date(year, 12, 31) for year in range(earliest.year, today.year))
    return (*(day for day in ends if day < today), today)


@lru_cache(maxsize=1)
def _control() -> Any:
    folder = files("metrics.app")
    buttons = "".join(_BUTTON.format(name=name, shape=shape) for name, shape in _SHAPES.items())
    return st.components.v2.component(
        "milepost_stepping",
        html=f'<div class="s" role="group">\n{buttons}<output aria-live="polite"></output></div>\n',
        css=folder.joinpath("stepping.css").read_text(encoding="utf-8"),
        js=folder.joinpath("stepping.js").read_text(encoding="utf-8"),
    )


def stepping(now: Here) -> None:
    """A year back, play or pause, a year on, and the day that is shown."""
    view, words = now.view, now.words
    days = stops(view.earliest, view.today)

    def stepped() -> None:
        asked = (st.session_state.get(_KEY) or {}).get("step") or {}
        day = asked.get("day")
        if day in {stop.isoformat() for stop in days}:
            put(KNOWN_ON, None if day == view.today.isoformat() else day)

    _control()(
        key=_KEY,
        width="content",
        data={
            "parameter": KNOWN_ON,
            "stops": [stop.isoformat() for stop in days],
            "day": view.known_on.isoformat(),
            "shown": words.say(
                "stepping.today" if view.known_on == view.today else "stepping.shown",
                day=words.day(view.known_on),
            ),
            "labels": {name: words.say(f"stepping.{name}") for name in ("back", "play", "pause", "forward")},
        },
        on_step_change=stepped,
    )
