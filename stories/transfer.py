"""What a transfer did to a page: its content-encodings undone, and whether its end came.

A page that was cut is half of what its outlet printed; as a version it would say that the outlet took words back.
"""

import re
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator

import brotli

if sys.version_info >= (3, 14):
    from compression.zstd import DecompressionParameter, ZstdDecompressor, ZstdError
else:
    from backports.zstd import DecompressionParameter, ZstdDecompressor, ZstdError

CHUNK = 2**16  # bytes unpacked at once
WINDOW = {
    int(DecompressionParameter.window_log_max): 27
}  # RFC 9659: content-encoding zstd has windows up to 8 MB
OPENED = re.compile(rb"<(?:html|body)[\s>]", re.IGNORECASE)
CLEAR = re.compile(rb"(?:\xef\xbb\xbf)?\s*<[!?a-zA-Z]")
CONTROLS = re.compile("[\\x00-\\x08\\x0e-\\x1f\\x7f-\\x9f]")
CLOSED = re.compile(rb"</(?:html|body)\s*>", re.IGNORECASE)
# What speaks of tags and has none
SPOKEN = re.compile(
    rb"<(script|style|textarea)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)|\ssrcdoc\s*=\s*(?:\"[^\"]*\"|'[^']*')",
    re.IGNORECASE | re.DOTALL,
)
LAST_CHUNK = re.compile(rb"0+[ \t]*(?:;[^\r\n]*)?\r?\n")
CHUNK_HEAD = re.compile(rb"([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
Pieces = Iterator[bytes]


class CutError(Exception):
    """What is packed ends before its end, or is damaged; the message says how."""


def has_end(page: bytes) -> bool:
    """Whether a page's closing tag came; one that a script or a comment speaks of is none."""
    return bool(CLOSED.search(page) and CLOSED.search(SPOKEN.sub(b"", page)))


def is_closed(page: bytes) -> bool:
    """Whether mark-up that was opened is closed; a page that never opens it says nothing of its end."""
    return has_end(page) or not OPENED.search(page)


def is_clear(data: bytes) -> bool:
    """Whether data is text or mark-up as it stands."""
    if CLEAR.match(data):
        return True
    start = data[:200].decode("utf-8", "replace")
    return not CONTROLS.search(start) and start.count("\ufffd") <= 1  # a letter cut at the 200th byte


def encodings_of(header: str) -> list[str]:
    """The codings of a Content-Encoding header, in the order in which they were applied (RFC 9110, 8.4).

    What is no coding (`UTF-8`, `none`) is left out: the page is not packed in it.
    """
    words = [word.strip().lower() for word in header.split(",")]
    return [word for word in words if word in UNPACKERS or word in UNREAD]


def unpacked(data: bytes, encodings: Iterable[str], limit: int) -> tuple[bytes, str]:
    """What at most `limit` bytes of `data` unpack to, and how it was cut; empty where it was not.

    Data that is not packed as is said, as some tools keep the header of what they have unpacked, stays as it is.
    """
    for encoding in reversed(list(encodings)):
        pieces: list[bytes] = []
        left = limit
        try:
            for piece in UNPACKERS[encoding](data):
                pieces.append(piece[:left])
                left -= len(pieces[-1])
                if not left:
                    break
        except CutError as error:
            if is_clear(data):
                continue
            return b"".join(pieces), f"{encoding}: {error}"
        except KeyError:
            return data, ""
        data = b"".join(pieces)
    return data, ""


def pieces_of(data: bytes, encoding: str) -> Pieces:
    """What `data` unpacks to, 64 KB at a time. Raises CutError where its end does not come."""
    return UNPACKERS[encoding](data)


def dechunked(data: bytes) -> tuple[bytes, str]:
    """A body in chunks (RFC 9112, 7.1) as one, and how it was cut; a body that is in none stays as it is."""
    pieces: list[bytes] = []
    place = 0
    while head := CHUNK_HEAD.match(data, place):
        size = int(head[1], 16)
        if not size:
            return b"".join(pieces), ""
        piece = data[head.end() : head.end() + size]
        pieces.append(piece)
        place = head.end() + size
        place += 1 if data.startswith(b"\n", place) else 2
        if len(piece) < size:
            break
    if not pieces:
        return data, "" if data else "it is empty, without its last chunk"
    return b"".join(pieces), "the last chunk is missing"


def _inflate(data: bytes) -> Pieces:
    inflater = _inflater(data)
    rest, some = data, False
    while rest:
        try:
            piece = inflater.decompress(rest, CHUNK)
        except zlib.error as error:
            raise CutError(f"damaged ({error})") from error
        some = some or bool(piece)
        yield piece
        rest = inflater.unconsumed_tail
        if inflater.eof:
            rest = inflater.unused_data
            if not rest.startswith(b"\x1f\x8b"):  # a gzip stream may be followed by another, and by noughts
                return
            inflater = zlib.decompressobj(47)
    while piece := inflater.decompress(b"", CHUNK):
        yield piece
    if not inflater.eof:
        raise CutError("the end of the stream is missing")


def _inflater(data: bytes) -> "zlib._Decompress":
    try:
        zlib.decompressobj(47).decompress(data[:64], 1)  # 47: gzip or zlib, by its header
    except zlib.error:
        return zlib.decompressobj(-15)  # some servers send deflate without a header
    return zlib.decompressobj(47)


def _unbrotli(data: bytes) -> Pieces:
    decoder = brotli.Decompressor()
    try:
        piece = decoder.process(data, output_buffer_limit=CHUNK)
        while piece or not decoder.can_accept_more_data():
            yield piece
            piece = decoder.process(b"", output_buffer_limit=CHUNK)
    except brotli.error as error:
        raise CutError("damaged") from error
    if not decoder.is_finished():
        raise CutError("the end of the stream is missing")


def _unzstd(data: bytes) -> Pieces:
    rest = data
    while rest:
        decoder = ZstdDecompressor(options=WINDOW)
        while not decoder.eof:
            if decoder.needs_input and not rest:
                raise CutError("the end of the stream is missing")
            try:
                yield decoder.decompress(rest, CHUNK)
            except ZstdError as error:
                raise CutError("damaged") from error
            rest = b""
        rest = decoder.unused_data


UNPACKERS: dict[str, Callable[[bytes], Pieces]] = {
    "gzip": _inflate,
    "x-gzip": _inflate,
    "deflate": _inflate,
    "br": _unbrotli,
    "zstd": _unzstd,
}
UNREAD = frozenset(
    {"compress", "x-compress", "dcb", "dcz", "exi", "pack200-gzip", "aes128gcm"}
)  # IANA's others
