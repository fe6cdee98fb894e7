"""Load: all problems at once and in order; nothing is read twice; nothing that comes out can be changed."""

import csv
import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from time import thread_time
from types import MappingProxyType

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from metrics.records import SHIPPED, RecordsError, load, read
from metrics.records.folder import Folder
from metrics.records.model import Text
from metrics.records.vocabulary import Comparator
from tests.records.conftest import TEXTS, Draft


def touch(path: Path) -> None:
    """Change the time of a file, by more than the coarsest clock of a file system."""
    state = path.stat()
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns + 3_000_000_000))


def test_records_hold_what_the_files_say(draft: Draft) -> None:
    records = load(draft.path)
    target, goal = records.targets["size-2020"], records.goals["parity-2020"]
    assert date(2022, 1, 1) == records.as_of
    assert ("plan-a", "CHN", Comparator.MORE, 150.0) == (
        target.plan,
        target.place,
        target.comparator,
        target.value,
    )
    assert (date(2020, 12, 31), "plan-a") == (target.due, goal.plan)
    assert ["more-than-us"] == [benchmark.id for benchmark in goal.benchmarks]
    assert ["size", "size"] == [records.series[name].indicator for name in ("count", "echo")]
    assert (Text(en="Two\nlines."), None) == (
        records.observations["b"].note,
        records.observations["a"].note,
    )
    assert [(2019, 6.9081)] == [(rate.year, rate.cny_per_usd) for rate in records.rates]


def test_place_of_a_target_goes_before_the_place_of_its_plan(draft: Draft) -> None:
    draft.spoil(
        "targets.yaml",
        "            indicator: size\n",
        "            indicator: size\n            place: USA\n",
    )
    assert "USA" == load(draft.path).targets["size-2020"].place


def test_all_problems_of_all_files_are_told_at_once_in_the_order_of_files_and_lines(draft: Draft) -> None:
    draft.spoil("data/prices.csv", "cpi", "ppi")
    draft.spoil("data/observations/industry.csv", ",160,", ",NA,")
    draft.spoil("data/observations/industry.csv", "b,size,count", "b,size,cuont")
    draft.spoil("data/observations/industry.csv", ",120,110", ",100,110")
    draft.spoil("data/sources.yaml", "official", "offical")
    draft.spoil("data/indicators.yaml", "currency: CNY", "currency: yuan")
    draft.spoil("targets.yaml", "linear", "straight")
    draft.spoil("targets.yaml", "2022-01-01", "2022-02-30")
    assert [
        "targets.yaml:1:8",
        "targets.yaml:25:19",
        "data/indicators.yaml:2:45",
        "data/sources.yaml:7:11",
        "data/observations/industry.csv:2:value",
        "data/observations/industry.csv:3:value",
        "data/prices.csv:2:index_type",
    ] == [problem.where for problem in draft.read()[1]]


def test_broken_target_does_not_hide_the_problems_of_its_goal_and_its_plan(draft: Draft) -> None:
    draft.spoil("targets.yaml", "value: 150", "value: many")
    draft.spoil(
        "targets.yaml", "place: CHN\n                comparator", "place: ZZZ\n                comparator"
    )
    draft.spoil("targets.yaml", "issuer: {en: Council}", "issuer: {en: 12}")
    assert ["targets.yaml:9:18", "targets.yaml:20:20", "targets.yaml:36:24"] == [
        problem.where for problem in draft.read()[1]
    ]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("data/sources.yaml", "kind: official", "kind: rumour"),
        ("data/sources.yaml", "id: paper", "id: 010"),
        ("data/sources.yaml", "  - id: paper\n    publisher", "  - publisher"),
        ("data/sources.yaml", "sources:", "sauces:"),
        ("data/sources.yaml", "title: The plan", "title: The: plan"),
        ("data/indicators.yaml", "    short: {en: Size}\n", ""),
        ("data/indicators.yaml", "places:", "palces:"),
        ("data/indicators.yaml", "    series:", "    serie:"),
        ("data/observations/industry.csv", "series", "serie"),
        ("data/events.yaml", "categories:\n  - {id: plan, label: {en: Plan}}", "categories: plan"),
    ],
)
def test_reference_to_a_record_that_is_broken_itself_is_not_told_as_unknown(
    name: str, old: str, new: str, draft: Draft
) -> None:
    draft.spoil(name, old, new)
    problems = draft.read()[1]
    assert [name] == sorted({problem.file for problem in problems})
    assert 1 == len(problems)


