"""The QR code of an address: the modules are those of the standard, and it is large enough to be scanned."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation

from docs.examples import EXAMPLES
from metrics.app.address import OWN, Scope, View, short_addresses
from metrics.exports.extract import extract
from metrics.exports.files import pptx
from metrics.exports.powerpoint.file import powerpoint
from metrics.figures.palette import DARK, LIGHT
from metrics.figures.slides.deck import deck
from metrics.figures.slides.qr_code import QUIET, SMALL, qr_code, qr_svg
from metrics.figures.slides.slide import SlideKind
from metrics.figures.slides.stage import stage
from metrics.figures.slides.subject import subject
from metrics.progress import as_known_on, assess
from metrics.records import load
from metrics.words import languages, words_for
from tests.exports.powerpoint.opened import A, told
from tests.figures.slides.made import DECK

EN = words_for("en")
ADDRESS = "https://example.org/milepost/target?target=aidp-2025-core&known-on=2026-11-28"
KNOWN = replace(
    DECK,
    slides=(*DECK.slides[:-1], replace(DECK.slides[-1], kind=SlideKind.SOURCES)),
    scheme="https://",
    address="example.org/milepost/present?deck=short",
)


def matrix(address):
    return tuple(tuple(map(bool, row)) for row in segno.make(address, error="m", micro=False).matrix)


def modules(path, size):
    """The modules of an SVG, read back."""
    rows = [[False] * size for _ in range(size)]
    for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", path):
        rows[int(y)][int(x) : int(x) + int(length)] = [True] * int(length)
    return rows


@given(st.text(min_size=1, max_size=300).map(lambda text: f"https://example.org/?q={text}"))
def test_svg_holds_the_modules_of_the_address_inside_four_light_ones(address):
    code = qr_code(address)
    rows = modules(re.search(r' d="([^"]*)"', qr_svg(code, "x"))[1], code.size)
    inner = [row[QUIET:-QUIET] for row in rows[QUIET:-QUIET]]
    assert [list(row) for row in matrix(address)] == inner
    assert sum(map(sum, rows)) == sum(map(sum, inner))
    assert 4 == QUIET


def test_code_is_large_enough_on_a_slide_and_dark_on_light_in_both_modes():
    code = qr_code(ADDRESS)
    assert SMALL >= 2.5
    assert (code.size - 0.5) * SMALL <= code.px() <= 190
    assert 400 <= code.px(large=True) <= 480
    svg = qr_svg(code, "x")
    assert [LIGHT.paper, LIGHT.ink] == re.findall(r'fill="([^"]*)"', svg)
    assert DARK.ink not in svg


def test_address_that_no_code_can_hold_has_none():
    assert qr_code("https://example.org/?q=" + "x" * 3000) is None


def test_label_of_a_code_is_escaped():
    assert "<b>" not in qr_svg(qr_code("https://example.org"), '"><b>')


def test_every_slide_has_the_code_of_its_address_and_the_last_sources_that_of_the_deck():
    html = stage(KNOWN, EN, "light")
    slides = html.split("<section")[1:]
    found = re.findall(
        r'<div class="(mps-code[^"]*)" style="width:(\d+)px"><svg[^>]*aria-label="QR code: ([^"]*)"', html
    )
    large = [one for one in found if "mps-large" in one[0]]
    assert [KNOWN.address] == [label.replace("&amp;", "&") for _, _, label in large]
    assert len(found) > len(large)
    for slide in KNOWN.slides:
        assert str(qr_code(KNOWN.whole(slide.address)).px()) in {px for _, px, _ in found}
    assert slides


def test_no_code_where_it_is_not_known_where_the_dashboard_stands():
    assert "mps-code" not in stage(DECK, EN, "light")
    assert not [shape for _, shape in codes(DECK)]


def codes(deck):
    """The code shapes of a file: slide number and shape."""
    file = Presentation(BytesIO(powerpoint(deck, EN)))
    return [
        (number, shape)
        for number, slide in enumerate(file.slides, 1)
        for shape in slide.shapes
        if shape.name.startswith("QR code")
    ]


def drawn(shape):
    """The modules of a shape, read back from its path; the quiet zone stands around the path."""
    (path,) = shape._element.xpath(".//a:path")
    size = next(
        n for n in range(21, 178, 4) if abs(shape.width / int(path.get("w")) - (n + 2 * QUIET) / n) < 0.003
    )
    module = int(path.get("w")) / size
    rows = [[False] * size for _ in range(size)]
    for step in path.iter(f"{A}moveTo"):
        (x, y), (end, _) = (
            [int(one[0].get(name)) / module for name in "xy"] for one in (step, step.getnext())
        )
        rows[round(y)][round(x) : round(end)] = [True] * round(end - x)
    return rows


@pytest.mark.parametrize("language", languages())
def test_plan_that_only_one_session_can_show_has_no_code_and_no_address(language):
    """Neither on the stage nor in a file: its pages are nobody else's, so every address of them leads nowhere."""
    words, day = words_for(language), date(2026, 11, 28)
    known = as_known_on(load(EXAMPLES / "quillhaven"), day)
    progress = assess(known, day)
    view = View(day, day, day, None, (), Scope.MAIN, OWN, language, None, {"data": OWN})
    short = short_addresses(view, words, "https://example.org/milepost")
    made = deck(subject(known, progress, words, short))
    taken = replace(extract(known, progress, words), base=None, short=short)
    texts = [stage(made, words, "light"), " ".join(told(pptx(taken)))]
    for text in texts:
        assert words.say("check.private") in text
        assert not re.search(
            r"example\.org|https?://(?!(?:www\.w3|schemas)\.)|[?&](?:target|data|known-on)=", text
        )
    assert "mps-code" not in texts[0]
    assert words.say("slide.code", address="") not in texts[1]


def test_powerpoint_has_the_same_modules_as_a_native_shape_with_a_text_alternative():
    found = codes(KNOWN)
    numbers = [number for number, _ in found]
    assert set(numbers) == set(range(1, max(numbers) + 1))
    large = [shape for number, shape in found if numbers.count(number) == 2]
    assert 2 == len(large)
    for _, shape in found:
        address = shape.name.removeprefix("QR code: ")
        assert shape.name == shape._element.nvGrpSpPr.cNvPr.get("descr")
        assert [list(row) for row in matrix(KNOWN.whole(address))] == drawn(shape)
        assert shape.width == shape.height
