"""A page read: the one door from bytes to body, metadata, date candidates and quotes."""

from dataclasses import dataclass, field

from stories.dates import Candidate
from stories.outlet import Outlet
from stories.page import Page
from stories.quotes import Quote


@dataclass(slots=True)
class Reading:
    """What a page says, before dates are judged and duplicates matched. Text is NFC.

    url: the canonical address that the page states, where it can be trusted, else the page's own, unnormalised.
    body: paragraphs joined by a blank line. reject: why the page is no story (`consent wall`, `video page`, ...), else empty.
    origins: which part of the page each field came from. cuts: (text, why) of what was taken out of the body.
    """

    url: str
    title: str = ""
    authors: list[str] = field(default_factory=list)
    description: str = ""
    section: str = ""
    tags: list[str] = field(default_factory=list)
    language: str = ""
    language_stated: str = ""
    image: str = ""
    image_caption: str = ""
    body: str = ""
    candidates: list[Candidate] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    origins: dict[str, str] = field(default_factory=dict)
    cuts: list[tuple[str, str]] = field(default_factory=list)
    reject: str = ""
    detail: str = ""


def read(page: Page, outlet: Outlet) -> Reading:
    """Read one page. Never raises on bad markup: a page that holds no story comes back with `reject` set."""
    raise NotImplementedError
