"""The QR code on a slide: one native shape on its light ground, with a text alternative.

In: a code and a box. Out: a group of shapes that PowerPoint draws sharp in every size.
"""

from metrics.exports.powerpoint.shape import PathStep, Rectangle, Shape, ShapeGroup
from metrics.figures.palette import LIGHT
from metrics.figures.slides.qr_code import QUIET, QrCode


def code_shape(code: QrCode, box: Rectangle, label: str) -> ShapeGroup:
    """The code in a square box."""
    module = box.w / code.size
    inner = Rectangle(
        box.x + QUIET * module, box.y + QUIET * module, box.w - 2 * QUIET * module, box.h - 2 * QUIET * module
    )
    path: list[PathStep] = []
    for column, row, length in code.runs:
        x, y = (column - QUIET) * module, (row - QUIET) * module
        right, foot = x + length * module, y + module
        path.append(PathStep("moveTo", ((x, y),)))
        path += [PathStep("lnTo", (point,)) for point in ((right, y), (right, foot), (x, foot))]
        path.append(PathStep("close"))
    ground = Shape(label, box, fill=LIGHT.paper)
    return ShapeGroup(label, label, (ground, Shape(label, inner, path=tuple(path), fill=LIGHT.ink)))
