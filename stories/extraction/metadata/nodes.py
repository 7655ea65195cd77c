"""The JSON-LD objects of the story, and the strings in their values."""

from collections.abc import Iterator

from stories.extraction.document import Document
from stories.extraction.structured import JsonObject, is_story
from stories.text import clean


def story_nodes(document: Document) -> list[JsonObject]:
    """The JSON-LD objects of written pieces."""
    return [node for node in document.nodes if is_story(node)]


def texts(value: object) -> Iterator[str]:
    """The strings of a JSON-LD value: itself, its items, or the names of its objects."""
    if isinstance(value, str):
        yield clean(value)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)
    elif isinstance(value, dict):
        yield from texts(value.get("name") or value.get("@value"))


def first(values: Iterator[str]) -> str:
    return next((value for value in values if value), "")
