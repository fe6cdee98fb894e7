"""Faults that cannot be stored as files: too large, or no files at all. Each has its folder in ``tests/faults/``.

:data:`WRITTEN` gives the contents of large files, :data:`MADE` changes a folder that is laid out.
"""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

MOST = 10_000_000  # bytes of the largest file that is read

PROMISED = "targets.yaml"
INDICATORS = "data/indicators.yaml"
SOURCES = "data/sources.yaml"
EVENTS = "data/events.yaml"
OBSERVED = "data/observations/industry.csv"
CLAIMS = "data/claims.csv"
RATES = "data/exchange_rates.csv"
PRICES = "data/prices.csv"

_BASE = Path(__file__).parents[1] / "faults" / "base"
_RATES = "year,cny_per_usd,source\n"
_CLAIMS = "id,source,statement,indicator,geography,period,value,unit,bound,kind,maps_to,assessment,why\n"
_SOURCE = (
    "  - {{id: {id}, publisher: a, title: b, published: 2017, kind: official, access: primary,"
    " independence: independent}}\n"
)
_SERIES = (
    "      - {{id: {id}, reporter: {{en: a}}, label: {{en: a}}, short: {{en: a}}, definition: {{en: a}}, comparability: same,"
    " independence: independent, unit: bn, price_basis: nominal, repeats: {repeats}}}\n"
)

Files = dict[str, bytes]
Written = Callable[[], Files]
Change = Callable[[Path], None]


def _file(place: str, content: str | bytes) -> Written:
    return lambda: {place: (content.encode() if isinstance(content, str) else content)[:MOST]}


