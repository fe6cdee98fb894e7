"""The plans under metrics/examples: whole, as the shipped files have them where they are cut out of those, and readable."""

import re
from pathlib import Path

import pytest

from docs.examples import CUTS, EXAMPLES, files
from metrics.records import load
from metrics.records.folder import PICTURES, Folder
from metrics.records.load import read
from metrics.records.store import Records

MADE_UP = ("quillhaven", "kinds")
NAMES = sorted(folder.name for folder in EXAMPLES.iterdir())
MAPPINGS = (
    *("plans", "units", "families", "places", "indicators", "observations"),
    *("sources", "categories", "events", "claims", "questions"),
)


def records(name: str) -> Records:
    return load(EXAMPLES / name)


@pytest.mark.parametrize("name", NAMES)
def test_example_has_no_problem(name):
    found, problems = read(EXAMPLES / name)
    assert () == problems
    assert found is not None


@pytest.mark.parametrize("name", CUTS)
@pytest.mark.parametrize("kind", MAPPINGS)
def test_cut_example_holds_what_the_shipped_files_hold(name, kind):
    shipped = getattr(load(), kind)
    assert {one: shipped.get(one) for one in getattr(records(name), kind)} == dict(
        getattr(records(name), kind)
    )


@pytest.mark.parametrize("name", CUTS)
def test_cut_example_holds_rates_and_prices_of_the_shipped_files(name):
    assert [] == [one for one in records(name).rates if one not in load().rates]
    assert [] == [one for one in records(name).prices if one not in load().prices]


@pytest.mark.parametrize("name", CUTS)
def test_cut_example_has_every_figure_of_its_series(name):
    series = records(name).series
    assert {one.id for one in load().observations.values() if one.series in series} == set(
        records(name).observations
    )


@pytest.mark.parametrize("name", CUTS)
def test_cut_example_is_as_make_examples_writes_it(name):
    found = Folder(EXAMPLES / name)
    labels = [file.label for file in found.files if found.has(file.label)]
    there = {label: (EXAMPLES / name / label).read_text("utf-8") for label in labels}
    assert files(name) == there


def test_every_folder_is_a_cut_or_the_town():
    assert NAMES == sorted((*CUTS, *MADE_UP))


@pytest.mark.parametrize("name", MADE_UP)
def test_made_up_plan_says_so_wherever_somebody_could_take_it_for_a_fact(name):
    town = records(name)
    silent = [one.id for one in town.plans.values() if "made-up" not in one.title.en]
    silent += [one.id for one in town.plans.values() if "虚构" not in (one.title.zh or "")]
    silent += [one.id for one in town.sources.values() if "made-up" not in one.publisher.en]
    assert [] == silent


@pytest.mark.parametrize("name", MADE_UP)
def test_made_up_plan_names_no_address_that_leads_anywhere(name):
    hosts = [one.url.split("/")[2] for one in records(name).sources.values() if one.url]
    assert [] == [host for host in hosts if not host.endswith((".example", "example.org"))]


@pytest.mark.parametrize("name", MADE_UP)
def test_nothing_made_up_is_about_china_or_ai(name):
    words = ("China", "Chinese", "中国", "artificial intelligence", "人工智能", "CHN")
    folder: Path = EXAMPLES / name
    found = [
        (path.name, word)
        for path in sorted(folder.rglob("*.*"))
        for word in words
        if path.suffix not in PICTURES and word in path.read_text("utf-8")
    ]
    assert [] == found


@pytest.mark.parametrize("name", NAMES)
def test_gallery_shows_every_example(name):
    told = (EXAMPLES.parents[1] / "docs" / "examples.md").read_text("utf-8")
    picture = EXAMPLES.parents[1] / "docs" / "examples" / f"{name}.png"
    assert f"`{name}`" in told
    assert f"(examples/{name}.png)" in told
    assert picture.stat().st_size < 200_000


def test_gallery_sends_nobody_to_a_promise_that_is_not_there():
    told = (EXAMPLES.parents[1] / "docs" / "examples.md").read_text("utf-8")
    town = records("quillhaven")
    named = re.findall(r"\b(?:qh|rev|tern)-20\d\d-[a-z-]+", told)
    assert named
    assert set() == {*named} - {*town.targets} - {*town.goals}


def test_no_source_of_the_town_is_older_than_a_figure_that_it_is_cited_for():
    town = records("quillhaven")
    rows = town.observations.values()
    assert [] == [one.id for one in rows if town.sources[one.source].published.end < one.known]
