"""The bytes of a file that is open, any of which can be read."""

import os
from typing import Protocol


class Bytes(Protocol):
    """size: how many there are. key: what tells these from those of another file, and of this one when it has changed."""

    size: int
    key: tuple[object, ...]

    def read(self, place: int, size: int) -> bytes:
        """At most `size` bytes from a place on; fewer only at the end. Raises OSError where they cannot be had."""


class LocalFile:
    """Those of a file of this machine, open as `descriptor`."""

    def __init__(self, descriptor: int) -> None:
        told = os.fstat(descriptor)
        self.descriptor = descriptor
        self.size = told.st_size
        self.key: tuple[object, ...] = (told.st_dev, told.st_ino, told.st_size, told.st_mtime_ns)

    def read(self, place: int, size: int) -> bytes:
        """At most `size` bytes from a place on, as `Bytes` has it."""
        return os.pread(self.descriptor, size, place)
