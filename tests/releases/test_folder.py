"""The folder: a release is written whole or not at all, twice is once, and undone it is as it was."""

from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.__main__ import main
from metrics.exports.status_json import status_json
from metrics.progress import as_known_on, assess
from metrics.records.load import load
from metrics.releases.folder import undo, write
from metrics.words import words_for
from tests.releases.plan import folder_with, previewed
from tests.releases.test_formats import SERIES

MAPPING = f"period: Year\nplace: Country\nvalue: V\n{SERIES}"
VALUES = st.dictionaries(
    st.tuples(st.sampled_from(["CHN", "USA"]), st.integers(2015, 2020)), st.integers(1, 300), max_size=6
)


def table(values):
    return "Country,Year,V\n" + "".join(
        f"{place},{year},{value}\n" for (place, year), value in values.items()
    )


def bring(folder, data, day, file="data.csv"):
    found = previewed(folder, data, file, day)
    assert () == found.problems
    write(folder, found.files)
    return found


def content(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def status(folder, day):
    records = load(folder)
    known = as_known_on(records, day)
    return status_json(assess(known, day), known, words_for("en"))


@settings(max_examples=25, deadline=None)
@given(VALUES)
def test_twice_is_once_and_undone_it_is_as_before(values):
    with TemporaryDirectory() as place:
        folder = folder_with(Path(place), MAPPING)
        before = content(folder)
        found = bring(folder, table(values), date(2022, 5, 1))
        once = content(folder)
        bring(folder, table(values), date(2022, 5, 1))
        bring(folder, table(values), date(2022, 5, 20))
        assert once == content(folder)
        if found.files:
            undo(folder, found.release)
        assert before == content(folder)


@settings(max_examples=15, deadline=None)
@given(VALUES, VALUES)
def test_order_of_two_releases_does_not_matter_to_a_day_on_or_after_both(first, second):
    days = date(2022, 4, 1), date(2022, 5, 1)
    seen = []
    for order in ((0, 1), (1, 0)):
        with TemporaryDirectory() as place:
            folder = folder_with(Path(place), MAPPING)
            for one in order:
                bring(folder, table((first, second)[one]), days[one])
            seen.append([_verdicts(folder, day) for day in (days[1], days[1] + timedelta(30))])
    assert seen[0] == seen[1]


def _verdicts(folder, day):
    statuses = assess(as_known_on(load(folder), day), day).statuses
    return {
        name: (
            one.headline,
            [(r.series.id, r.verdict, r.observation and r.observation.value) for r in one.readings],
        )
        for name, one in statuses.items()
    }


def test_later_release_stands_beside_the_earlier_one_which_is_still_known_on_its_day(tmp_path):
    folder = folder_with(tmp_path, MAPPING)
    bring(folder, "Country,Year,V\nCHN,2020,140\n", date(2022, 4, 1))
    bring(folder, "Country,Year,V\nCHN,2020,155\n", date(2022, 5, 1))
    verdicts = [
        _verdicts(folder, day)["size-2020"][0].verdict.value
        for day in (date(2022, 3, 31), date(2022, 4, 1), date(2022, 5, 1))
    ]
    assert ["met", "missed", "met"] == verdicts


def test_figure_that_a_later_release_no_longer_holds_is_told_and_stays(tmp_path):
    folder = folder_with(tmp_path, MAPPING)
    bring(folder, "Country,Year,V\nCHN,2018,100\nCHN,2017,90\n", date(2022, 4, 1))
    found = bring(folder, "Country,Year,V\nCHN,2018,101\n", date(2022, 5, 1))
    assert ["2017"] == [one.period.text for one in found.figures.gone]
    assert 90 in {one.value for one in load(folder).observations.values()}


def test_release_that_cannot_be_written_whole_leaves_everything_as_it_was(tmp_path, monkeypatch):
    folder = folder_with(tmp_path, MAPPING)
    before = content(folder)
    found = previewed(folder, "Country,Year,V\nCHN,2018,100\n")
    replace = Path.replace

    def fails(self, target):
        if Path(target).name == "releases.csv":
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(OSError, match="No space"):
        write(folder, found.files)
    assert before == content(folder)


def test_command_previews_writes_repeats_and_takes_out(tmp_path):
    folder = folder_with(tmp_path, MAPPING)
    file = tmp_path / "data.csv"
    file.write_text("Country,Year,V\nCHN,2020,140\nPeru,2020,3\n", "utf-8")
    before = content(folder)
    words = ("import", str(file), "--into", str(folder), "--published", "2022-05-01", "--source", "paper")
    dry = CliRunner().invoke(main, [*words, "--dry-run"])
    assert 0 == dry.exit_code, dry.output
    assert before == content(folder)
    assert "  size-2020: Met on the only reading → Missed on the only reading\n" in dry.output
    assert "Count, China, 2020: 160 → 140 (data.csv:2:C)" in dry.output
    assert "1 place that is none of the plan's: Peru" in dry.output
    assert (
        "Written: data/observations/paper-2022-05-01.csv and data/releases.csv."
        in CliRunner().invoke(main, words).output
    )
    assert "Everything in it is known already; nothing is written." in CliRunner().invoke(main, words).output
    undone = CliRunner().invoke(main, ["import", "--into", str(folder), "--undo", "paper-2022-05-01"])
    assert "Release 'paper-2022-05-01' is taken out again.\n" == undone.output
    assert before == content(folder)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "name a file."),
        (["FILE"], "say on which day the file was published."),
        (
            ["FILE", "--published", "2022-05-01"],
            "name the source that the figures cite; the mapping 'office' names none.",
        ),
        (
            ["FILE", "--published", "2022-05-01", "--source", "papr"],
            "there is no source 'papr' in data/sources.yaml. Did you mean 'paper'?",
        ),
        (
            ["FILE", "--published", "2022-05-01", "--map", "offic"],
            "there is no mapping 'offic' in data/mappings.yaml. Did you mean 'office'?",
        ),
        (["--undo", "paper"], "there is no release 'paper' in data/releases.csv."),
    ],
)
def test_command_says_what_it_lacks(tmp_path, words, said):
    folder = folder_with(tmp_path, MAPPING)
    file = tmp_path / "data.csv"
    file.write_text("Country,Year,V\n", "utf-8")
    asked_for = [str(file) if word == "FILE" else word for word in words]
    result = CliRunner().invoke(main, ["import", *asked_for, "--into", str(folder)])
    assert 2 == result.exit_code
    assert said in " ".join(result.output.split())
