"""Pages out of WARC files: one's own, Common Crawl's, Browsertrix's, ArchiveBox's, the Internet Archive's."""

import re
from collections.abc import AsyncIterator, Iterator
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import UsageError
from scrapy.http import Response
from scrapy.settings import BaseSettings

from extensions import open_store, outlets
from spiders.entries import Entries
from spiders.warc_files import warc_files
from store.database import Store, must_exist
from store.story_record import stored_pages
from store.warc import ArchiveError, Capture, captures, read_capture
from stories.dates import Candidate
from stories.entries import Entry
from stories.item import Story

BATCH = (
    100  # requests made before waiting for the scheduler to run empty: an archive can hold a million pages
)
READ = (200, 203, 206)  # RFC 9110, 15.3: pages as they are, as a proxy changed them, and parts of them
KINDS = ("html", "text/plain", "multipart/related", "message/rfc822", "mimearchive")  # that may hold a page
# What sites keep for programs (RFC 9309, RFC 8615), which each own archive holds
FOR_PROGRAMS = re.compile(
    r"/(?:robots|ads|app-ads|humans|security|llms)\.txt(?:[?#]|$)|/\.well-known/", re.IGNORECASE
)
HELD = "SELECT DISTINCT outlet FROM stories ORDER BY outlet"


def held_outlets(store: Store) -> list[str]:
    """The names of the outlets whose stories are held."""
    names = [row["outlet"] for row in store.rows(HELD)]
    store.close()
    return names


def may_be_page(capture: Capture) -> bool:
    """Whether a capture is of a kind that may hold a page: mark-up, plain text, a page that a browser saved (MHTML)."""
    kind = (capture.header("Content-Type") or "html").lower()
    return any(name in kind for name in KINDS) and not FOR_PROGRAMS.search(capture.url)


class ArchiveSpider(Entries):
    """-a path=FILE[,FILE...] (folders, and patterns such as data/archive/*.warc.gz too): every page (HTML, plain text,
    MHTML), with its own recorded address and time; no network. -a stored=OUTLET (or `all`): the pages that records
    point at, read anew.
    """

    name = "archive"
    follows = False
    takes: ClassVar[tuple[str, ...]] = ("path", "stored", *Entries.takes)

    def __init__(self, **arguments: str) -> None:
        super().__init__(**arguments)
        self.stored = arguments.get("stored", "")
        self.paths = warc_files(arguments.get("path", ""))
        if not self.paths and not self.stored:
            raise UsageError("archive was given no file: use -a path=FILE.warc.gz[,FILE...]")

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Raises StoreError where stored pages are asked for and there is no database that could name them, UsageError
        where it holds nothing of the outlet that is asked for.
        """
        self = super().from_crawler(crawler, *args, **kwargs)
        if self.stored:
            must_exist(Path(crawler.settings["CUTTINGS_DB"]).absolute())
            held = held_outlets(open_store(crawler.settings, self))
            if self.stored not in ("all", *held, *outlets(crawler.settings)):
                said = f"there is no outlet {self.stored!r}; the database holds stories of {', '.join(held) or 'none'}"
                raise UsageError(said, print_help=False)
        return self

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        super().update_settings(settings)
        for name, value in {"REPLAY": "-", "ROBOTSTXT_OBEY": False, "REFETCH_AFTER_HOURS": 0}.items():
            settings.set(name, value, priority="cmdline")

    async def start(self) -> AsyncIterator[Any]:
        asked = 0
        for capture in self.captures():
            for request in self.ask_capture(capture):
                asked += 1
                yield request
                if asked % BATCH == 0:
                    await self.crawler.signals.wait_for(signals.scheduler_empty)

    def captures(self) -> Iterator[Capture]:
        """The captures to read; an archive that cannot be read is a trouble, and the next one is tried."""
        for path in self.paths:
            try:
                yield from captures(path, partial(self.outcomes.trouble, str(path), "archive cut short"))
            except ArchiveError as error:
                self.outcomes.trouble(str(path), "archive cannot be read", str(error))
        for row in stored_pages(self.outcomes.store, self.stored) if self.stored else []:
            try:
                yield read_capture(self.outcomes.store.path.parent / row["archive"], row["offset"])
            except ArchiveError as error:
                self.outcomes.trouble(row["url"], "archive cannot be read", str(error))

    def ask_capture(self, capture: Capture) -> Iterator[Request]:
        """The request that the archive itself will answer with this capture."""
        if capture.status not in READ or not may_be_page(capture):
            return
        self.met.clear()  # an archive may hold one address many times: each is a sighting
        for request in self.ask(capture.url):
            request.meta["answer_with"] = (str(capture.path), capture.offset)
            yield request

    async def parse_story(
        self, response: Response, candidates: list[Candidate], entry: Entry | None
    ) -> AsyncIterator[Any]:
        """As for any spider; what is read again replaces what was read before."""
        async for item in super().parse_story(response, candidates, entry):
            if isinstance(item, Story):
                item.reread = bool(self.stored)
            yield item
