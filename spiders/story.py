"""One-off: the stories and entries at addresses that somebody gives."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import ClassVar

from scrapy import Request
from scrapy.exceptions import UsageError

from spiders.entries import Entries
from stories.recognition import Recognised


class Story(Entries):
    """-a url=ADDRESS[,ADDRESS...], -a file=FILE with an address a line (empty lines and # comments skipped), or
    -a file=- for standard input.
    """

    name = "story"
    takes: ClassVar[tuple[str, ...]] = ("url", "file", *Entries.takes)

    def __init__(self, saved: Sequence[Recognised] = (), **arguments: str) -> None:
        super().__init__(**arguments, **({"saved": saved} if isinstance(saved, str) else {}))
        self.saved = saved  # pages that the command `story` read from files; never by -a
        self.addresses = [*_listed(arguments.get("url", "")), *_read(arguments.get("file", ""))]
        if not self.addresses and not saved:
            raise UsageError("story was given no address: use -a url=ADDRESS[,ADDRESS...] or -a file=FILE")

    def first_requests(self) -> Iterator[Request]:
        for found in self.saved:
            yield from self.follow_all(found)
        for address in self.addresses:
            yield from self.ask(address)


def _listed(text: str) -> list[str]:
    # A comma may be part of an address: only one before a scheme parts two of them
    return [address.strip() for address in text.replace(",http", "\nhttp").splitlines() if address.strip()]


def _read(file: str) -> list[str]:
    if not file:
        return []
    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"-a file={file}: cannot be read: {error}") from error
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
