"""The records of a WARC or ARC file, and what of it cannot be read; reading goes on at the next record that is found.

gzip (one member a record), zstd (one frame a record, with a dictionary; iipc.github.io/warc-specifications), neither, or
packed in any other way: then it is read as it unpacks.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from store.members import SKIPPABLE, DamagedError, EndedError, is_packed, skip, start_of, unpack
from store.record_start import ANOTHER, HEAD, START, resume
from store.stretch import BETWEEN, BLOCK, Stretch
from store.unpacked import unpacked

__all__ = ["DamagedError", "Record", "is_warc", "locate", "record_at", "records"]
LARGEST = (
    64 * 2**20
)  # bytes of one record, unpacked; an archive may hold a bomb, and a page so large is rejected anyway
BOMB = 2**32  # bytes of one record beyond which its end is not waited for
SPAN = 2**42  # more bytes than a stretch unpacks to
NESTED = -1  # number of a stretch that was unpacked
NO_HEAD = re.compile(rb"(?<!^)WARC/\d\.\d\r?\n|[\0-\x08\x0b\x0c\x0e-\x1f\x7f]")  # what none has in its middle
HEAD_END = re.compile(rb"\r?\n\r?\n")
LENGTH = re.compile(rb"^content-length[ \t]*:\s*(\d{1,15})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
FILE_HEAD = b"filedesc:"  # of ARC, and no page; its length is often wrong


class UnalignedError(DamagedError):
    """A member or frame does not hold one record alone."""


@dataclass(slots=True)
class Record:
    """The bytes of one record as they are unpacked.

    place: the byte of the file where it starts; below 0, -N is byte N, counted from 1, of what the file unpacks to.
    large: its bytes are not all, for the record is larger than LARGEST.
    """

    place: int
    data: bytes
    large: bool = False


@dataclass(slots=True)
class Progress:
    """How far a stretch was gone through: the byte from which the next record is looked for, None for its start; and how
    many were met.
    """

    place: int | None = None
    number: int = 0


def is_warc(name: str) -> bool:
    """Whether a file is named as a WARC or ARC file."""
    return name.lower().endswith((".warc", ".warc.gz", ".warc.zst", ".arc", ".arc.gz"))


def records(
    stretch: Stretch, lost: Callable[[str], None], progress: Progress | None = None
) -> Iterator[Record]:
    """The whole records, in their order. lost: is told, in a sentence, what cannot be read.

    progress: where to begin; with each record that is packed by itself it says where to go on behind it.
    """
    at = progress or Progress()
    place = stretch.start if at.place is None else at.place
    while (place := stretch.behind_gap(place)) < stretch.end:
        at.number += 1
        try:
            record, following = _record(stretch, place)
            at.place = place = following
            if record:
                yield record
        except DamagedError as error:
            if isinstance(error, UnalignedError) and stretch.number != NESTED:
                yield from _as_unpacked(stretch, place, lost)
                return
            found = resume(stretch, place + 1)
            beyond = (
                f"reading goes on at byte {found}" if found is not None else "nothing more is found in it"
            )
            lost(f"record {at.number}, at byte {place}: {error}; {beyond}")
            at.place = place = stretch.end if found is None else found


def _as_unpacked(stretch: Stretch, place: int, lost: Callable[[str], None]) -> Iterator[Record]:
    """The records from a byte on, where they are not packed one by one. Of a file that ends in a member the last one is
    whole where it shows that another begins behind it.
    """
    try:
        whole = unpacked(stretch)
    except DamagedError as error:
        lost(f"from byte {place} on: {error}")
        return
    for byte, damage in whole.told.items():
        if byte >= place:
            lost(f"at byte {byte}: {damage}")
    told: list[str] = []
    last: Record | None = None
    inner = Stretch(whole.file, whole.places.get(place, whole.end), whole.end, NESTED)
    for record in records(inner, told.append):
        if last:
            yield last
        while told:
            lost(f"in what it unpacks to: {told.pop(0)}")
        last = Record(-1 - stretch.number * SPAN - record.place, record.data, record.large)
    if last and (told or not whole.ends):
        yield last
    for what in told or ["the file ends in the middle of it"] * whole.ends:
        lost(f"in what it unpacks to: {what}")


def locate(stretches: Iterator[Stretch], place: int) -> tuple[Stretch, int]:
    """The stretch of a file that a record's `place` lies in, and where in it. Raises DamagedError where there is none."""
    for stretch in stretches:
        if stretch.start <= place < stretch.end:
            return stretch, place
        if place < 0 and stretch.number == (-1 - place) // SPAN:
            return unpacked(stretch), (-1 - place) % SPAN
    raise DamagedError("the file does not reach so far")


