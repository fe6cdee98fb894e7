"""Files in memory: a plan that somebody pasted or sent, and that is written nowhere.

In: the bytes of each file by its path inside the folder. Out: what :class:`~metrics.records.folder.Folder` gives
for a folder on disk, with the same problems in the same words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from metrics.records.folder import HOLDS, DataFile, Layout, whole
from metrics.records.problem import Report


@dataclass(frozen=True)
class FilesInMemory(Layout):
    """The files of a plan by their paths, with forward slashes."""

    contents: Mapping[str, bytes]

    def has(self, name: str) -> bool:
        """Whether a file stands there, or anything below it."""
        return name in self.contents or self.is_folder(name)

    def is_folder(self, name: str) -> bool:
        """Whether a file stands below that name; the folder of the figures may be empty, as any plan may be new."""
        if name.endswith("/observations"):
            return name not in self.contents
        return any(one.startswith(f"{name}/") for one in self.contents)

    def closed(self, folder: str) -> tuple[str, str | None] | None:  # noqa: ARG002 - as on disk
        """None: no rights and no links in memory."""
        return None

    def listed(self, folder: str) -> list[str]:
        """The names of the files in a folder."""
        paths = (PurePosixPath(one) for one in self.contents)
        return sorted(
            path.name
            for path in paths
            if str(path.parent) == folder and not path.name.startswith((".", "~$"))
        )

    def bytes_of(self, file: DataFile, report: Report) -> bytes | None:
        """The bytes of a file; None, with a problem, if there is no such file or nothing stands in it."""
        data = self.contents.get(file.label)
        if data is None:
            kind = "folder_for_file" if self.is_folder(file.label) else "no_file"
            report.add(kind, file.label, holds=HOLDS[file.role])
            return None
        return whole(data, file, report)
