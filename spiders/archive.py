"""Pages out of WARC files: one's own, Common Crawl's, Browsertrix's, ArchiveBox's, the Internet Archive's."""

from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing
from typing import ClassVar, Literal, Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import UsageError
from scrapy.settings import BaseSettings

from runs.counts import PREFIX
from spiders.ahead import ReadsAhead
from spiders.arguments import domains, query
from spiders.ccnews import ccnews_files
from spiders.outlets import Yielded
from spiders.ranges import NAMES, Came, Walked, is_asked_for, may_be_page
from spiders.warc_files import warc_files
from store.location import Location
from store.warc import ArchiveError, Beside, read_capture
from stories.page import Page
from stories.recognition import Recognised

BATCH = 100  # requests made before waiting for the scheduler to run empty
NAMED = 3  # kinds of answers that are told of a file without a page


class ArchiveSpider(ReadsAhead):
    """-a path=FILE[,FILE...] (folders, patterns such as data/archive/*.warc.gz, https:// and s3:// addresses too): every
    page (HTML, plain text, MHTML), with its own recorded address and time; no site is asked. -a ccnews=2026-10 (or
    2026-08..2026-10): the same of Common Crawl's news archive of that month. Workers read the files, range by range
    (`spiders.ranges`).

    -a domains=HOST[,HOST...]: only pages of these. -a about=QUERY: only those whose headline or body has it.
    """

    name = "archive"
    follows = False
    takes: ClassVar[tuple[str, ...]] = ("path", "ccnews", "domains", "about", *ReadsAhead.takes)

    def __init__(self, **arguments: str) -> None:
        super().__init__(**arguments)
        self.domains, self.query = domains(arguments.get("domains")), query(arguments.get("about"))
        self.named = warc_files(arguments.get("path", ""))
        self.paths = [*self.named]
        if not self.named and not arguments.get("ccnews"):
            raise UsageError(
                "archive was given no file: use -a path=FILE.warc.gz[,FILE...] or -a ccnews=2026-10"
            )
        self.chooses = bool(self.domains or self.query)
        self.promises = 0 if self.chooses else 1
        self.kept: set[int] = set()  # hashes of what captures are known by: an archive can hold a million
        self.revisits: list[Beside] = []
        self.derived: dict[
            str, tuple[int, str]
        ] = {}  # how many records of a type, and the address of the first
        self.others: Counter[str] = Counter()
        self.scanned: Counter[str] = Counter()

    @classmethod
    def from_crawler(cls, crawler: Crawler, *given: str, **named: str) -> Self:
        """Raises UsageError where a month of -a ccnews= or the cluster of CLUSTER cannot be had."""
        self = super().from_crawler(crawler, *given, **named)
        self.paths += ccnews_files(crawler.settings["CCNEWS"], named.get("ccnews", ""))
        self.join_cluster()
        return self

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        super().update_settings(settings)
        given = {"REPLAY": "-", "ROBOTSTXT_OBEY": False, "REFETCH_AFTER_HOURS": 0}
        handlers: dict[str, None] = dict.fromkeys(
            settings.getdict("DOWNLOAD_HANDLERS")
        )  # nothing is downloaded
        for name, value in {**given, "DOWNLOAD_HANDLERS": handlers}.items():
            settings.set(name, value, priority="cmdline")

    def count_pages(self, what: Literal["looked_at", "read", "matched"], many: int) -> None:
        """So many more pages were looked at, read, or are what was asked for; a run that chooses tells it in its line."""
        self.scanned[what] += many
        self.crawler.stats.inc_value(f"{PREFIX}pages_{what}", many)
        if self.chooses:
            self.outcomes.findings.scanned = self.scanned

    async def start(self) -> AsyncIterator[Yielded]:
        asked = 0
        async with aclosing(self.ranges()) as ranges:
            async for path, came in ranges:
                for item in self.take(path, came):
                    if not isinstance(item, Request):
                        if not await self.save(item):
                            return
                        continue
                    asked += 1
                    yield item
                    if asked % BATCH == 0:
                        await self.crawler.signals.wait_for(signals.scheduler_empty)
        self.tell_unread()

    async def save(self, item: Yielded) -> bool:
        """At once, so that stories are written in the order of the archive, and none waits in memory.

        Returns whether the run goes on. One that is closed meanwhile waits for the item, and Scrapy 2.19 looks again
        whether any is left only after a response.
        """
        scraper = self.crawler.engine.scraper
        slot = scraper.slot
        if not slot or slot.closing:
            return False
        await scraper.start_itemproc_async(item, response=None)
        if slot.closing and not slot.closing.called:
            scraper._check_if_closing()
        return not slot.closing

    def tell(self, path: Location, walked: Walked) -> None:
        """Tell what a walk through an archive met beside the pages to read."""
        for said in walked.told:
            self.outcomes.trouble(str(path), "archive cut short", said)
        if walked.failed:
            self.outcomes.trouble(str(path), "archive cannot be read", walked.failed)
        self.others += walked.others
        self.count_pages("looked_at", walked.pages)
        if not self.query:  # else nobody knows whether what a record stands for is asked for
            self.kept.update(map(hash, walked.known_by))
            for found in walked.beside:
                self.pass_by(found)

    def pass_by(self, found: Beside) -> None:
        """A record stands for a page and holds none. It is told where no record of these files holds it."""
        kind = found.content or NAMES.guess_type(found.url.partition("?")[0])[0] or "html"
        if not may_be_page(kind, found.url):
            return
        if found.kind == "revisit":
            self.revisits.append(found)
        else:
            count, first = self.derived.get(found.kind, (0, found.url))
            self.derived[found.kind] = (count + 1, first)

    def tell_derived(self, path: Location) -> None:
        """The records of an archive that were made from pages, and hold none."""
        for kind, (count, first) in self.derived.items():
            said = f"{count} of WARC-Type {kind}, which hold no page as it was received, such as {first}"
            self.outcomes.trouble(str(path), "records left out", said)
        self.derived.clear()

    def tell_unread(self) -> None:
        """What of the files is no page that was asked for, and yet no reason was told."""
        for found in self.revisits if self.left != 0 else ():  # what they repeat may come after the last
            if self.kept.isdisjoint(map(hash, found.of)):
                said = f"what it repeats is in none of these files: {found.of[-1] if found.of else 'it does not say'}"
                self.refuse_address(found.url, "revisit without its page", said)
        found_any = self.outcomes.counts["found"] or (self.chooses and self.scanned["looked_at"])
        if not found_any and not self.outcomes.findings.troubles:
            kinds = ", ".join(f"{count} {kind}" for kind, count in self.others.most_common(NAMED))
            self.outcomes.trouble(str(self.paths[0]), "no page in the archive", kinds or "no answer at all")

    def take(self, path: Location, came: Came) -> Iterator[Yielded]:
        """What is to be saved of a page, or the request for one that is read by itself."""
        self.count_pages("read", int(came.read))
        if came.apart:
            self.count_pages("matched", int(not self.query and self.left != 0))
            yield from self.ask_apart(path, came.place)
        elif self.left != 0 and (came.story or came.centres or came.left_out):
            self.left = None if self.left is None else self.left - 1
            self.count_pages("matched", 1)
            self.outcomes.count("found")
            self.outcomes.count("fetched")
            yield from self.records_of(came)

    def records_of(self, came: Came) -> Iterator[Yielded]:
        """The story of a page, or the entries of a page of the Resource Centre."""
        if came.story:
            yield came.story
        elif came.centres and came.centres.kind == "entry":
            yield from self.follow_all(came.centres)
        elif came.centres and came.page:
            self.refuse(came.page, came.centres)

    def follow_all(self, found: Recognised, counted: int = 1) -> Iterator[Yielded]:
        """Only the entries that are asked for, of a page that was read by itself too."""
        if self.query:
            found.entries = [entry for entry in found.entries if is_asked_for(entry, self.scan)]
        yield from super().follow_all(found, counted)

    def refuse(self, page: Page, found: Recognised) -> None:
        """Nothing that has no entry can be what is asked for."""
        if not self.query:
            super().refuse(page, found)

    def ask_apart(self, path: Location, place: int) -> Iterator[Request]:
        """The request that the archive itself will answer with the page at this place."""
        try:
            capture = read_capture(path, place)
        except ArchiveError as error:
            self.outcomes.trouble(str(path), "archive cannot be read", str(error))
            return
        self.met.clear()  # an archive may hold one address many times: each is a sighting
        for request in self.ask(capture.url):
            request.meta["answer_with"] = (str(path), place)
            yield request
