"""What a database says, whatever ids its rows got."""

from store.database import Store

QUERIES = {
    "stories": """
        SELECT stories.url, outlet, title, body, digest, published, authors, correction, first_seen, last_seen, reading,
          (SELECT url FROM stories AS lead WHERE lead.id = stories.same_as), pages.url, fetched, sha256
        FROM stories JOIN pages ON pages.id = stories.page""",
    "urls": "SELECT urls.url, how, seen, read, stories.url FROM urls JOIN stories ON stories.id = story",
    "shared_urls": "SELECT shared_urls.url, how, seen, stories.url FROM shared_urls JOIN stories ON stories.id = story",
    "versions": """
        SELECT number, seen, versions.last_seen, versions.title, versions.body, versions.digest, versions.reading,
          stories.url, pages.url, fetched, sha256
        FROM versions JOIN stories ON stories.id = story JOIN pages ON pages.id = versions.page""",
    "changes": """
        SELECT url, number, place, kind, before, after FROM changes JOIN stories ON stories.id = story""",
    "quote_changes": """
        SELECT url, number, place, state, before, after, speaker, speaker_before, stance, stance_before
        FROM quote_changes JOIN stories ON stories.id = story""",
    "quotes": "SELECT url, number, kind, content, speaker FROM quotes JOIN stories ON stories.id = story",
    "dates": "SELECT url, field, value, text FROM dates JOIN stories ON stories.id = story",
    "bands": "SELECT url, band FROM bands LEFT JOIN stories ON stories.id = story",
    "pairs": """
        SELECT min(one.url, two.url), max(one.url, two.url), similarity, contained, bands FROM pairs
        JOIN stories AS one ON one.id = pairs.story JOIN stories AS two ON two.id = pairs.other""",
    "pages": "SELECT url, fetched, sha256 FROM pages",
    "found by text": """
        SELECT url FROM stories_fts JOIN stories ON stories.id = stories_fts.rowid
        WHERE stories_fts MATCH 'mill'""",
}


def content(store: Store) -> dict[str, list[str]]:
    """The rows of every table that holds stories, sorted, with addresses in place of ids."""
    return {name: sorted(map(repr, store.db.execute(sql).fetchall())) for name, sql in QUERIES.items()}
