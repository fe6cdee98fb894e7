"""Verdicts and series become charts, as data, and HTML blocks in ``blocks/``.

Ground: ``palette`` and ``signs`` (colours, the sign of each verdict), ``typesetting`` (how wide a text is), ``labels``
(where it finds room), ``marks`` (the grammar of marks), ``frame`` and ``key``. A chart of one of the four folders
``target``, ``timeline``, ``indicator`` and ``goal`` has a scene (what is shown), words, and puts lines, marks, strokes and
texts on a ``drawing``. That gives a ``plot``: frozen records with no drawing library in them. ``chart.Chart`` is the plot
with title, source line, key, text alternative and table; ``chart_json`` writes and reads it; ``plotly_figure`` and
``glyphs`` render it; ``picture`` puts it into the frame of one picture.
"""
