"""Reads folders, each in a process of its own that is small at first, and says what it took.

In: a line of JSON ``[way, folder]`` on standard input. Out: a line of JSON with the problems, or the exception that
came instead, and the processor time (s) and most memory (MB) that reading took. Processor time, so that a busy machine
changes nothing; a small process, because the memory of the tests themselves would count in theirs.
"""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import process_time
from typing import Any

from metrics.records import read, read_files

ROOT = Path(__file__).parents[2]
ENDLESS = 20  # s; a reader that takes longer is stopped, so that the test fails and does not hang
HUGE = 2 << 30  # bytes of address space, for the same reason
NOBODY = 65534  # file rights do not bind root


@dataclass(frozen=True)
class Answer:
    """What a reader said, and what it took."""

    problems: list[str]
    failure: str
    seconds: float
    megabytes: float


class Reader:
    """A process that reads folders on demand."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.records.measured"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def read(self, way: str, folder: Path) -> Answer:
        """Read a folder: ``way`` is a key of :data:`WAYS`."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps([way, str(folder)]) + "\n")
        self._process.stdin.flush()
        return Answer(**json.loads(self._process.stdout.readline()))

    def close(self) -> None:
        self._process.communicate()


def _in_memory(folder: Path) -> Any:
    return read_files(
        {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file()
        }
    )


WAYS: dict[str, Callable[[Path], Any]] = {"folder": read, "memory": _in_memory}


def _child(way: str, folder: Path, out: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (ENDLESS, ENDLESS))
    resource.setrlimit(resource.RLIMIT_AS, (HUGE, HUGE))
    if not os.geteuid():
        os.setegid(NOBODY)
        os.seteuid(NOBODY)
    told: list[str] = []
    failure = ""
    start = process_time()
    try:
        told = [str(problem) for problem in WAYS[way](folder)[1]]
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is what the test asks for
        failure = repr(error)
    seconds = process_time() - start
    with os.fdopen(out, "w", encoding="utf-8") as pipe:
        json.dump({"problems": told, "failure": failure, "seconds": seconds}, pipe)


def _measure(way: str, folder: Path) -> dict[str, Any]:
    incoming, outgoing = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(incoming)
            _child(way, folder, outgoing)
        finally:
            os._exit(0)
    os.close(outgoing)
    with os.fdopen(incoming, encoding="utf-8") as pipe:
        said = pipe.read()
    _, status, used = os.wait4(child, 0)
    answer = (
        json.loads(said) if said else {"problems": [], "failure": f"ended by {status}", "seconds": ENDLESS}
    )
    return {**answer, "megabytes": used.ru_maxrss / 1024}


def serve() -> None:
    """Answer one line after another until there are no more."""
    for way in WAYS.values():  # what is imported once is not measured again
        way(ROOT / "tests" / "faults" / "base")
    "\n".encode("unicode_escape")  # nobody may not be able to read Python's own files
    for line in sys.stdin:
        way, folder = json.loads(line)
        sys.stdout.write(json.dumps(_measure(way, Path(folder))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    serve()
