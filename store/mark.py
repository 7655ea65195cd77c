"""A sign in the database's own file, by which one that was overwritten in place (`cp COPY cuttings.db`) is known.

A connection does not notice: it goes on with what it remembers and with the log beside the file, and SQLite folds that
log into whatever stands there. So the file is looked at past the connection: the row of the run that writes must be in
it, and the counter in its head only grows, or else its size (sqlite.org/fileformat2.html, 1.3.7 and 1.3.8).
"""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from time import sleep
from urllib.parse import quote

HEAD = 24, 8  # place and bytes of the file change counter, and of the size in pages behind it
TRIES = 3  # a look while another process folds its log into the file may be wrong


class Mark:
    """The row of a run as a sign in the file at `path`. Before it is in the file, nothing is known."""

    def __init__(self, path: Path, run: int, started: str) -> None:
        self.path = path
        self.row = (run, started)
        self.counter = self._counter()
        self.met = self._is_there()

    def gone(self) -> bool:
        """Whether the file is another one by now, though it stands at the same place."""
        for _ in range(TRIES):
            counter, is_there = self._counter(), self._is_there()
            if counter >= self.counter and (is_there or not self.met):
                self.counter, self.met = counter, is_there
                return False
            sleep(0.05)
        return True

    def _counter(self) -> int:
        """The counter and the size as one number; VACUUM, which alone makes a database smaller, raises the counter."""
        place, size = HEAD
        with suppress(OSError), self.path.open("rb") as file:
            return int.from_bytes(os.pread(file.fileno(), size, place), "big")
        return 0

    def _is_there(self) -> bool:
        """Whether the run's row is in the file itself, whatever its log says."""
        with suppress(sqlite3.Error):
            look = sqlite3.connect(f"file:{quote(str(self.path))}?mode=ro&immutable=1", uri=True)
            with closing(look):
                return bool(
                    look.execute("SELECT 1 FROM runs WHERE id = ? AND started = ?", self.row).fetchone()
                )
        return False
