"""Citations and the bibliography: well-formed whatever stands in a title, and Chinese stays Chinese."""

import json
import re
import string
from dataclasses import replace
from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from metrics.exports.bibliography import CSL, bibtex, csl_json
from metrics.exports.bibtex import entry
from metrics.exports.citation import Citation, citation, with_figures, work
from metrics.exports.gallery import gallery
from metrics.progress import assess
from metrics.records import SHIPPED
from metrics.records.vocabulary import SourceKind
from metrics.words import words_for
from tests.exports.written import entries, shown

DAY = date(2026, 11, 28)
WORDS = words_for("en")
ADDRESS = "http://localhost:8501/target?target=aidp-2025-core&known-on=2026-11-28"
HOSTILE = r'R&D_100% {核心} \input{x} #1 $x$ ~^ "quoted"'


@pytest.fixture
def cited(shipped) -> Citation:
    return citation("Core industry: 核心产业", date(2026, 11, 28), shipped().known, ADDRESS)


def test_work_is_that_of_the_citation_file():
    file = yaml.safe_load((SHIPPED / "CITATION.cff").read_text("utf-8"))
    assert (file["title"], file["version"], tuple(one["name"] for one in file["authors"])) == (
        work().title,
        work().version,
        work().authors,
    )


def test_plain_text_says_who_what_when_and_where(cited, shipped):
    text = cited.plain(WORDS)
    assert text == (
        "The Milepost authors (2026). Core industry: 核心产业. In Milepost: what a plan promised, held against "
        f"what was reported (version {work().version}). As known on 28 Nov 2026, data "
        f"{shipped().known.digest[:12]}. {ADDRESS}"
    )


def test_bibtex_has_the_same_facts(cited):
    ((key, fields),) = entries(cited.bibtex(WORDS)).items()
    assert key.startswith("milepost-2026-11-28-")
    assert ("The Milepost authors", "Core industry: 核心产业", "2026", ADDRESS) == tuple(
        shown(fields[name]) for name in ("author", "title", "year", "url")
    )
    assert "28 Nov 2026" in fields["note"]


def test_csl_has_the_same_facts(cited):
    item = json.loads(json.dumps(cited.csl(WORDS), ensure_ascii=False))
    assert ("webpage", "Core industry: 核心产业", ADDRESS) == (item["type"], item["title"], item["URL"])
    assert [{"literal": "The Milepost authors"}] == item["author"]
    assert {"date-parts": [[2026]]} == item["issued"]
    assert "28 Nov 2026" in item["note"]


def test_citation_without_an_address_or_a_digest_leaves_them_out(records):
    cited = citation("A view", date(2020, 12, 31), records)
    assert cited.plain(WORDS).endswith("As known on 31 Dec 2020.")
    assert "url" not in entries(cited.bibtex(WORDS))["milepost-2020-12-31"]
    assert "URL" not in cited.csl(WORDS)


def test_hostile_title_is_only_text(cited):
    hostile = replace(cited, title=HOSTILE)
    ((_, fields),) = entries(hostile.bibtex(WORDS)).items()
    assert HOSTILE == shown(fields["title"])
    assert HOSTILE == hostile.csl(WORDS)["title"]


@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs")), min_size=1),
    st.text(string.printable + "核心", min_size=1),
)
def test_bibtex_is_well_formed_whatever_the_text(title, key):
    ((_, fields),) = entries(entry("misc", f"k{key}", {"title": title, "author": (title, "B")})).items()
    assert title == shown(fields["title"])
    assert f"{title} and B" == shown(fields["author"])


@given(st.text("abc/{}\\%#_&~^=?核", min_size=1))
def test_address_cannot_end_its_field(rest):
    ((_, fields),) = entries(entry("misc", "k", {"url": f"https://a.example/{rest}"})).items()
    assert not set("{}\\") & set(fields["url"])


def test_every_source_is_in_the_bibliography(shipped):
    sources = shipped().records.sources
    found = entries(bibtex(sources.values(), WORDS))
    assert list(sources) == list(found)
    for name, source in sources.items():
        fields = found[name]
        assert source.title.split() == shown(fields["title"]).split()
        assert (source.author or WORDS.text(source.publisher)) == shown(fields["author"])
        assert str(source.published.start.year) == fields["year"]
        assert (source.url or "") == fields.get("url", "")
        assert ("month" in fields) == (source.published.form in ("day", "month"))
    assert "新一代人工智能发展规划" in found["aidp-2017"]["title"]


def test_every_source_is_a_csl_item(shipped):
    sources = shipped().records.sources
    items = json.loads(csl_json(sources.values(), WORDS))
    assert list(sources) == [item["id"] for item in items]
    for item in items:
        source = sources[item["id"]]
        assert source.title == item["title"]
        parts = item["issued"]["date-parts"][0]
        assert {"day": 3, "month": 2, "year": 1}[source.published.form] == len(parts)
        assert [source.published.end.year, source.published.end.month, source.published.end.day][
            : len(parts)
        ] == parts
    assert set(SourceKind) == set(CSL)


def figures_of(target, known):
    read = (one.observation for one in assess(known, DAY).statuses[target].counted)
    return tuple(one for one in read if one is not None)


def test_a_citation_names_each_document_of_the_figures_and_who_counted_where_another_hands_it_on(
    cited, shipped
):
    known = shipped().known
    full = with_figures(cited, figures_of("moe-2020-centres", known), known, WORDS)
    assert [
        f"{WORDS.text(one.publisher)}, “{one.title}”, {WORDS.period(one.published)}" for one in full.sources
    ] == [re.sub(r"^.*?, through ", "", one) for one in full.references]
    assert [] == [one for one in full.references if one.startswith("CSET, through CSET")]
    assert [one for one in full.references if one.startswith("CINGAI, through Xinhua, via Khmer Times, “")]
    assert full.plain(WORDS).endswith(f"Figures from: {'; '.join(full.references)}.")
    assert [one.id for one in full.sources] == [one["id"] for one in json.loads(full.csl_json(WORDS))[1:]]
    assert {full.id, *(one.id for one in full.sources)} == set(entries(full.bibliography(WORDS)))


def test_a_picture_for_a_paper_names_the_documents_and_others_only_who_reports(shipped):
    chart = gallery(shipped(), "light")["target-aidp-2025-core"]
    told = chart.draw(840, 0)
    assert "Figures from" not in told.source
    full = chart.paper(told).source
    assert full.startswith(told.source)
    known = shipped().known
    for figure in figures_of("aidp-2025-core", known):
        source = known.sources[figure.source]
        said = f"{WORDS.text(source.publisher)}, “{source.title}”, {WORDS.period(source.published)}"
        assert said in full
