"""Stories that come one by one as a crawl brings them: new ones, copies at other outlets, others' second versions."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import count

from store.database import Store
from stories.dates import DateEvidence
from stories.extraction import Reading
from stories.identity.comparison import prepared
from stories.item import Story, StoryRows
from stories.outlet import Outlet
from tests.bench.store.drawn import Drawn, Made
from tests.making import NOON, made_page, match_and_save

OUTLETS = tuple(f"outlet{number}" for number in range(60))
REVISED = 0.08  # that had another text before


def arrivals(drawn: Drawn, label: str = "came") -> Iterator[Story]:
    """Stories as the workers that read them hand them on, without end. label: part of their addresses."""
    chance = drawn.random
    for number in count(1):
        made, _ = drawn.story_or_copy()
        outlet = OUTLETS[int(len(OUTLETS) * chance.random() ** 2)]
        url = f"https://{outlet}.example/{label}/{number % 12 + 1:02}/{number}"
        if chance.random() < REVISED:
            yield _story(drawn.joined(made.whole, made.drawn[:-1] or made.drawn), url, outlet, number)
        yield _story(made, url, outlet, number + 1)


def _story(made: Made, url: str, outlet: str, number: int) -> Story:
    title, body = made.columns["title"], made.columns["body"]
    text, page = prepared(title, body), made_page(url, NOON + timedelta(minutes=number), body.encode())
    rows = StoryRows(
        made.columns | {"outlet": outlet, "digest": text.digest}, made.dates, made.quotes, f"{number:064x}"
    )
    judged: list[DateEvidence] = []
    return Story(
        page,
        Outlet(outlet, domains=(f"{outlet}.example",)),
        reading=Reading(url, title=title, body=body),
        prepared=text,
        resolved=judged,
        judged=judged,
        rows=rows,
    )


def save(store: Store, story: Story) -> None:
    """Match and save a story in a transaction of its own."""
    with store.transaction():
        match_and_save(store, story)
