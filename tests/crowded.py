"""A plan that crowds its pages: any number of indicators with long names, and milestones half a year apart.

In: a folder to write to. Out: the small plan that Milepost gives to begin with, with its indicator, its series and its
targets repeated. Names have 60 characters, the longest that a page has to place.
"""

from copy import deepcopy
from datetime import date
from pathlib import Path

import yaml

from metrics.exports.starter.folder import write_starter

LONG = 60  # characters of a name
DUE = tuple(date(year, month, day) for year in (2024, 2025, 2026) for month, day in ((6, 30), (12, 31)))


class _Plain(yaml.SafeDumper):
    """Writes every value out."""

    def ignore_aliases(self, _data):
        return True


def long_name(number: int) -> str:
    """A name of 60 characters that is broken nowhere but at its spaces.

    >>> len(long_name(7)), long_name(7)[:40]
    (60, 'Measure 7 of living trees in reinforced ')
    """
    return f"Measure {number} of living trees in reinforced planting boxes by the river"[:LONG].ljust(
        LONG, "x"
    )


def crowded(to: Path, indicators: int) -> Path:
    """Write the plan with so many indicators, each with a target at every milestone; gives its folder."""
    write_starter(to)
    (to / "data" / "decks.yaml").unlink()  # its slides name targets that are not there
    promised, measured = to / "targets.yaml", to / "data" / "indicators.yaml"
    plan = yaml.safe_load(promised.read_text(encoding="utf-8"))
    counted = yaml.safe_load(measured.read_text(encoding="utf-8"))
    first, *others = counted["indicators"]
    target = plan["plans"][0]["milestones"][0]["targets"][0]
    for number in range(1, indicators):
        one = deepcopy(first)
        one |= {
            "id": f"trees_{number}",
            "label": {"en": long_name(number)},
            "short": {"en": long_name(number)},
        }
        for series in one["series"]:
            series["id"] += f"_{number}"
        others.append(one)
    first |= {"label": {"en": long_name(0)}, "short": {"en": long_name(0)}}
    counted["indicators"] = [first, *others]
    names = [first["id"], *(f"trees_{number}" for number in range(1, indicators))]
    goals = plan["plans"][0]["milestones"][-1]["goals"]
    plan["plans"][0]["milestones"] = [
        {
            "due": due,
            "title": {"en": f"Step {at}"},
            "targets": [target | {"id": f"{name}-{at}", "indicator": name, "due": due} for name in names],
            **({"goals": [one | {"due": due} for one in goals]} if due == DUE[-1] else {}),
        }
        for at, due in enumerate(DUE)
    ]
    plan["questions"] = []
    plan["glance"]["families"] = [one["id"] for one in counted["families"]]
    promised.write_text(yaml.dump(plan, Dumper=_Plain, allow_unicode=True, sort_keys=False), encoding="utf-8")
    measured.write_text(
        yaml.dump(counted, Dumper=_Plain, allow_unicode=True, sort_keys=False), encoding="utf-8"
    )
    (to / "data" / "claims.csv").unlink()
    return to
