"""What goes over the wire beside Streamlit's messages: compressed files, headers, the state of the data, the last edge."""

import asyncio
import gzip
import hashlib
import json
import shutil
from importlib.resources import files
from pathlib import Path

import brotli
import pytest
import streamlit as st
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from streamlit import config
from streamlit.testing.v1 import AppTest

from metrics.app.server import compressed
from metrics.app.server.compressed import FOREVER, PackedFile
from metrics.app.server.routes import SCRIPT, middleware, on_script_error, routes
from metrics.words import words_for

FILES = Path(st.__file__).parent / "static" / "static"
SCRIPT_FILE = max((FILES / "js").glob("*.js"), key=lambda path: path.stat().st_size)


def ask(path, query="", **headers):
    """Status, headers and body that a browser gets from a server that otherwise knows only /page."""
    page = Route("/{rest:path}", lambda request: PlainTextResponse("the rest"))
    app = Starlette(routes=[*routes(), page], middleware=middleware())
    sent = []

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        sent.append(message)

    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "query_string": query.encode(),
        "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
    }
    asyncio.run(app(scope, receive, send))
    found = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], found, b"".join(one.get("body", b"") for one in sent[1:])


@pytest.mark.parametrize(
    ("old", "query", "new"),
    [
        ("/changes", "", "timeline?part=changes"),
        (
            "/changes",
            "since=2021-11-13&known-on=2021-11-14&plan=all&lang=zh&data=quillhaven",
            "timeline?part=changes&since=2021-11-13&known-on=2021-11-14&plan=all&lang=zh&data=quillhaven",
        ),
        (
            "/coverage",
            "tracked=no&reason=too_old&sort=quiet",
            "targets?part=coverage&tracked=no&reason=too_old&sort=quiet",
        ),
        ("/method", "", "targets?part=coverage"),
        ("/method", "known-on=2020-12-31&part=", "targets?part=coverage&known-on=2020-12-31"),
        (
            "/method",
            "plan=aidp-2017&part=coverage&sort=figures&q=%3Cb%3E",
            "targets?part=coverage&plan=aidp-2017&sort=figures&q=%3Cb%3E",
        ),
        ("/changes", "embed=true&print=yes", "timeline?part=changes&embed=true&print=yes"),
    ],
)
def test_old_address_leads_to_where_its_content_stands_with_all_its_parameters(old, query, new):
    status, headers, _ = ask(old, query)
    assert (307, new) == (status, headers["location"])
    assert headers["content-security-policy"]


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/method", "part=method&path=linear"),
        ("/method", "part=rules&differ=yes"),
        ("/check", "file=targets.yaml"),
        ("/timeline", "item=ev-aidp"),
        ("/targets", "status=met"),
        ("/", "part=changes"),
    ],
)
def test_address_in_use_stays_as_it_is(path, query):
    assert (200, b"the rest") == ask(path, query)[::2]


def address(file):
    return f"/static/{file.relative_to(FILES).as_posix()}"


def test_script_is_sent_compressed_for_ever_and_whole():
    status, headers, body = ask(address(SCRIPT_FILE), accept_encoding="gzip, deflate")
    assert (200, "gzip", FOREVER) == (status, headers["content-encoding"], headers["cache-control"])
    assert headers["content-type"].startswith(("text/javascript", "application/javascript"))
    assert len(body) < SCRIPT_FILE.stat().st_size / 2
    assert SCRIPT_FILE.read_bytes() == gzip.decompress(body)


