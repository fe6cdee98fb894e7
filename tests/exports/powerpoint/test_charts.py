"""The native charts: one series a line, honest gaps, open ends and forecasts told apart, the sheet as the chart."""

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from itertools import pairwise

import openpyxl
import pytest
from lxml import etree

from metrics.exports.powerpoint import trend
from metrics.exports.powerpoint.places import CANVAS
from metrics.exports.powerpoint.sheet import serial
from metrics.figures.slides.slide import Trend
from metrics.words import words_for
from tests.exports.powerpoint.opened import A, C
from tests.exports.powerpoint.trends import TREND, line, point
from tests.figures.golden_file import expected_text

WORDS = words_for("en")
DAY = date(2026, 11, 28)
LARGE = '[<10000]0;[=10000]"1万";0\\.0,"万"'
SIZED = '[=0]0;General"万"'


def tree(drawing):
    return etree.fromstring(drawing.xml)


def pretty(drawing):
    root = etree.fromstring(drawing.xml, etree.XMLParser(remove_blank_text=True))
    for node in root.iter():
        node.text = (node.text or "").strip() or None
        node.tail = None
    return etree.tostring(root, pretty_print=True, encoding="unicode")


def years(of=TREND):
    return trend.years_chart(of, WORDS, DAY, "en-US", CANVAS).chart


def series(drawing):
    return {one.find(f"{C}tx").findtext(f".//{C}v"): one for one in tree(drawing).iter(f"{C}ser")}


def values(one, tag="yVal"):
    cache = one.find(f"{C}{tag}").find(f".//{C}numCache")
    found = {int(pt.get("idx")): float(pt.findtext(f"{C}v")) for pt in cache.iter(f"{C}pt")}
    return [found.get(number) for number in range(int(cache.find(f"{C}ptCount").get("val")))]


def sheet(drawing):
    return openpyxl.load_workbook(BytesIO(drawing.workbook)).active


def test_chart_is_the_golden_one():
    assert expected_text("powerpoint_years.xml", pretty(years())) == pretty(years())


def test_every_line_is_a_series_and_what_is_forecast_another():
    assert {*("Ministry", "=Institute", "Consultancy", "Consultancy, forecast or derived", "Target")} == set(
        series(years())
    )


def test_missing_year_is_a_gap():
    assert [300.0, 340.0, None, 410.0] == values(series(years())["Ministry"])
    assert "gap" == tree(years()).find(f".//{C}dispBlanksAs").get("val")


def test_days_are_real_days_and_labels_are_years():
    found = series(years())["=Institute"]
    assert [serial(date(2021, 12, 31)), serial(date(2022, 12, 31))] == values(found, "xVal")
    (across, _) = tree(years()).iter(f"{C}valAx")
    assert "yyyy" == across.find(f"{C}numFmt").get("formatCode")


def test_value_axis_begins_at_zero():
    (_, upright) = tree(years()).iter(f"{C}valAx")
    assert "0" == upright.find(f"{C}scaling/{C}min").get("val")


def test_lower_bound_keeps_its_reporters_mark_and_has_an_arrow():
    """As on the page: a hollow mark is a figure that is not judged, and an open end says nothing of that."""
    found = series(years())["=Institute"]
    assert not found.findall(f"{C}dPt")
    assert "circle" == found.find(f"{C}marker/{C}symbol").get("val")
    arrow = found.find(f"{C}errBars")
    assert "plus" == arrow.find(f"{C}errBarType").get("val")
    lengths = [float(one.text) for one in arrow.iter(f"{C}v")]
    assert lengths[0] == 0.0 < lengths[1]


def test_forecast_is_dashed_and_begins_where_the_reported_line_ends():
    found = series(years())["Consultancy, forecast or derived"]
    assert "sysDash" == found.find(f"{C}spPr/{A}ln/{A}prstDash").get("val")
    assert [200.0, 270.0, 350.0] == values(found)
    assert [270.0] == values(series(years())["Consultancy"])


