"""Which modules a piece of work imports."""

import sys

from stories.outlet import Outlet
from stories.page import Page

READING = {"dateparser", "htmldate", "justext", "py3langid", "tldextract", "trafilatura"}
LIBRARIES = {"babel", "courlan", "numpy", "pebble", "rapidfuzz", "rich", "sqlite_utils"}
OURS = {"desk", "stories.extraction.document", "stories.identity.comparison", "store.near_duplicates"}
COSTLY = READING | LIBRARIES | OURS


def loaded() -> list[str]:
    """What takes long to import and was imported."""
    return sorted(COSTLY & sys.modules.keys())


def by_reading(pages: list[Page]) -> list[str]:
    """The modules that reading these pages imports, as stories and as lists."""
    before = set(sys.modules)
    from stories.item import read_story
    from stories.lists import read_links, read_list

    for page in pages:
        read_story(page, Outlet(), given=True)
        read_list(page.payload, page.encoding, 1000)
        read_links(page.payload, page.encoding, "h2 a", "")
    return sorted(set(sys.modules) - before)
