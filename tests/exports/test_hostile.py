"""A plan with hostile texts, taken away: in every file they are texts, and nothing that acts."""

import csv
import io
import json
import re
import zipfile

import openpyxl
import pptx
import pytest

from metrics.exports import files
from metrics.exports.extract import extract
from metrics.progress import as_known_on, assess
from metrics.records import SHIPPED, load
from metrics.words import words_for
from tests.hostile import WORD, hostile

_NUMBER = re.compile(r"[-+]?\d[\d.e+-]*")


@pytest.fixture(scope="module")
def taken(tmp_path_factory):
    held = load(hostile(SHIPPED, tmp_path_factory.mktemp("hostile")))
    known = as_known_on(held, held.as_of)
    return extract(known, assess(known, held.as_of), words_for("en"), "aidp-2017")


def acting(text):
    """Whether a spreadsheet would take the text for a formula."""
    return text.lstrip()[:1] in {"=", "+", "-", "@", "＝", "＋", "－", "＠"} and not _NUMBER.fullmatch(text)


def cells_of(data):
    return [cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))) for cell in row]


@pytest.mark.parametrize("table", files.TABLES)
def test_no_cell_of_a_table_is_a_formula(taken, table):
    assert [] == [cell for cell in cells_of(files.csv(taken, table)) if acting(cell)]


def test_tables_hold_the_texts_as_they_are(taken):
    cells = cells_of(files.csv(taken, "sources"))
    assert [] != [cell for cell in cells if cell.startswith(f"<img src=x class={WORD} onerror=")]


def test_workbook_has_neither_formula_nor_link(taken):
    book = openpyxl.load_workbook(io.BytesIO(files.xlsx(taken)))
    found = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert any(WORD in str(cell.value) for cell in found)
    assert [] == [cell.value for cell in found if cell.data_type == "f"]
    links = [str(cell.hyperlink.target) for cell in found if cell.hyperlink]
    assert [] == [link for link in links if WORD in link]


def test_package_has_no_formula_and_a_descriptor_that_can_be_read(taken):
    with zipfile.ZipFile(io.BytesIO(files.package(taken))) as packed:
        names = packed.namelist()
        tables = [name for name in names if name.endswith(".csv")]
        assert tables
        assert [] == [cell for name in tables for cell in cells_of(packed.read(name)) if acting(cell)]
        descriptor = json.loads(packed.read(next(n for n in names if n.endswith("datapackage.json"))))
        assert WORD in json.dumps(descriptor)


def test_status_holds_the_texts_as_they_are(taken):
    plan = json.loads(files.json(taken))["plans"][0]
    held = taken.records.plans[plan["id"]]
    assert (held.title.en, held.issuer.en) == (plan["title"], plan["issuer"])


def test_slides_hold_texts_and_lead_nowhere(taken):
    deck = pptx.Presentation(io.BytesIO(files.pptx(taken)))
    texts = [shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame]
    assert any(WORD in text for text in texts)
    parts = {part for slide in deck.slides for part in (slide.part, slide.notes_slide.part)}
    outside = [rel.target_ref for part in parts for rel in part.rels.values() if rel.is_external]
    assert [] == [address for address in outside if WORD in address]
