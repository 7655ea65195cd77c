"""The spider of one outlet, and of any: what it asks for, what becomes of the answers, what earlier runs left."""

import logging
from collections.abc import AsyncIterator, Iterable, Iterator
from functools import cached_property
from typing import Any, ClassVar, Self

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import UsageError
from scrapy.http import Response
from scrapy.settings import BaseSettings
from twisted.python.failure import Failure
from w3lib.url import safe_url_string

from engine.answer import not_modified, page_of, why
from engine.workers import Workers
from extensions import RunRecord, outlets
from runs.frontier import Ledger, dates_of, validators
from runs.outcomes import Outcomes
from spiders.arguments import number, period
from spiders.period import within
from spiders.sources import STATES, lost
from stories.dates import Candidate
from stories.entries import Entry
from stories.identity.urls import belongs_to, canonical_url, is_story, outlet_of
from stories.item import Story
from stories.outlet import Outlet
from stories.page import Page

log = logging.getLogger(__name__)
Yielded = Request | Story | Entry  # what a callback hands to Scrapy


class OutletSpider(Spider):
    """A spider of one outlet. Set `outlet`; combine with the finders below.

    Arguments of every spider: since, until (ISO dates, inclusive), limit (stories asked for).
    outcomes: where this run is told what became of each address. workers: they read what came from the web.
    `named_only`: whether crawlall runs it only where it is named, by OUTLETS or on the command line.
    `promises`: how many stories its feeds, sitemaps and listings always name at least; 0 where it may find none.
    """

    outlet: ClassVar[Outlet] = Outlet()
    promises: int = 1
    named_only: ClassVar[bool] = False
    takes: ClassVar[tuple[str, ...]] = ("since", "until", "limit")
    outcomes: Outcomes
    workers: Workers

    def __init__(self, **arguments: str) -> None:
        super().__init__()
        if unknown := set(arguments) - set(self.takes):
            raise UsageError(
                f"{self.name} takes no argument {sorted(unknown)[0]!r}; it takes {', '.join(self.takes)}"
            )
        self.arguments = arguments
        self.since, self.until = period(arguments.get("since"), arguments.get("until"))
        self.left = number("limit", arguments.get("limit"))
        self.met: set[str] = set()

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        super().update_settings(settings)
        agent = settings["USER_AGENT"].format(contact=settings["CONTACT"])
        settings.set("USER_AGENT", agent, priority="spider")

    @classmethod
    def from_crawler(cls, crawler: Crawler, *given: str, **named: str) -> Self:
        self = super().from_crawler(crawler, *given, **named)
        crawler.signals.connect(self.opened, signal=signals.spider_opened)
        return self

    def opened(self, spider: Spider) -> None:
        """Signal handler: takes what Scrapy makes after the spider. In the shell there is no run."""
        if record := self.crawler.get_extension(RunRecord):
            self.outcomes = record.outcomes
            self.left = 0 if self.settings.getbool("LISTS_ONLY") else self.left
            self.workers = Workers.of(self.crawler)

    @property
    def ledger(self) -> Ledger:
        """What earlier runs left."""
        return self.outcomes.ledger

    async def start(self) -> AsyncIterator[Yielded]:
        for request in self.first_requests():
            yield request
        for request in self.take_up():
            yield request

    def first_requests(self) -> Iterator[Yielded]:
        """The requests that a crawl starts with; each finder adds its own."""
        yield from ()

    def take_up(self) -> Iterator[Request]:
        """What earlier runs left unfinished, and what is due again; a run that is told what to take does neither."""
        if not self.outlet.domains or self.arguments:
            return
        for row in self.ledger.due(self.outlet.name, unfinished=bool(self.settings["REPLAY"])):
            yield from self.ask(row["address"], dates_of(row))

    def outlet_of(self, url: str) -> Outlet:
        """The outlet that publishes at `url`."""
        return self.outlet

    def wants(self, published: str | None) -> bool:
        """Whether a publication date, as precise as it is, lies within -a since and -a until; an unknown one does."""
        return within(published, self.since, self.until)

    def ask(
        self,
        url: str,
        candidates: Iterable[Candidate] = (),
        entry: Entry | None = None,
        given: bool = False,
    ) -> Iterator[Any]:
        """The request for a story found at `url`, unless it is none, was asked for in this run, or is out of range.

        given: by a person. Then the pattern of story addresses does not count, and what is refused is a reject.
        """
        try:
            outlet = self.outlet_of(url)
            canonical = canonical_url(url, outlet)
            safe_url_string(url)  # as a request will
        except ValueError as error:
            self.refuse_address(url, "no web address", str(error))
            yield from lost(entry, "not followed", str(error))
            return
        if not entry and not (
            self.takes_given(url, canonical) if given else self.takes_found(canonical, outlet)
        ):
            return
        self.met.add(canonical)
        self.outcomes.count("found")
        if request := self.request_for(url, canonical, outlet, list(candidates), entry):
            if self.left is not None and not entry:  # a source comes with its entry
                self.left -= 1
            self.outcomes.count("fetched")
            if given:
                request.meta["given"] = True
                self.outcomes.given.add(request.url)
            yield request

    def takes_found(self, canonical: str, outlet: Outlet) -> bool:
        """Whether an address that the crawl met is to be asked for."""
        elsewhere = bool(outlet.domains) and not belongs_to(canonical, outlet)  # judged by where it leads
        return canonical not in self.met and self.left != 0 and (elsewhere or is_story(canonical, outlet))

    def takes_given(self, url: str, canonical: str) -> bool:
        """Whether an address that somebody gave is to be asked for; what is not is told."""
        if canonical in self.met:
            log.warning("%s is given more than once; it is asked for once", url)
            return False
        if self.left == 0:
            self.refuse_address(url, "beyond the limit", f"-a limit={self.arguments['limit']}")
            return False
        return True

    def refuse_address(self, url: str, reason: str, detail: str) -> None:
        """An address that is not asked for was found all the same."""
        self.outcomes.count("found")
        self.outcomes.reject(url, "spider", reason, detail)

    def request_for(
        self, url: str, canonical: str, outlet: Outlet, candidates: list[Candidate], entry: Entry | None
    ) -> Request | None:
        """The request for a story that is due; one that is not counts as what it was. An entry's source always is."""
        known = self.ledger.known(canonical)
        if not entry:
            ranged, wanted = bool(self.since or self.until), not self.outlet.domains
            status = self.ledger.status(known, candidates, ranged, wanted)
            if status != "due":
                self.outcomes.count(status)
                return None
        request = Request(
            # A feed's tracking is not the address
            url if outlet.keeps_query or not belongs_to(url, outlet) else url.split("?")[0].split("#")[0],
            self.parse_story,
            errback=self.story_failed,
            dont_filter=True,
            headers={} if entry else validators(known),
            meta={"named": url},
            cb_kwargs={"candidates": candidates, "entry": entry},
        )
        if not entry:
            self.ledger.queued(canonical, request.url, outlet.name, candidates)
        return request

    async def parse_story(
        self, response: Response, candidates: list[Candidate], entry: Entry | None
    ) -> AsyncIterator[Yielded]:
        """The item of a story's page."""
        outlet = self.outlet_of(response.url)
        page = page_of(response)
        self.ledger.fetched(page.asked or page.url)
        elsewhere = bool(outlet.domains) and not belongs_to(response.url, outlet)
        if elsewhere or not (
            is_story(canonical_url(response.url, outlet), outlet) or self.wanted_all_the_same(page, response)
        ):
            reason = "led to another site" if elsewhere else "led to a page that is no story"
            self.outcomes.reject(response.url, "spider", reason, page.asked or "", page)
            for item in lost(entry, "moved", f"{reason}: {response.url}"):
                yield item
            return
        chain = response.meta.get("redirect_urls", [])[1:]
        named = (
            [response.meta["named"]]
            if not entry and response.meta["named"] != (page.asked or page.url)
            else []
        )
        yield Story(
            page=page,
            outlet=outlet,
            addresses=[*((url, "redirect") for url in chain), *((url, "feed") for url in named)],
            candidates=candidates,
            entry=entry,
            given=bool(response.meta.get("given")),
        )

    def wanted_all_the_same(self, page: Page, response: Response) -> bool:
        """Whether somebody gave an address that does not look like a story's: then what stands there says what it is."""
        asked = page.asked or page.url
        outlet = self.outlet_of(asked)
        return bool(response.meta.get("given")) and not is_story(canonical_url(asked, outlet), outlet)

    def story_failed(self, failure: Failure) -> Iterator[Yielded]:
        """A story's page was not fetched; the entry that led to it is kept, and says why."""
        request: Request = failure.request  # type: ignore[attr-defined]
        reason, detail, page = why(failure)
        asked = request.meta.get("redirect_urls", [request.url])[0]
        if not_modified(failure):
            self.outcomes.seen_again(asked)
            return
        self.outcomes.reject(asked, "fetch", reason, detail, page)
        yield from lost(
            request.cb_kwargs["entry"], STATES.get(reason, "not followed"), f"{reason} {detail}".strip()
        )


class AnyOutlet(OutletSpider):
    """A spider that meets pages of many outlets: each is read with the facts of the outlet that it belongs to."""

    @cached_property
    def outlets(self) -> list[Outlet]:
        """The outlets of this project's spiders."""
        return list(outlets(self.crawler.settings).values())

    def outlet_of(self, url: str) -> Outlet:
        """The outlet whose domain the host ends in, else one that only has the site's name."""
        return outlet_of(url, self.outlets)
