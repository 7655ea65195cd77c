"""A story that a page carries only as data for its own scripts: rich text as lists of typed objects.

Known forms: JSON scripts and JSON that is assigned to a variable (`Fusion.globalContent`, `__NEXT_DATA__`, preloaded
states), whose objects are named as Arc, Contentful, ProseMirror, Sanity, Draft.js and Slate name them; and the elements
that React streams (`["$", "p", null, {"children": ...}]`). It is the page's story where the innermost object that holds
the text holds the page's headline too.
"""

import json
import re
from collections.abc import Iterator, Sequence

from stories.extraction.body.block import Block, BlockKind, size
from stories.extraction.body.page_elements import (
    MAX_DEPTH,
    elements,
    is_marked_up,
    marked_up,
    plain_text,
)
from stories.extraction.document import Document
from stories.extraction.structured import JsonObject
from stories.loose_json import load_json
from stories.text import clean, letters

_SITE = re.compile(r"\s+[|–—·•-]\s+[^|–—·•]{1,60}$")
MIN_TITLE_BLANKS = 2  # between the words of a title; a site's name has fewer
MIN_PARAGRAPHS = 3  # paragraphs of running text; fewer may be anything
MAX_OBJECTS_BETWEEN = 2  # objects between the one that holds the text and the headline's own
_TYPES = ("type", "_type", "nodeType", "__typename", "tagName", "kind", "component", "name")
_TEXTS = (
    "text",
    "value",
    "content",
    "html",
    "children",
    "blocks",
    "nodes",
    "items",
    "body",
    "model",
    "data",
    "root",
)
_NAMES: tuple[tuple[str, BlockKind | None], ...] = (  # by a part of the type's name
    (
        "image|picture|photo|gallery|video|audio|embed|caption|credit|promo|newsletter|related|social|advert",
        None,
    ),
    ("pullquote|raw_?html|interstitial|widget|slideshow|poll|teaser|byline|author", None),
    ("head|title|^h[1-6]$", "heading"),
    ("quote", "quote"),
    ("list|^[uo]l$|^li$|bullet", "list"),
)
# Of words in a paragraph; Arc calls its paragraphs "text"
_INLINE = ("", "text", "span", "link", "hyperlink", "a")
_ASSIGNED = re.compile(r"""=\s*(?=[{\[])|\bJSON\.parse\(\s*(?=")""")
_ATTRIBUTE = 500  # characters of an attribute that may hold a page's data
_ROW = re.compile(r"^[0-9a-f]+:(?=[\[{])", re.MULTILINE)
_STREAM = re.compile(r'__next_f\.push\(\[1,\s*("(?:[^"\\]|\\.)*")\]\)')


def streamed(document: Document) -> list[str]:
    """What React streams to the page, a part each; a part that is no JSON string, as JavaScript's may be, is left out."""
    parts = (load_json(part) for _, text in document.scripts for part in _STREAM.findall(text))
    return [part for part in parts if isinstance(part, str)]


def json_values(document: Document) -> Iterator[object]:
    """The JSON of the page's scripts, whole ones and what is assigned to variables."""
    for label, text in document.scripts:
        is_json = "json" in label or text.lstrip()[:1] in ("{", "[")
        if is_json and (whole := load_json(text)) is not None:
            yield whole
            continue
        for value in _values(text, _ASSIGNED):
            yield load_json(value) if isinstance(value, str) else value
    for element in document.elements:
        for held in element.attrib.values():
            if len(held) > _ATTRIBUTE and held[0] in "{[":
                yield load_json(held)


def _values(text: str, before: re.Pattern[str]) -> Iterator[object]:
    """The JSON values that stand behind a pattern, one after the other."""
    decoder, end = json.JSONDecoder(strict=False), 0
    for match in before.finditer(text):
        if match.end() < end:
            continue
        try:
            value, end = decoder.raw_decode(text, match.end())
        except (ValueError, RecursionError):
            continue
        yield value


def rich_text(document: Document) -> list[Block]:
    """The blocks of the story in the page's data; empty where there is none that is plainly the page's own."""
    shown = [block for value in _values("".join(streamed(document)), _ROW) for block in elements(value, 0)]
    if _is_text(shown):
        return shown
    known = {letters(text) for text in headlines(document)} - {""}
    found = (_story(value, known) for value in json_values(document))
    return max(found, key=size, default=[])


def headlines(document: Document) -> Iterator[str]:
    """What the page calls its story; by its title, without the site's name behind it, where it says nothing else."""
    stated = document.meta("og:title")
    shown = [clean(str(heading.text_content())) for heading in document.tree.iter("h1")]
    yield from (stated, *shown)
    if not any((stated, *shown)):
        title = clean(document.tree.findtext(".//title") or "")
        parts = (title, _SITE.sub("", title))
        yield from (part for part in parts if part.count(" ") >= MIN_TITLE_BLANKS)


