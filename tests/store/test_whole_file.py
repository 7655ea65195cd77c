"""A file that is written whole or not at all; what is none is written as it is."""

import errno
import os
import threading
from pathlib import Path

import pytest

from store.whole_file import whole_file


def write_half(path: Path) -> None:
    with whole_file(path) as out:
        out.write(b"half")
        raise OSError(errno.ENOSPC, "full")


def test_an_old_file_stays_where_the_new_one_cannot_be_written(tmp_path: Path) -> None:
    kept = tmp_path / "report.html"
    kept.write_text("old")
    with pytest.raises(OSError, match="full") as error:
        write_half(kept)
    assert error.value.filename == str(kept)
    with pytest.raises(FileNotFoundError) as gone:
        write_half(tmp_path / "none" / "x.html")
    assert gone.value.filename == str(tmp_path / "none" / "x.html")
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"report.html": "old"}
    with whole_file(kept) as out:
        out.write(b"new")
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"report.html": "new"}


def test_what_a_link_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    link, led = tmp_path / "report.html", tmp_path / "shared" / "today.html"
    link.symlink_to(led)
    with whole_file(link) as out:
        out.write(b"new")
    assert (link.is_symlink(), led.read_text()) == (True, "new")


def test_a_pipe_is_written_and_stays_one(tmp_path: Path) -> None:
    pipe, read = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    with whole_file(pipe) as out:
        out.write(b"new")
    reader.join()
    assert (read, pipe.is_fifo()) == ([b"new"], True)
