"""An upload: files that somebody sends become the files of a plan, each at its place, and nothing is written.

In: names and bytes as they were sent, zip files among them. Out: a :class:`Upload`: the bytes by their place inside the
folder, what was left out, and a :class:`Problem` for everything that is too large, too many or not to be trusted. A zip
is counted while it is read; what its headers declare is believed only where that makes it refused.
"""

import re
import stat
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from types import MappingProxyType
from unicodedata import category
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

from metrics.records.detail import Detail
from metrics.records.folder import HOLDS, LARGEST_FILE, OBSERVED, PICTURES, PROMISED
from metrics.records.problem import Problem

MB = 10**6
LARGEST = 20  # MB of all files together; those that come with Milepost are 0.6 MB
MOST_FILES = 200  # that are read; Milepost itself has about 20
MOST_LINES = 100_000  # in all files together: more take longer to check than a reader waits
MOST_ENTRIES = 2000  # of a zip: a whole copy of Milepost has about 700
MOST_RATIO = 200  # unpacked to packed; tables of figures shrink to a tenth, at most to a fiftieth
FREE_OF_RATIO = 1  # MB: what is smaller may shrink as it likes
LONGEST_NAME = 200  # characters

_DATA = "data"
_PLACES = {  # folder as sent -> folder of the plan; "": by the name of the file
    **dict.fromkeys((".", _DATA, "metrics/data"), ""),
    **dict.fromkeys((OBSERVED, f"{_DATA}/{OBSERVED}", f"metrics/{_DATA}/{OBSERVED}"), f"{_DATA}/{OBSERVED}"),
}
_READ = (".yaml", ".yml", ".csv", *PICTURES)
_THEME = f"{_DATA}/theme.yaml"
_PACKED = (".zip", ".gz", ".tgz", ".bz2", ".xz", ".7z", ".rar", ".tar")
_ZIP_BEGINS = b"PK\x03\x04"
_ENTRY_BEGINS = b"PK\x01\x02"
_BEGINNINGS = {
    b"\x89PNG": Detail("format.png"),
    b"\xff\xd8\xff": Detail("format.jpeg"),
    b"%PDF": Detail("format.pdf"),
    b"\x1f\x8b": Detail("format.gzip"),
    b"7z\xbc\xaf": Detail("format.seven_zip"),
    b"Rar!": Detail("format.rar"),
    b"<": Detail("format.web_page"),
}
_BROKEN = (
    *(BadZipFile, LargeZipFile, zlib.error, struct.error, EOFError, OSError),
    *(RuntimeError, ValueError, LookupError, OverflowError, TypeError),
)
_STEP = 1 << 16  # bytes read at once
_SHOWN = 80  # characters of a name that a message repeats


@dataclass(frozen=True, slots=True)
class Upload:
    """What was sent, unpacked."""

    files: Mapping[str, bytes]  # by place inside the folder
    problems: tuple[Problem, ...]
    left_out: tuple[str, ...]  # names that nothing reads and that do no harm


@dataclass(frozen=True, slots=True)
class _Sent:
    path: PurePosixPath  # without the folders around everything
    called: str  # in messages
    data: bytes


def unpack(sent: Iterable[tuple[str, bytes]]) -> Upload:
    r"""The files of a plan among what was sent, and everything that speaks against them.

    Args:
        sent: name and bytes of each file; a zip file stands for the files in it.

    >>> found = unpack([("targets.yaml", b"as_of: 2026-01-01\n"), ("industry.csv", b"id\n"), ("photo.png", b"x")])
    >>> sorted(found.files), found.left_out, found.problems
    (['data/observations/industry.csv', 'targets.yaml'], ('photo.png',), ())
    >>> str(unpack([("plan.zip", b"\x89PNG....")]).problems[0])
    'plan.zip: this is a PNG picture, not a zip file; send the files themselves, or a zip of their folder'
    """
    problems: list[Problem] = []
    left_out: list[str] = []
    loose: list[_Sent] = []
    room = LARGEST * MB
    for name, data in sent:
        if _is_zip(name, data):
            found = _Zip(name, data, room, problems, left_out).files()
        else:
            found = list(_loose(name, data, problems, left_out))
        room -= sum(len(one.data) for one in found)
        loose += found
    files: dict[str, bytes] = {}
    first: dict[str, str] = {}
    for one in loose:
        place = _place(one.path)
        if place is None:
            left_out.append(one.called)
        elif place.casefold() in first:
            problems.append(_problem("same_file", one.called, other=first[place.casefold()], place=place))
        else:
            first[place.casefold()] = one.called
            files[place] = one.data
    for place in [one for one in files if one.endswith(PICTURES)]:  # a picture is of use to a theme alone
        if PurePosixPath(place).name.encode() not in files.get(_THEME, b""):
            left_out.append(place.removeprefix(f"{_DATA}/"))
            del files[place]
    problems += limits(files)
    return Upload(MappingProxyType(files), tuple(problems), tuple(dict.fromkeys(left_out)))


