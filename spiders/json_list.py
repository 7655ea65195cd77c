"""Addresses in JSON: a list of them, or objects that have one, as `export --format ndjson` and other tools write them."""

import json
from collections.abc import Iterator

NAMES = frozenset({"url", "urls", "uri", "address", "addresses", "link", "links", "href", "source_url"})


def json_addresses(text: str) -> list[str] | None:
    """The addresses in a JSON text, or in one with an object a line; None where it is no JSON."""
    if not text.lstrip().startswith(("[", "{")):
        return None
    try:
        return list(_within(json.loads(text)))
    except (ValueError, RecursionError):
        pass
    try:
        return [url for line in text.splitlines() if line.strip() for url in _within(json.loads(line))]
    except (ValueError, RecursionError):
        return None


def _within(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _within(one)
    elif isinstance(value, dict):
        for name, one in value.items():
            if name.lower() in NAMES:
                yield from _within(one)
