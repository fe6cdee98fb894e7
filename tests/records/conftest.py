"""A small plan in a folder of its own, in order from end to end; each test spoils one thing in it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from metrics.records import Problem, Records, read

TEXTS = {
    "targets.yaml": """\
as_of: 2022-01-01
glance:
  plans: [plan-a]
  indicator: size
plans:
  - id: plan-a
    title: {en: Plan A}
    label: {en: A}
    issuer: {en: Council}
    published: 2017-07
    source: paper
    place: CHN
    milestones:
      - due: 2020-12-31
        targets:
          - id: size-2020
            statement: {en: Larger than 150.}
            indicator: size
            comparator: ">"
            value: 150
            unit: bn
            due: 2020-12-31
            source: paper
            verification: verified
            path: linear
            path_reason: The plan says so.
        goals:
          - id: parity-2020
            statement: {en: In step.}
            due: 2020-12-31
            source: paper
            verification: verified
            benchmarks:
              - id: more-than-us
                series: count
                place: CHN
                comparator: ">"
                other_place: USA
                statement: {en: More.}
                reason: {en: A sign.}
""",
    "data/indicators.yaml": """\
units:
  - {id: bn, label: {en: RMB bn}, currency: CNY, scale: 1.0e+9, prices: nominal}
  - {id: firms, label: {en: firms}}
places:
  - {id: CHN, label: {en: China}}
  - {id: USA, label: {en: United States}}
families:
  - {id: industry, label: {en: Industry}}
indicators:
  - id: size
    label: {en: Size}
    short: {en: Size}
    unit: bn
    measure: flow
    direction: up
    family: industry
    description: {en: How large.}
    quality: {verified: "no"}
    series:
      - id: count
        reporter: {en: Office}
        label: {en: Count}
        short: {en: Count}
        definition: {en: All.}
        comparability: same
        independence: independent
        unit: bn
        price_basis: nominal
      - id: echo
        reporter: {en: Press}
        label: {en: Echo}
        short: {en: Echo}
        definition: {en: All.}
        comparability: same
        independence: independent
        unit: bn
        price_basis: nominal
        repeats: count
  - id: firms
    label: {en: Firms}
    short: {en: Firms}
    unit: firms
    measure: stock
    direction: up
    family: industry
    description: {en: How many.}
    quality: {verified: partly}
""",
    "data/sources.yaml": """\
sources:
  - id: paper
    publisher: Council
    title: The plan
    published: 2017-07-20
    url: https://example.org/plan
    kind: official
    access: primary
    independence: self_reported
""",
    "data/events.yaml": """\
categories:
  - {id: plan, label: {en: Plan}}
events:
  - id: start
    date: 2017-07-20
    title: {en: Plan published}
    category: plan
    geography: CHN
    source: paper
    verification: verified
""",
    "data/observations/industry.csv": """\
id,indicator,series,geography,period,value,low,high,bound,kind,provisional,unit,published,source,locator,verification,usable,note
a,size,count,CHN,2019,120,110,130,about,actual,false,bn,2020-03,paper,,verified,yes,
b,size,count,CHN,2020,160,,,exact,actual,false,bn,2021-03,paper,p. 4,verified,yes,"Two
lines."
""",
    "data/claims.csv": """\
id,source,statement,indicator,geography,period,value,unit,bound,kind,maps_to,assessment,why
S1,paper,Larger than 150 by 2020.,size,CHN,2020,150,billion yuan,more_than,target,size-2020,consistent,
""",
    "data/exchange_rates.csv": """\
year,cny_per_usd,source
2019,6.9081,paper
""",
    "data/prices.csv": """\
year,geography,index_type,index,source
2019,CHN,cpi,95.5,paper
""",
}


class Draft:
    """A folder that somebody is writing."""

    def __init__(self, path: Path) -> None:
        self.path = path
        for name, text in TEXTS.items():
            self.write(name, text)

    def write(self, name: str, content: str | bytes) -> None:
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)

    def spoil(self, name: str, old: str, new: str) -> None:
        """Put ``new`` in the place of the first ``old``; an empty ``old`` adds ``new`` at the end."""
        text = (self.path / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new, 1) if old else text + new)

    def read(self) -> tuple[Records | None, tuple[Problem, ...]]:
        return read(self.path)

    def problems(self) -> list[str]:
        return [str(problem) for problem in self.read()[1]]


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    return Draft(tmp_path)


@pytest.fixture
def another_draft(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Draft]:
    return lambda: Draft(tmp_path_factory.mktemp("draft"))
