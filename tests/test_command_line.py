"""The command line: exit codes, messages, pipes and terminals, and the page that describes it."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from shutil import copyfile, copytree
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from metrics.__main__ import main
from metrics.exports.extract import extract
from metrics.exports.files import FORMATS, SLIDES, TABLES, content
from metrics.exports.terminal import columns
from metrics.progress import as_known_on, assess
from metrics.progress.result import Path as PacePath
from metrics.records import SHIPPED, load
from metrics.words import languages, words_for
from tests.records.conftest import Draft

ROOT = Path(__file__).parents[1]
DOCS = (ROOT / "docs" / "command-line.md").read_text("utf-8")
DAY = "2026-11-28"


def run(*arguments: str, width: int = 80) -> Result:
    return CliRunner(env={"COLUMNS": str(width)}).invoke(main, arguments, prog_name="python -m metrics")


def real(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own, as a person starts it."""
    return subprocess.run(
        [sys.executable, "-m", "metrics", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **environment},
        capture_output=True,
        check=False,
        timeout=60,
    )


def options(command: click.Command) -> Iterator[str]:
    for param in command.params:
        if isinstance(param, click.Option):
            yield from param.opts
        else:
            yield str(param.make_metavar(click.Context(command))).strip("[]")


# check


def test_check_of_the_shipped_files_counts_them() -> None:
    result = run("check")
    records = load(SHIPPED)
    assert (0, "") == (result.exit_code, result.stderr)
    for count, name in [
        (len(records.plans), "plans"),
        (len(records.targets), "targets"),
        (len(records.goals), "goals"),
        (len(records.series), "series"),
        (len(records.observations), "observations"),
        (len(records.sources), "sources"),
    ]:
        assert f"  {count:,} {name}\n" in result.stdout


def test_check_of_a_broken_folder_says_every_problem_on_standard_error(tmp_path: Path) -> None:
    (tmp_path / "targets.yaml").write_text("as_off: 2026-11-28\n", "utf-8")
    result = run("check", str(tmp_path))
    assert (1, "") == (result.exit_code, result.stdout)
    *problems, count = result.stderr.splitlines()
    assert f"{len(problems)} problems" == count
    assert any(line.startswith("targets.yaml:1:1: ") and "as_off" in line for line in problems)
    assert any(line.startswith("data/") for line in problems)
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("rows", "said", "counted"),
    [
        (300, "and 100 more problems", "300 problems"),
        (20_000, "and at least 5,400 more problems", "At least 5,600 problems"),
    ],
)
def test_problems_that_are_not_listed_are_counted(rows: int, said: str, counted: str, tmp_path: Path) -> None:
    copytree(SHIPPED / "metrics" / "data", tmp_path / "data")
    copyfile(SHIPPED / "targets.yaml", tmp_path / "targets.yaml")
    (tmp_path / "data" / "prices.csv").write_text(
        "year,geography,index_type,index,source\n" + "x,CHN,cpi,1,wdi\n" * rows, "utf-8"
    )
    *_, more, count = run("check", str(tmp_path)).stderr.splitlines()
    assert more.startswith(said)
    assert counted == count


def test_check_lists_texts_that_lack_a_language_only_when_it_is_asked_for(tmp_path: Path) -> None:
    draft = Draft(tmp_path)
    folder = str(draft.path)
    assert (0, 0) == (run("check", folder).exit_code, run("check", "--complete", "en", folder).exit_code)
    draft.spoil("data/observations/industry.csv", "p. 4", "p. 4 below the second table of the annex")
    result = run("check", "--complete", "zh", folder)
    assert (1, "") == (result.exit_code, result.stderr)
    *told, count = result.stdout.splitlines()
    assert f"{len(told)} texts have no zh" == count
    assert "targets.yaml:7: title of plan 'plan-a' has no zh: Plan A" in told
    assert (
        "data/observations/industry.csv:3: locator of observation 'b' has no zh: p. 4 below the second table of the annex"
        in told
    )


