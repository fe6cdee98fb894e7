"""Pictures as files: charts of an extract as SVG or PNG in one of the three sizes.

In: an extract, which charts, size and mode. Out: the bytes of a picture, or of a zip with one picture a chart. The same
extract gives the same bytes. All but our own SVG needs a Chrome, see ``chrome``.
"""

from collections.abc import Callable, Sequence
from typing import Any

from metrics.exports.archive import archive
from metrics.exports.chrome import painted
from metrics.exports.extract import Extract
from metrics.exports.file_name import file_name
from metrics.exports.gallery import Exhibit, gallery
from metrics.figures.bullet_picture import bullet_spec
from metrics.figures.palette import Mode
from metrics.figures.picture import SIZES, SizeName, picture, spec


def pictures(
    taken: Extract,
    kind: str,
    charts: Sequence[str] = (),
    *,
    size: SizeName = "slide",
    mode: Mode = "light",
    step: Callable[[], None] = lambda: None,
) -> bytes:
    """One chart as ``kind`` ("png" or "svg"), several as a zip.

    Args:
        taken: the extract.
        kind: of file.
        charts: ids in :func:`~metrics.exports.gallery.gallery`; none: the first, that is the readings of the first page.
        size: of each picture.
        mode: light or dark.
        step: called after each picture.

    Raises:
        KeyError: there is no such chart, or none at all.
        NoChromeError: one is needed, and there is none.
    """
    there = gallery(taken.in_own_units, mode)
    chosen = [there[one] for one in charts or list(there)[:1]]
    if not chosen:
        raise KeyError("")
    asked = [asked_of(one, size, mode) for one in chosen]
    if kind == "svg" and all("svg" in one for one in asked):
        made = [str(one["svg"]).encode("utf-8") for one in asked]
    else:
        made = painted(asked, kind, step)
    if len(made) == 1:
        return made[0]
    names = [file_name(f"{one.id}-{size}", taken.known_on, kind) for one in chosen]
    return archive(dict(zip(names, made, strict=True)))


def asked_of(one: Exhibit, size: SizeName, mode: Mode) -> dict[str, Any]:
    """What ``picture.js`` needs to write the picture of a chart."""
    if one.draw is None:
        return bullet_spec(one.svg(size), size)
    shape = SIZES[size]
    chart = one.draw(shape.width, 0)
    chart = one.paper(chart) if size == "column" else chart
    figure = picture(chart, one.draw, shape, mode, address=one.address)
    return spec(figure, shape, mode, one.address)
