"""What feeds, sitemaps and listings name: functions over the bytes that came, run in a worker process.

RSS 0.9 to 2.0, RSS 1.0, Atom (RFC 4287), JSON Feed (jsonfeed.org), sitemaps and their indexes (sitemaps.org, and Google's
news extension), sitemaps of plain text, and links of mark-up. One item that is broken costs itself.

In: the bytes of a list. Out: addresses, with the dates that it gave.
May import, of `stories`: `dates`, `transfer`.
"""

from stories.lists.links import read_links
from stories.lists.named import Named, NamedStory
from stories.lists.reader import read_list

__all__ = ["Named", "NamedStory", "read_links", "read_list"]
