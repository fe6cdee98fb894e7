"""What people take away: tables and documents made from results, as bytes or text.

In: results, records and words; charts with their tables. Out: files and the text of the command line.
``csv_table`` a chart's table as CSV; ``status_json`` where targets stand, for other programs;
``status_table`` the same for a terminal, on the ground of ``terminal``; ``raw`` numbers for both files.
"""
