"""The timeline: plans, figures and events, each on the day it became known, none on another."""

from datetime import date
from functools import cache
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.figures.labels import overlap
from metrics.figures.palette import LIGHT
from metrics.figures.timeline.chart import timeline_chart
from metrics.figures.timeline.lanes import EventLane
from metrics.figures.timeline.packing import touching
from metrics.figures.timeline.scene import TimelineScene
from metrics.progress import as_known_on
from metrics.records import load
from metrics.records.model import Category, Event, Milestone
from metrics.words import words_for
from tests.figures.golden_file import as_text, expected
from tests.figures.written import marks, plain_text, text_boxes, texts
from tests.progress.build import by_id, figure, plan, records, series, target, text

WORDS = words_for("en")
TODAY = date(2026, 11, 28)
DAYS = [date(2017, 1, 1), date(2018, 6, 30), date(2020, 12, 31), TODAY]
RECORDS = load()
INDUSTRY = "core_ai_industry_size"


def event(name, day, category="policy", title="Something was decided"):
    return Event.model_validate(
        {
            "id": name,
            "date": day,
            "title": text(title),
            "category": category,
            "geography": "CHN",
            "source": "paper",
            "verification": "verified",
        }
    )


CATEGORIES = by_id([Category(id="policy", label=text("Policy")), Category(id="trade", label=text("Trade"))])


def chart(*figures, events=(), known_on=date(2026, 6, 30), mode="light", plans=("the-plan",), **more):
    known = records(*figures, target=target(), categories=CATEGORIES, events=by_id(events), **more)
    known = as_known_on(known, known_on)
    return timeline_chart(
        known, WORDS, mode, known_on=known_on, plans=plans, categories=tuple(CATEGORIES), indicator="size"
    )


@cache
def shipped(day=TODAY, mode="light", width=1302, plans=None, categories=None):
    known = as_known_on(RECORDS, day)
    asked = {
        "known_on": day,
        "plans": tuple(known.plans) if plans is None else plans,
        "categories": tuple(known.categories) if categories is None else categories,
        "indicator": INDUSTRY,
        "width": width,
    }
    return timeline_chart(known, WORDS, mode, **asked), TimelineScene(known, WORDS, mode, **asked)


def bars(plot):
    return {one.id: one for one in plot.bands if one.id}


def in_gutter(one):
    _, box, _ = one
    return box.at == 0 and box.left < 0


def test_a_small_timeline_looks_as_agreed():
    made = chart(
        figure("2022", 200, published="2023-03-01"),
        figure("2024", 410, "more_than", published="2025-03-01"),
        events=[
            event("one", "2019-05-04"),
            event("two", "2019-08-01"),
            event("three", "2021-01-01", "trade"),
        ],
    )
    assert expected("timeline_chart", made.figure) == as_text(made.figure)


def test_each_point_carries_the_id_of_what_it_shows():
    made, scene = shipped()
    assert {p.id for p in scene.plans} == set(bars(made.plot))
    (trace,) = (one for one in made.figure.data if one.type == "bar")
    assert set(trace.customdata) == set(bars(made.plot))
    assert {e.id for events in scene.events.values() for e in events} == set(marks(made.plot, "events"))
    assert {o.id for o in scene.figures} == set(marks(made.plot, "figures"))


def test_a_figure_stands_on_the_day_it_was_published():
    made = chart(figure("2022", 200, published="2023-03-01"))
    assert [date(2023, 3, 1)] == [one["x"] for one in marks(made.plot, "figures").values()]


def test_forecasts_derived_values_and_parts_of_a_year_are_left_out():
    made = chart(
        figure("2022", 200),
        figure("2023-H1", 120),
        figure("2025", 420, kind="forecast", published="2022-05-01"),
        figure("2021", 180, kind="derived"),
    )
    assert ["count_CHN_2022_actual_2022"] == list(marks(made.plot, "figures"))


def test_every_vintage_is_shown():
    made = chart(figure("2022", 200, published="2023-03-01"), figure("2022", 210, published="2024-03-01"))
    assert 2 == len(marks(made.plot, "figures"))


