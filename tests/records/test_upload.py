"""Files that somebody sends: each stands at its place, or is told in words why not; bombs and broken zips do no harm."""

import stat
import struct
import tracemalloc
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import PurePosixPath
from time import process_time
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from metrics.records.folder import LARGEST_FILE
from metrics.records.upload import (
    LARGEST,
    LONGEST_NAME,
    MB,
    MOST_ENTRIES,
    MOST_FILES,
    MOST_LINES,
    limits,
    place_of,
    unpack,
)
from tests.records.corpus import TEXTS, kinds_of

FILES = {name: text.encode() for name, text in TEXTS.items()}
LONGEST_S, MOST_MB = 2, 100
AGAIN = "pack the folder of the plan anew"


def packed(
    entries: Iterable[tuple[str | ZipInfo, bytes]], method: int = ZIP_DEFLATED, prefix: str = ""
) -> bytes:
    sink = BytesIO()
    with ZipFile(sink, "w", method) as opened:
        for name, data in entries:
            opened.writestr(name if isinstance(name, ZipInfo) else prefix + name, data)
    return sink.getvalue()


def renamed(name: str, stored: str) -> bytes:
    """A zip in which one name stands that zipfile itself would not write; both are equally long."""
    assert len(name.encode()) == len(stored.encode())
    return packed([(stored, b"x")]).replace(stored.encode(), name.encode())


def linked() -> bytes:
    link = ZipInfo("targets.yaml")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    return packed([(link, b"/etc/passwd")])


def locked() -> bytes:
    data = bytearray(packed([("targets.yaml", b"x")]))
    data[6] |= 1  # the flag in the entry's own head
    data[data.index(b"PK\x01\x02") + 8] |= 1  # and in the list
    return bytes(data)


def wrong_sum() -> bytes:
    data = bytearray(packed([("targets.yaml", b"as_of: 2026-01-01\n" * 9)]))
    place = data.index(b"PK\x01\x02") + 16
    data[place : place + 4] = b"\0\0\0\0"
    data[14:18] = b"\0\0\0\0"
    return bytes(data)


def lying() -> bytes:
    """A zip that declares one byte and from which 60 MB would come."""
    data = bytearray(packed([("targets.yaml", b"\0" * 60 * MB)]))
    place = data.index(b"PK\x01\x02") + 24
    data[place : place + 4] = struct.pack("<I", 1)
    data[22:26] = struct.pack("<I", 1)
    return bytes(data)


def overlapping() -> bytes:
    """A zip whose list names the same bytes twice."""
    data = bytearray(packed([("a.csv", b"id\n" * 50), ("b.csv", b"id\n" * 50)]))
    second = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    data[second + 42 : second + 46] = struct.pack("<I", 0)
    return bytes(data)