def test_check_of_the_shipped_files_says_that_every_text_stands_in_chinese() -> None:
    result = run("check", "--complete", "zh")
    assert (0, "Every text stands in zh.\n") == (result.exit_code, result.stdout)


def test_status_of_a_broken_folder_says_the_same_as_check(tmp_path: Path) -> None:
    (tmp_path / "targets.yaml").write_text("plans: [\n", "utf-8")
    check, status = run("check", str(tmp_path)), run("status", str(tmp_path), "--json")
    assert (1, check.stdout, check.stderr) == (status.exit_code, status.stdout, status.stderr)


def test_status_in_chinese_tells_figures_in_the_sizes_of_the_pages():
    told = run("status", "--lang", "zh", "--target", "aidp-2020-related", "--known-on", "2026-11-28").stdout
    assert "2018年超过5000" in told


def test_control_signs_of_a_file_do_not_reach_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "targets.yaml").write_text('"\\e[2Jas_of": 1\n', "utf-8")
    assert "\x1b" not in run("check", str(tmp_path)).stderr


@pytest.mark.parametrize("command", ["check", "status"])
def test_folder_that_does_not_exist_is_a_usage_error(command: str, tmp_path: Path) -> None:
    result = run(command, str(tmp_path / "nowhere"))
    assert 2 == result.exit_code
    assert "nowhere" in result.stderr


# status


@pytest.mark.parametrize("width", [48, 80, 100, 200])
def test_status_fits_the_terminal_and_names_every_target(width: int) -> None:
    result = run("status", "--known-on", DAY, width=width)
    assert (0, "") == (result.exit_code, result.stderr)
    assert [] == [line for line in result.stdout.splitlines() if columns(line) > width]
    if width >= 80:
        assert [] == [name for name in load(SHIPPED).targets if name not in result.stdout.split()]


def test_json_of_the_shipped_files_has_the_documented_shape() -> None:
    found = re.search(r"^```json\n(.*?)^```", DOCS, re.DOTALL | re.MULTILINE)
    assert found
    validator = Draft202012Validator(json.loads(found[1]))
    for day in ("2018-12-31", "2020-12-31", "2024-12-31", DAY):
        document = json.loads(run("status", "--known-on", day, "--json").stdout)
        assert [] == [error.message for error in validator.iter_errors(document)]
        assert day == document["known_on"]


def target(name: str, *arguments: str) -> Any:
    result = run("status", "--target", name, "--json", *arguments)
    assert (0, "") == (result.exit_code, result.stderr)
    (only,) = json.loads(result.stdout)["targets"]
    return only


def test_json_holds_the_verdict_of_the_readings() -> None:
    core = target("aidp-2025-core", "--known-on", DAY)
    headline = core["headline"]
    assert ("met", 5, 6) == (headline["verdict"], headline["k"], headline["n"])
    assert {"met": 3, "met_early": 2, "unverified": 1} == headline["tally"]
    assert (">", 400, "cny_bn", "2025-12-31") == tuple(
        core[key] for key in ("comparator", "value", "unit", "due")
    )
    ministry = next(reading for reading in core["readings"] if reading["series"] == "miit_2025")
    assert (1200, None, "more_than") == (ministry["low"], ministry["high"], ministry["bound"])


def test_known_on_an_earlier_day_shows_what_was_known_then() -> None:
    assert "inconclusive" == target("aidp-2020-core", "--known-on", "2020-12-31")["headline"]["verdict"]
    assert "too_early" == target("aidp-2030-core", "--known-on", "2019-12-31")["headline"]["verdict"]


def test_path_is_obeyed() -> None:
    core = target("aidp-2030-core", "--known-on", DAY, "--path", "compound")
    paths = [path for reading in core["readings"] for path in reading["paths"]]
    assert {None} == {path["verdict"] for path in paths if path["path"] == "linear"}
    assert "not_chosen" in {path["refusal"] for path in paths if path["path"] == "linear"}
    assert "on_track" in {path["verdict"] for path in paths if path["path"] == "compound"}