def _is_text(blocks: Sequence[Block]) -> bool:
    return sum(block.is_prose for block in blocks) >= MIN_PARAGRAPHS


def _story(value: object, headlines: set[str], depth: int = 0) -> list[Block]:
    """The text of the innermost object that holds a headline of the page."""
    if depth > MAX_DEPTH or not isinstance(value, dict | list):
        return []
    inner = value.values() if isinstance(value, dict) else value
    for item in inner:
        if blocks := _story(item, headlines, depth + 1):
            return blocks
    if not isinstance(value, dict) or not _says(value, headlines):
        return []
    blocks = [block for item in value.values() for block in _lists(_unpacked(item), depth + 1)]
    if not _is_text(blocks):
        texts = (item.split("\n") for item in value.values() if isinstance(item, str) and "<" not in item)
        blocks = max((_plain_blocks(text) for text in texts), key=size, default=[])
    return blocks if _is_text(blocks) else []


def _unpacked(value: object) -> object:
    """The list that a string holds, where a state keeps its text as JSON in JSON."""
    packed = isinstance(value, str) and value.startswith("[{")
    return load_json(value) if packed and isinstance(value, str) else value


def _plain_blocks(texts: Sequence[object]) -> list[Block]:
    """Strings as paragraphs."""
    return [Block(text) for item in texts if isinstance(item, str) and (text := plain_text(item))]


def _says(value: object, headlines: set[str], depth: int = 0) -> bool:
    if isinstance(value, str):
        return letters(value) in headlines
    if not isinstance(value, dict) or depth >= MAX_OBJECTS_BETWEEN:
        return False
    return any(_says(item, headlines, depth + 1) for item in value.values())


def _lists(value: object, depth: int) -> Iterator[Block]:
    """The blocks of the lists of typed objects with text, in their order; a section is what its own list holds."""
    if depth > MAX_DEPTH or not isinstance(value, dict | list):
        return
    inner = list(value.values()) if isinstance(value, dict) else value
    if isinstance(value, list) and any(block.is_prose for item in value if (block := _block(item))):
        for item in value:
            if _is_section(item):
                yield from _lists(item, depth + 1)
            elif block := _block(item):
                yield block
        return
    if isinstance(value, list) and is_marked_up(value):
        yield from marked_up(value)
        return
    if isinstance(value, list) and _is_text(blocks := _plain_blocks(value)):
        yield from blocks
        return
    for item in inner:
        yield from _lists(item, depth + 1)


def _is_section(item: object, depth: int = 0) -> bool:
    """Whether an object holds a list of paragraphs, and not the words of one."""
    if not isinstance(item, dict) or depth > MAX_OBJECTS_BETWEEN:
        return False
    for held in item.values():
        parts = held if isinstance(held, list) else ()
        if any(_name(part) not in _INLINE and (block := _block(part)) and block.is_prose for part in parts):
            return True
        if _is_section(held, depth + 1):
            return True
    return False


def _block(item: object) -> Block | None:
    """The block that a typed object is; None where it is a picture, or has no text of its own."""
    name = _name(item)
    if not isinstance(item, dict) or not name:
        return None
    kind: BlockKind | None = next((kind for part, kind in _NAMES if re.search(part, name)), "paragraph")
    if kind is None:
        return None
    if kind == "list":
        text = "\n".join(f"- {part}" for part in _parts(item) if part)
    else:
        text = plain_text(_text(item))
    return Block(text, kind) if text else None


def _name(item: object) -> str:
    """The name of an object's type, in small letters."""
    if not isinstance(item, dict):
        return ""
    return next((item[key].lower() for key in _TYPES if isinstance(item.get(key), str)), "")


def _parts(item: JsonObject) -> list[str]:
    """The texts of a list's items; of an item alone, its own."""
    held = next((value for key in _TEXTS if isinstance(value := item.get(key), list)), None)
    if isinstance(items := item.get("items"), list):
        return [plain_text(_text(part)) for part in items]
    if held is None or any(_name(part) == "text" or not _name(part) for part in held):
        return [plain_text(_text(item))]
    return [plain_text(_text(part)) for part in held]


def _text(value: object, depth: int = 0) -> str:
    """The running text of a node: of a string, of the nodes that it holds in order."""
    if isinstance(value, str):
        return value
    if depth > MAX_DEPTH:
        return ""
    if isinstance(value, list):
        return "".join(_text(item, depth + 1) for item in value)
    if isinstance(value, dict):
        return next((text for key in _TEXTS if key in value and (text := _text(value[key], depth + 1))), "")
    return ""