Sent = list[tuple[str, bytes]]
FAULTS: dict[str, tuple[Callable[[], Sent], str]] = {
    "same_file": (
        lambda: [("industry.csv", b"id\n"), ("data/observations/industry.csv", b"id\n")],
        (
            "data/observations/industry.csv: this would stand at data/observations/industry.csv, as industry.csv does; "
            "send one of them"
        ),
    ),
    "many_files": (
        lambda: [(f"f{n}.csv", b"id\n") for n in range(MOST_FILES + 1)],
        "201 files were sent, and at most 200 are read; put families together",
    ),
    "too_much": (
        lambda: [(f"f{n}.csv", b"x" * 9 * MB) for n in range(3)],
        "the files have 27 MB together, and at most 20 MB are read; leave out what the plan does not need",
    ),
    "many_sent_lines": (
        lambda: [("claims.csv", b"\n" * (MOST_LINES + 1))],
        (
            "the files have 100,001 lines together, and at most 100,000 are checked here; leave rows out, or check the "
            "folder on your own machine with 'python -m metrics check FOLDER'"
        ),
    ),
    "too_large": (
        lambda: [("claims.csv", b"x" * (LARGEST_FILE * MB + 1))],
        "data/claims.csv: the file is larger than 10 MB; split it or leave rows out",
    ),
    "not_a_zip": (
        lambda: [("plan.zip", b"\x89PNG\r\n")],
        "plan.zip: this is a PNG picture, not a zip file; send the files themselves, or a zip of their folder",
    ),
    "broken_zip": (
        lambda: [("plan.zip", packed(FILES.items())[:-40])],
        f"plan.zip: the zip file is broken or cut off; {AGAIN}",
    ),
    "broken_entry": (
        lambda: [("plan.zip", wrong_sum())],
        f"plan.zip/targets.yaml: it does not come out as it was put in; {AGAIN}",
    ),
    "many_entries": (
        lambda: [("plan.zip", packed((f"{n}.csv", b"") for n in range(10_000)))],
        f"plan.zip: the zip lists 10,000 files, and at most 2,000 are looked at; {AGAIN}",
    ),
    "too_much_in_zip": (
        lambda: [("plan.zip", packed([("targets.yaml", b"\0" * 60 * MB)]))],
        (
            "plan.zip: 60 MB or more come out of the zip, and at most 20 MB are read; "
            "leave out what the plan does not need"
        ),
    ),
    "packed_too_tight": (
        lambda: [("plan.zip", packed([("targets.yaml", b"\0" * 15 * MB)]))],
        (
            "plan.zip: what comes out is more than 200 times as large as the zip, which no plan is; "
            "send the files themselves"
        ),
    ),
    "overlapping": (
        lambda: [("plan.zip", overlapping())],
        f"plan.zip: files in the zip lie over each other; {AGAIN}",
    ),
    "same_entry": (
        lambda: [("plan.zip", packed([("targets.yaml", b"a"), ("Targets.yaml", b"b")]))],
        f"plan.zip: Targets.yaml is in the zip twice, or once in capitals; {AGAIN}",
    ),
    "zip_in_zip": (
        lambda: [("plan.zip", packed([("data.zip", packed(FILES.items()))]))],
        "plan.zip/data.zip: packed files inside a zip are not opened; unpack it first",
    ),
    "locked_entry": (
        lambda: [("plan.zip", locked())],
        "plan.zip/targets.yaml: the file is locked with a password; pack it without one",
    ),
    "packed_oddly": (
        lambda: [("plan.zip", packed([("targets.yaml", b"x" * 99)], ZIP_BZIP2))],
        "plan.zip/targets.yaml: it is packed in a way that is not read here; pack it as a usual zip",
    ),
    "not_a_plain_file": (
        lambda: [("plan.zip", linked())],
        "plan.zip/targets.yaml: this is a link or a device, not a file; put the file itself in its place",
    ),
    "odd_sent_name": (
        lambda: [("targets\u202e.yaml", b"x")],
        "targets<U+202E>.yaml: the name holds U+202E, which no name needs; give it a plain name",
    ),
    "long_name": (
        lambda: [("a" * (LONGEST_NAME + 1) + ".csv", b"x")],
        f"{'a' * 80}…: the name is longer than 200 characters; give it a shorter name",
    ),
    "backslash": (
        lambda: [("plan.zip", renamed("data\\claims.csv", "data_claims.csv"))],
        "plan.zip/data\\claims.csv: the name holds a backslash; pack it with forward slashes",
    ),
    "leads_out": (
        lambda: [("plan.zip", packed([("../targets.yaml", b"x")]))],
        "plan.zip/../targets.yaml: the name leads out of the folder; pack the folder itself, from inside",
    ),
}


@pytest.mark.parametrize("kind", FAULTS)
def test_fault_of_what_is_sent_is_told_soon_in_little_memory_and_nothing_is_taken_over(kind: str) -> None:
    make, message = FAULTS[kind]
    sent = make()
    tracemalloc.start()
    start = process_time()
    found = unpack(sent)
    taken = process_time() - start
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [message] == [str(problem) for problem in found.problems]
    assert kind == found.problems[0].kind
    assert LONGEST_S > taken
    assert MOST_MB * MB > peak


def test_every_fault_of_an_upload_has_an_example() -> None:
    assert kinds_of("records/upload") == set(FAULTS)


@pytest.mark.parametrize(
    "name", ["/etc/targets.yaml", "a/../../targets.yaml", "C:/targets.yaml", "c:targets.yaml", ".."]
)
def test_name_that_leads_out_is_refused_alone_and_in_a_zip(name: str) -> None:
    assert ["leads_out"] == [one.kind for one in unpack([(name, b"x")]).problems]
    assert ["leads_out"] == [one.kind for one in unpack([("p.zip", packed([(name, b"x")]))]).problems]


def test_zip_that_lies_about_its_size_gives_no_more_than_is_read() -> None:
    found = unpack([("plan.zip", lying())])
    assert {} == dict(found.files)
    assert {"broken_entry", "too_much_in_zip"} & {one.kind for one in found.problems}


@pytest.mark.parametrize("prefix", ["", "my-plan/", "a/b/c/"])
def test_folders_around_everything_are_taken_off(prefix: str) -> None:
    found = unpack([("plan.zip", packed(FILES.items(), prefix=prefix))])
    assert (FILES, ()) == (dict(found.files), found.problems)


def test_copy_of_milepost_gives_its_plan_and_leaves_the_rest() -> None:
    entries = [(name.replace("data/", "metrics/data/"), data) for name, data in FILES.items()]
    more = [("README.md", b"x"), ("metrics/app/frame.py", b"x"), ("tests/faults/a/targets.yaml", b"x")]
    found = unpack([("milepost.zip", packed([*entries, *more], prefix="milepost-main/"))])
    assert (FILES, ()) == (dict(found.files), found.problems)
    assert 3 == len(found.left_out)


