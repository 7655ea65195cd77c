"""WACZ (specs.webrecorder.net/wacz), a zip in which WARC files lie unpacked, and zips in which WACZ files do."""

import errno
import io
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING
from zipfile import ZIP_STORED, BadZipFile, ZipFile

from store.file_bytes import Bytes
from store.members import DamagedError
from store.stretch import Stretch
from store.warc_records import is_warc

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

ZIP = b"PK\x03\x04"


class Window(io.RawIOBase):
    """A stretch as a file of its own, such as a WACZ that lies in a zip."""

    def __init__(self, stretch: Stretch) -> None:
        self.stretch = stretch
        self.place = 0

    def seekable(self) -> bool:
        return True

    def readable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        size = self.stretch.end - self.stretch.start
        self.place = offset + {os.SEEK_SET: 0, os.SEEK_CUR: self.place, os.SEEK_END: size}[whence]
        if self.place < 0:
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        return self.place

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer)
        data = self.stretch.at(self.stretch.start + self.place, len(view))
        view[: len(data)] = data
        self.place += len(data)
        return len(data)


def stretches(file: Bytes) -> Iterator[Stretch]:
    """The file, or the WARC files in a WACZ. Raises DamagedError where it is a zip that cannot be read."""
    whole = Stretch(file, 0, file.size)
    if whole.at(0, 4) == ZIP:
        for number, inner in enumerate(_zipped(whole)):
            inner.number = number
            yield inner
    else:
        yield whole


def _zipped(whole: Stretch, outer: str = "") -> Iterator[Stretch]:
    """The WARC files in a zip, those of the WACZ files in it too. outer: the name of the one that this lies in."""
    try:
        with ZipFile(io.BufferedReader(Window(whole))) as packed:
            members = [one for one in packed.infolist() if is_warc(one.filename) or is_wacz(one.filename)]
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise DamagedError(f"{outer or 'it'} is a zip that cannot be read: {error}") from error
    if not members:
        raise DamagedError(f"{outer or 'it'} is a zip without a WARC file in it")
    for member in members:
        if member.compress_type != ZIP_STORED or (outer and is_wacz(member.filename)):
            continue
        head = whole.start + member.header_offset
        names = whole.at(head + 26, 4)
        start = head + 30 + int.from_bytes(names[:2], "little") + int.from_bytes(names[2:], "little")
        inner = Stretch(whole.file, start, min(start + member.file_size, whole.end))
        yield from _zipped(inner, member.filename) if is_wacz(member.filename) else [inner]
    for member in members:  # when what can be read was read
        if member.compress_type != ZIP_STORED or (outer and is_wacz(member.filename)):
            raise DamagedError(
                f"{member.filename} in {outer or 'it'} is packed once more; unzip it, and read that"
            )


def is_wacz(name: str) -> bool:
    """Whether a file is named as a WACZ."""
    return name.lower().endswith(".wacz")