def _many(place: str, text: str, times: int = MOST, head: str = "", tail: str = "") -> Written:
    """A file of one text over and over, as often as 10 MB hold it, between a head and a tail."""
    return lambda: {
        place: (head + text * min(times, (MOST - len(head) - len(tail)) // len(text)) + tail).encode()
    }


def _spoilt(place: str, old: str, new: Callable[[], str]) -> Written:
    """A file of the small plan, with something large in the place of ``old``."""

    def write() -> Files:
        text = (_BASE / place).read_text("utf-8")
        assert old in text
        return {place: text.replace(old, new(), 1).encode()}

    return write


def _ids_nearly_alike() -> Files:
    """As many known ids as are guessed among, and ten thousand references that miss them by a little."""
    sources = "".join(_SOURCE.format(id=f"{'ab' * 35}{number:06}") for number in range(1900))
    rates = "".join(f"{1900 + n % 300},1,{'ab' * 35}x{n:05}\n" for n in range(10_000))
    return {SOURCES: (_BASE / SOURCES).read_bytes() + sources.encode(), RATES: (_RATES + rates).encode()}


def _circle(length: int) -> Callable[[], str]:
    return lambda: "".join(_SERIES.format(id=f"s{n}", repeats=f"s{(n + 1) % length}") for n in range(length))


def _aliases_of_aliases() -> str:
    levels = "".join(f"  - &a{level} [{', '.join([f'*a{level - 1}'] * 2)}]\n" for level in range(1, 6))
    return f"plans:\n  - &a0 [{'1, ' * 50_000}1]\n{levels}"


WRITTEN: dict[str, Written] = {
    "10-mb-and-a-byte": lambda: {PROMISED: b"#" * (MOST + 1)},
    "10-mb-of-aliases": _many(PROMISED, "*a,", head="as_of: &a 1\nplans: [", tail="]\n"),
    "10-mb-of-anchors": _many(PROMISED, "&a 1,", head="plans: [", tail="]\n"),
    "10-mb-of-blank-lines": _many(RATES, "\n", head=_RATES, tail="x\n"),
    "10-mb-of-cells": _many(RATES, "ab,", head=_RATES, tail="\n"),
    "10-mb-of-column-names": _many(RATES, ",ab", head="year,cny_per_usd,source", tail="\n"),
    "10-mb-of-comments": _many(PROMISED, "# x\n"),
    "10-mb-of-empty-rows": _many(RATES, ",,\n", head=_RATES),
    "10-mb-of-garbage": lambda: {PROMISED: random.Random(5).randbytes(MOST)},
    "10-mb-of-garbage-in-a-table": lambda: {OBSERVED: random.Random(6).randbytes(MOST)},
    "10-mb-of-keys-of-keys": _many(PROMISED, "? "),
    "10-mb-of-letters-on-a-line": _many(CLAIMS, "x"),
    "10-mb-of-lists-in-lists": _many(PROMISED, "["),
    "10-mb-of-lists-in-lists-by-dashes": _many(PROMISED, "- "),
    "10-mb-of-lines-before-a-tab": _many(PROMISED, "#b\n", tail="\t- a: b: c\n"),
    "10-mb-of-list-entries": _many(PROMISED, "- 1\n"),
    "10-mb-of-maps-in-maps": _many(PROMISED, "{a: "),
    "10-mb-of-short-rows": _many(RATES, "x\n", head=_RATES),
    "10-mb-of-spaces": _many(PROMISED, " "),
    "10-mb-of-tags": _many(PROMISED, "!a 1,", head="plans: [", tail="]\n"),
    "10-mb-in-one-field": _spoilt(PROMISED, "The plan says so.", lambda: "word " * 1_990_000),
    "10-mb-in-one-cell": _many(CLAIMS, "word ", head=f'{_CLAIMS}S1,paper,"', tail='"\n'),
    "10-mb-in-an-open-quote": _many(PROMISED, "x\n", head='as_of: "'),
    "10-mb-in-a-quote-of-a-table-that-never-closes": _many(RATES, "2019,1,paper\n", head=f'{_RATES}2018,1,"'),
    "500-000-misspelt-fields": lambda: {
        PROMISED: "".join(f"fieldx{number:06}: 1\n" for number in range(500_000)).encode()
    },
    "90-000-misspelt-fields-in-a-target": _spoilt(
        PROMISED,
        "            unit: bn\n",
        lambda: "            unit: bn\n" + "".join(f"            valu{n}: 1\n" for n in range(90_000)),
    ),
    "300-000-bad-rows": _many(RATES, "x,y,zzzzzz\n", 300_000, head=_RATES),
    "130-000-bad-figures": lambda: {
        OBSERVED: (
            (_BASE / OBSERVED).read_bytes().split(b"\n")[0]
            + b"\n"
            + b"a,b,c,d,e,f,,,iiiii,jjjjj,kkkkk,lllll,mmmmm,nnnnn,ooooo,ppppp,qqqqq,rrrrr\n" * 130_000
        )[:MOST]
    },
    "aliases-of-aliases": lambda: {PROMISED: _aliases_of_aliases().encode()},
    "cell-that-swallows-the-file": _many(
        RATES, "a", 140_000, head=f'{_RATES}2019,6.9081,paper\n2020,6.9,"', tail="\n"
    ),
    "ids-nearly-alike": _ids_nearly_alike,
    "series-that-repeat-in-a-circle-of-2-000": _spoilt(
        INDICATORS, "      - id: count\n", lambda: _circle(2000)() + "      - id: count\n"
    ),
    "thousands-of-columns": _many(OBSERVED, ",x", 5_000, head="id,indicator", tail="\n"),
}


def _away(path: Path) -> None:
    shutil.rmtree(path) if path.is_dir() else path.unlink()


def _instead(place: str, make: Change) -> Change:
    """Something else in the place of a file or folder."""

    def change(folder: Path) -> None:
        _away(folder / place)
        make(folder / place)

    return change


def _without(*places: str) -> Change:
    def change(folder: Path) -> None:
        for place in places:
            _away(folder / place)

    return change


def _added(place: str) -> Change:
    return lambda folder: (folder / place).touch()


def _renamed(place: str, name: bytes) -> Change:
    return lambda folder: (folder / place).rename((folder / place).with_name(os.fsdecode(name)))


def _rights(place: str, rights: int) -> Change:
    return lambda folder: (folder / place).chmod(rights)


def _link_out(place: str) -> Change:
    """What stands there is moved out of the folder, and a link leads to it."""

    def change(folder: Path) -> None:
        outside = folder.with_name("outside")
        (folder / place).rename(outside)
        (folder / place).symlink_to(outside)

    return change


def _link_inside(place: str, kept: str) -> Change:
    def change(folder: Path) -> None:
        (folder / place).rename(folder / kept)
        (folder / place).symlink_to(folder / kept)

    return change


def _loop(path: Path) -> None:
    path.symlink_to(path.name)


MADE: dict[str, Change] = {
    "device-by-a-link": _instead(PRICES, lambda path: path.symlink_to("/dev/zero")),
    "file-for-the-data-folder": _instead("data", Path.touch),
    "file-for-the-folder": _instead("", Path.touch),
    "file-for-the-folder-of-figures": _instead("data/observations", Path.touch),
    "file-name-with-a-line-break": _renamed(OBSERVED, b"in\ndustry.csv"),
    "file-name-with-a-turn-of-direction": _renamed(OBSERVED, "in\u202edustry.csv".encode()),
    "file-name-that-is-not-utf-8": _renamed(OBSERVED, b"in\xffdustry.csv"),
    "file-like-another": _added("data/event.yaml"),
    "file-like-no-other": _added("data/zzz.csv"),
    "file-without-rights": _rights(SOURCES, 0),
    "folder-for-a-file": _instead(PROMISED, Path.mkdir),
    "folder-that-may-not-be-listed": _rights("data/observations", 0o311),
    "folder-without-rights": _rights("data", 0),
    "link-in-a-circle": _instead(SOURCES, _loop),
    "link-out-of-the-folder": _link_out(SOURCES),
    "link-of-the-data-folder-out": _link_out("data"),
    "link-of-the-folder-of-figures-out": _link_out("data/observations"),
    "link-to-nothing": _instead(EVENTS, lambda path: path.symlink_to("gone.yaml")),
    "link-to-a-file-of-the-folder": _link_inside(EVENTS, "events-kept-here"),
    "no-data-folder": _without("data"),
    "no-folder": _without(""),
    "no-folder-of-figures": _without("data/observations"),
    "no-promises": _without(PROMISED),
    "no-sources": _without(SOURCES),
    "pipe-for-a-file": _instead(PRICES, os.mkfifo),
    "yaml-among-the-figures": _added("data/observations/industry.yml"),
}
