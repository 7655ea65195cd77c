"""Where the source of an entry is gone, its copy in the Internet Archive; only where TRY_INTERNET_ARCHIVE allows it."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from scrapy import Request
from scrapy.http import Response
from twisted.python.failure import Failure

from engine.answer import page_of, why
from spiders.finders import AnyOutlet
from spiders.memento import available, captured, copy_of
from spiders.outlets import Yielded
from store.tables import stamp
from stories.entries import Entry
from stories.item import Story

GONE = ("HTTP 404", "HTTP 410", "host not found")  # what `source_note` starts with


class ArchivedSources(AnyOutlet):
    """A spider that tries the archive before it gives a source up."""

    def story_failed(self, failure: Failure) -> Iterator[Yielded]:
        """A page was not fetched; the entry that led to it goes to the archive, or on, saying why."""
        for item in super().story_failed(failure):
            if isinstance(item, Entry) and item.source_note.startswith(GONE) and self._may_ask():
                day = item.source_published or item.published or ""
                yield self._ask(available(item.source_url, day), self.parse_available, item)
            else:
                yield item

    def parse_available(self, response: Response, entry: Entry) -> Iterator[Yielded]:
        """The answer of the availability API."""
        if url := copy_of(response.body):
            yield self._ask(url, self.parse_copy, entry)
        else:
            yield _noted(entry, "the Internet Archive has no copy")

    def parse_copy(self, response: Response, entry: Entry) -> Iterator[Yielded]:
        """The copy, as the story that it is one of. Its text is of the time when it was made."""
        header = response.headers.get("Memento-Datetime")
        time = captured(response.url, header.decode("latin-1") if header else None)
        if time is None:
            yield _noted(entry, f"the copy {response.url} does not say when it was made")
            return
        self.outcomes.count("found")  # it stands beside the page that is gone, which was rejected
        entry.source_state = "archived"
        entry.archived_url, entry.archived = response.url, stamp(time)
        _noted(entry, f"read as the Internet Archive kept it on {time:%Y-%m-%d}")
        page = replace(page_of(response), fetched=time, asked=None)
        yield Story(page=page, outlet=self.outlet_of(entry.source_url), entry=entry)

    def copy_failed(self, failure: Failure) -> Iterator[Yielded]:
        """The archive gave no answer, or no page."""
        reason, _, _ = why(failure)
        request: Request = failure.request  # type: ignore[attr-defined]
        yield _noted(request.cb_kwargs["entry"], f"its copy in the Internet Archive: {reason}")

    def _may_ask(self) -> bool:
        return bool(self.settings.getbool("TRY_INTERNET_ARCHIVE"))

    def _ask(self, url: str, callback: Callable[[Response, Entry], object], entry: Entry) -> Request:
        return Request(url, callback, errback=self.copy_failed, dont_filter=True, cb_kwargs={"entry": entry})


def _noted(entry: Entry, note: str) -> Entry:
    entry.source_note = f"{entry.source_note}; {note}"
    return entry
