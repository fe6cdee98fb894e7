"""Problems of data files in words: every kind has its Chinese, and the corpus of faults is told in it."""

import pytest

from metrics.records.fault import FAULTS
from metrics.records.parcel_fault import PARCEL
from metrics.records.problem import Problem, placeholders
from metrics.records.warning_fault import WARNINGS
from metrics.words import words_for
from metrics.words.catalogue import PLACEHOLDER

KINDS = {**FAULTS, **PARCEL, **WARNINGS}
ZH, EN = words_for("zh"), words_for("en")


def names(text):
    return {match[1] for match in PLACEHOLDER.finditer(text)}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_told_in_chinese_with_as_many_fixes_and_the_same_details(kind):
    entries, fault = ZH.catalogue.entries, KINDS[kind]
    fixes = [key for key in entries if key.startswith(f"problem.{kind}.fixes.")]
    assert f"problem.{kind}.title" in entries
    assert placeholders(fault.says) == names(entries[f"problem.{kind}.says"])
    assert len(fault.fixes) == len(fixes)
    for number, fix in enumerate(fault.fixes, 1):
        assert placeholders(fix) == names(entries[f"problem.{kind}.fixes.{number}"])


def test_no_kind_is_told_that_there_is_not():
    told = {key.split(".")[1] for key in ZH.catalogue.entries if key.startswith("problem.")}
    assert {"word", "record", *KINDS} == told


@pytest.mark.parametrize(
    ("problem", "expected"),
    [
        (
            Problem("text_for_number", "data/a.csv", 17, 6, "value", (("found", "'1,200'"), ("better", "1200"))),
            "data/a.csv:17:value: '1,200'不是数字；请写1200",
        ),
        (
            Problem(
                "missing_field",
                "targets.yaml",
                3,
                5,
                "due",
                (("record", "target 'size-2020'"), ("name", "due"), ("wanted", "a day, such as 2020-12-31")),
            ),
            "targets.yaml:3:5: due: 目标“size-2020”缺少字段“due”；请补上（日期，例如2020-12-31）",
        ),
        (
            Problem(
                "not_a_day",
                "targets.yaml",
                3,
                5,
                "due",
                (("found", "'2021-02-30'"), ("why", "30 February 2021 does not exist")),
            ),
            "targets.yaml:3:5: due: '2021-02-30'不是完整的日期；请按年-月-日书写，例如2020-12-31",
        ),
        (Problem("no_file", "data/prices.csv", details=(("holds", "price indices by year"),)),
         "data/prices.csv: 没有这个文件；请新建，内容为各年的价格指数"),
        (Problem("more", details=(("count", "4,800"),)), "另有4800处问题；改好以上各处之后即会显示"),
    ],
)  # fmt: skip
def test_a_problem_is_told_in_chinese_with_its_place_and_its_fix(problem, expected):
    assert expected == ZH.problem_line(problem)
    assert str(problem) == EN.problem_line(problem)
