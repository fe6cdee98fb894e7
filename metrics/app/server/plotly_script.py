"""The script that draws the charts: the one that comes with the plotly package, under an address that names its content."""

import hashlib
from importlib.resources import files
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from metrics.app.server.compressed import PackedFile

_FILE = PackedFile(Path(str(files("plotly").joinpath("package_data/plotly.min.js"))))

#: Beside the pages, as none of them lies deeper than another.
PLOTLY = f"plotly.{hashlib.sha256(_FILE.path.read_bytes()).hexdigest()[:16]}.js"


async def plotly(request: Request) -> Response:
    """The script, compressed."""
    return await _FILE.response(request.headers.get("accept-encoding", ""))
