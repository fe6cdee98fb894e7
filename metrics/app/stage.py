"""The stage on its page: the slides fill the window, and what the presenter chooses stands in the address.

In: the HTML of a stage and the choices of the address. Out: the component that shows and drives it. All slides are
sent once; moving, choosing among them and leaving never ask the server, so a lost connection ends no briefing. Another place
or span of years does.
"""

from functools import lru_cache
from importlib.resources import files
from typing import Any

import streamlit as st

from metrics.figures.palette import Mode
from metrics.figures.slides.stage import presenter_script, stage_style

_KEY = "mp-slides"


@lru_cache(maxsize=1)
def _stage() -> Any:
    glue = files("metrics.app").joinpath("present.js").read_text(encoding="utf-8")
    return st.components.v2.component(
        "milepost_stage",
        html='<div class="room" style="position:fixed;inset:0"></div>\n',
        css=stage_style().removeprefix("<style>").removesuffix("</style>"),
        js=f"{presenter_script()}\n{glue}",
    )


def _ask() -> None:
    """The presenter wants slides that must be made anew: the address becomes what the browser says it is."""
    asked = (st.session_state.get(_KEY) or {}).get("asked") or {}
    if asked:
        st.query_params.from_dict({str(name): str(value) for name, value in asked.items()})


def show_stage(
    html: str,
    mode: Mode,
    *,
    home: str,
    slide: str | None,
    slides: tuple[str, ...],
    deck: str | None,
    shape: str | None,
    contested: bool,
    told: str,
) -> None:
    """The slides over the whole window.

    Args:
        html: of the stage.
        mode: light or dark.
        home: where leaving leads when the show was opened by its own address.
        slide: key of the slide to begin with; None: the first one.
        slides: ids of those shown, in their order; empty: all.
        deck: the name of the deck that they are of.
        shape: ``auto``, ``16-9`` or ``4-3``.
        contested: whether figures that do not count are shown.
        told: what the presenter should know and nobody else; it stands in the presenter's window.
    """
    with st.container(key="mp-stage"):
        _stage()(
            key=_KEY,
            on_asked_change=_ask,
            data={
                "html": html,
                "mode": mode,
                "home": home,
                "slide": slide,
                "slides": list(slides) or None,
                "deck": deck,
                "shape": shape,
                "contested": contested,
                "told": told,
            },
        )
