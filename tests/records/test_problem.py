"""Problems are data: they name their place, write their own message, and stay in order."""

from metrics.records import Problem
from metrics.records.fault import FAULTS
from metrics.records.problem import KEPT, Report, shown


def test_cell_of_a_table_is_named_and_not_counted() -> None:
    problem = Problem("not_positive", "data/prices.csv", 3, 4, "index", (("found", "0"),))
    assert "data/prices.csv:3:index: 0 is not above 0; write a number above 0" == str(problem)


def test_place_in_yaml_is_counted_and_the_field_stands_after_it() -> None:
    problem = Problem("not_positive", "targets.yaml", 3, 4, "scale", (("found", "0"),))
    assert "targets.yaml:3:4: scale: 0 is not above 0; write a number above 0" == str(problem)


def test_first_fix_is_offered_whose_details_are_known() -> None:
    told = (("found", "'a'"), ("record", "plan 'b'"), ("allowed", "id, title"))
    known = Problem("unknown_field", details=(*told, ("guess", "id")))
    assert "unknown field 'a' in plan 'b'; did you mean 'id'?" == known.message
    assert (
        "unknown field 'a' in plan 'b'; its fields are: id, title"
        == Problem("unknown_field", details=told).message
    )


def test_problems_stand_in_the_order_of_files_lines_and_columns_each_once() -> None:
    report = Report(["b.yaml", "a.csv"])
    for file, at in (
        ("a.csv", (2, 1)),
        ("b.yaml", (9, 1)),
        ("b.yaml", (10, 4)),
        ("b.yaml", (10, 2)),
        ("a.csv", (2, 1)),
    ):
        report.add("merge_key", file, at)
    assert ["b.yaml:9:1", "b.yaml:10:2", "b.yaml:10:4", "a.csv:2"] == [p.where for p in report.problems()]


def test_the_first_in_order_are_kept_whatever_comes_first() -> None:
    report = Report(["a.yaml"])
    for line in range(1000, 0, -1):
        report.add("merge_key", "a.yaml", (line, 1))
    *kept, more = report.problems()
    assert list(range(1, KEPT + 1)) == [problem.line for problem in kept]
    assert "and 800 more problems; they show when these are mended" == str(more)
    assert 1000 == sum(problem.stands_for for problem in report.problems())


def test_file_of_which_something_was_told_is_known() -> None:
    report = Report()
    report.add("tab", "a.yaml", (1, 1))
    assert (True, False) == (report.concerns("a.yaml"), report.concerns("b.yaml"))


def test_every_fault_has_a_title_a_wording_and_a_fix() -> None:
    for fault in FAULTS.values():
        assert fault.title[0].isupper()
        assert not fault.says[0].isupper()
        assert fault.fixes


def test_fix_never_repeats_a_value_that_is_cut_short() -> None:
    for found in ("12:30", "12:30" + ":30" * 40):
        told = Problem("odd_scalar", "a.yaml", 1, 1, "note", (("found", shown(found)), ("reading", "750")))
        assert "…" not in told.message.partition("; ")[2]
    assert told.message.endswith("; write it in quotes")
