"""The chart of a target: what is drawn, what is joined, what is said, and nothing later than the day."""

from datetime import date
from functools import cache, lru_cache
from itertools import combinations

import pytest

from docs.examples import EXAMPLES
from metrics.figures.frame import BEYOND, PHONE, SCROLLS
from metrics.figures.labels import overlap
from metrics.figures.marks import DASH_DOTTED, DOTTED, line_boxes
from metrics.figures.palette import LIGHT
from metrics.figures.target.chart import target_chart
from metrics.figures.target.goalposts import goalposts
from metrics.figures.target.scene import Scene
from metrics.progress import as_known_on
from metrics.progress.assess import judge
from metrics.records import load
from metrics.records.period import Period
from metrics.words import words_for
from tests.figures.golden_file import as_text, expected
from tests.figures.written import drawn_marks, joined, lines, marks, plain_text, text_boxes, texts
from tests.progress.build import figure, plan, records, series, target

WORDS = words_for("en")
TODAY = date(2026, 11, 28)
DAYS = [date(2018, 6, 30), date(2020, 12, 31), date(2022, 12, 31), TODAY]
STATE = {"independence": "state_affiliated"}
RECORDS = load()


def chart(*figures, known_on=date(2026, 6, 30), mode="light", against=None, width=1302, **more):
    goal = target() if against is None else against
    known = as_known_on(records(*figures, target=goal, **more), known_on)
    return target_chart(judge(known, goal, known_on), known, WORDS, mode, width)


@lru_cache(maxsize=8)
def known_on(day):
    return as_known_on(RECORDS, day)


@cache
def shipped(target_id, day=TODAY, mode="light", width=1302, language="en"):
    known, words = known_on(day), words_for(language)
    status = judge(known, known.targets[target_id], day)
    return target_chart(status, known, words, mode, width), Scene(status, known, words, mode, width)


def paths(made):
    return [line for line in made.plot.lines if line.role.startswith("path")]


def key(made):
    return [entry.text for entry in made.key]


ALL = [(t, day) for day in DAYS for t in as_known_on(RECORDS, day).targets]


# What is drawn


def test_a_small_chart_looks_as_agreed():
    made = chart(
        figure("2022", 200),
        figure("2023", 300, "about"),
        figure("2024", 350),
        figure("2025", 390, "more_than", provisional=True),
        figure("2026", 500, kind="forecast", published="2025-06-30"),
        figure("2025", 450, series="state"),
        series=[series(), series("state", reporter={"en": "Ministry (speeches)"}, **STATE)],
    )
    assert expected("target_chart", made.figure) == as_text(made.figure)


def test_state_bodies_are_circles_and_independent_reporters_diamonds():
    made = chart(
        figure("2025", 450), figure("2025", 420, series="state"), series=[series(), series("state", **STATE)]
    )
    drawn = {one["symbol"]: one["color"] for one in marks(made.plot).values()}
    assert {"diamond": LIGHT.other, "circle": LIGHT.gov} == drawn


def test_a_line_joins_consecutive_years_only():
    made = chart(figure("2020", 100), figure("2021", 120), figure("2023", 200), figure("2024", 300))
    steps = tuple(step for line in lines(made.plot) for step in line.steps)
    ends = [date(y, 12, 31) for y in (2020, 2021, 2023, 2024)]
    assert ((ends[0], ends[1]), (ends[2], ends[3])) == steps


def test_a_forecast_is_joined_by_dashes():
    made = chart(figure("2024", 300), figure("2025", 390, kind="forecast", published="2024-12-31"))
    assert ["dashes"] == [line.role for line in lines(made.plot)]


def test_a_newer_vintage_takes_the_place_of_an_older_one():
    made = chart(figure("2024", 300, published="2025-01-31"), figure("2024", 320, published="2025-06-30"))
    assert [320] == [one["y"] for one in marks(made.plot).values()]


def test_a_derived_value_never_takes_the_place_of_a_figure():
    made = chart(figure("2024", 300), figure("2024", 320, kind="derived", published="2025-06-30"))
    assert [300] == [one["y"] for one in marks(made.plot).values()]


