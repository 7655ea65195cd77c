"""Stories and pages made for tests, in invented words."""

from datetime import UTC, datetime

from store.database import Store
from store.decisions import match
from store.story_record import Outcome, save_story
from stories.dates import DateEvidence, find_spoken
from stories.extraction.reading import Reading
from stories.item import Story
from stories.outlet import Outlet
from stories.page import Page
from stories.quotes import find_quotes

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
LAMP = Outlet(name="lamp", title="Evening Lamp", domains=("lamp.example",), languages=("en",), timezone="UTC")
BODY = (
    'The mill closed on Monday.\n\n"Nobody asked us," said Lena Ruiz, a spinner.\n\nIts owner gave no reason.'
)


def made_page(
    url: str = "https://lamp.example/mill", fetched: datetime = NOON, payload: bytes = b"<p>"
) -> Page:
    """A page as a spider would hand it on."""
    return Page(url, payload, fetched)


def made_story(
    url: str = "https://lamp.example/mill",
    body: str = BODY,
    title: str = "Mill closes",
    fetched: datetime = NOON,
    outlet: Outlet = LAMP,
) -> Story:
    """A story that has passed the stages up to the one that writes."""
    page = made_page(url, fetched, f"{title} {body}".encode())
    reading = Reading(url, title=title, body=body, language="en")
    reading.quotes, reading.spoken = find_quotes(body), find_spoken(body)
    story = Story(page, outlet, reading=reading)
    story.judged = [DateEvidence("published", "2026-03-01", "day", "1 March 2026", "css time", chosen=True)]
    story.resolve_identity()
    return story


def match_and_save(store: Store, story: Story) -> tuple[int, Outcome]:
    """Save a story as stages 300 and 500 do; returns its id and what changed. Call it inside a transaction."""
    match(story, store, {})
    return save_story(store, story, story.matched, None)
