"""The order of trust among the places where a page's dates stand."""

import re

from stories.dates.evidence import Candidate

# The first line that fits an origin gives its rank; the documentation prints this table.
ORDER: tuple[tuple[str, str], ...] = (
    (r"payload ", "the outlet's own record of the story, which its page carries as data"),
    (r"css ", "where the outlet's facts say that its date stands"),
    (r"json-ld (?:datePublished|dateModified)$", "what the page tells search engines"),
    (r"meta (?:article|og|og:article):", "what the page tells those who share it"),
    (r"microdata (?:datePublished|dateModified)$", "what the page's own mark-up calls its date"),
    (r"meta (?!date$|created|time$)", "other tags of the head"),
    (r"time", "the first times of the page"),
    (r"feed |sitemap ", "what the outlet's lists said of it"),
    (r"json-ld|microdata|meta", "creation and upload, which may be an older picture's or a template's"),
    (r"url$", "the day in the address"),
    (r"visible|text", "words printed on the page"),
)
RANKS = tuple(re.compile(pattern) for pattern, _ in ORDER)

# An origin after this rank does not refine a better one's day: the first `<time>` may be a neighbour's.
EXACT = 6


def trust(candidate: Candidate) -> int:
    """How far a candidate's origin is trusted, 0 the most."""
    for rank, pattern in enumerate(RANKS):
        if pattern.match(candidate.origin):
            return rank
    return len(RANKS)
