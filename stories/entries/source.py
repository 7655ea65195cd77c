"""The source of an entry that links to none: a stored story of the same outlet, title and day."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from stories.entries.record import Entry

MIN_SIMILARITY = (
    0.9  # of two titles: a changed ending or a dropped word passes, another story's title does not
)
DAYS = 3  # between the source's date in print and the story's own


class Held(NamedTuple):
    """A stored story, as far as its similarity to an entry's source goes. `outlet`: its name in print."""

    id: int
    title: str
    outlet: str
    published: str | None


def match_source(entry: Entry, stories: Iterable[Held]) -> Held | None:
    """The story that the entry's source line names, or None where there is none or more than one.

    Both dates are needed: titles such as "Workers on strike" come back every year.
    """
    if not (entry.source_title and entry.outlet and entry.source_published):
        return None
    fits = [story for story in stories if _same_outlet(entry.outlet, story.outlet) and _near(entry, story)]
    similarity = {story: _similarity(entry.source_title, story.title) for story in fits}
    best = sorted(
        (story for story in fits if similarity[story] >= MIN_SIMILARITY), key=lambda s: -similarity[s]
    )
    unsure = len(best) > 1 and similarity[best[0]] == similarity[best[1]]
    return best[0] if best and not unsure else None


def _similarity(one: str, other: str) -> float:
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(_words(one), _words(other))


def _words(title: str) -> str:
    return " ".join(re.findall(r"\w+", title.casefold()))


def _same_outlet(one: str, other: str) -> bool:
    return _words(one).removeprefix("the ") == _words(other).removeprefix("the ")


def _near(entry: Entry, story: Held) -> bool:
    """Whether the two dates are at most `DAYS` apart, or agree as far as the shorter one goes."""
    mine, theirs = (entry.source_published or "")[:10], (story.published or "")[:10]
    if len(mine) < 10 or len(theirs) < 10:
        return bool(theirs) and (mine.startswith(theirs) or theirs.startswith(mine))
    return abs((date.fromisoformat(mine) - date.fromisoformat(theirs)).days) <= DAYS
