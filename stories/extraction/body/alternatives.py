"""Other ways to read a body, for pages that the general rules read badly."""

import html
import re
from collections.abc import Callable, Iterator, Sequence

from lxml import etree
from lxml.etree import _Element
from lxml.html import HtmlElement, fragment_fromstring

from stories.extraction.body.block import PROSE, TAGS, Block, ends_sentence, size
from stories.extraction.body.lines import Lines, read_lines
from stories.extraction.body.page_data import headlines, json_values, rich_text, streamed
from stories.extraction.body.unfolded import parted
from stories.extraction.document import Document
from stories.extraction.structured import is_story
from stories.text import clean, letters, words_of

SENTENCE = 12  # characters of a short sentence
AGREED = 60  # letters at the beginning of a text that a page must show
BARE = 1_000  # letters; a page with fewer waits for its scripts to show the text
LEAST_HEADLINE = 6  # letters
_HEADLINES = ("headline", "title", "hed")
_BODIES = ("articleBody", "text", "reviewBody")
_MARKUP = re.compile(r"<p[\s>].*?</p>", re.I | re.S)


def thickest(document: Document, lines: Lines) -> list[Block]:
    """The box of the page that holds the most running text, read line by line."""
    return list(_inside(lines.box, lines)) if lines.box is not None else []


def _inside(box: _Element, lines: Lines) -> Iterator[Block]:
    within = set(box.iter())
    for line in lines.lines:
        if line.element in within and line.linked < 0.9 and line.element.tag != "figcaption":
            kind = TAGS.get(line.element.tag, "paragraph")
            yield Block(f"- {line.text}" if kind == "list" else line.text, kind)


def below_headline(lines: Lines) -> list[Block]:
    """What stands below the headline in the box that it heads: a story of a few words, without a long paragraph."""
    number = next((n for n, line in enumerate(lines.lines) if line.element.tag == "h1"), None)
    if number is None:
        return []
    after = [line for line in lines.lines[number + 1 :] if line.linked < 0.5]
    for box in lines.lines[number].element.iterancestors():
        within = set(box.iter())
        found = [line for line in after if line.element in within]
        if any(len(line.text) >= SENTENCE and ends_sentence(line.text) for line in found):
            return [block for line in found for block in parted(line)]
    return []


def says_headline(blocks: Sequence[Block], lines: Lines) -> bool:
    """Whether a block holds the headline among other words: it is all that the page says, in one."""
    heads = [line.said for line in lines.lines if line.element.tag == "h1" and line.said]
    return any(head in block.said and head != block.said for head in heads for block in blocks)


def microdata(document: Document, lines: Lines) -> list[Block]:
    """The element that the mark-up calls the body."""
    boxes = document.tree.xpath("//*[contains(concat(' ', @itemprop, ' '), ' articleBody ')]")
    return max(([*_inside(box, lines)] for box in boxes), key=len, default=[])


def structured(document: Document, lines: Lines) -> list[Block]:
    """The `articleBody` of JSON-LD, if the page shows its beginning too or shows next to nothing."""
    shown = letters(words_of(document.tree))
    for node in filter(is_story, document.nodes):
        for name in _BODIES:
            text = node.get(name)
            blocks = _texts(text) if isinstance(text, str) and len(text) > PROSE else []
            if blocks and (len(shown) < BARE or letters(blocks[0].text)[:AGREED] in shown):
                return blocks
    return []


def from_payload(document: Document, lines: Lines) -> list[Block]:
    """The page's own data: rich text, or the longest run of paragraphs of mark-up in a string of its scripts."""
    best = rich_text(document)
    for text in _strings(document):
        text = html.unescape(text) if "&lt;p" in text else text
        if len(_MARKUP.findall(text)) >= 3:
            best = max(best, _texts(text), key=size)
    return best


def _strings(document: Document) -> Iterator[str]:
    yield from streamed(document)
    known = [said for said in map(letters, headlines(document)) if said]
    for value in json_values(document):
        yield from _leaves(value, known)


def _leaves(value: object, known: list[str], depth: int = 0) -> Iterator[str]:
    """The strings in a page's data, but for those of objects that have another headline than the page's, `known`."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list) and depth < 40:
        if isinstance(value, dict) and known and _is_another(value, known):
            return
        for item in value.values() if isinstance(value, dict) else value:
            yield from _leaves(item, known, depth + 1)


def _is_another(value: dict[str, object], known: list[str]) -> bool:
    """Whether an object that holds a text of several paragraphs is another story: it has a headline of its own."""
    stated = [letters(text) for name in _HEADLINES if isinstance(text := value.get(name), str)]
    long = [said for said in stated if len(said) >= LEAST_HEADLINE]
    return bool(long) and not any(said in own or own in said for said in long for own in known)


def _texts(text: str) -> list[Block]:
    """A string of mark-up or of plain paragraphs."""
    if "&lt;" in text:
        text = html.unescape(text)
    if not _MARKUP.search(text):
        return [
            Block(paragraph) for part in re.split(r"\n+", html.unescape(text)) if (paragraph := clean(part))
        ]
    try:
        tree: HtmlElement = fragment_fromstring(
            re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text), create_parent="div"
        )
    except (etree.ParserError, ValueError):
        return []
    return list(_inside(tree, read_lines(tree)))


ALTERNATIVES: dict[str, Callable[[Document, Lines], list[Block]]] = {
    "thickest box": thickest,
    "microdata articleBody": microdata,
    "json-ld articleBody": structured,
    "payload": from_payload,
}