def test_plan_keeps_the_targets_of_this_plan_alone() -> None:
    document = json.loads(run("status", "--plan", "moe-ai-2018", "--known-on", DAY, "--json").stdout)
    expected = [name for name, held in load(SHIPPED).targets.items() if held.plan == "moe-ai-2018"]
    assert ["moe-ai-2018"] == [plan["id"] for plan in document["plans"]]
    assert expected == [held["id"] for held in document["targets"]]


@pytest.mark.parametrize("day", ["2020-12-31", DAY])
def test_target_alone_stands_where_it_stands_among_all(day: str) -> None:
    everything = json.loads(run("status", "--known-on", day, "--json").stdout)["targets"]
    for name in ("aidp-2020-core", "aidp-2030-core", "moe-2020-centres"):
        assert next(held for held in everything if held["id"] == name) == target(name, "--known-on", day)


def test_plan_that_was_not_yet_published_is_empty_and_no_error() -> None:
    arguments = ("status", "--plan", "aidp-2017", "--known-on", "2016-12-31")
    table, document = run(*arguments), run(*arguments, "--json")
    assert (0, 0) == (table.exit_code, document.exit_code)
    assert {"known_on": "2016-12-31", "plans": [], "targets": []} == json.loads(document.stdout)
    assert "No target" in table.stdout
    assert "2017" not in table.stdout


def test_one_target_is_shown_with_its_readings() -> None:
    one = run("status", "--target", "aidp-2025-core", "--known-on", DAY)
    assert "aidp-2025-core" in one.stdout
    assert "aidp-2020-core" not in one.stdout
    assert len(one.stdout.splitlines()) > 10


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--target", "aidp-2025-cor"], "'--target': there is no target 'aidp-2025-cor'; did you mean"),
        (["--target", "zzz"], "'--target': there is no target 'zzz'."),
        (["--plan", "aidp2017"], "'--plan': there is no plan 'aidp2017'; did you mean 'aidp-2017'?"),
        (["--plan", "moe-ai-2018", "--target", "aidp-2025-core"], "belongs to plan 'aidp-2017'"),
        (["--known-on", "28 Nov 2026"], "'--known-on': '28 Nov 2026' is not a day; write it as 2019-12-31"),
        (["--known-on", "20191231"], "is not a day"),
        (["--known-on", "2019-02-30"], "is not a day"),
        (["--known-on", "2019"], "is not a day"),
        (["--known-on", "9999-12-31"], "lies in the future"),
        (["--path", "straight"], "'--path'"),
        (["--colour"], "--colour"),
    ],
)
def test_what_cannot_be_understood_is_one_clear_message(arguments: list[str], said: str) -> None:
    result = run("status", *arguments)
    assert (2, "") == (result.exit_code, result.stdout)
    assert said in " ".join(result.stderr.split())


def test_latest_day_is_today_or_that_of_the_files() -> None:
    latest = max(date.today(), load(SHIPPED).as_of)
    assert 0 == run("status", "--known-on", latest.isoformat()).exit_code


# export


def written(tmp_path: Path, *arguments: str) -> bytes:
    file = tmp_path / "out"
    result = run("export", *arguments, "-o", str(file))
    assert (0, "", "") == (result.exit_code, result.stdout, result.stderr)
    return file.read_bytes()


def of_the_dashboard(day: str, kind: str, **more: Any) -> bytes:
    """The file as the dashboard makes it."""
    table, path, language = more.pop("table", "readings"), more.pop("path", None), more.pop("lang", "en")
    held = load(SHIPPED)
    known = as_known_on(held, date.fromisoformat(day))
    progress = assess(held, date.fromisoformat(day), path)
    return content(extract(known, progress, words_for(language), **more), kind, table)


