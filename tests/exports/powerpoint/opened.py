"""A PowerPoint file opened again: its slides, its parts, and everything that it says."""

from io import BytesIO
from zipfile import ZipFile

import openpyxl
from lxml import etree
from pptx import Presentation

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def presentation(data):
    return Presentation(BytesIO(data))


def parts(data):
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def documents(data):
    """The parts that are XML, by name."""
    return {
        name: etree.fromstring(part) for name, part in parts(data).items() if name.endswith((".xml", ".rels"))
    }


def workbooks(data):
    """The sheets inside the charts, by name."""
    return {
        name: openpyxl.load_workbook(BytesIO(part))
        for name, part in parts(data).items()
        if name.endswith(".xlsx")
    }


def cells(book):
    return [cell for sheet in book for row in sheet.iter_rows() for cell in row]


def told(data):
    """Every text of the file: on slides and notes, in charts and their sheets, in names and properties."""
    for tree in documents(data).values():
        for node in tree.iter():
            if node.text and node.text.strip():
                yield node.text
            yield from (value for name, value in node.attrib.items() if name in {"name", "descr", "title"})
        for paragraph in tree.iter(f"{A}p"):
            yield "".join(one.text or "" for one in paragraph.iter(f"{A}t"))
    for book in workbooks(data).values():
        yield from (str(cell.value) for cell in cells(book) if cell.value is not None)


def texts(slide):
    """What the shapes of a slide say, in their order, groups opened."""
    found = []
    for shape in slide.shapes._spTree.iter(f"{P}sp", f"{P}graphicFrame"):
        words = " ".join("".join(t.text or "" for t in p.iter(f"{A}t")) for p in shape.iter(f"{A}p")).strip()
        found += [words] if words else []
    return found


def kind(slide, name):
    """The placeholder of a kind: ``title``, ``ftr``, ``dt`` or ``sldNum``."""
    return [
        "".join(t.text or "" for t in sp.iter(f"{A}t"))
        for sp in slide.shapes._spTree.iter(f"{P}sp")
        if any(ph.get("type") == name for ph in sp.iter(f"{P}ph"))
    ]
