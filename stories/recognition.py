"""What a page is: a story, one or more entries of the Resource Centre, or a list of entries. Every way in asks here."""

from dataclasses import dataclass, field
from typing import Literal

from stories.entries import RESOURCE_CENTRE, Entry, EntryPage, read_centre_page
from stories.identity.urls import belongs_to, unwrapped
from stories.page import UNKNOWN, Page

Kind = Literal["story", "entry", "listing", "other"]
KINDS: dict[str, Kind] = {"entry": "entry", "story": "entry", "listing": "listing"}


@dataclass(slots=True)
class Recognised:
    """A page's kind: `other` is a page of the Centre without an entry.

    entries: of a page that holds any: one, or the components of a story of the Centre. listed: what a list names, as
    far as it goes. next_page: where the components, or the list, go on; empty where they do not.
    """

    kind: Kind
    entries: list[Entry] = field(default_factory=list)
    listed: list[Entry] = field(default_factory=list)
    title: str = ""
    next_page: str = ""


def recognise(page: Page) -> Recognised:
    """What a page is: by its address where it has one, else by what its words show. Never raises on bad mark-up."""
    if is_centres(page.url):
        return _centres(read_centre_page(page))
    if page.url == UNKNOWN and (read := read_centre_page(page)).evident:
        return _centres(read)
    return Recognised("story")


def is_centres(url: str) -> bool:
    """Whether a page of the Resource Centre stands at an address, or a copy of one in an archive."""
    return belongs_to(unwrapped(url), RESOURCE_CENTRE)


def _centres(read: EntryPage) -> Recognised:
    found = Recognised(KINDS.get(read.kind, "other"), title=read.title, next_page=read.next_page)
    if found.kind == "entry":
        found.entries = read.entries
    elif found.kind == "listing":
        found.listed = read.entries
    return found if read.entries else Recognised("other")
