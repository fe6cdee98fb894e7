"""The output file: whole or not at all, and nothing left lying about."""

import os
import threading
from pathlib import Path

import pytest

from metrics.exports.output_file import write_output


def test_new_file_has_the_rights_that_the_user_gives_new_files(tmp_path):
    mask = os.umask(0o027)
    try:
        write_output(tmp_path / "a.csv", b"new")
    finally:
        os.umask(mask)
    assert b"new" == (tmp_path / "a.csv").read_bytes()
    assert 0o640 == (tmp_path / "a.csv").stat().st_mode & 0o777


def test_file_that_is_there_is_replaced_and_keeps_its_rights(tmp_path):
    file = tmp_path / "a.csv"
    file.write_bytes(b"a much longer old text")
    file.chmod(0o600)
    write_output(file, b"new")
    assert b"new" == file.read_bytes()
    assert 0o600 == file.stat().st_mode & 0o777
    assert [file] == list(tmp_path.iterdir())


def test_link_is_followed(tmp_path):
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_output(tmp_path / "link", b"new")
    assert b"new" == (tmp_path / "real").read_bytes()
    assert (tmp_path / "link").is_symlink()


def test_reader_of_the_old_file_keeps_the_old_file(tmp_path):
    file = tmp_path / "a.csv"
    file.write_bytes(b"old")
    with file.open("rb") as reader:
        write_output(file, b"new")
        assert b"old" == reader.read()


@pytest.mark.parametrize("step", ["chmod", "replace"])
def test_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, step):
    file = tmp_path / "a.csv"
    file.write_bytes(b"old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, step, full)
    with pytest.raises(OSError, match="No space left"):
        write_output(file, b"new")
    monkeypatch.undo()
    assert b"old" == file.read_bytes()
    assert [file] == list(tmp_path.iterdir())


def test_folder_is_refused(tmp_path):
    with pytest.raises(IsADirectoryError):
        write_output(tmp_path, b"new")


def test_folder_that_does_not_exist_is_not_made(tmp_path):
    with pytest.raises(FileNotFoundError):
        write_output(tmp_path / "nowhere" / "a.csv", b"new")
    assert [] == list(tmp_path.iterdir())


def test_pipe_is_written_to(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_output(pipe, b"new")
    reader.join(10)
    assert [b"new"] == read
    assert pipe.is_fifo()
