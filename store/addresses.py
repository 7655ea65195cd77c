"""A story's addresses: every one that it was seen under, and which of them is its own.

One that a page was read at is the story's. One that a page states for itself, or that led to it, is a claim: sites
state the front page, a campaign or one story for all of their pages. Where unlike stories claim one address, it belongs
to the one that was read there, else to none; the claims of the others are kept in `shared_urls`.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from store.database import Store
from store.tables import Row
from stories.identity.urls import canonical_url
from stories.outlet import Outlet

# Where captures differ, that an address leads elsewhere is the stronger evidence; the first of these counts most
LEADS_ELSEWHERE = ("redirect", "amp", "feed", "variant")
CANONICAL = "canonical"
CLAIMS = """
SELECT url, story, coalesce(read, how) AS how, seen, read IS NOT NULL AS read FROM urls WHERE {0}
UNION ALL SELECT url, story, how, seen, 0 FROM shared_urls WHERE {0}
"""
AT = CLAIMS.format("url IN (SELECT value FROM json_each(:urls))")
OF = CLAIMS.format("story = :story")
ROW = "SELECT how, seen, read FROM urls WHERE url = ?"
HOLD = """
INSERT INTO urls (url, story, how, seen, read) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (url) DO UPDATE SET how = excluded.how, seen = excluded.seen, read = excluded.read
"""
SHARE = """
INSERT INTO shared_urls (url, story, how, seen) VALUES (?, ?, ?, ?)
ON CONFLICT (url, story) DO UPDATE SET how = excluded.how, seen = excluded.seen
"""


@dataclass(slots=True, frozen=True)
class Claim:
    """How an address came, when it was first seen, and whether a page of the story was read at it."""

    how: str
    seen: str
    read: bool

    def __or__(self, other: "Claim") -> "Claim":
        how = min(self.how, other.how, key=_strength)
        return Claim(how, min(self.seen, other.seen), self.read or other.read)


def claims(store: Store, urls: Iterable[str]) -> list[Row]:
    """The claims on any of these addresses: url, story, how it came, seen, and whether the story was read there."""
    return store.rows(AT, urls=json.dumps(list(urls)))


def give_way(store: Store, urls: Iterable[str], keys: Iterable[int]) -> list[int]:
    """Take those of these addresses from the stories that hold them that are claims only, and of none of `keys`.

    Returns the stories whose own address is another one now.
    """
    own = set(keys)
    taken: dict[int, set[str]] = {}
    for row in claims(store, urls):
        if row["story"] not in own and not row["read"]:
            taken.setdefault(row["story"], set()).add(row["url"])
    changed = []
    for key, lost in taken.items():
        held = store.row("SELECT url FROM stories WHERE id = ?", key) or {}
        url = _write(store, key, _claims_of(store, key), lost)
        if url != held["url"]:
            store.change("stories", key, {"url": url})
            changed.append(key)
    return changed


def keep_addresses(store: Store, key: int, addresses: Mapping[str, str], own: str, seen: str) -> str:
    """Add addresses, with how each came, to those of the story `key`; returns its own.

    own: the one that was read. Call `give_way` first. Of those that lead nowhere else, the first seen is the story's own.
    """
    found = _claims_of(store, key)
    for url, how in addresses.items():
        claim = Claim(how if how in LEADS_ELSEWHERE else CANONICAL, seen, url == own)
        found[url] = found[url] | claim if url in found else claim
    return _write(store, key, found)


def move_addresses(store: Store, gone: int, key: int) -> None:
    """Make the claims of the story `gone` those of `key`, which it has turned out to be."""
    found = _claims_of(store, key)
    for url, claim in _claims_of(store, gone).items():
        found[url] = found[url] | claim if url in found else claim
    for table in ("urls", "shared_urls"):
        store.db.execute(f"DELETE FROM {table} WHERE story = ?", [gone])  # noqa: S608
    _write(store, key, found)


def _claims_of(store: Store, key: int) -> dict[str, Claim]:
    found: dict[str, Claim] = {}
    for row in store.rows(OF, story=key):
        how = row["how"] if row["how"] in LEADS_ELSEWHERE else CANONICAL
        found[row["url"]] = Claim(how, row["seen"], bool(row["read"]))
    return found


def _write(store: Store, key: int, found: dict[str, Claim], lost: Iterable[str] = ()) -> str:
    """Write a story's claims; returns its own address. lost: those that another story is about to claim."""
    others = {*lost, *(row["url"] for row in claims(store, found) if row["story"] != key)}
    held = {url: claim for url, claim in found.items() if claim.read or url not in others} or found
    own = _own(held)
    for url, claim in found.items():
        if url not in held:
            store.db.execute("DELETE FROM urls WHERE url = ? AND story = ?", [url, key])
            store.db.execute(SHARE, [url, key, claim.how, claim.seen])
            continue
        store.db.execute("DELETE FROM shared_urls WHERE url = ? AND story = ?", [url, key])
        how = claim.how
        if how == CANONICAL or (url == own and claim.read):
            how = CANONICAL if url == own else "same text"
        row = {"how": how, "seen": claim.seen, "read": claim.how if claim.read else None}
        if store.row(ROW, url) != row:
            store.db.execute(HOLD, [url, key, *row.values()])
    return own


def story_at(store: Store, url: str, outlet: Outlet) -> Row | None:
    """The stored story (id, url, title, language) that an address belongs to, as given or in its canonical form, or None.

    Raises ValueError where `url` is no web address.
    """
    known = {row["url"]: row["story"] for row in store.addresses([url, canonical_url(url, outlet)])}
    key = known.get(url) or known.get(canonical_url(url, outlet))
    return store.row("SELECT id, url, title, language FROM stories WHERE id = ?", key) if key else None


def _strength(how: str) -> int:
    return LEADS_ELSEWHERE.index(how) if how in LEADS_ELSEWHERE else len(LEADS_ELSEWHERE)


def _own(held: dict[str, Claim]) -> str:
    # Where all lead elsewhere, in a circle, the weakest evidence decides
    return min(held, key=lambda url: (-_strength(held[url].how), held[url].seen, len(url), url))
