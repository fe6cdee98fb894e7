"""A running dashboard: a Streamlit server on a free port of this machine, ended with the block.

In: a script and its environment. Out: a ``Server`` with its address, its process and what it has logged.
The page tests, the bench and the README picture all start their servers here.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60.0


@dataclass(frozen=True)
class Server:
    """A server that answers."""

    url: str  # http://localhost:PORT
    pid: int
    log: Path

    @property
    def host(self) -> str:
        """Host and port, as they stand in an address."""
        return self.url.removeprefix("http://")

    def logged(self, since: int = 0) -> str:
        """What the server has written from a byte of its log on."""
        return self.log.read_bytes()[since:].decode(errors="replace")

    def log_size(self) -> int:
        """Bytes written to the log so far."""
        return self.log.stat().st_size


def free_port() -> int:
    """A port of this machine that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return int(probe.getsockname()[1])


def _answers(url: str) -> bool:
    try:
        with urlopen(f"{url}/_stcore/health", timeout=2) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False


@contextmanager
def serve(
    script: Path = ROOT / "dashboard.py",
    environment: Mapping[str, str] | None = None,
    home: Path = ROOT,
) -> Iterator[Server]:
    """Serve a script for the length of a block, with the settings and the packages of a folder.

    Raises:
        RuntimeError: the server ended, or did not answer within a minute; its log is in the message.
    """
    url = f"http://localhost:{free_port()}"
    with tempfile.TemporaryDirectory(prefix="milepost-", ignore_cleanup_errors=True) as folder:
        log = Path(folder) / "server.log"
        with log.open("wb") as sink:
            process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "streamlit", "run", str(script)),
                    *("--server.port", url.rsplit(":", 1)[1], "--server.headless", "true"),
                ],
                cwd=home,
                env={**os.environ, **(environment or {})},
                stdin=subprocess.DEVNULL,
                stdout=sink,
                stderr=subprocess.STDOUT,
            )
        server = Server(url, process.pid, log)
        try:
            deadline = time.monotonic() + START_SECONDS
            while not _answers(url):
                if process.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError(f"the server of {script.name} does not answer:\n{server.logged()}")
                time.sleep(0.1)
            yield server
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(timeout=10)