def place_of(name: str) -> str | None:
    """Where a file of that name stands in a plan; None: nothing reads it.

    >>> place_of("industry.csv"), place_of("sources.yaml"), place_of("metrics/data/claims.csv"), place_of("a.txt")
    ('data/observations/industry.csv', 'data/sources.yaml', 'data/claims.csv', None)
    """
    return _place(PurePosixPath(name))


def _place(path: PurePosixPath) -> str | None:
    around = _PLACES.get(str(path.parent))
    name = path.with_suffix(".yaml").name if path.suffix.lower() == ".yml" else path.name
    if around is None or path.suffix.lower() not in _READ:
        return None
    if path.suffix.lower() in PICTURES:
        return f"{_DATA}/{name}" if around == "" else None
    if around:
        return f"{around}/{name}"
    if name == PROMISED:
        return name
    if name in HOLDS or path.suffix.lower() != ".csv":
        return f"{_DATA}/{name}"
    return f"{_DATA}/{OBSERVED}/{name}"


def limits(files: Mapping[str, bytes]) -> Iterator[Problem]:
    r"""What of the files together, and of each, is too much to be checked.

    >>> [one.kind for one in limits({"targets.yaml": b"\n" * 150_000})]
    ['many_sent_lines']
    """
    if len(files) > MOST_FILES:
        yield _problem("many_files", "", found=f"{len(files):,}", limit=f"{MOST_FILES:,}")
    size = sum(map(len, files.values()))
    if size > LARGEST * MB:
        yield _problem("too_much", "", found=_mb(size), limit=str(LARGEST))
    lines = sum(data.count(b"\n") for data in files.values())
    if lines > MOST_LINES:
        yield _problem("many_sent_lines", "", found=f"{lines:,}", limit=f"{MOST_LINES:,}")
    for place, data in files.items():
        if len(data) > LARGEST_FILE * MB:
            yield _problem("too_large", place, limit=str(LARGEST_FILE))


def _is_zip(name: str, data: bytes) -> bool:
    ending = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    return ending == ".zip" or (data.startswith(_ZIP_BEGINS) and ending in ("", *_READ))


def _loose(name: str, data: bytes, problems: list[Problem], left_out: list[str]) -> Iterator[_Sent]:
    """A file that was sent by itself."""
    fault = _name_fault(name)
    if fault:
        problems.append(_problem(fault[0], name, **fault[1]))
    elif _is_noise(PurePosixPath(name)):
        left_out.append(_called(name))
    else:
        yield _Sent(PurePosixPath(name), _called(name), data)


