"""The shipped slides in LibreOffice: they open, every slide becomes a page, and every page says its title."""

import subprocess
from datetime import date
from shutil import which

from metrics.exports.extract import extract
from metrics.exports.files import pptx
from metrics.progress import as_known_on, assess
from metrics.words import words_for
from tests.exports.powerpoint.opened import presentation
from tests.later import HELD

DAY = date(2026, 11, 28)


def squeezed(text):
    """Without blanks and line breaks, which are where the letters of a page happen to end."""
    return "".join(text.split())


def test_libreoffice_shows_every_slide_with_its_title(tmp_path):
    known = as_known_on(HELD, DAY)
    data = pptx(extract(known, assess(known, DAY), words_for("en")))
    (tmp_path / "slides.pptx").write_bytes(data)
    office = which("soffice") or which("libreoffice")
    assert office, "LibreOffice Impress is not installed; .ci/run installs it"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "slides.pptx")], check=True, capture_output=True, timeout=120)
    text = subprocess.run(
        ["pdftotext", str(tmp_path / "slides.pdf"), "-"],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    ).stdout
    pages = text.split("\f")[:-1]
    slides = list(presentation(data).slides)
    assert len(slides) == len(pages)
    for slide, page in zip(slides, pages, strict=True):
        assert squeezed(slide.shapes.title.text_frame.text) in squeezed(page)
        assert len(page.split()) > 20