def test_a_part_of_a_year_is_drawn_and_never_joined():
    made = chart(figure("2024", 300), figure("2025-H1", 180), figure("2025", 410))
    steps = [step for line in lines(made.plot) for step in line.steps]
    assert 3 == len(marks(made.plot))
    assert [(date(2024, 12, 31), date(2025, 12, 31))] == steps


def test_a_figure_with_an_open_end_is_drawn_open():
    (mark,) = chart(figure("2025", 390, "more_than")).plot.marks
    assert "up" == mark.opening


def test_the_target_is_named_at_its_bar():
    assert "target: more than 400" in texts(chart(figure("2025", 450)).plot)


@pytest.mark.parametrize(
    ("target_id", "expected"),
    [
        ("om-2025-trained", "target: at least 100 thousand people in all since 2021"),
        ("om-2025-exports", "target: at least twice the level in 2015"),
        ("om-2030-roads", "target: at most 2.5"),
    ],
)
def test_a_calculated_target_is_named_at_its_bar_as_plans_word_it(target_id, expected):
    kinds = load(EXAMPLES / "kinds")
    made = target_chart(judge(kinds, kinds.targets[target_id], TODAY), kinds, WORDS, "light", 1302)
    assert expected in texts(made.plot)


def test_due_date_and_known_on_day_stand_over_the_plot():
    shown_texts = texts(chart(figure("2025", 450), known_on=TODAY).plot)
    assert {"due 31 Dec 2025", "known on 28 Nov 2026"} <= set(shown_texts)


def test_due_and_known_on_are_both_named_where_they_fall_on_one_day():
    shown_texts = texts(chart(figure("2024", 450), known_on=date(2025, 12, 31)).plot)
    assert {"due 31 Dec 2025", "known on 31 Dec 2025"} <= set(shown_texts)


def test_a_known_on_day_long_after_the_due_date_is_named_with_an_arrow():
    late = target(due=date(2020, 12, 31))
    assert "known on 28 Nov 2026 →" in texts(chart(figure("2020", 450), against=late, known_on=TODAY).plot)


def test_what_came_long_after_the_due_date_is_left_to_the_table():
    early = target(due=date(2020, 12, 31))
    made = chart(figure("2020", 450), figure("2025", 4500), against=early, known_on=TODAY)
    assert [450] == [one["y"] for one in marks(made.plot).values()]
    assert 2 == len(made.table.rows)
    assert "1 figure outside the years shown is in the table." in made.subtitle


def test_a_two_sided_target_is_a_band():
    plot = chart(figure("2025", 4), against=target("~", 3, value_high=5)).plot
    assert [5, 3] == [stroke.y for stroke in plot.strokes if stroke.role == "target"]
    (ground,) = (one for one in plot.strokes if one.role == "band" and one.colour == LIGHT.panel)
    assert (3, plot.frame.up(5) - plot.frame.up(3)) == (ground.y, ground.stop - ground.start)


def test_a_stated_starting_point_leads_to_the_target_in_dots():
    goal = target(baseline_value=100, baseline_period="2020")
    made = chart(figure("2025", 450), against=goal)
    (path,) = paths(made)
    assert ((date(2020, 12, 31), 100), (date(2025, 12, 31), pytest.approx(400))) == (
        path.points[0],
        path.points[-1],
    )
    assert "pace from the plan’s own starting point, 32% a year" in key(made)


def test_the_required_paths_lead_from_the_first_figure_to_the_target_told_apart_by_dash_and_name():
    growing = (figure("2020", 100), figure("2023", 250))
    made = chart(*growing, known_on=date(2024, 6, 30), plans={"the-plan": plan(target())})
    linear, compound = paths(made)
    assert ((date(2020, 12, 31), 100), (date(2025, 12, 31), 400)) == linear.points
    assert ((date(2020, 12, 31), 100), (date(2025, 12, 31), pytest.approx(400))) == (
        compound.points[0],
        compound.points[-1],
    )
    assert (DOTTED, DASH_DOTTED) == (linear.dash, compound.dash)
    assert {"linear", "compound"} <= set(texts(made.plot))
    assert "required path from the first usable figure, linear" in key(made)


