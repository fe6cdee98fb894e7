"""The page of coverage, method and other rules: its parts and its choices stand in the address."""

import pytest

from tests.app.test_pages import run, text

DAY = "2026-11-28"


def test_coverage_is_the_first_part_and_the_rules_the_second():
    assert "promises can be followed" in text(run("method", known_on=DAY))
    assert "How verdicts are reached" in text(run("method", known_on=DAY, part="method"))


def test_promises_are_narrowed_down_by_reason():
    html = text(run("method", known_on=DAY, reason="too_old", plan="all"))
    assert "most-2023-zones" in html
    assert "aidp-2025-core" not in html


@pytest.mark.parametrize(
    ("tracked", "inside", "outside"),
    [("yes", "2025-core", "2025-related"), ("no", "2025-related", "2025-core")],
)
def test_promises_are_narrowed_down_by_whether_they_are_followed(tracked, inside, outside):
    html = text(run("method", known_on=DAY, tracked=tracked, plan="aidp-2017"))
    assert f"aidp-{inside}" in html
    assert f"aidp-{outside}" not in html


def test_one_plan_is_counted_by_itself():
    html = text(run("method", known_on=DAY, plan="compute-2025"))
    assert "2 of 2 promises can be followed" in html
    assert "aidp-2025-core" not in html


def test_before_the_first_plan_nothing_is_promised():
    assert "no plan with a promise" in text(run("method", known_on="2016-01-01"))


def test_other_rules_are_narrowed_down_to_those_that_differ():
    every, apart = (
        text(run("method", known_on=DAY, part="rules", **more)) for more in ({}, {"differ": "yes"})
    )
    assert "The same answer by all" in every
    assert "The same answer by all" not in apart
    assert "the method alone changes the answer" in apart


@pytest.mark.parametrize("part", ["coverage", "method", "rules"])
@pytest.mark.parametrize("day", ["2016-06-01", "2017-07-20", "2018-12-31", "2022-06-30"])
def test_every_part_is_drawn_on_every_day(part, day):
    app = run("method", known_on=day, part=part)
    assert [] == list(app.exception)
    assert 1 == text(app).count("<h1")


@pytest.mark.parametrize("path", ["linear", "compound"])
@pytest.mark.parametrize("part", ["method", "rules"])
def test_every_part_is_drawn_on_either_path(part, path):
    assert [] == list(run("method", known_on=DAY, part=part, path=path).exception)
