"""The records of a WARC or ARC file, and what of it cannot be read; reading goes on at the next record that is found.

gzip (one member a record), zstd (one frame a record, with a dictionary; iipc.github.io/warc-specifications) or neither.
"""

import os
import re
import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

if sys.version_info >= (3, 14):
    from compression.zstd import DecompressionParameter, ZstdDecompressor, ZstdDict, ZstdError
else:
    from backports.zstd import DecompressionParameter, ZstdDecompressor, ZstdDict, ZstdError

LARGEST = (
    64 * 2**20
)  # bytes of one record, unpacked; an archive may hold a bomb, and a page so large is rejected anyway
BOMB = 2**32  # bytes of one record beyond which its end is not waited for
BLOCK = 2**16  # bytes read at once
HEAD = 2**16  # bytes of a record's own head
GZIP, FRAME = b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd"
SKIPPABLE = re.compile(rb"[\x50-\x5f]\x2a\x4d\x18")
WINDOW = {int(DecompressionParameter.window_log_max): 27}
START = re.compile(rb"WARC/\d|(?:https?://|ftp://|filedesc://|dns:)\S+ \S+ \d{8,14} \S+ \d{1,15}[ \t\r]*\n")
STARTS = re.compile(rb"\x1f\x8b\x08|\x28\xb5\x2f\xfd|WARC/\d\.\d\r?\n")  # of one, perhaps
NO_HEAD = re.compile(rb"(?<!^)WARC/\d\.\d\r?\n|[\0-\x08\x0b\x0c\x0e-\x1f\x7f]")  # what none has in its middle
HEAD_END = re.compile(rb"\r?\n\r?\n")
LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,15})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
DICTIONARY = "the dictionary at the start of the file is damaged ({})"
BETWEEN = b"\r\n\0"  # what may lie between two records
PACKED_WHOLE = "it is compressed as a whole, and not record by record; `warcio recompress` mends it"


class DamagedError(Exception):
    """A record is not whole; the message says how."""


@dataclass(slots=True)
class Stretch:
    """A stretch of a file, of which a little is held at a time."""

    descriptor: int
    start: int
    end: int
    dictionary: ZstdDict | None = None

    def at(self, place: int, size: int) -> bytes:
        """At most `size` bytes from a place on."""
        return os.pread(self.descriptor, max(min(size, self.end - place), 0), place)

    def find(self, pattern: re.Pattern[bytes], place: int) -> int | None:
        """Where a pattern of less than 100 bytes is found next."""
        while block := self.at(place, BLOCK):
            if found := pattern.search(block):
                return place + found.start()
            place += max(len(block) - 100, 1) if place + len(block) < self.end else len(block)
        return None


@dataclass(slots=True)
class Record:
    """The bytes of one record as they are unpacked.

    large: they are not all, for the record is larger than LARGEST. beyond: why what lies behind it cannot be read.
    """

    place: int
    data: bytes
    large: bool = False
    beyond: str = ""


def is_warc(name: str) -> bool:
    """Whether a file is named as a WARC or ARC file."""
    return name.lower().endswith((".warc", ".warc.gz", ".warc.zst", ".arc", ".arc.gz"))


def records(stretch: Stretch, lost: Callable[[str], None]) -> Iterator[Record]:
    """The whole records, in their order. lost: is told, in a sentence, what cannot be read."""
    place, number = stretch.start, 0
    while (place := _next_byte(stretch, place)) < stretch.end:
        number += 1
        try:
            record, place = record_at(stretch, place)
            if record:
                yield record
            if record and record.beyond:
                lost(f"behind record {number}, at byte {record.place}, it cannot be read: {record.beyond}")
        except DamagedError as error:
            found = _resume(stretch, place + 1)
            beyond = (
                f"reading goes on at byte {found}" if found is not None else "nothing more is found in it"
            )
            lost(f"record {number}, at byte {place}: {error}; {beyond}")
            place = stretch.end if found is None else found


def record_at(stretch: Stretch, place: int) -> tuple[Record | None, int]:
    """The record that starts at a byte, and where the next one does; None of a frame that is no record.

    Raises DamagedError where there is no whole one.
    """
    start = stretch.at(place, 4)
    if start.startswith(GZIP):
        return _packed(stretch, place, _gunzip(stretch, place))
    if start == FRAME:
        return _packed(stretch, place, _unzstd(stretch, place))
    if SKIPPABLE.match(start):
        return None, _skip(stretch, place)
    return _plain(stretch, place)


def _next_byte(stretch: Stretch, place: int) -> int:
    while block := stretch.at(place, BLOCK):
        rest = block.lstrip(BETWEEN)
        if rest:
            return place + len(block) - len(rest)
        place += len(block)
    return stretch.end


def _plain(stretch: Stretch, place: int) -> tuple[Record, int]:
    head, size = _measured(stretch.at(place, HEAD), stretch.end - place)
    end = place + head + size
    if end > stretch.end:
        raise DamagedError("the file ends in the middle of it")
    following = _next_byte(stretch, end)
    ended = following == stretch.end or stretch.at(end, 4) == b"\r\n\r\n"
    if not ended and not START.match(stretch.at(following, HEAD)):
        raise DamagedError("its length is wrong: what follows it is no record")
    return Record(place, stretch.at(place, min(head + size, LARGEST)), head + size > LARGEST), following


