"""Slides on paper: every slide that is shown is a page, in their order, with all that the screen says of it."""

import subprocess

from metrics.exports.slides import deck_of
from metrics.figures.slides.stage import stage
from metrics.words import words_for
from tests.browser.test_slides_fit import shown
from tests.exports.test_one_deck import bare, both, of_html, spoken, taken

__all__ = ["shown"]
HEADS = ("title", "kicker", "subtitle", "verdict", "goalpost", "told", "known")


@both
@spoken
def test_every_slide_is_a_page_that_says_what_the_screen_says(shown, tmp_path, plan, language):
    html = stage(deck_of(taken(plan, language).in_own_units), words_for(language), "light", notes=False)
    shown.evaluate(
        "html => { const root = document.querySelector('#r'); root.innerHTML = html; window.show = present(root, {shape: '16-9'}); }",
        html,
    )
    shown.pdf(path=tmp_path / "slides.pdf", prefer_css_page_size=True, print_background=True)
    command = ["pdftotext", "-raw", str(tmp_path / "slides.pdf"), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    pages, slides = text.split("\f")[:-1], of_html(html)
    assert len(slides) == len(pages)
    for page, slide in zip(pages, slides, strict=True):
        said = bare(page)
        wanted = [*(slide[name] for name in HEADS), *slide["sentences"], *slide["cells"], *slide["below"]]
        assert [] == [one for one in wanted if one not in said]
