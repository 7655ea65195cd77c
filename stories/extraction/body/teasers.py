"""What is nothing but links among the lines of a text, or labels and links: "Read more: ..."."""

import re

from stories.extraction.body.block import Block, ends_sentence
from stories.extraction.body.lines import Line, Lines, is_linked_sentence
from stories.extraction.body.phrases import READ_MORE
from stories.text import words_of

LINKED = 0.8  # from this share of link text on, a line is a link and not a sentence with one
HALF = 0.5
SENTENCE_CHARACTERS = 200  # longer lines are sentences of the story, whatever they begin with
CLOCK = re.compile(r"\d{1,2}[:.]\d\d$")
LABEL, HEADLINE = 30, 35  # characters of a label before a link; of the headline that is linked
NAME = 40  # characters of a line that says who is quoted


def by_links(block: Block, block_lines: list[Line], lines: Lines) -> str:
    """Nothing but links, or labels and links ("Read more: ..."); a heading that links is one, and a whole sentence."""
    if block.kind == "heading":
        return "teaser" if block_lines and _is_announced(block_lines[0]) else ""
    if not block_lines:
        return "teaser" if _is_glued(block, lines) else ""
    if block.is_prose and all(map(is_linked_sentence, block_lines)):
        return ""
    if all(line.linked >= LINKED for line in block_lines):
        return "link"
    return "teaser" if all(line.linked >= LINKED or _labelled(line) for line in block_lines) else ""


def _is_announced(heading: Line) -> bool:
    """Whether a heading that is a link to another story stands right below a label such as "Read more"."""
    if heading.linked < LINKED:
        return False
    before = next(
        (
            one
            for node in (heading.element, *heading.element.iterancestors())
            if (one := node.getprevious()) is not None
        ),
        None,
    )
    text = "" if before is None else words_of(before)
    return len(text) < NAME and bool(READ_MORE.match(text))


def _is_glued(block: Block, lines: Lines) -> bool:
    """Whether a block is a line that is a link with a label right before it, or with a time behind: boxes in one."""
    text = block.text
    if len(text) >= SENTENCE_CHARACTERS:
        return False
    links = [line.text for line in lines.by_key.values() if line.linked >= LINKED and line.text in text]
    labels = (text.removesuffix(link).strip() for link in links if text.endswith(link))
    timed = (link for link in links if len(link) >= HEADLINE and text.startswith(link) and CLOCK.search(text))
    return any(len(label) < NAME and READ_MORE.match(label) for label in labels) or any(
        len(text) - len(link) < NAME for link in timed
    )


def _labelled(line: Line) -> bool:
    """Whether a line is a label and a link: "Read more: ...", or a few words and a headline."""
    rest = len(line.text) * (1 - line.linked)
    if line.linked > HALF and not line.label and CLOCK.search(line.text):
        return True  # a headline and when it was
    if not line.label or rest > len(line.label) + 3:
        return False
    if READ_MORE.match(line.label) or (line.label[-1] in ":|–-" and line.label.isupper()):
        return True
    linked = line.text.removeprefix(line.label)
    headline = len(linked) >= HEADLINE and "://" not in linked and not ends_sentence(linked)
    return line.label[-1] in ":：" and len(line.label) <= LABEL and headline
