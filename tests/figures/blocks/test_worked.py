"""Formulas, worked examples and the contents of a long page."""

import re
from datetime import date

import pytest

from metrics.figures import blocks
from metrics.figures.blocks.formula import formula
from metrics.figures.blocks.worked_cases import CASES, interval_text
from metrics.progress import as_known_on, assess
from metrics.progress.examples import CASES as ALL_CASES
from metrics.progress.examples import FORMULAS, examples
from metrics.records.interval import Interval
from tests.figures.blocks.conftest import TODAY


@pytest.fixture
def picked(records, progress):
    return examples(as_known_on(records, TODAY), progress, records.glance.plans)


@pytest.mark.parametrize(
    "text", [t for f in FORMULAS.values() for t in (f.actual, f.required, f.at_due, f.needed)]
)
def test_formula_is_read_aloud_in_one_line_that_works_out_the_same(text, tree):
    label = tree(formula(text)).one("span", role="math").attrs["aria-label"]
    back = label.replace("−", "-").replace("×", "*").replace("^", "**")
    letters = {"a": 3.0, "b": 5.0, "g": 11.0, "t": 2.0, "T": 7.0}
    assert eval(text, {}, letters) == pytest.approx(eval(back, {}, letters))


def test_fractions_stand_over_each_other_and_exponents_are_raised(tree):
    page = tree(formula("(b / a) ** (1 / t) - 1"))
    assert ["b", "a"] == [part.text for part in page.one("span", cls="mp-frac").all("span")]
    assert "1 / t" == page.one("sup").text


def test_values_take_the_place_of_letters_and_negative_ones_get_brackets(tree):
    page = tree(formula("(b - a) / t", {"b": "5", "a": "−3", "t": "2"}))
    assert "(5 − (−3)) / 2" == page.one("span", role="math").attrs["aria-label"]
    assert [] == page.all("var")


def test_a_formula_may_stand_in_the_place_of_a_letter(tree):
    label = tree(formula("1 / t", {"d": "366", "y": "365.25"}, {"t": "d / y"})).one("span", role="math")
    assert "1 / (366 / 365.25)" == label.attrs["aria-label"]


@pytest.mark.parametrize("text", ["f(a)", "a % b", "'a'", "a if b else c"])
def test_what_is_no_formula_is_refused(text):
    with pytest.raises(ValueError, match="not a part of a formula"):
        formula(text)


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        (Interval(303.1, 303.1), "[303.1, 303.1]"),
        (Interval(1200, float("inf"), low_open=True, high_open=True), "(1,200, ∞)"),
        (Interval(float("-inf"), 5, low_open=True), "(−∞, 5]"),
        (Interval(50, float("inf"), high_open=True), "[50, ∞)"),
    ],
)
def test_interval_is_written_in_the_signs_of_the_rules(interval, expected, words):
    assert expected == interval_text(interval, words)


def test_every_case_has_its_example_or_says_that_there_is_none(picked, records, words, link, tree):
    rows = tree(blocks.worked_cases(picked.cases, records, words, "light", link)).one("tbody").all("tr")
    assert list(ALL_CASES) == list(CASES)
    for case, row in zip(CASES, rows, strict=True):
        example = picked.cases[case]
        assert bool(example) == bool(row.all("details")), case
        if example:
            assert words.verdict(example.reading.verdict) == row.one("dl").all("dd")[-1].text
            assert f"target={example.reading.target.id}" in row.one("details").one("a").attrs["href"]
        else:
            assert "No reading stands in this case on this day." in row.text


def test_worked_pace_shows_numbers_that_give_the_ratio_that_is_shown(picked, records, words, link, tree):
    page = tree(blocks.pace_worked(picked.pace, records, words, "light", link))
    lists = page.all("dl", cls="mp-steps-worked")
    run = [pace for pace in picked.pace.reading.paces if pace.ratio is not None]
    assert len(run) == len(lists) > 0
    for pace, steps in zip(run, lists, strict=True):
        actual, required, ratio = steps.all("dd")[:3]
        shown = float(re.search(r"= ([\d.]+)$", ratio.text)[1])
        assert pace.ratio == pytest.approx(shown, rel=0.01)

        def value(dd):
            label = dd.one("span", role="math").attrs["aria-label"]
            return eval(label.replace(",", "").replace("−", "-").replace("×", "*").replace("^", "**"))

        assert value(actual) == pytest.approx(pace.actual, rel=1e-3)
        assert value(required) == pytest.approx(pace.required, rel=1e-3)
        assert words.verdict(pace.verdict) in steps.all("dd")[-1].text


def test_a_day_without_a_pace_says_so(records, words, link):
    assert "No reading has a pace on this day." in blocks.pace_worked(None, records, words, "light", link)


def test_the_day_of_a_year_is_that_of_the_engine(words):
    from metrics.progress.pace import YEAR_DAYS

    assert str(YEAR_DAYS) == words.say("method.pace.year_days")


def test_worked_headline_ends_in_the_headline(picked, records, words, link, tree):
    page = tree(blocks.worked_headline(picked, records, words, link))
    assert words.headline_full(picked.headline) == page.all("dd")[-1].text.replace("\xa0", " ")


def test_series_that_had_published_nothing_is_not_named(records, words, link):
    day = date(2017, 12, 31)
    known = as_known_on(records, day)
    found = examples(known, assess(known, day), ("moe-ai-2018", "miit-ai-2018-2020"))
    unpublished = [one for one in found.cases.values() if one and one.unpublished]
    html = blocks.worked_cases(found.cases, known, words, "light", link)
    assert [] == [one for one in unpublished if words.text(one.reading.series.label) in html]


def test_money_names_rate_year_and_source(picked, records, words, link, tree):
    text = tree(blocks.worked_money(picked, records, words, link)).text
    rate = picked.converted.rate
    assert f"the mean of {rate.year}" in text.replace("\xa0", " ")
    assert f"source={rate.source}" in blocks.worked_money(picked, records, words, link)


SECTIONS = [
    "worked_intervals",
    "worked_due_period",
    "worked_headline",
    "worked_counting",
    "worked_days",
    "worked_goals",
    "worked_money",
]


@pytest.mark.parametrize("name", SECTIONS)
def test_section_without_an_example_says_so(name, records, words, link, tree):
    day = date(2016, 1, 1)
    known = as_known_on(records, day)
    nothing = examples(known, assess(known, day), ())
    assert (
        "Nothing on this day serves as an example."
        in tree(getattr(blocks, name)(nothing, known, words, link)).text
    )


def test_every_section_has_an_example_today(picked, records, words, link):
    drawn = [getattr(blocks, name)(picked, records, words, link) for name in SECTIONS]
    assert [] == [html for html in drawn if "<a href" not in html]


def test_contents_lead_to_the_heads_of_the_page(tree):
    page = tree(blocks.contents("On this page", [("rule-pace", "The pace")]))
    assert ("#rule-pace", "The pace") == (page.one("a").attrs["href"], page.one("a").text)
    assert (
        "rule-pace"
        == tree(blocks.section_head("The pace", anchor="rule-pace")).one("div", cls="mp-sec").attrs["id"]
    )
