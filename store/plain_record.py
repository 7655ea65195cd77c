"""A record as plain data: what `story --json` prints and what feeds hold."""

from dataclasses import asdict
from datetime import UTC, datetime
from functools import cache
from typing import Any

from store.story_rows import quote_row
from store.tables import stamp
from stories.entries import Entry
from stories.extraction import Reading
from stories.item import Story
from stories.outlet import Outlet
from stories.page import Page
from stories.quotes import Quote

Plain = dict[str, Any]


def as_dict(record: Story | Entry) -> Plain:
    """The whole record, of texts, numbers, None, lists and dicts; `record` says whether it is a `story` or an `entry`.

    A story that was not read yet has what is known of it before: its addresses and its page.
    """
    return _story(record) if isinstance(record, Story) else _entry(record)


@cache
def columns() -> tuple[str, ...]:
    """The names of all that stories and entries hold: those of a story first, then those that only an entry has."""
    page = Page("", b"", datetime.min.replace(tzinfo=UTC))
    story = Story(page, Outlet(), reading=Reading(""))
    return tuple(dict.fromkeys([*as_dict(story), *as_dict(Entry(""))]))


def _story(story: Story) -> Plain:
    published, modified = story.chosen("published"), story.chosen("modified")
    return {
        "record": "story",
        **(_reading(story.reading) if story.reading else {}),
        "url": story.url or story.page.url,
        "outlet": story.outlet.name,
        "published": published.value if published else None,
        "modified": modified.value if modified else None,
        "dates": [asdict(date) for date in story.judged or ()],
        "addresses": [{"url": url, "how": how} for url, how in story.addresses],
        "digest": story.digest,
        "entry": story.entry.url if story.entry else None,
        "page": _page(story.page),
    }


def _reading(reading: Reading) -> Plain:
    plain = asdict(reading)
    for name in ("candidates", "spoken"):  # each of them is among the dates, judged
        del plain[name]
    return plain | {"quotes": _quotes(reading.quotes, reading.body)}


def _entry(entry: Entry) -> Plain:
    plain = asdict(entry)
    for name in ("match", "check", "decided_at"):  # on its way to being a record
        del plain[name]
    del plain["story"]  # a number that means something in one database only; source_address names the story
    return {
        "record": "entry",
        **plain,
        "quotes": _quotes(entry.quotes, "\n\n".join(entry.excerpt)),
        "page": _page(entry.page) if entry.page else None,
    }


def _quotes(quotes: list[Quote], text: str) -> list[Plain]:
    return [quote_row(number, quote, text) for number, quote in enumerate(quotes, 1)]


def _page(page: Page) -> Plain:
    return {"url": page.url, "fetched": stamp(page.fetched), "sha256": page.sha256}
