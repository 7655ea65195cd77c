"""The bytes of a file at an address: fetched piece by piece as they are asked for, and not kept on any disk."""

import os
from collections import OrderedDict

from store.fetched import FIRST, ChangedError, Fetched, UnreachableError
from store.remote_address import objection

MOST = 2**22  # bytes of a piece where reading has gone on for a while
KEPT = 3  # pieces of a file: a record is read again from a little before, and once more when its page is asked for
FILES = 2  # whose pieces are held: a record, and the one in another file that it repeats


class RemoteBytes:
    """Those of a file at an address, as `Bytes` has it. Raises FileNotFoundError and UnreachableError."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.file = _fetched(address)
        self.pieces: OrderedDict[int, bytes] = OrderedDict()  # by the byte where each begins
        self.next = 0  # where reading would go on
        self.ahead = FIRST
        self._fetch(0)
        self.size = self.file.size
        self.key: tuple[object, ...] = (address, self.file.tag, self.size)

    def read(self, place: int, size: int) -> bytes:
        """At most `size` bytes from a place on, as `Bytes` has it."""
        found: list[bytes] = []
        while size > 0 and place < self.size:
            start = self._held(place)
            part = self.pieces[start][place - start : place - start + size]
            found.append(part)
            place, size = place + len(part), size - len(part)
        return b"".join(found)

    def _held(self, place: int) -> int:
        """Where the piece begins that a byte is in; it is fetched where none is held."""
        for start, piece in self.pieces.items():
            if start <= place < start + len(piece):
                self.pieces.move_to_end(start)
                return start
        self._fetch(place)
        return place

    def _fetch(self, place: int) -> None:
        self.ahead = min(self.ahead * 2, MOST) if place == self.next and place else FIRST
        while len(self.pieces) >= KEPT:
            self.pieces.popitem(last=False)
        try:
            piece = self.file.fetch(place, self.ahead)
            if not piece and place < self.file.size:
                raise UnreachableError("its server gives less of it than it says that there is")
        except ChangedError:
            _open.pop(self.address, None)  # what is held of it is not of one file any more
            raise
        self.pieces[place] = piece
        self.next = place + len(piece)


_open: OrderedDict[str, RemoteBytes] = OrderedDict()  # the last files that were read
_failed: set[str] = set()  # addresses that could not be opened: who asks for page after page waits once
os.register_at_fork(after_in_child=_open.clear)  # a connection is one process's own


def remote_bytes(address: str) -> RemoteBytes:
    """The bytes of a file at an address. Raises UnreachableError where they cannot be had, FileNotFoundError."""
    if why := objection(address):
        raise UnreachableError(why)
    if address not in _open:
        while len(_open) >= FILES:
            _open.popitem(last=False)
        try:
            _open[address] = RemoteBytes(address)
        except OSError:
            _failed.add(address)
            raise
        _failed.discard(address)
    _open.move_to_end(address)
    return _open[address]


def _fetched(address: str) -> Fetched:
    if address.lower().startswith("s3:"):
        from store.s3_object import S3Object

        return S3Object(address)
    from store.http_file import TRIES, HttpFile

    return HttpFile(address, 1 if address in _failed else TRIES)
