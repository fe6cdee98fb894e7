"""The master: the look that all slides share, made from python-pptx's empty file.

In: an empty presentation. Out: the same with a wide slide, one master, three layouts, and a theme with the colours and
fonts of the house. Whatever the empty file carries beside that is left out.
"""

from typing import Any

from markupsafe import Markup
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.presentation import Presentation

from metrics.exports.powerpoint.places import FOOT_RULE, HEIGHT, LAYOUTS, LEFT, MASTER, RIGHT, TITLE, WIDTH
from metrics.exports.powerpoint.places import TEXT as BODY
from metrics.exports.powerpoint.xml import EAST_ASIAN, EMU, LATIN, SLOTS, render
from metrics.figures.palette import LIGHT
from metrics.words import Words

_KEPT = {0: "opening", 1: "statement", 5: "finding"}  # layouts of the empty file, by their place in it
_DROPPED = {RT.PRINTER_SETTINGS, RT.THUMBNAIL}


def dress(file: Presentation, words: Words, product: str, accent: str | None = None) -> dict[str, Any]:
    """Give the file its look; the layouts by name."""
    file.slide_width, file.slide_height = WIDTH * EMU, HEIGHT * EMU  # type: ignore[assignment]
    size = file.element.find("{*}sldSz")
    if size is not None:
        size.attrib.pop("type", None)  # the empty file says that it is 4:3
    for part in (file.part, file.part.package):
        for rid, rel in list(part._rels.items()):  # noqa: SLF001  python-pptx has no door to it
            if rel.reltype in _DROPPED:
                part._rels.pop(rid)  # noqa: SLF001
    master = file.slide_master
    layouts = {name: file.slide_layouts[place] for place, name in _KEPT.items()}
    for layout in list(file.slide_layouts):
        if layout not in layouts.values():
            file.slide_layouts.remove(layout)
    names = {
        place.key: words.say(f"powerpoint.prompt.{place.key}")
        for places in LAYOUTS.values()
        for place in places
    }
    common = {"names": names, "lang": words.say("powerpoint.language")}
    rule = _rule(accent)
    made = parse_xml(
        render("master", places=MASTER, fixed=rule, title_size=TITLE, body_size=BODY.size, **common)
    )
    _swap(master.element, made, ("cSld", "txStyles"))
    for name, layout in layouts.items():
        made = parse_xml(
            render("layout", places=LAYOUTS[name], name=words.say(f"powerpoint.layout.{name}"), **common)
        )
        _swap(layout.element, made, ("cSld",))
        layout.element.attrib.pop("type", None)
        layout.element.set("preserve", "1")
    theme = render("theme", product=product, slots=_slots(accent), latin=LATIN, east_asian=EAST_ASIAN).encode(
        "utf-8"
    )
    master.part.part_related_by(RT.THEME)._blob = theme  # noqa: SLF001
    notes: Any = file.notes_master.part.part_related_by(RT.THEME)
    notes._element = parse_xml(theme)  # noqa: SLF001
    return layouts


def _slots(accent: str | None) -> tuple[tuple[str, str], ...]:
    """The theme; the accent of an institution takes the slot of links, which no verdict and no series has."""
    taken = {"hlink": accent} if accent else {}
    return tuple((slot, taken.get(slot, colour).removeprefix("#")) for slot, colour in SLOTS)


def _rule(accent: str | None) -> Markup:
    """The line above the footer, once for all slides."""
    return Markup(render("rule", x=LEFT, y=FOOT_RULE, w=RIGHT - LEFT, edge=accent or LIGHT.edge))  # noqa: S704  just escaped


def _swap(into: Any, made: Any, tags: tuple[str, ...]) -> None:
    """Put the named children of ``made`` in the place of those that ``into`` has."""
    for tag in tags:
        old, new = into.find(f"{{*}}{tag}"), made.find(f"{{*}}{tag}")
        into.replace(old, new)
