"""The one style sheet of the blocks, with the colours of a mode.

In: ``light`` or ``dark``. Out: a whole ``<style>`` element. It fetches nothing.
"""

import re
from functools import lru_cache
from pathlib import Path

from metrics.figures.palette import FONT, LIGHT, PALETTES, Mode

#: How lines and letters are spaced: px added to the height of every line, and the share of the spacing of
#: letters that is kept. Chinese letters fill their square: they want more air above and none between.
_SPACED = {"zh": (2, 0)}


@lru_cache(maxsize=8)
def style_sheet(mode: Mode, language: str = "en") -> str:
    """Tokens of the mode, the block styles, and what changes on paper (always light).

    >>> style_sheet("dark")[:28]
    '<style>:root{--paper:#12151A'
    """
    folder = Path(__file__).parent
    blocks = _spaced((folder / "style.css").read_text(encoding="utf-8"))
    lead, letters = _SPACED.get(language, (0, 1))
    on_paper = (folder / "print.css").read_text(encoding="utf-8")
    if mode == "dark":
        on_paper += (folder / "print_dark.css").read_text(encoding="utf-8")
    return (
        f"<style>:root{{{PALETTES[mode].css()}--mp-font:{FONT};--mp-lead:{lead}px;--mp-letters:{letters};}}\n{blocks}\n"
        f"@media print{{:root{{{LIGHT.css()}}}\n{on_paper}}}</style>"
    )


def _spaced(css: str) -> str:
    """The sheet with every height of a line and every spacing of letters left to the language.

    >>> _spaced("a { line-height: 21px; letter-spacing: -.01em }")
    'a { line-height: calc(21px + var(--mp-lead)); letter-spacing: calc(-.01em * var(--mp-letters)) }'
    """
    css = re.sub(r"line-height: ([\d.]+px)", r"line-height: calc(\1 + var(--mp-lead))", css)
    return re.sub(r"letter-spacing: (-[\d.]+em)", r"letter-spacing: calc(\1 * var(--mp-letters))", css)
