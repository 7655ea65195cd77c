"""Members of gzip (RFC 1952) and frames of zstd (RFC 8878) in a stretch, and what they unpack to."""

import re
import sys
import zlib
from collections.abc import Callable

from store.stretch import BLOCK, Stretch

if sys.version_info >= (3, 14):
    from compression.zstd import DecompressionParameter, ZstdDecompressor, ZstdDict, ZstdError
else:
    from backports.zstd import DecompressionParameter, ZstdDecompressor, ZstdDict, ZstdError

LARGEST_DICTIONARY = 64 * 2**20  # bytes
GZIP, FRAME = b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd"
SKIPPABLE = re.compile(rb"[\x50-\x5f]\x2a\x4d\x18")
WINDOW = {int(DecompressionParameter.window_log_max): 27}
DICTIONARY = "the dictionary at the start of the file is damaged ({})"


class DamagedError(Exception):
    """Something is not whole; the message says how."""


class EndedError(DamagedError):
    """The file ends in the middle of it."""


def is_packed(start: bytes) -> bool:
    """Whether bytes begin a member or a frame."""
    return start.startswith((GZIP, FRAME))


def unpack(stretch: Stretch, place: int, keep: Callable[[bytes], object]) -> int:
    """Hands what a member or frame unpacks to to `keep`, piece by piece; returns the byte behind it.

    Raises EndedError where the file ends in it, DamagedError where it is damaged; what came before was handed on.
    """
    return (_gunzip if stretch.at(place, 3) == GZIP else _unzstd)(stretch, place, keep)


def start_of(stretch: Stretch, data: bytes, size: int) -> bytes:
    """What the first bytes of a member or a frame unpack to, as far as they go; empty where they are none."""
    try:
        if data.startswith(GZIP):
            return zlib.decompressobj(31).decompress(data, size)
        return _decoder(stretch).decompress(data, size)
    except (zlib.error, ZstdError, DamagedError):
        return b""


def skip(stretch: Stretch, place: int) -> int:
    """The byte behind a frame that is to be skipped."""
    return place + 8 + int.from_bytes(stretch.at(place + 4, 4), "little")


def _gunzip(stretch: Stretch, place: int, keep: Callable[[bytes], object]) -> int:
    inflater = zlib.decompressobj(31)
    while not inflater.eof:
        block = inflater.unconsumed_tail or stretch.at(place, BLOCK)
        if not block:
            raise EndedError("the file ends in the middle of it")
        if not inflater.unconsumed_tail:
            place += len(block)
        try:
            piece = inflater.decompress(block, BLOCK)
        except zlib.error as error:
            raise DamagedError(f"it is damaged ({error})") from error
        keep(piece)
    return place - len(inflater.unused_data)


def _unzstd(stretch: Stretch, place: int, keep: Callable[[bytes], object]) -> int:
    decoder = _decoder(stretch)
    while not decoder.eof:
        block = stretch.at(place, BLOCK) if decoder.needs_input else b""
        if decoder.needs_input and not block:
            raise EndedError("the file ends in the middle of it")
        place += len(block)
        try:
            piece = decoder.decompress(block, BLOCK)
        except ZstdError as error:
            raise DamagedError(f"it is damaged ({error})") from error
        keep(piece)
    return place - len(decoder.unused_data)


def _decoder(stretch: Stretch) -> ZstdDecompressor:
    try:
        return ZstdDecompressor(_dictionary(stretch), options=WINDOW)
    except ZstdError as error:
        raise DamagedError(DICTIONARY.format(error)) from error


def _dictionary(stretch: Stretch) -> ZstdDict | None:
    """What the frames of a `.warc.zst` were packed with, in a frame at its start that is no record."""
    head = stretch.at(stretch.start, 8)
    if not SKIPPABLE.match(head):
        return None
    if not stretch.dictionary:
        kept = stretch.at(stretch.start + 8, min(int.from_bytes(head[4:], "little"), LARGEST_DICTIONARY))
        try:
            packed = kept.startswith(FRAME)
            plain = ZstdDecompressor(options=WINDOW).decompress(kept, LARGEST_DICTIONARY) if packed else kept
            stretch.dictionary = ZstdDict(plain)
        except (ZstdError, ValueError) as error:
            raise DamagedError(DICTIONARY.format(error)) from error
    return stretch.dictionary
