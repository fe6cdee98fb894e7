"""The folder of a plan on disk: a release is written into it whole or not at all, and taken out again.

In: the path of the folder. Out: the bytes of its files, and files written or removed.
"""

from collections.abc import Mapping
from pathlib import Path

from metrics.exports.output_file import write_output
from metrics.records.folder import OBSERVED, Folder
from metrics.records.problem import Report
from metrics.releases.preview import REGISTER


def files_of(folder: Path) -> tuple[dict[str, bytes], str]:
    """The bytes of the files of a folder by their paths in it, and the path of its data folder."""
    found = Folder(folder)
    read = {file.label: found.bytes_of(file, Report()) for file in found.files if found.has(file.label)}
    return {name: data for name, data in read.items() if data is not None}, found.data


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write all files or none.

    Raises:
        OSError: one of them cannot be written; those that stood there stand there still.
    """
    before = {name: place.read_bytes() if (place := folder / name).exists() else None for name in files}
    done: list[str] = []
    try:
        for name, data in files.items():
            write_output(folder / name, data)
            done.append(name)
    except OSError:
        for name in done:
            _restore(folder / name, before[name])
        raise


def undo(folder: Path, release: str) -> None:
    """Take a release out again: its file of figures, and its line of the register.

    Raises:
        KeyError: there is no such release.
        OSError: one of the files cannot be changed.
    """
    data = folder / Folder(folder).data
    register = data / REGISTER
    lines = register.read_bytes().splitlines(keepends=True) if register.exists() else []
    kept = [line for line in lines if not line.startswith(f"{release},".encode())]
    if len(kept) == len(lines):
        raise KeyError(release)
    (data / OBSERVED / f"{release}.csv").unlink(missing_ok=True)
    if len(kept) > 1:
        write_output(register, b"".join(kept))
    else:  # the names of the columns alone
        register.unlink()


def _restore(place: Path, data: bytes | None) -> None:
    if data is None:
        place.unlink()
    else:
        write_output(place, data)
