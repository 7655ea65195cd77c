"""Entries made for tests, and a desk that keeps them and their sources. Invented words."""

from pathlib import Path
from typing import Any

from store.database import Store
from store.decisions import check, match, save
from stories.entries import Entry
from stories.entries.excerpts import split_passages
from stories.item import Story
from stories.quotes import find_quotes
from tests.making import LAMP, made_page, made_story

URL = "https://www.business-humanrights.org/en/mill"
MILL = "https://lamp.example/mill"


def entry(
    excerpt: str = '"Nobody asked us," said Lena Ruiz... Its owner gave no reason.', **facts: Any
) -> Entry:
    made = Entry(URL, title="Mill", excerpt=[excerpt], page=made_page(URL), language="en", **facts)
    made.passages, made.quotes = split_passages(made.excerpt), find_quotes(excerpt, "en")
    return made


def linked(**facts: Any) -> Entry:
    return entry(source_url=MILL + "?from=list", source_address=MILL, **facts)


def named(**facts: Any) -> Entry:
    """An entry without a link that names its source."""
    told = {"outlet": "Evening Lamp", "source_title": "Mill closes", "source_published": "2026-03-01"} | facts
    return entry(source_note="no link", **told)


class Desk:
    """A database, and what the stages do with it."""

    def __init__(self, path: Path) -> None:
        self.store = Store(path)

    def story(self, **facts: Any) -> int:
        self._through(made_story(**facts))
        return int((self.store.row("SELECT max(id) AS id FROM stories") or {})["id"])

    def entry(self, entry: Entry) -> dict[str, Any]:
        """Saves an entry that came alone; returns its row."""
        self._through(entry)
        return self.row

    def _through(self, item: Story | Entry) -> None:
        match(item, self.store, {"lamp": LAMP})
        check(item, self.store)
        with self.store.transaction():
            save(item, self.store, None)

    @property
    def row(self) -> dict[str, Any]:
        return self.store.row("SELECT * FROM entries") or {}

    def fidelities(self) -> list[str]:
        return [row["fidelity"] for row in self.store.rows("SELECT fidelity FROM passages ORDER BY number")]

    def verdicts(self) -> list[tuple[Any, ...]]:
        rows = self.store.rows("SELECT * FROM verdicts ORDER BY number, place")
        return [(row["number"], row["checked"][:10], row["fidelity"], row["note"]) for row in rows]
