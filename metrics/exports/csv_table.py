"""The table of a chart as a CSV file, by the rules of ``csv_rows``.

In: the :class:`~metrics.figures.chart.Table` of a chart and the known-on day. Out: the bytes of the file and
its name.
"""

from datetime import date

from metrics.exports.csv_rows import csv_file
from metrics.exports.file_name import file_name
from metrics.figures.chart import Table


def csv_bytes(table: Table, known_on: date) -> bytes:
    r"""The file for ``table``, as known on a day. A table that has a ``known_on`` column keeps its own.

    >>> from metrics.figures.chart import Column
    >>> columns = (Column("period", "Period"), Column("value", "Value", numeric=True))
    >>> csv_bytes(Table(columns, (("2025", 1200.0), ("=1+1", -0.5))), date(2026, 11, 22)).decode("utf-8-sig")
    "period,value,known_on\r\n2025,1200,2026-11-22\r\n'=1+1,-0.5,2026-11-22\r\n"
    """
    return csv_file([column.key for column in table.columns], table.rows, known_on)


def csv_name(chart_id: str, known_on: date) -> str:
    """The name of the file.

    >>> csv_name("target-aidp-2025-core", date(2026, 11, 22))
    'milepost-target-aidp-2025-core-known-on-2026-11-22.csv'
    """
    return file_name(chart_id, known_on, "csv")