def test_one_path_alone_is_named_in_the_key_only():
    made = chart(
        figure("2020", 100),
        figure("2023", 250),
        known_on=date(2024, 6, 30),
        against=target(path="linear", path_reason="So it is."),
    )
    assert "linear" not in texts(made.plot)
    assert ["required path from the first usable figure, linear"] == [
        one for one in key(made) if "path" in one
    ]


def test_the_required_paths_of_many_series_are_counted_and_not_all_drawn():
    names = "abcde"
    rows = [
        figure(year, value, series=name) for name in names for year, value in (("2020", 100), ("2023", 250))
    ]
    made = chart(*rows, known_on=date(2024, 6, 30), series=[series(name) for name in names])
    assert {"a", "b", "c"} == {path.series for path in paths(made)}
    assert "The required paths of 2 more series are not drawn." in made.subtitle


def test_earlier_milestones_of_the_plan_are_dated():
    assert "2020: 150" in texts(shipped("aidp-2025-core")[0].plot)


def test_a_reporter_with_several_series_has_a_ribbon_with_its_breaks():
    made, scene = shipped("aidp-2025-core")
    assert ["MIIT", "CAICT"] == [lane.name for lane in scene.definition_lanes]
    assert "break: never joined, no growth computed across" in key(made)


def test_every_bar_of_a_ribbon_is_named_in_it_or_before_it_or_by_the_pointer():
    for one in ("aidp-2020-core", "aidp-2025-core", "aidp-2030-core"):
        made, scene = shipped(one)
        notes = [one for one in made.plot.texts if one.y < 0]
        shown_texts = {plain_text(one.markup) for one in notes} | {one.hover for one in notes}
        for lane in scene.definition_lanes:
            shown = [bar for bar in lane.bars if bar[1] >= scene.frame.first and bar[0] <= scene.frame.last]
            assert [] == [text for *_, text in shown if text not in shown_texts]
    names = {lane.name for lane in scene.definition_lanes}
    before = [one for one in notes if one.spot.anchor == "right" and plain_text(one.markup) not in names]
    assert before


def test_without_a_figure_axes_target_and_due_line_stay():
    made = chart(known_on=date(2018, 6, 30))
    assert ("no data", True) == (made.plot.bands[-1].role, made.plot.bands[-1].hatched)
    shown_texts = texts(made.plot)
    assert {"No figure was known on 30 Jun 2018.", "target: more than 400", "due 31 Dec 2025"} <= set(
        shown_texts
    )
    assert ("No figure was known on 30 Jun 2018", "Known on 30 Jun 2018.") == (made.title, made.source)


# Laws over the shipped targets


@pytest.mark.parametrize(("target_id", "day"), ALL)
def test_no_line_joins_two_series_or_leaps_a_year(target_id, day):
    made, _ = shipped(target_id, day)
    ids = {(one.series, x, y): id_ for one, x, y, id_ in drawn_marks(made.plot)}
    for series_id, pairs in joined(made.plot):
        for ends in pairs:
            one, other = (RECORDS.observations[ids[series_id, x, y]] for x, y in ends)
            assert one.series == other.series == series_id
            assert other.period.end.year - one.period.end.year <= 1


@pytest.mark.parametrize(("target_id", "day"), ALL)
def test_nothing_later_than_the_day_is_shown(target_id, day):
    made, _ = shipped(target_id, day)
    assert [] == [one for one in marks(made.plot) if RECORDS.observations[one].known > day]
    published = [column.key for column in made.table.columns].index("published")
    assert [] == [row for row in made.table.rows if Period.parse(str(row[published])).end > day]


@pytest.mark.parametrize(("target_id", "day"), ALL)
@pytest.mark.parametrize("width", [1302, 680])
def test_no_label_touches_another(target_id, day, width):
    made, scene = shipped(target_id, day, width=width)
    boxes = text_boxes(made.plot)
    touching = [(a[0], b[0]) for a, b in combinations(boxes, 2) if overlap(a[1], b[1], scene.frame.widths)]
    assert [] == touching


