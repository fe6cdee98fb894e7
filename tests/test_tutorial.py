"""The tutorial of the README, followed word for word, as somebody does who has never seen the project.

A block of ``sh`` is typed into a terminal in a copy of the repository, a block of ``text`` is what that terminal shows
then, and the other blocks are edits: "In `FILE`, replace … by …", "In `FILE`, below the line … put …", "To the end of
`FILE`, add …". Three things differ from what a reader does. ``.venv/bin/python`` is the interpreter of the tests instead of
one that is built first; the dashboard listens on a free port; and the line in which make itself says that a
command failed is not held against the text.
"""

import json
import os
import re
import shlex
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copy, copytree, ignore_patterns
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from streamlit.testing.v1 import AppTest

from metrics.words import words_for
from tests.browser.server import START_SECONDS, free_port
from tests.plots import plots

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
SECTION = re.search(r"^## Your own plan in ten minutes\n(.*?)^## ", README, re.DOTALL | re.MULTILINE)
BLOCK = re.compile(r"(?P<said>.*?)^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
EDIT = re.compile(r"(?:In|To the end of)\s+`(?P<file>[^`]+)`,\s+(?P<way>replace|below the line|add)$")
COPIED = ("metrics", ".ci", ".streamlit", "dashboard.py", "targets.yaml", "Makefile", "CITATION.cff")
LOCKS = ("requirements.txt", "requirements-dev.txt")
ENVIRONMENT = {name: value for name, value in os.environ.items() if "MAKE" not in name and name != "MFLAGS"}


def tutorial() -> str:
    assert SECTION
    return SECTION[1]


@dataclass
class Terminal:
    """A reader's terminal in a copy of the repository, and what happened in it."""

    folder: Path
    shown: list[tuple[str, str, str]] = field(
        default_factory=list
    )  # command, what it shows, what was promised
    served: list[str] = field(default_factory=list)  # what the running dashboard answered

    def run(self, command: str) -> tuple[int, str]:
        done = subprocess.run(
            ["sh", "-c", command],
            cwd=self.folder,
            env={**ENVIRONMENT, "COLUMNS": "80", "PYTHONIOENCODING": "utf-8"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )
        lines = done.stdout.splitlines(keepends=True)
        return done.returncode, "".join(line for line in lines if not line.startswith("make: "))

    def serve(self, command: str) -> None:
        """Start the dashboard, wait for its answer, and end it by its own process id."""
        port = free_port()
        process = subprocess.Popen(
            [*shlex.split(command), f"PORT={port}"],
            cwd=self.folder,
            env={**ENVIRONMENT, "STREAMLIT_SERVER_HEADLESS": "true"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            deadline = time.monotonic() + START_SECONDS
            while not self.served:
                assert process.poll() is None
                assert time.monotonic() < deadline
                try:
                    with urlopen(f"http://localhost:{port}/_stcore/health", timeout=2) as answer:
                        self.served.append(answer.read().decode())
                except (URLError, OSError):
                    time.sleep(0.1)
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=30)

    def edit(self, name: str, way: str, old: str, new: str) -> None:
        path = self.folder / name
        text = path.read_text("utf-8")
        if way == "add":
            text += new
        else:
            assert 1 == text.count(old), f"{name} does not hold once: {old}"
            text = text.replace(old, new if way == "replace" else old + new)
        path.write_text(text, "utf-8")

    def follow(self, text: str) -> None:
        """All blocks in their order."""
        pending: tuple[str, str, str] | None = None
        for block in BLOCK.finditer(text):
            said, kind, content = block["said"].strip(), block["kind"], block["text"]
            if kind == "sh":
                for command in content.splitlines():
                    if command.startswith("make run"):
                        self.serve(command)
                    else:
                        self.shown.append((command, *self.run(command), ""))
            elif kind == "text":
                *found, _ = self.shown.pop()
                self.shown.append((*found, content))
            elif pending:
                assert said in {"by", "put"}
                self.edit(*pending, content)
                pending = None
            else:
                found = EDIT.search(said)
                assert found, f"how is this applied? {said}"
                if found["way"] == "add":
                    self.edit(found["file"], "add", "", content)
                else:
                    pending = found["file"], found["way"], content
        assert pending is None


def copy_of_the_repository(folder: Path) -> Path:
    """What a reader has: the files that the tutorial needs, and an environment that is built already."""
    folder.mkdir()
    for name in (*COPIED, *LOCKS):
        if (ROOT / name).is_dir():
            copytree(ROOT / name, folder / name, ignore=ignore_patterns("__pycache__"))
        else:
            copy(ROOT / name, folder / name)
    python = folder / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} "$@"\n', "utf-8")
    python.chmod(0o755)
    for lock in LOCKS:  # as .ci/venv notes what it has installed
        checksum = subprocess.run(
            ["sh", "-c", f"cksum <{lock} | tr -d ' '"], cwd=folder, capture_output=True, check=True
        )
        (folder / ".venv" / f"{lock}.installed").write_bytes(checksum.stdout)
    return folder


def read(text: str) -> str:
    """A text without its line breaks."""
    return " ".join(text.split())


def test_tutorial_leads_from_nothing_to_the_chart_of_the_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal(copy_of_the_repository(tmp_path / "milepost"))
    terminal.follow(tutorial())
    for command, code, shown, promised in terminal.shown:
        assert (command, promised) == (command, shown)
        assert (command, "problem" in promised) == (command, code != 0)
    assert ["ok"] == terminal.served

    monkeypatch.setenv("MILEPOST_PLAN", str(tmp_path / "my-plan"))
    app = AppTest.from_file(str(ROOT / "metrics" / "app" / "pages" / "target.py"), default_timeout=20)
    app.query_params.update({"target": "trees-2025", "known-on": "2026-10-31"})
    app.run()
    assert [] == list(app.exception)
    page = read(" ".join(re.sub(r"<[^>]+>", " ", element.proto.body) for element in app.get("html")))
    seen = read(tutorial().partition("**See your chart.**")[2].partition("```")[0])
    menu, *quoted = re.findall(r'"([^"]+)"', seen)
    assert words_for("en").say("page.targets.name") == menu
    assert [] == [words for words in quoted if words not in page]
    figure = re.search(r"the ([0-9,]+) of the air photos", seen)
    assert figure
    chart = json.dumps(*plots(app), ensure_ascii=False)
    assert figure[1] in chart
    assert "Air photos" in chart

    picture = (tmp_path / "my-plan.svg").read_text("utf-8")
    assert "Air photos" in picture
    assert figure[1] in picture
    assert (tmp_path / "my-plan.pptx").read_bytes().startswith(b"PK")
