"""The signs: one small SVG for each verdict, filled or hollow.

Filled: every counted reading agrees, or it is a single reading. Hollow: not all do. Colours are those
of the palette; a sign always stands beside its word, so its own text alternative may be empty.
"""

from base64 import b64encode
from functools import lru_cache
from html import escape

from metrics.figures.palette import PALETTES, Mode
from metrics.progress.result import Verdict

_VIEW_BOX = "0 0 24 24"

_FILLED: dict[Verdict, str] = {
    Verdict.MET: (
        '<circle cx="12" cy="12" r="10" fill="{colour}"/>'
        '<path d="M7.6 12.4l3.1 3.1 5.5-6.6" fill="none" stroke="{on}" stroke-width="2.4"/>'
    ),
    Verdict.MET_EARLY: (
        '<circle cx="14" cy="12" r="9" fill="{colour}"/>'
        '<path d="M9.6 12.4l3.1 3.1 5.5-6.6" fill="none" stroke="{on}" stroke-width="2.4"/>'
        '<path d="M4 7v10l-4-5z" fill="{colour}"/>'
    ),
    Verdict.MET_LATE: (
        '<circle cx="10" cy="12" r="9" fill="{colour}"/>'
        '<path d="M5.6 12.4l3.1 3.1 5.5-6.6" fill="none" stroke="{on}" stroke-width="2.4"/>'
        '<path d="M20 7v10l4-5z" fill="{colour}"/>'
    ),
    Verdict.MISSED: (
        '<rect x="3" y="3" width="18" height="18" rx="2" fill="{colour}" stroke="{colour}" stroke-width="2"/>'
        '<path d="M8 8l8 8M16 8l-8 8" stroke="{on}" stroke-width="2.4"/>'
    ),
    Verdict.UNVERIFIED: (
        '<circle cx="12" cy="12" r="9" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="3.8 2.48"/>'
        '<path d="M9.4 9.6c.2-3.3 5.4-3.2 5.4-.1 0 2.1-2.7 2.2-2.7 4.3" fill="none" stroke="{colour}" stroke-width="2.1"/>'
        '<circle cx="12.1" cy="16.8" r="1.35" fill="{colour}"/>'
    ),
    Verdict.INCONCLUSIVE: (
        '<circle cx="12" cy="12" r="9" fill="none" stroke="{colour}" stroke-width="2"/>'
        '<path d="M12 3a9 9 0 000 18z" fill="{colour}"/>'
    ),
    Verdict.ON_TRACK: (
        '<circle cx="12" cy="12" r="9" fill="{colour}" stroke="{colour}" stroke-width="2"/>'
        '<path transform="rotate(-45 12 12)" d="M6.6 12h10M12.8 8l4 4-4 4" fill="none" stroke="{on}" stroke-width="2.2"/>'
    ),
    Verdict.BEHIND: (
        '<circle cx="12" cy="12" r="9" fill="{colour}" stroke="{colour}" stroke-width="2"/>'
        '<path transform="rotate(0 12 12)" d="M6.6 12h10M12.8 8l4 4-4 4" fill="none" stroke="{on}" stroke-width="2.2"/>'
    ),
    Verdict.FAR_BEHIND: (
        '<circle cx="12" cy="12" r="9" fill="{colour}" stroke="{colour}" stroke-width="2"/>'
        '<path transform="rotate(45 12 12)" d="M6.6 12h10M12.8 8l4 4-4 4" fill="none" stroke="{on}" stroke-width="2.2"/>'
    ),
    Verdict.GOING_BACKWARDS: (
        '<circle cx="12" cy="12" r="9" fill="{colour}" stroke="{colour}" stroke-width="2"/>'
        '<path transform="rotate(180 12 12)" d="M6.6 12h10M12.8 8l4 4-4 4" fill="none" stroke="{on}" stroke-width="2.2"/>'
    ),
    Verdict.DEPENDS_ON_PATH: (
        '<circle cx="12" cy="12" r="9" fill="none" stroke="{colour}" stroke-width="2"/>'
        '<path d="M6.5 12H10l5-4.2M10 12l5 4.2M12.6 7.2l3.2.1-.7 3M15.1 13.7l.7 3-3.2.1" fill="none" stroke="{colour}" stroke-width="1.9"/>'
    ),
    Verdict.TOO_EARLY: (
        '<circle cx="12" cy="12" r="9" fill="none" stroke="{colour}" stroke-width="1.8"/>'
        '<g fill="{colour}">'
        '<circle cx="7.8" cy="12" r="1.4"/>'
        '<circle cx="12" cy="12" r="1.4"/>'
        '<circle cx="16.2" cy="12" r="1.4"/>'
        "</g>"
    ),
    Verdict.STALE: (
        '<circle cx="12" cy="12" r="9" fill="none" stroke="{colour}" stroke-width="1.8"/>'
        '<path d="M12 6.5V12l3.6 2.6" fill="none" stroke="{colour}" stroke-width="1.9"/>'
    ),
    Verdict.NO_DATA: (
        '<rect x="3.5" y="3.5" width="17" height="17" rx="2" fill="{paper}" stroke="{colour}" stroke-width="1.6"/>'
        '<path d="M4 11l7-7M4 18L18 4M7.5 20L20 7.5M14 20l6-6" stroke="{colour}" stroke-width="1.5"/>'
    ),
    Verdict.NOT_COMPARABLE: (
        '<rect x="3.5" y="3.5" width="17" height="17" rx="2" fill="none" stroke="{colour}" stroke-width="1.8"/>'
        '<path d="M7.5 10h9M7.5 14h9M14 7l-4 10" stroke="{colour}" stroke-width="1.8"/>'
    ),
    Verdict.ENDED: (
        '<circle cx="12" cy="12" r="9" fill="none" stroke="{colour}" stroke-width="1.8"/>'
        '<path d="M5.8 18.2L18.2 5.8" stroke="{colour}" stroke-width="1.9"/>'
    ),
}