def test_only_the_first_200_problems_are_kept_and_the_rest_is_counted(draft: Draft) -> None:
    rows = "".join(f"{year % 100:03},6.9,nobody\n" for year in range(5000))
    draft.spoil("data/exchange_rates.csv", "", rows)
    _, problems = draft.read()
    assert 201 == len(problems)
    assert [f"data/exchange_rates.csv:{line}:year" for line in range(3, 203)] == [
        p.where for p in problems[:-1]
    ]
    assert "and 4,800 more problems; they show when these are mended" == str(problems[-1])


def test_rest_of_a_file_that_is_wrong_throughout_is_passed_over(draft: Draft) -> None:
    draft.spoil("data/exchange_rates.csv", "", "x,y,z\n" * 20_000)
    told = "and at least 5,400 more problems; they show when these are mended"
    assert told == draft.problems()[-1]


def test_error_holds_every_problem_and_reads_as_their_lines(draft: Draft) -> None:
    draft.spoil("targets.yaml", "linear", "straight")
    draft.spoil("data/prices.csv", "cpi", "ppi")
    with pytest.raises(RecordsError) as caught:
        load(draft.path)
    assert draft.read()[1] == caught.value.problems
    assert "\n".join(draft.problems()) == str(caught.value)


@pytest.mark.parametrize("name", TEXTS)
def test_byte_order_mark_and_windows_line_ends_change_nothing(name: str, draft: Draft) -> None:
    before = load(draft.path)
    text = TEXTS[name].replace("Two\nlines", "Two lines").replace("\n", "\r\n")
    draft.write(name, b"\xef\xbb\xbf" + text.encode())
    after = load(draft.path)
    assert (before.plans, before.indicators, before.sources, before.rates) == (
        after.plans,
        after.indicators,
        after.sources,
        after.rates,
    )
    assert list(before.observations) == list(after.observations)


def test_blank_rows_are_passed_over_and_lines_still_counted(draft: Draft) -> None:
    draft.spoil("data/exchange_rates.csv", "", "\n,,\n \n2020,none,paper\n")
    told = "data/exchange_rates.csv:6:cny_per_usd: 'none' is not a number; write digits with a point, such as 1200.5"
    assert [told] == draft.problems()


def test_lines_are_counted_through_quoted_line_breaks(draft: Draft) -> None:
    row = "c,size,count,CHN,2021,x,,,exact,actual,false,bn,2022-03,paper,,verified,yes,\n"
    draft.spoil("data/observations/industry.csv", "", row)
    assert ["data/observations/industry.csv:5:value"] == [problem.where for problem in draft.read()[1]]


def test_text_na_is_a_text(draft: Draft) -> None:
    draft.spoil("data/observations/industry.csv", "p. 4", "NA")
    assert Text(en="NA") == load(draft.path).observations["b"].locator


def test_second_look_gives_the_same_object(draft: Draft) -> None:
    assert load(draft.path) is load(draft.path)


@pytest.mark.parametrize("name", TEXTS)
def test_changed_file_is_read_again(name: str, draft: Draft) -> None:
    before = load(draft.path)
    touch(draft.path / name)
    after = load(draft.path)
    assert before is not after
    assert before.digest == after.digest


def test_added_file_is_read(draft: Draft) -> None:
    load(draft.path)
    header, row = TEXTS["data/observations/industry.csv"].split("\n")[:2]
    draft.write(
        "data/observations/more.csv", f"{header}\n{row.replace('a,size', 'c,size').replace('2019', '2018')}\n"
    )
    assert ["a", "b", "c"] == list(load(draft.path).observations)


def test_removed_file_is_forgotten(draft: Draft) -> None:
    load(draft.path)
    (draft.path / "data/claims.csv").unlink()
    assert {} == dict(load(draft.path).claims)


def test_mended_file_is_read(draft: Draft) -> None:
    draft.spoil("targets.yaml", "linear", "straight")
    assert 1 == len(draft.problems())
    draft.spoil("targets.yaml", "straight", "linear")
    assert [] == draft.problems()


def test_digest_tells_contents_apart(draft: Draft) -> None:
    before = load(draft.path).digest
    draft.spoil("targets.yaml", "value: 150", "value: 151")
    assert before != load(draft.path).digest
    assert 64 == len(before)


def test_many_threads_get_one_object(draft: Draft) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(load, [draft.path] * 32))
    assert 1 == len({id(records) for records in found})


