"""Texts that are for programs: what is a feed, a sitemap or JSON holds stories' addresses or data, and is no page."""

import json
import re

# RSS 0.9 to 2.0, RSS 1.0, Atom (RFC 4287), the sitemaps protocol; declarations and comments may stand before the root
_LIST = re.compile(
    r"\s*(?:<[?!][^>]*>\s*)*<(?:\w+:)?(?:(?P<feed>rss|rdf|feed)|urlset|sitemapindex)[\s>]", re.IGNORECASE
)


def format_of(text: str) -> str:
    """What a text is that is no page, as a message names it; empty where it may be one."""
    if found := _LIST.match(text[:4096].removeprefix("\ufeff")):
        return "a feed" if found["feed"] else "a sitemap"
    return "JSON" if _is_json(text.lstrip("\ufeff \t\r\n")) else ""


def _is_json(text: str) -> bool:
    """Whether it begins with a JSON object, or with a list of them; a footnote, [1], is no such list."""
    if text[:1] not in ("{", "["):
        return False
    try:
        value, _ = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return False
    first = value[:1] if isinstance(value, list) else [value]
    return any(isinstance(one, dict) and one for one in first)