# The offline page of everything takes seconds: the three tests below this one hold the two against each other.
@pytest.mark.parametrize("kind", [one for one in FORMATS if one != "html"])
@pytest.mark.parametrize("day", ["2020-12-31", DAY])
def test_export_gives_the_file_of_the_dashboard(kind: str, day: str, tmp_path: Path) -> None:
    assert of_the_dashboard(day, kind) == written(tmp_path, kind, "--known-on", day)


@pytest.mark.parametrize("kind", FORMATS)
def test_export_of_one_target_on_one_path_is_that_of_its_page(kind: str, tmp_path: Path) -> None:
    found = written(tmp_path, kind, "--known-on", DAY, "--target", "aidp-2030-core", "--path", "linear")
    assert of_the_dashboard(DAY, kind, target="aidp-2030-core", path=PacePath.LINEAR) == found


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("kind", FORMATS)
def test_export_in_a_language_is_the_file_of_the_dashboard_in_it(
    kind: str, language: str, tmp_path: Path
) -> None:
    found = written(tmp_path, kind, "--known-on", DAY, "--target", "aidp-2025-core", "--lang", language)
    assert of_the_dashboard(DAY, kind, target="aidp-2025-core", lang=language) == found


@pytest.mark.parametrize("language", languages())
def test_status_speaks_the_language_that_is_asked_for(language: str) -> None:
    arguments = ("--known-on", DAY, "--target", "aidp-2025-core", "--json", "--lang", language)
    found = json.loads(run("status", *arguments).stdout)
    held = as_known_on(load(SHIPPED), date.fromisoformat(DAY))
    status = assess(held, date.fromisoformat(DAY)).statuses["aidp-2025-core"]
    assert words_for(language).headline_full(status) == found["targets"][0]["headline"]["sentence"]


def test_a_language_that_there_is_not_is_refused() -> None:
    assert 2 == run("status", "--lang", "xx").exit_code


@pytest.mark.parametrize("table", TABLES)
def test_every_table_can_be_exported(table: str, tmp_path: Path) -> None:
    found = written(tmp_path, "csv", "--table", table, "--known-on", DAY)
    assert of_the_dashboard(DAY, "csv", table=table) == found
    assert found.startswith(b"\xef\xbb\xbf")


def test_exported_json_is_that_of_status(tmp_path: Path) -> None:
    arguments = ("--known-on", DAY, "--plan", "aidp-2017")
    assert run("status", *arguments, "--json").stdout == written(tmp_path, "json", *arguments).decode("utf-8")


def test_export_to_standard_output_is_the_file_and_nothing_else(tmp_path: Path) -> None:
    arguments = ("package", "--known-on", DAY)
    result = real("export", *arguments, "-o", "-")
    assert (0, b"") == (result.returncode, result.stderr)
    assert written(tmp_path, *arguments) == result.stdout


def test_export_replaces_a_file_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"old")
    assert written(tmp_path, "csv", "--known-on", DAY).startswith(b"\xef\xbb\xbfplan,target,")
    assert [tmp_path / "out"] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["csv", "-o", "{folder}"], "was not written: Is a directory."),
        (["csv", "-o", "{folder}/nowhere/a.csv"], "was not written: No such file or directory."),
        (["csv", "-o", "{folder}/" + "a" * 300], "was not written: File name too long."),
        (["csv"], "Missing option"),
        (
            ["pptx", "--deck", "council", "-o", "x"],
            "there is no deck 'council'; there are: core-industry, two-",
        ),
        (
            ["csv", "--deck", "core-industry", "-o", "x"],
            "only pptx, handout, sheets and html are made of slides",
        ),
        (["pptx", "--deck", "core-industry", "--target", "aidp-2020-core", "-o", "x"], "either --deck or"),
        (["-o", "{folder}/a.csv"], "Missing argument 'FORMAT'"),
        (["pdf", "-o", "{folder}/a.pdf"], "'pdf' is not one of 'csv', 'xlsx', 'package', 'json'"),
        (["csv", "--table", "verdicts", "-o", "{folder}/a.csv"], "'verdicts' is not one of"),
        (["xlsx", "--table", "plans", "-o", "{folder}/a.xlsx"], "only csv holds one table"),
        (["csv", "--known-on", "2019", "-o", "{folder}/a.csv"], "is not a day"),
        (["csv", "--plan", "aidp2017", "-o", "{folder}/a.csv"], "did you mean 'aidp-2017'?"),
        (["csv", "{folder}/plans", "-o", "{folder}/a.csv"], "does not exist"),
    ],
)
def test_export_that_cannot_be_done_is_one_clear_message(
    arguments: list[str], said: str, tmp_path: Path
) -> None:
    result = run("export", *(one.format(folder=tmp_path) for one in arguments))
    assert (2, "") == (result.exit_code, result.stdout)
    assert said in " ".join(result.stderr.split())
    assert 1 == result.stderr.count("Error: ")
    assert [] == list(tmp_path.iterdir())


