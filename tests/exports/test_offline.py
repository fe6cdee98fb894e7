"""The offline page: one file, whole, that asks nobody for anything, and is the same twice."""

import gzip
import json
import re
from base64 import b64decode, b64encode
from dataclasses import replace
from hashlib import sha256
from html import unescape
from html.parser import HTMLParser

import pytest
from markupsafe import escape

from metrics.exports.citation import work
from metrics.exports.offline import offline_page
from metrics.exports.offline.charts import one_of
from metrics.exports.slides import deck_of
from metrics.figures.target.chart import target_chart
from tests.exports.conftest import KNOWN_ON
from tests.later import DAYS, later, later_ids

MOST = 6_000_000  # bytes
VOID = {"meta", "link", "br", "img", "input", "hr", "use"}


class Read(HTMLParser):
    """Every element of a document: name and attributes; and the texts of scripts and style sheets."""

    def __init__(self, document):
        super().__init__(convert_charrefs=True)
        self.elements, self.raw, self.open = [], [], []
        self.feed(document)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag in ("script", "style"):
            self.raw.append([tag, dict(attrs), ""])

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert tag == self.open.pop(), (tag, self.getpos())

    def handle_data(self, data):
        if self.open and self.open[-1] in ("script", "style"):
            self.raw[-1][2] += data

    def all(self, *names):
        return [attrs for name, attrs in self.elements if name in names]


@pytest.fixture(scope="module")
def whole(shipped):
    """The file of everything, with what it was told on the way."""
    steps = []
    data = offline_page(shipped(), lambda done, of: steps.append((done, of)))
    return data, steps


@pytest.fixture(scope="module")
def read(whole):
    return Read(whole[0].decode("utf-8"))


@pytest.fixture(scope="module")
def small(shipped):
    """The file of one target."""
    return offline_page(shipped(target="aidp-2025-core")).decode("utf-8")


def unpacked(document, name):
    data = re.search(rf'<script type="text/plain" id="{name}">([^<]*)</script>', document)[1]
    return gzip.decompress(b64decode(data)).decode("utf-8")


def hashed(text):
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_file_holds_every_page_in_order(read, shipped):
    taken = shipped()
    pages = [one["id"] for one in read.all("section") if "mo-page" in one.get("class", "").split()]
    promises = [*(f"target={one}" for one in (*taken.records.targets, *taken.records.goals))]
    measured = {one.indicator for one in taken.known.observations.values()}
    indicators = [f"indicator={one}" for one in taken.known.indicators if one in measured]
    assert [
        *("glance", "timeline", "targets", *promises, "indicators", *indicators),
        *("sources", "claims", "coverage", "method", "rules"),
    ] == pages


def test_file_is_small_enough_to_mail(whole):
    assert len(whole[0]) <= MOST


def test_every_link_inside_leads_somewhere(read):
    there = {attrs["id"] for _, attrs in read.elements if "id" in attrs}
    wanted = {one["href"][1:] for one in read.all("a", "use") if one.get("href", "").startswith("#")}
    assert set() == wanted - there


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


def test_policy_names_every_script_by_its_hash_and_nothing_else(read, whole):
    policy = next(one["content"] for one in read.all("meta") if one.get("http-equiv"))
    rules = dict(one.split(" ", 1) for one in policy.split("; "))
    running = [
        text for tag, attrs, text in read.raw if tag == "script" and attrs.get("type") in (None, "module")
    ]
    library = unpacked(whole[0].decode(), "mo-plotly")
    assert "'none'" == rules["default-src"] == rules["connect-src"] == rules["base-uri"]
    assert {*map(hashed, running), hashed(library)} == set(rules["script-src"].split())
    sheets = [text for tag, _, text in read.raw if tag == "style"]
    assert {*map(hashed, sheets), hashed("")} == set(rules["style-src-elem"].split())
    assert "unsafe-eval" not in policy
    assert [] == [key for _, attrs in read.elements for key in attrs if key.startswith("on")]


def test_file_says_of_which_day_and_which_data_it_is(read, whole, shipped):
    held = shipped().known
    stamps = {one["name"]: one["content"] for one in read.all("meta") if "name" in one}
    assert KNOWN_ON.isoformat() == stamps["milepost-known-on"]
    assert held.as_of.isoformat() == stamps["milepost-data-version"]
    assert held.digest == stamps["milepost-data-sha256"]
    assert f"Milepost {work().version}" == stamps["generator"]
    text = whole[0].decode("utf-8")
    assert f"<code>{held.digest}</code>" in text
    assert "Known on 22 Nov 2026" in text


def test_same_inputs_give_the_same_bytes(small, shipped):
    assert small == offline_page(shipped(target="aidp-2025-core")).decode("utf-8")


def test_progress_counts_every_page_once(whole, read):
    pages = [one for one in read.all("section") if "mo-page" in one.get("class", "").split()]
    assert [(n, len(pages)) for n in range(1, len(pages) + 1)] == whole[1]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_chart_in_the_file_is_the_chart_of_the_page(mode, small, shipped):
    taken = shipped(target="aidp-2025-core")
    number = int(re.search(r'id="chart-[^"]*target[^"]*".*?data-chart="(\d+)"', small, re.DOTALL)[1])
    lines = unpacked(small, "mo-charts").split("\n")
    found = one_of(json.loads(lines[number]), mode)
    found["layout"]["template"] = one_of(json.loads(lines[0])["template"], mode)
    expected = target_chart(taken.statuses[0], taken.known, taken.words, mode)
    assert json.loads(expected.figure.to_json()) == found


def test_what_a_presenter_says_is_in_the_file_only_when_asked_for(small, shipped):
    taken = shipped(target="aidp-2025-core")
    said = {one for slide in deck_of(taken).slides for one in slide.notes.say}
    with_notes = offline_page(replace(taken, notes=True)).decode("utf-8")
    stages = [one[one.index('id="present"') :] for one in (small, with_notes)]
    without, held = (one.count('data-part="notes"') for one in stages)
    assert (0, len(re.findall('<section class="mps-slide', with_notes))) == (without, held)
    assert said == {one for one in said if str(escape(one)) in stages[1]}


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_file_of_a_day_tells_nothing_of_a_later_one(day, shipped):
    document = offline_page(shipped(day)).decode("utf-8")
    held = unescape(
        re.sub(r"<style>.*?</style>", "", document[: document.index('id="mo-plotly"')], flags=re.DOTALL)
    )
    held += unpacked(document, "mo-charts")
    ids = {one["id"].partition("-")[2] for one in Read(document).all("a", "li") if "id" in one}
    assert set() == {one for one in later(day) if one in held} | (later_ids(day) & ids)