_HOLLOW: dict[Verdict, str] = {
    Verdict.MET: (
        '<circle cx="12" cy="12" r="8.9" fill="none" stroke="{colour}" stroke-width="2.2"/>'
        '<path d="M7.8 12.4l3 3 5.2-6.2" fill="none" stroke="{colour}" stroke-width="2.3"/>'
    ),
    Verdict.MET_EARLY: (
        '<circle cx="14" cy="12" r="7.9" fill="none" stroke="{colour}" stroke-width="2.2"/>'
        '<path d="M9.8 12.4l3 3 5.2-6.2" fill="none" stroke="{colour}" stroke-width="2.3"/>'
        '<path d="M4 7v10l-4-5z" fill="{colour}"/>'
    ),
    Verdict.MET_LATE: (
        '<circle cx="10" cy="12" r="7.9" fill="none" stroke="{colour}" stroke-width="2.2"/>'
        '<path d="M5.8 12.4l3 3 5.2-6.2" fill="none" stroke="{colour}" stroke-width="2.3"/>'
        '<path d="M20 7v10l4-5z" fill="{colour}"/>'
    ),
    Verdict.MISSED: (
        '<rect x="3" y="3" width="18" height="18" rx="2" fill="none" stroke="{colour}" stroke-width="2"/>'
        '<path d="M8 8l8 8M16 8l-8 8" stroke="{colour}" stroke-width="2.4"/>'
    ),
    Verdict.ON_TRACK: (
        '<circle cx="12" cy="12" r="9" fill="none" stroke="{colour}" stroke-width="2"/>'
        '<path transform="rotate(-45 12 12)" d="M6.6 12h10M12.8 8l4 4-4 4" fill="none" stroke="{colour}" stroke-width="2.2"/>'
    ),
    Verdict.BEHIND: (
        '<circle cx="12" cy="12" r="9" fill="none" stroke="{colour}" stroke-width="2"/>'
        '<path transform="rotate(0 12 12)" d="M6.6 12h10M12.8 8l4 4-4 4" fill="none" stroke="{colour}" stroke-width="2.2"/>'
    ),
    Verdict.FAR_BEHIND: (
        '<circle cx="12" cy="12" r="9" fill="none" stroke="{colour}" stroke-width="2"/>'
        '<path transform="rotate(45 12 12)" d="M6.6 12h10M12.8 8l4 4-4 4" fill="none" stroke="{colour}" stroke-width="2.2"/>'
    ),
    Verdict.GOING_BACKWARDS: (
        '<circle cx="12" cy="12" r="9" fill="none" stroke="{colour}" stroke-width="2"/>'
        '<path transform="rotate(180 12 12)" d="M6.6 12h10M12.8 8l4 4-4 4" fill="none" stroke="{colour}" stroke-width="2.2"/>'
    ),
}

#: The sign in plain text, for terminals and files.
TEXT: dict[Verdict, str] = {
    Verdict.MET: "✓",
    Verdict.MET_EARLY: "◂✓",
    Verdict.MET_LATE: "✓▸",
    Verdict.MISSED: "✕",
    Verdict.UNVERIFIED: "?",
    Verdict.INCONCLUSIVE: "◐",
    Verdict.ON_TRACK: "↗",
    Verdict.BEHIND: "→",
    Verdict.FAR_BEHIND: "↘",
    Verdict.GOING_BACKWARDS: "←",
    Verdict.DEPENDS_ON_PATH: "⑂",
    Verdict.TOO_EARLY: "…",
    Verdict.STALE: "◷",
    Verdict.NO_DATA: "▨",
    Verdict.NOT_COMPARABLE: "≠",
    Verdict.ENDED: "⊘",
}


@lru_cache(maxsize=256)
def sign_svg(verdict: Verdict, mode: Mode, hollow: bool = False, size: int = 20) -> str:
    """The sign as a whole ``<svg>`` element, ``size`` px square, without a text alternative.

    A verdict that has no hollow form (undecided ones) keeps its only form.
    """
    palette = PALETTES[mode]
    colours = {"colour": palette.status(verdict), "on": palette.on_status, "paper": palette.paper}
    return _svg(verdict, hollow, size, colours)


@lru_cache(maxsize=128)
def sign_inline(verdict: Verdict, hollow: bool = False, size: int = 40) -> str:
    """The same for pages that keep inline SVG: in the colour of the text around it, so it follows the mode."""
    colours = {"colour": "currentColor", "on": "var(--on-status)", "paper": "var(--paper)"}
    return _svg(verdict, hollow, size, colours)


def _svg(verdict: Verdict, hollow: bool, size: int, colours: dict[str, str]) -> str:
    shapes = _HOLLOW.get(verdict, _FILLED[verdict]) if hollow else _FILLED[verdict]
    body = shapes.format(**colours)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" '
        f'viewBox="{_VIEW_BOX}" aria-hidden="true">{body}</svg>'
    )


@lru_cache(maxsize=512)
def sign_img(verdict: Verdict, mode: Mode, hollow: bool = False, size: int = 20, alt: str = "") -> str:
    """The sign as an ``<img>`` with a data address: pages drop inline SVG and keep images."""
    data = b64encode(sign_svg(verdict, mode, hollow, size).encode()).decode()
    return (
        f'<img class="mp-sign" src="data:image/svg+xml;base64,{data}" width="{size}" height="{size}" '
        f'alt="{escape(alt)}">'
    )