class _Zip:
    """One zip file while it is read."""

    def __init__(
        self, name: str, data: bytes, room: int, problems: list[Problem], left_out: list[str]
    ) -> None:
        self._name, self._data, self._room = name, data, room
        self._problems, self._left_out = problems, left_out

    def files(self) -> list[_Sent]:
        """The files in it that can be read; none of them if anything speaks against the whole."""
        if not self._data.startswith(b"PK"):
            what = next((kind for mark, kind in _BEGINNINGS.items() if self._data.startswith(mark)), None)
            self._tell("not_a_zip", what=what or Detail("format.other"))
            return []
        entries = self._data.count(_ENTRY_BEGINS)
        if (
            entries > MOST_ENTRIES
        ):  # counted before the list is read: reading it is what a long one makes slow
            self._tell("many_entries", found=f"{entries:,}", limit=f"{MOST_ENTRIES:,}")
            return []
        try:
            with ZipFile(BytesIO(self._data)) as opened:
                return self._read(opened)
        except _BROKEN:
            self._tell("broken_zip")
            return []

    def _read(self, opened: ZipFile) -> list[_Sent]:
        infos = [one for one in opened.infolist() if not one.is_dir()]
        before = len(self._problems)
        self._whole(infos)
        wanted = self._unwrapped([one for one in infos if self._is_fit(one)])
        if len(self._problems) > before:
            return []
        found: list[_Sent] = []
        for path, info in wanted:
            called = _called(info.orig_filename)
            if _place(path) is None:
                self._left_out.append(called)
                continue
            data = self._bytes(opened, info)
            if data is None:
                break
            found.append(_Sent(path, called, data))
        return [] if len(self._problems) > before else found

    def _whole(self, infos: list[ZipInfo]) -> None:
        """What speaks against the zip as a whole, by its own account of itself."""
        declared = sum(one.file_size for one in infos)
        if declared > LARGEST * MB:
            self._tell("too_much_in_zip", found=_mb(declared), limit=str(LARGEST))
        elif declared > max(FREE_OF_RATIO * MB, MOST_RATIO * len(self._data)):
            self._tell("packed_too_tight", limit=str(MOST_RATIO))
        ends = 0
        for one in sorted(infos, key=lambda info: info.header_offset):
            if one.header_offset < ends:
                self._tell("overlapping")
                break
            ends = one.header_offset + one.compress_size
        seen: dict[str, str] = {}
        for one in infos:
            earlier = seen.setdefault(one.orig_filename.casefold(), one.orig_filename)
            if len(seen) <= MOST_ENTRIES and earlier is not one.orig_filename:
                self._tell("same_entry", found=_called(one.orig_filename))
                break

    def _is_fit(self, info: ZipInfo) -> bool:
        """Whether an entry may be read; what may not is reported, and what is noise is left out."""
        name, kind = info.orig_filename, stat.S_IFMT(info.external_attr >> 16)
        fault = _name_fault(name)
        if fault:
            self._tell(fault[0], name, **fault[1])
        elif _is_noise(PurePosixPath(name)):
            self._left_out.append(_called(name))
            return False
        elif kind not in (0, stat.S_IFREG):
            self._tell("not_a_plain_file", name)
        elif info.flag_bits & 0x1:
            self._tell("locked_entry", name)
        elif PurePosixPath(name).suffix.lower() in _PACKED:
            self._tell("zip_in_zip", name)
        elif info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            self._tell("packed_oddly", name)
        else:
            return True
        return False

    def _unwrapped(self, infos: list[ZipInfo]) -> list[tuple[PurePosixPath, ZipInfo]]:
        """The entries without the folders that stand around all of them."""
        paths = [PurePosixPath(one.orig_filename) for one in infos]
        while paths and all(len(path.parts) > 1 for path in paths):
            tops = {path.parts[0] for path in paths}
            if len(tops) > 1 or tops <= {_DATA, "metrics", OBSERVED}:
                break
            paths = [PurePosixPath(*path.parts[1:]) for path in paths]
        return list(zip(paths, infos, strict=True))

    def _bytes(self, opened: ZipFile, info: ZipInfo) -> bytes | None:
        """The bytes of an entry, counted while they come out."""
        found = bytearray()
        try:
            with opened.open(info) as entry:
                while step := entry.read(_STEP):
                    found += step
                    if len(found) > self._room:
                        self._tell("too_much_in_zip", found=_mb(LARGEST * MB), limit=str(LARGEST))
                        return None
        except _BROKEN:
            self._tell("broken_entry", info.orig_filename)
            return None
        if found.startswith(_ZIP_BEGINS):
            self._tell("zip_in_zip", info.orig_filename)
            return None
        self._room -= len(found)
        return bytes(found)

    def _tell(self, kind: str, entry: str = "", **details: str) -> None:
        if len(self._problems) < MOST_FILES:
            self._problems.append(
                _problem(kind, f"{_called(self._name)}/{entry}" if entry else self._name, **details)
            )


def _name_fault(name: str) -> tuple[str, dict[str, str]] | None:
    """What is wrong with a name by itself."""
    odd = next((c for c in name if category(c) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")), None)
    if odd:
        return "odd_sent_name", {"found": f"U+{ord(odd):04X}"}
    if len(name) > LONGEST_NAME:
        return "long_name", {"limit": str(LONGEST_NAME)}
    if "\\" in name:
        return "backslash", {}
    if name.startswith("/") or re.match("[A-Za-z]:", name) or ".." in PurePosixPath(name).parts:
        return "leads_out", {}
    return None if PurePosixPath(name).name else ("odd_sent_name", {"found": Detail("found.nothing")})


def _is_noise(path: PurePosixPath) -> bool:
    """What systems and spreadsheets leave in folders."""
    return path.name.lower() in ("thumbs.db", "desktop.ini") or any(
        part.startswith((".", "~$", "__MACOSX")) for part in path.parts
    )


def _problem(kind: str, name: str, **details: str) -> Problem:
    return Problem(kind, _called(name), details=tuple(details.items()))


def _called(name: str) -> str:
    """A name as a message repeats it: on one line, and of a length that can be read."""
    text = "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in name[:_SHOWN])
    return f"{text}…" if len(name) > _SHOWN else text


def _mb(size: int) -> str:
    return f"{size / MB:,.0f}"
