"""Names that stand alone on the last line of a text and sign it, as is the custom in Vietnam and Japan."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from stories.extraction.document import Document
from stories.extraction.metadata.bylines import line_of
from stories.extraction.metadata.persons import is_borne, is_known
from stories.text import text_of

PARAGRAPHS, LONG = 3, 40  # of a text, at least, and their characters
MAX_NAME_CHARACTERS = 30
_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]*(?:\s[^\W\d_a-z][^\W\d_]*){1,4}")
_HAN = r"[\u3040-\u30ff\u4e00-\u9fff]{1,4}"
_BRACKETED = re.compile(rf"[（(【]\s?(?P<name>{_HAN}\s?{_HAN})\s?[）)】]")
_RIGHT = re.compile(r"text-align\s*:\s*(?:right|end)", re.I)


def below(document: Document) -> Iterator[str]:
    """The name on the last paragraph of the box with most of them: Han in brackets; or set to the right, or in bold."""
    boxes: dict[HtmlElement, list[HtmlElement]] = {}
    for element in document.elements:
        box = element.getparent() if element.tag == "p" else None
        if box is not None:
            boxes.setdefault(box, []).append(element)
    text = max(boxes.values(), key=_long, default=[])
    if _long(text) < PARAGRAPHS:
        return
    line = line_of(text[-1])
    if found := _BRACKETED.fullmatch(line):
        yield found["name"]
    elif len(line) <= MAX_NAME_CHARACTERS and _NAME.fullmatch(line) and _is_set_off(text[-1], line):
        yield line


def _long(parts: list[HtmlElement]) -> int:
    return sum(len(text_of(part)) >= LONG for part in parts)


def _is_set_off(last: HtmlElement, line: str) -> bool:
    """Whether a line that surely names a person stands to the right, or is bold as a whole."""
    bold = "".join(text_of(part) for part in last.iter("b", "strong")).strip()
    right = last.get("align") == "right" or bool(_RIGHT.search(last.get("style") or ""))
    plain = line.isascii() and not is_borne(line)  # "Key Takeaways": a rarer name is as rarely one in bold
    return (right or (bold == line and not plain)) and is_known(line, listed=True)
