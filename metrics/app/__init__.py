"""What people see: Streamlit pages and their shared parts; the only room that imports streamlit.

``dashboard.py`` serves the application that ``server`` puts together; for every page Streamlit runs the script
``server/router.py``, which asks ``frame`` to open it: style sheet, header, controls (``controls``), all of them
following the ``address``. A file of ``pages/`` asks ``frame.here`` for records and words (kept by ``data``),
draws blocks and charts (``chart_block``), and closes with the footer. Two small scripts run in the browser:
``page.js`` follows links and tells light from dark, ``picture.js`` saves a chart as a picture.
"""