def test_plans_tracked_here_are_dark_and_the_others_quiet():
    other = plan(id="other-plan", label=text("Other"))
    known = records(target=target(), plans=by_id([plan(target()), other]))
    both = timeline_chart(
        known,
        WORDS,
        "light",
        known_on=TODAY,
        plans=("the-plan", "other-plan"),
        categories=(),
        indicator="size",
    )
    colours = {name: one.fill for name, one in bars(both.plot).items()}
    assert {"the-plan": LIGHT.ink, "other-plan": LIGHT.panel} == colours


def test_a_filter_leaves_out_plans_and_kinds_of_events():
    made, _ = shipped(plans=("aidp-2017",), categories=("technology",))
    kinds = {RECORDS.events[one].category for one in marks(made.plot, "events")}
    assert ({"technology"}, {"aidp-2017"}) == (kinds, bars(made.plot).keys())


def test_the_height_follows_the_rows():
    small, _ = shipped(plans=("aidp-2017",), categories=())
    assert small.figure.layout.height < shipped()[0].figure.layout.height


def test_a_lane_without_a_figure_says_so():
    assert "No figure was known on 30 Jun 2018." in texts(shipped(date(2018, 6, 30))[0].plot)


@pytest.mark.parametrize("day", DAYS)
def test_nothing_later_than_the_day_is_shown(day):
    made, _ = shipped(day)
    known = {
        **{k: v.published.end for k, v in RECORDS.plans.items()},
        **{k: v.known for k, v in RECORDS.observations.items()},
        **{k: v.date.end for k, v in RECORDS.events.items()},
    }
    shown = [*bars(made.plot), *marks(made.plot, "events"), *marks(made.plot, "figures")]
    assert [] == [one for one in shown if known[one] > day]
    assert len(made.table.rows) == len(shown)


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("width", [1302, 680])
def test_no_label_touches_another(day, width):
    made, scene = shipped(day, width=width)
    boxes = text_boxes(made.plot)
    touching_pairs = [
        (a[0], b[0]) for a, b in combinations(boxes, 2) if overlap(a[1], b[1], scene.frame.widths)
    ]
    assert [] == touching_pairs


@pytest.mark.parametrize("day", DAYS)
def test_events_of_a_lane_never_touch(day):
    _, scene = shipped(day)
    for lane, _ in scene.lanes:
        if isinstance(lane, EventLane):
            placed = list(zip(lane.pins, lane.seats, strict=True))
            assert not any(touching(a, b, scene.frame.widths) for a, b in combinations(placed, 2))


@pytest.mark.parametrize("day", DAYS)
def test_light_and_dark_show_the_same(day):
    light, dark = (shipped(day, mode)[0] for mode in ("light", "dark"))
    assert [(t.x, t.y) for t in light.figure.data] == [(t.x, t.y) for t in dark.figure.data]
    assert texts(light.plot) == texts(dark.plot)
    assert light.table == dark.table


@pytest.mark.parametrize(
    ("day", "title"),
    [
        (
            TODAY,
            (
                "By 28 Nov 2026, 7 of 45 targets were met on at least one reading; the one due last, "
                "Core AI industry 2030, in Dec 2025 by official figures"
            ),
        ),
        (
            date(2022, 12, 31),
            (
                "By 31 Dec 2022, 3 of 30 targets were met on at least one reading; the one due last, "
                "Core AI industry 2025, in Jun 2022 by official figures"
            ),
        ),
        (
            date(2020, 12, 31),
            (
                "By 31 Dec 2020, one of 23 targets was met on at least one reading: "
                "AI research centres 2020, in May 2019 by official figures"
            ),
        ),
        (date(2018, 6, 30), "Four plans had been made public by 30 Jun 2018"),
    ],
)
def test_the_title_is_the_finding(day, title):
    assert title == shipped(day)[0].title


def test_a_target_passed_by_an_independent_reporter_is_no_official_finding():
    made = chart(figure("2024", 450, published="2025-03-01"), series=[series()])
    assert made.title.startswith("By 30 Jun 2026, the one target was met on at least one reading: ")
    assert made.title.endswith(" 2025, in Mar 2025")


def test_years_with_a_target_of_a_tracked_plan_are_bold():
    years = shipped()[0].figure.layout.xaxis.ticktext
    assert ["2020", "2025", "2030"] == [plain_text(year) for year in years if "font-weight:600" in year]


def test_the_text_alternative_counts_what_is_shown():
    made, scene = shipped()
    events = sum(map(len, scene.events.values()))
    assert f"Eleven plans, {len(scene.figures)} figures and {events} events" in made.alt


