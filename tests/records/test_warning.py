"""What is in order and still wants a look: told with its place, in any folder, and keeping nothing from being shown."""

from pathlib import Path

import pytest

import metrics
from metrics.records import load, read_files
from metrics.records.warning import is_ahead
from tests.records.corpus import TEXTS, stored

SHIPPED = Path(metrics.__file__).parent
FIGURES = "data/observations/industry.csv"
ROW = "c,size,echo,CHN,{period},5,,,exact,actual,false,bn,{published},paper,,verified,yes,\n"


def told(rows: str, promises: str = "") -> list[tuple[str, str]]:
    files = {**TEXTS, FIGURES: TEXTS[FIGURES] + rows, "targets.yaml": promises or TEXTS["targets.yaml"]}
    records, problems = read_files({name: text.encode() for name, text in files.items()})
    assert () == problems
    assert records is not None
    return [(one.where, one.kind) for one in records.warnings]


def test_plan_that_needs_no_look_has_no_warning() -> None:
    assert [] == told("")


def test_figure_known_before_its_document_appeared_is_told_at_its_day() -> None:
    early = ROW.format(period="2016", published="2017-07-19")
    assert [(f"{FIGURES}:5:published", "ahead_of_source")] == told(early)
    assert [] == told(ROW.format(period="2016", published="2017-07-20"))


def test_series_that_can_never_be_judged_is_told_with_what_it_has() -> None:
    rows = ROW.format(period="2020-Q3", published="2021").replace("c,", "c3,", 1)
    rows += ROW.format(period="9 months to 2020-09", published="2021").replace("c,", "c9,", 1)
    assert [("data/indicators.yaml:29:13", "series_never_judged")] == told(rows)
    assert [] == told(rows + ROW.format(period="12 months to 2020-09", published="2021"))


def test_span_of_years_wants_a_target_of_its_period() -> None:
    span = ROW.format(period="2018/2020", published="2021")
    assert [("data/indicators.yaml:29:13", "series_of_spans")] == told(span)
    named = TEXTS["targets.yaml"].replace("value: 150", "value: 150\n            period: 2018/2020")
    assert [] == told(span, named)


def test_shipped_figure_that_flips_a_verdict_before_its_document_appeared_is_marked() -> None:
    records = load()
    figure = records.observations["caict_2020_map-chn-2020-v2021-07-10"]
    assert is_ahead(figure, records.sources[figure.source])
    kinds = [one.kind for one in records.warnings]
    assert sum(map(records.ahead_of_source, records.observations.values())) == kinds.count("ahead_of_source")


def test_group_that_no_calculation_names_is_told_once_a_series() -> None:
    files = {**TEXTS}
    head, *rows = files[FIGURES].splitlines(keepends=True)
    row = "g{n},size,echo,CHN,{year},5,,,exact,actual,false,bn,{next},paper,,verified,yes,,women\n"
    grouped = "".join(row.format(n=year, year=year, next=year + 1) for year in (2017, 2018))
    with_column = "".join(line.rstrip("\n") + ",\n" for line in rows)
    files[FIGURES] = f"{head.rstrip()},group\n{with_column}{grouped}"
    place = "data/indicators.yaml"
    files[place] = files[place].replace("places:", "groups:\n  - {id: women, label: {en: Women}}\nplaces:", 1)
    records, problems = read_files({name: text.encode() for name, text in files.items()})
    assert () == problems
    assert records is not None
    line = len(rows) + 2
    assert [(f"{FIGURES}:{line}:group", "group_of_no_calculation")] == [
        (one.where, one.kind) for one in records.warnings
    ]


def test_gap_of_percentages_in_per_cent_is_told() -> None:
    folder = SHIPPED / "examples" / "kinds"
    files = {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()}
    found, _ = read_files(
        {name: text.replace(b"unit: points", b"unit: percent") for name, text in files.items()}
    )
    assert found is not None
    told = [one for one in found.warnings if one.kind == "percent_for_points"]
    assert ["data/indicators.yaml"] == [one.file for one in told]
    assert "percent_for_points" not in {one.kind for one in load(folder).warnings}


def read_so(name: str) -> list[str]:
    """The notes of a folder of the corpus, a line each."""
    files = {place: path.read_bytes() for place, path in stored(name).items()}
    records, problems = read_files({**{place: text.encode() for place, text in TEXTS.items()}, **files})
    assert () == problems
    assert records is not None
    return [str(one) for one in records.warnings]


def test_table_of_semicolons_with_decimal_commas_is_read_and_said() -> None:
    assert [
        f"{FIGURES}:1: the columns are parted by semicolons, and were read so; leave it, or save it with commas",
        f"{FIGURES}:2: numbers have a comma before their decimals: '120,25' was read as 120.25; leave it, or save it with points",
    ] == read_so("semicolons-and-decimal-commas")


def test_numbers_of_a_table_of_semicolons_are_those_that_its_writer_meant() -> None:
    files = {place: path.read_bytes() for place, path in stored("semicolons-and-decimal-commas").items()}
    records, _ = read_files({**{place: text.encode() for place, text in TEXTS.items()}, **files})
    assert records is not None
    figures = [(one.value, one.high) for one in records.observations.values()]
    assert [(120.25, 1130.5), (1160.0, None)] == figures


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("tabs-between-columns", "the columns are parted by tabs"),
        ("separator-line-of-a-spreadsheet", "the columns are parted by semicolons"),
        ("utf-16", "the file is in UTF-16"),
        ("utf-16-big-end-first", "the file is in UTF-16"),
        ("utf-16-table", "the file is in UTF-16"),
    ],
)
def test_form_that_cannot_be_mistaken_is_read_and_said(name: str, found: str) -> None:
    said = read_so(name)
    assert 1 == len(said)
    assert found in said[0]
