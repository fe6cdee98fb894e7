from datetime import date

import pytest

from metrics.figures.blocks import Hit, HitGroup, claim_list, claim_section, claim_table, found_list
from metrics.figures.blocks.claim_list import claims_on
from metrics.progress import as_known_on
from metrics.records.vocabulary import Assessment

TODAY = date(2026, 11, 28)


@pytest.fixture
def listed(records, words, link, tree):
    def make(*ids, day=TODAY):
        known = as_known_on(records, day)
        return tree(claim_list([known.claims[one] for one in ids], known, words, link, known_on=day))

    return make


def hrefs(node):
    return [a.attrs["href"] for a in node.all("a")]


def test_a_claim_shows_statement_article_value_assessment_and_reason(listed):
    page = listed("S14")
    assert "China would gain 7.1 trillion dollars of it." == page.one("h2").text
    assert "projection China 2030 US$ 7.1 trn" == page.one("p", cls="mp-facts").text
    assert "doubtful" == page.one("span", cls="mp-assessed").text
    assert "PwC has 7.0" in page.text
    assert ["sources?source=article-tendulkar-blog"] == hrefs(page)


def test_a_claim_leads_to_the_target_it_bears_on_and_to_its_source(listed):
    assert [
        "sources?source=article-nikkei-2019",
        "target?target=aidp-2030-core",
        "sources?source=aidp-2017",
    ] == hrefs(listed("S24"))


def test_a_claim_shows_the_figure_it_bears_on_with_its_source(listed, records):
    figure = records.observations["abi-chn-2017"]
    page = listed("S09")
    assert "US$ 4.9 bn, 2017" in page.text.replace("\N{NO-BREAK SPACE}", " ")
    assert {
        f"indicators?indicator={figure.indicator}&series={figure.series}&places=CHN",
        f"sources?source={figure.source}",
    } <= set(hrefs(page))


def test_a_claim_leads_to_the_event_it_bears_on(listed):
    assert "timeline?item=ev-alphago-ke" in hrefs(listed("S04"))


def test_a_claim_that_bears_on_nothing_says_nothing_of_it(listed):
    assert "Bears on" not in listed("S05").text


def test_assessments_show_from_the_day_on_which_they_were_made(listed):
    assert "1.1 billion was passed only by mid-2025" in listed("S07").text
    before = listed("S07", day=date(2026, 11, 21))
    assert [] == before.all(cls="mp-assessed")
    assert "mid-2025" not in before.text


def test_what_a_claim_bears_on_is_not_shown_before_it_is_known(listed, records):
    later = {
        one.id: (records.sources[one.source].published.end, records.observations[one.maps_to].known)
        for one in records.claims.values()
        if one.maps_to in records.observations
        and records.sources[one.source].published.end < records.observations[one.maps_to].known
    }
    assert later
    for claim, (article, figure) in later.items():
        assert "Bears on" not in listed(claim, day=article).text
        assert "Bears on" in listed(claim, day=figure).text


def test_claims_bear_on_a_target_directly_or_through_a_figure_of_its_indicator(records):
    assert ["S27", "S31"] == [one.id for one in claims_on("moe-2020-centres", records)]
    assert ["S01", "S28", "S71"] == [one.id for one in claims_on("aidp-2020-parity", records)]
    assert () == claims_on(None, records)


def test_the_section_of_a_promise_does_not_lead_back_to_itself(records, words, link, tree):
    page = tree(claim_section("aidp-2030-core", records, words, link, known_on=TODAY))
    assert "Two claims that bear on this" == page.one("h2").text
    assert [] == [href for href in hrefs(page) if href.startswith("target")]


def test_a_promise_without_a_claim_has_no_section(records, words, link):
    assert "" == claim_section("aidp-2020-ethics", records, words, link, known_on=TODAY)
    assert "" == claim_section(None, records, words, link, known_on=TODAY)


def test_counts_of_assessments_add_up_and_lead_to_their_claims(records, words, link, tree):
    claims = list(records.claims.values())
    page = tree(claim_table(claims, records, words, link, known_on=TODAY))
    total = [int(td.text) for td in page.all("tr", cls="mp-total")[0].all("td")]
    assert [*(sum(c.assessment is a for c in claims) for a in Assessment), len(claims)] == total
    assert "sources?show=claims&assessment=doubtful" in hrefs(page)
    assert "sources?show=claims&source=article-nikkei-2019&assessment=consistent" in hrefs(page)
    assert len({c.source for c in claims}) + 2 == len(page.all("tr"))


def test_before_the_assessments_only_the_number_of_claims_is_told(records, words, link, tree):
    day = date(2021, 12, 31)
    known = as_known_on(records, day)
    page = tree(claim_table(list(known.claims.values()), known, words, link, known_on=day))
    assert ["Article", "All"] == [th.text for th in page.one("thead").all("th")]
    assert "Claims were assessed with what was known on 28 Nov 2026" in page.text


def test_found_groups_are_bounded_and_the_rest_is_counted(words, tree):
    hits = (Hit("One", "a"), Hit("二", "b", "第二", "zh-Hans"))
    page = tree(
        found_list(
            [HitGroup("Events", hits, 9), HitGroup("Series", (), 0), HitGroup("Claims", hits, 3, "c")], words
        )
    )
    assert ["Events", "Claims"] == [h.text for h in page.all("h3")]
    assert "7 more; add a word to narrow it down" in page.text
    assert "All 3" in page.text
    assert "zh-Hans" == page.all("span")[0].attrs["lang"]


def test_nothing_found_says_so(words, tree):
    assert "nowhere else" in tree(found_list([HitGroup("Events", (), 0)], words)).text
