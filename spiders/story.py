"""One-off: the stories and entries at addresses that somebody gives."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from scrapy.exceptions import UsageError

from spiders.entries import Entries
from spiders.given import listed, read_list
from spiders.outlets import Yielded
from stories.recognition import Recognised


class StorySpider(Entries):
    """-a url=ADDRESS[,ADDRESS...], -a file=FILE with an address a line or a table with a column of them (empty
    lines and # comments skipped), or -a file=- for standard input.
    """

    name = "story"
    takes: ClassVar[tuple[str, ...]] = ("url", "file", *Entries.takes)

    def __init__(self, saved: Sequence[Recognised] = (), **arguments: str) -> None:
        super().__init__(**arguments, **({"saved": saved} if isinstance(saved, str) else {}))
        self.saved = saved  # pages that the command `story` read from files; never by -a
        self.addresses = [*listed(arguments.get("url", "")), *read_list(arguments.get("file", ""))]
        if not self.addresses and not saved:
            raise UsageError("story was given no address: use -a url=ADDRESS[,ADDRESS...] or -a file=FILE")

    def first_requests(self) -> Iterator[Yielded]:
        for found in self.saved:
            yield from self.follow_all(found, counted=0)
        for address in self.addresses:
            yield from self.ask(address, given=True)
