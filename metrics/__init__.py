"""Milepost: what was promised, held beside what was reported.

The data flows through seven rooms, once, and always downwards. Each room is built on the ones above it and
knows nothing of those below.

``records``
    Files become checked, frozen records. ``targets.yaml`` holds plans with their milestones, targets and
    goals; ``data/`` holds indicators with their series, observations, sources and events. Everything that is
    wrong with a folder is found at once, each with file, line, column and a hint.

``progress``
    Records are cut down to what was *known on* a day, then read: each target is held against every series of
    its indicator, and each pair gives one *reading* with one verdict by one stated rule. The *headline* is
    what the readings say together; it is never a score. Results hold no prose.

``words``
    Numbers, dates and results become words, in each language, from one catalogue.

``figures``
    Verdicts and series become pictures: one palette, light and dark, the same on screen, slide and paper. The
    slides are made here: every title is a finding of the day.

``exports``
    What people take away: tables, files for other programs, the offline page, PowerPoint, pictures, and the text
    of the command line.

``releases``
    What people bring in: a publisher's file becomes vintages of the series of a folder, and what that does to the verdicts is
    said before anything is written.

``app``
    What people see: the pages of the dashboard. It is the only room that imports streamlit.

So the way is: files -> records -> known on -> readings -> words and figures -> page or export. The page, the
file and the command line call the same functions and cannot disagree.
"""
