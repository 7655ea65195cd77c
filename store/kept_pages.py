"""The archived pages that records point at."""

import sqlite3
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from store.database import Store
from store.location import located
from store.revisits import Kept, kept_at
from store.tables import Row
from stories.dates import Candidate

KEPT = """
SELECT pages.*, 'stories' AS record, stories.id AS record_id, stories.id AS story, stories.url AS record_url, outlet,
  published, reader, doubt, (SELECT spider FROM runs WHERE runs.id = pages.run) AS spider
FROM pages JOIN stories ON stories.page = pages.id WHERE archive IS NOT NULL
UNION ALL
SELECT pages.*, 'versions', stories.id, stories.id, stories.url, outlet, published, versions.reader,
  doubt, (SELECT spider FROM runs WHERE runs.id = pages.run)
FROM pages JOIN versions ON versions.page = pages.id JOIN stories ON stories.id = versions.story WHERE archive IS NOT NULL
UNION ALL
SELECT pages.*, 'entries', entries.id, NULL, entries.url, ?, published, reader, NULL, NULL
FROM pages JOIN entries ON entries.page = pages.id WHERE archive IS NOT NULL
ORDER BY fetched, pages.id
"""
LAST = """
SELECT archive, offset FROM pages WHERE url = ? AND archive IS NOT NULL
AND (EXISTS (SELECT 1 FROM stories WHERE page = pages.id) OR EXISTS (SELECT 1 FROM versions WHERE page = pages.id)
OR EXISTS (SELECT 1 FROM entries WHERE page = pages.id))
ORDER BY fetched DESC, id DESC LIMIT 1
"""
NAMED = "story"  # the spider of addresses that somebody gives
# What a feed or a sitemap said of a story, which its page does not say
GIVEN = """
SELECT field, text, origin FROM dates WHERE story = ? AND (origin LIKE 'feed %' OR origin LIKE 'sitemap %') ORDER BY id
"""


@dataclass(slots=True)
class KeptPage:
    """A row of `pages`, and the records that point at it (record, record_id, record_url, outlet, published, reader)."""

    row: Row
    records: list[Row] = field(default_factory=list)

    @property
    def stories(self) -> list[tuple[int, str]]:
        """Ids and addresses of the stories that are read from it: of a page one, of a feed those whose text it gave."""
        return list(
            {row["story"]: (row["story"], row["record_url"]) for row in self.records if row["story"]}.values()
        )

    @property
    def given(self) -> bool:
        """Whether somebody asked for the story by name: the spider `story` fetched it, or it is kept with a doubt."""
        return any(row["doubt"] or row["spider"] == NAMED for row in self.records)


def kept_pages(store: Store, centre: str) -> list[KeptPage]:
    """The archived pages of all records, the oldest first; `centre`: the name of the outlet of entries."""
    rows = store.rows(KEPT, centre)
    return [_kept(list(group)) for _, group in groupby(rows, key=lambda row: row["id"])]


def last_kept(store: Store, url: str) -> Kept | None:
    """The newest page of an address that a record points at, as the archive has it; None where none can be read,
    and where it lies at an address, which nobody is kept waiting for.
    """
    try:
        row = store.row(LAST, url)
    except sqlite3.Error:  # who writes next tells it
        return None
    archive = located(row["archive"], store.path.parent) if row else None
    return kept_at(archive, row["offset"]) if row and isinstance(archive, Path) else None


def _kept(rows: list[Row]) -> KeptPage:
    own = ("record", "record_id", "story", "record_url", "outlet", "published", "reader", "doubt", "spider")
    page = {name: value for name, value in rows[0].items() if name not in own}
    return KeptPage(page, [{name: row[name] for name in own} for row in rows])


def given_dates(store: Store, story: int | None) -> list[Candidate]:
    """The dates that lists gave a stored story; its pages do not say them."""
    return [Candidate(row["field"], row["text"], row["origin"]) for row in store.rows(GIVEN, story)]
