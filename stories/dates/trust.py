"""The order of trust among the places where a page's dates stand."""

import re

from stories.dates.evidence import Candidate

# The first line that fits an origin gives its rank. docs/dates.md shows the same table.
ORDER: tuple[tuple[str, str], ...] = (
    (r"payload ", "the outlet's own record of the story, which its page carries as data"),
    (r"css ", "where the outlet's facts say that its date stands"),
    (r"json-ld date(?:Published|Modified)$", "what the page tells search engines of the story"),
    (r"meta (?:article|og|og:article):", "what the page tells those who share it"),
    (r"microdata date(?:Published|Modified)$", "what the page's mark-up calls the story's date"),
    (
        r"meta (?!named |(?:dc|dcterms)?\.?date$|dc\.date\.created|dcterms\.created|datecreated|created|time$)",
        "other tags of the head that name publication",
    ),
    (
        r"json-ld (?:\w*Page|HowTo|Recipe|WebSite|CreativeWork)\b.* date(?:Published|Modified)$",
        "what it tells search engines of the page",
    ),
    (r"time(?:\[[\w-]+\])?$", "a time element close to the headline, or an attribute named so"),
    (r"(?:feed|sitemap|listing) ", "what the outlet's lists said of it"),
    (r"url$", "the day in the address"),
    (r"script ", "what the page's own code draws the story from"),
    (r"visible (?:label|headline)$", "a day printed behind a label, or close to the headline"),
    (r"meta |microdata|json-ld \w+$", "creation and upload dates, and tags that are filled with either"),
    (
        r"visible|time away|json-ld|scripts",
        "days printed elsewhere on the page, or said of a picture, a video or several stories",
    ),
)
RANKS = tuple(re.compile(pattern) for pattern, _ in ORDER)

# Origins after this rank may be of another story: they do not make a day an instant, or a year a day.
LAST_RELIABLE = 11
PRINTED = 11
LAST_RANK = len(ORDER) - 1


def trust(candidate: Candidate) -> int:
    """How far a candidate's origin is trusted, 0 the most."""
    for rank, pattern in enumerate(RANKS):
        if pattern.match(candidate.origin):
            return rank
    return len(RANKS)
