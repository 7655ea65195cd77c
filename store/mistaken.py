"""Stories that are none: entries of the Resource Centre that earlier code stored as stories of its outlet.

Where such a page is read as the entry that it is, the story goes, with all that was written of it.
"""

from store.database import Store
from store.entry_checks import check_stored
from store.merging import OWNED
from store.near_duplicates import forget, update_clusters
from store.tables import Row
from stories.entries import RESOURCE_CENTRE, Entry, entry_address, entry_forms

# By the index of `urls`; any story with an address of the Centre is a mistake, and few databases hold one
HELD = """
SELECT urls.url AS address, stories.id, stories.title, stories.body FROM urls JOIN stories ON stories.id = urls.story
WHERE (urls.url >= ? AND urls.url < ? OR urls.url IN (?, ?)) AND outlet = ?
"""
PAGES = "SELECT page FROM stories WHERE id = :story UNION SELECT page FROM versions WHERE story = :story"
NOTE = "the story that stood for its source was an entry of the Resource Centre"
LEAVE = """
UPDATE entries SET story = NULL, source_state = 'not followed', source_note = ?, archived_url = NULL, archived = NULL
WHERE story = ? RETURNING id
"""


def remove_mistaken(store: Store, entry: Entry) -> int:
    """Delete the stories that are this entry, or the page that shows it; returns how many. Call it in a transaction."""
    gone = _mistaken(store, entry)
    for row in gone:
        _remove(store, row, store.page_id(entry.page) if entry.page else None)
    return len(gone)


def _mistaken(store: Store, entry: Entry) -> list[Row]:
    page = (entry.page.url, entry.page.asked) if entry.page else ("", "")
    site = f"https://{RESOURCE_CENTRE.host}"
    rows = store.rows(HELD, f"{site}/", f"{site}0", *page, RESOURCE_CENTRE.name)  # "0" comes after "/"
    forms = {form for url in (entry.url.split("#")[0], *page) if url for form in _forms(url)}
    return list({row["id"]: row for row in rows if forms.intersection(_forms(row["address"]))}.values())


def _forms(url: str) -> tuple[str, ...]:
    return entry_forms(entry_address(url))


def _remove(store: Store, row: Row, kept_page: int | None) -> None:
    key = int(row["id"])
    pages = {page for (page,) in store.db.execute(PAGES, {"story": key}).fetchall()} - {None, kept_page}
    near = set(forget(store, key, row["title"], row["body"])) - {key}
    left = [entry for (entry,) in store.db.execute(LEAVE, [NOTE, key]).fetchall()]
    for table in (*OWNED, "urls", "shared_urls", "translations"):
        store.replace(table, "story", key, ())
    store.db.execute("DELETE FROM judgements WHERE story = ? OR other = ?", [key, key])
    store.db.execute("UPDATE stories SET same_as = NULL WHERE same_as = ?", [key])
    store.db.execute("DELETE FROM stories WHERE id = ?", [key])
    update_clusters(store, near)
    for entry in left:
        check_stored(store, entry)
    store.drop_pages(pages)
