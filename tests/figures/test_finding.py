"""The finding of a target's chart: the number of the target as each language tells it."""

import re
from datetime import date, timedelta
from itertools import accumulate, repeat

import pytest

from docs.examples import EXAMPLES
from metrics.figures.target.finding import finding, groups
from metrics.progress import as_known_on, assess, side_of
from metrics.progress.result import Verdict
from metrics.records import load
from metrics.words import overview, words_for

DAY = date(2026, 11, 28)
RECORDS = load()
TOWN = load(EXAMPLES / "quillhaven")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "All five state readings pass 400; the one independent figure is below it"),
        ("zh", "五个官方口径全部达到4000亿元的目标；唯一的独立口径低于目标"),
    ],
)
def test_the_number_has_its_unit_where_the_language_scales_amounts(language, expected):
    words = words_for(language)
    known = as_known_on(words.in_own_units(RECORDS), DAY)
    assert expected == finding(assess(known, DAY).statuses["aidp-2025-core"], known, words)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Both state readings lie within 5 to 8; the one independent figure lies outside it"),
        ("zh", "两个官方口径全部在5—8%的目标区间内；唯一的独立口径不在目标区间内"),
    ],
)
def test_two_readings_are_both_and_a_range_is_not_about_a_number(language, expected):
    words = words_for(language)
    known = as_known_on(words.in_own_units(TOWN), DAY)
    assert expected == finding(assess(known, DAY).statuses["qh-2025-holiday-homes"], known, words)


NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
PLANS = {"shipped": RECORDS, **{one.name: load(one) for one in sorted(EXAMPLES.iterdir()) if one.is_dir()}}
DAYS = tuple(accumulate(repeat(timedelta(days=211), 22), initial=date(2015, 3, 31), func=date.__add__))


def test_the_numbers_of_every_finding_add_up_to_all_readings():
    """Each clause counts readings of its own; the first of a group says of how many."""
    words, divided = words_for("en"), 0
    for status, known in _every_status():
        parts = groups(status)
        assert len(status.counted) == sum(count.all for _, count in parts)
        if not parts:
            continue
        sentence = finding(status, known, words).lower()
        clauses = iter(sentence.split("; "))
        for _, count in parts:
            of, so_far = _said(next(clauses))
            divided += so_far < of
            while so_far < of:
                so_far += _said(next(clauses))[1]
            assert (count.all, count.all) == (of, so_far), sentence
        assert [] == [*clauses], sentence
    assert divided


def _every_status():
    for records in PLANS.values():
        for day in (*DAYS, records.as_of):
            known = as_known_on(records, day)
            for status in assess(known, day).statuses.values():
                yield status, known


def _said(clause: str) -> tuple[int, int]:
    """Of how many readings a clause speaks, and how many it counts."""
    if found := re.match(r"(\w+) of (?:the )?(\w+) (?:state|independent)", clause):
        n, every = found.groups()
        of = NUMBERS.index(every)
        return of, of if n == "none" else NUMBERS.index(n)
    if clause.startswith("both"):
        return 2, 2
    n = NUMBERS.index(re.sub(r"^(the|all) ", "", clause).split()[0])
    return n, n


def test_the_verdicts_of_every_headline_add_up_to_its_readings():
    for status, _ in _every_status():
        for headline in (status.headline, status.state, status.independent):
            if headline is not None:
                assert headline.n == sum(n for _, n in headline.tally), status.target.id
                aside = sum(n for verdict, n in headline.tally if side_of(verdict) is not headline.side)
                assert not headline.k or headline.n == headline.k + aside, status.target.id


def test_the_sentence_of_the_first_page_counts_every_verdict_once():
    assert sorted(Verdict) == sorted(verdict for clause in overview._CLAUSES for verdict in clause.kinds)
