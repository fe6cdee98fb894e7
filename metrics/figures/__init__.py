"""Verdicts and series become pictures: plotly charts, and HTML blocks in ``blocks/``.

Ground: ``palette`` and ``signs`` (colours, the sign of each verdict), ``template``, ``lettering`` (how wide a
text is), ``labels`` (where it finds room), ``marks``, ``bars`` and ``drawing`` (the grammar of marks), ``frame``
and ``key``. On it stand four kinds of chart, a folder each, with its scene (what is shown), its drawing and
its words: ``target``, ``timeline``, ``indicator``, ``goal``. All return a ``chart.Chart``: the figure
with title, source line, text alternative and table. ``picture`` puts these into the frame of one picture.
"""