@pytest.fixture
def script(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = tmp_path / "a.js"
    path.write_text("let a = 1;\n" * 100)
    return path


def encodings(file, accepted="gzip, deflate, br"):
    """The encodings of a file that is asked for twice, with all that waits compressed in between."""

    async def asked():
        first = await file.response(accepted)
        while not compressed.WAITING.empty():
            compressed.WAITING.get().pack_brotli()
        return first, await file.response(accepted)

    return [one.headers["content-encoding"] for one in asyncio.run(asked())]


def test_first_visit_gets_gzip_and_the_next_brotli_after_a_restart_too(script):
    assert ["gzip", "br"] == encodings(PackedFile(script))
    assert ["br", "br"] == encodings(PackedFile(script))
    body = asyncio.run(PackedFile(script).response("br, gzip")).body
    assert script.read_bytes() == brotli.decompress(body)


def test_browser_that_takes_no_brotli_goes_on_with_gzip(script):
    assert ["gzip", "gzip"] == encodings(PackedFile(script), "gzip, brown")


@pytest.mark.parametrize("spoiled", [b"", b"no brotli", brotli.compress(b"another script")])
def test_spoiled_file_of_the_cache_is_never_sent(script, spoiled):
    encodings(PackedFile(script))
    (kept,) = (script.parent / "cache" / "milepost").iterdir()
    kept.write_bytes(spoiled)
    assert ["gzip", "br"] == encodings(PackedFile(script))
    assert script.read_bytes() == brotli.decompress(kept.read_bytes())


def test_cache_that_cannot_be_written_costs_the_next_start_only(script):
    (script.parent / "cache").write_text("no folder")
    assert ["gzip", "br"] == encodings(PackedFile(script))
    assert ["gzip", "br"] == encodings(PackedFile(script))


@pytest.mark.parametrize(
    "headers", [{}, {"accept_encoding": "br"}, {"accept_encoding": "gzip", "range": "bytes=0-9"}]
)
def test_browser_that_takes_no_gzip_or_asks_for_a_part_gets_it_from_streamlit(headers):
    assert b"the rest" == ask(address(SCRIPT_FILE), **headers)[2]


@pytest.mark.parametrize(
    "path", ["/static/js/none.js", "/static/../index.html", "/static/js/../js", "/other/index.js"]
)
def test_what_is_no_such_file_goes_on_to_streamlit(path):
    assert b"the rest" == ask(path, accept_encoding="gzip")[2]


@pytest.mark.parametrize("accepted", ["gzip", "identity"])
def test_plotly_comes_with_the_package_under_an_address_that_names_its_content(accepted):
    script = files("plotly").joinpath("package_data/plotly.min.js").read_bytes()
    status, headers, body = ask(
        f"/plotly.{hashlib.sha256(script).hexdigest()[:16]}.js", accept_encoding=accepted
    )
    assert (200, FOREVER) == (status, headers["cache-control"])
    assert headers["content-type"].startswith(("text/javascript", "application/javascript"))
    assert script == (gzip.decompress(body) if accepted == "gzip" else body)


def test_fonts_are_compressed_already_and_go_on_to_streamlit():
    font = next(FILES.rglob("*.woff2"))
    assert b"the rest" == ask(address(font), accept_encoding="gzip")[2]


def test_page_asks_no_other_host_and_runs_no_script_but_that_of_this_server():
    headers = ask("/timeline")[1]
    policy = dict(one.strip().split(" ", 1) for one in headers["content-security-policy"].split(";"))
    assert "'self'" == policy["default-src"]
    assert "unsafe" not in policy["script-src"]
    hosts = {source for sources in policy.values() for source in sources.split()}
    assert [] == [one for one in hosts if "." in one or "http" in one]
    assert "nosniff" == headers["x-content-type-options"]
    assert "same-origin" == headers["referrer-policy"]


@pytest.mark.parametrize(
    ("query", "frames"), [("", "'self'"), ("embed=true", "*"), ("embed=false", "'self'")]
)
def test_only_what_is_made_for_a_frame_may_be_framed_by_others(query, frames):
    assert ask("/target", query)[1]["content-security-policy"].endswith(f"frame-ancestors {frames}")


def test_health_names_the_data(monkeypatch, tmp_path):
    status, headers, body = ask("/health")
    told = json.loads(body)
    assert (200, "ok", 0) == (status, told["status"], told["problems"])
    assert 64 == len(told["data"])
    assert "no-store" == headers["cache-control"]
    shutil.copytree(Path(__file__).resolve().parents[2] / "metrics" / "data", tmp_path / "data")
    monkeypatch.setenv("MILEPOST_PLAN", str(tmp_path))
    status, _, body = ask("/health")
    assert (503, "no records", None) == (status, *list(json.loads(body).values())[:2])
    assert json.loads(body)["problems"] > 0


def test_stated_address_that_is_none_keeps_the_server_from_starting(monkeypatch):
    monkeypatch.setenv("MILEPOST_ADDRESS", "example.org")
    with pytest.raises(ValueError, match=r"MILEPOST_ADDRESS: 'example\.org' is no address"):
        middleware()


def test_what_fails_beyond_the_edge_of_a_page_is_worded_and_logged(caplog):
    def part():
        from metrics.app.server.routes import on_script_error

        on_script_error(ZeroDivisionError("a secret of the server"))

    app = AppTest.from_function(part).run()
    text = "\n".join(element.proto.body for element in app.get("html"))
    assert words_for("en").say("page.failed") in text
    assert "secret" not in text
    assert "a secret of the server" in caplog.text


def test_dashboard_serves_the_script_with_all_of_it(monkeypatch):
    monkeypatch.setattr(config, "_main_script_path", str(SCRIPT))  # which the application else sets for good
    from dashboard import app

    assert SCRIPT == app.script_path
    assert SCRIPT.is_file()
    assert on_script_error is app._on_script_error
    assert compressed.packing is app._user_lifespan
    assert [one.path for one in routes()] == [one.path for one in app._user_routes]
    assert [one.cls for one in middleware()] == [one.cls for one in app._user_middleware]
