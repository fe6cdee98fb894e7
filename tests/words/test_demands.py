"""Demands as plans word them, each written by hand: plain ones, and one of each kind of calculation."""

from typing import Any

import pytest

from metrics.records.calculated import with_calculated
from metrics.records.model import Calculation, Text, Unit
from metrics.records.store import Records
from metrics.words import words_for
from tests.progress.build import UNITS, benchmark, by_id, records, target

EN, ZH = words_for("en"), words_for("zh")
PLAIN = records()
MT = Unit(id="mt", label=Text(en="million tonnes", zh="百万吨"))
PEOPLE = Unit(id="people", label=Text(en="people", zh="人"))
INDEX = Unit(id="index", label=Text(en="index points", zh="点"))
TONNES = {"source": "mt", "unit": "percent"}


def calculated(how: str, source: str, unit: str, *, of_gap: bool = False, **more: Any) -> Records:
    """Records with an indicator ``worked`` of one that is counted in ``source``, which may be a gap itself."""
    size = PLAIN.indicators["size"]
    gap = Calculation.model_validate({"of": "size", "how": "gap", "groups": ["men", "women"]})
    first = size.model_copy(
        update={"id": "first", "unit": source, "calculation": gap if of_gap else None, "series": ()}
    )
    calculation = Calculation.model_validate({"of": "first", "how": how} | more)
    worked = first.model_copy(update={"id": "worked", "unit": unit, "calculation": calculation})
    return with_calculated(
        records(indicators=by_id([size, first, worked]), units=by_id([*UNITS, MT, PEOPLE, INDEX]))
    )


def said(known: Records, comparator: str, value: float, **more: Any) -> tuple[str, str]:
    """A demand of ``worked`` in both languages."""
    asked = target(comparator, value, indicator="worked", unit=known.indicators["worked"].unit, **more)
    return EN.demand_long(asked, known), ZH.demand_long(asked, known)


@pytest.mark.parametrize(
    ("asked", "short", "long"),
    [
        (target(">", 400), "> 400", "more than RMB 400 bn"),
        (target(">=", 50), "≥ 50", "at least RMB 50 bn"),
        (target("<", 0.5), "< 0.5", "less than RMB 0.5 bn"),
        (target("<=", 5), "≤ 5", "at most RMB 5 bn"),
        (target("~", 20), "≈ 20", "about RMB 20 bn"),
        (target("~", 3, value_high=5), "3–5", "RMB 3–5 bn"),
        (benchmark(">", value=2), "> 2", "more than RMB 2 bn"),
    ],
)
def test_a_demand_in_charts_and_in_sentences(asked, short, long):
    assert (short, long) == (EN.demand(asked, PLAIN), EN.demand_long(asked, PLAIN))


def test_a_demand_without_a_value_is_refused():
    with pytest.raises(ValueError, match="without a value"):
        EN.demand(benchmark(">", other_place="USA"), PLAIN)


@pytest.mark.parametrize(
    ("comparator", "value", "en", "zh"),
    [
        ("<=", -40, "at least 40% below 1990", "比1990年下降至少40%"),
        ("<", -40, "more than 40% below 1990", "比1990年下降超过40%"),
        (">=", -40, "at most 40% below 1990", "比1990年下降至多40%"),
        (">", -40, "less than 40% below 1990", "比1990年下降低于40%"),
        ("~", -40, "about 40% below 1990", "比1990年下降约40%"),
        (">=", 150, "at least 150% above 1990", "比1990年增长至少150%"),
        ("<=", 20, "at most 20% above 1990", "比1990年增长至多20%"),
        ("<=", 0, "no more than in 1990", "不高于1990年"),
        (">=", 0, "no less than in 1990", "不低于1990年"),
    ],
)
def test_a_change_is_told_as_so_much_above_or_below_its_base(comparator, value, en, zh):
    known = calculated("change", **TONNES, base="1990")
    assert (en, zh) == said(known, comparator, value)


@pytest.mark.parametrize(
    ("how", "more", "asked", "expected"),
    [
        ("change", {"base": "1990"}, ("<=", -40), "≥ 40% below 1990"),
        ("times", {"base": "2015"}, (">", 2), "> twice the level in 2015"),
        ("yearly_growth", {}, ("<", -1), "> 1% below the year before"),
        ("index", {"base": "2015"}, (">=", 120), "≥ 120% (2015 = 100)"),
        ("group_ratio", {"groups": ["men", "women"]}, (">=", 0.9), "≥ 0.9"),
    ],
)
def test_where_space_is_short_signs_stand_for_words(how, more, asked, expected):
    known = calculated(how, **TONNES, **more)
    assert expected == EN.demand(target(*asked, indicator="worked", unit="percent"), known)


@pytest.mark.parametrize(
    ("low", "high", "en", "zh"),
    [
        (-55, -40, "40–55% below 1990", "比1990年下降40—55%"),
        (-40, 0, "0–40% below 1990", "比1990年下降0—40%"),
        (0, 10, "0–10% above 1990", "比1990年增长0—10%"),
        (-5, 10, "from 5% below 1990 to 10% above 1990", "介于比1990年下降5%与比1990年增长10%之间"),
    ],
)
def test_a_range_of_changes(low, high, en, zh):
    assert (en, zh) == said(calculated("change", **TONNES, base="1990"), "~", low, value_high=high)


