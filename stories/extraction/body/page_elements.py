"""Mark-up as a page's data hold it: React's elements, nested lists, strings."""

from collections.abc import Iterator

from lxml import etree
from lxml.html import fragment_fromstring

from stories.extraction.body.block import TAGS, Block, BlockKind
from stories.text import clean

MAX_DEPTH = 40
_MARKS = frozenset({"p", "li", "h2", "h3", "h4", "blockquote"})


def elements(value: object, depth: int) -> Iterator[Block]:
    """The paragraphs, headings and lists among React's elements."""
    if depth > MAX_DEPTH or not isinstance(value, dict | list):
        return
    if isinstance(value, list) and len(value) >= 4 and value[0] == "$" and isinstance(value[3], dict):
        tag, held = value[1], value[3].get("children")
        if tag in _MARKS:
            if text := clean(_shown(held, depth + 1)):
                kind: BlockKind = TAGS.get(str(tag), "paragraph")
                yield Block(f"- {text}" if kind == "list" else text, kind)
            return
    for item in value.values() if isinstance(value, dict) else value:
        yield from elements(item, depth + 1)


def _shown(value: object, depth: int) -> str:
    """The text that React's children show."""
    if isinstance(value, str):
        return "" if value == "$" else value
    if depth > MAX_DEPTH or not isinstance(value, list):
        return ""
    if len(value) >= 4 and value[0] == "$" and isinstance(value[3], dict):
        return _shown(value[3].get("children"), depth + 1)
    return "".join(_shown(item, depth + 1) for item in value)


def is_marked_up(value: list[object]) -> bool:
    return (
        bool(value) and isinstance(value[0], str) and value[0] in _MARKS and not isinstance(value[-1], dict)
    )


def marked_up(value: list[object]) -> Iterator[Block]:
    """A paragraph of mark-up as nested lists, `["p", {...}, "text", ["a", {...}, "text"]]` (JsonML)."""
    kind: BlockKind = TAGS.get(str(value[0]), "paragraph")
    if text := plain_text(_nested(value)):
        yield Block(f"- {text}" if kind == "list" else text, kind)


def _nested(value: list[object]) -> str:
    """The text in nested lists of mark-up, without the names of their tags."""
    return "".join(
        part if isinstance(part, str) else _nested(part) for part in value[1:] if isinstance(part, str | list)
    )


def plain_text(text: str) -> str:
    """A text without its mark-up."""
    if "<" in text or "&" in text:
        try:
            text = str(fragment_fromstring(text, create_parent="div").text_content())
        except (etree.ParserError, ValueError):
            return ""
    return clean(text)
