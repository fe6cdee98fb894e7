"""The chart of an indicator: levels, index, ratio and log; series by themselves, gaps as gaps."""

from datetime import date
from functools import cache
from itertools import combinations

import pytest

from metrics.figures.indicator.chart import draw
from metrics.figures.indicator.scene import IndicatorScene
from metrics.figures.labels import Box, overlap
from metrics.figures.scale import SCALES, scaled
from metrics.progress import as_known_on
from metrics.records import load
from metrics.words import words_for
from tests.figures.golden_file import as_text, expected
from tests.figures.written import drawn_marks, joined, marks, text_boxes, texts
from tests.progress.build import figure, records, series, target

WORDS = words_for("en")
TODAY = date(2026, 11, 28)
EARLIER = date(2020, 6, 30)
RECORDS = load()
SHIPPED = [one.id for one in RECORDS.indicators.values() if one.series]


def chart(*figures, scale="level", places=("CHN",), ids=("count",), targets=(), mode="light", **more):
    known = records(*figures, **more)
    made = known.indicators["size"]
    asked = {"series_ids": tuple(ids), "places": places, "scale": scale, "targets": targets}
    return draw(IndicatorScene(made, known, WORDS, mode, known_on=TODAY, **asked))


@cache
def shipped(indicator_id, scale="level", day=TODAY, mode="light", width=1302):
    """The chart that the page shows first: series of one unit, China and the United States."""
    known = as_known_on(RECORDS, day)
    made = known.indicators[indicator_id]
    unit = next((s.unit for s in made.series if known.observations_of(s.id)), made.unit)
    ids = tuple(s.id for s in made.series if s.unit == unit)[:6]
    asked = {"known_on": day, "scale": scale, "width": width}
    asked["targets"] = tuple(t for t in known.targets.values() if t.indicator == indicator_id)
    places = ("CHN", "USA")
    scene = IndicatorScene(made, known, WORDS, mode, series_ids=ids, places=places, **asked)
    return draw(scene), scene


def scene(indicator, known, language, ids):
    asked = {"series_ids": tuple(ids), "places": ("CHN",), "known_on": TODAY}
    return IndicatorScene(indicator, known, words_for(language), "light", **asked)


def heights(made):
    return [one["y"] for one in marks(made.plot).values()]


def of(place, period, value, *bound, **more):
    return figure(period, value, *bound, geography=place, **more)


@pytest.mark.parametrize("scale", SCALES)
def test_a_small_chart_looks_as_agreed(scale):
    made = chart(
        of("CHN", "2020", 10),
        of("CHN", "2021", 20),
        of("CHN", "2023", 40, "more_than"),
        of("USA", "2020", 20),
        of("USA", "2021", 25, "about"),
        scale=scale,
        places=("CHN", "USA"),
        targets=(target(value=100),),
    )
    assert expected(f"indicator_chart_{scale}", made.figure) == as_text(made.figure)


# Scales


def test_an_index_starts_at_the_first_year_that_all_places_have():
    made = chart(
        of("CHN", "2019", 5),
        of("CHN", "2020", 10),
        of("CHN", "2021", 20),
        of("USA", "2020", 40),
        of("USA", "2021", 60),
        scale="index",
        places=("CHN", "USA"),
    )
    assert [100, 200, 100, 150] == heights(made)
    assert "With 2020 as 100: CHN at 200 in 2021 and USA at 150 in 2021" == made.title


def test_each_series_of_an_index_has_its_own_first_year():
    rows = [of("CHN", "2019", 5), of("CHN", "2020", 10)]
    rows += [of("CHN", "2020", 50, series="other"), of("CHN", "2021", 75, series="other")]
    made = chart(*rows, scale="index", ids=("count", "other"), series=[series(), series("other")])
    assert [100, 200, 100, 150] == heights(made)
    assert made.title.startswith("With each first common year as 100")


def test_a_ratio_divides_the_same_series_and_period():
    made = chart(of("CHN", "2020", 10), of("CHN", "2021", 30), of("USA", "2021", 60), scale="ratio")
    assert [0.5] == heights(made)
    assert "CHN against USA: 0.5 to 1 in 2021, as counted by count" == made.title


def test_a_log_axis_stands_at_powers():
    made = chart(of("CHN", "2020", 10), of("CHN", "2021", 1000), scale="log")
    assert [1, 3] == heights(made)
    assert ("10", "20", "50", "100", "200", "500", "1,000") == made.figure.layout.yaxis.ticktext
    assert "on a log scale" in made.subtitle


