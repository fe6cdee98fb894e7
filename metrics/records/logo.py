"""The logo: the picture that ``theme.yaml`` names, looked through before any page shows it.

In: the files of a plan and the record of its theme. Out: a :class:`Logo`, and a problem at the name in ``theme.yaml`` for
each thing that speaks against it. Pages show it only as ``<img>`` with an address that holds the picture itself, where neither
scripts nor references work; that an SVG has none is asked for all the same, as the file may be opened by itself.
"""

import re
import struct
import zlib
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import ceil
from xml.etree import ElementTree as ET  # what defines entities is refused before it is parsed

from metrics.records.entry import Entry
from metrics.records.folder import DataFile, Layout
from metrics.records.model import Theme
from metrics.records.problem import Report, shown
from metrics.records.record_set import RecordSet

LARGEST = 50  # kB; every slide holds it
LEAST_SIDE, MOST_SIDE = 16, 2000  # px

_PNG = b"\x89PNG\r\n\x1a\n"
_SVG = "{http://www.w3.org/2000/svg}"
_DRAWN = frozenset(
    re.findall(
        "[a-zA-Z]+",
        """svg g defs symbol use title desc path rect circle ellipse line polyline polygon
    text tspan linearGradient radialGradient stop clipPath mask style""",
    )
)
#: What a style or an attribute may not hold: an address that is no id of the same file, a rule that fetches, an escape that hides one.
_REACHES = re.compile(r"url\(\s*(?![\"']?#)|@|\\|javascript:|data:", re.IGNORECASE)
_LENGTH = re.compile(r"([0-9]+(?:\.[0-9]+)?)(?:px)?")


@dataclass(frozen=True)
class Logo:
    """A picture that has been looked through."""

    kind: str  # "png" or "svg"
    data: bytes
    width: float  # px; of an SVG in its own units
    height: float

    @property
    def ratio(self) -> float:
        """Width to height."""
        return self.width / self.height

    @cached_property
    def address(self) -> str:
        """An address that holds the picture itself, for ``<img src>``."""
        media = "image/svg+xml" if self.kind == "svg" else "image/png"
        return f"data:{media};base64,{b64encode(self.data).decode('ascii')}"


class _LogoError(Exception):
    """What speaks against a picture: a kind of fault and its details."""

    def __init__(self, fault: str, **details: str) -> None:
        self.fault, self.details = fault, details
        super().__init__(fault)


def read_logo(folder: Layout, record_set: RecordSet, report: Report) -> Logo | None:
    """The logo of the theme; None where there is none, or with a problem."""
    return next(
        (_read(theme.logo, entry, folder, report) for theme, entry in record_set.of(Theme) if theme.logo),
        None,
    )


def _read(name: str, entry: Entry, folder: Layout, report: Report) -> Logo | None:
    file = DataFile(f"{folder.data}/{name}", "theme.yaml")
    at, found = entry.spot("logo"), shown(name)
    if not folder.has(file.label):
        report.add("no_logo", entry.file, at, "logo", found=found, place=file.label)
        return None
    data = folder.bytes_of(file, report)
    if data is None:
        return None
    try:
        return logo_of(name, data)
    except _LogoError as error:
        report.add(error.fault, entry.file, at, "logo", found=found, **error.details)
        return None


def logo_of(name: str, data: bytes) -> Logo:
    """A picture by its name and its bytes.

    >>> logo_of("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h9"/></svg>').ratio
    2.0
    """
    if len(data) > LARGEST * 1000:
        raise _LogoError("large_logo", size=f"{ceil(len(data) / 1000):,}", limit=str(LARGEST))
    kind = name.rpartition(".")[2]
    width, height = _svg_size(data) if kind == "svg" else _png_size(data)
    if not all(LEAST_SIDE <= side <= MOST_SIDE for side in (width, height)):
        size = f"{width:g} × {height:g}"
        raise _LogoError("logo_size", size=size, least=str(LEAST_SIDE), most=f"{MOST_SIDE:,}")
    return Logo(kind, data, width, height)


def _png_size(data: bytes) -> tuple[int, int]:
    """The size that the first chunk names, of a file whose chunks are all whole (W3C, PNG, section 5)."""
    if not data.startswith(_PNG):
        raise _LogoError("other_logo", format="PNG")
    names: list[bytes] = []
    at = len(_PNG)
    while at + 12 <= len(data) and (not names or names[-1] != b"IEND"):
        (length,) = struct.unpack_from(">I", data, at)
        body = data[at + 4 : at + 8 + length]
        if data[at + 8 + length : at + 12 + length] != struct.pack(">I", zlib.crc32(body)):
            break
        names.append(body[:4])
        at += 12 + length
    if names[:1] != [b"IHDR"] or names[-1] != b"IEND" or at != len(data) or data[8:12] != b"\0\0\0\x0d":
        raise _LogoError("broken_logo")
    width, height = struct.unpack_from(">II", data, 16)
    return width, height


def _svg_size(data: bytes) -> tuple[float, float]:
    """The size that an SVG names, once nothing in it acts or reaches out."""
    try:
        text = data.decode("utf-8-sig")
        if re.search(r"<!(DOCTYPE|ENTITY)|<\?(?!xml\s)", text, re.IGNORECASE):
            raise _LogoError("active_logo", what="<!DOCTYPE> / <?…?>")
        root = ET.fromstring(text)  # noqa: S314  no entities, and small
    except (UnicodeDecodeError, ET.ParseError, ValueError) as error:
        raise _LogoError("other_logo", format="SVG") from error
    if root.tag != f"{_SVG}svg":
        raise _LogoError("other_logo", format="SVG")
    if odd := next(_odd(root), None):
        raise _LogoError("active_logo", what=odd)
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    sides = (
        box[2:] if len(box) == 4 else [root.get("width", ""), root.get("height", "")]
    )  # without the corner
    matched = [_LENGTH.fullmatch(side) for side in sides]
    if not all(matched):
        raise _LogoError("logo_without_size")
    width, height = (float(one[1]) for one in matched if one)
    return width, height


def _odd(root: ET.Element) -> Iterator[str]:
    """Everything in an SVG that does more than draw, as a message names it."""
    for one in root.iter():
        name = one.tag.removeprefix(_SVG)
        if name not in _DRAWN:
            yield f"<{name.rpartition('}')[2]}>"
        if name == "style" and _REACHES.search(one.text or ""):
            yield "<style>"
        for key, value in one.attrib.items():
            attribute = key.rpartition("}")[2]
            is_reference = attribute == "href" and not value.startswith("#")
            if attribute.lower().startswith("on") or is_reference or _REACHES.search(value):
                yield attribute
