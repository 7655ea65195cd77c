"""Whether a text is about what somebody asks for, as the store's own search would say."""

import sqlite3
from functools import cache


class About:
    """A query as SQLite's FTS5 writes it: words, "phrases", OR, NOT, `title: word` (sqlite.org/fts5.html, 3).

    Raises ValueError where it is none; the message is SQLite's.
    """

    def __init__(self, query: str) -> None:
        from store.first_migrations import (
            WORDS,  # with sqlite-utils, which who lists the spiders does not need
        )

        self.query = query
        self.db = sqlite3.connect(":memory:", isolation_level=None)
        # As `stories_fts` is made, so that the meaning is the store's
        self.db.execute(f"CREATE VIRTUAL TABLE text USING fts5(title, body, tokenize='{WORDS}')")
        try:
            self.matches("", "")
        except sqlite3.Error as error:
            raise ValueError(str(error)) from error

    def matches(self, title: str, body: str) -> bool:
        """Whether a headline and a body, together, have what is asked for."""
        self.db.execute("INSERT INTO text (rowid, title, body) VALUES (1, ?, ?)", (title, body))
        try:
            found = self.db.execute("SELECT 1 FROM text WHERE text MATCH ?", (self.query,)).fetchone()
        finally:
            self.db.execute("DELETE FROM text")
        return found is not None


@cache
def about(query: str) -> About:
    """The query, made once for each process."""
    return About(query)
