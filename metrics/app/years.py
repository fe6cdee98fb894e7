"""The strip of years under the controls of the timeline: everything known as strokes, the years shown as a window.

In: the scene of the timeline. Out: the control; the chosen years go into the address as ``from`` and ``to``.
The strip ends with what is known on the day: it tells nothing of later years.
"""

from functools import lru_cache
from importlib.resources import files
from typing import Any

import streamlit as st

from metrics.app.frame import Here
from metrics.figures.timeline.scene import TimelineScene

FROM, TO = "from", "to"
_KEY = "mp-years"

#: Years that can be asked for: four figures, so that a slip in an address gets its note.
YEARS = tuple(str(year) for year in range(1900, 2101))


@lru_cache(maxsize=1)
def _control() -> Any:
    folder = files("metrics.app")
    return st.components.v2.component(
        "milepost_years",
        html='<div class="y" role="group">\n<span class="first"></span><div class="strip"><div class="ground"></div>'
        '<svg viewBox="0 0 1000 32" preserveAspectRatio="none" aria-hidden="true"></svg>'
        '<div class="veil before"></div><div class="veil after"></div><div class="window"></div>'
        '<input type="range" name="from" step="1"><input type="range" name="to" step="1"></div>'
        '<span class="last"></span><div class="told"><output></output><button type="button"></button></div>'
        "</div>\n",
        css=folder.joinpath("years.css").read_text(encoding="utf-8"),
        js=folder.joinpath("years.js").read_text(encoding="utf-8"),
    )


def asked(now: Here) -> tuple[int, int] | None:
    """The years in the address; an end that is not given is open; None: neither is given."""
    first, last = now.address.choice(FROM, YEARS), now.address.choice(TO, YEARS)
    if not first and not last:
        return None
    return int(first or YEARS[0]), int(last or YEARS[-1])


def years(now: Here, scene: TimelineScene, scroll: str) -> None:
    """The strip; ``scroll`` is the key of the box in which the chart scrolls on a narrow screen."""
    words, whole, shown = now.words, scene.whole, scene.years

    def chosen() -> None:
        span = (st.session_state.get(_KEY) or {}).get("span") or {}
        ends = [str(span.get(name)) for name in (FROM, TO)]
        if all(end in YEARS for end in ends):
            # Both in one go: the history gets one entry.
            given = {k: v for k, v in st.query_params.to_dict().items() if k not in (FROM, TO)}
            asked_for = zip((FROM, TO), ends, whole, strict=True)
            given |= {name: end for name, end, widest in asked_for if end != str(widest)}
            st.query_params.from_dict(given)

    _control()(
        key=_KEY,
        data={
            "first": whole[0],
            "last": whole[1],
            "from": shown[0],
            "to": shown[1],
            "day": now.view.known_on.isoformat(),
            "marks": [[day.isoformat(), kind] for day, kind in scene.strip],
            "scroll": scroll,
            "gutter": scene.frame.left,
            "share": scene.frame.across(min(max(scene.known_on, scene.frame.first), scene.frame.last)),
            "labels": {
                "from": words.say("timeline.years.from"),
                "to": words.say("timeline.years.to"),
                "all": words.say("timeline.years.all"),
                "range": words.catalogue.entry("number.range"),
            },
        },
        on_span_change=chosen,
    )
