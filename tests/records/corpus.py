"""The corpus of faults: each folder of ``tests/faults/`` is one fault, laid over one small plan that is in order.

``tests/faults/README.md`` says how to add one. What git cannot hold (a pipe, a link, 10 MB) is made by the recipe
of the same name in ``recipes.py``.
"""

import ast
import shutil
from pathlib import Path

from metrics.records.fault import FAULTS as KINDS
from tests.records.recipes import MADE, WRITTEN

FAULTS = Path(__file__).parents[1] / "faults"
ROOT = Path(__file__).parents[2] / "metrics"
BASE = FAULTS / "base"
TOLD = "expected.txt"
REST = "..."  # a line of it that stands for any number of lines
IN_ORDER = ["in order"]  # what ``expected.txt`` says of files that are no fault, however odd they look

NAMES = sorted(path.name for path in FAULTS.iterdir() if path.is_dir() and path != BASE)
#: Faults of files; the others are faults of what stands in the place of a file, which nobody can upload.
PLAIN = [name for name in NAMES if name not in MADE]
TEXTS = {path.relative_to(BASE).as_posix(): path.read_bytes().decode() for path in sorted(BASE.rglob("*.*"))}


def stored(name: str) -> dict[str, Path]:
    """The files of a fault that the corpus holds, by their path inside the folder of the plan."""
    own = FAULTS / name
    return {
        path.relative_to(own).as_posix(): path
        for path in sorted(own.rglob("*"))
        if path.is_file() and path != own / TOLD
    }


def lay(name: str, folder: Path) -> None:
    """Write the small plan into a folder, and the fault over it."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    for place, path in stored(name).items():
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, folder / place)
    for place, content in WRITTEN[name]().items() if name in WRITTEN else ():
        (folder / place).write_bytes(content)
    if name in MADE:
        MADE[name](folder)


def expected(name: str) -> list[str]:
    """What is said, a line each; ``{folder}`` stands for the path of the folder."""
    return (FAULTS / name / TOLD).read_text("utf-8").splitlines()


def told(name: str, problems: list[str], folder: Path) -> list[str]:
    """What was said, written as :func:`expected` writes it."""
    lines = [problem.replace(str(folder), "{folder}") for problem in problems] or IN_ORDER
    wanted = expected(name)
    if REST not in wanted:
        return lines
    before = wanted.index(REST)
    after = len(wanted) - before - 1
    return [*lines[:before], REST, *lines[len(lines) - after :]]


def of_releases() -> set[str]:
    """The kinds that only a publisher's file can have."""
    modules = {
        room: [path.relative_to(ROOT).with_suffix("").as_posix() for path in (ROOT / room).rglob("*.py")]
        for room in ("records", "releases")
    }
    return kinds_of(*modules["releases"]) - kinds_of(*modules["records"])


def kinds_of(*modules: str) -> set[str]:
    """The kinds of faults that some modules name."""
    trees = [ast.parse((ROOT / f"{module}.py").read_text("utf-8")) for module in modules]
    return {one.value for tree in trees for one in ast.walk(tree) if isinstance(one, ast.Constant)} & set(
        KINDS
    )
