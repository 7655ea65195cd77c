"""Pages out of WARC files: one's own, Common Crawl's, Browsertrix's, ArchiveBox's, the Internet Archive's."""

import re
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from functools import partial
from mimetypes import MimeTypes
from typing import ClassVar, Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import UsageError
from scrapy.settings import BaseSettings

from spiders.ccnews import ccnews_files
from spiders.entries import Entries
from spiders.outlets import Yielded
from spiders.warc_files import warc_files
from store.warc import ArchiveError, Beside, Capture, captures

BATCH = (
    100  # requests made before waiting for the scheduler to run empty: an archive can hold a million pages
)
READ = (200, 203, 206)  # RFC 9110, 15.3: pages as they are, as a proxy changed them, and parts of them
KINDS = ("html", "text/plain", "multipart/related", "message/rfc822", "mimearchive")  # that may hold a page
# What sites keep for programs (RFC 9309, RFC 8615), which each own archive holds
FOR_PROGRAMS = re.compile(
    r"/(?:robots|ads|app-ads|humans|security|llms)\.txt(?:[?#]|$)|/\.well-known/", re.IGNORECASE
)
NAMES = MimeTypes()  # of its own: what the machine knows beside is not asked
NAMED = 3  # kinds of answers that are told of a file without a page


def may_be_page(kind: str, url: str) -> bool:
    """Whether what is of a media type may be a page: mark-up, plain text, a page that a browser saved (MHTML)."""
    return any(name in kind.lower() for name in KINDS) and not FOR_PROGRAMS.search(url)


class ArchiveSpider(Entries):
    """-a path=FILE[,FILE...] (folders, patterns such as data/archive/*.warc.gz, https:// and s3:// addresses too): every
    page (HTML, plain text, MHTML), with its own recorded address and time; no site is asked. -a ccnews=2026-10 (or
    2026-08..2026-10): the same of Common Crawl's news archive of that month.
    """

    name = "archive"
    follows = False
    takes: ClassVar[tuple[str, ...]] = ("path", "ccnews", *Entries.takes)

    def __init__(self, **arguments: str) -> None:
        super().__init__(**arguments)
        self.named = warc_files(arguments.get("path", ""))
        self.paths = [*self.named]
        if not self.named and not arguments.get("ccnews"):
            raise UsageError(
                "archive was given no file: use -a path=FILE.warc.gz[,FILE...] or -a ccnews=2026-10"
            )
        self.kept: set[int] = set()  # hashes of what captures are known by: an archive can hold a million
        self.revisits: list[Beside] = []
        self.derived: dict[
            str, tuple[int, str]
        ] = {}  # how many records of a type, and the address of the first
        self.others: Counter[str] = Counter()

    @classmethod
    def from_crawler(cls, crawler: Crawler, *given: str, **named: str) -> Self:
        """Raises UsageError where a month of -a ccnews= cannot be had."""
        self = super().from_crawler(crawler, *given, **named)
        self.paths += ccnews_files(crawler.settings["CCNEWS"], named.get("ccnews", ""))
        return self

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        super().update_settings(settings)
        for name, value in {"REPLAY": "-", "ROBOTSTXT_OBEY": False, "REFETCH_AFTER_HOURS": 0}.items():
            settings.set(name, value, priority="cmdline")

    async def start(self) -> AsyncIterator[Yielded]:
        asked = 0
        for capture in self.captures():
            self.kept.update(map(hash, capture.known_by))
            for request in self.ask_capture(capture):
                asked += 1
                yield request
                if asked % BATCH == 0:
                    await self.crawler.signals.wait_for(signals.scheduler_empty)
        self.tell_unread()

    def captures(self) -> Iterator[Capture]:
        """The captures to read; an archive that cannot be read is a trouble, and the next one is tried."""
        for path in self.paths:
            try:
                lost = partial(self.outcomes.trouble, str(path), "archive cut short")
                yield from captures(path, lost, self.pass_by)
            except ArchiveError as error:
                self.outcomes.trouble(str(path), "archive cannot be read", str(error))
            for kind, (many, first) in self.derived.items():
                said = f"{many} of WARC-Type {kind}, which hold no page as it was received, such as {first}"
                self.outcomes.trouble(str(path), "records left out", said)
            self.derived.clear()

    def pass_by(self, found: Beside) -> None:
        """A record stands for a page and holds none. It is told where no record of these files holds it."""
        kind = found.content or NAMES.guess_type(found.url.partition("?")[0])[0] or "html"
        if not may_be_page(kind, found.url):
            return
        if found.kind == "revisit":
            self.revisits.append(found)
        else:
            many, first = self.derived.get(found.kind, (0, found.url))
            self.derived[found.kind] = (many + 1, first)

    def tell_unread(self) -> None:
        """What of the files is no page that was asked for, and yet no reason was told."""
        for found in self.revisits:
            if self.kept.isdisjoint(map(hash, found.of)):
                said = f"what it repeats is in none of these files: {found.of[-1] if found.of else 'it does not say'}"
                self.refuse_address(found.url, "revisit without its page", said)
        if not self.outcomes.counts["found"] and not self.outcomes.findings.troubles:
            kinds = ", ".join(f"{many} {kind}" for kind, many in self.others.most_common(NAMED))
            self.outcomes.trouble(str(self.paths[0]), "no page in the archive", kinds or "no answer at all")

    def ask_capture(self, capture: Capture) -> Iterator[Request]:
        """The request that the archive itself will answer with this capture."""
        kind = (capture.header("Content-Type") or "html").lower()
        if capture.status not in READ or not may_be_page(kind, capture.url):
            self.others[f"HTTP {capture.status} {kind}"] += 1
            return
        self.met.clear()  # an archive may hold one address many times: each is a sighting
        for request in self.ask(capture.url):
            request.meta["answer_with"] = (str(capture.path), capture.offset)
            yield request
