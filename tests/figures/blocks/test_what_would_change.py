"""The section on what would change a verdict, and the tables of the pace."""

from datetime import date

import pytest

from docs.examples import EXAMPLES
from metrics.figures.blocks import pace_table, what_would_change
from metrics.progress import alternatives, as_known_on
from metrics.progress.assess import judge
from metrics.progress.result import Path
from metrics.records import load
from metrics.words import words_for

DAY = date(2026, 11, 28)


@pytest.fixture
def changes(status, records, words, link, tree):
    def drawn(target, **more):
        assessed = status(target)
        found = alternatives(records, assessed)
        return tree(what_would_change(assessed, records, words, "light", link, found=found, **more))

    return drawn


def rows(table):
    return [(row.one("th").text, row.one("td").text) for row in table.one("tbody", role="rowgroup").all("tr")]


def test_each_change_stands_beside_the_headline_it_would_bring(changes):
    page = changes("aidp-2025-core")
    assert (
        "A figure of at most RMB 400 bn for 2025 from iResearch",
        "Met on 5 of 6, contested 1 missed",
    ) in rows(page.all("table")[0])


def test_series_that_share_a_change_are_named_with_their_marks(changes):
    first = changes("aidp-2025-core").all("table")[0].one("tbody", role="rowgroup").all("tr")[0]
    assert ["MIIT, for 2025 ;", "CAICT, new series"] == [
        text.strip() for text in first.one("span", cls="mp-any").text.replace("; ", ";|").split("|")
    ]
    assert 2 == len(first.all("i", cls="mp-who-mark"))


def test_figures_of_series_that_do_not_count_are_folded(changes):
    page = changes("aidp-2025-core")
    folded = page.one("details")
    assert "Tsinghua" in folded.text
    assert "Tsinghua" not in page.all("table")[0].text


def test_where_no_series_counts_nothing_is_folded(words, link, tree):
    town = load(EXAMPLES / "quillhaven")
    assessed = judge(as_known_on(town, DAY), town.targets["qh-2030-stages-marram"], DAY)
    found = alternatives(town, assessed)
    assert found.figures
    assert not any(one.counts for one in found.figures)
    page = tree(what_would_change(assessed, town, words, "light", link, found=found))
    assert [] == page.all("details")
    assert len(found.figures) == len(page.all("th", scope="row"))


def test_a_day_and_a_path_lead_to_the_view_that_shows_them(changes):
    links = {a.text: a.attrs["href"] for a in changes("aidp-2030-core").all("a")}
    assert {
        "On the compound path alone": "target?target=aidp-2030-core&path=compound",
        "Known on 30 Dec 2025 instead": "target?target=aidp-2030-core&known_on=2025-12-30",
    } == {text.replace("\N{NO-BREAK SPACE}", " "): href for text, href in links.items()}


def test_a_later_day_is_told_and_is_no_link(changes):
    page = changes("aidp-2030-core")
    (later,) = [row for row in page.all("tr") if "With nothing more published" in row.text]
    assert [] == later.all("a")


def test_where_no_series_counts_the_indicator_a_first_figure_would_decide(changes):
    page = changes("moe-2020-textbooks")
    assert [] == page.all("table")
    assert "The first figure of any reporter would decide." in page.text


def test_where_nothing_flips_it_is_said(status, records, words, link, tree):
    day = date(2018, 6, 30)
    assessed = judge(as_known_on(records, day), records.targets["moe-2020-centres"], day)
    page = tree(
        what_would_change(assessed, records, words, "light", link, found=alternatives(records, assessed))
    )
    assert "Nothing single would change it." in page.text


@pytest.mark.parametrize(
    ("code", "lead"),
    [("en", "neither the verdict nor whether it is contested"), ("zh", "“各口径不一致”与否")],
)
def test_a_change_of_contested_alone_is_listed_and_the_lead_does_not_deny_it(
    code, lead, status, records, link
):
    assessed = status("aidp-2025-core")
    found = alternatives(records, assessed)
    assert [one for one in found.figures if one.headline.verdict is assessed.headline.verdict]
    assert lead in what_would_change(assessed, records, words_for(code), "light", link, found=found)


# The pace


@pytest.fixture
def paces(status, records, words, link, tree):
    def drawn(target, path=None):
        assessed = status(target) if path is None else judge(records, records.targets[target], DAY, path)
        return tree(pace_table(assessed, records, words, "light", link))

    return drawn


def test_each_reading_stands_against_both_paths(paces):
    grid = paces("aidp-2030-core").all("table")[0]
    cells = {row.one("th").text: [td.text for td in row.all("td")] for row in grid.all("tr")[1:]}
    assert ["Far behind 49.8% of the pace required", "On track 106% of the pace required"] == cells[
        "iResearch"
    ]
    assert ["Met early more than 1,200 in 2025"] == [
        text.replace("\N{NO-BREAK SPACE}", " ") for text in cells["MIIT, for 2025"]
    ]
    assert ["Too early to say it takes two figures without an open end, at least a year apart"] == cells[
        "CCID"
    ]


def test_a_path_that_was_not_chosen_says_so(paces):
    (row,) = [r for r in paces("aidp-2030-core", Path.COMPOUND).all("table")[0].all("tr") if "iRes" in r.text]
    assert "not computed: the other path was chosen" == row.all("td")[0].text


def test_every_pace_is_told_with_its_points_and_where_it_leads(paces):
    detail = paces("aidp-2030-core").all("table")[1]
    assert 2 == len(detail.one("tbody").all("tr"))
    linear = [td.text.replace("\N{NO-BREAK SPACE}", " ") for td in detail.one("tbody").all("tr")[0].all("td")]
    assert [
        "Linear",
        "RMB 213.7 bn in 2023 (worked out, not reported)",
        "RMB 269.7 bn in 2024",
        "+RMB 55.9 bn a year",
        "+RMB 112 bn a year",
        "+RMB 122 bn a year",
        "RMB 605 bn",
        "2038",
    ] == linear


def test_every_figure_of_the_pace_leads_to_its_source(paces, records):
    links = [a.attrs["href"] for a in paces("aidp-2030-core").all("a")]
    assert 6 == len(links)
    assert {href.removeprefix("sources?source=") for href in links} <= set(records.sources)


def test_once_due_one_sentence_takes_the_place_of_the_tables(paces):
    page = paces("aidp-2025-core")
    assert [] == page.all("table")
    assert (
        "The target is due. Each reading rests on its figures alone, and the path plays no part." == page.text
    )


def test_where_every_reading_passes_already_no_pace_is_asked_for(records, words, link, tree):
    day = date(2023, 12, 31)
    assessed = judge(as_known_on(records, day), records.targets["aidp-2025-core"], day)
    page = tree(pace_table(assessed, records, words, "light", link))
    assert [] == page.all("table")
    assert "so that no pace is asked for." in page.text


def test_where_no_reading_counts_there_is_no_pace(status, records, words, link):
    assert "" == pace_table(status("aiplus-2027-penetration"), records, words, "light", link)
