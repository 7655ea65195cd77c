"""What feeds, sitemaps and listings name: functions over the bytes that came, run in a worker process.

RSS 0.9 to 2.0, RSS 1.0, Atom (RFC 4287), JSON Feed (jsonfeed.org), sitemaps and their indexes (sitemaps.org, and Google's
news extension), sitemaps of plain text, and links of mark-up. One item that is broken costs itself.

In: the bytes of a list. Out: addresses, with the dates that it gave.
May import, of `stories`: `dates`, `loose_json`, `transfer`.
"""

from stories.lists.items import as_page, is_feed, same_item
from stories.lists.links import read_links
from stories.lists.named import Named, NamedStory
from stories.lists.reader import read_list

__all__ = ["Named", "NamedStory", "as_page", "is_feed", "item_page", "read_links", "read_list"]
MANY = 50_000_000  # bytes of a feed; one that was kept was read before


def item_page(body: bytes, charset: str | None, address: str) -> str:
    """The item of a feed that leads to an address, as a page; empty where none with a whole text does."""
    found = read_list(body, charset, MANY, whole=True).whole
    item = found.get(address) or next((one for link, one in found.items() if same_item(link, address)), None)
    return as_page(item) if item else ""
