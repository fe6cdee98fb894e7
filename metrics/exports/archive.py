"""A zip of files: the same files give the same bytes.

In: names and bytes. Out: the bytes of a zip; no clock is read, and the files stand in the order given.
"""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can name
_MODE = 0o100644 << 16  # an ordinary file that everybody may read


def archive(files: Mapping[str, bytes]) -> bytes:
    """The zip of these files.

    >>> archive({"a.txt": b"A"}) == archive({"a.txt": b"A"})
    True
    """
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name, data in files.items():
            info = ZipInfo(name, _EARLIEST)
            info.compress_type, info.create_system, info.external_attr = ZIP_DEFLATED, 3, _MODE
            made.writestr(info, data)
    return out.getvalue()


def undated(data: bytes) -> bytes:
    """A zip with no time of day in it.

    >>> undated(archive({"a.txt": b"A"})) == archive({"a.txt": b"A"})
    True
    """
    with ZipFile(BytesIO(data)) as given:
        return archive({name: given.read(name) for name in given.namelist()})
