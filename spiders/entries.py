"""Pages of any kind: a story is an item; an entry of the Resource Centre is followed to its source."""

import re
from collections.abc import AsyncIterator, Iterator
from typing import ClassVar
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.http import Response
from twisted.python.failure import Failure

from engine.answer import page_of
from extensions import Reject
from spiders.internet_archive import ArchivedSources
from spiders.outlets import Yielded
from spiders.sources import lost
from stories.dates import Candidate
from stories.entries import Entry, entry_address
from stories.identity.urls import canonical_url
from stories.page import Page
from stories.recognition import Recognised, is_centres, recognise
from stories.text import many

DOCUMENT = re.compile(r"\.(pdf|docx?|xlsx?|pptx?|odt|rtf|zip|mp[34]|mov|avi|jpe?g|png)$", re.IGNORECASE)
STORY = Recognised("story")
STORY_PAGES = 40  # of components


class Entries(ArchivedSources):
    """A spider that takes each page for what it is, as `stories.recognition` tells.

    follows: whether the source of an entry is asked for. holds_stories: whether a page that is no entry may be a story.
    """

    follows: ClassVar[bool] = True
    holds_stories: ClassVar[bool] = True
    # Components of a story stand on many pages, and each leads to its source
    custom_settings = {"DEPTH_LIMIT": STORY_PAGES + 15}  # noqa: RUF012 -- as Scrapy declares it

    async def parse_story(
        self, response: Response, candidates: list[Candidate], entry: Entry | None
    ) -> AsyncIterator[Yielded]:
        """A story, the source of an entry, or a page of the Centre, whose entries are followed to their sources."""
        page = page_of(response)
        try:
            found = await self.workers.run(recognise, page) if is_centres(page.url) else STORY
        except Reject as error:
            self.outcomes.reject(response.url, "spider", error.reason, error.detail, page)
            for told in lost(entry, "not followed", error.reason):
                yield told
            return
        if response.meta.get("further"):
            self.outcomes.count("found")
        if entry:
            async for item in self.parse_source(response, candidates, entry, found):
                yield item
        elif found.kind == "entry":
            for item in self.follow_all(found):
                yield item
        elif found.kind == "story" and self.holds_stories:
            async for item in super().parse_story(response, candidates, entry):
                yield item
        else:
            self.refuse(page, found)

    def refuse(self, page: Page, found: Recognised) -> None:
        """A page that holds neither a story nor an entry."""
        listed = (
            f"it names {many(len(found.listed), 'entry')}: give the address of each, or crawl resource_centre"
        )
        reason, detail = ("list of entries", listed) if found.listed else ("no entry on the page", "")
        self.outcomes.reject(page.url, "spider", reason, detail, page)

    def further_failed(self, failure: Failure) -> Iterator[Yielded]:
        """The page where the components of a story go on was not fetched."""
        self.outcomes.count("found")
        yield from self.story_failed(failure)

    def follow_all(self, found: Recognised, counted: int = 1) -> Iterator[Yielded]:
        """The requests for the sources of a page's entries, and for the page where its components go on.

        counted: 1 where the page was counted as found; each of its entries is.
        """
        for _ in found.entries[counted:]:
            self.outcomes.count("found")
        for entry in found.entries:
            entry.source_address = self._canonical(entry.source_url)
            if self.wants(entry.published):
                self.outcomes.expect(entry)
        for entry in found.entries:  # not before all of the page are expected
            yield from self.follow(entry)
        if found.next_page and self.follows:
            # Not by `ask`, for which all pages of a story are one address; none is asked for twice, so that it counts
            # as found when it is there
            yield Request(
                found.next_page,
                self.parse_story,
                errback=self.further_failed,
                meta={"further": True},
                cb_kwargs={"candidates": [], "entry": None},
            )

    def follow(self, entry: Entry) -> Iterator[Yielded]:
        """The request for an entry's source; or the entry, saying why its source is not asked for."""
        if not self.wants(entry.published):
            yield entry  # a stage leaves out what is not wanted
        elif reason := unfollowed(entry):
            yield from lost(entry, "not followed", reason)
        elif not self.follows:
            yield entry
        else:
            yield from self.ask(entry.source_url, entry=entry)

    async def parse_source(
        self, response: Response, candidates: list[Candidate], entry: Entry, found: Recognised
    ) -> AsyncIterator[Yielded]:
        """The story that an entry excerpts."""
        front = urlsplit(response.url).path in ("", "/") and urlsplit(entry.source_url).path not in ("", "/")
        if front or found.kind != "story":
            reason = "led to the front page" if front else "led to the Resource Centre"
            self.outcomes.reject(response.url, "spider", reason, entry.source_url, page_of(response))
            for told in lost(entry, "moved", f"{reason}: {response.url}"):
                yield told
            return
        moved = self._canonical(response.url) != entry.source_address
        entry.source_state = "moved" if moved else "found"
        entry.source_note = f"to {response.url}" if moved else ""
        async for item in super().parse_story(response, candidates, entry):
            yield item

    def _canonical(self, url: str) -> str:
        """The canonical form of an address of any outlet; empty for what is no web address."""
        try:
            return canonical_url(url, self.outlet_of(url)) if url else ""
        except ValueError:
            return ""


def unfollowed(entry: Entry) -> str:
    """Why the source of an entry is not asked for; empty where it is."""
    if not entry.source_url:
        return "the entry has no link to its source"
    if not entry.source_address:
        return f"the link to the source is no web address: {entry.source_url}"
    if entry_address(entry.source_url) == entry_address(entry.url.split("#")[0]):
        return "the link to the source leads to the entry itself"
    if is_centres(entry.source_url):
        return f"the link to the source leads to the Resource Centre: {entry.source_url}"
    if found := DOCUMENT.search(urlsplit(entry.source_url).path):
        return f"the source is a {found[1].upper()} file, which is not read: {entry.source_url}"
    return ""
