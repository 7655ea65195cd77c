"""Pages in invented words, for the tests of readers."""

from datetime import UTC, datetime

from stories.extraction.reading import Reading, read
from stories.outlet import Outlet
from stories.page import Page

FETCHED = datetime(2026, 5, 1, 12, tzinfo=UTC)
URL = "https://news.example/harbour/ferry-stays-in-port-20260430"

PARAGRAPHS = [
    "The ferry between Velm and Tarrow stayed in port on Monday after its crew refused to sail without a second mate.",
    "The harbour office said that it had asked the owners for a relief crew, and that none could be found in time.",
    "Passengers slept on the benches of the terminal, where the canteen gave out soup and blankets until the morning.",
    "A spokeswoman for the owners said that the next sailing would be on Wednesday if the weather allowed it at all.",
]
OTHERS = [  # of other stories
    "The bakery on the square opens again in May, after the fire that shut it a year ago, says its owner.",
    "A choir of sixty voices sings in the old mill on Sunday, and tickets are sold at the door and at the bakery.",
    "Snow is expected on the hills above the town, and drivers are asked to leave their cars at home until Friday.",
    "Two swans that were thought lost have been seen below the weir, where a warden feeds them in the morning.",
]


def paragraphs(texts: list[str]) -> str:
    """The texts as p elements."""
    return "".join(f"<p>{text}</p>" for text in texts)


def html(body: str = "", head: str = "", title: str = "Ferry stays in port") -> str:
    """A page with a headline and the four paragraphs, unless `body` says otherwise."""
    body = body or f"<article><h1>{title}</h1>{paragraphs(PARAGRAPHS)}</article>"
    return f"<html lang='en'><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def page(text: str | bytes, url: str = URL, encoding: str | None = None) -> Page:
    """A fetched page of that text."""
    return Page(url, text.encode() if isinstance(text, str) else text, FETCHED, encoding)


def reading(text: str | bytes, url: str = URL, outlet: Outlet = Outlet()) -> Reading:  # noqa: B008 -- frozen
    """The reading of a page of that text."""
    return read(page(text, url), outlet)
