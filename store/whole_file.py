"""A file that is there as a whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file beside the one named, put in its place when all is written. Raises OSError where it cannot be.

    What is no file (/dev/stdout, a pipe) is written as it is; where a link is named, what it leads to is replaced.
    """
    if path.exists() and not path.is_file():
        with path.open("wb") as out:
            yield out
        return
    path = path.resolve()
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        part.replace(path)
    except OSError as error:
        if error.filename in (None, str(part)):  # a full disk tells no name
            error.filename = str(path)
        raise
    finally:
        part.unlink(missing_ok=True)
