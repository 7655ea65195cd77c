"""What a page says: its main content, its metadata, and why it is no story. The door is `read`.

In: bytes, and the facts of the outlet. Out: a `Reading`.
May import, of `stories`: `dates`, `language_model`, `lists`, `loose_json`, `outlet`, `page`, `quotes`, `sites`, `text`.
"""

from dataclasses import dataclass, field

from stories.dates import Candidate, SpokenDate
from stories.outlet import Outlet
from stories.page import Page
from stories.quotes import Quote


@dataclass(slots=True)
class Reading:
    """What a page says, before dates are judged and duplicates matched. Text is NFC.

    url: the canonical address that the page states, where it can be trusted, else its own, unnormalised.
    body: paragraphs joined by a blank line. reject: why the page is no story (`consent wall`, `video page`,
    ...), else empty. partial: the page holds only a part of its story, the rest being behind a wall; what is public
    is kept, though `reject` may say that it is a stub, and `origins` says what shows it.
    body_from: `feed` where the text is what a feed gave of the story, and not its page's; then it is partial too.
    spoken: what the body says of dates. alternates: (language, address) of its copies in other languages and of itself,
    as `hreflang` links them.
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
    alternates: list[tuple[str, str]] = field(default_factory=list)
    image: str = ""
    image_caption: str = ""
    body: str = ""
    candidates: list[Candidate] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    spoken: list[SpokenDate] = field(default_factory=list)
    origins: dict[str, str] = field(default_factory=dict)
    cuts: list[tuple[str, str]] = field(default_factory=list)
    reject: str = ""
    detail: str = ""
    doubt: str = ""
    partial: bool = False
    body_from: str = ""

    @property
    def refused(self) -> str:
        """Why the page becomes no record; empty where it does."""
        return "" if self.partial else self.reject


def read(page: Page, outlet: Outlet, given: bool = False) -> Reading:
    """Read one page. Never raises on bad markup: a page that holds no story comes back with `reject` set.

    given: somebody asked for this page by name. Then an index page, a gallery, a video or a live page that has running
    text is no reject: `doubt` says what it may be instead.
    """
    from stories.extraction import reading  # only who reads pays for what reading needs

    return reading.read(page, outlet, given)
