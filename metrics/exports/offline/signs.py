"""The signs of the file: drawn once each, in the colours of the mode that is shown.

In: HTML of blocks drawn for light, in which every sign is an image of its own. Out: the same HTML with a reference
in place of each image, and the drawings to which they refer, coloured by custom properties.
"""

import re
from base64 import b64decode
from dataclasses import dataclass, field

from metrics.figures.palette import PALETTES, STATUS_TOKEN, Mode

_IMAGE = re.compile(
    r'<img class="mp-sign" src="data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)" width="(\d+)" height="(\d+)" alt="([^"]*)">'
)
_BODY = re.compile(r"<svg [^>]*>(.*)</svg>", re.DOTALL)

#: The tokens that a sign may be drawn in.
_TOKENS = (*dict.fromkeys(STATUS_TOKEN.values()), "on_status", "paper")


@dataclass
class Signs:
    """The drawings met so far, with their names."""

    mode: Mode = "light"  # for which the blocks were drawn
    names: dict[str, str] = field(default_factory=dict)

    def referred(self, html: str) -> str:
        """The HTML with a reference in place of each image."""
        return _IMAGE.sub(self._reference, html)

    def drawings(self) -> str:
        """Every drawing once, for the beginning of the document."""
        drawn = "".join(
            f'<symbol id="{name}" viewBox="0 0 24 24">{body}</symbol>' for body, name in self.names.items()
        )
        return f'<svg class="mo-signs" width="0" height="0" aria-hidden="true">{drawn}</svg>'

    def _reference(self, image: re.Match[str]) -> str:
        data, width, height, alt = image.groups()
        found = _BODY.search(b64decode(data).decode())
        body = _tokens(found[1], self.mode) if found else ""
        name = self.names.setdefault(body, f"sign-{len(self.names) + 1}")
        said = f'role="img" aria-label="{alt}"' if alt else 'aria-hidden="true"'
        return f'<svg class="mp-sign" width="{width}" height="{height}" {said}><use href="#{name}"/></svg>'


def _tokens(body: str, mode: Mode) -> str:
    """The drawing with custom properties in place of the colours of a mode."""
    palette = PALETTES[mode]
    for token in _TOKENS:
        body = body.replace(f'"{getattr(palette, token)}"', f'"var(--{token.replace("_", "-")})"')
    return body
