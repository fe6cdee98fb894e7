"""The native charts: one series a line, honest gaps, open ends and forecasts told apart, the sheet as the chart."""

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

import openpyxl
import pytest
from lxml import etree

from metrics.exports.powerpoint import bars, trend
from metrics.exports.powerpoint.sheet import serial
from metrics.figures.slides.segments import can_be_drawn
from metrics.figures.slides.slide import Lanes, Trend
from metrics.records.vocabulary import Bound, Kind
from metrics.words import words_for
from tests.exports.powerpoint.opened import A, C
from tests.exports.powerpoint.trends import FLOORS, OTHER, TREND, line, point
from tests.figures.golden_file import expected_text
from tests.figures.slides.made import lane, listed

WORDS = words_for("en")
DAY = date(2026, 11, 28)
SPREAD = Lanes(
    counted=(
        lane("Institute", "", "> 900", 900.0, ""),
        lane("Office", "", "≈ 620", 620.0, "", bound=Bound.ABOUT),
        lane("Consultancy", "", "270", 270.0, "", independence=OTHER),
    ),
    listed=(listed("Outlook", "", "150", 150.0, "forecast", kind=Kind.FORECAST, independence=OTHER),),
    goalpost=None,
    top=1000.0,
    ticks=((0.0, "0"), (500.0, "500")),
    unit="RMB bn",
    listed_head="Listed, not counted",
)


def tree(drawing):
    return etree.fromstring(drawing.xml)


def pretty(drawing):
    root = etree.fromstring(drawing.xml, etree.XMLParser(remove_blank_text=True))
    for node in root.iter():
        node.text = (node.text or "").strip() or None
        node.tail = None
    return etree.tostring(root, pretty_print=True, encoding="unicode")


def years(of=TREND):
    return trend.years_chart(of, WORDS, DAY, alt="alt", language="en-US")


def spread(of=SPREAD):
    return bars.bars_chart(of, WORDS, DAY, "alt", "en-US")


def series(drawing):
    return {one.find(f"{C}tx").findtext(f".//{C}v"): one for one in tree(drawing).iter(f"{C}ser")}


def values(one, tag="yVal"):
    cache = one.find(f"{C}{tag}").find(f".//{C}numCache")
    found = {int(pt.get("idx")): float(pt.findtext(f"{C}v")) for pt in cache.iter(f"{C}pt")}
    return [found.get(number) for number in range(int(cache.find(f"{C}ptCount").get("val")))]


def sheet(drawing):
    return openpyxl.load_workbook(BytesIO(drawing.workbook)).active


@pytest.mark.parametrize(("name", "drawing"), [("years", years()), ("bars", spread())])
def test_chart_is_the_golden_one(name, drawing):
    assert expected_text(f"powerpoint_{name}.xml", pretty(drawing)) == pretty(drawing)


def test_every_line_is_a_series_and_what_is_forecast_another():
    assert {
        *("Ministry", "=Institute", "Consultancy", "Consultancy, forecast or derived", "Aside", "Target")
    } == set(series(years()))


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


def test_lower_bound_keeps_its_reporters_mark_and_has_an_arrow_and_a_label():
    """As on the page: a hollow mark is a figure that is not judged, and an open end says nothing of that."""
    found = series(years())["=Institute"]
    assert not found.findall(f"{C}dPt")
    assert "circle" == found.find(f"{C}marker/{C}symbol").get("val")
    arrow = found.find(f"{C}errBars")
    assert "plus" == arrow.find(f"{C}errBarType").get("val")
    lengths = [float(one.text) for one in arrow.iter(f"{C}v")]
    assert lengths[0] == 0.0 < lengths[1]
    assert "> 700" in "".join(one.text for one in found.iter(f"{A}t"))


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


def test_target_is_a_series_of_its_own_with_its_label():
    found = series(years())["Target"]
    assert "> 400 by the end of 2022" in {
        text for one in tree(years()).iter(f"{C}ser") for text in [one.findtext(f".//{A}t")]
    }
    assert "x" == found.find(f"{C}errBars/{C}errDir").get("val")


@pytest.mark.parametrize("drawing", [years(), spread()], ids=["years", "bars"])
def test_sheet_holds_what_the_chart_shows(drawing):
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
    lengths = [len(values(one)) for one in tree(years()).iter(f"{C}ser")][:-2]
    assert sorted(lengths, reverse=True) == lengths


def test_bars_tell_open_ends_and_forecasts_apart():
    found = series(spread())
    assert [
        "state and its institutes",
        "state and its institutes: an open end",
        "independent",
        "independent: derived or forecast",
    ] == list(found)
    assert found["state and its institutes: an open end"].find(f"{C}spPr/{A}pattFill") is not None
    assert "dash" == found["independent: derived or forecast"].find(f".//{A}prstDash").get("val")
    assert "> 900" in "".join(one.text for one in tree(spread()).iter(f"{A}t"))


def test_half_of_the_figures_with_both_ends_are_enough_for_lines_and_one_figure_is_not():
    assert can_be_drawn((line("a", point(2020, 1), point(2021, 2, Bound.MORE_THAN)),))
    assert not can_be_drawn(FLOORS.lines)
    assert not can_be_drawn((line("a", point(2020, 1)),))
    forecasts = line("a", point(2020, 1), point(2021, 2, kind=Kind.FORECAST))
    assert not can_be_drawn((forecasts,))


def test_labels_of_lines_touch_no_other_label():
    many = tuple(line(f"Reporter {n}", point(2020, 100 + n), point(2021, 110 + n)) for n in range(5))
    drawing = years(Trend(many, (), "RMB bn", "", ""))
    placed = list(tree(drawing).iter(f"{C}dLbl"))
    assert 5 == len(placed)
    assert 5 == len({(one.findtext(f".//{A}t"), one.find(f".//{C}dLblPos").get("val")) for one in placed})


def test_where_there_are_many_lines_the_longest_are_named_and_the_others_grey_and_counted():
    long = tuple(line(f"Long {n}", *(point(2018 + y, 100 * n + y) for y in range(4))) for n in (1, 2))
    short = tuple(line(f"Short {n}", point(2021, 200 + n)) for n in range(8))
    drawing = years(replace(TREND, lines=(*short, *long), dues=()))
    found = series(drawing)
    assert all(f"Long {n}  " in "".join(found[f"Long {n}"].itertext()) for n in (1, 2))
    grey = [
        name for name, one in found.items() if "878178" in [c.get("val") for c in one.iter(f"{A}srgbClr")]
    ]
    assert grey
    assert {"Short"} == {name.split()[0] for name in grey}
    assert WORDS.say("powerpoint.grey", n=len(grey)) in drawing.below
    assert tree(drawing).find(f".//{C}legend") is None
