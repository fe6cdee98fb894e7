"""Boxes that a button opens: what stands in one is made when it is opened.

In: the label of the button, and what draws the content. Out: the control. Lists of links are one block of HTML.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import streamlit as st

from metrics.app.edge import edge
from metrics.figures.blocks.environment import render
from metrics.words import Words


@dataclass(frozen=True, slots=True)
class Option:
    """A link to the same view with another choice."""

    text: str
    href: str
    here: bool = False  # whether it is what is shown
    note: str = ""  # a line below it


@dataclass(frozen=True, slots=True)
class OptionGroup:
    """Options of one kind."""

    title: str
    options: tuple[Option, ...]
    in_a_row: bool = False  # short texts stand beside each other


def option_list(groups: Iterable[OptionGroup]) -> str:
    """The groups that have an option, as HTML."""
    return render("options", groups=[one for one in groups if one.options])


def box(key: str, label: str, draw: Callable[[], None], words: Words, icon: str | None = None) -> None:
    """A button with a box below it; it belongs into a fragment, so that opening it leaves the page as it is.

    A choice in the box changes the label of the button, which closes the box.

    Args:
        key: of the box; it is open where the session state has True for it.
        label: of the button.
        draw: makes the content; called while the box is open.
        words: the language.
        icon: of the button, see ``st.popover``.
    """
    with st.popover(label, key=key, icon=icon, on_change="rerun") as opened:
        if opened.open:
            with edge(words):
                draw()
