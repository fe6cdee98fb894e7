"""The table of a slide: it never leaves its box, in Chinese too, where a text has no blank to be broken at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.exports.powerpoint.shape import Rectangle
from metrics.exports.powerpoint.table import Sheetlike, fitted, widths
from metrics.exports.powerpoint.text_fit import cut, lines, width

BOX = Rectangle(48, 140, 864, 300)
CELLS = {
    "en": "more than 12,000 (30 April 2025)",
    "zh": "超过12000亿元（2025年4月30日）",
}


@pytest.mark.parametrize("language", CELLS)
@pytest.mark.parametrize("columns", [2, 4, 7])
def test_columns_are_never_wider_than_the_box(language, columns):
    row = (CELLS[language],) * columns
    table = Sheetlike(row, (row, row), "Table", "alt")
    assert sum(widths(table, BOX.w, fitted(table, BOX))) <= BOX.w + 1


def test_date_is_not_broken_where_a_longer_text_can_be():
    row = ("2026年11月14日", "a longer text with many words that may be broken anywhere " * 3)
    table = Sheetlike(("公布日期", "文件"), (row,), "Table", "alt")
    first, _ = widths(table, 400, 20)
    assert first >= 20 * 7


@given(
    st.text(st.sampled_from("ab c中文，。 “”12-"), min_size=1, max_size=60),
    st.floats(60, 400),
    st.sampled_from([12.0, 14.0, 20.0]),
)
def test_lines_hold_every_word_and_cut_lines_fit(text, most, size):
    assert "".join(text.split()) == "".join("".join(lines(text, most, size)).split())
    for row in cut(text, most, size, rows=2):
        assert width(row, size) <= most
