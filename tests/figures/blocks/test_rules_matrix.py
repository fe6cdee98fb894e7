import pytest

from metrics.figures.blocks import foil_list, rules_data, rules_list, rules_matrix, rules_title
from metrics.figures.blocks.rules_matrix import MOST_ROWS
from metrics.progress import assess
from metrics.progress.other_rules import Difference, compared, newest_of_any
from tests.figures.blocks.conftest import TODAY


@pytest.fixture
def rows(records, progress):
    return compared(records, progress)


def test_title_counts_the_readings_on_which_the_method_alone_decides(rows, words):
    title, lead = rules_title(rows, TODAY, words)
    paced = [row for row in rows if row.paced]
    differ = sum(row.difference is not Difference.SAME for row in paced)
    assert f"On {differ} of {len(paced)} readings the method alone changes the answer" == title
    assert "28 Nov 2026" in lead


def test_a_day_without_a_pace_says_so(words, records, link, tree):
    title, lead = rules_title([], TODAY, words)
    assert "no reading has a pace" in title
    assert "opposite" not in lead
    assert "No reading fits this choice." in tree(rules_matrix([], records, words, "light", link)).text


def test_readings_stand_by_how_far_the_rules_differ(rows, records, words, link, tree):
    page = tree(rules_matrix(rows, records, words, "light", link))
    kinds = [body.attrs["class"] for body in page.all("tbody")]
    assert ["mp-matrix-opposite", "mp-matrix-silence", "mp-matrix-same"] == kinds
    shown = sum(len(body.all("tr")) - 1 for body in page.all("tbody"))
    assert sum(row.paced for row in rows) == shown


def test_every_class_has_its_sign_its_word_and_its_ratio(rows, records, words, link, tree):
    page = tree(rules_matrix(rows, records, words, "light", link))
    row = next(one for one in rows if one.difference is Difference.OPPOSITE)
    first = page.all("tbody")[0].all("tr")[1]
    cells = first.all("td")
    assert words.verdict(row.reading.verdict) in cells[0].text
    assert words.verdict(row.growth.verdict) in cells[1].text
    assert words.verdict(row.steps.verdict) in cells[2].text
    assert 3 == len(first.all("img"))
    assert all(td.attrs.get("data-label") for td in page.all("td"))


def test_a_rule_that_cannot_be_used_says_why(rows, records, words, link, tree):
    refused = next(one for one in rows if one.paced and one.growth.refusal)
    assert (
        words.refusal(refused.growth.refusal) in tree(rules_matrix(rows, records, words, "light", link)).text
    )


def test_what_is_left_out_is_said_with_its_reason(words, link, tree):
    text = tree(rules_list(words, link)).text
    for name in ("SDG Index", "German", "ESCAP", "UN’s", "could not be confirmed", "never joined"):
        assert name in text
    assert "Eurostat" in text


def test_foils_are_called_foils(rows, records, words, link, tree):
    newest = newest_of_any(records, assess(records, TODAY))
    page = tree(foil_list(rows, newest, records, words, link))
    assert "nobody’s published rule" in page.text
    assert len(newest) == len(page.one("tbody").all("tr"))


def test_data_hold_every_reading_with_the_ratios_as_they_are(rows, words):
    table = rules_data(rows, words)
    assert len(rows) == len(table.rows)
    assert [row.growth.ratio for row in rows] == [cells[3] for cells in table.rows]


def test_a_long_list_is_cut_and_says_how_much_is_left(rows, records, words, link, tree):
    many = [row for row in rows if row.paced] * 20
    page = tree(rules_matrix(many, records, words, "light", link))
    assert MOST_ROWS == sum(len(body.all("tr")) - 1 for body in page.all("tbody"))
    assert f"{len(many) - MOST_ROWS} more readings" in page.text
