"""The palette: every colour of the house, light and dark, and the one type family.

The Streamlit themes, the plotly template, the style sheet, the signs and the exports all take their
colours from here; a test holds the committed Streamlit configuration against it.
"""

from dataclasses import asdict, dataclass
from typing import Literal

from metrics.progress.result import Verdict
from metrics.records.colour import ON_DARK, ON_LIGHT
from metrics.records.vocabulary import Independence

Mode = Literal["light", "dark"]

FONT = (
    '"Source Sans 3", "Source Sans", "Source Sans Pro", system-ui, -apple-system, "Segoe UI", '
    '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif'
)


@dataclass(frozen=True)
class Palette:
    """Colours as ``#RRGGBB``."""

    mode: Mode
    paper: str  # page
    panel: str  # quiet ground: track below a target, chips, plan bars
    field: str  # inputs and pop-ups
    ink: str  # headlines, figures, target tick
    ink_2: str  # body text
    ink_3: str  # notes and axes
    rule: str  # decoration only
    edge: str  # control borders, hatching, axis
    gov: str  # series: state bodies and their institutes
    gov_2: str  # second state line of a chart
    other: str  # series: independent reporters
    focus: str  # links, focus ring, known-on line
    pos: str  # met, met early, met late, on track
    warn: str  # behind
    neg: str  # missed, far behind, going backwards; break mark
    open: str  # due but not verified, inconclusive, depends on the path
    mute: str  # too early, stale, no data, not comparable
    on_status: str  # sign inside a filled glyph
    not_due: str  # ground of the time after the known-on day

    def tokens(self) -> dict[str, str]:
        """The colours by their names in a style sheet."""
        return {k.replace("_", "-"): v for k, v in asdict(self).items() if k != "mode"}

    def css(self) -> str:
        """The colours as CSS custom properties, ``--ink-2:#43464D;``.

        >>> LIGHT.css()[:16]
        '--paper:#FDFCFA;'
        """
        return "".join(f"--{name}:{colour};" for name, colour in self.tokens().items())

    def status(self, verdict: Verdict) -> str:
        """The colour of a verdict."""
        return str(getattr(self, STATUS_TOKEN[verdict]))

    def series(self, independence: Independence) -> str:
        """The colour of a series: the state and its institutes, or independent."""
        return self.other if independence is Independence.INDEPENDENT else self.gov


LIGHT = Palette(
    mode="light",
    paper=ON_LIGHT.paper,
    panel="#F4F1EB",
    field="#FFFFFF",
    ink="#1A1C20",
    ink_2="#43464D",
    ink_3="#62656C",
    rule="#DED9D0",
    edge="#878178",
    gov="#12436D",
    gov_2="#1E6DB4",
    other="#B4500B",
    focus="#12436D",
    pos=ON_LIGHT.pos,
    warn=ON_LIGHT.warn,
    neg=ON_LIGHT.neg,
    open=ON_LIGHT.open,
    mute=ON_LIGHT.mute,
    on_status="#FFFFFF",
    not_due="#F0F3F6",
)
DARK = Palette(
    mode="dark",
    paper=ON_DARK.paper,
    panel="#1D2229",
    field="#191D23",
    ink="#F1EEE8",
    ink_2="#CBC8C1",
    ink_3="#A3A19B",
    rule="#2E343D",
    edge="#7C828B",
    gov="#7DB9EA",
    gov_2="#B5D9F5",
    other="#F2A65A",
    focus="#7DB9EA",
    pos=ON_DARK.pos,
    warn=ON_DARK.warn,
    neg=ON_DARK.neg,
    open=ON_DARK.open,
    mute=ON_DARK.mute,
    on_status="#12151A",
    not_due="#191F27",
)

PALETTES: dict[Mode, Palette] = {"light": LIGHT, "dark": DARK}

STATUS_TOKEN: dict[Verdict, str] = {
    Verdict.MET: "pos",
    Verdict.MET_EARLY: "pos",
    Verdict.MET_LATE: "pos",
    Verdict.MISSED: "neg",
    Verdict.UNVERIFIED: "open",
    Verdict.INCONCLUSIVE: "open",
    Verdict.ON_TRACK: "pos",
    Verdict.BEHIND: "warn",
    Verdict.FAR_BEHIND: "neg",
    Verdict.GOING_BACKWARDS: "neg",
    Verdict.DEPENDS_ON_PATH: "open",
    Verdict.TOO_EARLY: "mute",
    Verdict.STALE: "mute",
    Verdict.NO_DATA: "mute",
    Verdict.ENDED: "mute",
    Verdict.NOT_COMPARABLE: "mute",
}
