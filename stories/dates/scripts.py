"""Dates in a page's scripts: JSON-LD that does not parse, and the data that its own code draws the story from."""

import re
from collections.abc import Iterable, Iterator

from stories.dates.evidence import Candidate, Field

FIELDS: dict[str, Field] = {
    **dict.fromkeys(
        ("datePublished", "publishedAt", "published_at", "publishDate", "publish_date"), "published"
    ),
    **dict.fromkeys(("publicationDate", "publication_date", "firstPublished", "pubDate"), "published"),
    **dict.fromkeys(("dateModified", "updatedAt", "updated_at", "modifiedDate", "lastPublished"), "modified"),
}
STATED = re.compile(rf"""\\?["']({"|".join(FIELDS)})\\?["']\s*:\s*\\?["']?([\dT:.Z+ /-]{{8,35}})""")
LARGEST = 3_000_000  # characters of a script
MOST = 8


def script_dates(scripts: Iterable[str]) -> list[Candidate]:
    """What the scripts of a page state as dates of publication and update, the first values first.

    Only for a page that states none otherwise: a script may describe other stories than the page's own.
    """
    return list(dict.fromkeys(_stated(scripts)))[:MOST]


def _stated(scripts: Iterable[str]) -> Iterator[Candidate]:
    for script in scripts:
        for match in STATED.finditer(script, 0, LARGEST):
            yield Candidate(FIELDS[match[1]], match[2].strip(), f"script {match[1]}")