@pytest.mark.parametrize("scale", ["index", "ratio"])
def test_an_open_end_has_no_index_and_no_ratio(scale):
    rows = [of(place, year, 10) for place in ("CHN", "USA") for year in ("2019", "2020")]
    made = chart(
        *rows, of("CHN", "2021", 30, "more_than"), of("USA", "2021", 9), scale=scale, places=("CHN", "USA")
    )
    assert {2019, 2020} >= {one["x"].year for one in marks(made.plot).values()} - {2021}
    assert "1 figure with an open end is left out." in made.subtitle


def test_a_figure_of_zero_has_no_place_on_a_log_axis():
    made = chart(of("CHN", "2020", 0), of("CHN", "2021", 10), scale="log")
    assert "1 figure of zero or less is left out." in made.subtitle


def test_series_without_a_common_period_are_counted_in_the_subtitle():
    made = chart(of("CHN", "2020", 10), of("USA", "2021", 60), scale="ratio")
    assert "1 series has nothing in common to compare." in made.subtitle
    assert "no figure that can be drawn" in made.title


def test_different_units_never_share_an_axis():
    with pytest.raises(ValueError, match="different units cannot share an axis: cny_bn, usd_bn"):
        chart(ids=("count", "dollars"), series=[series(), series("dollars", unit="usd_bn")])


def test_a_series_of_another_indicator_is_refused():
    with pytest.raises(ValueError, match="series 'strange' does not belong to the indicator 'size'"):
        chart(ids=("strange",))


def test_an_unknown_scale_is_refused():
    known = records()
    with pytest.raises(ValueError, match="is not one of level, index, ratio, growth, log"):
        scaled(known.indicators["size"], ("count",), ("CHN",), known, "cubic")


# Drawing


def test_places_are_told_apart_by_mark_and_line():
    rows = [of(place, year, 10) for place in ("CHN", "USA") for year in ("2020", "2021")]
    made = chart(*rows, places=("CHN", "USA"))
    assert {"diamond", "square"} == {one["symbol"] for one in marks(made.plot).values()}
    assert [None, "10px,3px"] == [line.dash for line in made.plot.lines if line.role == "line"]


def test_a_gap_stays_a_gap():
    made = chart(of("CHN", "2019", 5), of("CHN", "2021", 10))
    assert [] == list(joined(made.plot))


def test_milestones_are_drawn_in_on_levels_only():
    rows = [of("CHN", "2020", 10), of("USA", "2020", 10)]
    drawn = {scale: texts(chart(*rows, scale=scale, targets=(target(),)).plot) for scale in SCALES}
    assert ["level", "log"] == [scale for scale in SCALES if "2025: 400" in drawn[scale]]


def test_a_target_in_another_unit_is_not_drawn_in():
    made = chart(of("CHN", "2020", 10), targets=(target(unit="usd_bn"),))
    assert "2025: 400" not in texts(made.plot)


def test_open_ends_are_drawn_on_levels():
    assert ["up"] == [one.opening for one in chart(of("CHN", "2020", 10, "more_than")).plot.marks]


def test_without_a_figure_the_chart_says_so():
    made = chart()
    assert "Nothing that can be drawn here was known on 28 Nov 2026." in texts(made.plot)
    assert "Size: no figure that can be drawn was known on 28 Nov 2026" == made.title


# Words


def test_one_series_is_told_by_its_last_and_first_figure():
    made = chart(of("CHN", "2019", 5), of("CHN", "2021", 10))
    assert "count: RMB 10 bn in 2021, after RMB 5 bn in 2019" == made.title


def test_several_places_are_told_by_the_last_year_they_share():
    made = chart(of("CHN", "2020", 5), of("USA", "2020", 7), of("CHN", "2021", 9), places=("CHN", "USA"))
    assert "In 2020: CHN RMB 5 bn and USA RMB 7 bn" == made.title


def test_several_series_are_told_by_their_spread():
    rows = [of("CHN", "2020", 5), of("CHN", "2020", 9, "more_than", series="other")]
    made = chart(*rows, ids=("count", "other"), series=[series(), series("other")])
    assert "Two counts for CHN in 2020 run from 5 to more than RMB 9 bn" == made.title


def test_the_table_shows_the_index_beside_the_figure():
    made = chart(of("CHN", "2019", 5), of("CHN", "2020", 10), scale="index")
    keys = [column.key for column in made.table.columns]
    assert "index" == keys[-1]
    assert [(5, 100), (10, 200)] == [(row[keys.index("value")], row[-1]) for row in made.table.rows]


def test_no_text_of_the_data_becomes_markup():
    evil = {"en": "<a href='x'>click</a> <b>R&D</b>"}
    made = chart(of("CHN", "2020", 10), series=[series(short=evil, label=evil, reporter=evil)])
    written = made.figure.to_json()
    assert not any(mark in written for mark in ("<a", "<b>", "\\u003ca", "\\u003cb\\u003e"))


