"""The one style sheet of the blocks, with the colours of a mode.

In: ``light`` or ``dark``, or neither for a document that serves both. Out: the style sheet. It fetches nothing.
"""

import re
from functools import lru_cache
from pathlib import Path

from metrics.figures.palette import DARK, FONT, LIGHT, PALETTES, Mode

#: How lines and letters are spaced: px added to the height of every line, and the share of the spacing of
#: letters that is kept. Chinese letters fill their square: they want more air above and none between.
_SPACED = {"zh": (2, 0)}


@lru_cache(maxsize=8)
def style_sheet(mode: Mode, language: str = "en", *, on_screen: bool = False) -> str:
    """Tokens of the mode, the block styles, and what changes on paper (always light).

    With ``on_screen`` the screen shows what paper gets.

    >>> style_sheet("dark")[:28]
    '<style>:root{--paper:#12151A'
    """
    on_paper = _part("print.css") + (_part("print_dark.css") if mode == "dark" else "")
    return (
        f"<style>:root{{{PALETTES[mode].css()}{_letters(language)}}}\n{_spaced(_part('style.css'))}\n"
        f"@media {'all' if on_screen else 'print'}{{:root{{{LIGHT.css()}}}\n{on_paper}}}</style>"
    )


@lru_cache(maxsize=8)
def style_of_both(language: str = "en") -> str:
    """The same for a document that serves both modes, without the element around it.

    The reader's system chooses; ``data-mode`` on the root element chooses otherwise; paper is always light.
    """
    return (
        f":root{{{LIGHT.css()}{_letters(language)}color-scheme:light}}\n"
        f"@media (prefers-color-scheme:dark){{:root:not([data-mode=light]){{{DARK.css()}color-scheme:dark}}}}\n"
        f":root[data-mode=dark]{{{DARK.css()}color-scheme:dark}}\n"
        f"{_spaced(_part('style.css'))}\n"
        f"@media print{{:root:root:root{{{LIGHT.css()}color-scheme:light only}}\n{_part('print.css')}}}\n"
    )


def _part(name: str) -> str:
    return (Path(__file__).parent / name).read_text(encoding="utf-8")


def _letters(language: str) -> str:
    lead, letters = _SPACED.get(language, (0, 1))
    return f"--mp-font:{FONT};--mp-lead:{lead}px;--mp-letters:{letters};"


def _spaced(css: str) -> str:
    """The sheet with every height of a line and every spacing of letters left to the language.

    >>> _spaced("a { line-height: 21px; letter-spacing: -.01em }")
    'a { line-height: calc(21px + var(--mp-lead)); letter-spacing: calc(-.01em * var(--mp-letters)) }'
    """
    css = re.sub(r"line-height: ([\d.]+px)", r"line-height: calc(\1 + var(--mp-lead))", css)
    return re.sub(r"letter-spacing: (-[\d.]+em)", r"letter-spacing: calc(\1 * var(--mp-letters))", css)
