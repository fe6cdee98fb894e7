"""The name, the logo and the accent of an institution stand on pages, slides and in documents, and in no plan without a theme."""

import re
from base64 import b64decode
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from metrics.exports import files
from metrics.exports.extract import Extract, extract
from metrics.figures.blocks import paper
from metrics.figures.brand import Brand, brand
from metrics.progress import as_known_on, assess
from metrics.records import SHIPPED, load
from metrics.records.logo import logo_of
from metrics.records.store import Records
from metrics.words import words_for

EN, ZH = words_for("en"), words_for("zh")
DAY = date(2026, 11, 22)
TOWN = load(SHIPPED / "metrics" / "examples" / "quillhaven")
PNG = TOWN.logo.data if TOWN.logo else b""
SVG = logo_of(
    "a.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h9v9"/></svg>'
)


def taken(records: Records = TOWN) -> Extract:
    known = as_known_on(records, DAY)
    return extract(known, assess(known, DAY), EN)


@cache
def content(kind: str, logo: str = "png") -> bytes:
    return files.content(taken(TOWN if logo == "png" else replace(TOWN, logo=SVG)), kind, "")


def town() -> Brand:
    found = brand(TOWN, EN)
    assert found
    return found


def test_name_is_that_of_the_language_and_accents_are_those_of_the_file() -> None:
    chinese = brand(TOWN, ZH)
    assert chinese
    assert ("Quillhaven Town Council", "羽港镇议会") == (town().name, chinese.name)
    assert "--accent-light:#2B3A8C;--accent-dark:#7AA0FF" == town().style


def test_plan_without_a_theme_has_no_brand() -> None:
    assert brand(load(SHIPPED), EN) is None


def test_head_of_a_page_shows_logo_and_name_in_the_accent_of_its_mode() -> None:
    light, dark = town().html("light"), town().html("dark")
    assert 'style="--accent:#2B3A8C"' in light
    assert 'style="--accent:#7AA0FF"' in dark
    (address,) = re.findall(r'<img class="mp-logo" src="data:image/png;base64,([^"]+)"', light)
    assert PNG == b64decode(address)
    assert "<span>Quillhaven Town Council</span>" in light


def test_dark_page_without_an_accent_of_its_own_has_none() -> None:
    assert "style=" not in replace(town(), accent_dark=None).html("dark")


def test_name_that_looks_like_html_stands_as_it_is() -> None:
    assert "&lt;script&gt;" in replace(town(), name="<script>").html("light")


def test_printed_page_begins_with_the_institution() -> None:
    head = paper(EN, plans=[], known_on=DAY, version=DAY, address=None, house=town().html("light"))
    assert head.index("Quillhaven Town Council") < head.index("<b>Milepost</b>")


def test_powerpoint_has_the_logo_on_every_slide_and_large_on_the_first_and_the_last() -> None:
    file = Presentation(BytesIO(content("pptx")))
    pictures = [
        [one for one in slide.shapes if one.shape_type == MSO_SHAPE_TYPE.PICTURE] for slide in file.slides
    ]
    middle = [1] * (len(pictures) - 2)
    assert [2, *middle, 2] == [len(one) for one in pictures]
    found = {
        (one.image.blob, one._element.xpath("p:nvPicPr/p:cNvPr/@descr")[0]) for on in pictures for one in on
    }
    assert {(PNG, "Quillhaven Town Council")} == found
    assert ("Quillhaven Town Council",) * 2 == (
        file.core_properties.author,
        file.core_properties.last_modified_by,
    )
    names = [[one.text_frame.text for one in slide.shapes if one.has_text_frame] for slide in file.slides]
    assert "Quillhaven Town Council" in names[0]
    assert "Quillhaven Town Council" in names[-1]


def test_powerpoint_has_the_accent_in_the_slot_of_links_and_on_the_rule() -> None:
    with ZipFile(BytesIO(content("pptx"))) as parts:
        theme, master = (
            parts.read(f"ppt/{name}").decode()
            for name in ("theme/theme1.xml", "slideMasters/slideMaster1.xml")
        )
    assert '<a:hlink><a:srgbClr val="2B3A8C"/></a:hlink>' in theme
    assert '<a:srgbClr val="2B3A8C"/>' in master


def test_powerpoint_shows_the_name_alone_where_the_logo_is_an_svg() -> None:
    slides = Presentation(BytesIO(content("pptx", "svg"))).slides
    shapes = [one for slide in slides for one in slide.shapes]
    assert [] == [one for one in shapes if one.shape_type == MSO_SHAPE_TYPE.PICTURE]
    feet = [
        one.text_frame.text for one in shapes if one.has_text_frame and "  Known on" in one.text_frame.text
    ]
    assert len(slides) == len([one for one in feet if one.startswith("Quillhaven Town")])


@pytest.mark.parametrize(("logo", "pictures"), [("png", 1), ("svg", 0)])
def test_word_begins_with_the_institution(logo: str, pictures: int) -> None:
    file = Document(BytesIO(content("handout", logo)))
    shown = file.element.xpath("//w:drawing/wp:inline[.//pic:pic]/wp:docPr/@descr")
    assert ["Quillhaven Town Council"] * pictures == shown
    assert "Quillhaven Town Council" == file.paragraphs[0].text.strip()
    assert "2B3A8C" == str(file.styles["Heading 2"].font.color.rgb)


def test_offline_file_shows_the_logo_and_asks_nobody_for_it() -> None:
    page = content("html").decode()
    sources = re.findall(r'<img[^>]* src="([^"]*)"', page)
    assert [] == [one for one in sources if not one.startswith("data:image/")]
    assert PNG in {b64decode(one.partition(",")[2]) for one in sources}
    assert 'class="mp-house" style="--accent-light:#2B3A8C;--accent-dark:#7AA0FF"' in page
    assert page.count("Quillhaven Town Council</span>") >= 3  # the head, the first and the last slide


def test_sheets_of_paper_begin_with_the_institution_in_the_light_accent() -> None:
    page = content("sheets").decode()
    assert 1 == page.count('<span class="mp-house" style="--accent:#2B3A8C">')
    assert page.index('class="mp-house"') < page.index("<h1")