def test_no_lower_bound_is_joined_to_another_series():
    for one in series(years()).values():
        assert len(set(one.find(f"{C}tx").findtext(f".//{C}f"))) > 0
    columns = {one.find(f"{C}yVal").findtext(f".//{C}f") for one in series(years()).values()}
    assert len(columns) == len(series(years()))


def test_target_is_a_line_up_to_its_day():
    found = series(years())["Target"]
    assert [400.0, 400.0] == values(found)
    assert [serial(date(2018, 12, 31)), serial(date(2022, 12, 31))] == values(found, "xVal")
    assert "none" == found.find(f"{C}dPt/{C}marker/{C}symbol").get("val")


def test_sheet_holds_what_the_chart_shows():
    drawing = years()
    held = sheet(drawing)
    for node in tree(drawing).iter(f"{C}numRef", f"{C}strRef"):
        area = held[node.findtext(f"{C}f").partition("!")[2].replace("$", "")]
        inside = [row[0] for row in area] if isinstance(area, tuple) else [area]
        shown = {int(pt.get("idx")): pt.findtext(f"{C}v") for pt in node.iter(f"{C}pt")}
        for index, cell in enumerate(inside):
            value = serial(cell.value.date()) if isinstance(cell.value, datetime) else cell.value
            text = shown.get(index)
            same = text == value if isinstance(value, str) or value is None else float(text) == value
            assert same, (node.findtext(f"{C}f"), index)


def test_longest_series_comes_first():
    lengths = [len(values(one)) for one in tree(years()).iter(f"{C}ser")][:-1]
    assert sorted(lengths, reverse=True) == lengths


def test_names_of_lines_touch_no_other_name():
    many = tuple(line(f"Reporter {n}", point(2020, 100 + n), point(2021, 110 + n)) for n in range(5))
    names = trend.years_chart(Trend(many, (), "RMB bn", ""), WORDS, DAY, "en-US", CANVAS).names
    boxes = sorted((one.box for one in names if one.paragraphs), key=lambda one: one.y)
    assert 5 == len(boxes)
    assert all(above.foot <= below.y for above, below in pairwise(boxes))


def test_where_there_are_many_lines_the_longest_are_named_and_the_others_grey_and_counted():
    long = tuple(line(f"Long {n}", *(point(2018 + y, 100 * n + y) for y in range(4))) for n in (1, 2))
    short = tuple(line(f"Short {n}", point(2021, 200 + n)) for n in range(10))
    drawing = trend.years_chart(replace(TREND, lines=(*short, *long), dues=()), WORDS, DAY, "en-US", CANVAS)
    found = series(drawing.chart)
    grey = [
        name for name, one in found.items() if "878178" in [c.get("val") for c in one.iter(f"{A}srgbClr")]
    ]
    assert drawing.nameless == len(grey) > 0
    assert {"Short"} == {name.split()[0] for name in grey}
    assert {"Long 1", "Long 2"} <= {one.name for one in drawing.names}


@pytest.mark.parametrize(
    ("top", "written", "highest"),
    [
        (350.0, "0", "400"),
        (9_500.0, LARGE, "12000"),
        (110_000.0, SIZED, "12"),
        (15_500.0, SIZED, "2"),
    ],
)
def test_chinese_axis_counts_whole_ten_thousands_without_a_zero_behind_the_point(top, written, highest):
    drawn = replace(TREND, lines=(line("Ministry", point(2019, top / 2), point(2020, top)),), dues=())
    chart = trend.years_chart(drawn, words_for("zh"), DAY, "zh-CN", CANVAS).chart
    (_, upright) = tree(chart).iter(f"{C}valAx")
    assert written == upright.find(f"{C}numFmt").get("formatCode")
    size = 10_000 if "General" in written else 1
    assert float(highest) == float(upright.find(f"{C}scaling/{C}max").get("val"))
    (found,) = series(chart).values()
    assert [top / 2 / size, top / size] == values(found)
