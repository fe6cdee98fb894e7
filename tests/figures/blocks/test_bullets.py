import re
from dataclasses import replace
from datetime import date

import pytest

from metrics.figures.blocks import bullet_rows, style_sheet
from metrics.figures.blocks.bullets import MOST_LANES
from metrics.figures.blocks.lanes import bullet_of
from metrics.progress import assess, history
from metrics.records.vocabulary import Bound, Comparator
from tests.figures.blocks.conftest import TODAY


@pytest.fixture
def rows(core, records, words, link, tree):
    return tree(bullet_rows(core, records, words, "light", link))


@pytest.fixture
def altered(status, records):
    """A status whose first counted reading rests on an altered figure, on an altered target."""

    def make(target=None, **figure):
        core_status = status("aidp-2025-core")
        goal = core_status.target.model_copy(update=target or {})
        first = core_status.counted[0]
        seen = first.observation.model_copy(update=figure)
        reading = replace(first, target=goal, observation=seen)
        return replace(
            core_status, target=goal, readings=(reading,), headline=replace(core_status.headline, k=1, n=1)
        )

    return make


def test_every_counted_reading_has_a_lane_and_no_other(rows, core):
    assert [len(s.counted) for s in core] == [len(t.one("tbody").all("tr")) for t in rows.all("table")]


def test_lanes_go_from_the_furthest_past_the_target_down(rows):
    table = rows.all("table")[1]
    assert ["> 1,200", "> 1,200", "> 700", "≈ 600", "269.7"] == [
        td.text for td in table.all("td", cls="mp-val") if "†" not in td.text
    ]


def test_all_target_ticks_line_up(rows):
    ticks = {i.style["--x"] for i in rows.all("i", cls="mp-tick")}
    assert {"28.169%"} == ticks


def test_a_lower_bound_fades_from_its_mark_to_the_edge(rows):
    row = rows.all("table")[1].one("tbody").all("tr")[0]
    mark, fade = row.one("i", cls="mp-mark"), row.one("i", cls="mp-fade-right")
    assert (mark.style["--x"], "100.0%") == (fade.style["--a"], fade.style["--b"])


def test_an_upper_bound_fades_to_zero(altered, records, words, link, tree):
    page = tree(bullet_rows([altered(bound=Bound.LESS_THAN)], records, words, "light", link))
    assert "0.0%" == page.one("i", cls="mp-fade-left").style["--a"]
    assert [] == page.all("i", cls="mp-fade-right")


def test_an_independent_reading_is_a_diamond(rows):
    row = rows.all("table")[1].one("tbody").all("tr")[-1]
    assert "iResearch" == row.one("th").text
    assert ["mp-mark", "mp-other", "mp-mark-sq"] == row.one("i", cls="mp-mark").attrs["class"].split()


def test_about_has_a_halo(rows):
    halos = [tr.one("th").text for tr in rows.all("tr") if tr.all("i", cls="mp-mark-about")]
    assert ["NDRC", "NDRC"] == halos


def test_a_range_is_a_bar_between_its_ends_without_a_mark(altered, records, words, link, tree):
    status = altered(bound=Bound.EXACT, value=300.0, low=200.0, high=400.0)
    page = tree(bullet_rows([status], records, words, "light", link))
    assert {"--a": "33.333%", "--b": "66.667%"} == page.one("i", cls="mp-range").style
    assert [] == page.all("i", cls="mp-mark")


def test_a_provisional_figure_is_drawn_pale(altered, records, words, link, tree):
    page = tree(bullet_rows([altered(provisional=True)], records, words, "light", link))
    assert 1 == len(page.all("i", cls="mp-mark-provisional"))


def test_a_value_beyond_the_scale_is_cut_off_with_a_sign(altered, records, words, link, tree):
    page = tree(bullet_rows([altered(value=40_000.0)], records, words, "light", link))
    assert [] == page.all("i", cls="mp-mark")
    assert 2 == len(page.all("i", cls="mp-beyond"))
    assert "beyond the scale" in page.one("ul", cls="mp-key").text


def test_a_target_of_less_is_short_on_the_right(altered, records, words):
    bullet = bullet_of(altered({"comparator": Comparator.LESS}), records, words)
    assert ((1.0, float("inf")),) == bullet.short