@pytest.mark.parametrize(
    ("how", "source", "unit", "more", "asked", "expected"),
    [
        ("difference", "people", "people", {"base": "2015"}, ("<=", -50_000), ("at least 50,000 people fewer than in 2015", "比2015年减少至少5万人")),
        ("difference", "people", "people", {"base": "2015"}, (">=", 100), ("at least 100 people more than in 2015", "比2015年增加至少100人")),
        ("difference", "mt", "mt", {"base": "2015"}, ("<", -5), ("more than 5 million tonnes below 2015", "比2015年减少超过5百万吨")),
        ("difference", "cny_bn", "cny_bn", {"base": "2015"}, (">=", 30), ("at least RMB 30 bn above 2015", "比2015年增加至少300亿元")),
        ("difference", "percent", "percent", {"base": "2015"}, (">=", 5), ("at least 5 percentage points above 2015", "比2015年上升至少5个百分点")),
        ("difference", "percent", "percent", {"base": "2015"}, (">=", 1), ("at least 1 percentage point above 2015", "比2015年上升至少1个百分点")),
        ("change", "percent", "percent", {"base": "2015"}, (">=", 5), ("at least 5% above 2015, in relative terms", "比2015年相对提高至少5%")),
        ("change", "mt", "percent", {"base": "2015-Q1"}, (">=", 5), ("at least 5% above the level in the first quarter of 2015", "比2015年第一季度增长至少5%")),
        ("average_growth", "mt", "percent", {"base": "2020"}, (">=", 5), ("at least 5% a year on average since 2020", "2020年以来年均增长至少5%")),
        ("average_growth", "mt", "percent", {"base": "2020"}, ("<=", -5), ("a fall of at least 5% a year on average since 2020", "2020年以来年均下降至少5%")),
        ("yearly_growth", "mt", "percent", {}, (">=", 1), ("at least 1% above the year before", "比上年增长至少1%")),
        ("yearly_growth", "mt", "percent", {}, ("<=", 0), ("no more than the year before", "不高于上年")),
        ("times", "mt", "percent", {"base": "2015"}, (">=", 2), ("at least twice the level in 2015", "至少2015年水平的2倍")),
        ("times", "mt", "percent", {"base": "2015"}, ("<=", 0.5), ("at most half the level in 2015", "至多2015年水平的一半")),
        ("times", "mt", "percent", {"base": "2015"}, (">", 2.5), ("more than 2.5 times the level in 2015", "超过2015年水平的2.5倍")),
        ("times", "mt", "percent", {"base": "2015"}, (">=", 1), ("at least the level in 2015", "至少2015年的水平")),
        ("index", "mt", "index", {"base": "2015"}, (">=", 120), ("at least 120 index points (2015 = 100)", "至少120点（2015年=100）")),
        ("total", "people", "people", {"since": "2021"}, (">=", 100_000), ("at least 100,000 people in all since 2021", "2021年以来累计至少10万人")),
        ("group", "percent", "percent", {"group": "women"}, (">=", 70), ("at least 70%", "至少70%")),
        ("gap", "percent", "percent", {"groups": ["men", "women"]}, ("<=", 4), ("a gap of at most 4 percentage points", "差距至多4个百分点")),
        ("gap", "cny_bn", "cny_bn", {"groups": ["men", "women"]}, ("<=", 4), ("a gap of at most RMB 4 bn", "差距至多40亿元")),
        ("lowest", "percent", "percent", {"groups": ["north", "south"]}, (">=", 70), ("at least 70% in each group", "各组均至少70%")),
        ("lowest", "percent", "percent", {"groups": ["north", "south"]}, ("<=", 70), ("at most 70%", "至多70%")),
        ("highest", "percent", "percent", {"groups": ["north", "south"]}, ("<", 10), ("less than 10% in each group", "各组均低于10%")),
    ],
)  # fmt: skip
def test_each_calculation_is_asked_for_as_plans_do(how, source, unit, more, asked, expected):  # noqa: PLR0917 (one a column)
    assert expected == said(calculated(how, source, unit, **more), *asked)


@pytest.mark.parametrize(
    ("how", "unit", "asked", "en", "zh"),
    [
        ("change", "percent", ("<=", -50), "a gap at least 50% narrower than in 2020", "差距比2020年缩小至少50%"),
        ("difference", "percent", ("<=", -2), "a gap at least 2 percentage points narrower than in 2020", "差距比2020年缩小至少2个百分点"),
        ("change", "percent", ("<=", 0), "a gap no wider than in 2020", "差距不大于2020年"),
        ("times", "percent", ("<=", 0.5), "at most half the gap in 2020", "至多2020年差距的一半"),
    ],
)  # fmt: skip
def test_a_gap_is_closed_by_so_much(how, unit, asked, en, zh):
    assert (en, zh) == said(calculated(how, "percent", unit, of_gap=True, base="2020"), *asked)


def test_a_multiple_between_two():
    known = calculated("times", **TONNES, base="2015")
    assert ("2–3 times the level in 2015", "2015年水平的2—3倍") == said(known, "~", 2, value_high=3)