def test_what_systems_leave_in_folders_is_left_out() -> None:
    noise = ["__MACOSX/targets.yaml", ".DS_Store", "data/Thumbs.db", "data/~$claims.csv", "desktop.ini"]
    found = unpack([("plan.zip", packed([*FILES.items(), *((name, b"x") for name in noise)]))])
    assert (FILES, ()) == (dict(found.files), found.problems)
    assert set(noise) == set(found.left_out)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("targets.yaml", "targets.yaml"),
        ("targets.yml", "targets.yaml"),
        ("indicators.yaml", "data/indicators.yaml"),
        ("data/prices.csv", "data/prices.csv"),
        ("metrics/data/events.yaml", "data/events.yaml"),
        ("health.csv", "data/observations/health.csv"),
        ("observations/health.csv", "data/observations/health.csv"),
        ("metrics/data/observations/health.csv", "data/observations/health.csv"),
        ("eventz.yaml", "data/eventz.yaml"),
        ("notes/health.csv", None),
        ("picture.png", "data/picture.png"),
        ("data/logo.svg", "data/logo.svg"),
        ("observations/picture.png", None),
    ],
)
def test_file_stands_where_its_name_says(name: str, place: str | None) -> None:
    assert place == place_of(name)


def test_zip_without_its_ending_is_known_by_its_beginning() -> None:
    assert FILES == dict(unpack([("plan", packed(FILES.items()))]).files)


GOOD = packed(FILES.items(), prefix="plan/")


def sound(data: bytes) -> None:
    """Whatever comes out obeys the limits, under clean names inside the folder."""
    found = unpack([("plan.zip", data)])
    assert found.problems or not list(limits(found.files))
    for name in found.files:
        path = PurePosixPath(name)
        assert not path.is_absolute()
        assert ".." not in path.parts
        assert name.isprintable()
        assert len(name) <= LONGEST_NAME + len("data/observations/")
    assert sum(map(len, found.files.values())) <= LARGEST * MB
    assert all(str(problem) for problem in found.problems)


@given(some.binary(max_size=400))
def test_any_bytes_are_a_parcel_or_problems(data: bytes) -> None:
    sound(data)
    sound(b"PK\x03\x04" + data)


@settings(max_examples=300)
@given(
    some.lists(some.tuples(some.integers(0, len(GOOD) - 1), some.integers(0, 255)), min_size=1, max_size=6),
    some.integers(0, len(GOOD)),
)
def test_damaged_zip_is_a_parcel_or_problems(hits: list[tuple[int, int]], end: int) -> None:
    data = bytearray(GOOD)
    for place, value in hits:
        data[place] = value
    sound(bytes(data))
    sound(bytes(data[:end]))


def test_list_of_too_many_entries_is_counted_before_it_is_read() -> None:
    assert MOST_ENTRIES < packed((f"{n}", b"") for n in range(2001)).count(b"PK\x01\x02")


def test_zip_with_long_sizes_is_read() -> None:
    sink = BytesIO()
    with ZipFile(sink, "w") as opened, opened.open("targets.yaml", "w", force_zip64=True) as entry:
        entry.write(b"x")
    assert {"targets.yaml": b"x"} == dict(unpack([("plan.zip", sink.getvalue())]).files)


@pytest.mark.parametrize("name", ["targets.yaml", "data/claims.csv", "PLAN.ZIP", "plan.tar.gz"])
def test_packed_file_in_a_zip_is_not_opened_whatever_it_is_called(name: str) -> None:
    found = unpack([("plan.zip", packed([(name, packed([("targets.yaml", b"x")]))]))])
    assert ([f"plan.zip/{name}"], ["zip_in_zip"]) == (
        [one.file for one in found.problems],
        [one.kind for one in found.problems],
    )


def test_files_sent_before_a_zip_leave_less_room_for_it() -> None:
    loose = [(f"{n}.csv", bytes(9 * MB)) for n in range(2)]
    found = unpack([*loose, ("plan.zip", packed([("c.csv", bytes(9 * MB))], method=ZIP_STORED))])
    assert ["too_much_in_zip"] == [one.kind for one in found.problems]


@pytest.mark.parametrize("odd", ["\0", "\n", "\x1b", "\u2066", "\ud800"])
def test_character_that_no_name_needs_is_told_by_its_number(odd: str) -> None:
    shown = f"U+{ord(odd):04X}"
    assert [f"a<{shown}>.csv: the name holds {shown}, which no name needs; give it a plain name"] == [
        str(one) for one in unpack([(f"a{odd}.csv", b"x")]).problems
    ]


@given(some.lists(some.tuples(some.text(max_size=20), some.binary(max_size=9)), max_size=4))
def test_any_names_are_a_parcel_or_problems_told_on_one_line(sent: Sent) -> None:
    found = unpack(sent)
    assert all(name.isprintable() and ".." not in PurePosixPath(name).parts for name in found.files)
    assert all(str(one).isprintable() for one in found.problems)