@pytest.mark.parametrize(
    "target_id", ["aidp-2025-core", "aidp-2030-core", "aidp-2030-related", "de-2025-ipv6"]
)
@pytest.mark.parametrize("width", [1302, 900, 780])
def test_the_label_of_a_target_touches_no_path_that_leads_to_it(target_id, width):
    made, scene = shipped(target_id, width=width)
    frame = scene.frame
    ways = [[(frame.across(d), frame.up(v)) for d, v in way.points if frame.holds(d)] for way in scene.ways]
    (box,) = (box for text, box, _ in text_boxes(made.plot) if text.startswith("target:"))
    dotted = [one for way in ways for one in line_boxes(way, frame)]
    assert dotted
    assert [] == [one for one in dotted if overlap(box, one, frame.widths)]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("target_id", "day"), ALL)
def test_where_a_chart_scrolls_no_label_that_stays_touches_another(target_id, day, language):
    made, scene = shipped(target_id, day, language=language)
    boxes = [
        (text, box)
        for text, box, wide_only in text_boxes(made.plot)
        if not wide_only and box.foot >= 0  # over the plot too, not the lanes below it
    ]
    touching = [(a[0], b[0]) for a, b in combinations(boxes, 2) if overlap(a[1], b[1], scene.frame.narrow)]
    assert [] == touching
    assert any(text.startswith(("target:", "目标：")) for text, _ in boxes)


def test_on_a_phone_the_box_opens_at_the_day_that_brings_the_most_counted_readings_into_sight():
    frames = {one: shipped(one)[1].frame for one in ("moe-2020-centres", "aidp-2030-core")}
    opened = {one: shipped(one)[0].opens for one in frames}
    assert {"moe-2020-centres": date(2020, 12, 31), "aidp-2030-core": TODAY} == opened
    plots = {one: SCROLLS - frame.left - frame.right for one, frame in frames.items()}
    far = {
        one: [
            (frame.across(opened[one]) - frame.across(reading.observation.period.end)) * plots[one]
            for reading in shipped(one)[1].status.counted
        ]
        for one, frame in frames.items()
    }
    assert all(-BEYOND <= px <= PHONE - BEYOND for some in far.values() for px in some)


@pytest.mark.parametrize(("target_id", "day"), ALL)
def test_every_series_that_counts_is_named(target_id, day):
    made, scene = shipped(target_id, day)
    names = [WORDS.text(s.series.short) for s in scene.curves if s.counts]
    shown_texts = texts(made.plot)
    assert [] == [name for name in names if not any(one.startswith(name) for one in shown_texts)]


@pytest.mark.parametrize(("target_id", "day"), ALL)
def test_light_and_dark_show_the_same(target_id, day):
    light, dark = (shipped(target_id, day, mode)[0] for mode in ("light", "dark"))
    places = [
        [[(t.x, t.y) for t in one.figure.data], [s.path for s in one.figure.layout.shapes]]
        for one in (light, dark)
    ]
    assert places[0] == places[1]
    assert texts(light.plot) == texts(dark.plot)
    assert (light.title, light.alt, light.table) == (dark.title, dark.alt, dark.table)


def test_the_same_status_gives_the_same_chart():
    first = shipped("aidp-2030-core")[0]
    shipped.cache_clear()
    assert first.figure.to_json() == shipped("aidp-2030-core")[0].figure.to_json()


# What is said


@pytest.mark.parametrize(
    ("target_id", "day", "title"),
    [
        ("aidp-2025-core", TODAY, "All five state readings pass 400; the one independent figure is below it"),
        ("aidp-2020-core", TODAY, "Two of three state readings pass 150; one cannot be told"),
        ("aidp-2020-core", date(2020, 12, 31), "The one state reading may lie on either side of 150"),
        ("moe-2020-textbooks", TODAY, "No figure was known on 28 Nov 2026"),
        (
            "aidp-2025-core",
            date(2018, 6, 30),
            "On 30 Jun 2018 only forecasts and derived values were known, and neither is judged",
        ),
    ],
)
def test_the_title_is_the_finding(target_id, day, title):
    assert title == shipped(target_id, day)[0].title


