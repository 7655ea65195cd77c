"""What was asked of others and is waited for; all of it ends where nobody is left to answer."""

import asyncio
import logging
from collections.abc import Callable
from typing import TypeVar

from scrapy.exceptions import CloseSpider

log = logging.getLogger(__name__)
Answer = TypeVar("Answer")


class Awaited:
    """The answers that are waited for. lost: told once, in a sentence, that none can come any more.

    gone: whether that is so.
    """

    def __init__(self, lost: Callable[[str], None] = log.error) -> None:
        self.lost = lost
        self.gone = False
        self.ways_out: set[Callable[[], bool]] = set()

    async def answer(self, asked: asyncio.Future[Answer]) -> Answer:
        """What is answered. Raises CloseSpider where nobody is left to answer; and what the answer is an error of."""
        self.ways_out.add(asked.cancel)
        try:
            return await asked
        except asyncio.CancelledError:
            if self.gone and asked.cancelled():
                raise CloseSpider("broken") from None
            raise
        finally:
            self.ways_out.discard(asked.cancel)

    def end(self, why: str) -> CloseSpider:
        """Nobody is left: whoever waits is told so, and those who ask later."""
        told, self.gone = self.gone, True
        for leave in self.ways_out:
            leave()
        if not told:
            self.lost(why)
        return CloseSpider("broken")