def test_no_text_of_the_data_becomes_markup():
    evil = "<a href='x'>click</a> <b>R&D</b>"
    made = chart(events=[event("one", "2019-05-04", title=evil)])
    written = made.figure.to_json()
    assert not any(mark in written for mark in ("<a", "<b>", "\\u003ca", "\\u003cb\\u003e"))


def test_before_the_first_plan_the_axes_stay():
    made, _ = shipped(date(2016, 1, 1))
    assert "No plan had been made public by 1 Jan 2016" == made.title
    assert "No figure was known on 1 Jan 2016." in texts(made.plot)


def test_with_nothing_chosen_the_lane_of_figures_stays():
    made, scene = shipped(date(2016, 1, 1), categories=())
    assert ["Figures"] == [lane.name for lane, _ in scene.lanes]
    assert () == made.table.rows


def test_today_gets_its_own_line_where_it_is_not_the_known_on_day():
    day, today = date(2020, 12, 31), date(2026, 11, 23)
    known = as_known_on(RECORDS, day)
    choice = {"known_on": day, "plans": tuple(known.plans), "categories": (), "indicator": INDUSTRY}
    apart = timeline_chart(known, WORDS, "light", today=today, **choice)
    same = timeline_chart(known, WORDS, "light", today=day, **choice)
    assert [today] == [one.points[0][0] for one in apart.plot.lines if one.role == "today"]
    assert [] == [one for one in same.plot.lines if one.role == "today"]


@pytest.mark.parametrize("day", DAYS)
def test_no_title_of_a_shipped_event_is_cut(day):
    known = as_known_on(RECORDS, day)
    chart = timeline_chart(
        known,
        WORDS,
        "light",
        known_on=day,
        plans=tuple(known.plans),
        categories=tuple(known.categories),
        indicator=INDUSTRY,
    )
    written = [one for one in texts(chart.plot) if one.endswith("…")]
    assert [] == written


titles = st.text("abcdefgh W", min_size=60, max_size=60)
dated = st.tuples(st.dates(date(2017, 1, 1), date(2026, 6, 30)), titles, st.sampled_from(sorted(CATEGORIES)))


@settings(max_examples=25, deadline=None)
@given(
    st.lists(dated, max_size=40),
    st.lists(st.integers(2018, 2025), unique=True, max_size=8),
    st.lists(st.dates(date(2019, 1, 1), date(2026, 1, 1)), min_size=1, max_size=12, unique=True),
    st.booleans(),
)
def test_whatever_there_is_no_label_touches_another_or_leaves_its_lane(events, years, dues, fold):
    some = [event(f"e{n}", f"{day}", kind, title) for n, (day, title, kind) in enumerate(events)]
    half_years = [target(id=f"t{n}", due=day, value=100 + 60 * n) for n, day in enumerate(sorted(dues))]
    figures = [figure(f"{year}", 60 * (year - 2016), published=f"{year + 1}-03-01") for year in years]
    milestones = tuple(Milestone(due=one.due, targets=(one,), goals=()) for one in half_years)
    plans = by_id([plan(milestones=milestones)])
    known = records(*figures, plans=plans, categories=CATEGORIES, events=by_id(some))
    asked = {
        "known_on": date(2026, 6, 30),
        "plans": ("the-plan",),
        "categories": tuple(CATEGORIES),
        "indicator": "size",
        "folded": tuple(CATEGORIES) if fold else (),
        "today": date(2026, 11, 28),
        "chosen": "the-plan",
    }
    made = timeline_chart(known, WORDS, "light", **asked)
    scene = TimelineScene(known, WORDS, "light", width=1302, **asked)
    boxes = [one for one in text_boxes(made.plot) if not in_gutter(one)]
    assert [] == [(a[0], b[0]) for a, b in combinations(boxes, 2) if overlap(a[1], b[1], scene.frame.widths)]
    height = scene.frame.plot_height
    lanes = [(height - head - lane.height, height - head) for lane, head in scene.lanes]
    assert all(any(foot <= box.foot and box.head <= top for foot, top in lanes) for _, box, _ in boxes)
    layout = made.figure.layout
    assert len(made.figure.data) <= 10
    assert max(len(layout.annotations), len(layout.shapes)) <= 8
