"""The handout: a page for the whole and one for each target, in real styles, with its alternatives and its language, into any template."""

import re
import subprocess
from dataclasses import replace
from datetime import date
from functools import lru_cache
from html import unescape
from io import BytesIO
from shutil import which
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from docx import Document
from docx.shared import Pt
from openpyxl import load_workbook

from docs.examples import EXAMPLES
from metrics.__main__ import main
from metrics.exports.extract import extract
from metrics.exports.files import handout, sheets
from metrics.exports.slides import deck_of
from metrics.figures.slides.named import named_choice
from metrics.figures.slides.slide import SlideKind
from metrics.progress import as_known_on, assess
from metrics.records import load
from metrics.words import languages, words_for
from tests.later import HELD

DAY = date(2026, 11, 28)
TOWN = load(EXAMPLES / "quillhaven")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@lru_cache
def taken(language="en", *, of_town=False):
    records = TOWN if of_town else HELD
    known = as_known_on(records, DAY)
    return extract(known, assess(known, DAY), words_for(language))


@lru_cache
def made(language="en", *, of_town=False):
    return handout(taken(language, of_town=of_town))


def lines(data, style):
    return [one.text for one in Document(BytesIO(data)).paragraphs if one.style.name == style]


@pytest.mark.parametrize("language", languages())
def test_each_target_of_which_a_reading_counts_has_a_heading_that_is_the_title_of_its_slide(language):
    deck = deck_of(taken(language).in_own_units)
    titles = [
        one.title for one in deck.slides if one.kind is SlideKind.TARGET and one.part == 1 and not one.facet
    ]
    assert titles == lines(made(language), "Heading 1")
    assert [deck.slides[0].title] == lines(made(language), "Title")
    breaks = [
        one for one in Document(BytesIO(made(language))).paragraphs if one.paragraph_format.page_break_before
    ]
    assert titles == [one.text for one in breaks]


def test_first_page_says_of_every_target_once_where_it_stands():
    said = lines(made(), "List Bullet")
    assert len([one for one in HELD.targets.values() if one.plan in HELD.glance.plans]) == len(said)
    assert len(said) == len({one.split(":")[0] for one in said})
    assert [one for one in said if one.endswith("No data: no published figure")]


def test_readings_stand_in_tables_with_a_header_row_a_name_and_an_alternative():
    deck = deck_of(taken().in_own_units)
    first = next(one for one in deck.slides if one.kind is SlideKind.TARGET)
    table = Document(BytesIO(made())).tables[0]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert [lane.name for lane in first.body.counted] == [row[0] for row in rows[1:]]
    assert [lane.figure for lane in first.body.counted] == [row[1] for row in rows[1:]]
    for one in Document(BytesIO(made())).tables:
        assert one.rows[0]._tr.trPr.find(f"{W}tblHeader") is not None
        for name in ("tblCaption", "tblDescription"):
            assert one._tblPr.find(f"{W}{name}").get(f"{W}val")


def test_chart_is_native_with_its_workbook_an_alternative_and_colours_of_its_own():
    with ZipFile(BytesIO(made())) as held:
        charts = [held.read(one).decode() for one in held.namelist() if one.startswith("word/charts/chart")]
        sheets = [held.read(one) for one in held.namelist() if one.startswith("word/embeddings/")]
        document = held.read("word/document.xml").decode()
    assert len(charts) == len(sheets) == document.count("<c:chart ") > 0
    assert document.count(' descr=""') == 0
    for chart in charts:
        assert "schemeClr" not in chart
        assert "externalData" in chart
    assert load_workbook(BytesIO(sheets[0])).active["A1"].value


@pytest.mark.parametrize(("language", "tag"), [("en", ("en-US", "zh-CN")), ("zh", ("en-US", "zh-CN"))])
def test_language_of_the_text_is_set(language, tag):
    [found] = Document(BytesIO(made(language))).styles.element.xpath(
        "w:docDefaults/w:rPrDefault/w:rPr/w:lang"
    )
    assert tag == (found.get(f"{W}val"), found.get(f"{W}eastAsia"))
    assert (
        words_for(language).say("powerpoint.language")
        == Document(BytesIO(made(language))).core_properties.language
    )


def test_same_handout_gives_the_same_bytes_and_a_dated_file():
    assert made() == handout(taken())
    assert DAY == Document(BytesIO(made())).core_properties.modified.date()


