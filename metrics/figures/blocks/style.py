"""The one style sheet of the blocks, with the colours of a mode.

In: ``light`` or ``dark``. Out: a whole ``<style>`` element. It fetches nothing.
"""

from functools import lru_cache
from pathlib import Path

from metrics.figures.palette import FONT, LIGHT, PALETTES, Mode


@lru_cache(maxsize=2)
def style_sheet(mode: Mode) -> str:
    """Tokens of the mode, the block styles, and what changes on paper (always light).

    >>> style_sheet("dark")[:28]
    '<style>:root{--paper:#12151A'
    """
    folder = Path(__file__).parent
    blocks = (folder / "style.css").read_text(encoding="utf-8")
    on_paper = (folder / "print.css").read_text(encoding="utf-8")
    if mode == "dark":
        on_paper += (folder / "print_dark.css").read_text(encoding="utf-8")
    return (
        f"<style>:root{{{PALETTES[mode].css()}--mp-font:{FONT};}}\n{blocks}\n"
        f"@media print{{:root{{{LIGHT.css()}}}\n{on_paper}}}</style>"
    )
