"""The parts of the served application: what runs before Streamlit answers, addresses of our own, and the last edge.

In: the settings of the server. Out: what ``dashboard.py`` hands to ``st.App``.
"""

import os
import re
from pathlib import Path

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from streamlit import config, file_util

from metrics.app import data
from metrics.app.address import BASE, FIRST_LANGUAGE
from metrics.app.edge import show_failure
from metrics.app.frame import spoken
from metrics.app.server.compressed import CompressedFiles
from metrics.app.server.headers import SecurityHeaders
from metrics.app.server.moved import MovedPages
from metrics.app.server.plotly_script import PLOTLY, plotly
from metrics.app.watch import look
from metrics.records.model.fields import ADDRESS
from metrics.words import words_for

SCRIPT = Path(__file__).with_name("router.py")


def base_path() -> str:
    """What stands before every path, ``/name`` where Streamlit is told to serve below one."""
    base = str(config.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}" if base else ""


def health(request: Request) -> JSONResponse:  # noqa: ARG001
    """Whether there are records to show, which ones, and how many problems their files have now."""
    state = look(data.folder())
    digest = state.records.digest if state.records else None
    answer = {"status": "ok" if digest else "no records", "data": digest, "problems": len(state.problems)}
    return JSONResponse(answer, 200 if digest else 503, {"Cache-Control": "no-store"})


def middleware() -> list[Middleware]:
    """What every request passes before Streamlit sees it, the outermost first.

    Raises:
        ValueError: the setting that says where the dashboard stands is no address.
    """
    stated = os.environ.get(BASE, "")
    if stated and not re.fullmatch(ADDRESS, stated):
        raise ValueError(
            f"{BASE}: {words_for(FIRST_LANGUAGE).say('cli.export.base_not_address', text=stated)}"
        )
    folder = Path(file_util.get_static_dir())
    page = (folder / "index.html").read_text(encoding="utf-8")
    return [
        Middleware(SecurityHeaders, page=page),
        Middleware(MovedPages, prefix=base_path()),
        Middleware(CompressedFiles, folder=folder / "static", prefix=f"{base_path()}/static"),
    ]


def routes() -> list[Route]:
    """The addresses of our own."""
    return [Route(f"{base_path()}/health", health), Route(f"{base_path()}/{PLOTLY}", plotly)]


def on_script_error(error: Exception) -> bool:
    """Our own words for what goes wrong where no page's edge is: in a callback, or in a part that runs alone."""
    show_failure(error, spoken())
    return True
