"""The new folder: whole or not at all.

In: a path. Out: a folder with the files of the starter, and with the schemas that editors complete them by, so that
it can be taken anywhere. It is written under a hidden name beside its place, or inside the folder if that is there and
empty, and takes its name when it is whole.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EEXIST, ENOTDIR
from pathlib import Path
from shutil import copyfile, rmtree
from tempfile import mkdtemp

from metrics.exports.output_file import masked
from metrics.records.contents import YAML

FILES = Path(__file__).parent / "files"
SCHEMAS = Path(__file__).parents[2] / "schema"
SCHEMA = "schema"  # the folder inside the new one; the first line of each YAML file points there

_MODE = 0o777  # for a new folder


def write_starter(folder: Path) -> None:
    """Write the starter to ``folder``, which is made where it is missing, and the folders above it as well.

    Raises:
        FileExistsError: there is a file in its place, or a folder that holds something.
        OSError: it cannot be written. What was begun is taken away again.
    """
    if folder.is_dir() and not any(folder.iterdir()):
        _fill(folder)
    elif os.path.lexists(folder):
        raise FileExistsError(EEXIST, os.strerror(EEXIST), str(folder))
    else:
        _make(folder)


def _make(folder: Path) -> None:
    """The folder anew, with the rights that a folder gets here."""
    home = folder.absolute().parent
    with _room(home):
        draft = Path(mkdtemp(dir=home, prefix=f".{folder.name[:60]}."))
        try:
            _copy(draft)
            draft.chmod(masked(_MODE))
            draft.rename(folder)
        except BaseException:
            rmtree(draft, ignore_errors=True)
            raise


def _fill(folder: Path) -> None:
    """The files into an empty folder, which keeps its owner and its rights."""
    draft = Path(mkdtemp(dir=folder, prefix=".new."))
    try:
        _copy(draft)
        for one in sorted(draft.iterdir()):
            one.rename(folder / one.name)
        draft.rmdir()
    except BaseException:
        for one in folder.iterdir():  # it was empty
            if one.is_dir():
                rmtree(one, ignore_errors=True)
            else:
                one.unlink(missing_ok=True)
        raise


@contextmanager
def _room(home: Path) -> Iterator[None]:
    """A folder and those above it, made for a block; if the block fails, those that were missing go again."""
    missing = [one for one in (home, *home.parents) if not os.path.lexists(one)]
    if not missing and not home.is_dir():
        raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR), str(home))
    try:
        home.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        for one in missing:
            with suppress(OSError):  # never made, or in use by now
                one.rmdir()
        raise


def _copy(folder: Path) -> None:
    copies = {path.relative_to(FILES): path for path in FILES.rglob("*.*")}
    for file in YAML:
        schema = f"{Path(file).stem}.schema.json"
        copies[Path(SCHEMA, schema)] = SCHEMAS / schema
    for name, original in copies.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        copyfile(original, place)  # without the rights of the original, which may be read-only
