"""What lists name: feeds, sitemaps and listings are asked for, and the stories that they name; the rest is counted."""

import json
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, ParamSpec, TypeVar

from scrapy import Request
from scrapy.http import Response
from twisted.python.failure import Failure
from w3lib.url import canonicalize_url

from engine.answer import charset_of, joined, not_modified, page_of, why
from extensions import Reject
from runs.frontier import NOT_ITS_FAULT, validators
from runs.trend import MIN_RUNS
from runs.verdict import NO_STORY, PassedOver
from spiders.outlets import OutletSpider, Yielded
from stories.dates import Candidate
from stories.entries import Entry
from stories.identity.trackers import forwards, meant
from stories.identity.urls import belongs_to, canonical_url, is_story
from stories.item import FEED_KEPT, Story
from stories.lists import Named, read_list
from stories.outlet import ListAddress, Outlet
from stories.page import Page
from stories.translations import Translation, speaks, tongue

LEFT_ALONE = "host left alone"  # since it refused other pages
NO_ADDRESS, ANOTHER_SITE, ANOTHER_LANGUAGE = "no address", "another site", "another language"
ELSEWHERE = 200  # links to other sites that a run follows, where they are not known to lead to another
UNASKED = (NO_STORY, NO_ADDRESS, ANOTHER_SITE, ANOTHER_LANGUAGE)
ANSWERED = "SELECT url FROM ledger WHERE state = 'list' AND outlet = ?"
Given = ParamSpec("Given")
Read = TypeVar("Read")
ListCallback = Callable[[Any], AsyncIterator[Request]]


