"""Stage 300: which story this is."""

from typing import Self

from scrapy.crawler import Crawler

from extensions import RunRecord
from stories.entry import Entry
from stories.fingerprint import digest
from stories.item import How, Story
from stories.story_record import identify
from stories.urls import belongs_to, canonical_url


class MatchDuplicates:
    """Fills `url`, `addresses`, `digest` and `known`. A duplicate is matched, never dropped: one text, many sightings."""

    def __init__(self, run: RunRecord) -> None:
        self.store = run.store

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(RunRecord.of(crawler))

    def process_item(self, item: Story | Entry) -> Story | Entry:
        """Never drops."""
        if isinstance(item, Story):
            address_story(item)
            item.known = identify(self.store, item)
        return item


def address_story(story: Story) -> None:
    """Fill the story's canonical address, the others it came by, and its digest."""
    reading, page, outlet = story.reading, story.page, story.outlet
    assert reading is not None  # noqa: S101 -- read_page filled it
    story.url = canonical_url(reading.url or page.url, outlet)
    came: list[tuple[str, How]] = [(page.url, "redirect" if page.asked else "canonical"), *story.addresses]
    if page.asked:
        came.append((page.asked, "redirect"))
    addresses = {canonical_url(url, outlet): how for url, how in reversed(came)}
    addresses |= {url: _amp(url) or how for url, how in reversed(came)}
    story.addresses = [(url, how) for url, how in addresses.items() if url != story.url]
    story.digest = digest(reading.body)


def _amp(url: str) -> How | None:
    return "amp" if "/amp/" in url or url.endswith((".amp", "/amp")) else None