def test_standard_output_that_cannot_be_written_is_one_clear_message(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("click.echo", full)
    result = run("export", "package", "--known-on", DAY, "-o", "-")
    assert (2, "") == (result.exit_code, result.stdout)
    assert "was not written: No space left on device" in " ".join(result.stderr.split())


def test_workbook_is_not_written_to_a_terminal() -> None:
    ours, theirs = os.openpty()
    process = subprocess.run(
        [sys.executable, "-m", "metrics", "export", "xlsx", "-o", "-"],
        cwd=ROOT,
        stdout=theirs,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )
    os.close(theirs)
    os.close(ours)
    assert 2 == process.returncode
    assert b"no text for a terminal" in process.stderr


def test_export_of_a_broken_folder_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "targets.yaml").write_text("plans: [\n", "utf-8")
    result = run("export", "csv", str(tmp_path), "-o", str(tmp_path / "a.csv"))
    assert (1, run("check", str(tmp_path)).stderr) == (result.exit_code, result.stderr)
    assert not (tmp_path / "a.csv").exists()


# terminals and pipes


def test_check_imports_no_library_of_the_pages() -> None:
    result = real("check", PYTHONPROFILEIMPORTTIME="1")
    imported = {line.rpartition("|")[2].strip() for line in result.stderr.decode().splitlines()}
    assert 0 == result.returncode
    assert "metrics.records" in imported
    assert set() == imported & {"plotly", "pandas", "numpy", "streamlit"}


def test_status_imports_no_library_of_the_pages() -> None:
    result = real("status", "--json", PYTHONPROFILEIMPORTTIME="1")
    imported = {line.rpartition("|")[2].strip() for line in result.stderr.decode().splitlines()}
    assert 0 == result.returncode
    assert set() == imported & {"plotly", "pandas", "numpy", "streamlit"}


def test_export_of_slides_imports_no_page() -> None:
    result = real("export", "pptx", "-o", os.devnull, PYTHONPROFILEIMPORTTIME="1")
    imported = {line.rpartition("|")[2].strip() for line in result.stderr.decode().splitlines()}
    assert 0 == result.returncode
    assert "streamlit" not in imported


def slides_of(folder: Path, targets: str) -> bytes:
    return written(folder, "pptx", "--known-on", DAY, "--targets", targets)


