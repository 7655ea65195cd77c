"""What a database says, whatever ids its rows got."""

from typing import Any

from stories.store import Store

STORY = "(SELECT url FROM stories WHERE id = {}.story)"
PAGE = "(SELECT json_array(url, fetched, sha256) FROM pages WHERE id = {}.page)"
QUERIES = {
    "stories": (
        "SELECT url, outlet, title, body, digest, published, authors, correction, first_seen, last_seen, reading, "
        "(SELECT url FROM stories AS lead WHERE lead.id = stories.same_as) AS lead, " + PAGE.format("stories")
    )
    + " FROM stories",
    "urls": f"SELECT url, how, seen, {STORY.format('urls')} FROM urls",
    "versions": "SELECT number, seen, last_seen, title, body, digest, reading, "
    f"{STORY.format('versions')}, {PAGE.format('versions')} FROM versions",
    "changes": f"SELECT number, place, kind, before, after, {STORY.format('changes')} FROM changes",
    "quote_changes": f"SELECT number, place, state, before, after, {STORY.format('quote_changes')} FROM quote_changes",
    "quotes": f"SELECT number, kind, content, speaker, {STORY.format('quotes')} FROM quotes",
    "dates": f"SELECT field, value, text, {STORY.format('dates')} FROM dates",
    "bands": f"SELECT band, {STORY.format('bands')} FROM bands",
    "pairs": "SELECT min(one.url, two.url), max(one.url, two.url), similarity, contained, bands FROM pairs "
    "JOIN stories AS one ON one.id = pairs.story JOIN stories AS two ON two.id = pairs.other",
    "pages": "SELECT url, fetched, sha256 FROM pages",
    "found by text": "SELECT stories.url FROM stories_fts JOIN stories ON stories.id = stories_fts.rowid "
    "WHERE stories_fts MATCH 'mill'",
}


def content(store: Store) -> dict[str, list[Any]]:
    """The rows of every table that holds stories, sorted, with addresses in place of ids."""
    return {name: sorted(map(repr, store.db.execute(sql).fetchall())) for name, sql in QUERIES.items()}
