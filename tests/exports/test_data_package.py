"""The data package: the standard holds, foreign keys included; the same bytes twice; nothing but what is known."""

import csv
import json
import re
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO
from types import MappingProxyType
from zipfile import ZipFile

import frictionless
import pytest

from metrics.exports.citation import work
from metrics.exports.data_package import data_package
from metrics.exports.extract import extract
from metrics.exports.listings import LISTINGS
from metrics.progress.result import Path
from metrics.records.model import Text

DAYS = [date(2017, 1, 1), date(2020, 12, 31), date(2026, 11, 28)]


def members(data):
    with ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def errors(data, folder):
    """What frictionless finds in a package, in every table and between them."""
    with ZipFile(BytesIO(data)) as archive:
        archive.extractall(folder)
    report = frictionless.Package(str(folder / "datapackage.json")).validate()
    assert len(LISTINGS) == report.stats["tasks"]
    return report.flatten(["title", "type", "message"])


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_package_holds_to_the_standard(shipped, day, tmp_path):
    assert [] == errors(data_package(shipped(day)), tmp_path)


@pytest.mark.parametrize("choice", [{"plan": "moe-ai-2018"}, {"target": "aidp-2025-core"}], ids=str)
def test_package_of_a_plan_or_a_target_holds_to_the_standard(shipped, choice, tmp_path):
    assert [] == errors(data_package(shipped(**choice)), tmp_path)


def test_package_of_a_hand_made_plan_holds_to_the_standard(taken, tmp_path):
    assert [] == errors(data_package(taken), tmp_path)


def test_broken_foreign_key_would_be_found(shipped, tmp_path):
    taken = shipped()
    sources = dict(taken.records.sources)
    del sources["aidp-2017"]
    broken = replace(taken, records=replace(taken.records, sources=MappingProxyType(sources)))
    assert {"foreign-key"} == {kind for _, kind, _ in errors(data_package(broken), tmp_path)}


def test_same_extract_gives_the_same_bytes(shipped, monkeypatch):
    first = data_package(shipped(DAYS[1]))
    monkeypatch.setattr("time.time", lambda: 2e9)
    monkeypatch.setattr("time.localtime", lambda *_: (2033, 5, 18, 3, 33, 20, 2, 138, 0))
    assert first == data_package(shipped(DAYS[1]))


def test_files_carry_no_clock_and_stand_in_one_order(shipped):
    with ZipFile(BytesIO(data_package(shipped()))) as archive:
        infos = archive.infolist()
    assert {(1980, 1, 1, 0, 0, 0)} == {info.date_time for info in infos}
    assert ["datapackage.json", "README.md", *(f"data/{name}.csv" for name in LISTINGS)] == [
        info.filename for info in infos
    ][:-2]
    assert ["sources.bib", "sources.csl.json"] == [info.filename for info in infos][-2:]


def test_descriptor_says_day_version_and_data(shipped):
    taken = shipped(DAYS[1])
    found = json.loads(members(data_package(taken))["datapackage.json"])
    assert ("2020-12-31", work().version, taken.known.digest, "both") == tuple(
        found[key] for key in ("knownOn", "version", "dataDigest", "path")
    )
    assert [{"title": "The Milepost authors", "role": "author"}] == found["contributors"]
    assert len(taken.records.sources) == len(found["sources"])
    fields = [field for one in found["resources"] for field in one["schema"]["fields"]]
    assert all(field["title"] and field["description"] for field in fields)


def test_chosen_path_is_named(shipped):
    taken = shipped()
    linear = replace(taken, progress=replace(taken.progress, path=Path.LINEAR))
    files = members(data_package(linear))
    assert "linear" == json.loads(files["datapackage.json"])["path"]
    assert "judged by the linear path." in files["README.md"]


def test_csv_has_no_mark_and_rfc_line_ends(shipped):
    files = members(data_package(shipped()))
    for name in LISTINGS:
        text = files[f"data/{name}.csv"]
        assert not text.startswith("\ufeff")
        assert text.endswith("\r\n")
    assert "新一代人工智能发展规划" in files["data/plans.csv"]


def test_readme_names_every_table_and_column_and_the_rules(shipped):
    taken = shipped()
    files = members(data_package(taken))
    readme = files["README.md"]
    found = json.loads(files["datapackage.json"])
    for one in found["resources"]:
        assert f"`{one['path']}`" in readme
        assert [] == [
            field["name"] for field in one["schema"]["fields"] if f"| `{field['name']}` |" not in readme
        ]
    assert [] == [rule for rule in taken.words.rules() if rule not in readme]
    assert taken.words.headline_rule() in readme
    assert "28 Nov 2026" in readme
    assert work().version in readme


def test_readme_names_every_licence_with_its_sources(shipped):
    taken = shipped()
    readme = members(data_package(taken))["README.md"]
    licensed = [one for one in taken.records.sources.values() if one.licence]
    assert licensed
    assert [] == [one.id for one in licensed if f"`{one.id}`" not in readme or one.licence not in readme]


def test_readme_says_what_an_earlier_day_leaves_out(shipped):
    sentence = "The data were last brought up to date on 28 Nov 2026"
    assert sentence in members(data_package(shipped(DAYS[1])))["README.md"]
    assert sentence not in members(data_package(shipped()))["README.md"]


@pytest.mark.parametrize("text", ["=1+1", "+86", "-5", "@SUM(A1)", "＝1", " =1", "'=1", '=HYPERLINK("x")'])
def test_text_that_begins_like_a_formula_is_defused_in_every_table(records, progress, words, text):
    source = records.sources["paper"].model_copy(update={"title": text, "note": Text(en=text)})
    hostile = replace(records, sources=MappingProxyType({**records.sources, "paper": source}))
    files = members(data_package(extract(hostile, progress, words)))
    rows = list(csv.DictReader(StringIO(files["data/sources.csv"], newline="")))
    assert (f"'{text}", f"'{text}") == (rows[0]["title"], rows[0]["note_en"])
    assert json.loads(files["sources.csl.json"])[0]["title"] == text


def test_markdown_in_the_data_is_plain_text_in_the_readme(records, progress, words):
    source = records.sources["paper"].model_copy(update={"licence": "a|b [x](y) <b>"})
    hostile = replace(records, sources=MappingProxyType({**records.sources, "paper": source}))
    readme = members(data_package(extract(hostile, progress, words)))["README.md"]
    assert r"a\|b \[x\](y) \<b\>" in readme
    assert not re.search(r"(?<!\\)\[x\]", readme)
