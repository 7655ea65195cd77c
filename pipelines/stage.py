"""What every stage does: it works on an item, and leaves a trace of one that it refuses or fails on."""

import logging
import traceback
from abc import ABC, abstractmethod
from typing import Any, Self

from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider, DropItem

from extensions import OutOfRange, RunRecord
from runs.outcomes import Outcomes
from store.database import broken
from stories.entries import Entry
from stories.item import Story

Item = Story | Entry
log = logging.getLogger(__name__)


class Stage(ABC):
    """A stage of `settings.ITEM_PIPELINES`: a subclass fills its own block of an item's fields in `work`.

    The one place where a dropped item leaves its trace: a row of `rejects`, and the ledger's word on its address. What
    is left of it, the entry that led to a refused story, goes on in its place.
    """

    def __init__(self, outcomes: Outcomes) -> None:
        self.outcomes = outcomes
        self.store = outcomes.store

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(RunRecord.of(crawler).outcomes)

    @abstractmethod
    async def work(self, item: Any) -> None:
        """Do the stage's one thing. Raises Reject, OutOfRange."""

    async def process_item(self, item: Item) -> Item:
        """The item, or what is left of it. Raises DropItem where nothing is."""
        try:
            await self.work(item)
        except OutOfRange as error:
            self.outcomes.left_out(item.page, str(error))
            raise
        except CloseSpider as error:
            # No trace is left: the page is read next time
            raise DropItem("the run ends before the page is read") from error
        except Exception as error:
            if broken(error):
                self.outcomes.end(self.store.unusable(error))
                raise DropItem(f"the database: {error}") from error
            left = self._trace(item, error)
            if left is None:
                raise
            return await self.process_item(left)
        return item

    def _trace(self, item: Item, error: Exception) -> Entry | None:
        """Record why an item is no record; returns what is left of it."""
        reason = getattr(error, "reason", f"error: {type(error).__name__}")
        detail = getattr(error, "detail", "")
        if not isinstance(error, DropItem):
            detail = traceback.format_exc()
            self.outcomes.fault(
                item.page.url if item.page else "", f"error: {str(error) or type(error).__name__}"
            )
            log.debug("%r in %s", item, type(self).__name__, exc_info=error)
        self.outcomes.refuse(item.page, reason, detail)
        return item.without_story(reason)
