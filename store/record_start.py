"""Where a record of a WARC or ARC file starts."""

import re

from store.members import is_packed, start_of
from store.stretch import BLOCK, Stretch

HEAD = 2**16  # bytes of a record's own head
# An ARC record's line: address (a space may be in it), host, time, media type, length; version 2 has more before the
# length. archive.org/web/researcher/ArcFileFormat.php
ADDRESSED = (
    rb"(?:https?|ftp|filedesc|dns|gopher|nntp|whois|mailto):(?>[^\r\n]{1,4000}? [^ \r\n]{1,64} \d{8,18} )"
)
LINE = ADDRESSED + rb"[^\r\n]{0,2000}+(?<=[\w \t-])\r?\n"
VERSION = rb"WARC/\d\.\d\d?\r?\n"
START = re.compile(rb"WARC/\d|" + LINE, re.IGNORECASE)
STARTS = re.compile(
    rb"\x1f\x8b\x08|\x28\xb5\x2f\xfd|" + VERSION + rb"|(?<=\n)" + ADDRESSED
)  # of one, perhaps
ANOTHER = re.compile(rb"(?<!^)" + VERSION + rb"|(?<=\n)" + LINE)  # in what should be one alone


def resume(stretch: Stretch, place: int) -> int | None:
    """Where a record, or a member or frame with one, begins next."""
    while (found := stretch.find(STARTS, place)) is not None:
        start = stretch.at(found, BLOCK)
        if START.match(start_of(stretch, start, HEAD) if is_packed(start) else start):
            return found
        place = found + 1
    return None
