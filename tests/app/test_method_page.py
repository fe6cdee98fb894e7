"""Coverage, method and other rules: their choices stand in the address."""

import pytest

from tests.app.test_pages import run, text

DAY = "2026-11-28"


def test_promises_are_narrowed_down_by_reason():
    html = text(run("coverage", known_on=DAY, reason="too_old", plan="all"))
    assert "most-2023-zones" in html
    assert "aidp-2025-core" not in html


@pytest.mark.parametrize(
    ("tracked", "inside", "outside"),
    [("yes", "2025-core", "2025-related"), ("no", "2025-related", "2025-core")],
)
def test_promises_are_narrowed_down_by_whether_they_are_followed(tracked, inside, outside):
    html = text(run("coverage", known_on=DAY, tracked=tracked, plan="aidp-2017"))
    assert f"aidp-{inside}" in html
    assert f"aidp-{outside}" not in html


def test_one_plan_is_counted_by_itself():
    html = text(run("coverage", known_on=DAY, plan="compute-2025"))
    assert "2 of 2 promises can be followed" in html
    assert "aidp-2025-core" not in html


def test_before_the_first_plan_nothing_is_promised():
    assert "no plan with a promise" in text(run("coverage", known_on="2016-01-01"))


def test_other_rules_are_narrowed_down_to_those_that_differ():
    every, apart = (text(run("rules", known_on=DAY, **more)) for more in ({}, {"differ": "yes"}))
    assert "The same answer by all" in every
    assert "The same answer by all" not in apart
    assert "the method alone changes the answer" in apart


@pytest.mark.parametrize("path", ["linear", "compound"])
@pytest.mark.parametrize("page", ["method", "rules"])
def test_rules_are_drawn_on_either_path(page, path):
    assert [] == list(run(page, known_on=DAY, path=path).exception)
