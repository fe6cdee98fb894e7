import re

import pytest

from metrics.figures.blocks import style_sheet
from metrics.figures.palette import DARK, LIGHT, PALETTES


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_sheet_opens_with_the_tokens_of_the_mode(mode):
    assert style_sheet(mode).startswith(f"<style>:root{{{PALETTES[mode].css()}")


def test_colours_stand_only_in_the_tokens():
    sheet = style_sheet("dark").replace(DARK.css(), "").replace(LIGHT.css(), "")
    assert [] == re.findall(r"#[0-9A-Fa-f]{3,8}\b|\brgba?\(|\bhsla?\(", sheet)


def test_nothing_is_fetched():
    assert [] == re.findall(r"url\(|@import|https?:", style_sheet("light"))


def test_every_class_begins_with_the_house_prefix():
    sheet = re.sub(r"/\*.*?\*/", "", style_sheet("light"), flags=re.DOTALL)
    selectors = [part.rpartition("}")[2].rpartition(";")[2] for part in sheet.split("{")]
    classes = {name for selector in selectors for name in re.findall(r"\.([a-zA-Z][\w-]*)", selector)}
    assert [] == sorted(name for name in classes if name != "mp" and not name.startswith("mp-"))


def test_paper_is_always_light():
    printed = style_sheet("dark").partition("@media print{")[2]
    assert printed.startswith(f":root{{{LIGHT.css()}}}")


def test_every_custom_property_that_is_used_is_set():
    sheet = style_sheet("light")
    used = set(re.findall(r"var\((--[\w-]+)", sheet))
    given = set(re.findall(r"(--[\w-]+)\s*:", sheet))
    inline = {"--x", "--a", "--b", "--from", "--to"}  # set on elements: places in per cent
    assert set() == used - given - inline


def test_braces_are_balanced():
    sheet = style_sheet("light")
    assert sheet.count("{") == sheet.count("}")


def test_on_paper_only_what_was_drawn_for_a_dark_screen_is_turned_to_light():
    turned = "filter: invert(1)"
    assert [False, True] == [
        turned in style_sheet(mode).partition("@media print{")[2] for mode in ("light", "dark")
    ]


def test_no_sheet_holds_an_opening_bracket_at_which_the_page_would_throw_it_away():
    assert not [mode for mode in ("light", "dark") if "<" in style_sheet(mode)[7:-8]]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_block_of_the_sheet_is_closed(mode):
    depth = 0
    for sign in re.findall(r"[{}]", style_sheet(mode)):
        depth += 1 if sign == "{" else -1
        assert 0 <= depth <= 2
    assert 0 == depth
