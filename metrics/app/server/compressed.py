"""Files of the browser's part, compressed once and kept.

In: the folder of Streamlit's own files, whose names carry a hash of what is in them. Out: middleware that answers for
those that compress. Streamlit sends them as they are, three times as large: with each of them it would have to be
done again. Brotli makes them a fifth smaller than gzip and takes seconds for it: a thread of its own does it behind the
first visit, which gets gzip, and a folder of the machine keeps it for the next start.
"""

import asyncio
import gzip
import hashlib
import mimetypes
import os
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

import brotli
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

#: Kinds of files that become much smaller; pictures and fonts are compressed already.
KINDS = frozenset({".js", ".css", ".svg", ".json"})

#: A file whose name carries its hash never changes.
FOREVER = "public, max-age=31536000, immutable"

#: Of brotli: the script of plotly becomes 1.13 MB; with 9 it is 1.23, and with gzip 1.47.
QUALITY = 10


class PackedFile:
    """The bytes of a file, compressed when they are first asked for."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = asyncio.Lock()
        self._gzip: bytes | None = None
        self._brotli: bytes | None = None
        self._waiting = False  # for brotli, or done with it

    async def response(self, accepted: str) -> Response:
        """The file for a browser that accepts these encodings; with brotli as soon as that is done.

        Raises:
            OSError: the file cannot be read.
        """
        headers = {"Cache-Control": FOREVER, "Vary": "Accept-Encoding"}
        kind = mimetypes.guess_type(self.path.name)[0] or "application/octet-stream"
        if "gzip" not in accepted:
            content = await asyncio.to_thread(self.path.read_bytes)
            return Response(content, media_type=kind, headers=headers)
        async with self._lock:  # two readers who come at once do not compress it twice
            takes_brotli = "br" in accepted.replace(" ", "").split(",")
            if takes_brotli and not self._waiting:
                self._waiting = True
                await asyncio.to_thread(self._find_brotli)
            packed = self._brotli if takes_brotli else None
            if packed is None and self._gzip is None:
                self._gzip = await asyncio.to_thread(self._pack)
        headers["Content-Encoding"] = "br" if packed else "gzip"
        return Response(packed or self._gzip, media_type=kind, headers=headers)

    def _pack(self) -> bytes:
        return gzip.compress(self.path.read_bytes(), compresslevel=9, mtime=0)

    def _find_brotli(self) -> None:
        content = self.path.read_bytes()
        with suppress(OSError, RuntimeError, brotli.error):
            found = _place(content).read_bytes()
            self._brotli = found if brotli.decompress(found) == content else None
        if self._brotli is None:
            WAITING.put(self)

    def pack_brotli(self) -> None:
        """Compress with brotli, and keep it for the next start where a folder can be written.

        Raises:
            OSError: the file cannot be read.
        """
        content = self.path.read_bytes()
        self._brotli = brotli.compress(content, quality=QUALITY)
        with suppress(OSError, RuntimeError):
            place = _place(content)
            place.parent.mkdir(parents=True, exist_ok=True)
            handle, written = tempfile.mkstemp(dir=place.parent)
            with os.fdopen(handle, "wb") as file:
                file.write(self._brotli)
            Path(written).replace(place)  # whole or not at all


#: What the thread of :func:`packing` has still to compress.
WAITING: SimpleQueue[PackedFile] = SimpleQueue()


@asynccontextmanager
async def packing(app: object) -> AsyncIterator[None]:  # noqa: ARG001  # what Streamlit hands over
    """Compress what waits, one file after another, while the server runs."""
    Thread(target=_pack_waiting, name="brotli", daemon=True).start()
    yield


def _pack_waiting() -> None:
    while True:
        with suppress(OSError):  # the file is gone: so is whoever would ask for it
            WAITING.get().pack_brotli()


def _place(content: bytes) -> Path:
    """Where the compressed bytes of a content are kept.

    Raises:
        RuntimeError: nobody knows where the home of this user is.
    """
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return cache / "milepost" / f"{hashlib.sha256(content).hexdigest()}.{QUALITY}.br"


class CompressedFiles:
    """Middleware that sends the files of a folder compressed; every other request goes on to Streamlit."""

    def __init__(self, app: ASGIApp, folder: Path, prefix: str) -> None:
        self._app = app
        self._files = {
            f"{prefix}/{path.relative_to(folder).as_posix()}": PackedFile(path)
            for path in folder.rglob("*")
            if path.suffix in KINDS
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or hand the request on; a part of a file is never compressed."""
        file = self._files.get(scope["path"]) if scope["type"] == "http" else None
        asked = Headers(scope=scope) if file else Headers()
        accepted = asked.get("accept-encoding", "")
        if (
            file is None
            or scope["method"] not in {"GET", "HEAD"}
            or "range" in asked
            or "gzip" not in accepted
        ):
            await self._app(scope, receive, send)
            return
        response = await file.response(accepted)
        await response(scope, receive, send)