@pytest.mark.parametrize(
    ("comparator", "value", "title"),
    [
        (">", 300, "The one independent reading passes 300"),
        (">=", 900, "The one independent figure does not pass 900"),
        ("<", 900, "The one independent reading keeps under 900"),
        ("<=", 300, "The one independent reading is above 300"),
        ("~", 450, "The one independent reading comes to about 450"),
        ("~", 900, "The one independent reading is not near 900"),
    ],
)
def test_the_finding_follows_the_comparator(comparator, value, title):
    assert title == chart(figure("2025", 450), against=target(comparator, value)).title


def test_a_finding_counts_what_cannot_be_told():
    made = chart(
        figure("2025", 450, series="a"),
        figure("2025", 300, "more_than", series="b"),
        figure("2025", 200, series="c"),
        series=[series(name, **STATE) for name in "abc"],
    )
    assert "One of three state readings passes 400; one does not pass it; one cannot be told" == made.title


def test_the_subtitle_names_measure_place_unit_and_prices():
    assert "Size, CHN, RMB bn, current prices." == chart(figure("2025", 450)).subtitle.split(" Year")[0]


def test_the_source_line_names_documents_and_the_day():
    assert "Sources: Somebody, 2010. Known on 30 Jun 2026." == chart(figure("2025", 450)).source


def test_the_text_alternative_says_the_finding_and_the_figures_that_count():
    made, _ = shipped("aidp-2025-core")
    assert made.alt.startswith(made.title)
    assert "against the target of more than RMB 400 bn by the end of 2025" in made.alt
    assert "MIIT, for 2025: > 1,200, 2025" in made.alt


def test_the_text_alternative_says_which_paths_lead_to_the_target():
    made, scene = shipped("aidp-2030-core")
    paths = made.alt.split("Paths to the target: ")[1].split(". The table")[0]
    assert len(scene.ways) == len(paths.split("; "))
    assert "pace between the plan’s own milestones" in paths
    for way in (one for one in scene.ways if one.series):
        (curve,) = (s for s in scene.curves if s.series.id == way.series)
        start = f"{WORDS.number(way.points[0][1])} on {WORDS.day(way.points[0][0])}"
        growth = f", {WORDS.percent(way.rate)} a year" if way.rate is not None else ""
        assert f"{WORDS.text(curve.series.short)}, {way.path} from {start}{growth}" in paths
    assert "Paths to the target" not in shipped("moe-2020-textbooks")[0].alt


def test_the_table_holds_every_figure_known_vintages_included():
    made, _ = shipped("aidp-2025-core")
    figures = [
        o for s in RECORDS.indicators["core_ai_industry_size"].series for o in RECORDS.observations_of(s.id)
    ]
    assert len(figures) == len(made.table.rows)
    keys = [column.key for column in made.table.columns]
    assert ["series", "place", "period", "value"] == keys[:4]
    assert {"bound", "kind", "published", "source", "note", "counts"} <= set(keys)
    assert all(len(row) == len(keys) for row in made.table.rows)


def test_a_flagged_figure_carries_its_note():
    made = chart(figure("2025", 450, usable="flag", note="Mind the gap."))
    assert all("Mind the gap." in one["hover"] for one in marks(made.plot).values())


def test_no_text_of_the_data_becomes_markup():
    evil = "<a href='x'>click</a> <b>R&D</b>"
    words = {"en": evil}
    made = chart(
        figure("2025", 450, usable="flag", note=evil),
        series=[series(label=words, short=words, reporter=words)],
    )
    written = made.figure.to_json()
    assert not any(mark in written for mark in ("<a", "<b>", "\\u003ca", "\\u003cb\\u003e"))
    assert evil in "".join(texts(made.plot))


def test_the_identity_is_fit_for_a_file_name():
    assert "target-the-target" == chart(figure("2025", 450)).id


def test_a_plan_without_its_target_s_kin_has_no_path():
    made = chart(figure("2025", 450), plans={"the-plan": plan(target())})
    assert [] == paths(made)


def test_a_total_over_years_is_no_milestone_on_the_way_to_an_amount_of_one_year():
    town = load(EXAMPLES / "quillhaven")
    yearly, total = town.targets["qh-2030-harbour"], town.targets["qh-2025-harbour"]
    assert total.period is not None
    for one in (yearly, total):
        assert [one] == [g.target for g in goalposts(judge(town, one, town.as_of), town)]
