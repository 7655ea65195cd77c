"""A stretch of a file, of which a little is held at a time."""

import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from store.file_bytes import Bytes

if TYPE_CHECKING and sys.version_info >= (3, 14):
    from compression.zstd import ZstdDict
elif TYPE_CHECKING:
    from backports.zstd import ZstdDict

BLOCK = 2**16  # bytes read at once
LONGEST = 2**13  # bytes of what a pattern may match
BETWEEN = b"\r\n\0"  # what may lie between two records


@dataclass(slots=True)
class Stretch:
    """The bytes of an open file from `start` to `end`. number: which it is, of those in the file. dictionary: of its
    zstd frames, once it is read.
    """

    file: Bytes
    start: int
    end: int
    number: int = 0
    dictionary: "ZstdDict | None" = None

    def at(self, place: int, size: int) -> bytes:
        """At most `size` bytes from a place on."""
        return self.file.read(place, max(min(size, self.end - place), 0))

    def find(self, pattern: re.Pattern[bytes], place: int) -> int | None:
        """Where a pattern of at most LONGEST bytes is found next."""
        while block := self.at(place, BLOCK):
            if found := pattern.search(block):
                return place + found.start()
            place += max(len(block) - LONGEST, 1) if place + len(block) < self.end else len(block)
        return None

    def behind_gap(self, place: int) -> int:
        """The first byte from a place on that is no gap between records; the end where there is none."""
        while block := self.at(place, BLOCK):
            rest = block.lstrip(BETWEEN)
            if rest:
                return place + len(block) - len(rest)
            place += len(block)
        return self.end