def test_a_two_sided_target_has_two_ticks_and_is_short_on_both_sides(altered, records, words):
    bullet = bullet_of(altered({"comparator": Comparator.ABOUT, "value_high": 600.0}), records, words)
    assert (1.0, 1.5) == bullet.ticks
    assert ((0.0, 1.0), (1.5, float("inf"))) == bullet.short


def test_a_target_of_zero_has_no_multiples_and_says_so(altered, records, words, link, tree):
    page = tree(bullet_rows([altered({"value": 0.0})], records, words, "light", link))
    assert [] == page.all("table")
    assert words.say("block.bullets.no_scale") == page.one("p", cls="mp-none").text


def test_the_verdict_of_a_lane_is_in_its_text(rows, words, core):
    shown = [td.one("span", cls="mp-sr").text for td in rows.all("table")[1].all("td", cls="mp-track")]
    assert sorted(words.verdict(r.verdict) for r in core[1].counted) == sorted(shown)


def test_a_flagged_figure_carries_its_note(rows, records):
    cell = next(td for td in rows.all("td", cls="mp-val") if "†" in td.text)
    assert records.observations["premier_statement-chn-2024-07"].note.en == cell.one("span", cls="mp-sr").text
    assert "† see its note" in rows.one("ul", cls="mp-key").text


def test_targets_stand_by_due_date_on_every_screen(rows):
    titles = [title.text for title in rows.all("h3")]
    assert ["2020", "2025", "2030"] == [re.search(r"end of (\d+)", title)[1] for title in titles]
    assert "order:" not in re.search(r"\.mp-bullet \{[^}]*\}", style_sheet("light"))[0]


def test_since_when_by_whom_and_what_is_needed_stand_under_a_headline(core, records, words, link, tree):
    turned = {one.target.id: history(records, one.target, TODAY).turned for one in core}
    page = tree(bullet_rows(core, records, words, "light", link, turned=turned))
    assert [
        "Since 14 Nov 2021, by 160.7 from Shi Yong, counsellor",
        "Since 31 Dec 2025, when it fell due",
        "Since 16 Oct 2023, by 430.5 from CAICT, core 2021–23 and 1 more",
        (
            "Needed from here, RMB bn a year: NDRC about 70.5, CCID at most 50, iResearch 122. "
            "Two of five readings pass the target already."
        ),
    ] == [line.text.replace("\xa0", " ") for line in page.all("p", cls="mp-beside")]


def test_the_name_of_a_headline_is_its_full_phrase(rows, core, words):
    names = [a.attrs["aria-label"] for a in rows.all("a", cls="mp-status")]
    assert [words.headline_full(s) for s in core] == [name.split(": ", 1)[1] for name in names]


def test_where_nothing_was_known_yet_it_says_so_without_telling_what_came(records, words, link, tree):
    then = assess(records, date(2017, 7, 21)).statuses["aidp-2020-core"]
    page = tree(bullet_rows([then], records, words, "light", link))
    assert "No figure that is judged was known on this day." == page.one("p", cls="mp-none").text


def test_target_with_forecasts_alone_says_how_many_there_are_and_whose(records, words, link, tree):
    then = assess(records, date(2018, 1, 15)).statuses["aidp-2020-core"]
    page = tree(bullet_rows([then], records, words, "light", link))
    shown = "One figure was found, a forecast or derived and not judged: by OpenGov Asia."
    assert shown == page.one("p", cls="mp-none").text


def test_where_no_figure_exists_at_all_it_says_so(status, records, words, link, tree):
    page = tree(bullet_rows([status("moe-2020-textbooks")], records, words, "light", link))
    assert "No published figure was found." == page.one("p", cls="mp-none").text
    assert [] == page.all("div", cls="mp-scale")


def test_many_lanes_scroll_in_a_box_that_the_keyboard_reaches(core, records, words, link, tree):
    assert MOST_LANES == sum(len(s.counted) for s in core)
    few = tree(bullet_rows(core, records, words, "light", link)).one("div", cls="mp-bullets")
    many = tree(bullet_rows([*core, core[0]], records, words, "light", link)).one("div", cls="mp-bullets")
    assert None is few.attrs.get("tabindex")
    assert ("0", "region") == (many.attrs["tabindex"], many.attrs["role"])


def test_the_key_names_only_what_is_drawn(status, records, words, link, tree):
    page = tree(bullet_rows([status("aidp-2020-core")], records, words, "light", link))
    assert ["state and its institutes", "“more than”: open-ended"] == [
        li.text for li in page.one("ul", cls="mp-key").all("li")
    ]
