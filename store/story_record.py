"""A story's rows: what saving a page changes. The rows follow from the pages alone, in whichever order those come."""

from store.addresses import give_way, keep_addresses
from store.database import Store
from store.merging import last_seen, merge
from store.near_duplicates import forget, index_story, update_clusters
from store.saved import Outcome
from store.story_rows import date_rows, quote_rows, reading_digest, story_columns, version_row
from store.tables import Row
from store.translations import keep_translations
from store.versions import held_versions, text_key, write_versions
from stories.identity.comparison import Text
from stories.identity.match import Match
from stories.item import Story
from stories.reader_version import reader_version


def save_story(store: Store, story: Story, match: Match, run: int | None) -> tuple[int, Outcome]:
    """Write a story as it was matched; call it inside a transaction. Returns its id and what changed.

    A text not seen before is a new version. The rows of `stories`, `dates` and `quotes` always are those of the latest
    capture; `page` is the one that first showed the text, where that reads the same.
    """
    page = store.keep_page(story.page, run)
    versions = [row if row["page"] else row | {"page": page} for row in match.versions]
    update_clusters(store, give_way(store, [url for url, _ in story.all_addresses], match.stories))
    if not match.kept:
        return _add(store, story, match, versions), "new"
    key = merge(store, match.stories, match.bound)
    return key, _save_again(store, key, story, match, page, versions)


def _add(store: Store, story: Story, match: Match, versions: list[Row]) -> int:
    """Enter a new story; returns its id."""
    (version,) = versions
    told = {name: version[name] for name in ("page", "reading", "reader", "last_seen")}
    row = story_columns(story) | {"url": story.own, "first_seen": version["seen"]} | told
    key = store.add("stories", row)
    _save_parts(store, key, story)
    write_versions(store, key, [], versions, None)
    store.change("stories", key, {"url": _keep_addresses(store, key, story, version["seen"])})
    index_story(store, key, story.text, match.alike)
    update_clusters(store, [key, *keep_translations(store, key, story)])
    return key


def _save_again(
    store: Store, key: int, story: Story, match: Match, page: int, versions: list[Row]
) -> Outcome:
    """Enter a capture of a known story."""
    written = store.row("SELECT * FROM stories WHERE id = ?", key) or {}
    kept = last_seen(store, [key], match.bound)
    held = held_versions(store, key, match.bound)
    seen, reading = match.seen, reading_digest(story)
    row = {"first_seen": min(seen, kept["first_seen"]), "last_seen": _last_seen(story, match, kept)}
    if match.shown:
        row |= story_columns(story)
        row |= {"reading": reading, "page": page, "reader": reader_version(story.outlet)}
        if story.reread or reading != kept["reading"]:
            _save_parts(store, key, story)
    now = kept | row
    for version in versions:
        if text_key(version) == text_key(now):
            row["partial"] = version["partial"]
            row |= {
                name: version[name] for name in ("page", "reader") if version["reading"] == now["reading"]
            }
    row["url"] = _keep_addresses(store, key, story, seen)
    write_versions(store, key, held, versions, now["language"])
    _change(store, key, written, row, match)
    if parted := keep_translations(store, key, story):
        update_clusters(store, [key, *parted])
    store.drop_pages({page, kept["page"], *(version["page"] for version in held)})
    return "updated" if match.changed else "unchanged"


def _last_seen(story: Story, match: Match, kept: Row) -> str:
    """When the story's text was last seen; what a wall lets through is not that text, unless it is all that is known."""
    others = text_key(kept) != text_key(version_row(story))
    if others and not story.reread and (story.read.partial or kept["partial"]):
        return match.seen if match.shown else str(kept["last_seen"])
    return max(match.seen, str(kept["last_seen"]))


def _keep_addresses(store: Store, key: int, story: Story, seen: str) -> str:
    return keep_addresses(store, key, dict(story.all_addresses), story.own, seen)


def _change(store: Store, key: int, kept: Row, row: Row, match: Match) -> None:
    """Set those columns that differ, and the story's cluster where it may be another one."""
    differing = {name: value for name, value in row.items() if kept[name] != value}
    if differing:
        store.change("stories", key, differing)
    now = kept | row
    if text_key(kept) != text_key(now):
        near = forget(store, key, kept["title"], kept["body"])
        index_story(store, key, Text(now["title"], now["body"]), match.alike)
        update_clusters(store, [key, *near])
    elif differing.keys() & {"published", "first_seen", "url"}:  # by which the lead of a cluster is chosen
        update_clusters(store, [key])


def _save_parts(store: Store, key: int, story: Story) -> None:
    store.replace("dates", "story", key, date_rows(story))
    store.replace("quotes", "story", key, quote_rows(story))