def test_address_has_its_code_where_it_is_known_where_the_dashboard_stands():
    shapes = Document(BytesIO(handout(replace(taken(), base="https://example.org/milepost")))).inline_shapes
    codes = [
        one
        for one in shapes
        if (one._inline.docPr.get("descr") or "").startswith("QR code: example.org/milepost/present")
    ]
    assert 1 == len(codes)
    assert not [
        one
        for one in Document(BytesIO(made())).inline_shapes
        if "QR" in (one._inline.docPr.get("descr") or "")
    ]


def test_deck_chooses_the_pages():
    choice = named_choice(HELD.decks["core-industry"], words_for("en"))
    assert 3 == len(lines(handout(replace(taken(), choice=choice)), "Heading 1"))
    none = replace(choice, slides=choice.slides[-1:])
    assert [] == lines(handout(replace(taken(), choice=none)), "Heading 1")


def test_template_gives_its_styles_page_header_and_footer_and_keeps_its_text(tmp_path):
    ministry = Document()
    ministry.styles["Heading 1"].font.size = Pt(31)
    ministry.sections[0].header.paragraphs[0].text = "Ministry of Ferries"
    ministry.sections[0].page_width = Pt(500)
    ministry.add_paragraph("Write here")
    ministry.save(tmp_path / "ministry.docx")
    out = tmp_path / "handout.docx"
    args = ["export", "handout", "-o", str(out), "--template", str(tmp_path / "ministry.docx")]
    assert 0 == CliRunner().invoke(main, args).exit_code
    read = Document(str(out))
    assert "Ministry of Ferries" == read.sections[0].header.paragraphs[0].text
    assert (Pt(31), Pt(500)) == (read.styles["Heading 1"].font.size, read.sections[0].page_width)
    assert "Write here" not in [one.text for one in read.paragraphs]
    assert 4 == len([one for one in read.paragraphs if one.style.name == "Heading 1"])
    (tmp_path / "ministry.docx").write_bytes(b"no document")
    refused = CliRunner().invoke(main, args)
    assert 2 == refused.exit_code
    assert "this is no Word document" in refused.stderr


def test_template_without_the_styles_is_taken_all_the_same():
    bare = Document()
    for name in ("Heading 1", "Heading 2", "Title", "Subtitle", "List Bullet", "Table Grid"):
        bare.styles[name].delete()
    out = BytesIO()
    bare.save(out)
    found = Document(BytesIO(handout(replace(taken(), template=out.getvalue()))))
    assert {"Normal"} == {one.style.name for one in found.paragraphs}


def test_libreoffice_shows_one_page_a_target_and_one_for_the_whole(tmp_path):
    files = {
        f"{name}-{language}": (language, name == "town")
        for name in ("shipped", "town")
        for language in languages()
    }
    for name, (language, of_town) in files.items():
        (tmp_path / f"{name}.docx").write_bytes(made(language, of_town=of_town))
    office = which("soffice") or which("libreoffice")
    assert office, "LibreOffice Writer is not installed; .ci/run installs it"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run(
        [*command, *(str(tmp_path / f"{name}.docx") for name in files)],
        check=True,
        capture_output=True,
        timeout=180,
    )
    for name, (language, of_town) in files.items():
        told = subprocess.run(
            ["pdftotext", str(tmp_path / f"{name}.pdf"), "-"],
            check=True,
            capture_output=True,
            text=True,
            encoding="utf-8",
        ).stdout
        titles = lines(made(language, of_town=of_town), "Heading 1")
        pages = ["".join(page.split()) for page in told.split("\f")[:-1]]
        assert 1 + len(titles) == len(pages), name
        assert [] == [
            title
            for title, page in zip(titles, pages[1:], strict=True)
            if not page.startswith("".join(title.split()))
        ]


def test_sheets_say_what_the_document_says_and_ask_nobody_for_anything():
    whole = replace(taken(), base="https://example.org/milepost")
    found = sheets(whole).decode()
    pages = re.findall(r'<section class="mh".*?</section>', found, re.DOTALL)
    titles = [unescape(re.search("<h1[^>]*>(.*?)</h1>", one)[1]) for one in pages]
    assert lines(handout(whole), "Title") + lines(handout(whole), "Heading 1") == titles
    assert [1] + [0] * (len(pages) - 1) == [one.count('class="mps-qr"') for one in pages]
    assert "default-src 'none'" in unescape(found)
    assert not re.findall(r"<script|<link|<img|url\((?!data:|\")", found)