# Laws over the shipped indicators


@pytest.mark.parametrize("indicator_id", SHIPPED)
@pytest.mark.parametrize("scale", SCALES)
def test_no_line_joins_two_series_two_places_or_leaps_a_year(indicator_id, scale):
    made, _ = shipped(indicator_id, scale)
    ids = {(t.series, x, y): one for t, x, y, one in drawn_marks(made.plot)}
    for series_id, pairs in joined(made.plot):
        for ends in pairs:
            one, other = (RECORDS.observations[ids[series_id, x, y]] for x, y in ends)
            assert other.period.end.year - one.period.end.year <= 1


@pytest.mark.parametrize("indicator_id", SHIPPED)
@pytest.mark.parametrize("scale", SCALES)
def test_no_label_touches_another(indicator_id, scale):
    made, scene = shipped(indicator_id, scale)
    boxes = text_boxes(made.plot)
    touching = [(a[0], b[0]) for a, b in combinations(boxes, 2) if overlap(a[1], b[1], scene.frame.widths)]
    assert [] == touching


@pytest.mark.parametrize("indicator_id", SHIPPED)
def test_where_a_chart_scrolls_no_label_that_stays_touches_another(indicator_id):
    made, scene = shipped(indicator_id)
    kept = [one for one in text_boxes(made.plot) if not one[2]]
    touching = [(a[0], b[0]) for a, b in combinations(kept, 2) if overlap(a[1], b[1], scene.frame.narrow)]
    assert [] == touching


@pytest.mark.parametrize("indicator_id", SHIPPED)
def test_light_and_dark_show_the_same(indicator_id):
    light, dark = (shipped(indicator_id, mode=mode)[0] for mode in ("light", "dark"))
    assert [(t.x, t.y) for t in light.figure.data] == [(t.x, t.y) for t in dark.figure.data]
    assert (light.title, light.alt, light.table) == (dark.title, dark.alt, dark.table)


@pytest.mark.parametrize("indicator_id", as_known_on(RECORDS, EARLIER).indicators)
def test_nothing_later_than_the_day_is_shown(indicator_id):
    made, _ = shipped(indicator_id, day=EARLIER)
    assert [] == [one for one in marks(made.plot) if RECORDS.observations[one].known > EARLIER]


@pytest.mark.parametrize("indicator", SHIPPED)
def test_no_label_crosses_the_line_of_the_known_on_day(indicator):
    made, scene = shipped(indicator)
    if not scene.targets or not scene.frame.holds(TODAY):
        return
    line = Box(scene.frame.across(TODAY), -1, 1, 0, scene.frame.plot_height)
    crossing = [text for text, box, _ in text_boxes(made.plot) if overlap(box, line, scene.frame.widths)]
    assert [] == crossing


@pytest.mark.parametrize("indicator", SHIPPED)
def test_key_names_the_mark_of_each_place_where_several_are_drawn(indicator):
    _, scene = shipped(indicator)
    named = {entry.text for entry in scene.key}
    names = {scene.place_name(one) for one in scene.shown_places}
    assert names <= named if len(names) > 1 else not names & named


def test_series_that_is_chosen_and_draws_nothing_is_named_with_the_reason():
    two = [series("count"), series("other")]
    rows = (of("CHN", "2020", 10), of("USA", "2020", 12, series="other", id="abroad"))
    subtitle = chart(*rows, series=two, ids=("count", "other")).subtitle
    assert "Chosen, but without a figure for CHN: " in subtitle
    assert "Chosen" not in chart(*rows, series=two, ids=("count",)).subtitle


@pytest.mark.parametrize(
    ("language", "names"),
    [
        (
            "en",
            ["One more series is not drawn: b.", "Four more series are not drawn, among them: b; c; d."],
        ),
        ("zh", ["另有一个数据系列未画出：b。", "另有四个数据系列未画出，其中有：b；c；d。"]),
    ],
)
def test_series_with_figures_that_are_not_drawn_are_counted_and_named(language, names):
    for ids, expected_sentence in zip(("ab", "abcde"), names, strict=True):
        rows = [of("CHN", "2020", 10, series=one, id=one) for one in ids]
        known = records(*rows, series=[series(one, short={"en": one}) for one in (*ids, "silent")])
        one = known.indicators["size"]
        made = draw(scene(one, known, language, ["a"]))
        assert expected_sentence in made.subtitle
        assert "silent" not in made.subtitle
        every = draw(scene(one, known, language, ids))
        assert expected_sentence not in every.subtitle
