"""Stories that a page carries as data for its own scripts: a tree of typed blocks, with dates beside it.

Known forms: a JSON script (`#__NEXT_DATA__`), and a JavaScript variable that holds JSON or a string of JSON
(`window.__INITIAL_DATA__="{...}"`). A block is `{"type": ..., "model": {...}}`;
its text is in `text` of the innermost ones.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from stories.extraction.body.block import Block, BlockKind
from stories.extraction.document import Document
from stories.extraction.structured import JsonObject
from stories.text import clean

MAX_DEPTH = 40
_PUBLISHED = ("firstPublished", "datePublished", "firstPublishedAt")
_MODIFIED = ("lastPublished", "lastUpdated", "dateModified")
_PARAGRAPHS: dict[str, BlockKind] = {"paragraph": "paragraph", "listItem": "list", "blockquote": "quote"}
_HOLDERS: dict[str, BlockKind | None] = {
    "text": None,  # each block in it says what it is
    "unorderedList": "list",
    "orderedList": "list",
    "subheadline": "heading",
    "crosshead": "heading",
    "blockquote": "quote",
}


@dataclass(slots=True)
class PayloadStory:
    """What a payload says of the story. Dates are as they stand there, often milliseconds since 1970."""

    headline: str = ""
    byline: str = ""
    blocks: list[Block] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    section: str = ""
    published: tuple[str, str] = ("", "")  # (key, value)
    modified: tuple[str, str] = ("", "")


def find_payload(document: Document, name: str) -> object:
    """The data of the script that a layout names: `#id`, or a variable. None where the page has none."""
    variable = re.compile(rf"""{re.escape(name)}["'\]]*\s*[=:]""")
    for label, text in document.scripts:
        if name == f"#{label}":
            return _load(text)
        if found := variable.search(text):
            return _load(text[found.end() :])
    return None


def _load(text: str) -> object:
    """The JSON value that `text` begins with; decoded once more where it is a string."""
    try:
        value, _ = json.JSONDecoder(strict=False).raw_decode(text.strip())
        return json.loads(value, strict=False) if isinstance(value, str) else value
    except (ValueError, RecursionError):
        return None


def read_payload(data: object) -> PayloadStory:
    """The first story in a payload: the innermost object that holds a list of typed blocks with text."""
    for story in _objects(data):
        blocks = _block_list(story)
        body = [block for item in blocks for block in _blocks(item)]
        if body:
            return _story(story, blocks, body, data)
    return PayloadStory()


def _story(story: JsonObject, blocks: list[JsonObject], body: list[Block], data: object) -> PayloadStory:
    contributor = story.get("contributor")
    return PayloadStory(
        headline=clean(str(story.get("headline") or "")) or _first(blocks, "headline"),
        byline=clean(str(contributor.get("title") or "")) if isinstance(contributor, dict) else _names(data),
        blocks=body,
        tags=_titles(story.get("topics")),
        section=next(iter(_titles(story.get("section"))), ""),
        published=_dated(data, story, _PUBLISHED),
        modified=_dated(data, story, _MODIFIED),
    )


def _objects(value: object, depth: int = 0) -> Iterator[JsonObject]:
    """Every object in the data, outermost first; blocks themselves are not entered."""
    if depth > MAX_DEPTH:
        return
    if isinstance(value, dict):
        yield value
        for item in value.values():
            yield from _objects(item, depth + 1)
    elif isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)


def _block_list(story: JsonObject) -> list[JsonObject]:
    """`contents: [...]`, or `content: {model: {blocks: [...]}}`."""
    content = story.get("content")
    model = content.get("model") if isinstance(content, dict) else None
    found = story.get("contents") or (model.get("blocks") if isinstance(model, dict) else None)
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def _children(block: JsonObject) -> list[JsonObject]:
    model = block.get("model")
    blocks = model.get("blocks") if isinstance(model, dict) else None
    return [item for item in blocks if isinstance(item, dict)] if isinstance(blocks, list) else []


def _blocks(block: JsonObject, kind: BlockKind | None = None, depth: int = 0) -> Iterator[Block]:
    name = str(block.get("type"))
    if depth > MAX_DEPTH or (depth == 0 and name not in _HOLDERS):
        return
    kind = kind or _HOLDERS.get(name)
    if name in _PARAGRAPHS:
        text = clean(_text(block))
        if text:
            yield Block(f"- {text}" if kind == "list" else text, kind or _PARAGRAPHS[name])
        return
    for child in _children(block):
        yield from _blocks(child, kind, depth + 1)


def _text(block: JsonObject, depth: int = 0) -> str:
    children = _children(block) if depth < MAX_DEPTH else []
    if children:
        return "".join(_text(child, depth + 1) for child in children)
    model = block.get("model")
    return str(model.get("text") or "") if isinstance(model, dict) else ""


def _first(blocks: list[JsonObject], kind: str) -> str:
    return next((clean(_text(block)) for block in blocks if block.get("type") == kind), "")


def _titles(value: object) -> list[str]:
    items = value if isinstance(value, list) else [value]
    return [clean(str(item["title"])) for item in items if isinstance(item, dict) and item.get("title")]


def _names(data: object) -> str:
    contributor = next(_metadata(data), {}).get("contributor")
    return clean(contributor) if isinstance(contributor, str) else ""


def _metadata(data: object) -> Iterator[JsonObject]:
    """The page's metadata objects."""
    for item in _objects(data):
        if isinstance(metadata := item.get("metadata"), dict):
            yield metadata


def _dated(data: object, story: JsonObject, keys: tuple[str, ...]) -> tuple[str, str]:
    """The first of `keys` in the story, else in the page's metadata object."""
    for holder in (story, *_metadata(data)):
        for name in keys:
            if isinstance(holder.get(name), str | int) and holder[name]:
                return name, str(holder[name])
    return "", ""
