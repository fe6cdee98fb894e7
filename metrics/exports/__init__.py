"""What people take away: tables and documents made from results, as bytes or text.

In: results, records and words; charts with their tables. Out: files and the text of the command line.
``extract`` cuts records and results to what was asked for; ``listings`` makes plain tables of it; ``files`` gives
every format by its name: CSV (``csv_rows``), ``workbook``, ``data_package`` and ``status_json``. ``citation`` cites
a view, ``bibliography`` the sources; ``status_table`` says where targets stand, for a terminal. Underneath: ``cell``,
``file_name``, ``output_file``, ``bibtex``, ``terminal``.
"""
