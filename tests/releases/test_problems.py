"""Files that cannot be taken: everything that is wrong is told at once, where it stands, and nothing is written."""

import io
import zipfile
from datetime import date

import pytest

from metrics.records import RecordsError
from metrics.records.fault import FAULTS
from tests.records.corpus import of_releases
from tests.records.test_faults import pattern
from tests.releases.plan import folder_with, previewed, told
from tests.releases.test_formats import SERIES, workbook

PLAIN = f"period: Year\nin_place: CHN\nvalue: V\n{SERIES}"
CHOSEN = "period: Year\nin_place: CHN\nvalue: V\nunit: U\nflag: F\nseries: [{series: count}]"

#: Mapping, name of the file, what stands in it, and what is told.
WRONG = {
    "several at once": (
        CHOSEN,
        "data.csv",
        "Year,V,U,F\n2018,about ten,bn,\n20x8,4,bn,\n2017,4,bn,q\n2016,4,m,\n2015,4,bn,b\n",
        [
            "data.csv:2:V: 'about ten' is not a number; write digits with a point, such as 1200.5",
            (
                "data.csv:3:Year: '20x8' is not a period; write 2019, 2019-H1, 2019-Q3, 2019-06, 2019-06-30, FY2019, 12"
                " months to 2019-06 or 2019/2022"
            ),
            "data.csv:4:F: the mark 'q' has no meaning in the mapping; write it under `flags` of the mapping",
            (
                "data.csv:5:U: 'm' stands here, and 'bn' before, for the series 'count'; tell the rows apart in the"
                " mapping (`where`), each with its own factor"
            ),
            (
                "data.csv:6:F: from 2015 on the series 'count' counts something else; name the series from then on in the"
                " mapping (`after_break`)"
            ),
        ],
    ),
    "letters that are a word": (
        CHOSEN,
        "data.csv",
        "Year,V,U,F\n2018,4,bn,odd\n2017,4,bn,plan\n",
        [
            "data.csv:2:F: the mark 'odd' has no meaning in the mapping; write it under `flags` of the mapping",
            "data.csv:3:F: the mark 'plan' has no meaning in the mapping; write it under `flags` of the mapping",
        ],
    ),
    "a comma that may be either": (
        PLAIN,
        "data.csv",
        'Year,V\n2018,"1,234"\n',
        [
            (
                "data.csv:2: '1,234' may have a comma before decimals or between thousands; write `decimal: ','` or"
                " `decimal: '.'` into the mapping"
            )
        ],
    ),
    "a column that is not there": (
        PLAIN,
        "data.csv",
        "Years,V\n2018,4\n",
        ["data.csv:1: no column is called 'Year'; did you mean 'Years'?"],
    ),
    "no place anywhere": (
        f"period: Year\nvalue: V\n{SERIES}",
        "data.csv",
        "Year,V\n2018,4\n",
        [
            (
                "data.csv:1: the mapping does not say where the place stands, and nothing in the file does; name its"
                " column in the mapping (`place`); the columns are: Year, V"
            )
        ],
    ),
    "one figure twice": (
        PLAIN,
        "data.csv",
        "Year,V\n2018,4\n2018,5\n",
        [
            (
                "data.csv:3:B: 5 stands here, and 4 at data.csv:2:B, for the same series, place and period; tell the rows"
                " apart in the mapping (`where`)"
            )
        ],
    ),
    "the day of a figure that is known": (
        PLAIN,
        "data.csv",
        "Year,V\n2020,5\n",
        [
            (
                "data.csv:2:B: 5 stands here, and 160 in 'b', published on the same day; give the day on which this file"
                " was published"
            )
        ],
    ),
    "before the end of the period": (
        PLAIN,
        "data.csv",
        "Year,V\n2025,5\n",
        [
            (
                "data.csv:2:B: '2021-03-31' is before the end of the period 2025, which an actual cannot be; check both, or"
                " change the kind to estimate or forecast"
            )
        ],
    ),
    "no sheet of that name": (
        f"sheet: Figures\n{PLAIN}",
        "data.xlsx",
        workbook([["Year", "V"], [2018, 4]]),
        ["data.xlsx: there is no sheet 'Figures'; the sheets are: Data"],
    ),
    "a cell of a sheet": (
        PLAIN,
        "data.xlsx",
        workbook([["Year", "V"], [2018, True]]),
        ["data.xlsx, Data!B2: V: True is not a number; write digits with a point, such as 1200.5"],
    ),
    "nothing": (
        PLAIN,
        "data.csv",
        "  \n",
        ["data.csv: nothing stands in the file; check that it was saved whole"],
    ),
    "a picture": (
        PLAIN,
        "data.csv",
        b"\x89PNG\r\n\x1a\n\0\0\0",
        [
            "data.csv: these are not the bytes of a text; save it as CSV in UTF-8, or as a workbook (.xlsx, .ods)",
        ],
    ),
    "an open quote": (
        PLAIN,
        "data.csv",
        'Year,V\n2018,"' + "4" * 200_000,
        ["data.csv:2: from here on the file cannot be read as a table; check its quotes"],
    ),
    "no workbook": (
        PLAIN,
        "data.xlsx",
        b"Year,V\n2018,4\n",
        ["data.xlsx: the workbook cannot be opened; save it anew without a password"],
    ),
    "JSON of another kind": (
        PLAIN,
        "data.json",
        '{"figures": [1, 2]}',
        [
            "data.json: this is JSON, but no JSON-stat dataset; ask the publisher for JSON-stat, SDMX-CSV or CSV"
        ],
    ),
}

#: Brought in as of the day on which the plan's figure for 2020 was published.
DATED = {"the day of a figure that is known", "before the end of the period"}


def said(tmp_path, name):
    mapping, file, data, _ = WRONG[name]
    folder = folder_with(tmp_path, mapping)
    day = {"published": date(2021, 3, 31)} if name in DATED else {}
    try:
        found = previewed(folder, data, file, **day)
    except RecordsError as error:
        return [str(one) for one in error.problems]
    assert {} == dict(found.files)
    return told(found)


@pytest.mark.parametrize("name", WRONG)
def test_everything_wrong_is_told_at_once_where_it_stands(tmp_path, name):
    assert WRONG[name][3] == said(tmp_path, name)


def test_workbook_that_unfolds_to_more_than_a_machine_holds_is_refused_unread(tmp_path):
    out = io.BytesIO(workbook([["Year", "V"], [2018, 4]]))
    with zipfile.ZipFile(out) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b"<sheetData>", b"<sheetData>" + b" " * 300_000_000)
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as book:
        for name, data in parts.items():
            book.writestr(name, data)
    with pytest.raises(RecordsError) as found:
        previewed(folder_with(tmp_path, PLAIN), bomb.getvalue(), "data.xlsx")
    assert [
        "data.xlsx: the workbook unfolds to more than 200 MB; leave out the sheets that are not wanted"
    ] == [str(one) for one in found.value.problems]


def test_every_kind_of_problem_is_shown_by_an_example():
    lines = [line for *_, lines in WRONG.values() for line in lines]
    missing = [kind for kind in of_releases() if not any(map(pattern(FAULTS[kind]).search, lines))]
    assert ["unfolds"] == missing  # shown above
