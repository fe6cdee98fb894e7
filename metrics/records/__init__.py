"""Records: files become checked, frozen records; everything that is wrong is reported at once.

``folder`` finds the files, ``characters`` makes text of their bytes, ``yaml_file`` and ``csv_file`` make
entries of the text, ``shape`` makes records of the entries, ``references`` and ``sense`` hold the records
against each other, and ``load`` puts them into one store.

- :func:`load` gives the :class:`Records` of a folder or raises :class:`RecordsError`
- :func:`read` gives the records, or None and every :class:`Problem`; :func:`read_files` does so for files in memory
- :func:`latest` gives the newest records that were in order, and what is wrong now
- :data:`SHIPPED` is the folder that comes with Milepost

The exceptions of this room::

    Exception
        RecordsError    .problems: every Problem, in the order of files and lines
"""

from metrics.records.load import SHIPPED, LatestRecords, latest, load, read, read_files
from metrics.records.problem import Problem, RecordsError
from metrics.records.store import Records

__all__ = [
    "SHIPPED",
    "LatestRecords",
    "Problem",
    "Records",
    "RecordsError",
    "latest",
    "load",
    "read",
    "read_files",
]
