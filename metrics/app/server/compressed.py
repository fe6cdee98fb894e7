"""Files of the browser's part, compressed once and kept in memory.

In: the folder of Streamlit's own files, whose names carry a hash of what is in them. Out: middleware that answers for
those that compress. Streamlit sends them as they are, three times as large: with each of them it would have to be
done again.
"""

import asyncio
import gzip
import mimetypes
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

#: Kinds of files that become much smaller; pictures and fonts are compressed already.
KINDS = frozenset({".js", ".css", ".svg", ".json"})

#: A file whose name carries its hash never changes.
FOREVER = "public, max-age=31536000, immutable"


class PackedFile:
    """The bytes of a file, compressed when they are first asked for."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = asyncio.Lock()
        self._packed: bytes | None = None

    async def packed(self) -> bytes:
        """The file as gzip.

        Raises:
            OSError: the file cannot be read.
        """
        async with self._lock:  # two readers who come at once do not compress it twice
            if self._packed is None:
                self._packed = await asyncio.to_thread(self._pack)
            return self._packed

    def _pack(self) -> bytes:
        return gzip.compress(self.path.read_bytes(), compresslevel=9, mtime=0)

    async def response(self, accepted: str) -> Response:
        """The file for a browser that accepts these encodings."""
        headers = {"Cache-Control": FOREVER, "Vary": "Accept-Encoding"}
        kind = mimetypes.guess_type(self.path.name)[0] or "application/octet-stream"
        if "gzip" not in accepted:
            content = await asyncio.to_thread(self.path.read_bytes)
            return Response(content, media_type=kind, headers=headers)
        headers["Content-Encoding"] = "gzip"
        return Response(await self.packed(), media_type=kind, headers=headers)


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
