"""The offline page: one file, whole, that asks nobody for anything, and is the same twice."""

import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from urllib.parse import parse_qs, parse_qsl

import pytest
from markupsafe import escape

from metrics.exports.citation import work
from metrics.exports.offline import offline_page
from metrics.exports.offline.charts import one_of
from metrics.exports.slides import deck_of
from metrics.figures.slides.stage import desk_script
from metrics.figures.target.chart import target_chart
from metrics.records import load
from tests.offline import DAY, SMALL, Read, shared_folder, small, taken, unpacked, whole

MOST = 6_000_000  # bytes
HELD = load()


@pytest.fixture(scope="module")
def everything(tmp_path_factory):
    """The file of everything."""
    return whole(shared_folder(tmp_path_factory)).read_bytes()


@pytest.fixture(scope="module")
def read(everything):
    return Read(everything.decode("utf-8"))


def pages_of(read):
    return [one["id"] for one in read.all("section") if "mo-page" in one.get("class", "").split()]


def hashed(text):
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_file_holds_every_page_in_order(read):
    held = taken()
    promises = [*(f"target={one}" for one in (*held.records.targets, *held.records.goals))]
    measured = {one.indicator for one in held.known.observations.values()}
    indicators = [f"indicator={one}" for one in held.known.indicators if one in measured]
    assert [
        *("glance", "targets", *promises, "coverage", "indicators", *indicators),
        *("timeline", "changes", "sources", "claims", "method", "rules"),
    ] == pages_of(read)


def test_file_is_small_enough_to_mail(everything):
    assert len(everything) <= MOST


def test_every_link_inside_leads_somewhere(read):
    there = {attrs["id"] for _, attrs in read.elements if "id" in attrs}
    wanted = {one["href"][1:] for one in read.all("a", "use") if one.get("href", "").startswith("#")}
    assert set() == wanted - there


def test_link_that_counts_rows_asks_for_as_many_rows_as_it_counts(read):
    """ "Two are met" led to every target of every plan: a list could not be asked for some of its rows."""
    rows = [set(attrs["data-row"].split()) for _, attrs in read.elements if "data-row" in attrs]

    def asked(text):
        wants = [
            {f"{key}={value}" for value in values[0].split(",")} for key, values in parse_qs(text).items()
        ]
        return [row for row in rows if all(want & row for want in wants)]

    links = [one["data-asks"] for one in read.all("a") if "data-asks" in one]
    assert [] == [one for one in links if not asked(one)]
    assert 2 == len(asked("plan=aidp-2017,moe-ai-2018&status=met"))
    assert "plan=aidp-2017,moe-ai-2018&status=met" in links
    of = {one.id: HELD.indicators[one.indicator].family for one in HELD.targets.values()}
    families = [(one, dict(parse_qsl(one))) for one in links if "family=" in one]
    assert families
    for text, want in families:
        plans = want["plan"].split(",")
        counted = [one for one in HELD.targets.values() if one.plan in plans and of[one.id] == want["family"]]
        assert len(counted) == len(asked(text))


def test_no_id_stands_twice(read):
    ids = [attrs["id"] for _, attrs in read.elements if "id" in attrs]
    assert [] == sorted(one for one in set(ids) if ids.count(one) > 1)


def test_nothing_is_fetched_from_anywhere(read):
    """Addresses of other places stand in links that a person opens, and nowhere else."""
    fetching = [
        (name, key, value)
        for name, attrs in read.elements
        for key, value in attrs.items()
        if key in ("src", "srcset", "href", "data", "poster", "action", "background", "ping", "formaction")
        and not (value or "").startswith(("#", "data:"))
        and name != "a"
    ]
    assert [] == fetching
    style = next(text for tag, _, text in read.raw if tag == "style")
    assert set() == {one for one in re.findall(r"url\((.{5})", style) if one.strip('"')[:4] != "data"}
    assert "@import" not in style
    assert set() == {one.get("rel") for one in read.all("a") if "://" in one["href"]} - {
        "noopener noreferrer"
    }


