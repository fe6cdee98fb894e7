"""The one place where XML of the file is made: a Jinja2 environment that escapes everything it is given.

In: a template of this folder and plain values. Out: XML as ``str``. Lengths go in as points and come out as EMU,
colours go in as ``#RRGGBB`` and come out as the slot of the theme that has this colour, so that a presenter who
changes the theme changes every slide.
"""

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from metrics.figures.palette import LIGHT

EMU = 12700  # to a point
LATIN = "Arial"
EAST_ASIAN = "Microsoft YaHei"

#: The slots of the theme; the first four are text and grounds.
SLOTS = (
    ("dk1", LIGHT.ink),
    ("lt1", LIGHT.paper),
    ("dk2", LIGHT.ink_2),
    ("lt2", LIGHT.panel),
    ("accent1", LIGHT.gov),
    ("accent2", LIGHT.other),
    ("accent3", LIGHT.pos),
    ("accent4", LIGHT.warn),
    ("accent5", LIGHT.neg),
    ("accent6", LIGHT.open),
    ("hlink", LIGHT.gov_2),
    ("folHlink", LIGHT.mute),
)
_NAMES = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}  # as slides call them
_SLOT = {colour: _NAMES.get(slot, slot) for slot, colour in SLOTS if slot != "hlink"}

# What XML 1.0 cannot hold, escaped or not; a text of the data files may.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    r"""The text without the few signs that no XML file may hold.

    >>> legal("a\x00b < c")
    'ab < c'
    """
    return _NOT_XML.sub("", text)


def emu(points: float) -> int:
    """A length of the file.

    >>> emu(0.5)
    6350
    """
    return round(points * EMU)


def colour(value: str, opacity: int = 100) -> Markup:
    """A colour as DrawingML, ``opacity`` in per cent.

    >>> colour(LIGHT.ink), colour("#DED9D0", 30)
    (Markup('<a:schemeClr val="tx1"/>'), Markup('<a:srgbClr val="DED9D0"><a:alpha val="30000"/></a:srgbClr>'))
    """
    kind, name = ("schemeClr", _SLOT[value]) if value in _SLOT else ("srgbClr", value.removeprefix("#"))
    if opacity == 100:
        return Markup('<a:{} val="{}"/>').format(kind, name)
    return Markup('<a:{0} val="{1}"><a:alpha val="{2}"/></a:{0}>').format(kind, name, opacity * 1000)


def _finalised(value: object) -> object:
    return legal(value) if type(value) is str else value


_ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    finalize=_finalised,
)
_ENVIRONMENT.filters.update(emu=emu, colour=colour)


def render(template: str, **values: object) -> str:
    """Fill in ``templates/<template>.xml``.

    Raises:
        jinja2.UndefinedError: the template needs a value that is not given.
    """
    return _ENVIRONMENT.get_template(f"{template}.xml").render(values).strip()
