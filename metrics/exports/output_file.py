"""The output file: whole or not at all.

In: a path and bytes. Out: a file with these bytes. An ordinary file is replaced, as ``cp`` does it, in one step:
whoever reads it meanwhile sees the old file or the new one, and a write that fails leaves the old one as it
was. A link is followed; a device or a pipe is written to.
"""

import os
from errno import EISDIR
from pathlib import Path
from stat import S_IMODE
from tempfile import NamedTemporaryFile

_MODE = 0o666  # for a new file


def write_output(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, in place of what is there.

    Raises:
        OSError: the folder does not exist, ``path`` is a folder, or it cannot be written.
    """
    place = Path(os.path.realpath(path))
    if place.is_dir():
        raise IsADirectoryError(EISDIR, os.strerror(EISDIR), str(path))
    if place.exists() and not place.is_file():
        with place.open("wb") as device:
            device.write(data)
        return
    with NamedTemporaryFile(dir=place.parent, prefix=f".{place.name[:60]}.", delete=False) as draft:
        written = Path(draft.name)
        try:
            draft.write(data)
            draft.close()  # Windows replaces no file that is open
            written.chmod(_mode(place))
            written.replace(place)
        except BaseException:
            draft.close()
            written.unlink(missing_ok=True)
            raise


def _mode(place: Path) -> int:
    """The rights of the file that is replaced, or those of a new one."""
    return S_IMODE(place.stat().st_mode) if place.exists() else masked(_MODE)


def masked(mode: int) -> int:
    """Rights, less what the user's mask takes away."""
    mask = os.umask(0)
    os.umask(mask)
    return mode & ~mask
