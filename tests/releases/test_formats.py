"""Each format from the file to the verdict: shapes as their publishers describe them, values worked out by hand.

The target is more than 150 bn in 2020. Known before: 120 (about) for 2019 and 160 for 2020, by the same series.
"""

import io
import json
from datetime import date

import pytest
import xlsxwriter

from metrics.progress.result import Verdict
from metrics.records.vocabulary import Bound, Kind
from tests.releases.plan import figures, folder_with, previewed, told

#: Mapping, name of the file, what stands in it. In each China has 140 for 2020 and 170 for 2021.
SERIES = "series: [{series: count}]"
CHOSEN = "series: [{series: count, where: [{column: INDICATOR, value: AI}]}]"
FILES = {
    "long": (
        f"period: Year\nplace: Country\nvalue: Billions\n{SERIES}",
        "data.csv",
        "Figures of the office\n\nCountry,Year,Billions\nChina,2020,140\nCHN,2021,170\nPeru,2021,9\n",
    ),
    "European": (
        f"period: Jahr\nin_place: CHN\nvalue: Mrd\n{SERIES}",
        "daten.csv",
        "Jahr;Mrd\r\n2020;140,0\r\n2021;170,00\r\n".encode("cp1252"),
    ),
    "UTF-16": (
        "period: 年份\nin_place: CHN\nvalue: 亿元\nseries: [{series: count, factor: 0.1}]",
        "数据.csv",
        "年份\t亿元\n2020\t1400\n2021\t1700\n".encode("utf-16"),
    ),
    "years in columns": (
        f"place: Country\nwide: periods\n{SERIES}",
        "data.csv",
        "Country,Note,2020,2021\nChina,x,140,170\nPeru,y,8,9\n",
    ),
    "places in columns": (
        f"period: Year\nwide: places\n{SERIES}",
        "data.csv",
        "Year,China,Total\n2020,140,150\n2021,170,180\n",
    ),
    "a column for each series": (
        "period: Year\nin_place: CHN\nseries: [{series: count, value: Count}]",
        "data.csv",
        "Year,Other,Count\n2020,7,140\n2021,8,170\n",
    ),
    "SDMX-CSV 1.0": (
        CHOSEN,
        "data.csv",
        (
            "DATAFLOW,FREQ,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n"
            "OFFICE:AI(1.0),A,CHN,AI,2020,140,A\nOFFICE:AI(1.0),A,CHN,AI,2021,170,A\nOFFICE:AI(1.0),A,CHN,GDP,2021,9,A\n"
        ),
    ),
    "SDMX-CSV 2.0": (
        CHOSEN,
        "data.csv",
        (
            "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n"
            "dataflow,OFFICE:AI(1.0.0),I,A,CHN,AI,2020,140,A\ndataflow,OFFICE:AI(1.0.0),I,A,CHN,AI,2021,170,A\n"
        ),
    ),
    "Eurostat TSV": (
        "series: [{series: count, where: [{column: unit, value: BN}]}]",
        "data.tsv",
        "freq,unit,geo\\TIME_PERIOD\t2019 \t2020 \t2021 \nA,BN,CN\t: c\t140.0 \t170.0 \nA,PC,CN\t:\t3.1 \t3.2 \n",
    ),
    "World Development Indicators": (
        "series: [{series: count, where: [{column: Indicator Code, value: AI.CORE}]}]",
        "data.csv",
        (
            '\ufeff"Data Source","World Development Indicators",\n\n"Last Updated Date","2022-05-01",\n\n'
            '"Country Name","Country Code","Indicator Name","Indicator Code","2020","2021",\n'
            '"China","CHN","AI core","AI.CORE","140","170",\n"Aruba","ABW","AI core","AI.CORE","","",\n'
        ),
    ),
    "Our World in Data": (
        SERIES,
        "data.csv",
        "Entity,Code,Year,Core industry\nChina,CHN,2020,140\nChina,CHN,2021,170\nWorld,OWID_WRL,2021,900\n",
    ),
    "JSON-stat": (
        SERIES,
        "data.json",
        json.dumps(
            {
                "version": "2.0",
                "class": "dataset",
                "id": ["geo", "time"],
                "size": [2, 2],
                "role": {"geo": ["geo"], "time": ["time"]},
                "dimension": {
                    "geo": {"category": {"index": ["CN", "PE"]}},
                    "time": {"category": {"index": {"2021": 1, "2020": 0}}},
                },
                "value": {"0": 140, "1": 170, "3": 9},
            }
        ),
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_file_is_read_and_its_revision_turns_the_headline(tmp_path, name):
    mapping, file, data = FILES[name]
    found = previewed(folder_with(tmp_path, mapping), data, file)
    assert [] == told(found)
    assert [
        ("new", "count", "CHN", "2021", 170.0),
        ("revised", "count", "CHN", "2020", 140.0),
    ] == figures(found)
    (flip,) = found.flips
    assert ("size-2020", Verdict.MET) == (flip.before.target.id, flip.before.headline.verdict)
    assert Verdict.MET_LATE == flip.after.headline.verdict  # 140 in 2020 misses, 170 a year later passes


def workbook(rows, sheet="Data", first=()):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        if first:
            front = book.add_worksheet("Read me")
            for number, text in enumerate(first):
                front.write(number, 0, text)
        made = book.add_worksheet(sheet)
        for number, row in enumerate(rows):
            made.write_row(number, 0, row)
    return out.getvalue()


def test_workbook_is_read_on_the_sheet_that_has_the_columns_and_its_cells_are_named(tmp_path):
    folder = folder_with(tmp_path, f"period: Year\nin_place: CHN\nvalue: Billions\n{SERIES}")
    rows = [["Core industry"], [], ["Year", "Billions"], [2020, 140], [2021, 170]]
    found = previewed(folder, workbook(rows, first=["Notes"]), "figures.xlsx")
    assert [("new", "count", "CHN", "2021", 170.0), ("revised", "count", "CHN", "2020", 140.0)] == figures(
        found
    )
    assert "figures.xlsx, Data!B5" == found.figures.new[0].locator


@pytest.mark.parametrize(
    ("cell", "bound", "kind", "provisional"),
    [
        ("140 p", Bound.EXACT, Kind.ACTUAL, True),
        ("140 e", Bound.EXACT, Kind.ESTIMATE, False),
        ("140 (f)", Bound.EXACT, Kind.FORECAST, False),
        ("140 ep", Bound.EXACT, Kind.ESTIMATE, True),
        ("<140", Bound.LESS_THAN, Kind.ACTUAL, False),
        ("≥ 140", Bound.AT_LEAST, Kind.ACTUAL, False),
        ("~140", Bound.ABOUT, Kind.ACTUAL, False),
        ("140*", Bound.EXACT, Kind.ACTUAL, False),
    ],
)
def test_marks_and_signs_become_bounds_and_kinds(tmp_path, cell, bound, kind, provisional):
    folder = folder_with(tmp_path, f"period: Year\nin_place: CHN\nvalue: Billions\n{SERIES}")
    found = previewed(folder, f"Year,Billions\n2021,{cell}\n")
    (one,) = found.figures.new
    assert (140.0, bound, kind, provisional) == one.says


@pytest.mark.parametrize("cell", [":", ": c", "..", "-", "–", "n/a", "NaN", "", "…", "x"])
def test_what_stands_for_no_figure_is_counted_and_no_figure(tmp_path, cell):
    folder = folder_with(tmp_path, f"period: Year\nin_place: CHN\nvalue: Billions\n{SERIES}")
    found = previewed(folder, f"Year,Billions\n2021,{cell}\n2022-Q1,\n")
    assert ([], 2, []) == (figures(found), found.found.missing, told(found))


def test_from_a_break_on_figures_belong_to_the_series_that_is_named_for_it(tmp_path):
    mapping = "period: Year\nin_place: CHN\nvalue: V\nflag: F\nseries: [{series: count, after_break: echo}]"
    data = "Year,V,F\n2018,100,\n2021,170,b\n2020,140,\n"
    found = previewed(folder_with(tmp_path, mapping), data)
    assert [
        ("new", "count", "CHN", "2018", 100.0),
        ("new", "echo", "CHN", "2021", 170.0),
        ("revised", "count", "CHN", "2020", 140.0),
    ] == figures(found)


def test_figures_are_dated_by_the_day_of_publication(tmp_path):
    folder = folder_with(tmp_path, f"period: Year\nin_place: CHN\nvalue: V\n{SERIES}")
    found = previewed(folder, "Year,V\n2018,100\n", published=date(2022, 3, 4))
    assert b",2022-03-04,paper,data.csv:2:B," in found.files["data/observations/paper-2022-03-04.csv"]
