"""The brand: the name, the logo and the accent of an institution, as a page, a slide or a document shows them.

In: the records of a plan with a theme, and words. Out: a frozen :class:`Brand`; what verdicts and figures look like is no part of it.
"""

from dataclasses import dataclass

from markupsafe import Markup

from metrics.figures.blocks.environment import markup
from metrics.figures.palette import Mode
from metrics.records.logo import Logo
from metrics.records.store import Records
from metrics.words import Words


@dataclass(frozen=True, slots=True)
class Brand:
    """Who shows this; every part but the name may be missing."""

    name: str
    logo: Logo | None
    accent: str | None
    accent_dark: str | None

    @property
    def png(self) -> Logo | None:
        """The logo where a document can hold it: neither PowerPoint nor Word takes an SVG without a picture beside it."""
        return self.logo if self.logo and self.logo.kind == "png" else None

    @property
    def style(self) -> str:
        """The accents as a ``style`` attribute, for a sheet that knows light from dark."""
        found = (("light", self.accent), ("dark", self.accent_dark))
        return ";".join(f"--accent-{mode}:{colour}" for mode, colour in found if colour)

    def html(self, mode: Mode | None = None) -> Markup:
        """Logo and name for the head of a page; ``mode``: of a page that is drawn anew for the other one."""
        accent = {"light": self.accent, "dark": self.accent_dark, None: None}[mode]
        return markup(
            "brand", brand=self, style=f"--accent:{accent}" if accent else self.style if mode is None else ""
        )


def brand(known: Records, words: Words) -> Brand | None:
    """The brand of a plan, in one language; None where its folder has no theme."""
    theme = known.theme
    if theme is None:
        return None
    return Brand(words.text(theme.name), known.logo, theme.accent, theme.accent_dark)
