"""Problems beside the text: the right lines, the right place in them, whole sentences, and no markup from a file."""

import re
from time import process_time

import pytest

from metrics.figures.blocks.problem_list import (
    AROUND,
    WIDEST,
    excerpt,
    excerpts,
    numbered,
    pieces,
    problem_head,
    problem_overview,
    visible,
)
from metrics.records.problem import Problem
from metrics.words import words_for

WORDS = words_for("en")
LINES = [f"line {n}" for n in range(1, 41)]
TEXT = "\n".join(LINES) + "\n"


def listed(*lines, file="targets.yaml", column=1):
    found = [Problem("number_for_text", file, line, column, "unit", (("found", "'bnn'"),)) for line in lines]
    return numbered(found)[file]


def shown(*lines, text=TEXT, file="targets.yaml"):
    return [
        (one.first, one.last, one.skipped, one.after)
        for one in excerpts(file, text, listed(*lines, file=file))
    ]


def test_lines_around_a_problem_are_shown_and_the_rest_is_counted():
    assert [(20 - AROUND, 20 + AROUND, 16, 17)] == shown(20)


def test_problems_that_stand_close_share_their_lines():
    assert [(7, 20, 6, 20)] == shown(10, 17)
    assert [(7, 13, 6, 0), (15, 21, 1, 19)] == shown(10, 18)


def test_first_and_last_line_have_no_lines_before_or_behind():
    assert [(1, 4, 0, 0), (37, 40, 32, 0)] == shown(1, 40)


@pytest.mark.parametrize("text", ["a\r\nb\r\nc\r\n", "a\rb\rc", "a\nb\nc"])
def test_every_end_of_a_line_is_one(text):
    (one,) = excerpts("targets.yaml", text, listed(2))
    assert ("a", "b", "c") == one.lines


def test_problem_behind_the_end_stands_at_the_last_line():
    (one,) = excerpts("targets.yaml", "a\nb\n", listed(9))
    assert ("a", "b") == one.lines
    assert 1 == excerpt(one, WORDS).count('id="problem-1"')


@pytest.mark.parametrize(
    ("row", "column", "marked"),
    [("a,b,c", 2, "b"), ('a,"b,x",c', 2, '"b,x"'), ('a,"b,x",c', 3, "c"), ("a,,c", 3, "c"), ("a", 7, "")],
)
def test_cell_of_a_table_is_marked_and_no_other(row, column, marked):
    (one,) = excerpts("data/claims.csv", f"id,b,c\n{row}\n", listed(2, file="data/claims.csv", column=column))
    start, end = one.spans[1]
    assert marked == one.lines[1][start:end]


def test_long_line_is_cut_around_its_place():
    line = "x" * 5000 + " value " + "y" * 5000
    found = pieces(line, (5001, 5006))
    assert ("value", "mark") in found
    assert ("…", "cut") == found[0] == found[-1]
    assert WIDEST + 2 >= sum(len(text) for text, _ in found)


def test_what_cannot_be_seen_is_shown_by_its_number():
    assert [("a", ""), ("U+202E", "odd"), ("b", ""), ("U+0000", "odd")] == visible("a\u202eb\0")


def test_text_of_a_file_is_no_markup():
    text = "<script>alert(1)</script>\n"
    (one,) = excerpts("targets.yaml", text, listed(1))
    html = excerpt(one, WORDS) + problem_overview(
        [Problem("no_file", "<b>x</b>", details=(("holds", "<i>"),))], WORDS
    )
    assert [] == re.findall(r"<(?:script|b>x|i>)", html)
    assert "&lt;script&gt;" in html


def test_every_problem_of_the_list_leads_to_one_place():
    problems = [Problem("no_file", "data/sources.yaml", details=(("holds", "x"),))]
    problems += [
        Problem("number_for_text", "targets.yaml", line, 1, "unit", (("found", "'a'"),))
        for line in (3, 3, 30)
    ]
    groups = numbered(problems)
    places = "".join(problem_head(file, some, WORDS, None) for file, some in groups.items())
    places += "".join(excerpt(one, WORDS) for one in excerpts("targets.yaml", TEXT, groups["targets.yaml"]))
    anchors = re.findall(r'id="(problem-\d+)"', places)
    assert sorted(anchors) == sorted(re.findall(r'href="#(problem-\d+)"', problem_overview(problems, WORDS)))
    assert len(problems) == len(set(anchors))


def test_large_file_with_many_problems_is_shown_in_little_time():
    text = "field: value\n" * 700_000  # 9 MB
    some = listed(*range(1, 700_000, 3_500))
    start = process_time()
    html = "".join(excerpt(one, WORDS) for one in excerpts("targets.yaml", text, some))
    assert 1 > process_time() - start
    assert 200 == len(re.findall(r'id="problem-\d+"', html))
    assert 400_000 > len(html)


def test_problems_in_any_order_are_all_told_at_their_file():
    problems = [Problem("tab", file, line) for file, line in (("a.yaml", 1), ("b.yaml", 1), ("a.yaml", 2))]
    found = {file: [one.number for one in some] for file, some in numbered(problems).items()}
    assert {"a.yaml": [1, 3], "b.yaml": [2]} == found
