"""A folder for what a process needs no longer than it lives. What a killed one left behind, the next one removes."""

import atexit
import contextlib
import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import gettempdir, mkdtemp

NAME = re.compile(r"cuttings-tmp-\w{8}")
MAKING = "cuttings-new-"  # until it is locked
SHORT = ("/tmp", "/var/tmp")  # noqa: S108 -- a folder of its own is made there, as tempfile makes them
SOCKETS = (
    85  # bytes of the path of a folder of sockets; `/listener-` and eight more make 103 (macOS, unix(4))
)


@cache
def scratch(longest: int = 4096) -> Path:
    """The folder of this process, in TMPDIR; it goes when the process ends.

    longest: bytes of its path; where TMPDIR is too long, it is made in /tmp. Raises OSError where none can be made.
    """
    base = next(
        (place for place in (gettempdir(), *SHORT) if len(os.fsencode(place)) <= longest - 22), SHORT[0]
    )
    for left in left_behind(Path(base)):
        shutil.rmtree(left, ignore_errors=True)
    made = Path(mkdtemp(prefix=MAKING, dir=base))
    _locked(made)  # for as long as the process lives
    folder = made.rename(made.with_name(made.name.replace(MAKING, "cuttings-tmp-")))
    atexit.register(_remove, folder, os.getpid())
    return folder


def left_behind(base: Path) -> Iterator[Path]:
    """The folders of this user's processes that have ended and could not remove them."""
    for path in base.iterdir():
        if NAME.fullmatch(path.name) and (lock := _locked(path)) is not None:
            os.close(lock)
            yield path


def _locked(folder: Path) -> int | None:
    """A descriptor that holds the lock of a folder; None where another process does, or it is somebody else's."""
    with contextlib.suppress(OSError):
        lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(lock)
        else:
            return lock
    return None


def _remove(folder: Path, maker: int) -> None:
    if os.getpid() == maker:  # and not one that was forked from it
        shutil.rmtree(folder, ignore_errors=True)