def test_slides_of_several_targets_are_those_of_these_targets_alone(tmp_path: Path) -> None:
    both = slides_of(tmp_path, "aidp-2020-core,aidp-2025-core")
    assert both == slides_of(tmp_path, "aidp-2020-core, aidp-2025-core")
    assert both != slides_of(tmp_path, "aidp-2025-core")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("pptx", "--targets", "aidp-2025-cor"), "did you mean 'aidp-2025-core'?"),
        (("pptx", "--targets", "aidp-2025-core,"), "there is no target ''"),
        (
            ("xlsx", "--targets", "aidp-2025-core"),
            "only pptx, handout, sheets, html, png and svg take several targets",
        ),
        (
            ("pptx", "--targets", "aidp-2025-core", "--target", "aidp-2020-core"),
            "either --target or --targets",
        ),
        (("pptx", "--targets", "aidp-2025-core", "--plan", "moe-ai-2018"), "belongs to plan 'aidp-2017'"),
    ],
)
def test_targets_that_cannot_be_told_together_are_a_usage_error(
    arguments: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    result = run("export", *arguments, "-o", str(tmp_path / "file"))
    assert 2 == result.exit_code
    assert said in " ".join(result.stderr.replace("│", " ").split())
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("kind", [kind for kind in FORMATS if kind not in SLIDES])  # those are pictures
def test_export_imports_no_library_of_the_pages(kind: str) -> None:
    result = real("export", kind, "-o", os.devnull, PYTHONPROFILEIMPORTTIME="1")
    imported = {line.rpartition("|")[2].strip() for line in result.stderr.decode().splitlines()}
    assert 0 == result.returncode
    assert set() == imported & {"plotly", "pandas", "numpy", "streamlit"}


def test_json_is_the_same_in_every_process_and_on_every_terminal() -> None:
    arguments = ("status", "--known-on", DAY, "--json")
    first = real(*arguments, PYTHONHASHSEED="1", PYTHONIOENCODING="utf-8")
    second = real(*arguments, PYTHONHASHSEED="2", PYTHONIOENCODING="utf-8")
    narrow = real(*arguments, PYTHONIOENCODING="cp1252")
    assert first.stdout == second.stdout
    assert narrow.stdout.isascii()
    assert json.loads(first.stdout) == json.loads(narrow.stdout)


def test_terminal_without_utf_8_gets_the_table_without_signs() -> None:
    result = real("status", "--known-on", DAY, PYTHONIOENCODING="ascii")
    assert (0, b"") == (result.returncode, result.stderr)
    assert result.stdout.isascii()
    assert b"aidp-2025-core" in result.stdout


def test_reader_that_goes_away_is_no_error() -> None:
    reads, writes = os.pipe()
    os.close(reads)
    with subprocess.Popen(
        [sys.executable, "-m", "metrics", "status", "--json"], cwd=ROOT, stdout=writes, stderr=subprocess.PIPE
    ) as process:
        os.close(writes)
        said = process.communicate(timeout=60)[1]
    assert b"" == said


# the page that describes it


def test_every_command_and_option_is_described() -> None:
    assert {"new", "check", "import", "status", "export"} == set(main.commands)
    for name, command in main.commands.items():
        assert f"python -m metrics {name}" in DOCS
        assert f"## {name}\n" in DOCS
        assert [] == [option for option in options(command) if f"`{option}" not in DOCS]


def test_every_option_that_is_described_exists() -> None:
    known = {option for command in main.commands.values() for option in options(command)} | {"--help"}
    assert set() == set(re.findall(r"--[a-z][a-z-]*", DOCS)) - known


@pytest.mark.parametrize("command", [(), ("new",), ("check",), ("import",), ("status",), ("export",)])
def test_help_says_what_each_command_does(command: tuple[str, ...]) -> None:
    result = run(*command, "-h")
    assert 0 == result.exit_code
    for option in (option for name in command for option in options(main.commands[name])):
        assert option in result.stdout


def test_a_bar_shows_on_a_terminal_how_far_the_offline_page_is_and_stays_out_of_the_file() -> None:
    watched, stderr = os.openpty()
    try:
        made = subprocess.run(
            [*(sys.executable, "-m", "metrics", "export", "html", "-o", "-"), "--target", "aidp-2025-core"],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=stderr,
            check=True,
            timeout=60,
        )
    finally:
        os.close(stderr)
    shown = os.read(watched, 1 << 20).decode()
    os.close(watched)
    assert "100%" in shown
    assert made.stdout.startswith(b"<!doctype html>")
    assert b"\x1b" not in made.stdout


def test_no_bar_is_written_where_nobody_watches() -> None:
    silent = real("export", "html", "-o", os.devnull, "--target", "aidp-2025-core")
    assert (0, b"") == (silent.returncode, silent.stderr)
