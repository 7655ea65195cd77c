"""After the last stage, for those who ask for it (-o, -O, FEEDS): records are written to files too, as `story --json`
prints them.
"""

import fcntl
import json
import logging
import re
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from itemadapter import ItemAdapter
from itemadapter.adapter import AdapterInterface
from scrapy import Field, Spider
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured, UsageError
from scrapy.exporters import CsvItemExporter, JsonItemExporter, JsonLinesItemExporter, XmlItemExporter
from scrapy.extensions.feedexport import FeedExporter, FeedSlot, FileFeedStorage
from scrapy.utils.serialize import ScrapyJSONEncoder

from extensions import RunRecord
from store.feed_file import FeedError, check, csv_fields, local_file
from store.plain_record import as_dict, columns
from stories.entries import Entry
from stories.item import Story
from stories.text import escaped

log = logging.getLogger(__name__)
NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2


class RecordAdapter(AdapterInterface):
    """A story or an entry as exporters see it: its plain record, to be read only."""

    def __init__(self, item: Story | Entry) -> None:
        super().__init__(item)
        self.record = as_dict(item)

    @classmethod
    def is_item_class(cls, item_class: type) -> bool:
        return issubclass(item_class, Story | Entry)

    @classmethod
    def get_field_names_from_class(cls, item_class: type) -> list[str]:
        return list(columns())

    def __getitem__(self, name: str) -> Any:
        return self.record[name]

    def __setitem__(self, name: str, value: object) -> None:
        raise KeyError(f"a record is read only: {name}")

    def __delitem__(self, name: str) -> None:
        raise KeyError(f"a record is read only: {name}")

    def __iter__(self) -> Iterator[str]:
        return iter(self.record)

    def __len__(self) -> int:
        return len(self.record)


ItemAdapter.ADAPTER_CLASSES = deque([RecordAdapter, *ItemAdapter.ADAPTER_CLASSES])


class Encoder(ScrapyJSONEncoder):
    """JSON that steers no terminal, in whatever file it is looked at."""

    def encode(self, o: object) -> str:
        return escaped(super().encode(o))


class Json(JsonItemExporter):
    """A document."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.encoder = Encoder(**self._kwargs)


class JsonLines(JsonLinesItemExporter):
    """A record a line."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.encoder = Encoder(**self._kwargs)


class Csv(CsvItemExporter):
    """Lists and the like as JSON in their cell, as in the database."""

    def serialize_field(self, field: Mapping[str, Any] | Field, name: str, value: object) -> object:
        if isinstance(value, list | tuple | dict):
            return escaped(json.dumps(value, ensure_ascii=False))
        return super().serialize_field(field, name, value)


class Xml(XmlItemExporter):
    """What is unknown is an empty element, and no sign is written that XML does not know."""

    def serialize_field(self, field: Mapping[str, Any] | Field, name: str, value: object) -> object:
        return _for_xml(super().serialize_field(field, name, value))


def _for_xml(value: object) -> object:
    if isinstance(value, dict):
        return {name: _for_xml(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_for_xml(part) for part in value]
    return "" if value is None else NO_XML.sub("", value) if isinstance(value, str) else value


class Feeds(FeedExporter):
    """Scrapy's own; each record that was saved is written at once, and what cannot be written is told."""

    def __init__(self, crawler: Crawler) -> None:
        """Raises UsageError where a feed cannot be written as it is asked for."""
        try:
            super().__init__(crawler)
        except NotConfigured:
            if crawler.settings["FEEDS"]:
                raise UsageError("a feed (-o, -O, FEEDS) cannot be written; the log says why") from None
            raise
        except (ValueError, TypeError, AttributeError, ImportError, NameError) as error:
            raise UsageError(f"FEEDS is not as Scrapy takes it: {error}") from error
        try:
            for uri, options in self.feeds.items():
                if path := local_file(uri):
                    check(path, options)
        except FeedError as error:
            raise UsageError(str(error)) from error

    def open_spider(self, spider: Spider) -> None:
        """Signal handler."""
        self.outcomes = RunRecord.of(self.crawler).outcomes
        super().open_spider(spider)

    def item_scraped(self, item: Story | Entry, spider: Spider) -> None:
        """Signal handler: a story was saved, and the entry that led to it; or an entry."""
        for record in item.records:
            self.export(record, spider)

    def export(self, record: Story | Entry, spider: Spider) -> None:
        """Write one record to each feed; a feed that fails is no reason to keep it from the others."""
        slots, self.slots, kept = self.slots, [], list[FeedSlot]()
        for slot in slots:
            self.slots = [slot]
            try:
                with alone(slot, record):
                    super().item_scraped(record, spider)
            except OSError as error:
                self.failed(slot, error.strerror or str(error))
                continue
            except Exception as error:  # noqa: BLE001 -- an exporter may raise anything, of one record
                self.failed(slot, f"{record.url}: {type(error).__name__}: {error}")
            kept += self.slots
        self.slots = kept

    def failed(self, slot: FeedSlot, why: str) -> None:
        """Tell that a feed cannot be written."""
        self.outcomes.trouble(slot.uri, "feed cannot be written", why)

    async def _close_slot(self, slot: FeedSlot, spider: Spider) -> None:
        """The run is judged by now: the command tells of what fails here, by Scrapy's own count."""
        try:
            await super()._close_slot(slot, spider)
        except (OSError, ValueError) as error:
            log.error("the feed %s could not be finished: %s", slot.uri, error)
            self.crawler.stats.inc_value(f"feedexport/failed_count/{type(slot.storage).__name__}")

    def _start_new_batch(self, *, uri: str, feed_options: dict[str, Any], **more: Any) -> FeedSlot:  # type: ignore[override]
        if feed_options["format"] == "csv":
            fields = csv_fields(uri, feed_options)
            kwargs = feed_options["item_export_kwargs"] | ({"include_headers_line": False} if fields else {})
            fields = fields or feed_options["fields"] or list(columns())
            feed_options = feed_options | {"fields": fields, "item_export_kwargs": kwargs}
        return super()._start_new_batch(uri=uri, feed_options=feed_options, **more)


@contextmanager
def alone(slot: FeedSlot, record: Story | Entry) -> Iterator[None]:
    """Write a whole record to a file that other processes may append to as well, and leave none of it in memory."""
    if not slot.filter.accepts(record):
        yield
        return
    slot.start_exporting()
    file = slot.file
    assert file is not None  # noqa: S101 -- Scrapy opened it
    shared = isinstance(slot.storage, FileFeedStorage) and "postprocessing" not in slot.feed_options
    try:
        if shared:
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
        file.flush()
    finally:
        if shared and not file.closed:
            fcntl.flock(file, fcntl.LOCK_UN)
