"""What became known later than a day: the facts that nothing shown or taken away as of that day may hold."""

import json
import re
from datetime import date
from functools import lru_cache
from html import unescape

from metrics.progress import as_known_on
from metrics.progress.reading import SILENT_MONTHS
from metrics.records import load
from metrics.records.period import lapses

HELD = load()
DAYS = [date(2017, 12, 31), date(2018, 12, 31), date(2020, 12, 31), date(2022, 12, 31), date(2024, 12, 31)]


@lru_cache
def later(day):
    """Texts of things that became known after a day, and of nothing known before."""
    known = as_known_on(HELD, day)
    texts = [
        *(one.title.en for one in HELD.events.values() if one.id not in known.events),
        *(one.label.en for one in HELD.plans.values() if one.id not in known.plans),
        *(one.title.en for one in HELD.plans.values() if one.id not in known.plans),
        *(one.statement.en for one in HELD.targets.values() if one.id not in known.targets),
        *(one.title for one in HELD.sources.values() if one.id not in known.sources),
        *(
            one.note.en
            for one in HELD.observations.values()
            if one.id not in known.observations and one.note and len(one.note.en) > 20
        ),
        *(one.statement.en for one in HELD.claims.values() if one.id not in known.claims),
        *(one.why.en for one in HELD.claims.values() if one.why and day < HELD.as_of),
    ]
    before = json.dumps(
        [
            *(one.model_dump(mode="json", exclude={"period", "published"}) for one in known.sources.values()),
            *(str(one.title.en) for one in known.events.values()),
            *(one.note.en for one in known.observations.values() if one.note),
            *(f"{series.reporter.en}." for series in HELD.series.values()),
            *(f"{one.title.en} {one.label.en}" for one in known.plans.values()),
            *(str(one.statement.en) for one in known.targets.values()),
        ],
        ensure_ascii=False,
    )
    return [one for one in texts if one not in before]


@lru_cache
def later_ids(day):
    """Ids of plans, promises, figures, events, documents and claims that were not known on a day."""
    known = as_known_on(HELD, day)
    groups = ("plans", "targets", "goals", "observations", "events", "sources", "claims")
    return {one for group in groups for one in {*getattr(HELD, group)} - {*getattr(known, group)}}


_MONTHS = {
    name: n
    for n, name in enumerate(
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"], 1
    )
}
_MONTH = rf"({'|'.join(_MONTHS)})[a-z]*\s(\d{{4}})\b"
_DAY = re.compile(rf"\b(\d{{1,2}})\s{_MONTH}")
_ALONE = re.compile(rf"(?<!\d\s)\b{_MONTH}")
_ID = re.compile(r"""(?<=[="'\[,])[A-Za-z0-9][A-Za-z0-9_+-]*(?=["'&\],])""")
_ISO = re.compile(r"(?<![\d-])(20\d\d)-(\d\d)-(\d\d)(?![\d-])")


def days_named(html):
    """Every day and month that a text names, in words or figures; a month counts as its first day."""
    text = unescape(re.sub(r'(?:src|href)="data:[^"]*"', "", html))
    found = {date(int(y), _MONTHS[m], int(d)) for d, m, y in _DAY.findall(text)}
    found |= {date(int(y), _MONTHS[m], 1) for m, y in _ALONE.findall(text)}
    return found | {date(int(y), int(m), int(d)) for y, m, d in _ISO.findall(text)}


@lru_cache
def days_allowed(day):
    """The later days that may stand on a page of a day.

    What is due, what is forecast, when a figure will be too old to count, where a thing can be read, and today.
    """
    known = as_known_on(HELD, day)
    due = {one.due for plan in known.plans.values() for one in plan.milestones}
    forecast = {one.period.end for one in known.observations.values()}
    silent = {lapses(end, SILENT_MONTHS) for end in forecast}
    papers = {end for one in known.sources.values() for end in (one.published.start, one.published.end)}
    return due | forecast | silent | papers | {HELD.as_of, date.today()}


def told_too_early(html, day):
    """What a page of ``day`` tells that became known later: texts, ids in links and marks, and days."""
    plain = unescape(html)
    ids = sorted(later_ids(day) & set(_ID.findall(plain)))
    days = {one for one in days_named(html) if one > day} - days_allowed(day)
    return [*(one for one in later(day) if one in plain), *ids, *sorted(map(str, days))]