def test_nothing_that_comes_out_can_be_changed(draft: Draft) -> None:
    records = load(draft.path)
    assert {MappingProxyType} == {
        type(getattr(records, name))
        for name in ("plans", "units", "places", "indicators", "observations", "sources", "events", "claims")
    }
    with pytest.raises(ValidationError):
        records.plans["plan-a"].id = "plan-b"  # type: ignore[misc]


def test_shipped_files_are_read_in_little_more_than_bare_parsing() -> None:
    """Against PyYAML's own reader in C and ``csv`` on the same files, taken in turn: the best of each."""
    files = [SHIPPED / one.label for one in Folder(SHIPPED).files if Folder(SHIPPED).has(one.label)]
    kept = sys.modules["metrics.records.load"]._kept

    def parsed() -> None:
        for file in files:
            if file.suffix == ".yaml":
                yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)
            else:
                list(csv.DictReader(file.read_text("utf-8-sig").splitlines()))

    def timed(work: Callable[[], object]) -> float:
        start = thread_time()
        work()
        return thread_time() - start

    bare, whole = [], []
    for _ in range(8):
        bare.append(timed(parsed))
        kept.clear()
        whole.append(timed(lambda: load(SHIPPED)))
    assert 1.6 > min(whole) / min(bare)


def test_second_look_at_the_shipped_files_takes_a_few_milliseconds() -> None:
    load(SHIPPED)
    taken = []
    for _ in range(5):
        start = thread_time()
        load(SHIPPED)
        taken.append(thread_time() - start)
    assert 0.005 > min(taken)


HOSTILE = (
    b"[" * 100_000,
    b"{a: " * 100_000,
    b"- " * 100_000,
    b"? " * 100_000,
    b"a:\n" + b" a:\n" * 100_000,
    b"!" * 5_000,
    b"&a [" * 50_000,
    b"*" * 1_000,
    b"%YAML 9.9\n---\n",
    b"as_of: &a [*a, *a]",
    b"\xed\xa0\x80",
    b"\xff" * 100,
    b"1" * 100_000,
    b"as_of: " + b"9" * 100_000,
    b"? {a: b}\n: c",
    b"? [a, [b]]\n: c",
    b"plans: [{milestones: [{targets: [{due: [1]}]}]}]",
    b"glance: {plans: [1, [2], {a: b}, null, NO]}",
    b"glance:\nplans:\nas_of:\n",
    b"plans: [{id: {}, milestones: [{due: 0, targets: [~, {id: []}], goals: {}}]}]",
)
WORDS = st.sampled_from(
    (*TEXTS["targets.yaml"].split(), *"[]{},>#~'*&", "NO", "12:30", "010", "- ", ": ", "\n", "|\n")
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.one_of(
        st.binary(max_size=200), st.lists(WORDS, max_size=40).map(lambda words: "".join(words).encode())
    )
)
def test_any_bytes_are_records_or_problems(content: bytes, draft: Draft) -> None:
    draft.write("targets.yaml", content)
    records, problems = read(draft.path)
    assert (records is None) == bool(problems)
    assert all(problem.message and str(problem).isprintable() for problem in problems)


@pytest.mark.parametrize("name", ["targets.yaml", "data/indicators.yaml", "data/claims.csv"])
@pytest.mark.parametrize("content", HOSTILE, ids=lambda content: repr(content[:20]))
def test_hostile_bytes_are_told_as_problems(content: bytes, name: str, draft: Draft) -> None:
    draft.write(name, content)
    problems = draft.read()[1]
    assert problems
    assert {name} == {problem.file for problem in problems if problem.file}


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_damage_to_the_files_is_records_or_problems(data: st.DataObject, draft: Draft) -> None:
    name = data.draw(st.sampled_from(sorted(TEXTS)))
    whole = TEXTS[name].encode()
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 30)))
    new = data.draw(st.one_of(st.binary(max_size=8), WORDS.map(str.encode)))
    draft.write(name, whole[:start] + new + whole[end:])
    records, problems = read(draft.path)
    draft.write(name, whole)
    assert (records is None) == bool(problems)
    assert all(problem.message for problem in problems)


def test_longest_cell_does_not_depend_on_what_other_packages_set(draft: Draft) -> None:
    draft.spoil("data/exchange_rates.csv", "", '2020,6.9,"' + "a" * 140_000 + "\n")
    before = csv.field_size_limit(10_000_000)
    try:
        assert "longer than 131,072 characters" in draft.problems()[0]
    finally:
        csv.field_size_limit(before)
