"""The timeline of some years: what lies outside is left out, what is said stays true, and folded lanes keep count."""

import re
from datetime import date
from functools import cache
from itertools import combinations

import pytest

from metrics.figures.labels import overlap
from metrics.figures.timeline.chart import drawn
from metrics.figures.timeline.entries import entries
from metrics.figures.timeline.lanes import FOLDED, FoldedLane
from metrics.figures.timeline.scene import TimelineScene
from metrics.progress import as_known_on
from metrics.records import load
from metrics.words import words_for
from tests.figures.written import marks, text_boxes, texts

WORDS = words_for("en")
TODAY = date(2026, 11, 28)
RECORDS = load()
SPANS = [(2015, 2017), (2017, 2026), (2019, 2019), (2026, 2030)]


@cache
def scene(years=None, day=TODAY, *, folded=(), chosen=None, today=None, width=1302):
    known = as_known_on(RECORDS, day)
    return TimelineScene(
        known,
        WORDS,
        "light",
        known_on=day,
        plans=tuple(known.plans),
        categories=tuple(known.categories),
        indicator="core_ai_industry_size",
        width=width,
        today=today,
        years=years,
        folded=folded,
        chosen=chosen,
    )


@cache
def chart(*asked, **more):
    return drawn(scene(*asked, **more))


@pytest.mark.parametrize("years", SPANS)
def test_only_what_lies_in_the_years_is_shown(years):
    first, last = date(years[0], 1, 1), date(years[1], 12, 31)
    shown = chart(years)
    published = {o: RECORDS.observations[o].known for o in marks(shown.plot, "figures")}
    happened = {e: RECORDS.events[e].date.end for e in marks(shown.plot, "events")}
    assert [] == [one for one, day in (published | happened).items() if not first <= day <= last]


@pytest.mark.parametrize("years", SPANS)
@pytest.mark.parametrize("width", [1302, 680])
def test_labels_of_some_years_stay_apart_and_inside(years, width):
    made, seen = chart(years, width=width), scene(years, width=width)
    boxes = [one for one in text_boxes(made.plot) if one[1].at or one[1].left >= 0]  # not in the gutter
    assert [] == [(a[0], b[0]) for a, b in combinations(boxes, 2) if overlap(a[1], b[1], seen.frame.widths)]
    narrow = seen.frame.widths[0]
    outside = [
        (text, box)
        for text, box, _ in boxes
        if box.at * narrow + box.left < 0 or box.at * narrow + box.right > narrow + seen.frame.right
    ]
    assert [] == outside


def test_all_years_end_with_the_last_due_date_of_a_known_target():
    assert ((2015, 2030), (2015, 2018)) == (scene().whole, scene(day=date(2017, 1, 1)).whole)


def test_years_after_what_is_known_cannot_be_asked_for():
    early = scene((2020, 2030), date(2017, 1, 1))
    assert (2018, 2018) == early.years
    assert [] == [day for day, _ in early.strip if day.year > 2018]


def test_the_finding_speaks_of_the_time_until_the_last_year_shown():
    assert [
        "By 31 Dec 2020, one of 23 targets was met on at least one reading",
        "By 31 Dec 2024, 3 of 35 targets were met on at least one reading",
        "By 28 Nov 2026, 7 of 45 targets were met on at least one reading",
    ] == [re.split("[:;]", chart(years).title)[0] for years in [(2017, 2020), (2022, 2024), (2026, 2030)]]


def test_some_years_are_named_in_the_subtitle():
    assert "Only 2017 to 2026." in chart((2017, 2026)).subtitle
    assert "Only 2019." in chart((2019, 2019)).subtitle
    assert "Only" not in chart().subtitle


def test_years_without_a_figure_say_so():
    assert "No figure was published from 2015 to 2017." in texts(chart((2015, 2017)).plot)


def test_a_folded_lane_keeps_its_count_and_its_marks_in_a_thin_row():
    open_, thin = chart(), chart(folded=("regulation", "figures", "plans"))
    lanes = [lane for lane, _ in scene(folded=("regulation", "figures", "plans")).lanes]
    folded = {lane.id: lane for lane in lanes if isinstance(lane, FoldedLane)}
    assert {"plans", "figures", "regulation"} == set(folded)
    assert {FOLDED} == {lane.height for lane in folded.values()}
    regulations = [e for e in RECORDS.events.values() if e.category == "regulation"]
    assert f"Regulation {len(regulations)}" in texts(thin.plot)
    assert {e.id for e in regulations} <= set(marks(thin.plot, "events"))
    assert {*RECORDS.plans} <= set(marks(thin.plot, "events"))
    assert thin.figure.layout.height < open_.figure.layout.height - 400


@pytest.mark.parametrize(
    "chosen",
    ["ev-aidp", "aidp-2017", "aidp-2017.2025-12-31", "aidp-2025-core", min(marks(chart().plot, "figures"))],
)
def test_what_is_chosen_is_marked_once(chosen):
    found = []
    for plot in (chart(chosen=chosen).plot, chart().plot):
        rings, frames = (
            [m.id for m in plot.marks if m.chosen],
            [one for one in plot.lines if one.role == "chosen"],
        )
        found.append((*rings, *([chosen] * len(frames))))
    assert [(chosen,), ()] == found


def test_due_dates_and_targets_can_be_chosen():
    dues = set(marks(chart().plot, "dues"))
    assert {"aidp-2017.2020-12-31", "aidp-2017.2025-12-31", "aidp-2017.2030-12-31"} <= dues
    assert {"aidp-2020-core", "aidp-2025-core", "aidp-2030-core"} <= dues


def test_the_line_of_today_is_left_out_where_it_would_lie_on_the_known_on_day():
    for day, lines in [(date(2026, 11, 21), 0), (date(2026, 6, 30), 1)]:
        drawn = chart(day=day, today=TODAY).plot.lines
        assert lines == len([one for one in drawn if one.role == "today"])


@pytest.mark.parametrize("years", [None, (2019, 2021)])
def test_the_table_lists_every_entry_by_date(years):
    listed = entries(scene(years))
    plot = chart(years).plot
    shown = {*marks(plot), *(one.id for one in plot.bands if one.id)} - RECORDS.targets.keys()
    assert sorted(listed, key=lambda one: one.day) == list(listed)
    began = {p.id for p in RECORDS.plans.values() if years and p.published.end.year < years[0]}
    others = {one.id for one in scene(years).listed if one.indicator != scene(years).indicator.id}
    assert others
    assert shown - began == {one.id for one in listed if one.day <= scene(years).last} - others