def record_at(stretch: Stretch, place: int) -> tuple[Record | None, int]:
    """The record that starts at a byte, and where the next one does; None of a frame that is no record.

    Raises DamagedError where there is no whole one.
    """
    try:
        return _record(stretch, place)
    except UnalignedError:
        whole = unpacked(stretch)
        return _plain(whole, whole.places.get(place, whole.end))[0], stretch.end


def _record(stretch: Stretch, place: int) -> tuple[Record | None, int]:
    start = stretch.at(place, 4)
    if SKIPPABLE.match(start):
        return None, skip(stretch, place)
    return (_packed if is_packed(start) else _plain)(stretch, place)


def _plain(stretch: Stretch, place: int) -> tuple[Record | None, int]:
    start = stretch.at(place, HEAD)
    if start.startswith(FILE_HEAD):
        return None, resume(stretch, place + 1) or stretch.end
    head, size = _measured(start, stretch.end - place)
    end = place + head + size
    if end > stretch.end:
        raise DamagedError("the file ends in the middle of it")
    following = stretch.behind_gap(end)
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
        length = line.split()[-1]
        if not length.isdigit():
            raise DamagedError("its length is no number")
        return len(line) + 1, int(length[:15])
    head = HEAD_END.search(start)
    if not head:
        raise DamagedError("the file ends in its head" if left < HEAD else "its head does not end")
    if NO_HEAD.search(start[: head.end()]):
        raise DamagedError("its head is damaged: another record begins in it, or what is no text")
    found = LENGTH.search(start[: head.end()])
    if not found:
        raise DamagedError("it has no Content-Length")
    return head.end(), int(found[1])


class _Kept:
    """The first bytes of what a member unpacks to, and how many there are."""

    def __init__(self) -> None:
        self.data = bytearray()
        self.total = 0

    def __call__(self, piece: bytes) -> None:
        self.total += len(piece)
        self.data += piece[: LARGEST - len(self.data)]
        if self.total > BOMB:
            raise DamagedError(f"it unpacks to more than {BOMB} bytes")


def _packed(stretch: Stretch, place: int) -> tuple[Record | None, int]:
    """A record that is packed by itself. Raises UnalignedError where the member or frame holds no one record alone."""
    kept = _Kept()
    try:
        following = unpack(stretch, place, kept)
    except EndedError as error:
        if ANOTHER.search(kept.data):
            raise UnalignedError from error
        raise
    data = bytes(kept.data)
    if data.startswith(FILE_HEAD) and ANOTHER.search(data):
        raise UnalignedError
    if not data.strip(BETWEEN) or data.startswith(FILE_HEAD):
        return None, following
    size = _size_in(stretch, data, kept.total, following)
    return Record(place, data[:size], kept.total > LARGEST), following


def _size_in(stretch: Stretch, data: bytes, total: int, following: int) -> int:
    """The size of the record that a member holds alone. total: of its bytes, unpacked. following: the byte behind it."""
    try:
        size = sum(_measured(data[:HEAD], total))
        if size > total:
            raise DamagedError("it is shorter than its Content-Length")
    except DamagedError as error:
        if START.match(data) and _goes_on(stretch, following):
            raise UnalignedError from error
        raise
    if data[size : size + HEAD].strip(BETWEEN):
        if data.startswith(b"\r\n\r\n", size) or ANOTHER.search(data, size):
            raise UnalignedError
        raise DamagedError("its length is wrong: what follows it is no record")
    return size


def _goes_on(stretch: Stretch, place: int) -> bool:
    """Whether what is packed at a byte begins in the middle of a record."""
    start = start_of(stretch, stretch.at(place, BLOCK), HEAD)
    return bool(start.strip(BETWEEN)) and not START.match(start)