def test_policy_names_every_script_by_its_hash_and_nothing_else(read, everything):
    policy = next(one["content"] for one in read.all("meta") if one.get("http-equiv"))
    rules = dict(one.split(" ", 1) for one in policy.split("; "))
    running = [
        text for tag, attrs, text in read.raw if tag == "script" and attrs.get("type") in (None, "module")
    ]
    library = unpacked(everything.decode(), "mo-plotly")
    assert "'none'" == rules["default-src"] == rules["connect-src"] == rules["base-uri"]
    assert {*map(hashed, running), hashed(library), hashed(desk_script())} == set(rules["script-src"].split())
    sheets = [text for tag, _, text in read.raw if tag == "style"]
    assert {*map(hashed, sheets), hashed("")} == set(rules["style-src-elem"].split())
    assert "unsafe-eval" not in policy
    assert [] == [key for _, attrs in read.elements for key in attrs if key.startswith("on")]


def test_file_says_of_which_day_and_which_data_it_is(read, everything):
    held = taken().known
    stamps = {one["name"]: one["content"] for one in read.all("meta") if "name" in one}
    assert DAY.isoformat() == stamps["milepost-known-on"]
    assert held.as_of.isoformat() == stamps["milepost-data-version"]
    assert held.digest == stamps["milepost-data-sha256"]
    assert f"Milepost {work().version}" == stamps["generator"]
    text = everything.decode("utf-8")
    assert f"<code>{held.digest}</code>" in text
    assert "Known on 28 Nov 2026" in text


def test_same_inputs_give_the_same_bytes_and_every_page_is_counted_once(everything, read):
    steps = []
    again = offline_page(taken(), lambda done, of: steps.append((done, of)))
    assert sha256(everything).hexdigest() == sha256(again).hexdigest()
    count = len(pages_of(read))
    assert [(n, count) for n in range(1, count + 1)] == steps
    assert small() == offline_page(taken(chosen=SMALL)).decode("utf-8")


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_chart_in_the_file_is_the_chart_of_the_page(mode):
    held = taken(chosen=SMALL)
    number = int(re.search(r'id="chart-target-aidp-2025-core".*?data-chart="(\d+)"', small(), re.DOTALL)[1])
    lines = unpacked(small(), "mo-charts").split("\n")
    found = one_of(json.loads(lines[number]), mode)
    found["layout"]["template"] = one_of(json.loads(lines[0])["template"], mode)
    status = held.progress.statuses["aidp-2025-core"]
    expected = target_chart(status, held.known, held.words, mode)
    assert json.loads(expected.figure.to_json()) == found


def test_what_a_presenter_says_is_in_the_file_only_when_asked_for():
    held = taken(chosen=SMALL)
    said = {one for slide in deck_of(held).slides for one in slide.notes.say}
    with_notes = offline_page(replace(held, notes=True)).decode("utf-8")
    stages = [one[one.index('id="present"') :] for one in (small(), with_notes)]
    without, counted = (one.count('data-part="notes"') for one in stages)
    assert (0, len(re.findall('<section class="mps-slide', with_notes))) == (without, counted)
    assert said == {one for one in said if str(escape(one)) in stages[1]}


def test_file_of_some_targets_lists_only_what_bears_on_them():
    held = taken(chosen=SMALL)
    read = Read(small())
    pages = {f"target={one}" for one in SMALL} | {"indicator=core_ai_industry_size"}
    assert pages == {one for one in pages_of(read) if "=" in one}
    figures = {one.id for one in held.known.observations.values() if one.indicator == "core_ai_industry_size"}
    bearing = {one.id for one in held.known.claims.values() if one.maps_to in {*SMALL, *figures}}
    ids = [one["id"] for _, one in read.elements if "id" in one]
    assert bearing == {one.removeprefix("claim-") for one in ids if one.startswith("claim-")}
    listed = {one.removeprefix("source-") for one in ids if one.startswith("source-")}
    rests = {held.known.observations[one].source for one in figures}
    rests |= {held.known.claims[one].source for one in bearing}
    timeline = {one.source for one in held.known.events.values()}
    assert rests <= listed < set(held.known.sources)
    others = {one.source for one in held.known.claims.values() if one.id not in bearing}
    assert others - rests - timeline - listed
