"""What became known later than a day: the facts that nothing shown or taken away as of that day may hold."""

import json
from datetime import date
from functools import lru_cache

from metrics.progress import as_known_on
from metrics.records import load

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
            one.note
            for one in HELD.observations.values()
            if one.id not in known.observations and one.note and len(one.note) > 20
        ),
        *(one.statement for one in HELD.claims.values() if one.id not in known.claims),
        *(one.why for one in HELD.claims.values() if one.why and day < HELD.as_of),
    ]
    before = json.dumps(
        [
            *(one.model_dump(mode="json", exclude={"period", "published"}) for one in known.sources.values()),
            *(str(one.title.en) for one in known.events.values()),
            *(str(one.note) for one in known.observations.values()),
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