class ListedStories(OutletSpider):
    """A spider whose stories are named by lists. A ListAddress that is not known to have answered is unconfirmed."""

    elsewhere = 0  # how many links to other sites were followed, of which nothing but a list says that a story is there

    def __init__(self, **arguments: str) -> None:
        super().__init__(**arguments)
        self.lists: set[str] = set()  # asked for in this run
        self.feed_pages: dict[str, Page] = {}  # that give the whole texts of such stories
        self.copies: dict[
            str, list[Translation]
        ] = {}  # of stories that are asked for, by the address that was named
        self.unconfirmed: set[str] = set()  # those of them that never answered, as far as anybody knows

    def is_tracker(self, url: str) -> bool:
        """Whether an address is no story's of the outlet, and one that only leads to another."""
        known = bool(self.outlet.domains) and belongs_to(url, self.outlet)
        return forwards(url) and not (known and is_story(url, self.outlet))

    def outlet_of(self, url: str) -> Outlet:
        """What publishes at `url`. The facts of an outlet are not those of what counts the clicks on its links."""
        outlet = super().outlet_of(url)
        return replace(outlet, host="", keeps_query=True, rewrites=()) if self.is_tracker(url) else outlet

    def takes_found(self, canonical: str, outlet: Outlet) -> bool:
        """As for any outlet; what only leads to another address is judged by that one."""
        new = canonical not in self.met and self.left != 0
        return super().takes_found(canonical, outlet) or (new and self.is_tracker(canonical))

    def ask_list(self, url: str, callback: ListCallback, chain: tuple[str, ...] = ()) -> Iterator[Request]:
        """The request for a page that lists stories, unless it was asked for in this run; one that has not changed since
        the last whole run costs nothing.

        chain: the lists that led to it. Raises ValueError where the address is none.
        """
        known = None if self.arguments else self.ledger.known(url)
        if isinstance(url, ListAddress) and not url.answered and not self.has_answered(url):
            self.unconfirmed.add(url)
        meta = {
            "download_maxsize": self.settings.getint("LIST_MAXSIZE"),
            "list": str(url),
            "chain": (*chain, url),
        }
        request = Request(
            url,
            callback,
            errback=self.list_failed,
            priority=1,
            meta=meta,
            headers=validators(known),
            dont_filter=True,  # a list that redirects to itself is not to vanish
        )
        if (address := canonicalize_url(request.url)) not in self.lists:
            self.lists.add(address)
            yield request

    def list_failed(self, failure: Failure) -> None:
        """A feed, a sitemap or a listing was not fetched."""
        reason, detail, _ = why(failure)
        request: Request = failure.request  # type: ignore[attr-defined]
        if not_modified(failure):
            self.outcomes.listed(self.ledger.known(request.meta["list"]) or {})
            return
        self.trouble(request, reason, detail)

    def trouble(self, asked: Request | Response, reason: str, detail: str = "") -> None:
        """A list is in trouble. One that is unconfirmed is so only where it answered in an earlier run."""
        if asked.meta["list"] in self.unconfirmed:
            self.outcomes.noted(asked.url, f"unconfirmed: {reason}", detail)
        else:
            self.outcomes.trouble(asked.url, reason, detail)

    def has_answered(self, url: str) -> bool:
        """Whether an earlier run read a list."""
        return url in self.answered_before

    @cached_property
    def answered_before(self) -> set[str]:
        """The lists of the outlet that earlier runs read; looked up before this run reads one."""
        return {row["url"] for row in self.outcomes.store.rows(ANSWERED, self.outlet.name)}

    async def work(
        self, response: Response, function: Callable[Given, Read], *given: Given.args, **named: Given.kwargs
    ) -> Read | None:
        """What a function reads out of a list, in a worker; None where it cannot, which is a trouble."""
        try:
            return await self.workers.run(function, *given, **named)
        except Reject as error:
            self.trouble(response, error.reason, error.detail)
        return None

    async def read_list(self, response: Response, kind: str) -> Named | None:
        """What a feed or a sitemap names, whichever it is; None where it names nothing, which is a trouble.

        kind: what it is meant to be.
        """
        limit = self.settings.getint("LIST_MAXSIZE")
        whole = self.outlet.whole_feeds
        named = await self.work(response, read_list, response.body, charset_of(response), limit, whole)
        return named and self.checked(response, named, kind)

    def checked(self, response: Response, named: Named, kind: str, detail: str = "") -> Named | None:
        """What a list names; None where that is nothing. That is a trouble, as is a part of it that cannot be read."""
        if not named.stories and not named.leaves:
            self.trouble(response, f"{kind} empty", detail or named.trouble)
            return None
        if named.trouble:
            self.outcomes.trouble(response.url, f"{kind} cut short", named.trouble)
        return named

    def take(self, response: Response, named: Named, follows: bool = False) -> Iterator[Request]:
        """The requests for the stories that a list names, with the dates it gives them; the list is remembered.

        follows: whether every link is meant as a story, so that one to another site counts clicks on its way to one; it
        is followed, and judged by where it leads. Of a page's links only those are that are known to forward.
        """
        passed_over: dict[str, PassedOver] = {}
        for link, dates in named.stories:
            url = meant(joined(response, link), self.outlet)
            copies = [(tag, joined(response, one)) for tag, one in named.copies.get(link, ())]
            own = self.in_own_language(url, copies)
            reason = self.objection(own, follows) if own else ANOTHER_LANGUAGE
            url = own or url
            if reason := reason if link else NO_ADDRESS:
                count, first = passed_over.get(reason, (0, url))
                passed_over[reason] = (count + 1, first)
            if reason not in UNASKED:
                if copies:
                    self.copies[url] = copies
                if link in named.whole:
                    feed = replace(page_of(response), asked=url, etag=None, last_modified=None, item=url)
                    self.feed_pages[url] = feed
                yield from self.ask(url, dates)
        self.remember(response, named, passed_over)

    def in_own_language(self, url: str, copies: Sequence[Translation]) -> str:
        """The address of a story in a language of the outlet; empty where a list says that it is in another.

        copies: (language, address) of the story's copies, and mostly of itself.
        """
        spoken = self.outlet.languages
        tags = [tag for tag, one in copies if tongue(tag) and self.same(one, url)]
        if not spoken or any(speaks(spoken, tag) for tag in tags):
            return url
        ours = next((one for tag, one in copies if speaks(spoken, tag)), "")
        return ours or ("" if tags else url)

    def same(self, one: str, other: str) -> bool:
        """Whether two addresses are one story's; one that is broken is nobody's."""
        try:
            return canonical_url(one, self.outlet) == canonical_url(other, self.outlet)
        except ValueError:
            return False

    async def parse_story(
        self, response: Response, candidates: list[Candidate], entry: Entry | None
    ) -> AsyncIterator[Yielded]:
        """The item of a story's page, with its copies in other languages, and its text, as lists gave them."""
        async for item in super().parse_story(response, candidates, entry):
            if isinstance(item, Story):
                named, page = response.meta["named"], item.page
                item.alternates = self.copies.pop(named, [])
                if feed := self.feed_pages.pop(named, None):
                    item.feed = replace(feed, asked=page.asked or page.url)
            yield item

    def story_failed(self, failure: Failure) -> Iterator[Yielded]:
        """A page was not fetched: the text of its feed makes the story, where the outlet's file allows that."""
        request: Request = failure.request  # type: ignore[attr-defined]
        feed = self.feed_pages.pop(request.meta["named"], None)
        reason, detail, _ = why(failure)
        if not feed or not_modified(failure) or reason in NOT_ITS_FAULT - {LEFT_ALONE}:
            yield from super().story_failed(failure)
            return
        asked = request.meta.get("redirect_urls", [request.url])[0]
        self.outcomes.noted(asked, f"{reason}{FEED_KEPT}", detail)
        page, named = replace(feed, asked=asked), [(feed.item, "feed")]
        yield Story(page, self.outlet, addresses=named, candidates=request.cb_kwargs["candidates"])  # type: ignore[arg-type]

    def objection(self, url: str, follows: bool) -> str:
        """Why an address that a list names is not asked for; empty where it is, or becomes a reject."""
        try:
            canonical = canonical_url(url, self.outlet_of(url))
        except ValueError:
            return ""
        elsewhere = bool(self.outlet.domains) and not belongs_to(url, self.outlet)
        if elsewhere and not self.is_tracker(url):
            self.elsewhere += follows
            return "" if follows and self.elsewhere <= ELSEWHERE else ANOTHER_SITE
        if elsewhere or self.is_tracker(url):
            return ""
        if not is_story(canonical, self.outlet_of(url)):
            return NO_STORY
        if canonical in self.met:
            return "named already"
        return "beyond the limit" if self.left == 0 else ""

    def remember(self, response: Response, named: Named, passed_over: dict[str, PassedOver]) -> None:
        """What a list named, for the verdict, and for runs to which it says that it has not changed.

        One that names no story any more, and did, is a trouble, in each run until it does again.
        """
        url, listed = response.meta["list"], len(named.stories)
        matched = listed - sum(passed_over.get(reason, (0, ""))[0] for reason in UNASKED)
        told = json.dumps(passed_over, ensure_ascii=False)
        row = {"listed": listed, "matched": matched, "passed_over": told}
        known = self.ledger.known(url) or {}
        if listed >= MIN_RUNS and not matched and known.get("matched"):
            self.outcomes.listed(row)
            example = passed_over.get(NO_STORY, (0, ""))[1]
            self.outcomes.trouble(
                url, "addresses changed", f"no story's address among {listed}, such as {example}"
            )
            return
        page = page_of(response)
        whole = not self.arguments and not named.trouble
        shown = {"etag": page.etag, "last_modified": page.last_modified} if whole else {}
        self.outcomes.listed(row | shown, url, self.outlet.name)