def _measured(start: bytes, left: int) -> tuple[int, int]:
    """The sizes of a record's head and of its block. Raises DamagedError where it begins no record."""
    if not START.match(start):
        raise DamagedError("no record begins there")
    if not start.startswith(b"WARC/"):
        line = start.split(b"\n", 1)[0]
        return len(line) + 1, int(line.split()[-1])
    head = HEAD_END.search(start)
    if not head:
        raise DamagedError("the file ends in its head" if left < HEAD else "its head does not end")
    if NO_HEAD.search(start[: head.end()]):
        raise DamagedError("its head is damaged: another record begins in it, or what is no text")
    length = LENGTH.search(start[: head.end()])
    if not length:
        raise DamagedError("it has no Content-Length")
    return head.end(), int(length[1])


def _packed(stretch: Stretch, place: int, unpacked: tuple[bytes, int, int]) -> tuple[Record | None, int]:
    """A record that is packed by itself. unpacked: its bytes, how many there were, and where the next one is."""
    data, total, following = unpacked
    if not data.strip(BETWEEN) or data.startswith(b"filedesc://"):  # of ARC; its length is often wrong
        return None, following
    head, size = _measured(data[:HEAD], total)
    if head + size > total:
        raise DamagedError("it is shorter than its Content-Length")
    more = data[head + size : head + size + HEAD].strip(BETWEEN)
    return Record(place, data[: head + size], total > LARGEST, PACKED_WHOLE if more else ""), following


def _gunzip(stretch: Stretch, place: int) -> tuple[bytes, int, int]:
    inflater = zlib.decompressobj(31)
    kept = bytearray()
    total = 0
    while not inflater.eof:
        block = inflater.unconsumed_tail or stretch.at(place, BLOCK)
        if not block:
            raise DamagedError("the file ends in the middle of it")
        if not inflater.unconsumed_tail:
            place += len(block)
        try:
            piece = inflater.decompress(block, BLOCK)
        except zlib.error as error:
            raise DamagedError(f"it is damaged ({error})") from error
        total += len(piece)
        kept += piece[: LARGEST - len(kept)]
        if total > BOMB:
            raise DamagedError(f"it unpacks to more than {BOMB} bytes")
    return bytes(kept), total, place - len(inflater.unused_data)


def _unzstd(stretch: Stretch, place: int) -> tuple[bytes, int, int]:
    decoder = _decoder(stretch)
    kept = bytearray()
    total = 0
    while not decoder.eof:
        block = stretch.at(place, BLOCK) if decoder.needs_input else b""
        if decoder.needs_input and not block:
            raise DamagedError("the file ends in the middle of it")
        place += len(block)
        try:
            piece = decoder.decompress(block, BLOCK)
        except ZstdError as error:
            raise DamagedError(f"it is damaged ({error})") from error
        total += len(piece)
        kept += piece[: LARGEST - len(kept)]
        if total > BOMB:
            raise DamagedError(f"it unpacks to more than {BOMB} bytes")
    return bytes(kept), total, place - len(decoder.unused_data)


def _decoder(stretch: Stretch) -> ZstdDecompressor:
    try:
        return ZstdDecompressor(stretch.dictionary or _dictionary(stretch), options=WINDOW)
    except ZstdError as error:
        raise DamagedError(DICTIONARY.format(error)) from error


def _dictionary(stretch: Stretch) -> ZstdDict | None:
    """What the frames of a `.warc.zst` were packed with, in a frame at its start that is no record."""
    head = stretch.at(stretch.start, 8)
    if not SKIPPABLE.match(head):
        return None
    kept = stretch.at(stretch.start + 8, min(int.from_bytes(head[4:], "little"), LARGEST))
    try:
        plain = ZstdDecompressor(options=WINDOW).decompress(kept, LARGEST) if kept.startswith(FRAME) else kept
        stretch.dictionary = ZstdDict(plain)
    except (ZstdError, ValueError) as error:
        raise DamagedError(DICTIONARY.format(error)) from error
    return stretch.dictionary


def _skip(stretch: Stretch, place: int) -> int:
    return place + 8 + int.from_bytes(stretch.at(place + 4, 4), "little")


def _resume(stretch: Stretch, place: int) -> int | None:
    """Where a record begins again."""
    while (found := stretch.find(STARTS, place)) is not None:
        if _begins(stretch, found):
            return found
        place = found + 1
    return None


def _begins(stretch: Stretch, place: int) -> bool:
    """Whether a record begins at a byte, as far as its first ones tell."""
    start = stretch.at(place, BLOCK)
    try:
        if start.startswith(GZIP):
            start = zlib.decompressobj(31).decompress(start, HEAD)
        elif start.startswith(FRAME):
            start = _decoder(stretch).decompress(start, HEAD)
    except (zlib.error, ZstdError, DamagedError):
        return False
    return bool(START.match(start))
