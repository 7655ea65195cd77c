"""A story's addresses: every one that it was seen under, and which of them is its own."""

from collections.abc import Iterable

from store.database import Row, Store
from stories.identity.urls import canonical_url
from stories.outlet import Outlet

Address = tuple[str, str]  # and how it came
# Where captures differ, that an address leads elsewhere is the stronger evidence; the first of these counts most
LEADS_ELSEWHERE = ("redirect", "amp", "feed", "variant")


def keep_addresses(store: Store, key: int, addresses: Iterable[Address], seen: str) -> str:
    """Add addresses to those of the story `key`; returns its own: of those that lead nowhere else, the first seen."""
    held = {
        row["url"]: (row["how"], row["seen"])
        for row in store.rows("SELECT url, how, seen FROM urls WHERE story = ?", key)
    }
    merged = dict(held)
    for url, how in addresses:
        other, first = merged.get(url, (how, seen))
        merged[url] = (min(how, other, key=_strength), min(seen, first))
    own = _own(merged)
    for url, (how, first) in merged.items():
        if _strength(how) == len(LEADS_ELSEWHERE):
            merged[url] = ("canonical" if url == own else "same text", first)
    for url, (how, first) in merged.items():
        if held.get(url) != merged[url]:
            store.db.execute(
                "INSERT INTO urls (url, story, how, seen) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (url) DO UPDATE SET how = excluded.how, seen = excluded.seen",
                [url, key, how, first],
            )
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


def _own(addresses: dict[str, Address]) -> str:
    # Where all lead elsewhere, in a circle, the weakest evidence decides
    return min(addresses, key=lambda url: (-_strength(addresses[url][0]), addresses[url][1], len(url), url))
