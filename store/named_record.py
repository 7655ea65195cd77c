"""Which stored records somebody means by an address."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from store.addresses import story_at
from store.database import Store
from stories.entries import entry_address, entry_forms
from stories.identity.urls import outlet_of
from stories.outlet import Outlet
from stories.recognition import is_centres

# The components of a story's page have its address and a fragment
ENTRIES_AT = """
SELECT id, url FROM entries WHERE iif(instr(url, '#'), substr(url, 1, instr(url, '#') - 1), url) IN
(SELECT value FROM json_each(?)) OR url = ? ORDER BY id
"""


@dataclass(slots=True, frozen=True)
class NamedRecord:
    """A stored record: its table, its id there and its address."""

    table: Literal["stories", "entries"]
    key: int
    url: str


def named_records(store: Store, address: str, outlets: Mapping[str, Outlet]) -> list[NamedRecord]:
    """The story at an address, in whatever form, or the entries there. Raises ValueError where there is none."""
    if not is_centres(address):
        row = story_at(store, address, outlet_of(address, outlets.values()))
        found = [NamedRecord("stories", row["id"], row["url"])] if row else []
    elif "#" in address:
        rows = store.rows("SELECT id, url FROM entries WHERE url = ?", address)
        found = [NamedRecord("entries", row["id"], row["url"]) for row in rows]
    else:
        forms = json.dumps(entry_forms(entry_address(address)))
        rows = store.rows(ENTRIES_AT, forms, address)
        found = [NamedRecord("entries", row["id"], row["url"]) for row in rows]
    if not found:
        raise ValueError(f"no story and no entry is stored under {address}")
    return found
